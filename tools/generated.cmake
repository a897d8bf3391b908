# Sources and fonts made in the build folder. Sets generated_<module>, the sources that a module adds to its own.
set(generated ${PROJECT_BINARY_DIR}/generated)
file(MAKE_DIRECTORY ${generated}/fonts)

# The built-in decisions named in builtins.def, as bytes.
set(builtins ${PROJECT_SOURCE_DIR}/src/builtin/builtins.def)
if(EXISTS ${builtins})
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${builtins})
    file(STRINGS ${builtins} lines REGEX "^BUILTIN\\([a-z0-9_]+\\)")
    file(GLOB decisions CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/assets/*.json)
    set(files "")
    set(paths "")
    foreach(line IN LISTS lines)
        string(REGEX REPLACE "^BUILTIN\\(([a-z0-9_]+)\\).*" "\\1" name "${line}")
        set(decision ${PROJECT_SOURCE_DIR}/assets/${name}.json)
        if(NOT decision IN_LIST decisions)
            message(WARNING "src/builtin/builtins.def names ${name}, and there is no assets/${name}.json")
            continue()
        endif()
        list(APPEND paths ${decision})
        list(APPEND files ${name}=${decision})
    endforeach()
    set(generated_builtin ${generated}/builtin_bytes.cpp)
    add_custom_command(OUTPUT ${generated_builtin} DEPENDS ${paths} ${PROJECT_SOURCE_DIR}/tools/embed.cmake
        COMMAND ${CMAKE_COMMAND} -DOUTPUT=${generated_builtin} -DNAMESPACE=builtin_bytes "-DFILES=${files}"
            -P ${PROJECT_SOURCE_DIR}/tools/embed.cmake
        COMMENT "Embedding the built-in decisions" VERBATIM)
endif()

# The faces of the page, reduced to what it shows, and the advance widths of their characters. Debian's fonttools
# belongs to Debian's python, which need not be the first on the PATH.
find_program(FULCRUM_PYTHON python3 PATHS /usr/bin NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH)
find_program(FULCRUM_PYTHON python3 NO_CMAKE_FIND_ROOT_PATH REQUIRED)
find_path(FULCRUM_FONTS Roboto-Regular.ttf PATHS $ENV{FULCRUM_DEPS}/fonts
    /usr/share/fonts/truetype/roboto/unhinted/RobotoTTF NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH)
execute_process(COMMAND ${FULCRUM_PYTHON} -c "import fontTools" RESULT_VARIABLE no_fonttools ERROR_QUIET)
if(NOT FULCRUM_FONTS OR no_fonttools)
    message(FATAL_ERROR "Roboto (fonts-roboto-unhinted) or fontTools (python3-fonttools) is missing. Run tools/setup, "
        "which installs both on Debian 12; elsewhere: pip install fonttools, and put Roboto-Regular.ttf and "
        "Roboto-Medium.ttf into fonts/ of the folder that the environment variable FULCRUM_DEPS names.")
endif()
foreach(weight IN ITEMS Regular Medium)
    string(TOLOWER ${weight} face)
    set(letters all)
    if(weight STREQUAL Medium)
        set(letters heading)
    endif()
    add_custom_command(OUTPUT ${generated}/fonts/${face}.ttf
        DEPENDS ${FULCRUM_FONTS}/Roboto-${weight}.ttf ${PROJECT_SOURCE_DIR}/tools/subset_font.py
        COMMAND ${FULCRUM_PYTHON} ${PROJECT_SOURCE_DIR}/tools/subset_font.py ${letters}
            ${FULCRUM_FONTS}/Roboto-${weight}.ttf ${generated}/fonts/${face}.ttf
        COMMENT "Subsetting Roboto ${weight}" VERBATIM)
endforeach()
set(generated_picture ${generated}/advance_widths_table.cpp)
add_custom_command(OUTPUT ${generated_picture}
    DEPENDS ${generated}/fonts/regular.ttf ${generated}/fonts/medium.ttf ${PROJECT_SOURCE_DIR}/tools/advance_widths.py
    COMMAND ${FULCRUM_PYTHON} ${PROJECT_SOURCE_DIR}/tools/advance_widths.py ${generated_picture}
        ${generated}/fonts/regular.ttf ${generated}/fonts/medium.ttf
    COMMENT "Measuring the faces" VERBATIM)
