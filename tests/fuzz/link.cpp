#include "link/link.h"

#include "base/checksum.h"
#include "fuzz/targets.h"
#include "link/base64url.h"
#include "link/deflate.h"
#include "model/check.h"
#include "model/difference.h"
#include "model/document_json.h"

namespace fulcrum::fuzz {
namespace {

// The link that holds this payload, its length and check right.
std::string sealed(std::string_view payload) {
    const std::string parts = ".AA." + base64url(deflated(payload)) + ".";
    std::size_t length = parts.size() + 19;  // "f0" and the check
    while (length != parts.size() + 20 + std::to_string(length).size()) ++length;
    const std::string checked = "f0." + std::to_string(length) + parts;
    return checked + checksum_text(checked) + "z";
}

// What came out of a link.
std::string broken_document_of_link(const Document& document) {
    const ReadDocument read = read_document(canonical(document));
    if (!read.diagnostics.empty())
        return "what the link holds is refused: " + read.diagnostics[0].message;
    return read.document == document ? "" : "what the link holds reads otherwise";
}

std::string broken_text(std::string_view text) {
    const Result<OpenedLink> opened = open_link(text);
    if (!opened) return opened.error().message.empty() ? "the error says nothing" : "";
    const Document& document = opened->document;
    const std::string broken = broken_document_of_link(document);
    if (!broken.empty() || !check(document).empty()) return broken;
    const Result<OpenedLink> again = open_link(link_fragment(document));
    if (!again) return "its own link does not open: " + again.error().message;
    return again->document == document ? "" : "its own link holds another document";
}

const Document& small_base() {
    static const Document base = [] {
        Document document;
        document.id = "small";
        document.options = {{.id = "A", .name = "a"}, {.id = "B", .name = "b"}};
        document.assumptions = {{.id = "x", .name = "x", .base = 1, .low = 0, .high = 2}};
        document.rows = {{.id = "r", .name = "r", .formula = "x * 2", .cells = {{"A", 3.0}}},
                         {.id = "s", .name = "s", .months = 3, .formula = "previous(s) + x"}};
        document.objective = "r";
        document.questions = {{.id = "q", .text = "why"}};
        return document;
    }();
    return base;
}

std::string broken_difference(std::string_view text) {
    const Result<Document> changed = applied(small_base(), text);
    if (!changed) return changed.error().message.empty() ? "the error says nothing" : "";
    if (const std::string broken = broken_document_of_link(*changed); !broken.empty())
        return broken;
    if (!check(*changed).empty()) return "";
    const Result<Document> again = applied(small_base(), difference(small_base(), *changed));
    if (!again) return "its own difference is refused: " + again.error().message;
    return *again == *changed ? "" : "its own difference gives another document";
}

}  // namespace

std::string broken_link(std::string_view bytes) {
    if (bytes.starts_with('=')) return broken_text(sealed(bytes.substr(1)));
    if (bytes.starts_with('+')) return broken_difference(bytes.substr(1));
    if (bytes.starts_with('~')) {
        const std::optional<std::string> unpacked = inflated(bytes.substr(1), 1u << 16);
        return unpacked && unpacked->size() > 1u << 16 ? "more than the limit" : "";
    }
    return broken_text(bytes);
}

}  // namespace fulcrum::fuzz
