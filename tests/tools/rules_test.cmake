cmake_minimum_required(VERSION 3.25)
# cmake -DTESTS=<tests> -DWORK=<scratch folder> -P rules_test.cmake
# The rules of the source catch what they are for, and let pass what they should.
file(REMOVE_RECURSE ${WORK})

# expect(passes|fails RULE TEXT): what the rule says of a tree whose file src/<module>/a.cpp holds TEXT.
function(expect outcome rule module text)
    file(REMOVE_RECURSE ${WORK}/src)
    file(WRITE ${WORK}/src/${module}/a.cpp "${text}")
    file(WRITE ${WORK}/src/base/base.h "")
    file(WRITE ${WORK}/src/page/page.h "")
    execute_process(COMMAND ${CMAKE_COMMAND} -DROOT=${WORK} -DSOURCE=${WORK}/src -DMODULE=${module} -DALLOWED=base
        -P ${TESTS}/${rule}.cmake RESULT_VARIABLE code ERROR_QUIET OUTPUT_QUIET)
    if(NOT ((code EQUAL 0 AND outcome STREQUAL passes) OR (NOT code EQUAL 0 AND outcome STREQUAL fails)))
        message(SEND_ERROR "${rule} should say that this ${outcome}, in ${module}:\n${text}")
    endif()
endfunction()

expect(passes layering math "#include \"base/base.h\"\n#include \"math/a.h\"\n#include <vector>\n")
expect(fails layering math "#include \"page/page.h\"\n")
expect(fails layering math "#  include \"page/page.h\"\n")
expect(fails layering math "#include <nlohmann/json.hpp>\n")
expect(passes layering model "#include <nlohmann/json.hpp>\n")
expect(fails layering page "#include <imgui.h>\n")
expect(fails layering page "#include \"imgui_internal.h\"\n")
expect(passes layering ui "#include <imgui.h>\n")
expect(fails layering ui "#include <emscripten.h>\n")
expect(passes layering app "#include <emscripten/html5.h>\n")

expect(passes tools/no_libm engine "double f(double x) { return elementary::exp(x) + std::sqrt(x) + a.log(x); }\n")
expect(passes tools/no_libm engine "// std::exp(x)\nconst char* text = \"std::log(2)\";\n")
expect(fails tools/no_libm engine "double f(double x) { return std::exp(x); }\n")
expect(fails tools/no_libm engine "double f(double x) { return powf(x, 2); }\n")
expect(fails tools/no_libm engine "using std::pow;\n")
expect(passes tools/no_libm page "double f(double x) { return std::exp(x); }\n")

string(REPEAT "int x;\n" 400 longest)
expect(passes tools/file_length page "${longest}")
expect(fails tools/file_length page "${longest}int y;\n")
