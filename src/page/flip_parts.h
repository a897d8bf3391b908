// What the verdict, the sliders and the views say of flips.
#pragma once

#include "page/page.h"
#include "words/words.h"

#include <string>
#include <vector>

namespace fulcrum::parts {

// An assumption or a plain number of a cell: "weeks@A".
struct PlacedNumber {
    std::string id, name, unit;
};
std::vector<PlacedNumber> numbers_of(const Document& document);
// "Price", "Timeline @ B"; the id where there is none.
std::string number_name(const std::vector<PlacedNumber>& numbers, const std::string& id);

// Which of the two questions is asked, as tabs.
Block premises(const Session& session, const std::string& view);

// The flips of an assumption; nullptr where they have not been looked for.
const InputFlips* flips_of(const Session& session, const std::string& id);

// "B under 4.3 months; C above 11 months", inked. leader: of what flips
Prose flips_text(const InputFlips& input, std::size_t leader,
                 const std::vector<NamedOption>& options, const std::string& unit);

bool flips_in_range(const InputFlips& input);

// The flips nearest to now, in their range where there are such; at most `most`.
VerdictWords::Flips nearest_flips(const Document& document, const OneWay& found, std::size_t most);

// "waiting 1 week costs $3.5K"; "" where the document does not say by what.
std::string waiting_text(const Document& document, const OneWay& found);

std::string capitalised(std::string text);

}  // namespace fulcrum::parts
