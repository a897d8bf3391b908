// Decision trees that several suites use, and what is asked of them.
#pragma once

#include "analysis/roll_back.h"
#include "engine/document_builder.h"
#include "model/check.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <variant>

namespace fulcrum {
inline constexpr std::size_t draws = 1024;

inline TreeNode end(std::string id, Amount payoff) {
    return {.id = std::move(id), .kind = NodeKind::Terminal, .payoff = std::move(payoff)};
}

// Options A and B; p uniform on [0.2, 0.6], x uniform on [0, 100], the same stream or another one.
inline DocumentBuilder two_options() {
    DocumentBuilder build({"A", "B"});
    build.assumption("p", "", {0.4, 0.2, 0.6});
    build.assumption("x", "$", {50, 0, 100});
    build.row("net", "$").direction = Direction::More;
    build.cell("A", "x - 10");
    build.cell("B", 30.0);
    build.document().objective = "net";
    return build;
}

inline RollBack rolled(const Document& document, std::size_t count = draws) {
    REQUIRE(check(document).empty());
    const Compilation compiled = compile(document);
    REQUIRE(compiled.model.has_value());
    return roll_back(document, *compiled.model, count);
}

inline double value(const RollBack& rolled, std::size_t node) {
    const auto* value = std::get_if<double>(&rolled.nodes[node].value);
    REQUIRE(value != nullptr);
    return *value;
}

inline std::string reason(const std::variant<double, Undefined>& value) {
    const auto* undefined = std::get_if<Undefined>(&value);
    return undefined == nullptr ? "" : undefined->reason;
}

// Test or not, then drill or not; the wildcatter's figures, with a cost on both ways.
inline Document wildcatter() {
    DocumentBuilder build({"A"});
    Tree& tree = build.document().tree;
    tree.root = "test";
    tree.nodes = {{.id = "test",
                   .kind = NodeKind::Decision,
                   .branches = {{.label = "seismic", .to = "shape", .cost = 10.0},
                                {.label = "none", .to = "blind"}}},
                  {.id = "shape",
                   .kind = NodeKind::Chance,
                   .branches = {{.label = "open", .to = "drill", .probability = 0.5},
                                {.label = "closed", .to = "zero", .probability = Formula{"rest"}}}},
                  {.id = "drill",
                   .kind = NodeKind::Decision,
                   .branches = {{.label = "drill", .to = "oil", .cost = 70.0},
                                {.label = "stop", .to = "zero"}}},
                  {.id = "oil",
                   .kind = NodeKind::Chance,
                   .branches = {{.label = "wet", .to = "wet", .probability = 0.75},
                                {.label = "dry", .to = "zero", .probability = 0.25}}},
                  {.id = "blind",
                   .kind = NodeKind::Chance,
                   .branches = {{.label = "luck", .to = "some", .probability = 0.125},
                                {.label = "none", .to = "zero", .probability = 0.875}}},
                  end("wet", 200.0),
                  end("some", 80.0),
                  end("zero", 0.0)};
    return build.document();
}

}  // namespace fulcrum
