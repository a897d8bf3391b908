#include "base/text.h"
#include "base/unit.h"
#include "model/check_context.h"
#include "model/pointer.h"

#include <algorithm>

namespace fulcrum {
namespace {

constexpr std::int64_t most_months = 600;
constexpr std::int64_t most_stream = 4'294'967'295;

// Streams seen so far over assumptions and cells; each is given once.
using Streams = std::set<std::int64_t>;

void check_unit(CheckContext& context, const std::string& path, const std::string& unit) {
    const Result<Unit> parsed = parse_unit(unit);
    if (parsed) return;
    Error error = parsed.error();
    error.path = path;
    context.findings.push_back(std::move(error));
}

void check_limit(CheckContext& context, const std::string& path, std::string_view key,
                 std::optional<double> number, const Assumption& assumption) {
    if (!number) return;
    const std::string said = std::string(key) + " " + shortest(*number);
    if (assumption.min && *number < *assumption.min)
        context.add(path + "/" + std::string(key),
                    said + " is below min " + shortest(*assumption.min));
    if (assumption.max && *number > *assumption.max)
        context.add(path + "/" + std::string(key),
                    said + " is above max " + shortest(*assumption.max));
}

void check_range(CheckContext& context, const std::string& path, const Assumption& assumption) {
    context.in_order(path, "low", assumption.low, "high", assumption.high);
    context.in_order(path, "min", assumption.min, "max", assumption.max);
    const bool limits_in_order =
        !assumption.min || !assumption.max || *assumption.min <= *assumption.max;
    if (limits_in_order) {
        check_limit(context, path, "base", assumption.base, assumption);
        check_limit(context, path, "low", assumption.low, assumption);
        check_limit(context, path, "high", assumption.high, assumption);
    }
    if (!assumption.stream) return;
    if (*assumption.stream < 0 || *assumption.stream > most_stream)
        context.add(path + "/stream", "stream " + std::to_string(*assumption.stream) +
                                          ": use 0 to " + std::to_string(most_stream));
}

void check_stream(CheckContext& context, Streams& streams, const std::string& path,
                  const Assumption& assumption) {
    if (assumption.stream && !streams.insert(*assumption.stream).second)
        context.add(path + "/stream", "stream " + std::to_string(*assumption.stream) +
                                          " is given twice: leave it out, it is given by itself");
}

void check_scale(CheckContext& context, const std::string& path, const Row& row) {
    if (row.kind != RowKind::Level) {
        if (!row.scale.empty())
            context.add(path + "/scale", "only a row of kind 'level' has a scale");
        return;
    }
    if (row.scale.empty())
        context.add(path, "the level row '" + row.id +
                              "' has no scale: list its words with what they count");
    IdSet seen;
    for (std::size_t l = 0; l < row.scale.size(); ++l) {
        const Level& level = row.scale[l];
        const std::string own = path + "/scale" + pointer_step(l);
        if (!seen.add(level.name))
            context.add(own + "/name", "the word '" + level.name + "' stands twice in the scale");
        if (level.value < 0 || level.value > 100)
            context.add(own + "/value",
                        "a level counts 0 (worst) to 100 (best), found " + shortest(level.value));
    }
}

void check_series(CheckContext& context, const std::string& path, const Row& row) {
    if (row.months) {
        if (*row.months < 1 || *row.months > most_months)
            context.add(path + "/months", std::to_string(*row.months) + " months: use 1 to " +
                                              std::to_string(most_months));
        if (row.kind != RowKind::Number)
            context.add(path + "/months", "only a number row can be a series");
    }
    if (!row.start.empty() && !row.months)
        context.add(path + "/start", "start belongs to a series: give the row its months");
    if (!row.formula.empty() && row.kind != RowKind::Number)
        context.add(path + "/formula", "only a number row has a formula");
}

void check_word(CheckContext& context, const std::string& path, const Row& row,
                const std::string& word) {
    IdSet words;
    for (const Level& level : row.scale) words.add(level.name);
    if (words.has(word) || words.in_order.empty()) return;
    std::string known;
    for (const std::string& own : words.in_order) known += (known.empty() ? "" : ", ") + own;
    context.add(path, "'" + word + "' is no word of the scale (" + known + ")" +
                          context.suggestion(word, words));
}

void check_cell(CheckContext& context, const std::string& path, const Row& row, const Cell& cell) {
    const Word* word = std::get_if<Word>(&cell);
    if (row.kind == RowKind::Number) {
        if (word != nullptr)
            context.add(path, "a number row holds numbers, formulas and ranges, found the word '" +
                                  word->text + "'");
    } else if (word == nullptr) {
        context.add(path, row.kind == RowKind::Level
                              ? "a cell of a level row is a word of its scale, in quotes"
                              : "a cell of a text row is a text in quotes");
    } else if (row.kind == RowKind::Level) {
        check_word(context, path, row, word->text);
    }
    if (const auto* range = std::get_if<Assumption>(&cell)) check_range(context, path, *range);
}

template <class Content>
void check_options_of(CheckContext& context, const std::string& path,
                      const std::vector<std::pair<std::string, Content>>& by_option) {
    IdSet seen;
    for (const auto& [option, content] : by_option) {
        const std::string own = path + pointer_step(option);
        if (option.empty())
            context.add(own, "an option id is missing here");
        else
            context.refers(own, option, context.options, "option");
        if (!seen.add(option)) context.add(own, "option '" + option + "' stands twice in this row");
    }
}

}  // namespace

void check_assumptions(CheckContext& context, IdSet& names) {
    Streams streams;
    for (std::size_t a = 0; a < context.document.assumptions.size(); ++a) {
        const Assumption& assumption = context.document.assumptions[a];
        const std::string path = "/assumptions" + pointer_step(a);
        context.names(path + "/id", assumption.id, names, false);
        context.refers(path + "/topic", assumption.topic, context.topics, "topic");
        check_unit(context, path + "/unit", assumption.unit);
        check_range(context, path, assumption);
        check_stream(context, streams, path, assumption);
    }
    for (std::size_t r = 0; r < context.document.rows.size(); ++r)
        for (const auto& [option, cell] : context.document.rows[r].cells)
            if (const auto* range = std::get_if<Assumption>(&cell))
                check_stream(context, streams,
                             "/rows" + pointer_step(r) + "/cells" + pointer_step(option), *range);
}

void check_rows(CheckContext& context, IdSet& names) {
    for (std::size_t r = 0; r < context.document.rows.size(); ++r) {
        const Row& row = context.document.rows[r];
        const std::string path = "/rows" + pointer_step(r);
        context.names(path + "/id", row.id, names, false);
        context.refers(path + "/topic", row.topic, context.topics, "topic");
        check_unit(context, path + "/unit", row.unit);
        check_scale(context, path, row);
        check_series(context, path, row);
        check_options_of(context, path + "/cells", row.cells);
        for (const auto& [option, cell] : row.cells)
            check_cell(context, path + "/cells" + pointer_step(option), row, cell);
        check_options_of(context, path + "/stated", row.stated);
    }
}

}  // namespace fulcrum
