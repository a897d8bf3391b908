#include "engine/names.h"

#include "base/text.h"

namespace fulcrum {
namespace {

std::string quoted(std::string_view name) {
    return "'" + std::string(name) + "'";
}

Error at_reference(const Reference& reference, std::string message) {
    return {.path = {}, .message = std::move(message), .at = reference.at};
}

Error no_series(const Reference& reference) {
    return at_reference(
        reference,
        quoted(reference.name) + " has no months: a row that runs over months is wanted here");
}

}  // namespace

std::size_t month_count(const Row& row) {
    return row.months ? static_cast<std::size_t>(*row.months) + 1 : 1;
}

Names::Names(const Document& document) : document_(&document) {
    for (std::size_t a = 0; a < document.assumptions.size(); ++a)
        meanings_.emplace(document.assumptions[a].id, Meaning{true, a});
    for (std::size_t r = 0; r < document.rows.size(); ++r)
        meanings_.emplace(document.rows[r].id, Meaning{false, r});
    for (std::size_t o = 0; o < document.options.size(); ++o)
        options_.emplace(document.options[o].id, o);
}

Result<Target> Names::target(const Reference& reference, const CellPlace& from) const {
    const auto found = meanings_.find(reference.name);
    if (found == meanings_.end()) return unknown_name(reference);

    const auto [is_assumption, index] = found->second;
    if (is_assumption) {
        if (!reference.option.empty())
            return at_reference(reference, quoted(reference.name) +
                                               " is the same for every option: leave @" +
                                               reference.option + " out");
        if (reference.when == Reference::When::All) return no_series(reference);
        if (reference.when != Reference::When::Same)
            return at_reference(
                reference, quoted(reference.name) + " is the same in every month: write it alone");
        return Target{.is_assumption = true, .assumption = index, .cell = {}, .months = 1};
    }

    if (document_->rows[index].kind == RowKind::Text)
        return at_reference(reference,
                            quoted(reference.name) + " is a row of text: it has no number");
    const Result<std::size_t> option = option_of(reference, from);
    if (!option) return option.error();
    const Result<std::size_t> month = month_of(reference, index, from);
    if (!month) return month.error();
    const bool all = reference.when == Reference::When::All;
    return Target{.is_assumption = false,
                  .assumption = 0,
                  .cell = {index, *option, *month},
                  .months = all ? month_count(document_->rows[index]) : 1};
}

Error Names::unknown_name(const Reference& reference) const {
    std::vector<std::string> candidates;
    for (const Assumption& assumption : document_->assumptions) candidates.push_back(assumption.id);
    for (const Row& row : document_->rows)
        if (row.kind != RowKind::Text) candidates.push_back(row.id);
    return at_reference(reference, "unknown name " + quoted(reference.name) +
                                       did_you_mean(reference.name, candidates));
}

Result<std::size_t> Names::option_of(const Reference& reference, const CellPlace& from) const {
    if (reference.option.empty() && from.option == no_option)
        return at_reference(reference, quoted(reference.name) +
                                           " differs by option: write which one, like " +
                                           reference.name + "@" + document_->options[0].id);
    if (reference.option.empty()) return from.option;
    const auto found = options_.find(reference.option);
    if (found != options_.end()) return found->second;
    std::vector<std::string> candidates;
    for (const Option& option : document_->options) candidates.push_back(option.id);
    return at_reference(reference, "unknown option " + quoted(reference.option) +
                                       did_you_mean(reference.option, candidates));
}

Result<std::size_t> Names::month_of(const Reference& reference, std::size_t row,
                                    const CellPlace& from) const {
    using When = Reference::When;
    const std::string& name = reference.name;
    const auto& months = document_->rows[row].months;
    if (!months) {
        if (reference.when == When::Same) return std::size_t{0};
        if (reference.when == When::All) return no_series(reference);
        return at_reference(reference,
                            quoted(name) + " has no months: write it without " +
                                (reference.when == When::Previous ? "previous()" : "at()"));
    }

    if (reference.when == When::All) return std::size_t{0};
    const std::string last = std::to_string(*months);
    if (reference.when == When::At) {
        if (reference.month >= 0 && reference.month <= *months)
            return static_cast<std::size_t>(reference.month);
        return at_reference(reference, quoted(name) + " has the months 0 to " + last + ", not " +
                                           std::to_string(reference.month));
    }

    if (from.row == no_row || !document_->rows[from.row].months)
        return at_reference(reference, quoted(name) + " has a value for every month: write at(" +
                                           name + ", " + last + ")");
    const Row& own = document_->rows[from.row];
    if (reference.when == When::Previous && from.month == 0)
        return at_reference(reference, "previous(" + name + ") has no month before 0" +
                                           (own.start.empty() ? ": give the row a start"
                                                              : ": a start cannot look back"));
    const std::size_t month = from.month - (reference.when == When::Previous ? 1 : 0);
    if (month < month_count(document_->rows[row])) return month;
    return at_reference(reference, quoted(name) + " ends at month " + last + ", but '" + own.id +
                                       "' goes on to " + std::to_string(*own.months));
}

}  // namespace fulcrum
