// A sentence whose parts may be inked as an option. Text only: no markup.
#pragma once

#include <string>
#include <vector>

namespace fulcrum {

struct Piece {
    std::string text;
    int option = -1;  // position of the option that it names, -1 = none
    bool bold = false;
    bool operator==(const Piece&) const = default;
};
using Sentence = std::vector<Piece>;

// An option as it is named in a sentence.
struct NamedOption {
    int index = 0;
    std::string letter;  // "C"
    std::string name;    // "Full roadmap"
    bool operator==(const NamedOption&) const = default;
};

std::string plain(const Sentence& sentence);

// A message as a sentence: its first letter a capital, a period at its end.
std::string as_sentence(std::string message);

}  // namespace fulcrum
