#include "base/figure.h"
#include "words/english.h"

namespace fulcrum::english {
namespace {

Sentence intro(const NamedOption& leader, std::span<const RuleWords::Otherwise> otherwise) {
    Sentence sentence{{"By the expected value "}, name(leader), {" leads. "}};
    if (otherwise.empty()) {
        sentence.push_back({"Every other rule below chooses it, too."});
        return sentence;
    }
    for (const RuleWords::Otherwise& other : otherwise) {
        const bool first = &other == otherwise.data();
        sentence.push_back({(first ? "" : "; ") + listed(other.rules) +
                            (other.rules.size() == 1 ? " chooses " : " choose ")});
        sentence.push_back(letter(other.option));
    }
    sentence.push_back({"."});
    return sentence;
}

Sentence in_every_draw(const NamedOption& option, const NamedOption& over) {
    return {letter(option),
            {" is at least as good as "},
            letter(over),
            {" in every draw, and better in some."}};
}

Sentence first_order(const NamedOption& option, const NamedOption& over) {
    return {letter(option),
            {" is likelier than "},
            letter(over),
            {" to reach any level: whoever wants more prefers it (first-order dominance)."}};
}

Sentence second_order(const NamedOption& option, const NamedOption& over) {
    return {{"Whoever avoids risk prefers "},
            letter(option),
            {" to "},
            letter(over),
            {" (second-order dominance)."}};
}

Sentence frontier(const std::string& one, const std::string& other, std::span<const NamedOption> on,
                  bool all) {
    Sentence sentence{{one + " against " + other + ": "}};
    for (const NamedOption& option : on) {
        if (&option != on.data()) sentence.push_back({", "});
        sentence.push_back(letter(option));
    }
    sentence.push_back({on.size() == 1 ? " beats all others, better in one and no worse in the "
                                         "other."
                        : all          ? " each trade one for the other; none is beaten on both."
                              : " each trade one for the other; the rest is beaten on both."});
    return sentence;
}

std::string expected(const std::string& objective) {
    return "Expected " + objective;
}

std::string corners(std::size_t count, const std::vector<std::string>& moved) {
    return exact(static_cast<double>(count), "") + " combinations: " + listed(moved) +
           (moved.size() == 1 ? " at its low or high end." : ", each at its low or high end.");
}

std::string held(std::size_t count) {
    return counted(count, "more number stays", "more numbers stay") +
           " at what the sliders say: their ends move the gap less.";
}

std::string risk_averse(const std::string& tolerance) {
    return "a risk tolerance of " + tolerance;
}

std::string bet(const std::string& win, const std::string& lose) {
    return "Takes an even bet to win " + win + " or lose " + lose + ", and none that is larger.";
}

Sentence certain_choice(const std::string& tolerance, const NamedOption& option) {
    return {{"With a risk tolerance of " + tolerance + ", "},
            letter(option),
            {" is worth most for sure."}};
}

Sentence changes(const std::string& at, const NamedOption& below, const NamedOption& above) {
    return {{"The choice changes at a tolerance of " + at + ": under it "},
            letter(below),
            {", above it "},
            letter(above),
            {"."}};
}

}  // namespace

RuleWords rules() {
    return {
        .intro = intro,
        .dominance = "Is an option better whatever happens?",
        .none_dominates = "No option dominates another, even for those who avoid risk.",
        .in_every_draw = in_every_draw,
        .first_order = first_order,
        .second_order = second_order,
        .frontier = frontier,
        .expected = expected,
        .bad_end = "its bad end (one draw in twenty is worse)",
        .distrust = "If you do not trust the probabilities",
        .range = "Ends of the ranges",
        .nine_in_ten = "Where nine in ten draws lie",
        .rule = "Rule",
        .chooses = "Chooses",
        .maximin = {"Maximin", "The best of the worst cases (Wald)"},
        .maximax = {"Maximax", "The best of the best cases"},
        .hurwicz = {"Hurwicz", "Between the worst and the best case, by the optimism above"},
        .laplace = {"Laplace", "The mean, every combination counting alike"},
        .regret = {"Minimax regret",
                   "The least of the largest regrets: what the best option of a combination has "
                   "more (Savage)"},
        .corners = corners,
        .held = held,
        .undefined =
            "In one of the combinations there is no value, so there is no worst and no "
            "best case.",
        .optimism = "Optimism",
        .optimism_range = "0 % counts the worst case alone, 100 % the best.",
        .average_regret = {"Regret on average",
                           "Over the draws; the least is what knowing everything is worth"},
        .averse = "If you avoid risk",
        .tolerance = "Risk tolerance",
        .risk_averse = risk_averse,
        .bet = bet,
        .tolerance_note =
            "Exponential utility: an option is worth for sure −R log E[exp(−x/R)] at a tolerance "
            "R, less than what is expected of it, the more it varies.",
        .mean = "Expected",
        .certain = "Worth for sure",
        .premium = "What its risk costs",
        .certain_choice = certain_choice,
        .changes = changes,
        .never_changes =
            "The same option at every tolerance from a tenth to ten times of what "
            "the options usually vary by.",
    };
}

}  // namespace fulcrum::english
