// Writes JSON text: keys in the order given, two-space indent, LF, numbers by shortest(). The only
// writer of JSON in the project, so that canonical documents and results are the same bytes
// everywhere.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fulcrum {

class JsonWriter {
  public:
    void begin_object();
    void end_object();
    void begin_array();
    void end_array();
    void key(std::string_view name);  // before each value inside an object
    void value(std::string_view text);
    void value(const char* text) { value(std::string_view(text)); }
    void value(double number);  // finite
    void value(std::int64_t number);
    void value(bool truth);
    void null();

    template <class T>
    void member(std::string_view name, const T& content) {
        key(name);
        value(content);
    }

    // The whole text with a final newline. Requires that everything begun has ended.
    std::string text() &&;

  private:
    void before_value();
    void close(char bracket);

    std::string text_;
    std::vector<bool> has_members_;  // one per open object or array
    bool after_key_ = false;
};

// Quoted and escaped as JSON wants it, and no more than that (no \u for what UTF-8 can hold).
std::string json_string(std::string_view text);

}  // namespace fulcrum
