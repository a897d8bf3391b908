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

// Two assumptions and one objective; nothing optional.
inline Document bare_decision(std::size_t options) {
    Document document;
    document.id = "bare";
    document.title = "Bare";
    for (std::size_t o = 0; o < options; ++o)
        document.options.push_back(
            {.id = "o" + std::to_string(o), .name = "Option " + std::to_string(o)});
    Assumption price = between(40, 50, 60);
    price.id = "price";
    price.name = "Price";
    price.unit = "$K";
    document.assumptions = {price};
    Row net{.id = "net",
            .name = "Net value",
            .topic = "",
            .kind = RowKind::Number,
            .unit = "$K",
            .direction = Direction::More};
    for (std::size_t o = 0; o < options; ++o)
        net.cells.emplace_back("o" + std::to_string(o),
                               Formula{"price * " + std::to_string(o + 1)});
    document.rows = {net};
    document.objective = "net";
    return document;
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
    Row weeks{.id = "weeks",
              .name = "Timeline",
              .topic = "time",
              .unit = "weeks",
              .direction = Direction::Less};
    Row cost{.id = "cost",
             .name = "Total cost",
             .topic = "costs",
             .unit = "$K",
             .direction = Direction::Less,
             .formula = "weeks * 11 [$K/week]",
             .total = true};
    Row impact{.id = "impact",
               .name = "Impact",
               .topic = "revenue",
               .unit = "$K",
               .direction = Direction::More,
               .months = 12,
               .formula = "price * month / 10 [month] - cost"};
    Row stability{
        .id = "stability", .name = "Stability", .topic = "risks", .direction = Direction::Less};
    Row overall{.id = "overall",
                .name = "Overall risk",
                .topic = "risks",
                .direction = Direction::Less,
                .formula = "stability / 2",
                .total = true};
    Row debt{.id = "debt",
             .name = "Technical debt",
             .topic = "",
             .kind = RowKind::Level,
             .scale = {{"Massive", 0}, {"Medium", 50}, {"Minimal", 100}}};
    Row market{.id = "market", .name = "Time to market", .topic = "rank", .kind = RowKind::Text};
    for (std::size_t o = 0; o < options; ++o) {
        const std::string id = document.options[o].id;
        const auto step = static_cast<double>(o);
        Assumption cell = between(step + 2, step + 3, step + 4);
        cell.min = 0;
        weeks.cells.emplace_back(id, cell);
        weeks.stated.emplace_back(id, std::to_string(o + 3) + " weeks or so");
        stability.cells.emplace_back(id, 90 - 10 * step);
        debt.cells.emplace_back(id, Word{o == 0 ? "Massive" : o == 1 ? "Medium" : "Minimal"});
        market.cells.emplace_back(id, Word{std::to_string(o + 1) + "."});
        document.claims.push_back({.id = "c" + id,
                                   .text = "it says 40",
                                   .option = id,
                                   .row = "impact",
                                   .month = 6,
                                   .value = 40 + step,
                                   .unit = "$K",
                                   .given = {{"price", 50.0}}});
        document.claims.push_back(
            {.id = "r" + id, .text = "overall 11", .option = id, .row = "overall", .value = 11});
        Option& option = document.options[o];
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
    document.rows[0].cells.clear();
    document.rows[0].formula = "at(impact, 12)";
    for (Row* row : {&weeks, &cost, &impact, &stability, &overall, &debt, &market})
        document.rows.push_back(*row);
    document.scoring.groups = {{"g_time", "Time", 1, false}, {"g_rest", "Rest", 1, false}};
    document.scoring.criteria = {{.row = "weeks", .group = "g_time", .worst = 20, .best = 0},
                                 {.row = "debt", .group = "g_rest"}};
    document.stakeholders = {
        {.id = "users", .name = "Users", .quotes = {{document.options[0].id, "“We like it.”"}}}};
    document.questions = {{"q1", "How bad is it?", "Cost and so on", ""}};
    document.recommendation = {
        .option = document.options[0].id,
        .title = "Take the first",
        .rationale = {{"Cheap", "it costs little", ""}},
        .alternatives = {{document.options.back().id, "The last", "also", "If", {"you must"}}},
        .conclusion = {"So be it."}};
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
    session.show_rows(find_view(view)->rows(session.document()));
    REQUIRE_FALSE(session.input(LookChange{ShowView{std::string(view)}}, Phase::Commit, {}));
    return session;
}

}  // namespace fulcrum
