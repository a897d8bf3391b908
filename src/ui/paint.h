// Page -> Dear ImGui. Knows kinds of block, never a view; reports inputs, changes nothing.
#pragma once

#include "page/page.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace fulcrum {

// The typed field that owns the keyboard. The host's native field of the same key holds the same
// text and selection, so that phone keyboards, input methods and the clipboard are the browser's
// own.
struct TextEdit {
    std::string key;
    std::string text;
    std::size_t from = 0, to = 0;  // selection, in UTF-16 units as the browser counts
    Box box;                       // CSS px, where the native element belongs
    bool operator==(const TextEdit&) const = default;
};

// One sentence of the app under the bar, with a button that closes it. Empty: none.
struct Notice {
    std::string text;
};

struct PaintResult {
    std::vector<Input> inputs;         // in the order they happened
    std::map<std::string, Box> rects;  // CSS px of every control that is on the screen, by key
    bool wants_frame = false;          // a scroll moved, a momentum runs: draw again
    std::string cursor;                // CSS name of the pointer
    std::string focus;                 // the control that the keyboard acts on, "" = none
    std::string edited_key;            // the typed field that owns the keyboard, "" = none
    TextEdit edit;                     // meaningful with edited_key
};

struct KeyEvent {
    std::string_view name;  // as the browser names it: "ArrowLeft", "Enter", " "
    bool shift = false;
    bool down = true;
};

// What the painter keeps between frames: scroll, caret, hover, a held slider. Nothing of the
// decision.
class Painter {
  public:
    Painter();  // requires a current ImGui context
    ~Painter();
    Painter(const Painter&) = delete;
    Painter& operator=(const Painter&) = delete;

    // Between Stage::begin_frame and Stage::end_frame.
    PaintResult paint(const Screen& screen, Size size, bool dark, bool coarse_pointer,
                      const Notice& notice = {});

    // Events between frames; each may need a frame to show.
    // returns whether the key means something here; else it belongs to the browser.
    bool key(const KeyEvent& event);
    void wheel(Point at, Size by);  // CSS px, positive: content moves up and left
    // The keyboard came to a control of the host's (the element of the same key), or to none: "".
    void focus(std::string_view key);
    // The native field's content and selection, in UTF-16 units.
    void text(std::string content, std::size_t from, std::size_t to);
    void blur();  // the keyboard went elsewhere: a text edit is committed, a held key let go

    // Scrolls a control into sight, opening the drawer that it is in.
    void reveal(std::string_view key);

    struct State;

  private:
    State* state_;
};

}  // namespace fulcrum
