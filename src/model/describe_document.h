// Descriptions of the document and of what the source states. See describe.h.
#pragma once

#include "model/describe_assumption.h"
#include "model/describe_option.h"

namespace fulcrum {

template <class Fields>
void describe(Fields& fields, As<Simulation>) {
    fields.optional("draws", &Simulation::draws, "Number of draws: a power of two, 256 to 1048576");
    fields.optional("seed", &Simulation::seed, "Seed of all draws");
    fields.optional("next_stream", &Simulation::next_stream,
                    "Highest stream ever given + 1, so that none is given twice");
    fields.optional("repair_correlations", &Simulation::repair_correlations,
                    "Correlations that contradict each other: take the nearest that do not");
}

template <class Fields>
void describe(Fields& fields, As<Correlation>) {
    fields.required("of", &Correlation::of, "Ids of the assumptions: two, or those of the matrix");
    fields.optional("rank", &Correlation::rank,
                    "Spearman's rank correlation of the two, above -1 and below 1");
    fields.optional("matrix", &Correlation::matrix,
                    "Rank correlation of each with each: symmetric, 1 on the diagonal");
    fields.optional("source", &Correlation::source, "Where it comes from");
    fields.optional("note", &Correlation::note, "What a reader should know about it");
}

template <class Fields>
void describe(Fields& fields, As<Headline>) {
    fields.optional("threshold", &Headline::threshold, "Least P(best) of a clear winner, 0 to 1");
    fields.optional("matters", &Headline::matters,
                    "Least median gap that matters, in the objective's unit");
}

template <class Fields>
void describe(Fields& fields, As<Waiting>) {
    fields.optional("by", &Waiting::by, "Id of the row that grows when the decision waits");
    fields.optional("row", &Waiting::row, "Id of the row that says what that costs");
}

template <class Fields>
void describe(Fields& fields, As<TestResult>) {
    fields.required("name", &TestResult::name, "What the test says");
    fields.required("likelihood", &TestResult::likelihood,
                    "Its probability in each state of the assumption, lowest state first");
}

template <class Fields>
void describe(Fields& fields, As<Test>) {
    fields.required("id", &Test::id, "Stable id");
    fields.optional("name", &Test::name, "Name as shown");
    fields.required("assumption", &Test::assumption,
                    "Id of the discrete assumption that it tells of");
    fields.required("results", &Test::results,
                    "What it can say; in each state their likelihoods sum to 1");
    fields.optional("cost", &Test::cost, "What it costs, in the objective's unit");
    fields.optional("note", &Test::note, "What a reader should know about it");
}

template <class Fields>
void describe(Fields& fields, As<Link>) {
    fields.optional("title", &Link::title, "What it is called");
    fields.optional("target", &Link::target, "Where it leads: shown as text, never followed");
}

template <class Fields>
void describe(Fields& fields, As<Topic>) {
    fields.optional("id", &Topic::id, "Stable id");
    fields.optional("name", &Topic::name, "Name as shown");
    fields.optional("view", &Topic::view, "Where its rows are shown: compare, money or risk");
    fields.optional("note", &Topic::note, "What a reader should know about it");
}

template <class Fields>
void describe(Fields& fields, As<Reading>) {
    fields.optional("name", &Reading::name, "How the lines are read");
    fields.optional("formula", &Reading::formula, "What they give then");
    fields.optional("unit", &Reading::unit, "Unit of the formula; absent: the claim's");
    fields.optional("given", &Reading::given,
                    "By assumption id: the value that it has then, beside those of the claim");
}

template <class Fields>
void describe(Fields& fields, As<Claim>) {
    fields.required("id", &Claim::id, "Stable id");
    fields.required("kind", &Claim::kind, "What is claimed, and so how it is audited");
    fields.optional("text", &Claim::text, "The claim, word for word");
    fields.optional("where", &Claim::where, "The section of the source that it stands in");
    fields.optional("option", &Claim::option, "Id of the option that it is about");
    fields.optional("row", &Claim::row, "Id of the row that should give the figure");
    fields.optional("month", &Claim::month, "Month of a series that it is about");
    fields.optional("value", &Claim::value, "The figure stated");
    fields.optional("low", &Claim::low, "Lower end of the range stated");
    fields.optional("high", &Claim::high, "Upper end of the range stated");
    fields.optional("unit", &Claim::unit, "Unit of the figure");
    fields.optional("formula", &Claim::formula, "What should give it, where no row does");
    fields.optional("given", &Claim::given, "By assumption id: the value that the claim assumes");
    fields.optional("rows", &Claim::rows, "Ids of the rows concerned");
    fields.optional("against", &Claim::against, "The statement that it disagrees with");
    fields.optional("readings", &Claim::readings, "Other ways to read the lines");
}

template <class Fields>
void describe(Fields& fields, As<Branch>) {
    fields.optional("label", &Branch::label, "The answer or event that leads there");
    fields.optional("to", &Branch::to, "Id of the node that it leads to");
    fields.optional(
        "probability", &Branch::probability,
        "Chance nodes: its probability; \"rest\" = one minus those of the other branches");
    fields.optional("cost", &Branch::cost, "What taking it costs: taken off all that follows");
}

template <class Fields>
void describe(Fields& fields, As<TreeNode>) {
    fields.required("id", &TreeNode::id, "Stable id");
    fields.optional("kind", &TreeNode::kind, "What happens at this node");
    fields.optional("text", &TreeNode::text, "Its question or text");
    fields.optional("option", &TreeNode::option, "Id of the option that it ends in");
    fields.optional("payoff", &TreeNode::payoff, "Terminal and option nodes: what it is worth");
    fields.optional("branches", &TreeNode::branches, "Where it leads");
}

template <class Fields>
void describe(Fields& fields, As<Tree>) {
    fields.optional("root", &Tree::root, "Id of the first node");
    fields.optional("nodes", &Tree::nodes, "All nodes, flat");
}

template <class Fields>
void describe(Fields& fields, As<Question>) {
    fields.optional("id", &Question::id, "Stable id");
    fields.optional("text", &Question::text, "The question");
    fields.optional("detail", &Question::detail, "What it asks about, in more words");
    fields.optional("answer", &Question::answer, "The answer, once there is one");
}

template <class Fields>
void describe(Fields& fields, As<Reason>) {
    fields.optional("title", &Reason::title, "The reason in short");
    fields.optional("text", &Reason::text, "The reason in full");
    fields.optional("claim", &Reason::claim, "Id of the claim that it rests on");
}

template <class Fields>
void describe(Fields& fields, As<Alternative>) {
    fields.optional("option", &Alternative::option, "Id of the option");
    fields.optional("title", &Alternative::title, "Heading");
    fields.optional("text", &Alternative::text, "When it would be the better choice");
    fields.optional("conditions_title", &Alternative::conditions_title,
                    "Heading of the conditions");
    fields.optional("conditions", &Alternative::conditions, "What must hold then");
}

template <class Fields>
void describe(Fields& fields, As<Recommendation>) {
    fields.optional("option", &Recommendation::option, "Id of the option recommended");
    fields.optional("title", &Recommendation::title, "Heading");
    fields.optional("rationale", &Recommendation::rationale, "The reasons");
    fields.optional("alternatives", &Recommendation::alternatives, "What else could be chosen");
    fields.optional("conclusion", &Recommendation::conclusion, "Closing paragraphs");
}

template <class Fields>
void describe(Fields& fields, As<Dissent>) {
    fields.optional("who", &Dissent::who, "Who disagrees");
    fields.optional("text", &Dissent::text, "What they say");
}

template <class Fields>
void describe(Fields& fields, As<Decision>) {
    fields.optional("question", &Decision::question, "What is decided");
    fields.optional("choice", &Decision::choice, "Id of the option chosen; absent: still open");
    fields.optional("rationale", &Decision::rationale, "Why");
    fields.optional("deciders", &Decision::deciders, "Who decides");
    fields.optional("dissent", &Decision::dissent, "Who disagreed, and why");
    fields.optional("reopen_if", &Decision::reopen_if, "What would reopen the decision");
}

template <class Fields>
void describe(Fields& fields, As<Document>) {
    fields.required("format", &Document::format, "Version of this format: 0");
    fields.optional("semantics", &Document::semantics,
                    "Version of what the numbers mean and how they are drawn");
    fields.optional("id", &Document::id, "Stable id of the decision");
    fields.required("title", &Document::title, "Name of the decision");
    fields.optional("purpose", &Document::purpose, "What the document is for");
    fields.optional("question", &Document::question, "The question to be decided");
    fields.optional("date", &Document::date, "Date, as the source words it");
    fields.optional("source", &Document::source, "Where the decision comes from");
    fields.optional("note", &Document::note, "What a reader should know about it");
    fields.optional("links", &Document::links, "Documents that belong to it");
    fields.optional("simulation", &Document::simulation, "How many draws, from which seed");
    fields.optional("headline", &Document::headline, "When a leader is called a winner");
    fields.optional("waiting", &Document::waiting, "What it costs to wait");
    fields.required("options", &Document::options, "What can be chosen, in order");
    fields.optional("topics", &Document::topics, "Named parts of the page");
    fields.optional("assumptions", &Document::assumptions, "The uncertain inputs: the sliders");
    fields.optional("correlations", &Document::correlations,
                    "Which assumptions rise or fall together, and how strongly");
    fields.optional("tests", &Document::tests,
                    "What could be found out before the choice, and how surely");
    fields.optional("rows", &Document::rows, "The grid: one row per figure, one cell per option");
    fields.optional("objective", &Document::objective,
                    "Id of the row that decides: a number row that is no series");
    fields.optional("scoring", &Document::scoring, "How criteria are weighed");
    fields.optional("gates", &Document::gates, "Must-haves: an option outside is struck out");
    fields.optional("stakeholders", &Document::stakeholders, "Who is concerned, and what they say");
    fields.optional("claims", &Document::claims, "What the source states, for the audit");
    fields.optional("tree", &Document::tree, "Decision tree");
    fields.optional("questions", &Document::questions, "Questions to be answered");
    fields.optional("recommendation", &Document::recommendation, "What the source recommends");
    fields.optional("decision", &Document::decision, "What was decided, by whom and why");
}

}  // namespace fulcrum
