#include "page/page.h"

#include "base/overloaded.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace fulcrum {
namespace {

const Action* in_blocks(const Blocks& blocks, std::string_view key);

const Action* in_slider(const Slider& slider, std::string_view key) {
    if (!key.starts_with(slider.key)) return nullptr;
    const std::string_view rest = key.substr(slider.key.size());
    const std::array<std::pair<std::string_view, const Action*>, 6> parts{{
        {"", &slider.set},
        {"/value", &slider.set},
        {"/low", &slider.set_low},
        {"/high", &slider.set_high},
        {"/known", &slider.set_known},
        {"/reset", &slider.restore},
    }};
    for (const auto& [part, action] : parts)
        if (rest == part) return action;
    return nullptr;
}

const Action* in_tabs(const Tabs& tabs, std::string_view key) {
    for (const Tabs::Tab& tab : tabs.tabs)
        if (tab.key == key) return &tab.action;
    return nullptr;
}

const Action* in_block(const Block& block, std::string_view key) {
    const auto none = [](const auto&) -> const Action* { return nullptr; };
    return std::visit(
        Overloaded{none, [&](const Slider& slider) { return in_slider(slider, key); },
                   [&](const ButtonRow& row) -> const Action* {
                       for (const Button& button : row.buttons)
                           if (button.key == key) return &button.action;
                       return nullptr;
                   },
                   [&](const Toggle& toggle) -> const Action* {
                       return toggle.key == key ? &toggle.action : nullptr;
                   },
                   [&](const Figure& figure) -> const Action* {
                       return figure.drag && figure.drag->key == key ? &figure.drag->action
                                                                     : nullptr;
                   },
                   [&](const Tabs& tabs) { return in_tabs(tabs, key); },
                   [&](const Details& details) {
                       return details.key == key ? &details.action : in_blocks(details.blocks, key);
                   },
                   [&](const Columns& columns) -> const Action* {
                       for (const Blocks& column : columns.columns)
                           if (const Action* action = in_blocks(column, key)) return action;
                       return nullptr;
                   }},
        block.form);
}

const Action* in_blocks(const Blocks& blocks, std::string_view key) {
    for (const Block& block : blocks)
        if (const Action* action = in_block(block, key)) return action;
    return nullptr;
}

}  // namespace

Prose prose(std::string text, Role role) {
    if (text.empty()) return {};
    return {Run{.text = std::move(text), .ink = {.role = role}}};
}

std::string plain(const Prose& prose) {
    std::string text;
    for (const Run& run : prose) text += run.text;
    return text;
}

const Action* find_action(const Screen& screen, std::string_view key) {
    for (const Page* page : {&screen.bar, &screen.verdict, &screen.assumptions, &screen.view}) {
        if (const Action* action = in_blocks(page->blocks, key)) return action;
        for (const Page::Asked& asked : page->asked)
            if (asked.key == key) return &asked.action;
    }
    return in_tabs(screen.views, key);
}

Picture picture_of(const Figure& figure, double width) {
    const double across = std::floor(width);
    const double height = std::clamp(across * figure.aspect, figure.min_height, figure.max_height);
    Picture picture = figure.draw({across, std::round(height)});
    if (picture.size.height <= 0) picture.size = {across, std::round(height)};
    return picture;
}

}  // namespace fulcrum
