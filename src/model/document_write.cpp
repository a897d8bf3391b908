#include "base/json_writer.h"
#include "model/describe_document.h"
#include "model/document_json.h"

#include <cmath>

namespace fulcrum {
namespace {

class Writer {
  public:
    std::string text() && { return std::move(json_).text(); }
    void key(const char* name) { json_.key(name); }

    void write(const std::string& text) { json_.value(std::string_view(text)); }
    void write(double number) { json_.value(number); }
    void write(std::int64_t number) { json_.value(number); }
    void write(bool truth) { json_.value(truth); }

    // Only called where it is not the default, so never empty.
    template <class T>
    void write(const std::optional<T>& content) {
        write(*content);
    }

    template <class T>
    void write(const std::vector<T>& list) {
        json_.begin_array();
        for (const T& element : list) write(element);
        json_.end_array();
    }

    template <class T>
    void write(const std::vector<std::pair<std::string, T>>& list) {
        json_.begin_object();
        for (const auto& [name, content] : list) {
            json_.key(name);
            write(content);
        }
        json_.end_object();
    }

    void write(const Cell& cell) {
        if (const auto* number = std::get_if<double>(&cell)) write(*number);
        if (const auto* formula = std::get_if<Formula>(&cell)) write(formula->text);
        if (const auto* word = std::get_if<Word>(&cell)) write(word->text);
        if (const auto* range = std::get_if<Assumption>(&cell)) write_object<CellRange>(*range);
    }

    void write(const Amount& amount) {
        if (const auto* number = std::get_if<double>(&amount)) write(*number);
        if (const auto* formula = std::get_if<Formula>(&amount)) write(formula->text);
    }

    template <class T>
    void write(const T& content) {
        if constexpr (std::is_enum_v<T>) {
            for (const auto& [value, word] : enum_words(T{}))
                if (value == content) json_.value(word);
        } else {
            write_object<T>(content);
        }
    }

    template <class T>
    void write_object(const typename As<T>::Object& object);

  private:
    JsonWriter json_;
};

// +0.0 and -0.0 are equal, but not the same number.
template <class T>
bool is_default(const T& content, const T& initial) {
    return content == initial;
}
bool is_default(double content, double initial) {
    return content == initial && std::signbit(content) == std::signbit(initial);
}

// What is to be known of a type of field, so that each of the many fields costs one call.
struct FieldType {
    bool (*is_default)(const void* content, const void* initial);
    void (*write)(Writer&, const void* content);
};

template <class T>
constexpr FieldType field_type{
    [](const void* content, const void* initial) {
        return is_default(*static_cast<const T*>(content), *static_cast<const T*>(initial));
    },
    [](Writer& writer, const void* content) { writer.write(*static_cast<const T*>(content)); }};

[[gnu::noinline]] void write_field(Writer& writer, const char* name, const FieldType& type,
                                   const void* content) {
    writer.key(name);
    type.write(writer, content);
}

[[gnu::noinline]] void write_unless_default(Writer& writer, const char* name, const FieldType& type,
                                            const void* content, const void* initial) {
    if (!type.is_default(content, initial)) write_field(writer, name, type, content);
}

template <class Object>
struct ObjectWriter {
    Writer& writer;
    const Object& object;
    const Object initial{};

    template <class T>
    void required(const char* name, T Object::*member, const char*) {
        write_field(writer, name, field_type<T>, &(object.*member));
    }
    template <class T>
    void optional(const char* name, T Object::*member, const char*) {
        write_unless_default(writer, name, field_type<T>, &(object.*member), &(initial.*member));
    }
};

template <class T>
void Writer::write_object(const typename As<T>::Object& object) {
    json_.begin_object();
    ObjectWriter<typename As<T>::Object> fields{*this, object};
    describe(fields, As<T>{});
    json_.end_object();
}

}  // namespace

std::string canonical(const Document& document) {
    Writer writer;
    writer.write_object<Document>(document);
    return std::move(writer).text();
}

}  // namespace fulcrum
