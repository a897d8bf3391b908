#include "app/open_text.h"

#include "builtin/builtin.h"
#include "link/link.h"
#include "model/document_json.h"
#include "report/page_file.h"

#include <doctest/doctest.h>

#include <string>

using namespace fulcrum;

namespace {

const std::string own = R"({
  "format": 0,
  "id": "own",
  "title": "Own",
  "options": [{"id": "A", "name": "Mine"}, {"id": "B", "name": "Yours"}],
  "rows": [{"id": "worth", "name": "Worth", "direction": "more", "cells": {"A": 1, "B": {"base": 2, "low": 1, "high": 3}}}],
  "objective": "worth"
})";

}  // namespace

TEST_CASE("any text: JSON, a saved page and a link of one decision open as the same document") {
    const OpenedText json = open_text(own);
    REQUIRE(json.diagnostics.empty());
    const StaticText text{.title = "Own", .verdict = {}, .sentence = ""};
    const OpenedText page =
        open_text(assemble(PageParts{}, {.text = canonical(json.document), .builtin = ""}, text));
    const OpenedText link =
        open_text("  https://example.org/#" + link_fragment(json.document) + "\n");
    CHECK(page.diagnostics.empty());
    CHECK(link.diagnostics.empty());
    CHECK(page.document == json.document);
    CHECK(link.document == json.document);
    CHECK(json.reference == json.document);
}

TEST_CASE("any text: a byte order mark and spaces before it do no harm") {
    CHECK(open_text("\xEF\xBB\xBF\n  " + own).diagnostics.empty());
}

TEST_CASE("any text: a changed built-in decision keeps the built-in one as its reference") {
    Document document = open_text(builtins().front().json).document;
    document.assumptions.front().base *= 1.25;
    const OpenedText opened = open_text(canonical(document));
    REQUIRE(opened.diagnostics.empty());
    CHECK(opened.document == document);
    CHECK(opened.reference == open_text(builtins().front().json).document);
}

TEST_CASE("any text: what holds no decision has one finding, and a damaged page is not taken") {
    for (const std::string& text :
         {std::string(), std::string("hello"), std::string("<html></html>"), std::string("[1, 2]"),
          std::string("#f0.99.x")}) {
        CAPTURE(text);
        CHECK(open_text(text).diagnostics.size() == 1);
    }
    const StaticText text{.title = "Own", .verdict = {}, .sentence = ""};
    std::string page =
        assemble(PageParts{}, {.text = canonical(open_text(own).document), .builtin = ""}, text);
    page[page.find("Mine")] = 'F';
    REQUIRE(open_text(page).diagnostics.size() == 1);
    CHECK(open_text(page).diagnostics[0].message.find("changed or cut") != std::string::npos);
}

TEST_CASE("any text: a page of a built-in decision names it, and opens as it") {
    const Builtin& builtin = builtins().front();
    const Document document = open_text(builtin.json).document;
    REQUIRE(same_builtin(document) == builtin.id);
    const StaticText text{.title = "", .verdict = {}, .sentence = ""};
    std::string page = assemble(PageParts{}, {.text = builtin.json, .builtin = builtin.id}, text);
    CHECK(page.size() < builtin.json.size());
    CHECK(open_text(page).document == document);

    Document changed = document;
    changed.assumptions.front().base *= 1.25;
    CHECK(same_builtin(changed).empty());

    const std::size_t check = page.find("data-check=\"") + 12;
    page[check] = page[check] == '0' ? '1' : '0';
    REQUIRE(open_text(page).diagnostics.size() == 1);
    CHECK(open_text(page).diagnostics[0].message.find("does not have") != std::string::npos);
}
