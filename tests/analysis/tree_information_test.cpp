#include "analysis/tree_information.h"

#include "analysis/trees.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <string>

using namespace fulcrum;

TEST_CASE(
    "one chance: perfect information is worth what the best choice of each outcome has more") {
    DocumentBuilder build({"A"});
    build.document().tree = {
        .root = "sue",
        .nodes = {{.id = "sue",
                   .kind = NodeKind::Decision,
                   .branches = {{.label = "sue", .to = "court"}, {.label = "settle", .to = "sum"}}},
                  {.id = "court",
                   .kind = NodeKind::Chance,
                   .branches = {{.label = "big", .to = "big", .probability = 0.3},
                                {.label = "small", .to = "small", .probability = 0.3},
                                {.label = "lose", .to = "lose", .probability = 0.4}}},
                  end("big", 2e6),
                  end("small", 5e5),
                  end("lose", -6e4),
                  end("sum", 3e5)}};
    const RollBack tree = rolled(build.document());
    CHECK(value(tree, 0) == doctest::Approx(726000));
    CHECK(std::get<double>(tree.evpi) ==
          doctest::Approx(0.3 * 2e6 + 0.3 * 5e5 + 0.4 * 3e5 - 726000));
}

TEST_CASE("perfect information of independent chances agrees with listing every world") {
    // Two ventures with chances of their own, one of them in two steps with a decision between.
    DocumentBuilder build({"A"});
    build.document().tree = {
        .root = "which",
        .nodes = {{.id = "which",
                   .kind = NodeKind::Decision,
                   .branches = {{.label = "one", .to = "one", .cost = 3.0},
                                {.label = "two", .to = "two"},
                                {.label = "none", .to = "nothing"}}},
                  {.id = "one",
                   .kind = NodeKind::Chance,
                   .branches = {{.label = "up", .to = "again", .probability = 0.6},
                                {.label = "down", .to = "loss", .probability = 0.4}}},
                  {.id = "again",
                   .kind = NodeKind::Decision,
                   .branches = {{.label = "on", .to = "last", .cost = 2.0},
                                {.label = "out", .to = "small"}}},
                  {.id = "last",
                   .kind = NodeKind::Chance,
                   .branches = {{.label = "hit", .to = "jackpot", .probability = 0.3},
                                {.label = "miss", .to = "nothing", .probability = 0.7}}},
                  {.id = "two",
                   .kind = NodeKind::Chance,
                   .branches = {{.label = "good", .to = "fair", .probability = 0.5},
                                {.label = "bad", .to = "loss", .probability = 0.5}}},
                  end("jackpot", 40.0),
                  end("small", 8.0),
                  end("fair", 11.0),
                  end("loss", -5.0),
                  end("nothing", 0.0)}};
    const RollBack tree = rolled(build.document());
    double informed = 0;
    for (const bool up : {true, false})
        for (const bool hit : {true, false})
            for (const bool good : {true, false}) {
                const double p = (up ? 0.6 : 0.4) * (hit ? 0.3 : 0.7) * 0.5;
                const double again = std::max((hit ? 40.0 : 0.0) - 2, 8.0);
                informed += p * std::max({(up ? again : -5.0) - 3, good ? 11.0 : -5.0, 0.0});
            }
    CHECK(std::get<double>(tree.evpi) == doctest::Approx(informed - value(tree, 0)));
}

TEST_CASE(
    "perfect information is not defined where chances may be one event, or a node is shared") {
    Document document = wildcatter();
    document.tree.nodes[4].branches[0].label = "wet";
    document.tree.nodes[4].branches[1].label = "dry";
    CHECK(reason(rolled(document).evpi).find("may be one event") != std::string::npos);
    document = wildcatter();
    document.tree.nodes[0].branches[1].to = "drill";
    CHECK(reason(rolled(document).evpi) == "'drill' is reached by several branches");
}
