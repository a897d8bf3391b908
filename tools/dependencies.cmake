# The code of others, each as one target:
#   fulcrum_deps_headers            nlohmann/json, doctest: header-only system packages
#   fulcrum_deps_zlib               compiled here from pinned source (tools/fetch), the same natively and
#   fulcrum_deps_imgui              on the web
#   fulcrum_deps_double_conversion  the same, natively alone
set(deps ${PROJECT_SOURCE_DIR}/build/deps)

# A folder with links to these headers alone: a cross compiler must not see the rest of the system's.
set(header_links ${PROJECT_BINARY_DIR}/include-only)
file(MAKE_DIRECTORY ${header_links})
foreach(header IN ITEMS nlohmann/json.hpp doctest/doctest.h)
    cmake_path(GET header PARENT_PATH folder)
    find_path(FULCRUM_${folder}_INCLUDE ${header} PATHS $ENV{FULCRUM_DEPS}/include /usr/include
        /usr/local/include /opt/homebrew/include NO_CMAKE_FIND_ROOT_PATH)
    if(NOT FULCRUM_${folder}_INCLUDE)
        message(FATAL_ERROR "The header <${header}> is missing. Run tools/setup, which installs it on Debian 12, or "
            "put it into include/ of the folder that the environment variable FULCRUM_DEPS names.")
    endif()
    file(CREATE_LINK ${FULCRUM_${folder}_INCLUDE}/${folder} ${header_links}/${folder} SYMBOLIC)
endforeach()
add_library(fulcrum_deps_headers INTERFACE)
target_include_directories(fulcrum_deps_headers SYSTEM INTERFACE ${header_links})

foreach(source IN ITEMS zlib-1.2.13/zlib.h double-conversion-3.2.1/LICENSE imgui-1.92.2b/imgui.h)
    if(NOT EXISTS ${deps}/${source})
        message(FATAL_ERROR "The source of ${source} is not in build/deps. Run tools/setup, which fetches it.")
    endif()
endforeach()

add_library(fulcrum_deps_zlib STATIC)
set(zlib ${deps}/zlib-1.2.13)
set(zlib_files adler32.c compress.c crc32.c deflate.c inffast.c inflate.c inftrees.c trees.c uncompr.c zutil.c)
list(TRANSFORM zlib_files PREPEND ${zlib}/)
target_sources(fulcrum_deps_zlib PRIVATE ${zlib_files})
target_include_directories(fulcrum_deps_zlib SYSTEM PUBLIC ${zlib})
target_link_libraries(fulcrum_deps_zlib PRIVATE fulcrum_plain)
target_compile_definitions(fulcrum_deps_zlib PRIVATE NO_GZIP)  # raw deflate alone: no gzip, no crc32
target_compile_options(fulcrum_deps_zlib PRIVATE -w)

if(NOT EMSCRIPTEN)  # the browser has its own
    add_library(fulcrum_deps_double_conversion STATIC)
    set(double_conversion ${deps}/double-conversion-3.2.1)
    set(double_conversion_files bignum-dtoa.cc bignum.cc cached-powers.cc double-to-string.cc fast-dtoa.cc fixed-dtoa.cc
        strtod.cc)
    list(TRANSFORM double_conversion_files PREPEND ${double_conversion}/double-conversion/)
    target_sources(fulcrum_deps_double_conversion PRIVATE ${double_conversion_files})
    target_include_directories(fulcrum_deps_double_conversion SYSTEM PUBLIC ${double_conversion})
    target_link_libraries(fulcrum_deps_double_conversion PRIVATE fulcrum_plain)
    target_compile_options(fulcrum_deps_double_conversion PRIVATE -fno-exceptions -w)
endif()

# What Dear ImGui is built with stands in src/ui/imgui_config.h. The OpenGL backend needs a browser; its tables,
# which the page does not use, are left out there (src/ui/without_unused_web.cpp).
add_library(fulcrum_deps_imgui STATIC)
set(imgui ${deps}/imgui-1.92.2b)
set(imgui_files imgui.cpp imgui_draw.cpp imgui_widgets.cpp)
if(EMSCRIPTEN)
    list(APPEND imgui_files backends/imgui_impl_opengl3.cpp)
    set_source_files_properties(${imgui}/imgui_widgets.cpp PROPERTIES COMPILE_DEFINITIONS
        "EndTabBar=EndUnusedTabBar;EndMultiSelect=EndUnusedMultiSelect;EndMenuBar=EndUnusedMenuBar")
else()
    list(APPEND imgui_files imgui_tables.cpp)
endif()
list(TRANSFORM imgui_files PREPEND ${imgui}/)
target_sources(fulcrum_deps_imgui PRIVATE ${imgui_files})
target_include_directories(fulcrum_deps_imgui SYSTEM PUBLIC ${imgui})
target_compile_definitions(fulcrum_deps_imgui
    PUBLIC IMGUI_USER_CONFIG="${PROJECT_SOURCE_DIR}/src/ui/imgui_config.h")
target_link_libraries(fulcrum_deps_imgui PRIVATE fulcrum_plain)
target_compile_options(fulcrum_deps_imgui PRIVATE -fno-exceptions -ffp-contract=off -w)
