#include "report/page_file.h"

#include "base/checksum.h"

namespace fulcrum {
namespace {

constexpr std::string_view json_less_than = "\\u003c";
constexpr std::string_view data_begin = R"(<script type="application/json" id="document")";

std::string replaced(std::string_view text, std::string_view what, std::string_view by) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = text.find(what); at != std::string_view::npos; at = text.find(what)) {
        result.append(text.substr(0, at)).append(by);
        text.remove_prefix(at + what.size());
    }
    return result.append(text);
}

// Undoes the escape of "<" and no other: an escaped backslash before u003c is text.
std::string with_less_than(std::string_view json) {
    std::string result;
    result.reserve(json.size());
    while (!json.empty()) {
        if (json.starts_with(json_less_than)) {
            result += '<';
            json.remove_prefix(json_less_than.size());
            continue;
        }
        const std::size_t length = json.front() == '\\' && json.size() > 1 ? 2 : 1;
        result.append(json.substr(0, length));
        json.remove_prefix(length);
    }
    return result;
}

void element(std::string& html, std::string_view begin, std::string_view content,
             std::string_view end) {
    html.append(begin).append(content).append(end).append("\n");
}

void add_attribute(std::string& html, std::string_view name, std::string_view value) {
    html.append(" ").append(name).append("=\"").append(escaped_html(value)).append("\"");
}

// The value of an attribute inside one tag; "" when absent.
std::string_view attribute(std::string_view tag, std::string_view name) {
    const std::string wanted = " " + std::string(name) + "=\"";
    const std::size_t begin = tag.find(wanted);
    if (begin == std::string_view::npos) return {};
    tag.remove_prefix(begin + wanted.size());
    return tag.substr(0, tag.find('"'));
}

}  // namespace

std::string content_security_policy(std::string_view style_hash, std::string_view glue_hash,
                                    std::string_view host_hash) {
    std::string policy = "default-src 'none'; script-src '";
    policy.append(glue_hash).append("' '").append(host_hash).append(
        "' 'wasm-unsafe-eval'; style-src '");
    policy.append(style_hash);
    policy +=
        "'; font-src data:; img-src 'self' data: blob:; worker-src 'self'; manifest-src 'self'; "
        "base-uri 'none'; "
        "form-action 'none'; require-trusted-types-for 'script'; trusted-types fulcrum";
    return policy;
}

std::string assemble(const PageParts& parts, const DocumentText& document, const StaticText& text) {
    const std::string decision = markup(text.decision);
    std::string html;
    html.reserve(parts.wasm.size() + parts.regular.size() + parts.medium.size() +
                 parts.glue.size() + parts.host.size() + parts.style.size() +
                 document.text.size() * 2 + decision.size() + 4096);
    html += "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n";
    element(html, R"(<meta http-equiv="Content-Security-Policy" content=")", parts.policy, "\">");
    html += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
    html += "<meta name=\"color-scheme\" content=\"light dark\">\n";
    element(html, "<title>", escaped_html(text.title), "</title>");
    html.append(data_begin).append(" data-length=\"").append(std::to_string(document.text.size()));
    html.append("\" data-check=\"").append(checksum_text(document.text));
    if (document.builtin.empty())
        element(html, "\">", replaced(document.text, "<", json_less_than), "</script>");
    else
        element(html, "\" data-builtin=\"", document.builtin, "\"></script>");
    element(html, "<style id=\"style\">", parts.style, "</style>");
    html += "</head>\n<body>\n<main id=\"static\">\n";
    element(html, "<h1>", escaped_html(text.title), "</h1>");
    html += markup({text.verdict});
    html += "<p id=\"sentence\"";
    add_attribute(html, "data-program", text.without.program);
    add_attribute(html, "data-simd", text.without.simd);
    add_attribute(html, "data-decision", text.without.decision);
    element(html, ">", escaped_html(text.sentence), "</p>");
    html += decision;
    html += "</main>\n<canvas id=\"canvas\" aria-hidden=\"true\" hidden></canvas>\n";
    element(html, R"(<script type="text/plain" id="font-regular">)", parts.regular, "</script>");
    element(html, R"(<script type="text/plain" id="font-medium">)", parts.medium, "</script>");
    element(html, R"(<script type="text/plain" id="wasm">)", parts.wasm, "</script>");
    element(html, "<script id=\"glue\">", parts.glue, "</script>");
    element(html, "<script id=\"host\">", parts.host, "</script>");
    html += "</body>\n</html>\n";
    return html;
}

DataBlock data_block(std::string_view html) {
    const std::size_t begin = html.find(data_begin);
    if (begin == std::string_view::npos) return {};
    html.remove_prefix(begin);
    const std::size_t tag_end = html.find('>');
    const std::size_t end = html.find("</script>");
    if (tag_end == std::string_view::npos || end == std::string_view::npos || end < tag_end)
        return {};

    const std::string_view tag = html.substr(0, tag_end);
    return {.document = with_less_than(html.substr(tag_end + 1, end - tag_end - 1)),
            .builtin = std::string(attribute(tag, "data-builtin")),
            .length = std::string(attribute(tag, "data-length")),
            .check = std::string(attribute(tag, "data-check"))};
}

bool is_whole(const DataBlock& block, std::string_view document) {
    return block.length == std::to_string(document.size()) &&
           block.check == checksum_text(document);
}

}  // namespace fulcrum
