#include "model/document_json.h"
#include "model/files.h"
#include "model/generate.h"
#include "model/schema_validator.h"

#include <doctest/doctest.h>

#include <set>

using namespace fulcrum;
using Json = nlohmann::ordered_json;

namespace {

Json parsed(const std::string& text) {
    return Json::parse(text, nullptr, false);
}

SchemaValidator validator() {
    return SchemaValidator(parsed(document_schema()));
}

// The keys of all objects in the schema that no document has shown yet.
void collect_keys(const Json& json, std::set<std::string>& keys) {
    if (json.is_object())
        for (const auto& [key, value] : json.items()) {
            keys.insert(key);
            collect_keys(value, keys);
        }
    if (json.is_array())
        for (const Json& element : json) collect_keys(element, keys);
}

// A document with something in every field.
Json full_document() {
    for (std::uint64_t seed = 1;; ++seed) {
        Document document = DocumentGenerator(seed).document();
        if (document.options.empty() || document.rows.empty() || document.assumptions.empty())
            continue;
        if (document.claims.empty() || document.tree.nodes.empty() || document.gates.empty())
            continue;
        return parsed(canonical(document));
    }
}

// Calls `visit` with every place in the document, by pointer.
template <class Visit>
void every_place(const Json& json, const Json::json_pointer& at, Visit visit) {
    visit(at);
    if (json.is_object())
        for (const auto& [key, value] : json.items()) every_place(value, at / key, visit);
    if (json.is_array())
        for (std::size_t k = 0; k < json.size(); ++k) every_place(json[k], at / k, visit);
}

void check_agreement(const SchemaValidator& schema, const Json& changed, const std::string& what) {
    const bool reader_accepts = read_document(changed.dump()).diagnostics.empty();
    const std::string fault = schema.fault(changed);
    CHECK_MESSAGE(reader_accepts == fault.empty(), what << "; schema: " << fault);
}

}  // namespace

TEST_CASE("the schema in assets is the one drawn from the description, byte for byte") {
    CHECK(file_content(std::filesystem::path(FULCRUM_ASSETS_DIR) / "decision.schema.json") ==
          document_schema());
}

TEST_CASE("the schema uses only keywords that the tests understand, and its references lead home") {
    CHECK(validator().schema_fault() == "");
}

TEST_CASE("every decision in assets is valid by the schema") {
    const SchemaValidator schema = validator();
    for (const auto& file : json_files(FULCRUM_ASSETS_DIR))
        if (file.filename() != "decision.schema.json")
            CHECK_MESSAGE(schema.fault(parsed(file_content(file))) == "", file.filename().string());
}

TEST_CASE("every generated document is valid by the schema, and together they use every key") {
    const SchemaValidator schema = validator();
    std::set<std::string> keys;
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        Document document = DocumentGenerator(seed).document();
        if (document.options.empty()) document.options.resize(1);
        const Json json = parsed(canonical(document));
        CHECK(schema.fault(json) == "");
        collect_keys(json, keys);
    }
    const Json whole = parsed(document_schema());
    std::string unused;
    for (const auto& [name, definition] : whole["$defs"].items())
        for (const auto& [key, property] : definition["properties"].items())
            if (keys.count(key) == 0) unused += name + "." + key + " ";
    CHECK(unused == "");
}

TEST_CASE("reader and schema agree when a key is removed, added or given another type") {
    const SchemaValidator schema = validator();
    const Json whole = full_document();
    REQUIRE(schema.fault(whole) == "");
    const Json others[] = {Json(1.5),     Json(true),    Json("odd"),
                           Json(nullptr), Json::array(), Json::object()};
    int places = 0;
    every_place(whole, Json::json_pointer(""), [&](const Json::json_pointer& at) {
        ++places;
        const std::string where = at.to_string();
        for (const Json& other : others) {
            if (where == "/format" || where == "/options") continue;  // see their own tests
            Json changed = whole;
            changed[at] = other;
            check_agreement(schema, changed, where + " = " + other.dump());
        }
        if (whole[at].is_object()) {
            Json more = whole;
            more[at]["novelty"] = 1;
            check_agreement(schema, more, where + " with a key more");
        }
        if (!where.empty() && whole[at.parent_pointer()].is_object()) {
            Json less = whole;
            less[at.parent_pointer()].erase(at.back());
            check_agreement(schema, less, where + " removed");
        }
    });
    CHECK(places > 100);
}

TEST_CASE("what the reader refuses among the bad files, the schema does not call valid") {
    // What JSON Schema cannot say: syntax, size, another format, fractions beyond 2^53.
    const SchemaValidator schema = validator();
    int compared = 0;
    for (const auto& file : json_files(std::filesystem::path(FULCRUM_TESTS_DIR) / "bad")) {
        const std::string text = file_content(file);
        const Json json = parsed(text);
        const bool refused = !read_document(text).diagnostics.empty();
        const std::string name = file.filename().string();
        if (json.is_discarded() || name.find("key_twice") != std::string::npos) continue;
        if (!refused) continue;
        ++compared;
        CHECK_MESSAGE(schema.fault(json) != "", name);
    }
    CHECK(compared >= 8);
}
