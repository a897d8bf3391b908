// What stands in files that Fulcrum writes, and what the command line says.
#pragma once

#include <string>

namespace fulcrum {

struct ReportWords {
    std::string static_sentence;  // why a page shows only text
    // The same, once its script has found out: no WebAssembly; none with SIMD; the
    // program opened no decision.
    std::string no_program, no_simd, no_decision;
    std::string (*printed)(const std::string& date);
    std::string (*linked)(const std::string& link);
    std::string damaged_page;
    std::string other_builtin;  // the page shows a built-in decision of another version
};

const ReportWords& report_words();

}  // namespace fulcrum
