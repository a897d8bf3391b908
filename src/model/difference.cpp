#include "model/difference.h"

#include "model/document_json.h"

#include <nlohmann/json.hpp>

namespace fulcrum {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view order_key = "#order";  // no field of a document begins with #

// The field that names an element of a list: its id, or the row that it is about.
const char* naming_field(const Json& element) {
    if (!element.is_object()) return nullptr;
    for (const char* field : {"id", "row"})
        if (element.contains(field) && element[field].is_string()) return field;
    return nullptr;
}

bool named_apart(const Json& list, const char* field) {
    Json seen = Json::object();
    for (const Json& element : list) {
        const char* own = naming_field(element);
        if (own == nullptr || std::string_view(own) != field) return false;
        if (seen.contains(element[field].get_ref<const std::string&>())) return false;
        seen[element[field].get_ref<const std::string&>()] = true;
    }
    return true;
}

Json keyed(const Json& json) {
    Json result = json;
    if (json.is_object())
        for (auto& [key, value] : result.items()) value = keyed(value);
    if (!json.is_array() || json.empty()) return result;

    const char* field = naming_field(json.front());
    if (field == nullptr || !named_apart(json, field)) return result;
    Json order = Json::array();
    result = Json::object();
    for (const Json& element : json) {
        order.push_back(element[field]);
        result[element[field].get_ref<const std::string&>()] = keyed(element);
    }
    result[std::string(order_key)] = std::move(order);
    return result;
}

Json unkeyed(const Json& json) {
    if (!json.is_object()) return json;
    if (!json.contains(order_key) || !json[std::string(order_key)].is_array()) {
        Json result = Json::object();
        for (const auto& [key, value] : json.items()) result[key] = unkeyed(value);
        return result;
    }
    Json list = Json::array();
    for (const Json& id : json[std::string(order_key)])
        if (id.is_string() && json.contains(id.get_ref<const std::string&>()))
            list.push_back(unkeyed(json[id.get_ref<const std::string&>()]));
    return list;
}

// RFC 7396, the other way round: the patch that turns `from` into `to`. Neither holds null.
Json merge_patch_between(const Json& from, const Json& to) {
    if (!from.is_object() || !to.is_object()) return to;
    Json patch = Json::object();
    for (const auto& [key, value] : from.items())
        if (!to.contains(key)) patch[key] = nullptr;
    for (const auto& [key, value] : to.items()) {
        if (!from.contains(key))
            patch[key] = value;
        else if (from[key] != value)
            patch[key] = merge_patch_between(from[key], value);
    }
    return patch;
}

Json keyed_document(const Document& document) {
    return keyed(Json::parse(canonical(document), nullptr, false));
}

}  // namespace

std::string difference(const Document& base, const Document& changed) {
    return merge_patch_between(keyed_document(base), keyed_document(changed)).dump();
}

Result<Document> applied(const Document& base, std::string_view difference) {
    const Json patch = Json::parse(difference.begin(), difference.end(), nullptr, false);
    if (!patch.is_object()) return Error{"", "the difference is not a JSON object"};
    Json whole = keyed_document(base);
    whole.merge_patch(patch);
    ReadDocument read = read_document(unkeyed(whole).dump());
    if (!read.diagnostics.empty()) return read.diagnostics.front();
    return std::move(read.document);
}

}  // namespace fulcrum
