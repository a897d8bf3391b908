#include "link/link.h"

#include "builtin/builtin.h"
#include "model/check.h"
#include "model/document_json.h"
#include "model/find.h"

#include <doctest/doctest.h>

using namespace fulcrum;

namespace {

Document built_in() {
    ReadDocument read = read_document(builtins().front().json);
    REQUIRE(read.diagnostics.empty());
    return with_streams(std::move(read.document));
}

// Another decision than any built-in one.
Document own() {
    Document document;
    document.id = "own";
    document.title = "Whose turn it is ☂";
    document.options = {{.id = "A", .name = "Mine"}, {.id = "B", .name = "Yours"}};
    return document;
}

}  // namespace

TEST_CASE("link: the unchanged built-in decision is a short link that opens as itself") {
    const Document document = built_in();
    const std::string fragment = link_fragment(document);
    CHECK(fragment.size() < 250);
    const Result<OpenedLink> opened = open_link(fragment);
    REQUIRE(opened);
    CHECK(opened->document == document);
    CHECK(opened->reference == document);
}

TEST_CASE("link: a moved assumption travels, and the built-in value stays the reference") {
    Document document = built_in();
    REQUIRE_FALSE(document.assumptions.empty());
    document.assumptions.front().base *= 1.25;
    document.title = "Другое решение 🚀";
    const std::string fragment = link_fragment(document);
    CHECK(fragment.size() < 400);
    const Result<OpenedLink> opened = open_link("https://example.org/page.html?x#" + fragment);
    REQUIRE(opened);
    CHECK(opened->document == document);
    CHECK(opened->reference == built_in());
}

TEST_CASE("link: removed, added and reordered parts travel") {
    Document document = built_in();
    document.questions.pop_back();
    document.options.front().pros.push_back("one more");
    std::swap(document.questions[0], document.questions[1]);
    document.rows.push_back(
        {.id = "one_more", .name = "One more", .cells = {{document.options.front().id, 4.0}}});
    const Result<OpenedLink> opened = open_link(link_fragment(document));
    REQUIRE(opened);
    CHECK(opened->document == document);
}

TEST_CASE("link: a decision that is no built-in one travels whole") {
    const Result<OpenedLink> opened = open_link(link_text(own(), "file:///x.html"));
    REQUIRE(opened);
    CHECK(opened->document == own());
    CHECK(opened->reference == own());
}

TEST_CASE("link: only letters, digits and - _ . stand in it, and it ends in a letter") {
    for (const Document& document : {built_in(), own()}) {
        const std::string fragment = link_fragment(document);
        CHECK(fragment.find_first_not_of(
                  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.") ==
              std::string::npos);
        CHECK(fragment.back() == 'z');
    }
}

TEST_CASE(
    "link: cut anywhere it is refused, and once the title has arrived the decision is named") {
    const std::string fragment = link_fragment(own());
    for (std::size_t length = 0; length < fragment.size(); ++length) {
        CAPTURE(length);
        CHECK_FALSE(open_link(fragment.substr(0, length)));
    }
    const std::string message = open_link(fragment.substr(0, fragment.size() - 5)).error().message;
    CHECK(message.find("Whose turn it is ☂") != std::string::npos);
    CHECK(message.find("characters arrived") != std::string::npos);
}

TEST_CASE("link: no change of one character goes unnoticed") {
    const std::string fragment = link_fragment(own());
    for (std::size_t at = 0; at < fragment.size(); ++at) {
        std::string changed = fragment;
        changed[at] = changed[at] == 'x' ? 'y' : 'x';
        CAPTURE(at);
        CHECK_FALSE(open_link(changed));
    }
}

TEST_CASE("link: what is no link at all is said to be none") {
    for (const std::string_view text :
         {"", "#", "hello", "https://example.org/", "f0", "view=money"}) {
        const Result<OpenedLink> opened = open_link(text);
        REQUIRE_FALSE(opened);
        CHECK(opened.error().message == "this is not a link to a decision");
    }
}

TEST_CASE("link: a length that no link has is damage, not a cut") {
    for (const std::string_view text : {"f0.1e300.AA.AA.0z", "f0.-1e300.AA.AA.0z", "f0.1e20"}) {
        const Result<OpenedLink> opened = open_link(text);
        REQUIRE_FALSE(opened);
        CHECK(opened.error().message.find("arrived") == std::string::npos);
    }
}
