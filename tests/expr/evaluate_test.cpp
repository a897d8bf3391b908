#include "expr/evaluate.h"

#include "expr/build.h"
#include "oracle/random_formula.h"
#include "oracle/run.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <set>
#include <string>

using namespace fulcrum;
using oracle::same_bits;

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

// Names a .. z are inputs 0 .. 25.
NodeId built(std::string_view text, Program& program) {
    Scope scope;
    scope.resolve = [&program](const Reference& reference) -> Result<UnitNode> {
        return UnitNode{program.input(static_cast<std::uint32_t>(reference.name[0] - 'a')),
                        Unit::unknown()};
    };
    const Result<ParsedFormula> formula = parse_formula(text);
    REQUIRE(formula);
    const Result<UnitNode> value = build(*formula, scope, program);
    REQUIRE(value);
    return value->node;
}

double value(std::string_view text, double a = 0, double b = 0, double c = 0) {
    Program program;
    const NodeId node = built(text, program);
    return oracle::run(program, std::array{node}, {{a}, {b}, {c}})[0][0];
}

}  // namespace

TEST_CASE("the arithmetic of a worked example") {
    // 3 outages of $25K and 12/52 of 40K a year: 75,000 + 9,230.77
    CHECK(value("a * b + 12/52 * 40K", 3, 25'000) == 75'000 + 12.0 / 52.0 * 40'000);
    CHECK(value("clamp(a, 0, 1)", 1.5) == 1);
    CHECK(value("clamp(a, 0, 1)", -2) == 0);
    CHECK(value("clamp(a, 3, 1)", 2) == 1);
    CHECK(value("sum(a, b, c, 1)", 1, 2, 3) == 7);
    CHECK(value("-2 ^ 2") == -4);
    CHECK(value("2 ^ 3 ^ 2") == 512);
    CHECK(value("a > b", 2, 1) == 1);
    CHECK(value("a >= b", 1, 1) == 1);
    CHECK(value("a <> b", 1, 1) == 0);
    CHECK(value("not a", 0.5) == 0);
    CHECK(value("a and b", 2, 3) == 1);
}

TEST_CASE("round takes halves away from zero; floor and ceil are exact") {
    CHECK(value("round(a)", 2.5) == 3);
    CHECK(value("round(a)", -2.5) == -3);
    CHECK(value("round(a)", 0.49999999999999994) == 0);
    CHECK(value("round(a)", 4503599627370495.5) == 4503599627370496);
    CHECK(value("round(a)", 9007199254740991) == 9007199254740991);
    CHECK(same_bits(value("round(a)", -0.3), -0.0));
    CHECK(value("floor(a)", -0.5) == -1);
    CHECK(same_bits(value("ceil(a)", -0.5), -0.0));
    CHECK(value("ceil(a)", 1e300) == 1e300);
    CHECK(value("floor(a)", -infinite) == -infinite);
}

TEST_CASE("if takes its chosen branch; what the other gives has no effect") {
    CHECK(value("if(b = 0, 0, a / b)", 0, 0) == 0);
    CHECK(value("if(b = 0, 0, a / b)", 6, 3) == 2);
    CHECK(value("if(a, 1, log(b))", 1, -1) == 1);
    CHECK(value("if(a, sqrt(b), 7)", 0, -1) == 7);
}

TEST_CASE("what is undefined never becomes a plausible number") {
    for (const char* const text : {"if(a, 1, 2)",     "a < 1",          "a <= 1",
                                   "a > 1",           "a = a",          "a != 1",
                                   "a and 0",         "0 and a",        "a or 1",
                                   "1 or a",          "not a",          "min(a, 1)",
                                   "min(1, a)",       "max(a, 1)",      "max(1, a)",
                                   "clamp(a, 0, 1)",  "clamp(1, a, 2)", "clamp(1, 0, a)",
                                   "a ^ 0",           "1 ^ a",          "0.5 ^ a",
                                   "a ^ -1",          "a ^ -0.5",       "1 / a",
                                   "5 / (1 / a) / a", "exp(-a)",        "exp(a)",
                                   "min(a, a)",       "a * 0",          "abs(a)",
                                   "round(a)",        "floor(a)",       "if(a > 0, 1, 1)",
                                   "sum(1, a)",       "not not a",      "if(a = 0, 1, 2)",
                                   "if(not a, 1, 2)", "a and a",        "max(0, min(1, a / 4))"}) {
        CAPTURE(text);
        for (const double undefined : {infinite, -infinite, not_a_number})
            CHECK_FALSE(std::isfinite(value(text, undefined)));
        CHECK(std::isfinite(value(text, 0.5)));
    }
    CHECK(value("0 ^ a", 0) == 1);
}

TEST_CASE("a division by zero is not divided, compared or bounded away") {
    for (const char* const text :
         {"1 / (1 / a + 1)", "min(5, 1 / a)", "max(5, -1 / a)", "exp(-1 / a)", "1 / a > 3",
          "if(1 / a, 2, 3)", "clamp(1 / a, 0, 1)", "2 ^ (-1 / a)", "(1 / a) ^ -1", "1 / a and 1",
          "1 / a or 1", "not (1 / a)", "-1 / a < 3", "1 / a = 1 / a", "1 / a != 2"}) {
        CAPTURE(text);
        CHECK_FALSE(std::isfinite(value(text, 0)));
        CHECK_FALSE(std::isfinite(value(text, -0.0)));
        CHECK(std::isfinite(value(text, 4)));
    }
    CHECK(value("if(a = 0, 7, min(5, 1 / a))", 0) == 7);
}

TEST_CASE("a zero keeps its sign") {
    CHECK(same_bits(value("min(a, b)", 0.0, -0.0), -0.0));  // of equals the second
    CHECK(same_bits(value("max(a, b)", 0.0, -0.0), -0.0));
    CHECK(same_bits(value("min(a, b)", -0.0, 0.0), 0.0));
    CHECK(same_bits(value("a / b", -0.0, 3), -0.0));
    CHECK(same_bits(value("if(a, b, c)", 1, -0.0, 3), -0.0));
    CHECK(same_bits(value("a ^ b", -0.0, 3), -0.0));
}

TEST_CASE("the value of a draw does not depend on its place in a block") {
    Program program;
    const NodeId node =
        built("if(a > b, exp(a) * b, log(b) ^ a) + min(a, b) / sqrt(b) + round(a * 9)", program);
    oracle::Chance chance(7);
    oracle::Columns inputs(2);
    for (int draw = 0; draw < 1'000; ++draw)
        for (auto& column : inputs) column.push_back(chance.unit() * 4);
    const auto whole = oracle::run(program, std::array{node}, inputs)[0];
    for (const std::size_t cut :
         {std::size_t{1}, std::size_t{3}, std::size_t{64}, std::size_t{255}}) {
        const auto parts = oracle::run(program, std::array{node}, inputs, cut)[0];
        std::size_t same = 0;
        for (std::size_t draw = 0; draw < whole.size(); ++draw)
            same += same_bits(whole[draw], parts[draw]);
        CHECK(same == whole.size());
    }
}

TEST_CASE("outputs may be inputs, constants, each other, and the same twice") {
    Program program;
    const NodeId a = program.input(0), five = program.constant(5);
    const NodeId sum = program.apply(Op::Add, a, five);
    const NodeId twice = program.apply(Op::Multiply, sum, program.constant(2));
    const std::array outputs = {twice, sum, a, five, sum, a, twice};
    const auto values = oracle::run(program, outputs, {{1, 2, 3}});
    const oracle::Columns expected = {{12, 14, 16}, {6, 7, 8}, {1, 2, 3},   {5, 5, 5},
                                      {6, 7, 8},    {1, 2, 3}, {12, 14, 16}};
    CHECK(values == expected);
}

TEST_CASE("a schedule holds what the outputs need and no more") {
    Program program;
    const NodeId a = program.input(3), b = program.input(1);
    const NodeId sum = program.apply(Op::Add, a, b);
    program.apply(Op::Exp, program.input(7));
    const Schedule plan = schedule(program, std::array{sum});
    CHECK(plan.instructions.size() == 1);
    CHECK(std::set(plan.leaves.begin(), plan.leaves.end()) == std::set{a, b});
    CHECK(plan.registers == 0);
    CHECK(schedule(program, {}).instructions.empty());
}

TEST_CASE("a given node is read, and what it is computed from is not") {
    Program program;
    const NodeId a = program.input(0), b = program.input(1);
    const NodeId sum = program.apply(Op::Add, a, b);
    const NodeId result = program.apply(Op::Multiply, sum, a);
    const Schedule plan = schedule(program, std::array{result, sum}, std::array{sum});
    CHECK(plan.instructions.size() == 1);
    CHECK(std::set(plan.leaves.begin(), plan.leaves.end()) == std::set{a, sum});

    std::vector<double> leaves(2 * block_stride);
    for (std::size_t slot = 0; slot < 2; ++slot)
        leaves[slot * block_stride] = plan.leaves[slot] == a ? 3 : 7;
    std::array<double, 2> got{};
    const std::array to = {&got[0], &got[1]};
    evaluate_block(plan, leaves.data(), 1, to, nullptr);
    CHECK(got == std::array{21.0, 7.0});
}

namespace {

// Input k, or 0.3 where k is the constant one.
NodeId factor(Program& program, int k, int constant) {
    return k == constant ? program.constant(0.3) : program.input(static_cast<std::uint32_t>(k));
}

// The result has the same bits where the others are outputs too, and so are not taken in.
void check_same_alone(const Program& program, NodeId result, const std::vector<NodeId>& others,
                      const oracle::Columns& columns) {
    std::vector<NodeId> all{result};
    all.insert(all.end(), others.begin(), others.end());
    const auto alone = oracle::run(program, std::array{result}, columns);
    const auto apart = oracle::run(program, all, columns);
    for (std::size_t d = 0; d < columns[0].size(); ++d)
        CHECK(oracle::same_bits(alone[0][d], apart[0][d]));
}

std::size_t instructions_for(const Program& program, NodeId result) {
    return schedule(program, std::array{result}).instructions.size();
}

}  // namespace

TEST_CASE("a product with one use is computed with what uses it, to the same bits") {
    const oracle::Columns columns = {
        {3, 1e200, -0.0, 0.1, infinite, 5}, {7, 1e200, 5, 0.3, 0, -0.0}, {-21, 1, 0, 0.7, 2, 0.0}};
    for (const Op op : {Op::Add, Op::Subtract, Op::Multiply})
        for (const bool product_first : {true, false})
            for (int constant = -1; constant < 3; ++constant) {
                Program program;
                const NodeId z = factor(program, 2, constant);
                const NodeId product = program.apply(Op::Multiply, factor(program, 0, constant),
                                                     factor(program, 1, constant));
                const NodeId result =
                    product_first ? program.apply(op, product, z) : program.apply(op, z, product);
                CHECK(instructions_for(program, result) == (op == Op::Add ? 1 : 2));
                check_same_alone(program, result, {product}, columns);
            }
}

TEST_CASE("a product of three with one use is computed with the sum, to the same bits") {
    const oracle::Columns columns = {
        {3, 1e200, -0.0, 0.1}, {7, 1e200, 5, 0.3}, {-21, 1e-300, 0.5, 0.7}, {0, 1, -0.0, infinite}};
    for (const bool inner_first : {true, false})
        for (int constant = -1; constant < 3; ++constant) {
            Program program;
            const NodeId third = factor(program, 2, constant);
            const NodeId inner = program.apply(Op::Multiply, factor(program, 0, constant),
                                               factor(program, 1, constant));
            const NodeId outer = inner_first ? program.apply(Op::Multiply, inner, third)
                                             : program.apply(Op::Multiply, third, inner);
            const NodeId result = program.apply(Op::Add, outer, program.input(3));
            CHECK(instructions_for(program, result) == 1);
            check_same_alone(program, result, {outer, inner}, columns);
        }
}

namespace {

// Users grow by a factor and by newcomers of each month; what they bring is summed with weights.
struct Growth {
    Program program;
    std::vector<NodeId> users, sums;  // [month], from 0
};

// newcomers   whether they are another input in each month
Growth growth(std::size_t months, bool newcomers = true) {
    Growth made;
    Program& program = made.program;
    const NodeId factor = program.input(1), margin = program.input(2);
    made.users = {program.input(0)};
    made.sums = {program.input(3)};
    for (std::size_t month = 1; month <= months; ++month) {
        const NodeId come = program.input(newcomers ? 3 + static_cast<std::uint32_t>(month) : 4);
        const NodeId kept = program.apply(Op::Multiply, made.users.back(), factor);
        made.users.push_back(program.apply(Op::Add, kept, come));
        const NodeId brought = program.apply(Op::Multiply, made.users.back(), margin);
        const NodeId weighted = program.apply(
            Op::Multiply, brought, program.constant(1.0 / static_cast<double>(month + 1)));
        made.sums.push_back(program.apply(Op::Add, weighted, made.sums.back()));
    }
    return made;
}

// 300 draws of each input: a whole block and a part of one.
oracle::Columns growth_draws(std::size_t months) {
    oracle::Columns columns(months + 4, std::vector<double>(300));
    for (std::size_t i = 0; i < columns.size(); ++i)
        for (std::size_t d = 0; d < columns[i].size(); ++d)
            columns[i][d] = std::sin(static_cast<double>(i * 300 + d)) * (i == 1 ? 1.3 : 1e3);
    columns[0][7] = infinite;
    columns[1][8] = not_a_number;
    return columns;
}

bool has_recurrence(const Schedule& plan) {
    return std::any_of(plan.instructions.begin(), plan.instructions.end(),
                       [](const auto& each) { return each.op == Op::Recurrence; });
}

}  // namespace

TEST_CASE("months of a recurrence are computed at once, to the same bits") {
    for (std::size_t months = 1; months < 30; ++months)
        for (const bool newcomers : {true, false}) {
            const Growth made = growth(months, newcomers);
            const Schedule plan = schedule(made.program, std::array{made.sums.back()});
            const std::size_t at_once = std::min<std::size_t>(months - months % 2, 12);
            CHECK(has_recurrence(plan) == (months > 1));
            CHECK(plan.instructions.size() == 2 * (months - at_once) + (months > 1 ? 1 : 0));
            CHECK(plan.operations == 2 * months);
            check_same_alone(made.program, made.sums.back(), made.users, growth_draws(months));
        }
}

TEST_CASE("a month that is used elsewhere, too, is no part of a recurrence") {
    const Growth made = growth(8);
    for (const auto& used : {made.users, made.sums}) {
        for (std::size_t month = 7; month <= 8; ++month) {
            const std::array outputs{made.sums.back(), used[month]};
            const bool is_result = used[month] == made.sums.back();
            CHECK(has_recurrence(schedule(made.program, outputs)) == is_result);
            check_same_alone(made.program, made.sums.back(), {used[month]}, growth_draws(8));
        }
        const std::array outputs{made.sums.back(), used[4]};
        CHECK(has_recurrence(schedule(made.program, outputs)));  // of the four months after it
        check_same_alone(made.program, made.sums.back(), {used[4]}, growth_draws(8));
    }
}

TEST_CASE("registers are re-used: a chain needs one, a balanced tree as many as it is high") {
    Program program;
    NodeId chain = program.input(0);
    for (std::uint32_t i = 1; i < 1'000; ++i)
        chain = program.apply(Op::Multiply, program.apply(Op::Add, chain, program.input(i)), chain);
    CHECK(schedule(program, std::array{chain}).registers <= 2);

    std::vector<NodeId> level;
    for (std::uint32_t i = 0; i < 1'024; ++i) level.push_back(program.input(i));
    while (level.size() > 1) {
        std::vector<NodeId> next;
        for (std::size_t i = 0; i < level.size(); i += 2)
            next.push_back(program.apply(Op::Min, level[i], level[i + 1]));
        level = next;
    }
    CHECK(schedule(program, std::array{level[0]}).registers == 10);  // Ershov's number
}

TEST_CASE("a series of 100,000 months is scheduled without recursion") {
    Program program;
    NodeId users = program.input(0);
    for (int month = 0; month < 100'000; ++month)
        users = program.apply(Op::Add, program.apply(Op::Multiply, users, program.input(1)),
                              program.input(2));
    const Schedule plan = schedule(program, std::array{users});
    CHECK(plan.instructions.size() == 100'000);  // a multiplication and an addition at once
    CHECK(plan.registers == 1);
}
