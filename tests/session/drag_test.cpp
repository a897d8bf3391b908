// A drag computes only what moves, and a pause makes everything finer: neither changes a number.
#include "analysis/analysis.h"
#include "model/document_json.h"
#include "model/find.h"
#include "session/decisions.h"
#include "session/refinement.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <numeric>

using namespace fulcrum;

namespace {

Session opened(const Document& document) {
    Result<Session> session = Session::open(document, document);
    REQUIRE(session);
    return *std::move(session);
}

Session opened_stall(std::int64_t draws) {
    Document document = stall();
    document.simulation.draws = draws;
    return opened(document);
}

// Each decision of assets/, with all its rows shown, and fewer draws than usual.
template <class Check>
void for_every_asset(const Check& check) {
    for (const char* name : {"phase0", "office_crm", "minimal"}) {
        INFO(name);
        std::ifstream file(FULCRUM_ASSETS_DIR "/" + std::string(name) + ".json");
        const std::string text(std::istreambuf_iterator<char>(file), {});
        Document document = read_document(text).document;
        document.simulation.draws = 2048;
        Session session = opened(document);
        std::vector<std::size_t> all(document.rows.size());
        std::iota(all.begin(), all.end(), std::size_t{0});
        session.show({all, {}, true});
        check(session);
    }
}

// Ids and bases of all assumptions.
std::vector<std::pair<std::string, double>> bases_of(const Document& document) {
    std::vector<std::pair<std::string, double>> bases;
    for (const PlacedAssumption& placed : assumptions_of(document))
        bases.emplace_back(placed.id, placed.assumption->base);
    return bases;
}

// What the session shows, made from nothing.
Results made_anew(const Session& session) {
    const Compilation compiled = compile(session.document());
    REQUIRE(compiled.model);
    return analyse(session.document(), *compiled.model,
                   {.draws = session.results().draws,
                    .series_draws = session.results().series_draws,
                    .tree = true});
}

void refine_to_the_end(Session& session) {
    std::optional<Refinement> refinement = Refinement::of(session);
    REQUIRE(refinement);
    while (refinement->step(session)) {
    }
}

Document with_large_tree() {
    Document document = opened_stall(16'384).document();
    for (int n = 0; n < 2000; ++n)
        document.tree.nodes.push_back({.id = "n" + std::to_string(n),
                                       .kind = NodeKind::Decision,
                                       .branches = {{.to = "n" + std::to_string(n + 1)}}});
    document.tree.nodes.push_back(
        {.id = "n2000", .kind = NodeKind::Terminal, .payoff = Formula{"price * 1 [piece]"}});
    document.tree.root = "n0";
    return document;
}

}  // namespace

TEST_CASE("drag: results are to the bit those of a full run, whatever is dragged") {
    for_every_asset([](Session& session) {
        for (const auto& [id, base] : bases_of(session.document())) {
            const std::string dragged = id;
            INFO(dragged);
            const Action drag = Edit{SetBase{id, 0}};
            session.input(drag, Phase::Begin, {});
            session.input(drag, Phase::Change, base * 0.9);
            CHECK(session.results() == made_anew(session));
            session.input(drag, Phase::Change, base * 1.1);
            session.input(drag, Phase::Commit, base * 1.1);
            CHECK(session.results() == made_anew(session));
        }
    });
}

TEST_CASE("drag: so they are for the ends of a range, for weights, and after a cancel") {
    for_every_asset([](Session& session) {
        const Results before = session.results();
        std::vector<Edit> edits{SetGroupWeight{}};
        for (const Criterion& criterion : session.document().scoring.criteria)
            edits.push_back(SetWeight{criterion.row, 0});
        for (const PlacedAssumption& placed : assumptions_of(session.document()))
            if (placed.assumption->low) edits.push_back(SetEnd{placed.id, End::Low, 0});
        if (!session.document().scoring.groups.empty())
            std::get<SetGroupWeight>(edits[0]).group = session.document().scoring.groups[0].id;
        for (const Edit& edit : edits) {
            session.input(Action{edit}, Phase::Begin, {});
            session.input(Action{edit}, Phase::Change, 0.5);
            CHECK(session.results() == made_anew(session));
            session.input(Action{edit}, Phase::Cancel, {});
            CHECK(session.results() == before);
        }
    });
}

TEST_CASE("drag: another edit in its middle is a gesture of its own on what was grabbed") {
    for_every_asset([](Session& session) {
        const auto bases = bases_of(session.document());
        if (bases.size() < 2) return;
        const std::string held = bases[0].first, other = bases[1].first;
        const double from = bases[0].second, to = bases[1].second;
        session.input(Action{Edit{SetBase{held, 0}}}, Phase::Begin, {});
        session.input(Action{Edit{SetBase{held, 0}}}, Phase::Change, from * 1.1);
        session.input(Action{Edit{SetBase{other, 0}}}, Phase::Change, to * 0.9);
        CHECK(session.results() == made_anew(session));
        session.input(Action{Edit{SetBase{held, 0}}}, Phase::Change, from * 1.2);
        CHECK(session.results() == made_anew(session));
    });
}

TEST_CASE("refinement: what it shows is a run of that many draws, and says how many") {
    Session session = opened_stall(16'384);
    CHECK(session.results().draws == 16'384);
    refine_to_the_end(session);
    CHECK(session.results().draws == 131'072);
    CHECK(session.results().rows.empty() == false);
    CHECK(session.results().lead ==
          analyse(session.document(), session.model(), {.draws = 131'072}).lead);
    CHECK_FALSE(Refinement::of(session));
    CHECK(session.all_results().draws == 16'384);
}

TEST_CASE("refinement: an input makes it stale, and none is made while something is held") {
    Session session = opened_stall(16'384);
    std::optional<Refinement> refinement = Refinement::of(session);
    REQUIRE(refinement);
    CHECK(refinement->step(session));
    session.input(Action{Edit{SetBase{"price", 0}}}, Phase::Begin, {});
    CHECK_FALSE(refinement->is_fresh(session));
    CHECK_FALSE(Refinement::of(session));
    session.input(Action{Edit{SetBase{"price", 0}}}, Phase::Commit, 3.5);
    CHECK(Refinement::of(session));
    CHECK(session.results().draws == 16'384);
}

TEST_CASE("refinement: what is grabbed is compared with as many draws as follow") {
    Session session = opened_stall(16'384);
    const Results before = session.results();
    refine_to_the_end(session);
    session.input(Action{Edit{SetBase{"price", 0}}}, Phase::Begin, {});
    REQUIRE(session.results_at_grab() != nullptr);
    CHECK(*session.results_at_grab() == before);
    CHECK(session.results() == before);
    session.input(Action{Edit{SetBase{"price", 0}}}, Phase::Cancel, {});
    CHECK(session.results() == before);
}

TEST_CASE("draw plan: a costly document is answered with fewer draws at once, by operations") {
    const Document cheap = opened_stall(16'384).document();
    const Model model = *compile(cheap).model;
    const DrawPlan plan = draw_plan(cheap, model, {});
    CHECK(plan.at_once == 16'384);
    CHECK(plan.refined == 131'072);

    Document costly = cheap;
    for (int row = 0; row < 3000; ++row)
        costly.rows.push_back(
            {.id = "r" + std::to_string(row),
             .formula = (row == 0 ? std::string("price") : "r" + std::to_string(row - 1)) +
                        " * 1.0001 + price"});
    std::vector<std::size_t> rows(costly.rows.size());
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    const DrawPlan fewer = draw_plan(costly, *compile(costly).model, rows);
    CHECK(fewer.at_once < 2048);
    CHECK(fewer.at_once >= 256);
    CHECK((fewer.at_once & (fewer.at_once - 1)) == 0);
}

TEST_CASE("draw plan: a tree that is rolled back counts by its branches, where something varies") {
    Document document = with_large_tree();
    const auto at_once = [&](bool tree) {
        const auto model = compile(document).model;
        REQUIRE(model);
        return draw_plan(document, *model, {}, tree).at_once;
    };
    CHECK(at_once(false) == 16'384);
    CHECK(at_once(true) == 2048);
    document.tree.nodes.back().payoff = 1.0;
    CHECK(at_once(true) == 16'384);
}

TEST_CASE(
    "draw plan: it is the same when a tree has left the screen as if it had never been there") {
    Session session = opened(with_large_tree());
    const std::size_t draws = session.draws_at_once();
    session.show({{}, {}, true});
    CHECK(session.draws_at_once() < draws);
    session.show({});
    CHECK(session.draws_at_once() == draws);
}
