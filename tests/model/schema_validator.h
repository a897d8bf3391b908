// A validator for the keywords of JSON Schema (draft 2020-12) that the project's schema uses, and
// no others: an unknown keyword is a failure of the schema.
#pragma once

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <string>

namespace fulcrum {

class SchemaValidator {
  public:
    using Json = nlohmann::ordered_json;
    explicit SchemaValidator(Json schema) : schema_(std::move(schema)) {}

    // "" when valid, else where and why not.
    std::string fault(const Json& instance) const { return fault(schema_, instance, ""); }

    // "" when every keyword is known and every reference leads somewhere.
    std::string schema_fault() const { return keyword_fault(schema_); }

  private:
    static bool has_type(const std::string& type, const Json& instance) {
        if (type == "object") return instance.is_object();
        if (type == "array") return instance.is_array();
        if (type == "string") return instance.is_string();
        if (type == "boolean") return instance.is_boolean();
        if (type == "number") return instance.is_number();
        return type == "integer" && instance.is_number() &&
               std::trunc(instance.get<double>()) == instance.get<double>();
    }

    const Json& resolved(const std::string& reference) const {
        return schema_.at("$defs").at(reference.substr(std::string("#/$defs/").size()));
    }

    std::string fault(const Json& schema, const Json& instance, const std::string& path) const {
        if (schema.is_boolean()) return schema.get<bool>() ? "" : path + ": nothing is allowed";
        if (schema.contains("$ref")) {
            const std::string wrong = fault(resolved(schema["$ref"]), instance, path);
            if (!wrong.empty()) return wrong;
        }
        if (schema.contains("type") && !has_type(schema["type"], instance))
            return path + ": is no " + schema["type"].get<std::string>();
        if (schema.contains("enum") && std::find(schema["enum"].begin(), schema["enum"].end(),
                                                 instance) == schema["enum"].end())
            return path + ": is none of the words";
        if (schema.contains("anyOf") &&
            std::none_of(schema["anyOf"].begin(), schema["anyOf"].end(),
                         [&](const Json& one) { return fault(one, instance, path).empty(); }))
            return path + ": fits none of anyOf";
        if (instance.is_object()) return object_fault(schema, instance, path);
        if (instance.is_array()) return array_fault(schema, instance, path);
        return "";
    }

    std::string array_fault(const Json& schema, const Json& instance,
                            const std::string& path) const {
        if (schema.contains("minItems") && instance.size() < schema["minItems"].get<std::size_t>())
            return path + ": has too few elements";
        if (!schema.contains("items")) return "";
        for (std::size_t k = 0; k < instance.size(); ++k) {
            const std::string wrong =
                fault(schema["items"], instance[k], path + "/" + std::to_string(k));
            if (!wrong.empty()) return wrong;
        }
        return "";
    }

    std::string object_fault(const Json& schema, const Json& instance,
                             const std::string& path) const {
        if (schema.contains("required"))
            for (const Json& key : schema["required"])
                if (!instance.contains(key.get<std::string>()))
                    return path + ": lacks " + key.get<std::string>();
        for (const auto& [key, value] : instance.items()) {
            const std::string own = path + "/" + key;
            std::string wrong;
            if (schema.contains("properties") && schema["properties"].contains(key))
                wrong = fault(schema["properties"][key], value, own);
            else if (schema.contains("additionalProperties"))
                wrong = fault(schema["additionalProperties"], value, own);
            if (!wrong.empty()) return wrong;
        }
        return "";
    }

    std::string keyword_fault(const Json& schema) const {
        if (schema.is_boolean()) return "";
        for (const auto& [keyword, content] : schema.items()) {
            std::string wrong;
            if (keyword == "properties" || keyword == "$defs")
                for (const auto& [name, nested] : content.items()) wrong += keyword_fault(nested);
            else if (keyword == "items" || keyword == "additionalProperties")
                wrong = keyword_fault(content);
            else if (keyword == "anyOf")
                for (const Json& nested : content) wrong += keyword_fault(nested);
            else if (keyword == "$ref")
                wrong = schema_["$defs"].contains(
                            content.get<std::string>().substr(std::string("#/$defs/").size()))
                            ? ""
                            : "no " + content.get<std::string>();
            else if (std::find(plain.begin(), plain.end(), keyword) == plain.end())
                wrong = "unknown keyword " + keyword;
            if (!wrong.empty()) return wrong;
        }
        return "";
    }

    static inline const std::vector<std::string> plain = {
        "$schema", "title", "description", "type", "required", "enum", "default", "minItems"};

    Json schema_;
};

}  // namespace fulcrum
