#include "form/form.h"

#include "form/controls.h"
#include "picture/svg.h"

#include <algorithm>

namespace fulcrum {
namespace {

constexpr double widest_figure = 720;
constexpr int page_level = 2;  // of a page's title; h1 is the decision's

// What is quiet beside what is not says so: it may be of an earlier moment.
Elements runs(const Prose& prose) {
    const auto is_quiet = [](const Run& run) { return run.ink.role == Role::Quiet; };
    const bool is_mixed = !std::all_of(prose.begin(), prose.end(), is_quiet);
    Elements all;
    for (const Run& run : prose)
        all.push_back({run.bold ? "b" : is_mixed && is_quiet(run) ? "i" : "", run.text});
    return all;
}

Element of_prose(std::string tag, const Prose& prose) {
    if (prose.size() == 1 && !prose.front().bold) return {std::move(tag), prose.front().text};
    return {std::move(tag), "", {}, runs(prose)};
}

// Browsers break lines at a thin space, and so between a figure and its sign.
void keep_together(std::string& text) {
    constexpr std::string_view thin = "\u2009", narrow_no_break = "\u202f";
    for (std::size_t at = text.find(thin); at != std::string::npos; at = text.find(thin, at))
        text.replace(at, thin.size(), narrow_no_break);
}
void keep_together(Element& element) {
    keep_together(element.text);
    for (Element& child : element.children) keep_together(child);
}

class Form {
  public:
    // heading   what stands above the blocks
    // room      for blocks; what finds none is left out
    Form(const FormStyle& style, std::string heading, std::size_t& room)
        : style_(style),
          is_live_(style.controls == Controls::Live),
          heading_(std::move(heading)),
          room_(room) {}

    void blocks(const Blocks& blocks) {
        for (const Block& block : blocks) {
            if (room_ == 0) return;
            --room_;
            const std::size_t first = elements_.size();
            std::visit([this](const auto& form) { add(form); }, block.form);
            for (std::size_t e = first; block.is_busy && e < elements_.size(); ++e)
                elements_[e].attributes.emplace_back("aria-busy", "true");
        }
    }

    Elements take() { return std::move(elements_); }

  private:
    void put(Element element) { elements_.push_back(std::move(element)); }

    void heading(int level, const Prose& text) {
        level_ = std::clamp(level, page_level, 6);
        heading_ = plain(text);
        put(of_prose("h" + std::to_string(level_), text));
    }

    // A title of the page itself stands as its section's heading.
    void add(const Heading& heading) {
        this->heading(page_level + std::max(1, heading.level - 1), heading.text);
    }

    void add(const Paragraph& paragraph) {
        if (!paragraph.text.empty()) put(said("p", paragraph));
    }

    Element said(const char* tag, const Paragraph& paragraph) const {
        const Inquiry& inquiry = paragraph.inquiry;
        Element made = of_prose(tag, paragraph.text);
        if (is_live_ && !inquiry.key.empty()) {
            made = {tag, "", {}, runs(paragraph.text)};
            made.children.push_back({"", " "});
            made.children.push_back(pressed(inquiry, prose(inquiry.label)));
        }
        add_note(made, paragraph.note);
        return made;
    }

    void add(const List& list) {
        Element all{list.numbered ? "ol" : "ul", ""};
        for (const Prose& entry : list.entries) {
            Prose marked = entry;
            if (!list.mark.empty()) marked.insert(marked.begin(), prose(list.mark + " ").front());
            all.children.push_back(of_prose("li", marked));
        }
        if (!list.mark.empty()) all.attributes.emplace_back("class", "marked");
        if (!all.children.empty()) put(std::move(all));
    }

    Element cell(const TableCell& cell, bool is_header, Align align) const {
        const char* const tag = is_header ? "th" : "td";
        Element made = of_prose(tag, cell.text);
        if (is_live_ && !cell.inquiry.key.empty()) made = {tag, "", {}, askable(cell)};
        if (!cell.change.empty()) made.children.push_back({"", " (" + cell.change + ")"});
        if (is_header) made.attributes.emplace_back("scope", "row");
        if (align == Align::Right) made.attributes.emplace_back("class", "n");
        add_note(made, cell.note);
        return made;
    }

    static Element pressed(const Inquiry& inquiry, const Prose& label) {
        Element button = of_prose("button", label);
        button.attributes = {{"type", "button"},
                             {key_attribute, inquiry.key},
                             {"aria-expanded", inquiry.is_open ? "true" : "false"}};
        return button;
    }

    // Its figure can be pressed: it says where it comes from.
    static Elements askable(const TableCell& cell) {
        const auto quiet = std::find_if(cell.text.begin() + 1, cell.text.end(),
                                        [](const Run& run) { return run.ink.role == Role::Quiet; });
        Elements all{pressed(cell.inquiry, {cell.text.begin(), quiet})};
        for (Element& rest : runs({quiet, cell.text.end()})) all.push_back(std::move(rest));
        return all;
    }

    // A tooltip to who sees it, the description to who hears it. Too much for a file that nobody
    // has opened yet.
    void add_note(Element& element, const std::string& note) const {
        if (is_live_ && !note.empty()) element.attributes.emplace_back("title", note);
    }

    Element row(const Table& table, const TableRow& row) const {
        Element made{"tr", ""};
        if (row.total) made.attributes.emplace_back("class", "total");
        if (row.heading && !row.cells.empty()) {
            Element title = of_prose("th", row.cells.front().text);
            title.attributes = {{"scope", "rowgroup"},
                                {"colspan", std::to_string(table.columns.size())}};
            made.children.push_back(std::move(title));
            return made;
        }
        for (std::size_t column = 0; column < row.cells.size(); ++column)
            made.children.push_back(
                cell(row.cells[column], column == 0, table.columns[column].align));
        return made;
    }

    void add(const Table& table) {
        Element made{"table", ""};
        // Who hears a table is told what it is, also where its heading says so to the eye.
        if (!table.caption.empty())
            made.children.push_back({"caption", table.caption});
        else if (!heading_.empty())
            made.children.push_back({"caption", heading_, {{"class", "spoken"}}});
        Element titles{"tr", ""};
        for (const TableColumn& column : table.columns) {
            const bool is_empty = plain(column.title).empty();
            Element title = of_prose(is_empty ? "td" : "th", column.title);
            if (!is_empty) title.attributes.emplace_back("scope", "col");
            if (column.align == Align::Right) title.attributes.emplace_back("class", "n");
            titles.children.push_back(std::move(title));
        }
        made.children.push_back({"thead", "", {}, {std::move(titles)}});
        Element body{"tbody", ""};
        for (const TableRow& each : table.rows) {
            // a group's title begins a group of rows, which it is the header of
            if (each.heading && !body.children.empty()) {
                made.children.push_back(std::move(body));
                body = {"tbody", ""};
            }
            body.children.push_back(row(table, each));
        }
        made.children.push_back(std::move(body));
        put({"div", "", {{"class", "wide"}}, {std::move(made)}});
    }

    // Sliders that follow each other are one list of terms.
    void add(const Slider& slider) {
        if (is_live_) return put(control_of(slider));
        if (elements_.empty() || elements_.back().tag != "dl") put({"dl", ""});
        Elements& list = elements_.back().children;
        list.push_back({"dt", (slider.option.empty() ? "" : slider.option + " · ") + slider.label});
        std::string value = slider.text;
        if (!slider.unit.empty()) value += " " + slider.unit;
        if (!slider.was.empty()) value += " (" + slider.was + ")";
        if (!slider.range.empty()) value += " · " + slider.range;
        // What the reader has changed stands out.
        list.push_back(of_prose("dd", {{std::move(value), {}, slider.changed}}));
    }

    // What can only be pressed says nothing where nothing can be pressed.
    void add(const ButtonRow& row) {
        if (is_live_) put(control_of(row));
    }
    void add(const Tabs& tabs) {
        if (is_live_) put(control_of(tabs));
    }

    void add(const Toggle& toggle) {
        if (is_live_) return put(control_of(toggle));
        put({"p", (toggle.on ? "☑ " : "☐ ") + toggle.label});
    }

    void add(const Figure& figure) {
        Element made{"figure", ""};
        if (!figure.sentence.text.empty())
            made.children.push_back(said("figcaption", figure.sentence));
        if (figure.draw && style_.figure_width > 0)
            made.children.push_back(
                svg(picture_of(figure, std::min(style_.figure_width, widest_figure)),
                    figure.description, is_live_));
        if (!made.children.empty()) put(std::move(made));
    }

    void add(const Details& details) {
        const int outer = level_;
        heading(std::max(outer, page_level) + 1, details.title);
        if (!is_live_) {
            if (details.open || style_.unfolded) blocks(details.blocks);
        } else {
            Form inner(style_, heading_, room_);
            inner.level_ = level_;
            inner.blocks(details.blocks);
            Element folded{"details", "", {{key_attribute, details.key}}};
            if (details.open) folded.attributes.emplace_back("open", "");
            folded.children.push_back({"summary", "", {}, {std::move(elements_.back())}});
            for (Element& element : inner.take()) folded.children.push_back(std::move(element));
            elements_.back() = std::move(folded);
        }
        level_ = outer;
    }

    void add(const Columns& columns) {
        Element all{"div", "", {{"class", "columns"}}};
        for (const Blocks& column : columns.columns) {
            Form inner(style_, heading_, room_);
            inner.level_ = level_;
            inner.blocks(column);
            all.children.push_back({"div", "", {}, inner.take()});
        }
        put(std::move(all));
    }

    FormStyle style_;
    bool is_live_;
    std::string heading_;  // the last one
    std::size_t& room_;
    Elements elements_;
    int level_ = page_level;  // of the last heading
};

}  // namespace

namespace {

constexpr std::size_t any_number = std::numeric_limits<std::size_t>::max();

// room   for blocks, less those that were made
Element section_of(const Page& page, const std::string& id, const FormStyle& style,
                   std::size_t& room) {
    const auto* title = page.blocks.empty() ? nullptr : std::get_if<Heading>(&page.blocks[0].form);
    const bool is_titled = title != nullptr && title->level == 1;
    Element heading =
        of_prose("h" + std::to_string(page_level), is_titled ? title->text : prose(page.title));
    heading.attributes.emplace_back("id", id + "-title");
    Form form(style, plain(is_titled ? title->text : prose(page.title)), room);
    form.blocks(is_titled ? Blocks(page.blocks.begin() + 1, page.blocks.end()) : page.blocks);
    Element section{
        "section", "", {{"id", id}, {"aria-labelledby", id + "-title"}}, {std::move(heading)}};
    for (Element& element : form.take()) section.children.push_back(std::move(element));
    keep_together(section);
    return section;
}

}  // namespace

Element form_of(const Page& page, const std::string& id, const FormStyle& style) {
    std::size_t room = any_number;
    return section_of(page, id, style, room);
}

ScreenForm form_of(const Screen& screen, const std::string& notice, double figure_width,
                   std::size_t assumptions) {
    const FormStyle live{Controls::Live, figure_width};
    ScreenForm form;
    Elements& all = form.elements;
    all.push_back(form_of(screen.bar, "form-bar", live));
    all.back().children.front().tag = "h1";
    for (Element& element : notice_of(notice)) all.push_back(std::move(element));
    all.push_back(form_of(screen.verdict, "form-verdict", live));
    all.push_back(control_of(screen.views));
    all.push_back(form_of(screen.view, "form-" + screen.view.id, live));
    all.push_back(section_of(screen.assumptions, "form-assumptions", live, assumptions));
    form.is_whole = assumptions > 0;
    return form;
}

}  // namespace fulcrum
