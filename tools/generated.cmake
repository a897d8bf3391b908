# What modules need that is made in the build folder.
if(TARGET fulcrum_link)
    get_target_property(kind fulcrum_link TYPE)
    if(NOT kind STREQUAL INTERFACE_LIBRARY)
        target_compile_definitions(fulcrum_link PRIVATE FULCRUM_HOME="${FULCRUM_HOME}")
    endif()
endif()
