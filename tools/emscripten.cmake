# Toolchain of the preset "web": the em++ on the PATH, Debian's or an emsdk's, whichever is found first.
find_program(FULCRUM_EMCC NAMES emcc REQUIRED)
file(REAL_PATH ${FULCRUM_EMCC} emcc)
cmake_path(GET emcc PARENT_PATH emscripten_root)
set(emscripten_platform cmake/Modules/Platform/Emscripten.cmake)
if(NOT EXISTS ${emscripten_root}/${emscripten_platform} AND EXISTS /usr/share/emscripten/${emscripten_platform})
    set(emscripten_root /usr/share/emscripten)
endif()
set(EMSCRIPTEN_ROOT_PATH ${emscripten_root})
include(${emscripten_root}/${emscripten_platform})

# Debian's emscripten finds its JavaScript optimiser's parts here; a node from elsewhere does not search it.
if(EXISTS /usr/share/nodejs/acorn)
    set(CMAKE_CXX_LINKER_LAUNCHER ${CMAKE_COMMAND} -E env NODE_PATH=/usr/share/nodejs)
endif()
