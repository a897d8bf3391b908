#include "base/json_writer.h"
#include "model/describe_document.h"
#include "model/document_json.h"

namespace fulcrum {
namespace {

// The type of a field, as the inside of a schema object.
class SchemaWriter {
  public:
    std::string text() && { return std::move(json_).text(); }
    JsonWriter& json() { return json_; }

    void type(const std::string*) { json_.member("type", "string"); }
    void type(const double*) { json_.member("type", "number"); }
    void type(const std::int64_t*) { json_.member("type", "integer"); }
    void type(const bool*) { json_.member("type", "boolean"); }
    template <class T>
    void type(const std::optional<T>*) {
        type(static_cast<const T*>(nullptr));
    }

    template <class T>
    void type(const std::vector<T>*) {
        json_.member("type", "array");
        nested("items", static_cast<const T*>(nullptr));
        if constexpr (std::is_same_v<T, Option>) json_.member("minItems", std::int64_t{1});
    }
    template <class T>
    void type(const std::vector<std::pair<std::string, T>>*) {
        json_.member("type", "object");
        nested("additionalProperties", static_cast<const T*>(nullptr));
    }

    void type(const Amount*) {
        json_.key("anyOf");
        json_.begin_array();
        number_or_string();
        json_.end_array();
    }

    void type(const Cell*) {
        json_.key("anyOf");
        json_.begin_array();
        number_or_string();
        json_.begin_object();
        reference(schema_name(As<CellRange>{}));
        json_.end_object();
        json_.end_array();
    }

    template <class T>
    void type(const T*) {
        if constexpr (std::is_enum_v<T>) {
            json_.member("type", "string");
            json_.key("enum");
            json_.begin_array();
            for (const auto& [value, word] : enum_words(T{})) json_.value(word);
            json_.end_array();
        } else {
            reference(schema_name(As<T>{}));
        }
    }

    // "default": what an absent key means, where that is a plain value.
    void initial(double number) { json_.member("default", number); }
    void initial(std::int64_t number) { json_.member("default", number); }
    void initial(bool truth) { json_.member("default", truth); }
    void initial(const std::string& text) {
        if (!text.empty()) json_.member("default", std::string_view(text));
    }
    template <class T>
    void initial(const T& content) {
        if constexpr (std::is_enum_v<T>)
            for (const auto& [value, word] : enum_words(T{}))
                if (value == content) json_.member("default", word);
    }

    template <class T>
    void object();

  private:
    template <class T>
    void nested(const char* keyword, const T* of) {
        json_.key(keyword);
        json_.begin_object();
        type(of);
        json_.end_object();
    }

    void number_or_string() {
        for (const char* plain : {"number", "string"}) {
            json_.begin_object();
            json_.member("type", plain);
            json_.end_object();
        }
    }

    void reference(std::string_view name) {
        json_.member("$ref", std::string_view("#/$defs/" + std::string(name)));
    }

    JsonWriter json_;
};

template <class T>
class Properties {
  public:
    explicit Properties(SchemaWriter& writer) : writer_(writer) {}

    template <class Content, class Object>
    void required(const char* name, Content Object::*member, const char* what) {
        property(name, member, what, false);
    }
    template <class Content, class Object>
    void optional(const char* name, Content Object::*member, const char* what) {
        property(name, member, what, true);
    }

  private:
    template <class Content, class Object>
    void property(const char* name, Content Object::*member, const char* what, bool has_default) {
        JsonWriter& json = writer_.json();
        json.key(name);
        json.begin_object();
        json.member("description", what);
        writer_.type(static_cast<const Content*>(nullptr));
        if (has_default) writer_.initial(Object{}.*member);
        json.end_object();
    }

    SchemaWriter& writer_;
};

class RequiredKeys {
  public:
    explicit RequiredKeys(JsonWriter& json) : json_(json) {}
    template <class Member>
    void required(const char* name, Member, const char*) {
        json_.value(name);
    }
    template <class Member>
    void optional(const char*, Member, const char*) {}

  private:
    JsonWriter& json_;
};

template <class T>
void SchemaWriter::object() {
    json_.member("type", "object");
    json_.key("required");
    json_.begin_array();
    RequiredKeys required(json_);
    describe(required, As<T>{});
    json_.end_array();
    json_.member("additionalProperties", false);
    json_.key("properties");
    json_.begin_object();
    Properties<T> properties(*this);
    describe(properties, As<T>{});
    json_.end_object();
}

}  // namespace

std::string document_schema() {
    SchemaWriter writer;
    JsonWriter& json = writer.json();
    json.begin_object();
    json.member("$schema", "https://json-schema.org/draft/2020-12/schema");
    json.member("title", "Fulcrum decision");
    json.member("description",
                "A decision: options, assumptions with ranges, rows of figures, "
                "criteria and what the source states of them");
    writer.object<Document>();
    json.key("$defs");
    json.begin_object();
#define DESCRIBED(described, name) \
    json.key(name);                \
    json.begin_object();           \
    writer.object<described>();    \
    json.end_object();
#include "model/described.def"
#undef DESCRIBED
    json.end_object();
    json.end_object();
    return std::move(writer).text();
}

}  // namespace fulcrum
