#include "base/element.h"

#include <algorithm>
#include <array>

namespace fulcrum {
namespace {

// What follows them in a form always ends them. Source: HTML Living Standard, "Optional tags".
constexpr std::array<std::string_view, 11> without_end{"p",     "li", "dt", "dd", "thead", "tbody",
                                                       "tfoot", "tr", "th", "td", "br"};

void add(std::string& all, const Element& element) {
    if (element.tag.empty()) {
        all += escaped_html(element.text);
        return;
    }
    all.append("<").append(element.tag);
    for (const auto& [name, value] : element.attributes)
        all.append(" ").append(name).append("=\"").append(escaped_html(value)).append("\"");
    all.append(">").append(escaped_html(element.text));
    for (const Element& child : element.children) add(all, child);
    const bool may_stay_open =
        std::find(without_end.begin(), without_end.end(), element.tag) != without_end.end();
    if (!may_stay_open) all.append("</").append(element.tag).append(">");
}

}  // namespace

std::string escaped_html(std::string_view text) {
    std::string escaped;
    escaped.reserve(text.size());
    for (const char letter : text) {
        if (letter == '&')
            escaped += "&amp;";
        else if (letter == '<')
            escaped += "&lt;";
        else if (letter == '>')
            escaped += "&gt;";
        else if (letter == '"')
            escaped += "&quot;";
        else
            escaped += letter;
    }
    return escaped;
}

std::string markup(const Elements& elements) {
    std::string all;
    for (const Element& element : elements) {
        add(all, element);
        all += "\n";
    }
    return all;
}

}  // namespace fulcrum
