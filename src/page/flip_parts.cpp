#include "page/flip_parts.h"

#include "base/by_id.h"
#include "base/figure.h"
#include "base/order.h"
#include "model/find.h"
#include "page/parts.h"

#include <algorithm>
#include <cmath>

namespace fulcrum::parts {
namespace {

struct Near {
    const InputFlips* input;
    const Flip* flip;
    bool in_range;
    double distance;  // in widths of the range
};

std::vector<Near> all_flips(const OneWay& found) {
    std::vector<Near> all;
    for (const InputFlips& input : found.flips) {
        const double width = input.high - input.low;
        if (input.is_cell || width <= 0) continue;
        for (const Flip& flip : input.flips)
            all.push_back({&input, &flip, flip.at >= input.low && flip.at <= input.high,
                           std::fabs(flip.at - input.now) / width});
    }
    return all;
}

}  // namespace

std::vector<PlacedNumber> numbers_of(const Document& document) {
    std::vector<PlacedNumber> numbers;
    for (const PlacedAssumption& placed : assumptions_of(document))
        numbers.push_back({placed.id,
                           placed.name + (placed.option.empty() ? "" : " @ " + placed.option),
                           placed.unit});
    for (const Row& row : document.rows)
        for (const auto& [option, cell] : row.cells)
            if (std::holds_alternative<double>(cell))
                numbers.push_back({row.id + "@" + option, row.name + " @ " + option, row.unit});
    return numbers;
}

std::string number_name(const std::vector<PlacedNumber>& numbers, const std::string& id) {
    const PlacedNumber* const number = by_id(numbers, id);
    return number == nullptr ? id : number->name;
}

Block premises(const Session& session, const std::string& view) {
    const auto tab = [&](const char* key, const std::string& label, Premise premise) {
        return Tabs::Tab{
            .key = view + key, .label = label, .action = LookChange{SetPremise{premise}}};
    };
    const bool turned_out = session.look().premise == Premise::TurnedOut;
    return {Tabs{.key = view + "/premise",
                 .tabs = {tab("/turned_out", words().flips.turned_out, Premise::TurnedOut),
                          tab("/estimate", words().flips.estimate, Premise::Estimate)},
                 .selected = turned_out ? std::size_t{0} : 1}};
}

const InputFlips* flips_of(const Session& session, const std::string& id) {
    const std::optional<OneWay>& found = session.studies().one_way;
    return found ? by_id(found->flips, id) : nullptr;
}

Prose flips_text(const InputFlips& input, std::size_t leader,
                 const std::vector<NamedOption>& options, const std::string& unit) {
    Prose text;
    for (const Flip& flip : input.flips) {
        const bool above = flips_above(flip, input.now, leader);
        if (!text.empty()) text.push_back(quiet("; "));
        const NamedOption& to = options[flips_to(flip, input.now, leader)];
        for (Run& run : inked(words().flips.flip(to, above, figure(flip.at, unit))))
            text.push_back(std::move(run));
    }
    return text;
}

bool flips_in_range(const InputFlips& input) {
    return std::any_of(input.flips.begin(), input.flips.end(), [&](const Flip& flip) {
        return flip.at >= input.low && flip.at <= input.high;
    });
}

VerdictWords::Flips nearest_flips(const Document& document, const OneWay& found, std::size_t most) {
    const std::vector<NamedOption> options = named_options(document);
    const std::vector<PlacedNumber> numbers = numbers_of(document);
    std::vector<Near> all = all_flips(found);
    VerdictWords::Flips flips{.estimate = found.premise == Premise::Estimate};
    const bool any =
        std::any_of(all.begin(), all.end(), [](const Near& at) { return at.in_range; });
    if (any) std::erase_if(all, [](const Near& near) { return !near.in_range; });
    flips.beyond = !any;
    sort_by(all, [](const Near& near) { return near.distance; });
    for (const Near& near : all) {
        if (flips.conditions.size() == most) break;
        const std::size_t leader = *found.lead.leader;
        std::string unit;
        for (const PlacedNumber& number : numbers)
            if (number.id == near.input->id) unit = number.unit;
        flips.conditions.push_back({.to = options[flips_to(*near.flip, near.input->now, leader)],
                                    .name = number_name(numbers, near.input->id),
                                    .above = flips_above(*near.flip, near.input->now, leader),
                                    .at = figure(near.flip->at, unit)});
    }
    return flips;
}

std::string waiting_text(const Document& document, const OneWay& found) {
    const Row* by = find_row(document, document.waiting.by);
    const Row* row = find_row(document, document.waiting.row);
    if (!found.waiting || by == nullptr || row == nullptr) return "";
    std::string unit = by->unit;
    if (unit.ends_with("s")) unit.pop_back();
    return words().flips.waiting(unit, figure(*found.waiting, row->unit));
}

std::string capitalised(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

}  // namespace fulcrum::parts
