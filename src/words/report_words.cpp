#include "words/report_words.h"

namespace fulcrum {

const ReportWords& report_words() {
    static const ReportWords english{
        .static_sentence =
            "This page computes in your browser. Where scripts do not run (a mail preview, say), "
            "it shows the "
            "decision as it was saved; save the file and open it in a browser to move the "
            "assumptions.",
        .no_program =
            "This browser cannot run the page’s program (WebAssembly), so the decision is shown "
            "as it was saved.",
        .no_simd =
            "This browser is too old for the page’s program: Chrome 91, Firefox 89, Safari 16.4 "
            "and newer run it (WebAssembly SIMD). So the decision is shown as it was saved.",
        .no_decision =
            "The page’s program could not open the decision, so it is shown as it was saved.",
        .printed = [](const std::string& date) { return "As of " + date + "."; },
        .linked = [](const std::string& link) { return "To move the assumptions: " + link; },
        .damaged_page =
            "the decision inside this saved page was changed or cut; what is left of it was not "
            "taken",
        .other_builtin =
            "this page shows a built-in decision that this version of Fulcrum does not have; open "
            "the page itself, and save it with a change of yours",
    };
    return english;
}

}  // namespace fulcrum
