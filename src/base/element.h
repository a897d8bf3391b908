// Elements of HTML and SVG as data. Text is text: what comes from a document never becomes markup.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fulcrum {

struct Element {
    std::string tag;   // "" = the text alone
    std::string text;  // before the children
    std::vector<std::pair<std::string, std::string>> attributes = {};
    std::vector<Element> children = {};
    bool operator==(const Element&) const = default;
};
using Elements = std::vector<Element>;

// As markup that reads back as the same elements. End tags that HTML lets one leave out are left
// out (p, li, dt, dd and the parts of tables): a tenth of the text.
std::string markup(const Elements& elements);

std::string escaped_html(std::string_view text);

}  // namespace fulcrum
