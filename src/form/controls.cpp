#include "form/controls.h"

#include "base/text.h"
#include "words/painter_words.h"

namespace fulcrum {
namespace {

std::string about(const std::string& key) {
    return key + "/about";
}

Element text_field(const std::string& key, const std::string& text, const std::string& name) {
    return {"input",
            "",
            {{"type", "text"},
             {key_attribute, key},
             {"value", text},
             {"aria-label", name},
             {"autocomplete", "off"}}};
}

Element check_box(const std::string& key, const std::string& label, bool on,
                  const std::string& note) {
    Element box{"input", "", {{"type", "checkbox"}, {key_attribute, key}}};
    if (on) box.attributes.emplace_back("checked", "");
    Element labelled{"label", "", {}, {std::move(box), {"", " " + label}}};
    if (!note.empty()) labelled.attributes.emplace_back("title", note);
    return labelled;
}

Element button(const std::string& key, const std::string& label, const std::string& note,
               bool enabled) {
    Element made{"button", label, {{"type", "button"}, {key_attribute, key}}};
    if (!note.empty()) made.attributes.emplace_back("title", note);
    if (!enabled) made.attributes.emplace_back("disabled", "");
    return made;
}

// A value along the slider's travel; what is between two steps stays as it is until it is moved.
Element range(const Slider& slider, const std::string& key, double value, const std::string& name) {
    return {"input",
            "",
            {{"type", "range"},
             {key_attribute, key},
             {"min", shortest(slider.from)},
             {"max", shortest(slider.to)},
             {"step", "any"},
             {"value", shortest(value)},
             {"aria-label", name}}};
}

Element end_of(const Slider& slider, const std::string& part, double value,
               const std::string& label, const std::string& name) {
    return {"label",
            label + " ",
            {{"class", "end"}},
            {range(slider, slider.key + part, value, name + ": " + label)}};
}

}  // namespace

Element control_of(const Slider& slider) {
    const PainterWords& words = painter_words();
    const std::string name =
        slider.option.empty() ? slider.label : slider.option + " · " + slider.label;
    Element made{"div", "", {{"class", "slider"}, {"id", "at/" + slider.key}}};
    made.children.push_back({"span", name, {{"class", "name"}}});
    Element travel = range(slider, slider.key, slider.value, name);
    travel.attributes.emplace_back(
        "aria-valuetext", slider.unit.empty() ? slider.text : slider.text + " " + slider.unit);
    travel.attributes.emplace_back("aria-describedby", about(slider.key));
    made.children.push_back(std::move(travel));
    made.children.push_back(text_field(slider.key + "/value", slider.text, name));
    made.children.push_back({"span", slider.unit, {{"class", "unit"}}});
    if (slider.can_be_known()) {
        made.children.push_back(
            check_box(slider.key + "/known", words.known, slider.known, words.known_note));
        made.children.push_back(
            button(slider.key + "/reset", words.reset_label, words.reset, slider.changed));
    }
    std::string said = slider.range;
    if (!slider.was.empty()) said += (said.empty() ? "" : " · ") + slider.was;
    made.children.push_back({"p", said, {{"class", "quiet"}, {"id", about(slider.key)}}});
    if (slider.low && slider.high && !slider.known) {
        Element ends{"p", ""};
        ends.children.push_back(end_of(slider, "/low", *slider.low, words.low, name));
        ends.children.push_back(end_of(slider, "/high", *slider.high, words.high, name));
        made.children.push_back(std::move(ends));
    }
    if (!slider.explanation.empty())
        made.children.push_back(
            {"details",
             "",
             {{key_attribute, slider.key + "/explain"}},
             {{"summary", words.explain, {{"aria-label", words.explain + ": " + name}}},
              {"p", slider.explanation}}});
    return made;
}

Elements notice_of(const std::string& text) {
    // The place is there before its text: only then is what comes into it announced.
    Elements made{{"p", text, {{"id", "form-notice"}, {"role", "status"}}}};
    if (!text.empty())
        made.push_back(button(std::string(notice_close_key), painter_words().close, "", true));
    return made;
}

Element control_of(const ButtonRow& row) {
    Element made{"div", "", {{"class", "buttons"}}};
    for (const Button& each : row.buttons) {
        const auto* command = std::get_if<Command>(&each.action);
        if (command != nullptr && *command == Command::ShowText) continue;  // it is the text view
        made.children.push_back(button(each.key, each.label, each.note, each.enabled));
    }
    return made;
}

Element control_of(const Toggle& toggle) {
    return {"p", "", {}, {check_box(toggle.key, toggle.label, toggle.on, toggle.note)}};
}

Element control_of(const Tabs& tabs) {
    // Those within a view are named by what they offer.
    std::string name = tabs.key == "views" ? painter_words().views : "";
    if (name.empty())
        for (const Tabs::Tab& tab : tabs.tabs) name += (name.empty() ? "" : " / ") + tab.label;
    Element made{"nav", "", {{"aria-label", name}, {"class", "buttons"}}};
    for (std::size_t tab = 0; tab < tabs.tabs.size(); ++tab) {
        Element each = button(tabs.tabs[tab].key, tabs.tabs[tab].label, "", true);
        if (tab == tabs.selected) each.attributes.emplace_back("aria-current", "page");
        made.children.push_back(std::move(each));
    }
    return made;
}

}  // namespace fulcrum
