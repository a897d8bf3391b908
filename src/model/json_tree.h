// JSON text as a tree that knows where everything stands, within limits. Private to the module.
#pragma once

#include "base/result.h"
#include "model/document_json.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fulcrum {

enum class JsonKind { Null, Truth, Number, Text, List, Object };

struct JsonMember;

struct JsonNode {
    JsonKind kind = JsonKind::Null;
    bool truth = false;
    double number = 0;
    std::string text;                 // of Text; of Number as it is written
    std::vector<JsonMember> members;  // of Object and List, in order
    std::size_t at = 0;               // byte in the input
};

struct JsonMember {
    std::string key;  // "" in a list
    std::size_t key_at = 0;
    JsonNode node;
};

const JsonNode* find_member(const JsonNode& object, std::string_view key);

// Where a syntax error can be: what has been read so far.
struct JsonState {
    bool begun = false;      // a value of the whole was begun
    bool in_object = false;  // else in a list, where depth > 0
    bool first = true;       // nothing is in the open object or list yet
    bool after_key = false;
    std::size_t depth = 0;
};

// The sentence about text that is no JSON from byte `from` on, where the last thing understood
// ended; `at` is the byte where it goes wrong.
Error json_fault(std::string_view text, std::size_t from, const JsonState& state);

// One error at most: UTF-8, syntax, a number too large, duplicate keys, limits. It has a path where
// there is one, line and column. A byte order mark in front is skipped.
struct JsonTree {
    JsonNode root;
    std::optional<Error> error;
};
JsonTree parse_json(std::string_view text, const DocumentLimits& limits);

// Turns bytes of one text into lines and columns; quick where asked in rising order.
class Places {
  public:
    explicit Places(std::string_view text);
    void fill(Error& error, std::size_t at);

  private:
    std::string_view text_;
    std::vector<std::size_t> line_starts_;
    std::size_t line_ = 0;    // of what was asked last
    std::size_t seen_ = 0;    // its byte
    std::size_t column_ = 0;  // its column, from 0
};

}  // namespace fulcrum
