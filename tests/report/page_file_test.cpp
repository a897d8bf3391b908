#include "report/page_file.h"

#include <doctest/doctest.h>

using namespace fulcrum;

namespace {

const PageParts parts{.policy = content_security_policy("sha256-s", "sha256-g", "sha256-h"),
                      .style = "body{}",
                      .regular = "cmVn",
                      .medium = "bWVk",
                      .wasm = "d2FzbQ",
                      .glue = "glue()",
                      .host = "host()"};

std::string page_of(std::string_view document) {
    return assemble(
        parts, {.text = document, .builtin = ""},
        {.title = "A <b> & c",
         .verdict = {"p", "B <i>leads</i>."},
         .sentence = "Text.",
         .without = {.program = "No \"program\".", .simd = "No SIMD.", .decision = "No decision."},
         .decision = {{"table", "", {{"id", "\"><img>"}}, {{"td", "</table><img>"}}}}});
}

}  // namespace

TEST_CASE("page file: the document comes back byte for byte, whatever it holds") {
    for (const std::string_view document :
         {R"({"a":"</script><script>alert(1)</script>"})", R"({"a":"\\u003c \\\\u003c < \u00e9"})",
          R"({"a":"<!-- ]]> & \" '"})", "{}\n"}) {
        CAPTURE(document);
        const DataBlock block = data_block(page_of(document));
        CHECK(block.document == document);
        CHECK(is_whole(block, document));
    }
}

TEST_CASE("page file: no text of a document becomes markup") {
    const std::string html = page_of(R"({"a":"</script><img src=x>"})");
    CHECK(html.find("<img") == std::string::npos);
    CHECK(html.find("<title>A &lt;b&gt; &amp; c</title>") != std::string::npos);
    CHECK(html.find("<b>") == std::string::npos);
    CHECK(html.find("<p>B &lt;i&gt;leads&lt;/i&gt;.") != std::string::npos);
    CHECK(html.find("<table id=\"&quot;&gt;&lt;img&gt;\"><td>&lt;/table&gt;&lt;img&gt;</table>") !=
          std::string::npos);
}

TEST_CASE("page file: what the script says when it cannot run stands in the page") {
    CHECK(page_of("{}").find("<p id=\"sentence\" data-program=\"No &quot;program&quot;.\" "
                             "data-simd=\"No SIMD.\" "
                             "data-decision=\"No decision.\">Text.</p>") != std::string::npos);
}

TEST_CASE("page file: a changed data block is known as damaged and still handed back") {
    std::string html = page_of(R"({"price":50})");
    html[html.find(":50}") + 1] = '6';
    const DataBlock block = data_block(html);
    CHECK(block.document == R"({"price":60})");
    CHECK_FALSE(is_whole(block, block.document));
}

TEST_CASE("page file: a text without a data block gives none") {
    CHECK(data_block("<html></html>").document.empty());
    CHECK(data_block("").document.empty());
    const DataBlock cut = data_block("<script type=\"application/json\" id=\"document\"");
    CHECK_FALSE(is_whole(cut, cut.document));
}

TEST_CASE("page file: same input, same bytes, and every part stands whole in its element") {
    const std::string html = page_of("{}");
    CHECK(html == page_of("{}"));
    CHECK(html.find("<script id=\"glue\">glue()</script>") != std::string::npos);
    CHECK(html.find("<script id=\"host\">host()</script>") != std::string::npos);
    CHECK(html.find("<style id=\"style\">body{}</style>") != std::string::npos);
    CHECK(html.find("script-src 'sha256-g' 'sha256-h' 'wasm-unsafe-eval'") != std::string::npos);
    CHECK(html.find("id=\"document\"") < html.find("id=\"style\""));
}
