# The programs: fulcrum for the terminal, fulcrum.js and fulcrum.wasm for the page, and the page's parts.
set(app ${PROJECT_SOURCE_DIR}/src/app)
if(NOT EMSCRIPTEN AND EXISTS ${app}/main_cli.cpp)
    add_executable(fulcrum ${app}/main_cli.cpp)
    target_link_libraries(fulcrum PRIVATE fulcrum_options fulcrum_plain fulcrum_app)
    set_target_properties(fulcrum PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR})
endif()

if(EMSCRIPTEN AND EXISTS ${app}/main_web.cpp)
    add_executable(fulcrum_web ${app}/main_web.cpp ${app}/main_libc.cpp)
    set_source_files_properties(${app}/main_libc.cpp PROPERTIES COMPILE_OPTIONS "-fno-lto;-fno-builtin")
    set_target_properties(fulcrum_web PROPERTIES OUTPUT_NAME fulcrum RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR})
    target_link_libraries(fulcrum_web PRIVATE fulcrum_options fulcrum_plain fulcrum_app)
    target_link_options(fulcrum_web PRIVATE -Oz ${fulcrum_memory} -sMALLOC=emmalloc -sFILESYSTEM=0
        -sDYNAMIC_EXECUTION=0 -sENVIRONMENT=web -sMODULARIZE=1 -sEXPORT_NAME=FulcrumModule
        -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2
        -sGL_SUPPORT_AUTOMATIC_ENABLE_EXTENSIONS=0 -sGL_TRACK_ERRORS=0 -sTEXTDECODER=2
        -sINCOMING_MODULE_JS_API=wasmBinary,print,printErr,onAbort
        -sEXPORTED_FUNCTIONS=_main,_malloc,_free
        -sEXPORTED_RUNTIME_METHODS=UTF8ToString,stringToUTF8,lengthBytesUTF8${fulcrum_heap})
    include(${PROJECT_SOURCE_DIR}/tools/parts.cmake)
endif()
