#include "base/order.h"
#include "base/text.h"
#include "model/describe_document.h"
#include "model/document_json.h"
#include "model/json_tree.h"
#include "model/pointer.h"

#include <algorithm>
#include <cmath>

namespace fulcrum {
namespace {

constexpr double most_whole = 9007199254740991;  // 2^53 - 1: beyond, doubles skip whole numbers
constexpr int most_suggestions = 100;

std::string quoted(std::string_view text) {
    constexpr std::size_t most = 40;
    std::size_t end = std::min(text.size(), most);
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
    return "'" + std::string(text.substr(0, end)) + (end < text.size() ? "...'" : "'");
}

std::string found(const JsonNode& node) {
    switch (node.kind) {
        case JsonKind::Null:
            return "found null";
        case JsonKind::Truth:
            return node.truth ? "found true" : "found false";
        case JsonKind::Number:
            return "found the number " + node.text.substr(0, 40);
        case JsonKind::Text:
            return "found the text " + quoted(node.text);
        case JsonKind::List:
            return "found a list";
        case JsonKind::Object:
            return "found an object";
    }
    return "";
}

class Reader;

// One function per type of field, so that each of the many fields costs one call of it.
using ReadField = void (*)(Reader&, const JsonNode&, void*);
template <class T>
void read_field(Reader& reader, const JsonNode& node, void* field);

class Reader {
  public:
    void add(const JsonNode& node, std::string message) { add(node.at, path_, std::move(message)); }
    void add(std::size_t at, std::string path, std::string message) {
        diagnostics_.push_back({.path = std::move(path), .message = std::move(message), .at = at});
    }

    std::string suggestion(std::string_view word, const std::vector<std::string>& known) {
        return ++suggestions_ > most_suggestions ? "" : did_you_mean(word, known);
    }

    void read(const JsonNode& node, std::string& text) {
        if (is(node, JsonKind::Text, "a text in quotes")) text = node.text;
    }
    void read(const JsonNode& node, double& number) {
        if (is(node, JsonKind::Number, "a number")) number = node.number;
    }
    void read(const JsonNode& node, bool& truth) {
        if (is(node, JsonKind::Truth, "true or false")) truth = node.truth;
    }
    void read(const JsonNode& node, std::int64_t& number) {
        if (!is(node, JsonKind::Number, "a whole number")) return;
        if (std::trunc(node.number) != node.number)
            add(node, "expected a whole number, " + found(node));
        else if (std::fabs(node.number) > most_whole)
            add(node, "whole numbers go up to 9007199254740991, " + found(node));
        else
            number = static_cast<std::int64_t>(node.number);
    }
    template <class T>
    void read(const JsonNode& node, std::optional<T>& content) {
        read(node, content.emplace());
    }

    template <class T>
    void read(const JsonNode& node, std::vector<T>& list) {
        if (!is(node, JsonKind::List, "a list")) return;
        list.resize(node.members.size());
        read_members(node, list.data(), sizeof(T), read_field<T>);
    }
    template <class T>
    void read(const JsonNode& node, std::vector<std::pair<std::string, T>>& list) {
        if (!is(node, JsonKind::Object, "an object")) return;
        list.resize(node.members.size());
        for (std::size_t k = 0; k < list.size(); ++k) list[k].first = node.members[k].key;
        using Pair = std::pair<std::string, T>;
        read_members(node, list.data(), sizeof(Pair),
                     [](Reader& reader, const JsonNode& member, void* pair) {
                         reader.read(member, static_cast<Pair*>(pair)->second);
                     });
    }

    void read(const JsonNode& node, Cell& cell) {
        if (node.kind == JsonKind::Number)
            cell = node.number;
        else if (node.kind == JsonKind::Text)
            cell = Formula{node.text};
        else if (node.kind == JsonKind::Object)
            read_object<CellRange>(node, cell.emplace<Assumption>());
        else
            add(node, "expected a number, a text or an object, " + found(node));
    }

    void read(const JsonNode& node, Amount& amount) {
        if (node.kind == JsonKind::Number)
            amount = node.number;
        else if (node.kind == JsonKind::Text)
            amount = Formula{node.text};
        else
            add(node, "expected a number or a text, " + found(node));
    }

    void read(const JsonNode& node, Row& row) {
        read_object<Row>(node, row);
        if (row.kind == RowKind::Number) return;
        for (auto& [option, cell] : row.cells)
            if (Formula* formula = std::get_if<Formula>(&cell)) {
                std::string text = std::move(formula->text);
                cell = Word{std::move(text)};
            }
    }

    template <class T>
    void read(const JsonNode& node, T& content) {
        if constexpr (std::is_enum_v<T>)
            read_word(node, content);
        else
            read_object<T>(node, content);
    }

    template <class T>
    void read_object(const JsonNode& node, typename As<T>::Object& object);

    template <class Action>
    void inside(const std::string& step, Action action) {
        const std::size_t length = path_.size();
        path_ += step;
        action();
        path_.resize(length);
    }

    const std::string& path() const { return path_; }

    Diagnostics in_order(std::string_view text) && {
        std::vector<double> keys;
        keys.reserve(diagnostics_.size());
        for (const Error& error : diagnostics_) keys.push_back(static_cast<double>(error.at));
        Diagnostics found = fulcrum::in_order(std::move(diagnostics_), ascending_order(keys));
        Places places(text);
        for (Error& error : found) {
            places.fill(error, error.at);
            error.at = 0;
        }
        return found;
    }

  private:
    bool is(const JsonNode& node, JsonKind kind, std::string_view expected) {
        if (node.kind == kind) return true;
        const std::string hint = node.kind == JsonKind::Null ? ": leave the key out instead" : "";
        add(node, "expected " + std::string(expected) + ", " + found(node) + hint);
        return false;
    }

    // The members of a list or an object into what lies `stride` bytes apart from `first` on.
    void read_members(const JsonNode& node, void* first, std::size_t stride, ReadField reading) {
        for (std::size_t k = 0; k < node.members.size(); ++k) {
            const JsonMember& member = node.members[k];
            const bool is_list = node.kind == JsonKind::List;
            inside(is_list ? pointer_step(k) : pointer_step(member.key),
                   [&] { reading(*this, member.node, static_cast<char*>(first) + k * stride); });
        }
    }

    template <class E>
    void read_word(const JsonNode& node, E& content) {
        std::vector<std::string> words;
        for (const auto& [value, word] : enum_words(E{})) words.emplace_back(word);
        const std::optional<std::size_t> place = place_of_word(node, words);
        if (place) content = enum_words(E{})[*place].first;
    }

    std::optional<std::size_t> place_of_word(const JsonNode& node,
                                             const std::vector<std::string>& words) {
        std::string expected;
        for (std::size_t k = 0; k < words.size(); ++k)
            expected += (k == 0 ? "" : k + 1 < words.size() ? ", " : " or ") + quoted(words[k]);
        if (!is(node, JsonKind::Text, expected)) return std::nullopt;
        for (std::size_t k = 0; k < words.size(); ++k)
            if (words[k] == node.text) return k;
        add(node, "expected " + expected + ", " + found(node) + suggestion(node.text, words));
        return std::nullopt;
    }

    Diagnostics diagnostics_;
    std::string path_;
    int suggestions_ = 0;
};

template <class T>
void read_field(Reader& reader, const JsonNode& node, void* field) {
    reader.read(node, *static_cast<T*>(field));
}

// Reads the fields of one object and remembers their names.
class FieldsOfObject {
  public:
    FieldsOfObject(Reader& reader, const JsonNode& node) : reader_(reader), node_(node) {}

    [[gnu::noinline]] void read(const char* name, bool required, ReadField reading, void* field) {
        names_.emplace_back(name);
        if (const JsonNode* node = find_member(node_, name))
            reader_.inside(pointer_step(name), [&] { reading(reader_, *node, field); });
        else if (required)
            reader_.add(node_, "the key '" + std::string(name) + "' is missing");
    }

    void refuse_unknown_keys() {
        for (const JsonMember& member : node_.members) {
            if (std::find(names_.begin(), names_.end(), member.key) != names_.end()) continue;
            reader_.add(
                member.key_at, reader_.path() + pointer_step(member.key),
                "unknown key " + quoted(member.key) + reader_.suggestion(member.key, names_));
        }
    }

  private:
    Reader& reader_;
    const JsonNode& node_;
    std::vector<std::string> names_;
};

template <class Object>
struct ObjectReader {
    FieldsOfObject& fields;
    Object& object;

    template <class T>
    void required(const char* name, T Object::*member, const char*) {
        fields.read(name, true, read_field<T>, &(object.*member));
    }
    template <class T>
    void optional(const char* name, T Object::*member, const char*) {
        fields.read(name, false, read_field<T>, &(object.*member));
    }
};

template <class T>
void Reader::read_object(const JsonNode& node, typename As<T>::Object& object) {
    if (!is(node, JsonKind::Object, "an object")) return;
    FieldsOfObject fields(*this, node);
    ObjectReader<typename As<T>::Object> reader{fields, object};
    describe(reader, As<T>{});
    fields.refuse_unknown_keys();
}

// A file of another format has one error: the others would speak of a format that it does not have.
bool refuse_other_format(const JsonNode& root, Reader& reader) {
    const JsonNode* format = find_member(root, "format");
    if (format == nullptr || format->kind != JsonKind::Number) return false;
    if (format->number == format_version) return false;
    const std::string reads = "this program reads format " + std::to_string(format_version);
    const std::string written = format->text.substr(0, 40);
    reader.add(format->at, "/format",
               format->number > format_version ? "this file has format " + written + "; " + reads +
                                                     ": open it with a newer Fulcrum"
                                               : "there is no format " + written + "; " + reads);
    return true;
}

}  // namespace

ReadDocument read_document(std::string_view json) {
    ReadDocument read;
    const JsonTree tree = parse_json(json, {});
    if (tree.error) {
        read.diagnostics.push_back(*tree.error);
        return read;
    }
    Reader reader;
    if (!refuse_other_format(tree.root, reader)) reader.read(tree.root, read.document);
    read.diagnostics = std::move(reader).in_order(json);
    return read;
}

}  // namespace fulcrum
