#include "base/figure.h"
#include "words/english.h"

namespace fulcrum::english {
namespace {

std::string with_change(const std::string& figure, const std::string& change) {
    return change.empty() ? figure : figure + " (" + change + ")";
}

Sentence leads(const VerdictWords::Leads& leads) {
    Sentence sentence{name(leads.leader.option)};
    sentence.push_back({leads.by_score ? " leads on the score: best in " : " leads: best in "});
    sentence.push_back(
        {with_change(leads.leader.figure, leads.leader.change) + " of draws from these ranges"});
    if (leads.second && !leads.gap.empty()) {
        sentence.push_back({", by " + with_change(leads.gap, leads.gap_change) + " over "});
        sentence.push_back(letter(*leads.second));
        sentence.push_back({" in the middle"});
    }
    sentence.push_back({"."});
    return sentence;
}

Sentence no_clear_winner(std::span<const OptionFigure> by_p_best) {
    Sentence sentence{{.text = "No clear winner: ", .bold = true}};
    add(sentence, by_p_best);
    sentence.push_back({"."});
    return sentence;
}

Sentence too_close(const OptionFigure& leader, const std::string& gap, const std::string& matters) {
    Sentence sentence{{.text = "No clear winner: ", .bold = true}, name(leader.option)};
    sentence.push_back({" is best in " + with_change(leader.figure, leader.change) +
                        " of draws from these ranges, but by " + gap +
                        " in the middle; less than " + matters + " does not matter here."});
    return sentence;
}

Sentence only_option(const NamedOption& option) {
    return {name(option), {" is the only option; there is nothing to compare it with."}};
}

Sentence undefined(const std::string& reason) {
    return {{.text = "No verdict: ", .bold = true}, {reason + "."}};
}

Sentence flips(const VerdictWords::Flips& flips) {
    if (flips.conditions.empty()) return {};
    Sentence sentence{
        {flips.beyond ? "It flips only beyond the stated ranges: to " : "It flips to "}};
    const NamedOption* to = nullptr;
    for (const VerdictWords::Condition& condition : flips.conditions) {
        const bool is_first = to == nullptr;
        if (!is_first) sentence.push_back({", or "});
        if (!is_first && *to != condition.to) sentence.push_back({"to "});
        if (is_first || *to != condition.to) {
            sentence.push_back(letter(condition.to));
            sentence.push_back({" "});
        }
        to = &condition.to;
        const char* side = condition.above ? "above " : "under ";
        sentence.push_back({(flips.estimate ? "if the estimate of " + condition.name + " were "
                                            : "if " + condition.name + " turns out ") +
                            side + condition.at});
    }
    sentence.push_back({"."});
    return sentence;
}

std::string worth(const std::string& name, const std::string& amount) {
    return "Worth finding out first: " + name + " (up to " + amount + ").";
}

Sentence score_agrees(const OptionFigure& leader, bool clear) {
    Sentence sentence{{clear ? "The score agrees: " : "The score leans to "}};
    add(sentence, leader);
    sentence.push_back({"."});
    return sentence;
}

Sentence score_favours(const OptionFigure& favourite, const OptionFigure& leader) {
    Sentence sentence{{"The score favours "},
                      letter(favourite.option),
                      {": " + with_change(favourite.figure, favourite.change) + ", "}};
    add(sentence, leader);
    sentence.push_back({"."});
    return sentence;
}

Sentence score_undefined(const std::string& reason) {
    return {{"There is no score: " + reason + "."}};
}

std::string score(double score) {
    return bare_figure(score, "") + " of 100";
}

std::string points(double fraction) {
    return change(100 * fraction, "points");
}

std::string draws(std::size_t count) {
    return "From " + exact(static_cast<double>(count), "") + " draws.";
}

std::string repaired(const VerdictWords::Repaired& repaired) {
    return "The correlations of " + listed(repaired.names) +
           " contradict each other; the nearest that are possible are used: " + repaired.first +
           " and " + repaired.second + " have " + exact(repaired.to, "") + " in place of " +
           exact(repaired.from, "") + ".";
}

}  // namespace

VerdictWords verdict() {
    return {
        .title = "Verdict",
        .leads = leads,
        .no_clear_winner = no_clear_winner,
        .too_close = too_close,
        .only_option = only_option,
        .undefined = undefined,
        .flips = flips,
        .never_flips = "Nothing flips it by itself, as far as was looked.",
        .flips_pending = "Looking for what would flip it.",
        .worth = worth,
        .nothing_is_worth =
            "No single number is worth finding out first: none would change the choice.",
        .score_agrees = score_agrees,
        .score_favours = score_favours,
        .score_undefined = score_undefined,
        .score = score,
        .points = points,
        .draws = draws,
        .repaired = repaired,
    };
}

}  // namespace fulcrum::english
