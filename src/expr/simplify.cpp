#include "expr/simplify.h"

#include <cmath>

namespace fulcrum {
namespace {

bool is(const Program& program, NodeId node, Op op) {
    return program.nodes()[node].op == op;
}

const ProgramNode& at(const Program& program, NodeId node) {
    return program.nodes()[node];
}

// A constant of this value; 0 and -0 are two.
bool is_value(const Program& program, NodeId node, double value) {
    const ProgramNode& n = at(program, node);
    return n.op == Op::Constant && n.constant == value &&
           std::signbit(n.constant) == std::signbit(value);
}

bool is_zero(const Program& program, NodeId node) {
    return program.is_constant(node) && at(program, node).constant == 0;
}

bool is_undefined(const Program& program, NodeId node) {
    return program.is_constant(node) && !std::isfinite(at(program, node).constant);
}

// 2^k, with an inverse that is exact.
bool is_power_of_two(double value) {
    int exponent = 0;
    return std::fabs(std::frexp(value, &exponent)) == 0.5 && exponent > -1020 && exponent < 1020;
}

using Simpler = std::optional<NodeId>;

Simpler simplified_add(Program& p, NodeId a, NodeId b) {
    if (is_value(p, b, -0.0)) return a;
    if (is_value(p, b, 0.0) && p.traits(a).never_minus_zero) return a;
    if (is(p, b, Op::Negate)) return p.apply(Op::Subtract, a, at(p, b).a);
    if (is(p, a, Op::Negate)) return p.apply(Op::Subtract, b, at(p, a).a);
    return {};
}

Simpler simplified_subtract(Program& p, NodeId a, NodeId b) {
    if (is_value(p, b, 0.0)) return a;
    if (is_value(p, b, -0.0) && p.traits(a).never_minus_zero) return a;
    if (is_value(p, a, -0.0)) return p.apply(Op::Negate, b);
    if (is(p, b, Op::Negate)) return p.apply(Op::Add, a, at(p, b).a);
    return {};
}

Simpler simplified_product(Program& p, Op op, NodeId a, NodeId b) {
    if (!p.is_constant(b)) return {};
    const double factor = at(p, b).constant;
    if (factor == 1) return a;
    if (factor == -1) return p.apply(Op::Negate, a);
    if (op == Op::Divide && is_power_of_two(factor))
        return p.apply(Op::Multiply, a, p.constant(1 / factor));
    return {};
}

Simpler simplified_power(Program& p, NodeId a, NodeId b) {
    if (!p.is_constant(b)) return {};
    const double exponent = at(p, b).constant;
    if (exponent == 1) return a;
    if (exponent == 2) return p.apply(Op::Multiply, a, a);
    if (exponent == -1) return p.apply(Op::Divide, p.constant(1), a);
    return {};
}

// 1 where a is not 0.
NodeId truth_of(Program& p, NodeId a) {
    return p.traits(a).truth ? a : p.apply(Op::NotEqual, a, p.constant(0));
}

Simpler simplified_not(Program& p, NodeId a) {
    const ProgramNode of = at(p, a);
    switch (of.op) {
        case Op::Less:
            return p.apply(Op::LessEqual, of.b, of.a);
        case Op::LessEqual:
            return p.apply(Op::Less, of.b, of.a);
        case Op::Equal:
            return p.apply(Op::NotEqual, of.a, of.b);
        case Op::NotEqual:
            return p.apply(Op::Equal, of.a, of.b);
        case Op::Not:
            return truth_of(p, of.a);
        default:
            return {};
    }
}

Simpler simplified_logic(Program& p, Op op, NodeId a, NodeId b) {
    if (a == b) return truth_of(p, a);
    if (p.is_constant(b) && is_zero(p, b) == (op == Op::Or)) return truth_of(p, a);
    return {};
}

Simpler simplified_if(Program& p, NodeId condition, NodeId then, NodeId otherwise) {
    if (p.is_constant(condition)) return is_zero(p, condition) ? otherwise : then;
    const ProgramNode test = at(p, condition);
    if (test.op == Op::Not) return p.apply(Op::If, test.a, otherwise, then);
    if (test.op == Op::NotEqual && is_zero(p, test.b))
        return p.apply(Op::If, test.a, then, otherwise);
    if (test.op == Op::Equal && is_zero(p, test.b)) return p.apply(Op::If, test.a, otherwise, then);
    return {};
}

Simpler simplified_unary(Program& p, Op op, NodeId a) {
    const Op inner = at(p, a).op;
    if (op == Op::Negate && inner == Op::Negate) return at(p, a).a;
    if (op == Op::Abs && inner == Op::Abs) return a;
    if (op == Op::Abs && inner == Op::Negate) return p.apply(Op::Abs, at(p, a).a);
    if (op == Op::Not) return simplified_not(p, a);
    const bool rounds = op == Op::Floor || op == Op::Ceil || op == Op::Round;
    if (rounds && p.traits(a).whole) return a;
    return {};
}

}  // namespace

std::optional<NodeId> simplified(Program& program, Op op, NodeId a, NodeId b, NodeId c) {
    if (is_undefined(program, a)) return a;
    if (operands(op) == 1) return simplified_unary(program, op, a);
    if (operands(op) == 2 && is_undefined(program, b)) return b;
    switch (op) {
        case Op::Add:
            return simplified_add(program, a, b);
        case Op::Subtract:
            return simplified_subtract(program, a, b);
        case Op::Multiply:
        case Op::Divide:
            return simplified_product(program, op, a, b);
        case Op::Power:
            return simplified_power(program, a, b);
        case Op::Min:
        case Op::Max:
            return a == b ? Simpler(a) : Simpler();
        case Op::NotEqual:
            return is_zero(program, b) && program.traits(a).truth ? Simpler(a) : Simpler();
        case Op::And:
        case Op::Or:
            return simplified_logic(program, op, a, b);
        case Op::If:
            return simplified_if(program, a, b, c);
        default:
            return {};
    }
}

NodeTraits traits_of(const Program& program, const ProgramNode& node) {
    const auto of = [&program](NodeId id) { return program.traits(id); };
    const auto both = [](const NodeTraits& a, const NodeTraits& b) {
        return NodeTraits{a.truth && b.truth, a.whole && b.whole,
                          a.never_minus_zero && b.never_minus_zero};
    };
    switch (node.op) {
        case Op::Constant: {
            const double value = node.constant;
            const bool minus_zero = value == 0 && std::signbit(value);
            return {(value == 0 && !minus_zero) || value == 1, std::trunc(value) == value,
                    !minus_zero};
        }
        case Op::Abs:
            return {of(node.a).truth, of(node.a).whole, true};
        case Op::Exp:
            return {false, false, true};
        case Op::Sqrt:
            return {false, false, of(node.a).never_minus_zero};
        case Op::Floor:
        case Op::Ceil:
        case Op::Round:
            return {false, true, false};
        case Op::Add:  // -0 only from two of them
            return {false, false, of(node.a).never_minus_zero || of(node.b).never_minus_zero};
        case Op::Subtract:  // -0 only from -0 - 0
            return {false, false, of(node.a).never_minus_zero};
        case Op::Min:
        case Op::Max:
            return both(of(node.a), of(node.b));
        case Op::If:
            return both(of(node.b), of(node.c));
        case Op::Less:
        case Op::LessEqual:
        case Op::Equal:
        case Op::NotEqual:
        case Op::And:
        case Op::Or:
        case Op::Not:
            return {true, true, true};
        default:
            return {};
    }
}

}  // namespace fulcrum
