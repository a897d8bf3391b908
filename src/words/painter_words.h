// What stands beside every slider, and on the painters' own controls.
#pragma once

#include <string>

namespace fulcrum {

struct PainterWords {
    std::string known;       // label of the pin
    std::string known_note;  // what pinning does
    std::string reset;       // note of the button that takes a change back
    std::string reset_label;
    std::string low_end;  // notes of the ends of a range
    std::string high_end;
    std::string low, high;  // their labels
    std::string views;      // what the tabs choose among
    std::string as_text;    // the switch to the page as text, and back
    std::string as_picture;
    std::string to_assumptions;  // skips what stands before them
    std::string explain;         // note of the sign that opens an explanation
    std::string close;
    std::string show_assumptions;  // narrow screens
    std::string hide_assumptions;
};

const PainterWords& painter_words();

}  // namespace fulcrum
