#include "model/json_tree.h"

#include "base/text.h"
#include "model/pointer.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace fulcrum {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

using Json = nlohmann::json;

// Builds the tree from the parser's events. The parser gives no positions: each event is one token,
// and the tokens stand in the text in the order of the events.
class TreeBuilder final : public nlohmann::json_sax<Json> {
  public:
    TreeBuilder(std::string_view text, std::size_t begin, const DocumentLimits& limits,
                JsonNode& root)
        : text_(text), cursor_(begin), limits_(limits), root_(root) {}

    std::optional<Error> error;

    bool null() override { return add(JsonKind::Null, 4) != nullptr; }
    bool boolean(bool truth) override {
        JsonNode* node = add(JsonKind::Truth, truth ? 4 : 5);
        if (node != nullptr) node->truth = truth;
        return node != nullptr;
    }
    bool number_integer(number_integer_t) override { return number(); }
    bool number_unsigned(number_unsigned_t) override { return number(); }
    bool number_float(number_float_t, const string_t&) override { return number(); }

    bool string(string_t& content) override {
        JsonNode* node = add(JsonKind::Text, string_length());
        if (node == nullptr || too_long(content, node->at, path_of_last())) return false;
        node->text = std::move(content);
        return true;
    }
    bool binary(binary_t&) override { return false; }

    bool start_object(std::size_t) override { return open(JsonKind::Object); }
    bool start_array(std::size_t) override { return open(JsonKind::List); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool key(string_t& name) override {
        const std::size_t length = string_length();
        const std::size_t at = take(length);
        if (too_long(name, at, path())) return false;
        Open& object = open_.back();
        if (!object.keys.insert(name).second)
            return fail(at, path() + pointer_step(name),
                        "the key '" + name + "' stands twice in the same object");
        object.node->members.push_back({std::move(name), at, {}});
        after_key_ = true;
        return true;
    }

    bool parse_error(std::size_t, const std::string&,
                     const nlohmann::detail::exception& reason) override {
        constexpr int out_of_range = 406;  // the parser's number for "number overflow"
        skip_separators();
        if (reason.id == out_of_range) {
            const std::string written(
                text_.substr(cursor_, std::min<std::size_t>(number_length(), 40)));
            return fail(cursor_, open_.empty() ? "" : path_of_next(),
                        "number too large: " + written + " is beyond 1.8e308");
        }
        const JsonState state{begun_, !open_.empty() && open_.back().node->kind == JsonKind::Object,
                              open_.empty() || open_.back().node->members.empty(), after_key_,
                              open_.size()};
        error = json_fault(text_, last_end_, state);
        return false;
    }

  private:
    struct Open {
        JsonNode* node;
        std::set<std::string> keys;
    };

    void skip_separators() {
        constexpr std::string_view separators = " \t\r\n,:";
        cursor_ = std::min(text_.find_first_not_of(separators, cursor_), text_.size());
    }

    std::size_t take(std::size_t length) {
        skip_separators();
        const std::size_t at = cursor_;
        cursor_ += length;
        last_end_ = cursor_;
        return at;
    }

    std::size_t string_length() {
        skip_separators();
        std::size_t end = cursor_ + 1;
        while (end < text_.size() && text_[end] != '"') end += text_[end] == '\\' ? 2 : 1;
        return end + 1 - cursor_;
    }

    std::size_t number_length() {
        skip_separators();
        const std::size_t sign = cursor_ < text_.size() && text_[cursor_] == '-' ? 1 : 0;
        const std::string_view digits = text_.substr(cursor_ + sign);
        const std::size_t length = digits.substr(0, 1) == "0" && digits.find_first_of(".eE") != 1
                                       ? 1  // a digit behind a leading 0 is not part of the number
                                       : leading_decimal(digits).length;
        return sign + length;
    }

    bool fail(std::size_t at, std::string path, std::string message) {
        error = Error{.path = std::move(path), .message = std::move(message), .at = at};
        return false;
    }

    bool too_long(const std::string& content, std::size_t at, std::string pointer) {
        if (content.size() <= limits_.string_bytes) return false;
        fail(at, std::move(pointer),
             "a text of " + std::to_string(content.size()) + " bytes is longer than the limit of " +
                 std::to_string(limits_.string_bytes));
        return true;
    }

    // Of the innermost open object or list; where a member is open, of that member's parent.
    std::string path() const {
        std::string pointer;
        for (std::size_t k = 0; k + 1 < open_.size(); ++k) pointer += step(*open_[k].node);
        return pointer;
    }

    static std::string step(const JsonNode& node) {
        const JsonMember& last = node.members.back();
        return node.kind == JsonKind::Object ? pointer_step(last.key)
                                             : pointer_step(node.members.size() - 1);
    }

    std::string path_of_last() const {
        return open_.empty() ? "" : path() + step(*open_.back().node);
    }

    std::string path_of_next() const {
        const JsonNode& node = *open_.back().node;
        if (node.kind == JsonKind::Object)
            return path() + (after_key_ ? pointer_step(node.members.back().key) : "");
        return path() + pointer_step(node.members.size());
    }

    JsonNode* add(JsonKind kind, std::size_t length) {
        const std::size_t at = take(length);
        begun_ = true;
        after_key_ = false;
        if (++nodes_ > limits_.nodes) {
            fail(at, "", "more than " + std::to_string(limits_.nodes) + " values in one file");
            return nullptr;
        }
        JsonNode* node = &root_;
        if (!open_.empty()) {
            JsonNode& parent = *open_.back().node;
            if (parent.kind == JsonKind::List) parent.members.push_back({"", at, {}});
            node = &parent.members.back().node;
        }
        node->kind = kind;
        node->at = at;
        return node;
    }

    bool number() {
        JsonNode* node = add(JsonKind::Number, number_length());
        if (node == nullptr) return false;
        node->text = text_.substr(node->at, cursor_ - node->at);
        node->number = parse_decimal(node->text).value_or(0);
        return true;
    }

    bool open(JsonKind kind) {
        JsonNode* node = add(kind, 1);
        if (node == nullptr) return false;
        if (open_.size() == static_cast<std::size_t>(limits_.depth))
            return fail(node->at, "",
                        "nested deeper than " + std::to_string(limits_.depth) + " levels");
        open_.push_back({node, {}});
        return true;
    }

    bool close() {
        take(1);
        open_.pop_back();
        return true;
    }

    std::string_view text_;
    std::size_t cursor_;
    std::size_t last_end_ = cursor_;
    const DocumentLimits& limits_;
    JsonNode& root_;
    std::vector<Open> open_;
    std::size_t nodes_ = 0;
    bool begun_ = false;
    bool after_key_ = false;
};

std::string megabytes(std::size_t bytes) {
    const std::size_t tenths = (bytes * 10 + (1u << 19)) >> 20;
    return std::to_string(tenths / 10) +
           (tenths % 10 == 0 ? "" : "." + std::to_string(tenths % 10)) + " MB";
}

std::optional<Error> whole_text_fault(std::string_view text, std::size_t begin,
                                      const DocumentLimits& limits) {
    if (text.size() > limits.bytes)
        return Error{"", "the file has " + megabytes(text.size()) + ", more than the limit of " +
                             megabytes(limits.bytes)};
    if (text.empty()) return Error{"", "the file is empty: expected a decision as JSON"};
    if (const auto wrong = first_invalid_utf8(text)) {
        constexpr std::string_view hex = "0123456789ABCDEF";
        const auto byte = static_cast<unsigned char>(text[*wrong]);
        std::string message = "byte " + std::to_string(*wrong + 1) + " (0x";
        ((message += hex[byte >> 4]) += hex[byte & 15]) += ") is not UTF-8";
        return Error{.path = "", .message = message + ": save the file as UTF-8", .at = *wrong};
    }
    if (trimmed(text.substr(begin)).empty())
        return Error{"", "the file holds only white space: expected a decision as JSON"};
    return std::nullopt;
}

}  // namespace

const JsonNode* find_member(const JsonNode& object, std::string_view key) {
    for (const JsonMember& member : object.members)
        if (member.key == key) return &member.node;
    return nullptr;
}

Places::Places(std::string_view text) : text_(text), line_starts_{0} {
    if (text.substr(0, 3) == byte_order_mark) line_starts_[0] = 3;
    for (std::size_t at = 0; at < text.size(); ++at)
        if (text[at] == '\n') line_starts_.push_back(at + 1);
    seen_ = line_starts_[0];
}

void Places::fill(Error& error, std::size_t at) {
    const auto after = std::upper_bound(line_starts_.begin() + 1, line_starts_.end(), at);
    const auto line = static_cast<std::size_t>(after - line_starts_.begin()) - 1;
    if (line != line_ || at < seen_) {
        line_ = line;
        seen_ = line_starts_[line];
        column_ = 0;
    }
    at = std::clamp(at, seen_, text_.size());
    column_ += code_points(text_.substr(seen_, at - seen_));
    seen_ = at;
    error.line = static_cast<int>(line) + 1;
    error.column = static_cast<int>(column_) + 1;
}

JsonTree parse_json(std::string_view text, const DocumentLimits& limits) {
    const std::size_t begin = text.substr(0, 3) == byte_order_mark ? 3 : 0;
    JsonTree tree;
    tree.error = whole_text_fault(text, begin, limits);
    if (!tree.error) {
        TreeBuilder builder(text, begin, limits, tree.root);
        const std::string_view body = text.substr(begin);
        const bool understood = Json::sax_parse(body.begin(), body.end(), &builder);
        if (!understood) tree.error = builder.error;
    }
    if (tree.error) Places(text.substr(0, limits.bytes)).fill(*tree.error, tree.error->at);
    return tree;
}

}  // namespace fulcrum
