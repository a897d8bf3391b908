# The parts of dist/fulcrum.html in parts/: what `fulcrum page` puts together. Scripts and style are minified,
# the program and the faces are packed and written as text; hashes.txt holds the SHA-256 of each.
find_program(FULCRUM_NODE NAMES node nodejs NO_CMAKE_FIND_ROOT_PATH REQUIRED)
find_program(FULCRUM_ESBUILD esbuild NO_CMAKE_FIND_ROOT_PATH)
find_program(FULCRUM_XZ xz NO_CMAKE_FIND_ROOT_PATH)
if(NOT FULCRUM_ESBUILD OR NOT FULCRUM_XZ)
    message(FATAL_ERROR "esbuild or xz is missing. Run tools/setup, which installs both on Debian 12; elsewhere "
        "the system's package manager has them.")
endif()
# Emscripten brings Binaryen along: an emsdk in its folder, Debian as a package.
foreach(tool IN ITEMS wasm-dis wasm-as wasm-opt)
    string(MAKE_C_IDENTIFIER FULCRUM_${tool} variable)
    string(TOUPPER ${variable} variable)
    find_program(${variable} ${tool} HINTS ${EMSCRIPTEN_ROOT_PATH}/../bin NO_CMAKE_FIND_ROOT_PATH REQUIRED)
endforeach()
set(parts ${PROJECT_BINARY_DIR}/parts)
set(web ${PROJECT_SOURCE_DIR}/web)
file(MAKE_DIRECTORY ${parts})
set(made "")

# fulcrum_make_part(OUTPUT HOW INPUT... [DEPENDS TARGET]): made by tools/part.mjs.
function(fulcrum_make_part output how)
    cmake_parse_arguments(PARSE_ARGV 2 arg "" "" "DEPENDS")
    set(tools ${PROJECT_SOURCE_DIR}/tools)
    set(web ${PROJECT_SOURCE_DIR}/web)
    get_filename_component(name ${output} NAME)
    add_custom_command(OUTPUT ${output}
        DEPENDS ${arg_UNPARSED_ARGUMENTS} ${arg_DEPENDS} ${tools}/part.mjs ${tools}/wasm_streams.mjs ${web}/bytes.js
            ${web}/code.js
        COMMAND ${CMAKE_COMMAND} -E env ESBUILD=${FULCRUM_ESBUILD} XZ=${FULCRUM_XZ}
            ${FULCRUM_NODE} ${tools}/part.mjs ${how} ${output} ${arg_UNPARSED_ARGUMENTS}
        COMMENT "Making the page's part ${name}" VERBATIM)
endfunction()

# fulcrum_part(NAME HOW INPUT... [DEPENDS TARGET]): one file in parts/.
function(fulcrum_part name)
    fulcrum_make_part(${parts}/${name} ${ARGN})
    set(made ${made} ${parts}/${name} PARENT_SCOPE)
endfunction()

# fulcrum_make_small(LINKED TARGET SMALL): SMALL is the program LINKED of TARGET with its control flow made anew and its
# locals shared again, which saves 2 KB of what is sent, and its functions in the order in which they pack best.
function(fulcrum_make_small linked target small)
    set(order ${PROJECT_SOURCE_DIR}/tools/order_functions.mjs)
    # The linker makes it together with a script; the build is told of it.
    add_custom_command(TARGET ${target} POST_BUILD BYPRODUCTS ${linked} COMMAND ${CMAKE_COMMAND} -E true)
    get_filename_component(name ${linked} NAME)
    add_custom_command(OUTPUT ${small} DEPENDS ${linked} ${target} ${order}
        COMMAND ${FULCRUM_WASM_OPT} --enable-simd --enable-bulk-memory --enable-sign-ext
            --enable-nontrapping-float-to-int --enable-mutable-globals
            --flatten --rereloop -Oz -Oz --coalesce-locals-learning --reorder-locals --vacuum
            ${linked} -o ${small}.unordered
        COMMAND ${CMAKE_COMMAND} -E env WASM_DIS=${FULCRUM_WASM_DIS} WASM_AS=${FULCRUM_WASM_AS} ${FULCRUM_NODE}
            ${order} ${small}.unordered ${small}
        COMMENT "Making ${name} smaller" VERBATIM)
endfunction()

fulcrum_part(regular.ttf.lzma.txt pack ${generated}/fonts/regular.ttf)
fulcrum_part(medium.ttf.lzma.txt pack ${generated}/fonts/medium.ttf)
fulcrum_part(glue.js script $<TARGET_FILE:fulcrum_web> DEPENDS fulcrum_web)
fulcrum_make_small(${PROJECT_BINARY_DIR}/fulcrum.wasm fulcrum_web ${generated}/fulcrum.wasm)
fulcrum_part(fulcrum.wasm.lzma.txt program ${generated}/fulcrum.wasm)

file(GLOB scripts CONFIGURE_DEPENDS ${web}/*.js)
file(GLOB style CONFIGURE_DEPENDS ${web}/style.css)
file(GLOB shell CONFIGURE_DEPENDS ${web}/page.html)
if(scripts)
    fulcrum_part(host.js host ${scripts})
endif()
if(style)
    fulcrum_part(style.css style ${style})
endif()
if(shell)
    fulcrum_part(page.html copy ${shell})
endif()

fulcrum_part(hashes.txt hashes ${made})
add_custom_target(parts ALL DEPENDS ${made})
