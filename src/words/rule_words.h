// Texts of the analyses beside what flips the decision: its spread, tests, other rules of choice.
#pragma once

#include "words/sentence.h"

#include <span>
#include <string>
#include <vector>

namespace fulcrum {

// What explains the spread of the gap.
struct SpreadWords {
    std::string title;
    // "Clean-up done @ B explains 62 % of the spread of the gap by itself; all do 95 %, each by
    // itself."
    std::string (*most)(const std::string& name, const std::string& alone, const std::string& all);
    std::string (*together)(const std::string& name, const std::string& with_others);
    std::string (*follows)(const std::string& name);  // where there are no shares
    std::string alone, with_others, rank;             // columns
    std::string caption, correlated, undefined, flat;
    std::string (*closeness)(const std::string& kendall, const std::string& standardised);
    std::string (*little)(const std::vector<std::string>& names, bool shares);
    std::string (*method)(std::size_t draws, const std::string& line);
};

// What a test before the choice is worth.
struct TestWords {
    std::string title;
    // "A pilot is worth up to $3.1K; knowing Price itself up to $9.4K, so that it gives 33 % of
    // that."
    std::string (*worth)(const std::string& test, const std::string& amount,
                         const std::string& assumption, const std::string& perfect,
                         const std::string& efficiency);
    std::string (*costs)(const std::string& cost, const std::string& gain, bool pays);
    // One result: "After 'good' (45 % likely) choose B."
    Sentence (*after)(const std::string& result, const std::string& likely, const NamedOption&);
    // "Whatever it says, choose B."
    Sentence (*whatever)(const NamedOption&);
    std::string (*nothing)(const std::string& test, const std::string& assumption);
    std::string (*correlated)(const std::string& test, const std::string& assumption);
    std::string (*undefined)(const std::string& test, const std::string& assumption);
};

// What deciders would choose who do not go by the expected value.
struct RuleWords {
    // Which rules choose another option than the leader, by option.
    struct Otherwise {
        NamedOption option;
        std::vector<std::string> rules;
    };
    Sentence (*intro)(const NamedOption& leader, std::span<const Otherwise> otherwise);
    std::string dominance, none_dominates;
    Sentence (*in_every_draw)(const NamedOption& option, const NamedOption& over);
    Sentence (*first_order)(const NamedOption& option, const NamedOption& over);
    Sentence (*second_order)(const NamedOption& option, const NamedOption& over);
    // on: those that no other is better than in one of the two and no worse in the other
    Sentence (*frontier)(const std::string& one, const std::string& other,
                         std::span<const NamedOption> on, bool all);
    std::string (*expected)(const std::string& objective);
    std::string bad_end;
    std::string distrust, range, nine_in_ten;  // heading, tabs
    std::string rule, chooses;                 // columns
    struct Rule {
        std::string name, note;
    };
    Rule maximin, maximax, hurwicz, laplace, regret;
    std::string (*corners)(std::size_t count, const std::vector<std::string>& moved);
    std::string (*held)(std::size_t count);
    std::string undefined;
    std::string optimism, optimism_range;
    Rule average_regret;
    std::string averse, tolerance;  // heading, slider
    std::string (*risk_averse)(const std::string& tolerance);
    std::string (*bet)(const std::string& win, const std::string& lose);
    std::string tolerance_note;
    std::string mean, certain, premium;  // rows
    Sentence (*certain_choice)(const std::string& tolerance, const NamedOption&);
    Sentence (*changes)(const std::string& at, const NamedOption& below, const NamedOption& above);
    std::string never_changes;
};

}  // namespace fulcrum
