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
    };
    return english;
}

}  // namespace fulcrum
