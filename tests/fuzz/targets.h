// What must hold whatever the bytes are: one function per part of the program that reads what
// others wrote. libFuzzer calls them with bytes of its own (tools/fuzz), the tests with every file
// of corpus/.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace fulcrum::fuzz {

inline constexpr std::size_t longest_input = 4096;  // bytes, as max_formula_length

// Each returns what was promised and did not hold, with enough to see it; "" = nothing.

// Bytes as the text of a formula: parsed and built, with units, over a fixed scope. The error
// stands inside the text; the tree has at most as many nodes as the text has bytes, the program at
// most 32 per node of the tree and name.
std::string broken_formula(std::string_view bytes);

// Bytes as the text of a formula over inputs without units, evaluated block by block for 256 draws
// of awkward numbers: the bits of the naive evaluator where there is a finite value, which is then
// computed from nothing but finite numbers. A text that does not compile holds.
std::string broken_evaluation(std::string_view bytes);

// Bytes as a document: read, checked, written and read again, compiled, analysed over 256 draws.
// Findings have a sentence and a place. A document of more than 20,000 cells, or 200,000 bytes of
// formulas in them, or 25 months beside a formula with irr or xirr, is not compiled.
std::string broken_document(std::string_view bytes);

// Bytes as the text of a link; after '=' as what a link holds, its check put right; after '+' as a
// difference from a small document; after '~' as deflated bytes. What opens is a document that can
// be written and read, and its own link or difference gives it again.
std::string broken_link(std::string_view bytes);

struct Target {
    std::string_view name;
    std::string (*broken)(std::string_view bytes) = nullptr;
};

std::span<const Target> targets();

}  // namespace fulcrum::fuzz
