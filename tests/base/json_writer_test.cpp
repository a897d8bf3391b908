#include "base/json_writer.h"

#include <doctest/doctest.h>

#include <utility>

using namespace fulcrum;

TEST_CASE("JSON is written with two spaces, line feeds and the keys in order") {
    JsonWriter json;
    json.begin_object();
    json.member("b", 1.5);
    json.member("a", "text");
    json.key("list");
    json.begin_array();
    json.value(std::int64_t{9007199254740993});
    json.value(true);
    json.null();
    json.begin_object();
    json.end_object();
    json.begin_array();
    json.end_array();
    json.end_array();
    json.member("zero", -0.0);
    json.end_object();
    CHECK(std::move(json).text() ==
          "{\n"
          "  \"b\": 1.5,\n"
          "  \"a\": \"text\",\n"
          "  \"list\": [\n"
          "    9007199254740993,\n"
          "    true,\n"
          "    null,\n"
          "    {},\n"
          "    []\n"
          "  ],\n"
          "  \"zero\": -0.0\n"
          "}\n");
}

TEST_CASE("a text is escaped as JSON wants it, and no more than that") {
    CHECK(json_string("plain \u20AC / \x7F") == "\"plain \u20AC / \x7F\"");
    CHECK(json_string("\"\\\b\f\n\r\t") == "\"\\\"\\\\\\b\\f\\n\\r\\t\"");
    CHECK(json_string(std::string_view("\x00\x1F", 2)) == "\"\\u0000\\u001f\"");
}
