// Result<T>: a value, or the reason there is none.
//
// The only way a core function reports failure. The core is built with -fno-exceptions, so that the
// same code path runs in the browser and on the command line.
#pragma once

#include <cassert>
#include <cstddef>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace fulcrum {

// Where and why, in words a user can act on: what was found, what was expected.
struct Error {
    std::string path;  // JSON pointer into the document, e.g. "/criteria/2/weight"; "" = all of it
    std::string message;  // one sentence, no trailing period
    std::size_t at = 0;  // code unit inside the text at path (a formula), or inside the whole input
    int line = 0;        // 1-based position in the file; 0 while it is not known
    int column = 0;      // 1-based, counted in code points
    bool operator==(const Error&) const = default;
};

// All that is wrong with one input, in the order of the input. Empty = nothing.
using Diagnostics = std::vector<Error>;

template <class T>
class [[nodiscard]] Result {
  public:
    Result(T value) : state_(std::move(value)) {}      // NOLINT: implicit by design
    Result(Error error) : state_(std::move(error)) {}  // NOLINT: implicit by design

    explicit operator bool() const { return std::holds_alternative<T>(state_); }

    const T& operator*() const& { return get(state_); }
    T&& operator*() && { return std::move(get(state_)); }
    const T* operator->() const { return &get(state_); }

    const Error& error() const {
        assert(!*this);
        return *std::get_if<Error>(&state_);
    }

  private:
    template <class State>
    static auto& get(State& state) {
        assert(std::holds_alternative<T>(state));
        return *std::get_if<T>(&state);
    }

    std::variant<T, Error> state_;
};

}  // namespace fulcrum
