#include "base/json_writer.h"

#include "base/text.h"

#include <cassert>

namespace fulcrum {

std::string json_string(std::string_view text) {
    constexpr std::string_view hex = "0123456789abcdef";
    constexpr std::string_view plain = "\"\\\b\f\n\r\t";
    constexpr std::string_view letter = "\"\\bfnrt";
    std::string quoted = "\"";
    for (const char c : text) {
        const auto code = static_cast<unsigned char>(c);
        const std::size_t known = plain.find(c);
        if (known != std::string_view::npos)
            (quoted += '\\') += letter[known];
        else if (code < 0x20)
            ((quoted += "\\u00") += hex[code >> 4]) += hex[code & 15];
        else
            quoted += c;
    }
    return quoted += '"';
}

void JsonWriter::before_value() {
    if (after_key_) {
        after_key_ = false;
        return;
    }
    if (has_members_.empty()) return;
    if (has_members_.back()) text_ += ',';
    has_members_.back() = true;
    (text_ += '\n').append(2 * has_members_.size(), ' ');
}

void JsonWriter::close(char bracket) {
    assert(!has_members_.empty() && !after_key_);
    const bool had_members = has_members_.back();
    has_members_.pop_back();
    if (had_members) (text_ += '\n').append(2 * has_members_.size(), ' ');
    text_ += bracket;
}

void JsonWriter::begin_object() {
    before_value();
    text_ += '{';
    has_members_.push_back(false);
}

void JsonWriter::end_object() {
    close('}');
}

void JsonWriter::begin_array() {
    before_value();
    text_ += '[';
    has_members_.push_back(false);
}

void JsonWriter::end_array() {
    close(']');
}

void JsonWriter::key(std::string_view name) {
    assert(!has_members_.empty() && !after_key_);
    before_value();
    (text_ += json_string(name)) += ": ";
    after_key_ = true;
}

void JsonWriter::value(std::string_view text) {
    before_value();
    text_ += json_string(text);
}

void JsonWriter::value(double number) {
    before_value();
    text_ += shortest(number);
}

void JsonWriter::value(std::int64_t number) {
    before_value();
    text_ += std::to_string(number);
}

void JsonWriter::value(bool truth) {
    before_value();
    text_ += truth ? "true" : "false";
}

void JsonWriter::null() {
    before_value();
    text_ += "null";
}

std::string JsonWriter::text() && {
    assert(has_members_.empty() && !after_key_);
    text_ += '\n';
    return std::move(text_);
}

}  // namespace fulcrum
