#include "expr/program.h"

#include "base/bits.h"
#include "expr/functions.h"
#include "expr/kernels.h"
#include "expr/simplify.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <utility>

namespace fulcrum {
namespace {

// The finaliser of SplitMix64. Source: G. L. Steele, D. Lea, C. H. Flood, "Fast Splittable
// Pseudorandom Number Generators", OOPSLA 2014.
std::uint64_t mixed(std::uint64_t z) {
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

std::uint64_t hash(const ProgramNode& node) {
    std::uint64_t h = mixed(static_cast<std::uint64_t>(node.op) + 0x9e3779b97f4a7c15u);
    h = mixed(h ^ (std::uint64_t{node.a} << 32 | node.b));
    return mixed(h ^ node.c ^ mixed(bits_of(node.constant)));
}

bool commutes(Op op) {
    constexpr std::array list = {Op::Add, Op::Multiply, Op::Equal, Op::NotEqual, Op::And, Op::Or};
    return std::find(list.begin(), list.end(), op) != list.end();
}

}  // namespace

bool ProgramNode::operator==(const ProgramNode& other) const {
    return op == other.op && a == other.a && b == other.b && c == other.c &&
           bits_of(constant) == bits_of(other.constant);
}

NodeId Program::constant(double value) {
    ProgramNode node;
    node.constant = value == value ? value : kernel::not_a_number;  // one node for all of them
    return intern(node);
}

NodeId Program::input(std::uint32_t index) {
    ProgramNode node;
    node.op = Op::Input;
    node.a = index;
    return intern(node);
}

NodeId Program::apply(Op op, NodeId a, NodeId b, NodeId c) {
    const int count = fulcrum::operands(op);
    assert(count > 0);
    if (count < 2) b = 0;
    if (count < 3) c = 0;
    assert(a < nodes_.size() && b < nodes_.size() && c < nodes_.size());

    const std::array ids = {a, b, c};
    if (std::all_of(ids.begin(), ids.begin() + count,
                    [this](NodeId id) { return is_constant(id); })) {
        const double value =
            kernel::apply(op, nodes_[a].constant, nodes_[b].constant, nodes_[c].constant);
        if (std::isfinite(value)) return constant(value);
    }

    if (commutes(op)) {
        const bool constant_first = is_constant(a) && !is_constant(b);
        const bool constant_last = is_constant(b) && !is_constant(a);
        if (constant_first || (!constant_last && a > b)) std::swap(a, b);
    }
    if (const auto simpler = simplified(*this, op, a, b, c)) return *simpler;

    ProgramNode node;
    node.op = op;
    node.a = a;
    node.b = b;
    node.c = c;
    return intern(node);
}

NodeId Program::over(std::uint32_t function, std::span<const NodeId> operands) {
    assert(!operands.empty());
    std::vector<double> values;
    std::uint64_t key = mixed(function);
    for (const NodeId operand : operands) {
        assert(operand < nodes_.size());
        if (is_constant(operand)) values.push_back(nodes_[operand].constant);
        key = mixed(key ^ operand);
    }
    if (values.size() == operands.size()) {
        const double value = formula_functions()[function].value(values);
        if (std::isfinite(value)) return constant(value);
    }

    const auto [first, last] = by_hash_.equal_range(key);
    Room room{};
    for (auto same = first; same != last; ++same) {
        const ProgramNode& known = nodes_[same->second];
        const auto own = this->operands(same->second, room);
        if (known.op == Op::Series && known.a == function &&
            std::equal(own.begin(), own.end(), operands.begin(), operands.end()))
            return same->second;
    }
    ProgramNode node;
    node.op = Op::Series;
    node.a = function;
    node.b = static_cast<NodeId>(list_.size());
    node.c = static_cast<NodeId>(operands.size());
    list_.insert(list_.end(), operands.begin(), operands.end());
    return append(key, node);
}

std::span<const NodeId> Program::operands(NodeId node, Room& room) const {
    const ProgramNode& own = nodes_[node];
    if (own.op == Op::Series) return std::span(list_).subspan(own.b, own.c);
    room = {own.a, own.b, own.c};
    return std::span(room).first(static_cast<std::size_t>(fulcrum::operands(own.op)));
}

NodeId Program::intern(const ProgramNode& node) {
    const std::uint64_t key = hash(node);
    const auto [first, last] = by_hash_.equal_range(key);
    for (auto same = first; same != last; ++same)
        if (nodes_[same->second] == node) return same->second;

    return append(key, node);
}

NodeId Program::append(std::uint64_t key, const ProgramNode& node) {
    const auto id = static_cast<NodeId>(nodes_.size());
    traits_.push_back(traits_of(*this, node));
    nodes_.push_back(node);
    by_hash_.emplace(key, id);
    return id;
}

}  // namespace fulcrum
