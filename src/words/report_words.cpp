#include "words/report_words.h"

namespace fulcrum {

const ReportWords& report_words() {
    static const ReportWords english{
        .static_sentence =
            "This page computes in your browser. Where scripts do not run (a mail preview, say), "
            "it shows the "
            "decision as it was saved; save the file and open it in a browser to move the "
            "assumptions.",
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
