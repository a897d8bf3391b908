// Decisions made by the test: any number of options, every part of a document or none.
#pragma once

#include "page/page.h"
#include "session/session.h"

#include <doctest/doctest.h>

#include <string>

namespace fulcrum {

inline Assumption between(double low, double base, double high) {
    Assumption assumption;
    assumption.base = base;
    assumption.low = low;
    assumption.high = high;
    return assumption;
}

inline Option named_option(const std::string& id, const std::string& name) {
    Option option;
    option.id = id;
    option.name = name;
    return option;
}

inline Row row_of(const std::string& id, const std::string& name, const std::string& topic,
                  const std::string& unit, Direction direction = Direction::None) {
    Row row;
    row.id = id;
    row.name = name;
    row.topic = topic;
    row.unit = unit;
    row.direction = direction;
    return row;
}

inline Criterion criterion_of(const std::string& row, const std::string& group,
                              std::optional<double> worst = {}, std::optional<double> best = {}) {
    Criterion criterion;
    criterion.row = row;
    criterion.group = group;
    criterion.worst = worst;
    criterion.best = best;
    return criterion;
}

inline Claim claim_of(const std::string& id, const std::string& option, const std::string& row,
                      double value) {
    Claim claim;
    claim.id = id;
    claim.text = "it says so";
    claim.option = option;
    claim.row = row;
    claim.value = value;
    return claim;
}

// One assumption and one objective; nothing optional.
inline Document bare_decision(std::size_t options) {
    Document document;
    document.id = "bare";
    document.title = "Bare";
    document.simulation.draws = 4096;
    for (std::size_t o = 0; o < options; ++o)
        document.options.push_back(
            named_option("o" + std::to_string(o), "Option " + std::to_string(o)));
    Assumption price = between(40, 50, 60);
    price.id = "price";
    price.name = "Price";
    price.unit = "$K";
    document.assumptions = {price};
    Row net = row_of("net", "Net value", "", "$K", Direction::More);
    for (std::size_t o = 0; o < options; ++o)
        net.cells.emplace_back("o" + std::to_string(o),
                               Formula{"price * " + std::to_string(o + 1)});
    document.rows = {net};
    document.objective = "net";
    return document;
}

inline void describe(Option& option) {
    option.timeline = "soon";
    option.stance = "RECOMMENDED";
    option.stance_note = "It is good";
    option.risk_level = "HIGH";
    option.risk_note = "Things break";
    option.fixes = {{"Issue 1", "Week 1", false}, {"Issue 2", "", true}};
    option.pros = {"Fast"};
    option.cons = {"Slow", "Long enough to be broken into more lines than one at any width"};
    option.outcomes_horizon = "6 Months";
    option.outcomes = {"It works"};
    option.choose_if = {"You like it"};
    option.choose_if_note = "Use case: any";
    option.actions = {{"This week", {"Begin"}}};
}

// Timeline, costs, a series, risk scores with a total, a level row and prose.
inline std::vector<Row> full_rows(const std::vector<Option>& options) {
    Row net = row_of("net", "Net value", "", "$K", Direction::More);
    net.formula = "at(impact, 12)";
    Row weeks = row_of("weeks", "Timeline", "time", "weeks", Direction::Less);
    Row cost = row_of("cost", "Total cost", "costs", "$K", Direction::Less);
    cost.formula = "weeks * 11 [$K/week]";
    cost.total = true;
    Row impact = row_of("impact", "Impact", "revenue", "$K", Direction::More);
    impact.months = 12;
    impact.formula = "price * month / 10 [month] - cost";
    Row stability = row_of("stability", "Stability", "risks", "", Direction::Less);
    Row overall = row_of("overall", "Overall risk", "risks", "", Direction::Less);
    overall.formula = "stability / 2";
    overall.total = true;
    Row debt = row_of("debt", "Technical debt", "", "");
    debt.kind = RowKind::Level;
    debt.scale = {{"Massive", 0}, {"Medium", 50}, {"Minimal", 100}};
    Row market = row_of("market", "Time to market", "rank", "");
    market.kind = RowKind::Text;
    for (std::size_t o = 0; o < options.size(); ++o) {
        const std::string& id = options[o].id;
        const auto step = static_cast<double>(o);
        Assumption cell = between(step + 2, step + 3, step + 4);
        cell.min = 0;
        weeks.cells.emplace_back(id, cell);
        weeks.stated.emplace_back(id, std::to_string(o + 3) + " weeks or so");
        stability.cells.emplace_back(id, 90 - 10 * step);
        debt.cells.emplace_back(id, Word{o == 0 ? "Massive" : o == 1 ? "Medium" : "Minimal"});
        market.cells.emplace_back(id, Word{std::to_string(o + 1) + "."});
    }
    return {net, weeks, cost, impact, stability, overall, debt, market};
}

// Everything a page can show.
inline Document full_decision(std::size_t options) {
    Document document = bare_decision(options);
    document.id = "full";
    document.title = "A decision with everything";
    document.purpose = "To see every block.";
    document.question = "Which one?";
    document.topics = {{"time", "Time", "", "How long it takes"},
                       {"costs", "Costs", "money", "Once"},
                       {"revenue", "Revenue", "money", ""},
                       {"risks", "Risk profile", "risk", "0 to 100, higher is worse"},
                       {"rank", "Competition", "compare", ""}};
    document.assumptions[0].topic = "revenue";
    document.rows = full_rows(document.options);
    for (std::size_t o = 0; o < options; ++o) {
        const std::string& id = document.options[o].id;
        Claim claim = claim_of("c" + id, id, "impact", 40 + static_cast<double>(o));
        claim.month = 6;
        claim.given = {{"price", 50.0}};
        document.claims.push_back(claim);
        document.claims.push_back(claim_of("r" + id, id, "overall", 11));
        describe(document.options[o]);
    }
    document.scoring.groups = {{"g_time", "Time", 1, false}, {"g_rest", "Rest", 1, false}};
    document.scoring.criteria = {criterion_of("weeks", "g_time", 20, 0),
                                 criterion_of("debt", "g_rest")};
    Stakeholder users;
    users.id = "users";
    users.name = "Users";
    users.quotes = {{document.options[0].id, "“We like it.”"}};
    document.stakeholders = {users};
    document.questions = {{"q1", "How bad is it?", "Cost and so on", ""}};
    document.recommendation = {
        document.options[0].id,
        "Take the first",
        {{"Cheap", "it costs little", ""}},
        {{document.options.back().id, "The last", "also", "If", {"you must"}}},
        {"So be it."}};
    document.links = {{"Report", "REPORT.md"}};
    return document;
}

inline Session opened(const Document& document) {
    Result<Session> session = Session::open(document, document);
    if (!session) FAIL(session.error().path << ": " << session.error().message);
    return *std::move(session);
}

// With the rows of a view at hand, as the app has them when the view is on the screen.
inline Session showing(const Document& document, std::string_view view) {
    Session session = opened(document);
    session.show(shown_by(*find_view(view), session));
    REQUIRE_FALSE(session.input(LookChange{ShowView{std::string(view)}}, Phase::Commit, {}));
    return session;
}

// The same with all that its view shows, analyses too.
inline Session studied(const Document& document, std::string_view view) {
    Session session = showing(document, view);
    session.study();
    return session;
}

// The view on the screen as text without line breaks, so that a sentence is found anywhere.
inline std::string text_of(const Session& session) {
    return as_text(screen(session).view, 100'000);
}

inline bool says(const std::string& text, const std::string& sentence) {
    return text.find(sentence) != std::string::npos;
}

// What is on the screen once what it shows is there.
inline Screen shown(Session& session) {
    session.show(shown_by(*find_view(session.look().view), session));
    return screen(session);
}

inline void ask(Session& session, const std::string& key) {
    const Screen screen = shown(session);
    CAPTURE(key);
    const Action* action = find_action(screen, key);
    REQUIRE(action != nullptr);
    REQUIRE_FALSE(session.input(Action(*action), Phase::Commit, true));
}

}  // namespace fulcrum
