#include "page/page.h"
#include "page/text_table.h"
#include "words/words.h"

#include <algorithm>

namespace fulcrum {
namespace {

class TextPage {
  public:
    explicit TextPage(int width) : width_(static_cast<std::size_t>(std::max(20, width))) {}

    void title(const std::string& text) { underlined(text, '='); }

    void blocks(const Blocks& blocks) {
        for (const Block& block : blocks)
            std::visit([this](const auto& form) { add(form); }, block.form);
    }

    std::string text() && {
        std::string all;
        for (const std::string& line : lines_) all += line + "\n";
        return all;
    }

  private:
    // One empty line between blocks, never two.
    void space() {
        if (!lines_.empty() && !lines_.back().empty()) lines_.emplace_back();
    }

    void wrapped(const std::string& text, const std::string& first = "",
                 const std::string& indent = "") {
        const std::size_t hanging = std::max(text_columns(first), text_columns(indent));
        const std::size_t room = width_ > hanging + 8 ? width_ - hanging : 8;
        bool begun = false;
        for (const std::string& line : broken(text, room)) {
            lines_.push_back((begun ? indent : first) + line);
            begun = true;
        }
    }

    void underlined(const std::string& text, char mark) {
        space();
        if (lines_.size() > 1 && mark == '=') lines_.emplace_back();
        std::size_t longest = 0;
        for (const std::string& line : broken(text, width_)) {
            lines_.push_back(line);
            longest = std::max(longest, text_columns(line));
        }
        lines_.emplace_back(longest, mark);
    }

    void add(const Heading& heading) {
        if (heading.level <= 2) {
            underlined(plain(heading.text), heading.level == 1 ? '=' : '-');
        } else {
            space();
            wrapped(plain(heading.text));
            headed_ = lines_.size();
        }
    }

    void add(const Paragraph& paragraph) {
        if (paragraph.text.empty()) return;
        before_body();
        wrapped(plain(paragraph.text));
        const bool bold = std::all_of(paragraph.text.begin(), paragraph.text.end(),
                                      [](const Run& run) { return run.bold; });
        if (bold) headed_ = lines_.size();  // a small heading of what follows
    }

    void add(const List& list) {
        before_body();
        std::size_t number = 0;
        for (const Prose& entry : list.entries) {
            ++number;
            const std::string mark = list.numbered       ? std::to_string(number) + "."
                                     : list.mark.empty() ? "•"
                                                         : list.mark;
            wrapped(plain(entry), "  " + mark + " ", std::string(3 + text_columns(mark), ' '));
        }
    }

    void add(const Table& table) {
        before_body();
        if (!table.caption.empty()) wrapped(table.caption);
        for (std::string& line : table_lines(table, width_)) lines_.push_back(std::move(line));
    }

    void add(const Slider& slider) {
        before_body();
        std::string line = slider.option.empty() ? "" : slider.option + " · ";
        line += slider.label + ": " + slider.text;
        if (!slider.unit.empty()) line += " " + slider.unit;
        if (!slider.was.empty()) line += " (" + slider.was + ")";
        wrapped(line, "", "  ");
        wrapped(slider.range, "  ", "  ");
        if (!slider.explanation.empty()) wrapped(slider.explanation, "  ", "  ");
    }

    void add(const ButtonRow& row) {
        before_body();
        std::string line;
        for (const Button& button : row.buttons)
            if (button.enabled) line += (line.empty() ? "[" : "  [") + button.label + "]";
        if (!line.empty()) wrapped(line);
    }

    void add(const Toggle& toggle) {
        before_body();
        wrapped((toggle.on ? "[x] " : "[ ] ") + toggle.label);
    }

    void add(const Tabs& tabs) {
        before_body();
        std::string line;
        for (std::size_t tab = 0; tab < tabs.tabs.size(); ++tab) {
            const std::string& label = tabs.tabs[tab].label;
            line += (line.empty() ? "" : "  ") + (tab == tabs.selected ? "[" + label + "]" : label);
        }
        wrapped(line);
    }

    void add(const Figure& figure) {
        before_body();
        wrapped(plain(figure.sentence.text));
        if (!figure.description.empty()) wrapped(figure.description, "  ", "  ");
    }

    void add(const Details& details) {
        underlined(plain(details.title), '-');
        blocks(details.blocks);
    }

    void add(const Columns& columns) {
        for (const Blocks& column : columns.columns) {
            space();
            blocks(column);
        }
    }

    // What follows a heading of a part stands right under it.
    void before_body() {
        const bool under_heading = headed_ == lines_.size() && headed_ > 0;
        const bool under_rule =
            !lines_.empty() && lines_.back().find_first_not_of('-') == std::string::npos;
        if (!under_heading && !(under_rule && !lines_.back().empty())) space();
    }

    std::size_t width_;
    std::vector<std::string> lines_;
    std::size_t headed_ = 0;  // how many lines there were after the last heading of a part
};

}  // namespace

std::string as_text(const Page& page, int width) {
    TextPage text(width);
    const bool titled = !page.blocks.empty() &&
                        std::holds_alternative<Heading>(page.blocks.front().form) &&
                        std::get_if<Heading>(&page.blocks.front().form)->level == 1;
    if (!titled && !page.title.empty()) text.title(page.title);
    text.blocks(page.blocks);
    return std::move(text).text();
}

}  // namespace fulcrum
