#include "base/figure.h"
#include "words/english.h"

namespace fulcrum::english {
namespace {

std::string month(const std::string& name, std::size_t month) {
    return name + ", month " + std::to_string(month);
}
std::string total(const std::string& name) {
    return name + ", all months together";
}
std::string of_option(const std::string& name, const std::string& letter) {
    return name + " @ " + letter;
}

std::string of_all(const std::string& name) {
    return name + ", of all options";
}

std::string given(const TraceWords::Figures& figures) {
    return figures.formula ? "With every assumption at its value, as above, it is " + figures.base
                           : "Its value is " + figures.base;
}

std::string figures(const TraceWords::Figures& figures) {
    const std::string draws = exact(static_cast<double>(figures.draws), "") + " draws";
    if (figures.draws == 0) return given(figures) + ".";
    if (figures.mean.empty()) return given(figures) + ", in every draw.";
    std::string text = given(figures) + ". Over " + draws + " it is " + figures.mean +
                       " on average and " + figures.middle + " in the middle.";
    if (figures.formula && figures.mean != figures.base)
        text += " Base and average differ where a formula is not linear or a range is lopsided.";
    return text;
}

std::string undefined(const std::string& reason) {
    return "With every assumption at its value it is undefined: " + reason + ".";
}

std::string word(const std::string& word) {
    return "The document says “" + word + "”, a level of this row's scale.";
}

std::string nine_in_ten(const std::string& range) {
    return range + ", nine in ten draws";
}

std::string whose(Voice base, const std::string& source, const std::string& owner) {
    std::string text = base == Voice::Stated ? "Stated" : base == Voice::Derived ? "Derived" : "";
    if (!source.empty()) text += (text.empty() ? "" : ": ") + source;
    if (!owner.empty()) text += (text.empty() ? "" : " · ") + owner;
    return text;
}

}  // namespace

TraceWords trace() {
    return {
        .month = month,
        .total = total,
        .of_option = of_option,
        .formula = "Formula: ",
        .with_values = "With present values: ",
        .figures = figures,
        .undefined = undefined,
        .number = "A number that stands in the document.",
        .estimate = "An estimate that stands in the document, with a range.",
        .off = "Switched off: it counts as nothing.",
        .word = word,
        .feeds = "What feeds it",
        .inputs = "What it rests on in the end",
        .name = "Name",
        .value = "Value",
        .range = "Range",
        .source = "Source",
        .nine_in_ten = nine_in_ten,
        .same = "the same in every draw",
        .from_formula = "Worked out from its formula",
        .swings = "How far each number moves it along its range, all others as they stand.",
        .swings_description =
            "A bar for each number, the widest first, from what the figure is at "
            "one end of its range to what it is at the other.",
        .of_all = of_all,
        .compared =
            "Options are compared by it, each in the same draws: which is best how often, by how "
            "much, what flips that and what it is worth to know more follow from these.",
        .weighted =
            "The score is the sum of weight times value over all criteria; a value is 0 at "
            "the worst end of the criterion's scale and 100 at the best. Below, every "
            "assumption stands at its value.",
        .average = "On average",
        .middle = "In the middle (nine in ten)",
        .of_100 = "Of 100",
        .points = "Points",
        .where_from = "Where\u00a0from?",
        .whose = whose,
        .back = "Back",
        .close = "Close",
        .save = "Save draws as CSV",
        .back_note = "Back to the figure before",
        .close_note = "Closes what the figure comes from",
        .save_note =
            "A table for a spreadsheet: a line per draw, with this figure, what feeds it and every "
            "uncertain number that it rests on",
        .saved = "Handed to the browser's downloads: the draws as a table.",
    };
}

}  // namespace fulcrum::english
