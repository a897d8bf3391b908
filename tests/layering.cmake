cmake_minimum_required(VERSION 3.25)
# cmake -DSOURCE=<src> -DMODULE=<name> -DALLOWED="a;b" -P layering.cmake
# Fails when a file in MODULE includes a module that is not in ALLOWED, or code of others that is not its own to use.
set(libraries
    "nlohmann/:model"
    "imgui:ui"
    "emscripten:app|base"
    "GLES:app"
    "zlib:link|report"
    "double-conversion/:base"
    "doctest/:none")

file(GLOB_RECURSE files ${SOURCE}/${MODULE}/*.h ${SOURCE}/${MODULE}/*.cpp ${SOURCE}/${MODULE}/*.def)
set(offences "")
foreach(file IN LISTS files)
    file(STRINGS ${file} includes REGEX "^[ \t]*#[ \t]*include")
    foreach(line IN LISTS includes)
        if(line MATCHES "include \"([a-z_]+)/")
            set(used ${CMAKE_MATCH_1})
            if(IS_DIRECTORY ${SOURCE}/${used} AND NOT used STREQUAL MODULE AND NOT used IN_LIST ALLOWED)
                string(APPEND offences "  ${file}: ${line}\n")
            endif()
        endif()
        foreach(library IN LISTS libraries)
            string(REGEX MATCH "^(.*):(.*)$" rule "${library}")
            set(users ${CMAKE_MATCH_2})
            if(line MATCHES "include [<\"]${CMAKE_MATCH_1}" AND NOT MODULE MATCHES "^(${users})$")
                string(APPEND offences "  ${file}: ${line} (only for: ${users})\n")
            endif()
        endforeach()
    endforeach()
endforeach()
if(offences)
    message(FATAL_ERROR "${MODULE} may include only: ${MODULE};${ALLOWED}\n${offences}")
endif()
