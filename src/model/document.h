// The decision as plain data. What stands here is what a file, a link, a saved page and a draft
// hold; keys in JSON are the names of the fields, in this order. Ids match [a-z][a-z0-9_]* (an
// option's may begin with or be capitals), are unique over assumptions and rows, and never change;
// names do.
//
// Numbers are in the unit stated beside them; "%" holds the fraction (0.2 is shown as 20 %).
#pragma once

#include "model/assumption.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace fulcrum {

inline constexpr int format_version = 0;  // see contracts: 0 may be refused later
inline constexpr int semantics_version =
    1;  // raised whenever the same document would give other numbers

// One text per option, in the order of the document's options; options without one are absent.
using PerOption = std::vector<std::pair<std::string, std::string>>;

struct Simulation {
    std::int64_t draws = 16'384;
    std::int64_t seed = 1;
    std::int64_t next_stream = 0;      // highest stream ever given + 1; 0 = to be derived
    bool repair_correlations = false;  // correlations that contradict each other: take the nearest
    bool operator==(const Simulation&) const = default;
};

// When is a leader a winner?
struct Headline {
    double threshold = 0.6;  // least P(best) of a winner
    double matters = 0;      // least median gap that matters, in the objective's unit
    bool operator==(const Headline&) const = default;
};

// What it costs to wait: how much worse `row` becomes for the leader when its `by` grows by one of
// its unit ("weeks").
struct Waiting {
    std::string by;   // id of a row with a number or assumption for each option
    std::string row;  // id of a number row that has a direction
    bool operator==(const Waiting&) const = default;
};

// A test, survey or pilot that could be made before the choice: how likely each of its results is
// in every state of a discrete assumption.
struct TestResult {
    std::string name;
    std::vector<double> likelihood;  // [state], see states_of (model/states.h)
    bool operator==(const TestResult&) const = default;
};

struct Test {
    std::string id;
    std::string name;
    std::string assumption;  // id
    std::vector<TestResult> results;
    std::optional<double> cost;  // in the objective's unit
    std::string note;
    bool operator==(const Test&) const = default;
};

struct Link {
    std::string title;
    std::string target;  // shown as text, never followed
    bool operator==(const Link&) const = default;
};

// ---------------------------------------------------------------- options

struct Fix {
    std::string text;
    std::string when;
    bool deferred = false;
    bool operator==(const Fix&) const = default;
};

struct ActionList {
    std::string when;
    std::vector<std::string> steps;
    bool operator==(const ActionList&) const = default;
};

struct Option {
    std::string id;
    std::string name;      // "Full roadmap"
    std::string timeline;  // "7 weeks"
    std::string cost;      // as the source words it
    std::string risk_level;
    std::string risk_note;
    std::string stance;       // "STRONGLY RECOMMENDED"
    std::string stance_note;  // "Best long-term value"
    std::vector<Fix> fixes;
    std::vector<std::string> pros;
    std::vector<std::string> cons;
    std::string outcomes_horizon;  // "6 Months"
    std::vector<std::string> outcomes;
    std::vector<std::string> choose_if;
    std::string choose_if_note;  // "Use Case: ..."
    std::vector<ActionList> actions;
    bool operator==(const Option&) const = default;
};

// ---------------------------------------------------------------- correlations

// How strongly assumptions rise together: Spearman's rank correlations, of one pair or, as a
// matrix, of every pair of several. Pairs that no entry names are independent.
struct Correlation {
    std::vector<std::string> of;              // ids of assumptions, "row@option" for one in a cell
    std::optional<double> rank;               // of a pair, between -1 and 1
    std::vector<std::vector<double>> matrix;  // symmetric, 1 on the diagonal, in the order of `of`
    std::string source;
    std::string note;
    bool operator==(const Correlation&) const = default;
};

// ---------------------------------------------------------------- rows: the grid

// A named part of the page that rows or assumptions belong to.
struct Topic {
    std::string id;
    std::string name;
    std::string view;  // rows: "compare", "money" or "risk"; assumptions need none
    std::string note;
    bool operator==(const Topic&) const = default;
};

struct Formula {
    std::string text;
    bool operator==(const Formula&) const = default;
};

// A word of the row's scale, or prose in a text row.
struct Word {
    std::string text;
    bool operator==(const Word&) const = default;
};

// In JSON: a number; a string (formula in a number row, word otherwise); an object (an assumption
// with id row@option).
using Cell = std::variant<double, Formula, Word, Assumption>;

struct Level {
    std::string name;
    double value = 0;  // 0 worst .. 100 best
    bool operator==(const Level&) const = default;
};

enum class RowKind { Number, Level, Text };
enum class Direction { None, More, Less };  // more is better, less is better

struct Row {
    std::string id;
    std::string name;
    std::string
        topic;  // id of a Topic; rows without one are intermediate and not shown by themselves
    RowKind kind = RowKind::Number;
    std::string unit;
    Direction direction = Direction::None;
    std::vector<Level> scale;            // level rows
    std::optional<std::int64_t> months;  // a series over months 0 .. months
    std::string start;    // series: formula of month 0, where previous() has no meaning
    std::string formula;  // for every option without a cell of its own
    std::vector<std::pair<std::string, Cell>> cells;  // option id -> cell
    PerOption stated;                                 // how the source words it: "3-5 expected"
    bool total = false;                               // sums other rows: set apart when shown
    bool off = false;  // switched off: counts as 0 wherever it is used
    Basis basis = Basis::Unsaid;
    std::string source;
    std::string note;
    bool operator==(const Row&) const = default;
};

// ---------------------------------------------------------------- score

struct CriterionGroup {
    std::string id;
    std::string name;
    double weight = 1;
    bool off = false;
    bool operator==(const CriterionGroup&) const = default;
};

// The row's level is turned into a value in [0, 1] on fixed anchors: straight from worst (0) to
// best (1), or along points.
struct Criterion {
    std::string row;
    std::string group;  // with groups, weight counts within the group
    double weight = 1;
    std::optional<double> worst, best;  // in the row's unit; level rows have 0 and 100
    bool operator==(const Criterion&) const = default;
};

struct Scoring {
    std::string method = "weighted-sum";
    bool equal_weights = false;  // all criteria alike, whatever their weights and groups say
    std::vector<CriterionGroup> groups;
    std::vector<Criterion> criteria;
    bool operator==(const Scoring&) const = default;
};

// A must-have: an option whose row is outside is struck out.
struct Gate {
    std::string id;
    std::string name;
    std::string row;
    std::optional<double> at_least, at_most;
    std::string reason;
    bool operator==(const Gate&) const = default;
};

struct Stakeholder {
    std::string id;
    std::string name;
    PerOption quotes;
    std::vector<std::pair<std::string, double>>
        weights;  // criterion (row id) -> weight; empty = none given
    bool operator==(const Stakeholder&) const = default;
};

// ---------------------------------------------------------------- what the source states

enum class ClaimKind { Figure, Direction, Tree, Overlap, Statement };

// Another way to read the lines that a claim rests on: what they give then, what is known then.
struct Reading {
    std::string name;
    std::string formula;
    std::string unit;  // of the formula; "" = the claim's
    std::vector<std::pair<std::string, double>>
        given;  // assumption id -> value, beside the claim's
    bool operator==(const Reading&) const = default;
};

// A figure is recomputed from its formula, else from its row's. A direction claim says that `row`
// points the other way than `rows`, on a scale from low to high (0 to 100 where absent); an overlap
// claim that the first of `rows` holds what the others hold too.
struct Claim {
    std::string id;
    ClaimKind kind = ClaimKind::Figure;
    std::string text;   // word for word
    std::string where;  // the source's section
    std::string option;
    std::string
        row;  // the row that should give the figure (stated points of a series are drawn beside it)
    std::optional<std::int64_t> month;
    std::optional<double> value, low, high;  // what is stated: one value, or a range
    std::string unit;
    std::string formula;                                // what should give it, when no row does
    std::vector<std::pair<std::string, double>> given;  // assumption id -> value the claim assumes
    std::vector<std::string> rows;                      // rows concerned
    std::string against;                                // the statement it disagrees with
    std::vector<Reading> readings;
    bool operator==(const Claim&) const = default;
};

// ---------------------------------------------------------------- tree, questions, decision

// A number or, as a string in JSON, a formula over assumptions and rows.
using Amount = std::variant<double, Formula>;

struct Branch {
    std::string label;
    std::string to;                     // id of a node
    std::optional<Amount> probability;  // "rest": one minus those of the node's other branches
    std::optional<Amount> cost;
    bool operator==(const Branch&) const = default;
};

enum class NodeKind { Question, Option, Decision, Chance, Terminal };

struct TreeNode {
    std::string id;
    NodeKind kind = NodeKind::Question;
    std::string text;
    std::string option;
    std::optional<Amount> payoff;
    std::vector<Branch> branches;
    bool operator==(const TreeNode&) const = default;
};

struct Tree {
    std::string root;
    std::vector<TreeNode> nodes;
    bool operator==(const Tree&) const = default;
};

struct Question {
    std::string id;
    std::string text;
    std::string detail;
    std::string answer;
    bool operator==(const Question&) const = default;
};

struct Reason {
    std::string title;
    std::string text;
    std::string claim;  // id of a Claim
    bool operator==(const Reason&) const = default;
};

struct Alternative {
    std::string option;
    std::string title;
    std::string text;
    std::string conditions_title;
    std::vector<std::string> conditions;
    bool operator==(const Alternative&) const = default;
};

struct Recommendation {
    std::string option;
    std::string title;
    std::vector<Reason> rationale;
    std::vector<Alternative> alternatives;
    std::vector<std::string> conclusion;
    bool operator==(const Recommendation&) const = default;
};

struct Dissent {
    std::string who;
    std::string text;
    bool operator==(const Dissent&) const = default;
};

struct Decision {
    std::string question;
    std::string choice;  // option id; empty = open
    std::string rationale;
    std::vector<std::string> deciders;
    std::vector<Dissent> dissent;
    std::vector<std::string> reopen_if;
    bool operator==(const Decision&) const = default;
};

// ---------------------------------------------------------------- the whole

struct Document {
    std::int64_t format = format_version;
    std::int64_t semantics = semantics_version;
    std::string id;
    std::string title;
    std::string purpose;
    std::string question;
    std::string date;
    std::string source;
    std::string note;
    std::vector<Link> links;
    Simulation simulation;
    Headline headline;
    Waiting waiting;
    std::vector<Option> options;
    std::vector<Topic> topics;
    std::vector<Assumption> assumptions;
    std::vector<Correlation> correlations;
    std::vector<Test> tests;
    std::vector<Row> rows;
    std::string objective;  // id of the row that money analyses use; a number row that is no series
    Scoring scoring;
    std::vector<Gate> gates;
    std::vector<Stakeholder> stakeholders;
    std::vector<Claim> claims;
    Tree tree;
    std::vector<Question> questions;
    Recommendation recommendation;
    Decision decision;
    bool operator==(const Document&) const = default;
};

}  // namespace fulcrum
