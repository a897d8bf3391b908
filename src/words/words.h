// Every text of the interface. Views and charts hold no text of their own, so that another language
// is another file that fills these structs in. Figures in a sentence are written by base/figure.h.
#pragma once

#include "words/rule_words.h"
#include "words/sentence.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fulcrum {

// An option beside a figure that is a text already: "C 72 %", with "+3 points" while a slider is
// held.
struct OptionFigure {
    NamedOption option;
    std::string figure;
    std::string change;
};

// The statistics of one outcome, as numbers; the words set them.
struct Spread {
    double mean = 0, p5 = 0, p25 = 0, p50 = 0, p75 = 0, p95 = 0;
};

struct BarWords {
    struct Label {
        std::string whole, brief;  // brief: where there is little room
    };
    Label undo, redo, copy_link, save_page, open_file, restore_all, text_view;
    std::string undo_note, redo_note, copy_link_note, save_page_note, open_file_note,
        restore_all_note, text_view_note;
    std::string unchanged;  // state: nothing differs from the reference
    // assumptions  how many differ; others: something beside assumptions does (weights, switches)
    std::string (*changed)(std::size_t assumptions, bool others);
};

struct VerdictWords {
    std::string title;
    // "C · Full roadmap leads: best in 72 % of draws from these ranges, by $49K over B in the
    // middle."
    struct Leads {
        OptionFigure leader;  // figure: its P(best)
        std::optional<NamedOption> second;
        std::string gap, gap_change;
        bool by_score = false;
    };
    Sentence (*leads)(const Leads&);
    Sentence (*no_clear_winner)(std::span<const OptionFigure> by_p_best);
    // Likely enough, but by less than matters.
    Sentence (*too_close)(const OptionFigure& leader, const std::string& gap,
                          const std::string& matters);
    Sentence (*only_option)(const NamedOption&);
    Sentence (*undefined)(const std::string& reason);
    // "It flips to B if Clean-up done @ B turns out under 4.3 months, or ..."
    struct Condition {
        NamedOption to;
        std::string name;  // of the assumption
        bool above = false;
        std::string at;
    };
    struct Flips {
        std::vector<Condition> conditions;  // the nearest
        bool beyond = false;                // all lie beyond their ranges
        bool estimate = false;              // if the estimate were; else if it turned out to be
    };
    Sentence (*flips)(const Flips&);
    std::string never_flips;
    std::string flips_pending;
    // "Worth finding out first: Clean-up done @ B (up to $9.4K)."
    std::string (*worth)(const std::string& name, const std::string& amount);
    std::string nothing_is_worth;
    Sentence (*score_agrees)(const OptionFigure& leader, bool clear);
    Sentence (*score_favours)(const OptionFigure& favourite, const OptionFigure& leader);
    Sentence (*score_undefined)(const std::string& reason);
    std::string (*score)(double score);       // "83 of 100"
    std::string (*points)(double fraction);   // 0.03 -> "+3 points"
    std::string (*draws)(std::size_t count);  // "From 16,384 draws."
    // Correlations that contradicted each other: the names of all, the pair that moved most.
    struct Repaired {
        std::vector<std::string> names;
        std::string first, second;
        double from = 0, to = 0;
    };
    std::string (*repaired)(const Repaired&);
};

// What an assumption's range means, in the family's terms.
struct RangeMeaning {
    std::string_view family;  // id, "" = uniform with a range, a point without
    bool has_range = false;
    bool known = false;
    double tail = 0;  // share below low and above high; 0 = low and high are the ends
    double base = 0, low = 0, high = 0;
    double sd = 0;      // standard deviation, where it is given in place of low and high
    double trials = 0;  // binomial
    std::span<const double> values, probabilities;
    std::string_view unit;
    struct Component {
        double weight = 0;
        std::string range;  // what it means by itself
    };
    std::vector<Component> components;  // of a mixture
};

enum class Voice { Unsaid, Stated, Derived };  // who says a number

struct SliderWords {
    std::string title;                // of the page
    std::string intro;                // below it
    std::string no_topic;             // group of those without a topic
    std::string by_topic, by_effect;  // orders, as tabs
    std::string effect_group;         // all, those that move the gap most first
    std::string (*was)(const std::string& value);
    std::string (*group)(const std::string& topic, std::size_t changed);  // "Quality · 2 changed"
    std::string (*range)(const RangeMeaning&);
    // What a drag does: how the range comes along, and where it stops.
    struct Drag {
        RangeMeaning range;
        std::optional<double> min, max;
        bool by_ratio = false;
    };
    std::string (*drag)(const Drag&);
    std::string (*whose)(Voice base, Voice range, bool has_range);
    std::string (*source)(const std::string& source);
    std::string (*owner)(const std::string& owner);
    std::string (*disputed_by)(const std::vector<std::string>& people);
    std::string (*correlated)(const std::string& other, double rank);
};

struct ViewWords {
    std::string compare, money, risk, flips, map, rules, tree, audit;  // titles of the views
};

struct FigureWords {
    std::string absent;     // the option has no such value
    std::string pending;    // not computed yet
    std::string undefined;  // a value that does not exist; the note says why
    std::string (*spread_note)(const Spread&, std::optional<double> base, std::string_view unit,
                               std::size_t draws);
    std::string (*exact_note)(double value, std::string_view unit);
    std::string (*base_note)(double value, std::string_view unit);
    std::string (*stated)(const std::string& figure);  // "stated $300K"
    std::string (*stated_note)(const std::string& claim, const std::string& where,
                               const std::vector<std::string>& given);
    std::string (*given)(const std::string& assumption, const std::string& value);
    std::string (*unit_title)(const std::string& name, std::string_view unit);
    std::string (*month)(std::size_t month);
    // Beside a figure, in quiet ink: how the source words it; where nine in ten draws lie.
    std::string (*stated_words)(const std::string& words);
    std::string (*beside)(const std::string& low, const std::string& high);
    std::string (*undefined_because)(const std::string& reason);
    std::string switched_off;
};

struct CompareWords {
    std::string headline;  // title of the first table
    std::string stance, timeline, cost, risk_level, p_best, score;
    std::string p_best_note, score_note;
    std::string (*expected)(const std::string& objective);
    std::string (*middle)(const std::string& objective);
    std::string nine_in_ten;
    Sentence (*chances)(std::span<const OptionFigure> by_p_best, const std::string& objective);
    std::string chances_description;
    std::string on_the_score;  // what P(best) is about without an objective
    std::string factors, factors_note, factors_equal, weight;
    std::string (*group)(const std::string& name, const std::string& weight);
    std::string (*level_note)(double level);
    std::string (*value_note)(double value, const std::string& worst, const std::string& best);
    std::string in_its_words, fixes, deferred, pros, cons, choose_if, quotes, actions;
    std::string (*outcomes)(const std::string& horizon);
    std::string (*fix)(const std::string& text, const std::string& when, bool deferred);
    std::string recommendation, questions, sources;
    std::string (*reason)(const std::string& title, const std::string& text);
};

struct MoneyWords {
    Sentence (*objective)(const std::string& name, std::span<const OptionFigure> by_middle);
    std::string (*ranges_description)(const std::string& name);
    std::string (*costs_caption)(const std::string& topic);
    Sentence (*series)(const std::string& name, std::size_t month,
                       std::span<const OptionFigure> by_middle, bool has_stated);
    std::string (*series_description)(const std::string& name, std::size_t months);
    std::string (*series_caption)(const std::string& name, bool has_stated);
    std::string cells_caption;  // what a cell of a table of spreads shows
    std::string nothing;
};

struct RiskWords {
    Sentence (*levels)(const std::string& name, std::span<const OptionFigure> from_best,
                       bool less_is_better, bool more_is_better);
    std::string (*levels_description)(const std::string& topic, std::size_t rows);
    std::string (*document_states)(const std::string& figure);
    std::string risk_levels;
    std::string level, note;
    std::string nothing;
};

struct FlipWords {
    std::string turned_out, estimate;  // the two questions, as tabs
    // How many flip within their range, only beyond it, never.
    Sentence (*intro)(const NamedOption& leader, std::size_t within, std::size_t beyond,
                      std::size_t never, bool estimate);
    std::string within, beyond;                 // groups of the table
    std::string assumption, now, flips, worth;  // its columns
    std::string (*caption)(bool estimate);
    Sentence (*flip)(const NamedOption& to, bool above, const std::string& at);  // "B under 4.3"
    std::string undefined_somewhere;
    std::string (*never)(const std::vector<std::string>& names);
    std::string (*not_part)(const std::vector<std::string>& names);
    std::string tornado, spider, cells, information;  // headings
    Sentence (*widest)(const NamedOption& leader, const NamedOption& second, const std::string& now,
                       const std::string& name, const std::string& least,
                       const std::string& greatest);
    std::string tornado_description, spider_description, spider_sentence;
    std::string (*point)(const std::string& value, const std::string& gap);  // "$40: $308K"
    std::string (*mark)(const std::string& option, const std::string& at);
    std::string (*now_is)(const std::string& gap);
    std::string low_end, high_end;
    std::string (*evpi)(const std::string& amount);
    // with what waiting costs, "" = unknown
    std::string (*worth_at_most)(const std::string& amount, const std::string& name,
                                 const std::string& waiting);
    std::string (*waiting)(const std::string& by, const std::string& amount);
    std::string worth_note, worth_nothing;
    std::string (*error)(const std::string& amount);
    std::string cells_note, pending, one_option, no_leader;
    std::string score, criterion, share;  // what flips the score: heading, columns
    Sentence (*score_intro)(const NamedOption& leader, std::size_t flipping, std::size_t all);
    std::string score_caption;
    std::string (*group)(const std::string& name);
    Sentence (*levels)(const std::string& row, const NamedOption& option, const std::string& level,
                       const NamedOption& leader);
    std::string cannot_flip, never_briefly;             // of a slider
    std::string (*can_flip)(const std::string& flips);  // "Flips to B under 4.3 months"
};

struct MapWords {
    std::string (*leads)(const std::string& option);
    std::string ranges;
    std::string (*now)(const std::string& x, const std::string& x_now, const std::string& y,
                       const std::string& y_now);
    std::string (*across)(const std::string& name);  // which assumption is which axis
    std::string (*up)(const std::string& name);
    Sentence (*shares)(std::span<const OptionFigure> by_share);
    std::string (*description)(const std::string& x, const std::string& y);
    std::string drag_it;
    std::string (*worth_both)(const std::string& amount);
    std::string too_few;
};

struct TreeWords {
    enum class Kind { Question, Decision, Chance, End };
    // A node; figures are texts, "" where there are none.
    struct Node {
        Kind kind = Kind::Question;
        std::string text;
        std::string worth;   // on average
        std::string choice;  // of a decision: the label of its best branch
    };
    std::string (*node)(const Node&);
    // One branch and what it leads to.
    struct Step {
        Kind kind = Kind::Question;  // of the node that it leaves
        std::string label;
        std::string probability, cost, worth;
        bool best = false;
        std::string to;  // text of the node; "" where that follows by itself
    };
    std::string (*step)(const Step&);
    std::string (*figures)(const Step&);  // the same in short, for a label in the chart
    std::string (*outlook)(const std::string& p_best, const std::string& expected);
    std::string (*end_worth)(const std::string& payoff);
    Sentence (*option_end)(const NamedOption&, const std::string& outlook, bool is_leader);
    Sentence (*agreement)(const NamedOption& leader, std::size_t ends, std::size_t of);
    std::string (*worth)(const std::string& value, const std::string& first_choice);
    std::string (*information)(const std::string& evpi);
    std::string (*no_information)(const std::string& reason);
    std::string (*draws)(std::size_t count);
    std::string questions;  // sentence over a tree that only asks
    std::string description, description_questions;
    std::string walk;                                   // heading of the tree as text
    std::string (*as_before)(const std::string& text);  // a node that stands elsewhere, too
    std::string (*goes_on)(const std::string& text);    // one that has a part of its own below
    std::string (*not_shown)(std::size_t nodes);
    // Where the worth of a node comes from: how it is made, columns.
    std::string of_chance, of_decision;
    std::string information_title;
    std::string (*of_information)(const std::string& informed, const std::string& worth,
                                  const std::string& evpi);
    std::string (*payoff)(const std::string& worth);
    std::string likely, cost, leads_to;
    std::string folded;  // after the text of a node cut off in the chart
    std::string nothing;
};

// Where a figure comes from.
struct TraceWords {
    std::string (*month)(const std::string& name, std::size_t month);  // "Impact, month 12"
    std::string (*total)(const std::string& name);                     // over all months
    std::string (*of_option)(const std::string& name, const std::string& letter);
    std::string formula, with_values;  // before the text of either
    // What the formula gives with every assumption at its value, and what the draws give.
    struct Figures {
        std::string base, mean, middle;  // mean "" = the same in every draw, or not at hand
        std::size_t draws = 0;
        bool formula = false;
    };
    std::string (*figures)(const Figures&);
    std::string (*undefined)(const std::string& reason);
    std::string number, estimate, off;             // what stands there in place of a formula
    std::string (*word)(const std::string& word);  // of a scale
    std::string feeds, inputs;                     // caption; title of what it rests on
    std::string name, value, range, source;        // columns
    std::string (*nine_in_ten)(const std::string& range);
    std::string same, from_formula;  // no range; no source but a formula
    std::string swings, swings_description;
    // Options side by side, the score: titles, what they are, columns.
    std::string (*of_all)(const std::string& name);
    std::string compared, weighted;
    std::string average, middle, of_100, points;
    std::string where_from;  // what is pressed behind a sentence
    std::string (*whose)(Voice base, const std::string& source, const std::string& owner);
    std::string back, close, save, back_note, close_note, save_note;
    std::string saved;
};

struct ChartWords {
    std::string (*at)(const std::string& option, const std::string& where, const std::string& note);
    std::string (*stated)(const std::string& option, const std::string& value,
                          const std::string& note);
    std::string (*share)(const std::string& option, double share);
    std::string (*months)(std::size_t last);  // label of the last month on an axis
};

struct Words {
    std::string language;
    std::string (*option)(const NamedOption&);            // "C · Full roadmap"
    std::string (*listed)(std::span<const std::string>);  // "a, b and c"
    BarWords bar;
    VerdictWords verdict;
    SliderWords slider;
    ViewWords views;
    FigureWords figures;
    CompareWords compare;
    MoneyWords money;
    RiskWords risk;
    FlipWords flips;
    SpreadWords spread;
    TestWords tests;
    RuleWords rules;
    MapWords map;
    TreeWords tree;
    TraceWords trace;
    ChartWords chart;
};

const Words& words();

}  // namespace fulcrum
