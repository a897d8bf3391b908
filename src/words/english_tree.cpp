#include "base/figure.h"
#include "words/english.h"

namespace fulcrum::english {
namespace {

using Kind = TreeWords::Kind;

// "a, b", without those that are empty.
std::string joined(const std::vector<std::string>& parts, const std::string& between) {
    std::string text;
    for (const std::string& part : parts)
        if (!part.empty()) text += (text.empty() ? "" : between) + part;
    return text;
}

std::string worded(const std::string& before, const std::string& figure) {
    return figure.empty() ? "" : before + figure;
}

// A sentence that may end already.
std::string closed(const std::string& text) {
    const bool is_closed = !text.empty() && std::string(".?!").find(text.back()) < 3;
    return text.empty() || is_closed ? text : text + ".";
}

std::string node(const TreeWords::Node& node) {
    if (node.kind == Kind::Question) return node.text;
    const std::string head = node.kind == Kind::Decision ? "Decision: " : "Chance: ";
    const std::string best = worded("Best: ", node.choice);
    const std::string worth = worded(best.empty() ? "Worth " : "worth ", node.worth);
    const std::string figures = joined({best, worth}, ", ");
    return head + joined({closed(node.text), worded("", figures)}, " ") +
           (figures.empty()      ? ""
            : node.worth.empty() ? "."
                                 : " on average.");
}

std::string step(const TreeWords::Step& step) {
    std::string text = step.label;
    if (step.kind == Kind::Question) text = text.empty() ? "Then" : "If " + text;
    if (step.kind == Kind::Decision) text = text.empty() ? "Choose this" : "Choose " + text;
    if (step.kind == Kind::Chance) {
        text = text.empty() ? "It may be" : "If " + text;
        if (!step.probability.empty()) text += " (" + step.probability + " likely)";
    }
    text = joined({text, worded("for ", step.cost), worded("worth ", step.worth),
                   step.best ? "the best choice" : ""},
                  ", ");
    return step.to.empty() ? text : text + ": " + step.to;
}

std::string figures(const TreeWords::Step& step) {
    return joined({step.probability, worded("for ", step.cost), worded("worth ", step.worth)},
                  " · ");
}

std::string outlook(const std::string& p_best, const std::string& expected) {
    return joined({worded("best in ", p_best) + (p_best.empty() ? "" : " of draws"),
                   expected.empty() ? "" : expected + " on average"},
                  ", ");
}

std::string end_worth(const std::string& payoff) {
    return "worth " + payoff;
}

Sentence option_end(const NamedOption& option, const std::string& outlook, bool is_leader) {
    Sentence sentence{name(option)};
    if (!outlook.empty()) sentence.push_back({": " + outlook});
    if (is_leader) sentence.push_back({"; the verdict's leader"});
    sentence.push_back({"."});
    return sentence;
}

Sentence agreement(const NamedOption& leader, std::size_t ends, std::size_t of) {
    if (ends == 0)
        return {{"No way through the tree ends in "}, name(leader), {", the verdict's leader."}};
    const std::string all = of == 1
                                ? "The one end that names an option is "
                                : "Of the " + std::to_string(of) + " ends that name an option, " +
                                      std::to_string(ends) + (ends == 1 ? " is " : " are ");
    Sentence sentence{{all}};
    sentence.push_back(name(leader));
    sentence.push_back({", the verdict's leader."});
    return sentence;
}

std::string worth(const std::string& value, const std::string& first_choice) {
    const std::string first = worded("Best first step: ", first_choice);
    return (first.empty() ? "The tree is worth " : first + ". The tree is then worth ") + value +
           " on average.";
}

std::string information(const std::string& evpi) {
    return "To know every outcome of chance before the first decision would be worth " + evpi +
           " at most.";
}

std::string of_information(const std::string& informed, const std::string& worth,
                           const std::string& evpi) {
    return "With every outcome known first, the best way through the tree would bring " + informed +
           " on average; without, the tree is worth " + worth + ". The difference is " + evpi +
           ". Each chance counts as an event of its own, payoffs and costs by their means.";
}

std::string no_information(const std::string& reason) {
    return "What it would be worth to know the outcomes of chance beforehand is not defined: " +
           reason + ".";
}

std::string draws(std::size_t count) {
    return "Expected values over " + exact(static_cast<double>(count), "") + " draws.";
}

std::string as_before(const std::string& text) {
    return text + " (as before)";
}

std::string goes_on(const std::string& text) {
    return text + " (goes on below)";
}

std::string payoff(const std::string& worth) {
    return "This end is worth " + worth + " on average.";
}

std::string not_shown(std::size_t nodes) {
    return counted(nodes, "further node is", "further nodes are") + " not shown.";
}

}  // namespace

TreeWords tree() {
    return {
        .node = node,
        .step = step,
        .figures = figures,
        .outlook = outlook,
        .end_worth = end_worth,
        .option_end = option_end,
        .agreement = agreement,
        .worth = worth,
        .information = information,
        .no_information = no_information,
        .draws = draws,
        .questions = "Questions that lead to an option, one answer after the other.",
        .description =
            "The decision tree from its root. Square: a decision. Disc: chance. Diamond: a "
            "question. Triangle: an end. Strong lines: the best choices, and what may follow them.",
        .description_questions =
            "The questions from the first one. Diamond: a question. Triangle: the option that the "
            "answers lead to.",
        .walk = "Step by step",
        .as_before = as_before,
        .goes_on = goes_on,
        .not_shown = not_shown,
        .of_chance =
            "Its worth is what each branch leads to, less the cost of the branch, times how likely "
            "the branch is: the sum of all, averaged over the draws.",
        .of_decision =
            "Its worth is that of its best branch: what the branch leads to, less its cost, on "
            "average.",
        .information_title = "To know the outcomes of chance beforehand",
        .of_information = of_information,
        .payoff = payoff,
        .likely = "Likely",
        .cost = "Cost",
        .leads_to = "Leads to",
        .folded = " (goes on)",
        .nothing = "This decision has no tree.",
    };
}

}  // namespace fulcrum::english
