cmake_minimum_required(VERSION 3.25)
# cmake -DROOT=<project> -P file_length.cmake
# Fails when a source file of src/ or web/ has more than 400 lines. Tables of numbers (*_table.cpp) and packages are
# exempt.
file(GLOB_RECURSE files ${ROOT}/src/*.h ${ROOT}/src/*.cpp ${ROOT}/src/*.def ${ROOT}/web/*.js ${ROOT}/web/*.css
    ${ROOT}/web/*.html)
list(FILTER files EXCLUDE REGEX "_table\\.cpp$|/node_modules/")
set(offences "")
foreach(file IN LISTS files)
    file(READ ${file} text)
    string(REGEX REPLACE "[^\n]" "" ends "${text}")
    string(LENGTH "${ends}" lines)
    if(lines GREATER 400)
        string(APPEND offences "  ${lines} ${file}\n")
    endif()
endforeach()
if(offences)
    message(FATAL_ERROR "More than 400 lines; split along the concepts:\n${offences}")
endif()
