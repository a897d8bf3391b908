#include "base/order.h"
#include "model/document_json.h"
#include "model/json_tree.h"
#include "model/pointer.h"

#include <algorithm>

namespace fulcrum {
namespace {

struct Found {
    const JsonNode* node = nullptr;  // the deepest that there is
    bool whole = true;               // the pointer leads all the way
};

// Follows a pointer as far as it leads.
Found follow(const JsonNode& root, std::string_view pointer) {
    Found found{&root, true};
    while (!pointer.empty()) {
        const std::size_t end = std::min(pointer.find('/', 1), pointer.size());
        const std::string_view step = pointer.substr(0, end);
        const JsonNode* next = nullptr;
        for (std::size_t k = 0; k < found.node->members.size() && next == nullptr; ++k) {
            const JsonMember& member = found.node->members[k];
            const std::string own =
                found.node->kind == JsonKind::List ? pointer_step(k) : pointer_step(member.key);
            if (own == step) next = &member.node;
        }
        if (next == nullptr) return {found.node, false};
        found.node = next;
        pointer.remove_prefix(end);
    }
    return found;
}

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    return (c | 0x20) - 'a' + 10;
}

struct Escape {
    std::size_t written = 1;  // bytes in the file
    std::size_t content = 1;  // bytes of the text
};

Escape escape_at(std::string_view json, std::size_t at) {
    if (json[at] != '\\') return {1, 1};
    if (json[at + 1] != 'u') return {2, 1};
    int code = 0;
    for (std::size_t k = 2; k < 6; ++k) code = 16 * code + hex_digit(json[at + k]);
    if (code >= 0xD800 && code < 0xE000) return {12, 4};
    return {6, code < 0x80 ? 1u : code < 0x800 ? 2u : 3u};
}

// Where byte `at` of the text stands that is written from `begin` (its quote) on.
std::size_t inside_text(std::string_view json, std::size_t begin, std::size_t at) {
    std::size_t place = begin + 1, content = 0;
    while (content < at && place < json.size() && json[place] != '"') {
        const Escape escape = escape_at(json, place);
        if (content + escape.content > at) break;
        place += escape.written;
        content += escape.content;
    }
    return place;
}

}  // namespace

Diagnostics located(Diagnostics diagnostics, std::string_view json) {
    const JsonTree tree = parse_json(json, {});
    if (tree.error) return diagnostics;
    Places places(json);
    for (Error& error : diagnostics) {
        if (error.line > 0) continue;
        const Found found = follow(tree.root, error.path);
        const bool in_text = found.whole && found.node->kind == JsonKind::Text && error.at > 0;
        places.fill(error, in_text ? inside_text(json, found.node->at, error.at) : found.node->at);
    }
    std::vector<double> keys;
    keys.reserve(diagnostics.size());
    constexpr double past_columns = 4294967296.0;  // 2^32: lines first, then columns
    for (const Error& error : diagnostics) keys.push_back(error.line * past_columns + error.column);
    return in_order(std::move(diagnostics), ascending_order(keys));
}

}  // namespace fulcrum
