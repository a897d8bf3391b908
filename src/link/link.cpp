#include "link/link.h"

#include "base/checksum.h"
#include "base/text.h"
#include "builtin/builtin.h"
#include "link/base64url.h"
#include "link/deflate.h"
#include "model/check.h"
#include "model/difference.h"
#include "model/document_json.h"
#include "words/link_words.h"

#include <optional>
#include <vector>

// A fragment is five parts joined by '.':
//
//   f0 . length . title . body . check
//
// length  of the whole fragment in characters, so that a cut one is known as such
// title   of the decision, base64url, so that even a cut link names it
// body    base64url of raw deflate of: base id, space, checksum of the base's text, line end,
// difference; or of a line end and the
//         whole canonical text
// check   16 hexadecimal digits over all before it, then a 'z': the last character is a letter,
// which no mail program drops
namespace fulcrum {
namespace {

constexpr std::string_view form = "f0";
constexpr std::size_t title_bytes = 60;
constexpr double most_length = 1e9;  // characters; what says more is damaged
constexpr char last_letter = 'z';

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (std::size_t end = text.find(separator); end != std::string_view::npos;
         end = text.find(separator)) {
        parts.push_back(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
    parts.push_back(text);
    return parts;
}

std::string shortened(std::string_view title) {
    std::size_t end = std::min(title.size(), title_bytes);
    while (end < title.size() && end > 0 && (static_cast<unsigned char>(title[end]) & 0xC0) == 0x80)
        --end;
    return std::string(title.substr(0, end));
}

// The built-in decision of that id as the page shows it: with its streams given.
std::optional<Document> builtin_document(std::string_view id) {
    const Builtin* builtin = find_builtin(id);
    if (builtin == nullptr) return std::nullopt;
    ReadDocument read = read_document(builtin->json);
    if (!read.diagnostics.empty()) return std::nullopt;
    return with_streams(std::move(read.document));
}

std::string payload(const Document& document) {
    if (const std::optional<Document> base = builtin_document(document.id)) {
        const std::string patch = difference(*base, document);
        const Result<Document> back = applied(*base, patch);
        if (back && *back == document)
            return document.id + " " + checksum_text(find_builtin(document.id)->json) + "\n" +
                   patch;
    }
    return "\n" + canonical(document);
}

Result<OpenedLink> opened_difference(std::string_view header, std::string_view patch) {
    const std::vector<std::string_view> parts = split(header, ' ');
    const Builtin* builtin = find_builtin(parts.front());
    if (parts.size() != 2 || builtin == nullptr)
        return Error{"", link_words().unknown_base(std::string(parts.front()))};
    if (parts[1] != checksum_text(builtin->json)) return Error{"", link_words().other_base};
    const std::optional<Document> base = builtin_document(builtin->id);
    if (!base) return Error{"", link_words().damaged};
    Result<Document> document = applied(*base, patch);
    if (!document) return document.error();
    return OpenedLink{*std::move(document), *base};
}

Result<OpenedLink> opened_payload(std::string_view text) {
    const std::size_t line_end = text.find('\n');
    if (line_end == std::string_view::npos) return Error{"", link_words().damaged};
    const std::string_view header = text.substr(0, line_end), rest = text.substr(line_end + 1);
    if (!header.empty()) return opened_difference(header, rest);
    ReadDocument read = read_document(rest);
    if (!read.diagnostics.empty()) return read.diagnostics.front();
    Document document = with_streams(std::move(read.document));
    return OpenedLink{document, document};
}

}  // namespace

std::string link_fragment(const Document& document) {
    const std::string title = base64url(shortened(document.title));
    const std::string body = base64url(deflated(payload(document)));
    constexpr std::size_t check_length = 17;
    const std::size_t without_length = form.size() + title.size() + body.size() + check_length + 4;
    std::size_t length = without_length;
    while (length != without_length + std::to_string(length).size())
        length = without_length + std::to_string(length).size();

    std::string fragment =
        std::string(form) + '.' + std::to_string(length) + '.' + title + '.' + body + '.';
    fragment += checksum_text(fragment) + last_letter;
    return fragment;
}

std::string link_text(const Document& document, std::string_view base) {
    return std::string(base) + '#' + link_fragment(document);
}

Result<OpenedLink> open_link(std::string_view text) {
    text = trimmed(text);
    if (const std::size_t hash = text.find('#'); hash != std::string_view::npos)
        text.remove_prefix(hash + 1);
    const std::vector<std::string_view> parts = split(text, '.');
    if (parts.front() != form || parts.size() < 2) return Error{"", link_words().not_a_link};

    const std::optional<double> length = parse_decimal(parts[1]);
    if (length && static_cast<double>(text.size()) < *length && *length <= most_length) {
        const std::optional<std::string> title =
            parts.size() > 3 ? from_base64url(parts[2]) : std::nullopt;
        return Error{"", link_words().cut(text.size(), static_cast<std::size_t>(*length),
                                          title.value_or(""))};
    }
    if (parts.size() != 5 || !length || static_cast<double>(text.size()) != *length)
        return Error{"", link_words().damaged};

    const std::string_view checked = text.substr(0, text.size() - parts[4].size());
    if (parts[4] != checksum_text(checked) + last_letter) return Error{"", link_words().damaged};
    const std::optional<std::string> bytes = from_base64url(parts[3]);
    const std::optional<std::string> unpacked =
        bytes ? inflated(*bytes, DocumentLimits{}.bytes + 4096) : std::nullopt;
    if (!unpacked) return Error{"", link_words().damaged};
    return opened_payload(*unpacked);
}

std::string_view home_address() {
    return FULCRUM_HOME;
}

}  // namespace fulcrum
