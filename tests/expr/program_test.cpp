#include "expr/program.h"

#include "expr/kernels.h"
#include "oracle/run.h"

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <limits>
#include <vector>

using namespace fulcrum;
using oracle::same_bits;
using oracle::same_value;

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
constexpr double tiny = std::numeric_limits<double>::denorm_min();
const std::vector<double> specials = {0.0,  -0.0,  1.0,   -1.0,   2.0,      -2.0,      0.5,
                                      3.0,  -3.5,  1e308, -1e308, infinite, -infinite, not_a_number,
                                      tiny, -tiny, 0.25,  1e-300, 8.0,      0x1p1000};

constexpr std::array unary = {Op::Negate, Op::Abs,  Op::Sqrt,  Op::Exp, Op::Log,
                              Op::Floor,  Op::Ceil, Op::Round, Op::Not};
constexpr std::array binary = {Op::Add,      Op::Subtract, Op::Multiply, Op::Divide,    Op::Power,
                               Op::Min,      Op::Max,      Op::Less,     Op::LessEqual, Op::Equal,
                               Op::NotEqual, Op::And,      Op::Or};

// x and y run over all pairs of specials.
struct Pairs {
    std::vector<std::vector<double>> columns{2};
    Pairs() {
        for (const double x : specials)
            for (const double y : specials) {
                columns[0].push_back(x);
                columns[1].push_back(y);
            }
    }
};

// The node's values over all pairs; each must be what `expected` makes of x and y, to the bit where
// that is finite.
template <class Expected>
bool gives(const Program& program, NodeId node, const Pairs& pairs, Expected expected) {
    const auto values = oracle::run(program, std::array{node}, pairs.columns)[0];
    for (std::size_t p = 0; p < values.size(); ++p)
        if (!same_value(values[p], expected(pairs.columns[0][p], pairs.columns[1][p])))
            return false;
    return true;
}

}  // namespace

TEST_CASE("equal expressions are one node, in either order where it does not matter") {
    Program program;
    const NodeId x = program.input(0), y = program.input(1);
    CHECK(program.input(0) == x);
    CHECK(program.apply(Op::Add, x, y) == program.apply(Op::Add, y, x));
    CHECK(program.apply(Op::Multiply, x, y) == program.apply(Op::Multiply, y, x));
    CHECK(program.apply(Op::Subtract, x, y) != program.apply(Op::Subtract, y, x));
    CHECK(program.apply(Op::Min, x, y) != program.apply(Op::Min, y, x));
    CHECK(program.constant(not_a_number) == program.constant(-not_a_number));
    CHECK(program.constant(0.0) != program.constant(-0.0));

    const auto expression = [&] {
        const NodeId sum = program.apply(Op::Add, x, program.constant(2));
        return program.apply(Op::If, program.apply(Op::Less, x, y), sum, y);
    };
    const NodeId first = expression();
    const std::size_t size = program.nodes().size();
    CHECK(expression() == first);
    CHECK(program.nodes().size() == size);
}

TEST_CASE("programs made in the same way are equal, not-a-number included") {
    const auto make = [](double value) {
        Program program;
        program.apply(Op::Max, program.input(0), program.constant(value));
        program.constant(not_a_number);
        return program;
    };
    CHECK(make(1) == make(1));
    CHECK_FALSE(make(0.0) == make(-0.0));
}

TEST_CASE("operands come before what uses them") {
    Program program;
    NodeId node = program.input(0);
    for (int i = 0; i < 100; ++i)
        node = program.apply(i % 2 == 0 ? Op::Add : Op::Min, program.input(1), node);
    for (NodeId id = 0; id < program.nodes().size(); ++id) {
        const ProgramNode& n = program.nodes()[id];
        if (operands(n.op) > 0) CHECK(n.a < id);
        if (operands(n.op) > 1) CHECK(n.b < id);
    }
}

TEST_CASE("a folded constant has the bits of the computed value, and is a finite one") {
    Program program;
    const NodeId x = program.input(0), y = program.input(1);
    for (const Op op : binary) {
        const NodeId computed = program.apply(op, x, y);
        const Pairs pairs;
        const auto values = oracle::run(program, std::array{computed}, pairs.columns)[0];
        for (std::size_t p = 0; p < values.size(); ++p) {
            const NodeId folded = program.apply(op, program.constant(pairs.columns[0][p]),
                                                program.constant(pairs.columns[1][p]));
            CHECK(same_value(oracle::run(program, std::array{folded}, {})[0][0], values[p]));
            if (!std::isfinite(values[p])) continue;
            REQUIRE(program.is_constant(folded));
            CHECK(same_bits(program.nodes()[folded].constant, values[p]));
        }
    }
}

TEST_CASE("simplified to the bit: every operation with a constant on either side") {
    const Pairs pairs;
    for (const Op op : binary)
        for (const double c : specials) {
            CAPTURE(static_cast<int>(op));
            CAPTURE(c);
            Program program;
            const NodeId x = program.input(0), constant = program.constant(c);
            CHECK(gives(program, program.apply(op, x, constant), pairs,
                        [&](double v, double) { return kernel::apply(op, v, c, 0); }));
            CHECK(gives(program, program.apply(op, constant, x), pairs,
                        [&](double v, double) { return kernel::apply(op, c, v, 0); }));
            CHECK(gives(program, program.apply(op, x, x), pairs,
                        [&](double v, double) { return kernel::apply(op, v, v, 0); }));
        }
}

TEST_CASE("simplified to the bit: one operation inside another") {
    const Pairs pairs;
    for (const Op outer : binary)
        for (const Op inner : binary) {
            Program program;
            const NodeId x = program.input(0), y = program.input(1);
            const NodeId in = program.apply(inner, x, y);
            for (const double c : {0.0, -0.0, 1.0, -1.0, 2.0, not_a_number}) {
                const NodeId constant = program.constant(c);
                CAPTURE(static_cast<int>(outer));
                CAPTURE(static_cast<int>(inner));
                CAPTURE(c);
                CHECK(gives(program, program.apply(outer, in, constant), pairs,
                            [&](double v, double w) {
                                return kernel::apply(outer, kernel::apply(inner, v, w, 0), c, 0);
                            }));
            }
        }
    for (const Op outer : unary)
        for (const Op inner : unary) {
            Program program;
            const NodeId in = program.apply(inner, program.input(0));
            CHECK(gives(program, program.apply(outer, in), pairs, [&](double v, double) {
                return kernel::apply(outer, kernel::apply(inner, v, 0, 0), 0, 0);
            }));
        }
    for (const Op outer : binary)
        for (const Op inner : unary) {
            Program program;
            const NodeId y = program.input(1), in = program.apply(inner, program.input(0));
            CHECK(gives(program, program.apply(outer, in, y), pairs, [&](double v, double w) {
                return kernel::apply(outer, kernel::apply(inner, v, 0, 0), w, 0);
            }));
            CHECK(gives(program, program.apply(outer, y, in), pairs, [&](double v, double w) {
                return kernel::apply(outer, w, kernel::apply(inner, v, 0, 0), 0);
            }));
            const NodeId turned = program.apply(inner, program.apply(outer, program.input(0), y));
            CHECK(gives(program, turned, pairs, [&](double v, double w) {
                return kernel::apply(inner, kernel::apply(outer, v, w, 0), 0, 0);
            }));
        }
}

TEST_CASE("simplified to the bit: conditions") {
    const Pairs pairs;
    for (const Op op : binary)
        for (const double c : {0.0, -0.0, 1.0, not_a_number}) {
            Program program;
            const NodeId x = program.input(0), y = program.input(1);
            const NodeId condition = program.apply(op, x, program.constant(c));
            const auto expected = [&](double v, double w) {
                return kernel::choose(kernel::apply(op, v, c, 0), v, w);
            };
            CHECK(gives(program, program.apply(Op::If, condition, x, y), pairs, expected));
            const NodeId opposite = program.apply(Op::Not, condition);
            CHECK(gives(program, program.apply(Op::If, opposite, y, x), pairs, expected));
            CHECK(gives(program, program.apply(Op::Not, opposite), pairs, [&](double v, double) {
                return kernel::logical_not(kernel::logical_not(kernel::apply(op, v, c, 0)));
            }));
        }
}

TEST_CASE(
    "an operation has no finite result where an operand has none; a branch not chosen is none") {
    const auto undefined = [](double v) { return !std::isfinite(v); };
    for (const Op op : unary)
        for (const double v : specials)
            if (undefined(v)) CHECK(undefined(kernel::apply(op, v, 0, 0)));
    for (const Op op : binary)
        for (const double v : specials)
            for (const double w : specials) {
                CAPTURE(static_cast<int>(op));
                CAPTURE(v);
                CAPTURE(w);
                if (undefined(v) || undefined(w)) CHECK(undefined(kernel::apply(op, v, w, 0)));
            }
    for (const double condition : specials)
        for (const double v : specials)
            for (const double w : specials) {
                const double chosen = kernel::choose(condition, v, w);
                const double branch = condition != 0 ? v : w;
                if (undefined(condition))
                    CHECK(undefined(chosen));
                else
                    CHECK(same_value(chosen, branch));
            }
}

TEST_CASE("an operation on constants that has no finite result stays, and is computed") {
    Program p;
    const auto c = [&](double value) { return p.constant(value); };
    for (const NodeId node :
         {p.apply(Op::Divide, c(1), c(0)), p.apply(Op::Log, c(0)), p.apply(Op::Exp, c(1000)),
          p.apply(Op::Sqrt, c(-1)), p.apply(Op::Power, c(0), c(-1)),
          p.apply(Op::Multiply, c(1e200), c(1e200)), p.apply(Op::Divide, c(1e300), c(0x1p-900))}) {
        CHECK_FALSE(p.is_constant(node));
        const NodeId on_top = p.apply(Op::Min, p.apply(Op::Divide, c(5), node), c(7));
        CHECK_FALSE(p.is_constant(on_top));
        const auto values = oracle::run(p, std::array{node, on_top}, {{1, 2, 3}});
        for (const double value : values[1]) CHECK_FALSE(std::isfinite(value));
        CHECK(oracle::run(p, std::array{p.apply(Op::If, c(0), node, c(3))}, {})[0][0] == 3);
    }
}

TEST_CASE("what is simplified away") {
    Program p;
    const NodeId x = p.input(0), y = p.input(1);
    const auto c = [&](double value) { return p.constant(value); };
    CHECK(p.apply(Op::Multiply, c(1), x) == x);
    CHECK(p.apply(Op::Divide, x, c(1)) == x);
    CHECK(p.apply(Op::Subtract, x, c(0)) == x);
    CHECK(p.apply(Op::Power, x, c(1)) == x);
    CHECK(p.apply(Op::Power, x, c(2)) == p.apply(Op::Multiply, x, x));
    CHECK(p.apply(Op::Divide, x, c(4)) == p.apply(Op::Multiply, x, c(0.25)));
    CHECK(p.apply(Op::Negate, p.apply(Op::Negate, x)) == x);
    CHECK(p.apply(Op::Add, x, p.apply(Op::Negate, y)) == p.apply(Op::Subtract, x, y));
    CHECK(p.apply(Op::If, c(2), x, y) == x);
    CHECK(p.apply(Op::If, c(0), x, y) == y);
    CHECK(p.is_constant(p.apply(Op::If, c(not_a_number), x, y)));
    const NodeId less = p.apply(Op::Less, x, y);
    CHECK(p.apply(Op::And, less, c(1)) == less);
    CHECK(p.apply(Op::Or, c(0), less) == less);
    CHECK(p.apply(Op::Not, less) == p.apply(Op::LessEqual, y, x));
    CHECK(p.apply(Op::Floor, less) == less);

    // a sum with a row that is switched off: only the first 0 stays, because x may be -0
    const NodeId sum = p.apply(Op::Add, p.apply(Op::Add, x, c(0)), y);
    CHECK(p.apply(Op::Add, sum, c(0)) == sum);
}

TEST_CASE("what is not the same to the bit stays") {
    Program p;
    const NodeId x = p.input(0);
    for (const NodeId node :
         {p.apply(Op::Multiply, x, p.constant(0)), p.apply(Op::Add, x, p.constant(0)),
          p.apply(Op::Subtract, x, x), p.apply(Op::Divide, x, x),
          p.apply(Op::Power, x, p.constant(0)), p.apply(Op::Divide, x, p.constant(3)),
          p.apply(Op::And, x, p.constant(0)), p.apply(Op::Equal, x, x)}) {
        CHECK(node != x);
        CHECK_FALSE(p.is_constant(node));
    }
}
