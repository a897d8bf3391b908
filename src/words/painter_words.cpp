#include "words/painter_words.h"

namespace fulcrum {

const PainterWords& painter_words() {
    static const PainterWords english{
        .known = "known",
        .known_note = "Take this value as certain: every draw uses it, the range is set aside",
        .reset = "Back to the document's own value",
        .reset_label = "Reset",
        .low_end = "Low end of the range: drag it alone",
        .high_end = "High end of the range: drag it alone",
        .low = "low",
        .high = "high",
        .views = "Views",
        .as_text = "Text view",
        .as_picture = "Back to the drawn page",
        .to_assumptions = "Skip to the assumptions",
        .explain = "What this is, and what dragging does",
        .close = "Close",
        .show_assumptions = "Change assumptions",
        .hide_assumptions = "Back to the results",
    };
    return english;
}

}  // namespace fulcrum
