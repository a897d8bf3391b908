#include "model/edit.h"

#include "base/text.h"
#include "model/find.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace fulcrum {
namespace {

using Outcome = std::optional<Error>;  // what is wrong with the edit, if anything is

Error error(std::string message) {
    return {.path = "", .message = std::move(message)};
}

Error unknown(std::string_view what, const std::string& id,
              const std::vector<std::string>& candidates) {
    return error("there is no " + std::string(what) + " '" + id + "'" +
                 did_you_mean(id, candidates));
}

template <class Element>
std::vector<std::string> ids_of(const std::vector<Element>& list) {
    std::vector<std::string> ids;
    ids.reserve(list.size());
    for (const Element& element : list) ids.push_back(element.id);
    return ids;
}

// Everything that has a slider: assumptions, and cells that are plain numbers.
Error unknown_input(const Document& document, const std::string& id) {
    std::vector<std::string> ids;
    for (const PlacedAssumption& placed : assumptions_of(document)) ids.push_back(placed.id);
    for (const Row& row : document.rows)
        for (const auto& [option, cell] : row.cells)
            if (std::holds_alternative<double>(cell)) ids.push_back(row.id + "@" + option);
    return unknown("assumption", id, ids);
}

Cell* find_cell_of(Document& document, const std::string& id) {
    const std::size_t at = id.find('@');
    if (at == std::string::npos) return nullptr;
    const Row* row = find_row(document, id.substr(0, at));
    if (row == nullptr || row->kind != RowKind::Number) return nullptr;
    return const_cast<Cell*>(find_cell(*row, id.substr(at + 1)));
}

double* find_number(Document& document, const std::string& id) {
    Cell* cell = find_cell_of(document, id);
    return cell == nullptr ? nullptr : std::get_if<double>(cell);
}

double within_limits(const Assumption& assumption, double value) {
    if (assumption.min) value = std::max(value, *assumption.min);
    if (assumption.max) value = std::min(value, *assumption.max);
    return value;
}

Error not_finite(const std::string& id) {
    return error("the value of '" + id + "' is not a finite number");
}

Error not_positive(const std::string& id) {
    return error("'" + id + "' has a distribution of numbers above 0: give it a value above 0");
}

// How a standard deviation changes with the base between limits, so that a beta distribution is as
// sure as before: a + b stays.
double kept_sure(const FamilyTraits& traits, const Assumption& assumption, double base) {
    const double low = assumption.min.value_or(0), high = assumption.max.value_or(1);
    const auto room = [=](double at) { return (at - low) * (high - at); };
    const bool is_inside = room(assumption.base) > 0 && room(base) > 0;
    if (!traits.between_limits || !is_inside) return 1;
    return std::sqrt(room(base) / room(assumption.base));
}

// A component as an assumption by itself, and back.
Assumption as_assumption(const Component& component) {
    Assumption alone;
    alone.base = component.base;
    alone.low = component.low;
    alone.high = component.high;
    alone.interval = component.interval;
    alone.sd = component.sd;
    alone.family = component.family;
    alone.values = component.values;
    alone.min = component.min;
    alone.max = component.max;
    return alone;
}

void narrow_limits(Assumption& assumption, const Assumption& to) {
    if (to.min) assumption.min = std::max(*to.min, assumption.min.value_or(*to.min));
    if (to.max) assumption.max = std::min(*to.max, assumption.max.value_or(*to.max));
}

void take_numbers(Component& component, const Assumption& moved) {
    component.base = moved.base;
    component.low = moved.low;
    component.high = moved.high;
    component.sd = moved.sd;
    component.values = moved.values;
}

Error beyond_largest(const std::string& id) {
    return error("with this value the range of '" + id + "' would reach beyond the largest number");
}

bool are_whole(const std::vector<double>& values) {
    return std::all_of(values.begin(), values.end(), [](double x) { return std::floor(x) == x; });
}

Outcome move_values(Assumption& assumption, const std::string& id, double shift) {
    if (are_whole(assumption.values)) shift = std::round(shift);
    if (shift == 0) return std::nullopt;
    for (double& value : assumption.values) {
        value = within_limits(assumption, value + shift);
        if (!std::isfinite(value)) return beyond_largest(id);
    }
    return std::nullopt;
}

// The base and what comes along with it; `value` is not yet clamped.
Outcome move_range(Assumption& assumption, const FamilyTraits& traits, const std::string& id,
                   double value) {
    const double base = within_limits(assumption, value);
    if (traits.positive_only && base <= 0) return not_positive(id);
    const bool by_ratio = traits.positive_only && assumption.base > 0;
    const double shift = base - assumption.base;
    const double ends_shift = traits.whole_numbers ? std::round(shift) : shift;
    const double ratio = base / assumption.base;
    const auto moved = [&](const std::optional<double>& end) -> std::optional<double> {
        if (!end || shift == 0) return end;
        return within_limits(assumption, by_ratio ? *end * ratio : *end + ends_shift);
    };
    const std::optional<double> low = moved(assumption.low), high = moved(assumption.high);
    if ((low && !std::isfinite(*low)) || (high && !std::isfinite(*high))) return beyond_largest(id);
    if (assumption.sd) *assumption.sd *= by_ratio ? ratio : kept_sure(traits, assumption, base);
    assumption.base = base;
    assumption.low = low;
    assumption.high = high;
    return traits.values_move ? move_values(assumption, id, shift) : std::nullopt;
}

class Applier {
  public:
    Applier(Document& document, TraitsOf traits_of) : document_(document), traits_of_(traits_of) {}

    Outcome operator()(const SetPoint& edit) const {
        if (Outcome wrong = (*this)(edit.x)) return wrong;
        return (*this)(edit.y);
    }
    Outcome operator()(const SetBase& edit) const {
        if (!std::isfinite(edit.value)) return not_finite(edit.id);
        if (double* number = find_number(document_, edit.id)) {
            *number = edit.value;
            return std::nullopt;
        }
        Assumption* assumption = find_assumption(document_, edit.id);
        if (assumption == nullptr) return unknown_input(document_, edit.id);
        return move_base(*assumption, edit);
    }

    Outcome operator()(const SetEnd& edit) const {
        if (!std::isfinite(edit.value)) return not_finite(edit.id);
        Assumption* assumption = find_assumption(document_, edit.id);
        if (assumption == nullptr) return unknown_input(document_, edit.id);
        std::optional<double>& end = edit.end == End::Low ? assumption->low : assumption->high;
        if (!end) return error("'" + edit.id + "' has no range whose end could move");
        const FamilyTraits traits = traits_of_(*assumption);
        double value = traits.whole_numbers ? std::round(edit.value) : edit.value;
        value = within_limits(*assumption, value);
        if (edit.end == End::Low && assumption->high) value = std::min(value, *assumption->high);
        if (edit.end == End::High && assumption->low) value = std::max(value, *assumption->low);
        if (traits.positive_only && value <= 0) return not_positive(edit.id);
        end = value;
        return std::nullopt;
    }

    Outcome operator()(const SetKnown& edit) const {
        Assumption* assumption = find_assumption(document_, edit.id);
        if (assumption == nullptr) return unknown_input(document_, edit.id);
        assumption->known = edit.known;
        return std::nullopt;
    }

    Outcome operator()(const Restore& edit) const {
        if (Cell* cell = find_cell_of(document_, edit.id)) {
            if (const double* number = std::get_if<double>(&edit.to))
                *cell = *number;
            else
                *cell = *std::get_if<Assumption>(&edit.to);
            return std::nullopt;
        }
        Assumption* assumption = find_assumption(document_, edit.id);
        const Assumption* to = std::get_if<Assumption>(&edit.to);
        if (assumption == nullptr || to == nullptr) return unknown_input(document_, edit.id);
        const std::optional<std::int64_t> stream = assumption->stream;
        *assumption = *to;
        assumption->id = edit.id;
        if (!assumption->stream) assumption->stream = stream;
        return std::nullopt;
    }

    Outcome operator()(const SetWeight& edit) const {
        if (Outcome wrong = wrong_weight(edit.row, edit.weight)) return wrong;
        std::vector<std::string> rows;
        for (Criterion& criterion : document_.scoring.criteria) {
            rows.push_back(criterion.row);
            if (criterion.row != edit.row) continue;
            criterion.weight = edit.weight;
            return std::nullopt;
        }
        return unknown("criterion", edit.row, rows);
    }

    Outcome operator()(const SetGroupWeight& edit) const {
        if (Outcome wrong = wrong_weight(edit.group, edit.weight)) return wrong;
        return with_group(edit.group, [&](CriterionGroup& group) { group.weight = edit.weight; });
    }

    Outcome operator()(const SetEqualWeights& edit) const {
        document_.scoring.equal_weights = edit.equal;
        return std::nullopt;
    }

    Outcome operator()(const SetRowOff& edit) const {
        for (Row& row : document_.rows) {
            if (row.id != edit.row) continue;
            row.off = edit.off;
            return std::nullopt;
        }
        return unknown("row", edit.row, ids_of(document_.rows));
    }

    Outcome operator()(const SetGroupOff& edit) const {
        return with_group(edit.group, [&](CriterionGroup& group) { group.off = edit.off; });
    }

    Outcome operator()(const SetCell& edit) const {
        if (find_option(document_, edit.option) == nullptr)
            return unknown("option", edit.option, ids_of(document_.options));
        const std::optional<std::size_t> index = row_index(document_, edit.row);
        if (!index) return unknown("row", edit.row, ids_of(document_.rows));
        Row& row = document_.rows[*index];
        if (!edit.cell) {
            std::erase_if(row.cells, [&](const auto& own) { return own.first == edit.option; });
            return std::nullopt;
        }
        if (Outcome wrong = wrong_cell(row, edit)) return wrong;
        Cell content = *edit.cell;
        Assumption* range = std::get_if<Assumption>(&content);
        if (range != nullptr && !range->stream) range->stream = document_.simulation.next_stream++;
        if (auto* cell = const_cast<Cell*>(find_cell(row, edit.option))) {
            *cell = std::move(content);
        } else {
            row.cells.emplace_back(edit.option, std::move(content));
            sort_cells(document_.options, row);
        }
        return std::nullopt;
    }

  private:
    static Outcome wrong_cell(const Row& row, const SetCell& edit) {
        const std::string id = edit.row + "@" + edit.option;
        if ((row.kind == RowKind::Number) == std::holds_alternative<Word>(*edit.cell))
            return error("'" + id + "' would hold what its row has no cells of");
        if (const double* number = std::get_if<double>(&*edit.cell))
            return std::isfinite(*number) ? std::nullopt : Outcome(not_finite(id));
        const Assumption* range = std::get_if<Assumption>(&*edit.cell);
        if (range == nullptr) return std::nullopt;
        const double low = range->low.value_or(range->base);
        const double high = range->high.value_or(range->base);
        if (!std::isfinite(range->base) || !std::isfinite(low) || !std::isfinite(high))
            return not_finite(id);
        return low <= high ? std::nullopt : Outcome(error("the range of '" + id + "' is empty"));
    }

    Outcome move_base(Assumption& assumption, const SetBase& edit) const {
        const double before = assumption.base;
        if (Outcome wrong = move_range(assumption, traits_of_(assumption), edit.id, edit.value))
            return wrong;
        const double shift = assumption.base - before;
        for (Component& component : assumption.components) {
            Assumption alone = as_assumption(component);
            FamilyTraits traits = traits_of_(alone);
            traits.values_move = true;
            if (!traits.between_limits) narrow_limits(alone, assumption);
            if (Outcome wrong = move_range(alone, traits, edit.id, alone.base + shift))
                return wrong;
            take_numbers(component, alone);
        }
        return std::nullopt;
    }

    static Outcome wrong_weight(const std::string& of, double weight) {
        if (!std::isfinite(weight))
            return error("the weight of '" + of + "' is not a finite number");
        if (weight >= 0) return std::nullopt;
        return error("the weight of '" + of + "' would be " + shortest(weight) + ": use 0 or more");
    }

    template <class Change>
    Outcome with_group(const std::string& id, Change change) const {
        for (CriterionGroup& group : document_.scoring.groups) {
            if (group.id != id) continue;
            change(group);
            return std::nullopt;
        }
        return unknown("group", id, ids_of(document_.scoring.groups));
    }

    Document& document_;
    TraitsOf traits_of_;
};

}  // namespace

Result<Document> apply(const Document& document, const Edit& edit, TraitsOf traits_of) {
    Document changed = document;
    if (const Outcome wrong = std::visit(Applier(changed, traits_of), edit)) return *wrong;
    return changed;
}

namespace {

// Do the cells differ in numbers at most? nullptr: there is none.
bool alike(const Cell* a, const Cell* b) {
    if (a == nullptr || b == nullptr) return a == b;
    const bool is_text = std::holds_alternative<Formula>(*a) || std::holds_alternative<Word>(*a);
    return a->index() == b->index() && (!is_text || *a == *b);
}

}  // namespace

std::vector<SetCell> replaced_cells(const Document& document, const Document& reference) {
    std::vector<SetCell> replaced;
    for (const Row& row : document.rows) {
        const Row* original = find_row(reference, row.id);
        if (original == nullptr) continue;
        for (const Option& option : document.options) {
            const Cell* now = find_cell(row, option.id);
            const Cell* was = find_cell(*original, option.id);
            if (alike(now, was)) continue;
            replaced.push_back(
                {row.id, option.id, was == nullptr ? std::nullopt : std::optional<Cell>(*was)});
        }
    }
    return replaced;
}

}  // namespace fulcrum
