#include "app/open_text.h"

#include "base/text.h"
#include "builtin/builtin.h"
#include "link/link.h"
#include "model/check.h"
#include "model/document_json.h"
#include "report/page_file.h"
#include "session/session.h"
#include "words/report_words.h"

#include <utility>

namespace fulcrum {
namespace {

Document reference_for(const Document& document) {
    const Builtin* builtin = find_builtin(document.id);
    if (builtin == nullptr) return document;
    ReadDocument read = read_document(builtin->json);
    return read.diagnostics.empty() ? with_streams(std::move(read.document)) : document;
}

OpenedText opened_json(std::string_view json) {
    ReadDocument read = read_document(json);
    if (!read.diagnostics.empty()) return {{}, {}, std::move(read.diagnostics)};
    Diagnostics findings = located(Session::findings(read.document), json);
    if (!findings.empty()) return {{}, {}, std::move(findings)};
    Document document = with_streams(std::move(read.document));
    Document reference = reference_for(document);
    return {std::move(document), std::move(reference), {}};
}

OpenedText opened_page(std::string_view html) {
    const DataBlock block = data_block(html);
    std::string_view document = block.document;
    if (!block.builtin.empty()) {
        const Builtin* builtin = find_builtin(block.builtin);
        if (builtin == nullptr || !is_whole(block, builtin->json))
            return {{}, {}, {Error{"", report_words().other_builtin}}};
        document = builtin->json;
    }
    if (!is_whole(block, document)) return {{}, {}, {Error{"", report_words().damaged_page}}};
    return opened_json(document);
}

OpenedText opened_link(std::string_view text) {
    Result<OpenedLink> link = open_link(text);
    if (!link) return {{}, {}, {link.error()}};
    Diagnostics findings = Session::findings(link->document);
    if (!findings.empty()) return {{}, {}, std::move(findings)};
    OpenedLink opened = *std::move(link);
    return {std::move(opened.document), std::move(opened.reference), {}};
}

}  // namespace

OpenedText open_text(std::string_view text) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    std::string_view rest = text;
    if (rest.starts_with(byte_order_mark)) rest.remove_prefix(byte_order_mark.size());
    rest = trimmed(rest);
    if (rest.starts_with('<')) return opened_page(text);
    const bool one_line = rest.find_first_of("{}[]\"\n") == std::string_view::npos;
    if (!rest.empty() && one_line && rest.find('.') != std::string_view::npos)
        return opened_link(rest);
    return opened_json(text);
}

std::string_view same_builtin(const Document& document) {
    const Builtin* builtin = find_builtin(document.id);
    return builtin != nullptr && builtin->json == canonical(document) ? builtin->id
                                                                      : std::string_view();
}

}  // namespace fulcrum
