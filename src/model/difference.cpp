#include "model/difference.h"

#include "base/json_writer.h"
#include "model/document_json.h"
#include "model/find.h"
#include "model/json_tree.h"

#include <algorithm>
#include <set>
#include <utility>

namespace fulcrum {
namespace {

constexpr std::string_view order_key = "#order";  // no field of a document begins with #

void append(std::string& json, const JsonNode& node) {
    const bool object = node.kind == JsonKind::Object;
    switch (node.kind) {
        case JsonKind::Null:
            json += "null";
            return;
        case JsonKind::Truth:
            json += node.truth ? "true" : "false";
            return;
        case JsonKind::Number:
            json += node.text;
            return;
        case JsonKind::Text:
            json += json_string(node.text);
            return;
        case JsonKind::List:
        case JsonKind::Object:
            json += object ? '{' : '[';
            for (std::size_t k = 0; k < node.members.size(); ++k) {
                if (k > 0) json += ',';
                if (object) json += json_string(node.members[k].key) + ':';
                append(json, node.members[k].node);
            }
            json += object ? '}' : ']';
    }
}

std::string compact(const JsonNode& node) {
    std::string json;
    append(json, node);
    return json;
}

JsonNode empty(JsonKind kind) {
    JsonNode node;
    node.kind = kind;
    return node;
}

void set(JsonNode& object, const std::string& key, JsonNode value) {
    for (JsonMember& member : object.members)
        if (member.key == key) {
            member.node = std::move(value);
            return;
        }
    object.members.push_back({key, 0, std::move(value)});
}

// The field that names every element of the list, each differently: its id, or the row that it is
// about.
const char* naming_field(const JsonNode& list) {
    for (const char* field : {"id", "row"}) {
        std::set<std::string_view> names;
        for (const JsonMember& element : list.members) {
            const JsonNode* name = find_member(element.node, field);
            if (name != nullptr && name->kind == JsonKind::Text) names.insert(name->text);
        }
        if (!names.empty() && names.size() == list.members.size()) return field;
    }
    return nullptr;
}

JsonNode keyed(const JsonNode& node) {
    JsonNode result = node;
    for (JsonMember& member : result.members) member.node = keyed(member.node);
    const char* field = node.kind == JsonKind::List ? naming_field(node) : nullptr;
    if (field == nullptr) return result;

    JsonNode order = empty(JsonKind::List);
    for (JsonMember& member : result.members) {
        JsonNode name = *find_member(member.node, field);
        member.key = name.text;
        order.members.push_back({"", 0, std::move(name)});
    }
    result.kind = JsonKind::Object;
    result.members.push_back({std::string(order_key), 0, std::move(order)});
    return result;
}

JsonNode unkeyed(const JsonNode& node) {
    const JsonNode* order = node.kind == JsonKind::Object ? find_member(node, order_key) : nullptr;
    if (order == nullptr) {
        JsonNode result = node;
        for (JsonMember& member : result.members) member.node = unkeyed(member.node);
        return result;
    }
    JsonNode list = empty(JsonKind::List);
    for (const JsonMember& name : order->members)
        if (const JsonNode* element = find_member(node, name.node.text))
            list.members.push_back({"", 0, unkeyed(*element)});
    return list;
}

// RFC 7396, the other way round: the patch that turns `from` into `to`. Neither holds null.
JsonNode patch_between(const JsonNode& from, const JsonNode& to) {
    if (from.kind != JsonKind::Object || to.kind != JsonKind::Object) return to;
    JsonNode patch = empty(JsonKind::Object);
    for (const JsonMember& member : from.members)
        if (find_member(to, member.key) == nullptr) set(patch, member.key, empty(JsonKind::Null));
    for (const JsonMember& member : to.members) {
        const JsonNode* before = find_member(from, member.key);
        if (before == nullptr)
            set(patch, member.key, member.node);
        else if (compact(*before) != compact(member.node))
            set(patch, member.key, patch_between(*before, member.node));
    }
    return patch;
}

// RFC 7396, MergePatch(target, patch).
JsonNode patched(JsonNode target, const JsonNode& patch) {
    if (patch.kind != JsonKind::Object) return patch;
    if (target.kind != JsonKind::Object) target = empty(JsonKind::Object);
    for (const JsonMember& change : patch.members) {
        const JsonNode* before = find_member(target, change.key);
        if (change.node.kind == JsonKind::Null)
            std::erase_if(target.members,
                          [&](const JsonMember& member) { return member.key == change.key; });
        else
            set(target, change.key, patched(before ? *before : JsonNode{}, change.node));
    }
    return target;
}

JsonNode keyed_document(const Document& document) {
    return keyed(parse_json(canonical(document), {}).root);
}

// A patch puts new keys last; a row's new cells stand in the order of the options.
void sort_new_cells(const Document& base, Document& changed) {
    for (Row& row : changed.rows) {
        const Row* before = find_row(base, row.id);
        if (before == nullptr) continue;
        const auto is_new = [&](const auto& cell) { return !find_cell(*before, cell.first); };
        if (std::any_of(row.cells.begin(), row.cells.end(), is_new))
            sort_cells(changed.options, row);
    }
}

}  // namespace

std::string difference(const Document& base, const Document& changed) {
    return compact(patch_between(keyed_document(base), keyed_document(changed)));
}

Result<Document> applied(const Document& base, std::string_view difference) {
    const JsonTree patch = parse_json(difference, {});
    if (patch.error) return *patch.error;
    if (patch.root.kind != JsonKind::Object)
        return Error{"", "the difference is not a JSON object"};
    ReadDocument read = read_document(compact(unkeyed(patched(keyed_document(base), patch.root))));
    if (!read.diagnostics.empty()) return read.diagnostics.front();
    sort_new_cells(base, read.document);
    return std::move(read.document);
}

}  // namespace fulcrum
