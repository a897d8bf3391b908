#include "base/figure.h"
#include "words/english.h"

namespace fulcrum::english {
namespace {

std::string capitalised_mean(const std::string& objective) {
    return objective + ", on average";
}
std::string middle(const std::string& objective) {
    return objective + ", in the middle";
}

Sentence chances(std::span<const OptionFigure> by_p_best, const std::string& objective) {
    Sentence sentence{
        {"Share of draws from these ranges in which each option is best (" + objective + "): "}};
    add(sentence, by_p_best);
    sentence.push_back({"."});
    return sentence;
}

std::string group(const std::string& name, const std::string& weight) {
    return weight.empty() ? name : name + " · " + weight + " of the score";
}

std::string level_note(double level) {
    return "Counts as " + bare_figure(level, "") + " of 100 in the score (0 worst, 100 best)";
}

std::string value_note(double value, const std::string& worst, const std::string& best) {
    return "Counts as " + bare_figure(100 * value, "") + " of 100 in the score: " + worst +
           " is 0, " + best + " is 100";
}

std::string outcomes(const std::string& horizon) {
    return horizon.empty() ? "Predicted outcomes" : "Predicted outcomes (" + horizon + ")";
}

std::string fix(const std::string& text, const std::string& when, bool deferred) {
    std::string fix = text;
    if (!when.empty()) fix += " (" + when + ")";
    if (deferred) fix += " – deferred";
    return fix;
}

std::string reason(const std::string& title, const std::string& text) {
    if (title.empty()) return text;
    return text.empty() ? title : title + ": " + text;
}

Sentence objective(const std::string& name, std::span<const OptionFigure> by_middle) {
    Sentence sentence{{name + " in the middle of the draws: "}};
    add(sentence, by_middle);
    sentence.push_back({"."});
    return sentence;
}

std::string ranges_description(const std::string& name) {
    return name +
           " per option. Dot: the middle. Thick bar: half of the draws. Thin line: nine in "
           "ten. Hollow diamond: what the document states.";
}

std::string same(const std::string& topic) {
    return topic;
}

Sentence series(const std::string& name, std::size_t month, std::span<const OptionFigure> by_middle,
                bool has_stated) {
    Sentence sentence{{name + " by month " + std::to_string(month) + ", in the middle: "}};
    add(sentence, by_middle);
    sentence.push_back({"."});
    if (has_stated) sentence.push_back({" Hollow diamonds are what the document states."});
    return sentence;
}

std::string series_description(const std::string& name, std::size_t months) {
    return name + " per option over " + counted(months, "month", "months") +
           ". Line: the middle. Dark band: half of the draws. Light band: nine in ten. Hollow "
           "diamonds: what the document states.";
}

std::string series_caption(const std::string& name, bool has_stated) {
    return has_stated ? name + ": modelled, with what the document states beside it" : name;
}

Sentence levels(const std::string& name, std::span<const OptionFigure> from_best,
                bool less_is_better, bool more_is_better) {
    Sentence sentence{{name + ": "}};
    add(sentence, from_best);
    sentence.push_back({less_is_better   ? "; lower is better."
                        : more_is_better ? "; higher is better."
                                         : "."});
    return sentence;
}

std::string levels_description(const std::string& topic, std::size_t rows) {
    return topic + ": " + counted(rows, "line", "lines") +
           " with one mark per option, named by its letter.";
}

std::string document_states(const std::string& figure) {
    return " · the document states " + figure;
}

}  // namespace

CompareWords compare() {
    return {
        .headline = "At a glance",
        .stance = "The document's stance",
        .timeline = "Timeline",
        .cost = "Cost as stated",
        .risk_level = "Risk level",
        .p_best = "Chance of being best",
        .score = "Score",
        .p_best_note = "Share of draws from these ranges in which the option is best",
        .score_note = "Weighted score on a fixed scale: 0 worst, 100 best",
        .expected = capitalised_mean,
        .middle = middle,
        .nine_in_ten = "Nine in ten draws",
        .chances = chances,
        .chances_description = "Share of draws in which each option is best.",
        .on_the_score = "score",
        .factors = "Factors",
        .factors_note =
            "Each factor is turned into 0 (worst) to 100 (best) on a fixed scale and "
            "weighted. Figures are the middle of the draws, in brackets where nine in "
            "ten of them lie, then the document's own words.",
        .factors_equal = "All factors count alike.",
        .weight = "Weight",
        .group = group,
        .level_note = level_note,
        .value_note = value_note,
        .in_its_words = "In the document's words",
        .fixes = "What gets fixed",
        .deferred = "deferred",
        .pros = "For",
        .cons = "Against",
        .choose_if = "Choose it if",
        .quotes = "What people say",
        .actions = "Next steps if chosen",
        .outcomes = outcomes,
        .fix = fix,
        .recommendation = "What the document recommends",
        .questions = "Questions to answer first",
        .sources = "Where this comes from",
        .reason = reason,
    };
}

MoneyWords money() {
    return {
        .objective = objective,
        .ranges_description = ranges_description,
        .costs_caption = same,
        .series = series,
        .series_description = series_description,
        .series_caption = series_caption,
        .cells_caption =
            "Middle of the draws, in brackets where nine in ten of them lie, then the "
            "document's own words",
        .nothing = "This decision has no rows about money.",
    };
}

RiskWords risk() {
    return {
        .levels = levels,
        .levels_description = levels_description,
        .document_states = document_states,
        .risk_levels = "Risk level of each option",
        .level = "Level",
        .note = "Why",
        .nothing = "This decision has no rows about risk.",
    };
}

}  // namespace fulcrum::english
