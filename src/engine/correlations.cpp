#include "engine/correlations.h"

#include "base/order.h"
#include "base/text.h"
#include "math/copula.h"
#include "model/find.h"
#include "model/pointer.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace fulcrum {
namespace {

constexpr std::size_t most_names = 12;  // in a message

struct Pair {
    std::size_t one, other;  // inputs
    double rank;
    std::size_t entry;
    std::string path;
};

// The pairs that the document states, without those that are independent or never drawn.
std::vector<Pair> stated_pairs(const Document& document,
                               const std::vector<PlacedAssumption>& inputs) {
    std::map<std::string, std::size_t> drawn;
    for (std::size_t i = 0; i < inputs.size(); ++i)
        if (inputs[i].assumption->stream) drawn.emplace(inputs[i].id, i);
    std::vector<Pair> pairs;
    const auto add = [&](const std::string& one, const std::string& other, Pair pair) {
        const auto first = drawn.find(one), second = drawn.find(other);
        if (pair.rank == 0 || first == drawn.end() || second == drawn.end()) return;
        pair.one = first->second;
        pair.other = second->second;
        pairs.push_back(std::move(pair));
    };
    for (std::size_t c = 0; c < document.correlations.size(); ++c) {
        const Correlation& correlation = document.correlations[c];
        const std::string path = "/correlations" + pointer_step(c);
        if (correlation.rank)
            add(correlation.of[0], correlation.of[1], {0, 0, *correlation.rank, c, path + "/rank"});
        for (std::size_t row = 0; row < correlation.matrix.size(); ++row)
            for (std::size_t column = 0; column < row; ++column)
                add(correlation.of[column], correlation.of[row],
                    {0, 0, correlation.matrix[row][column], c,
                     path + "/matrix" + pointer_step(row) + pointer_step(column)});
    }
    return pairs;
}

// Inputs that hang together by pairs, and these pairs.
struct Connected {
    std::vector<std::size_t> members;  // inputs, by rising stream
    std::vector<const Pair*> pairs;    // as stated
};

// The groups by their first members.
std::vector<Connected> connected(const std::vector<PlacedAssumption>& inputs,
                                 const std::vector<Pair>& pairs) {
    std::vector<std::size_t> parent(inputs.size());
    std::iota(parent.begin(), parent.end(), std::size_t{0});
    const auto root_of = [&parent](std::size_t input) {
        while (parent[input] != input) input = parent[input] = parent[parent[input]];
        return input;
    };
    for (const Pair& pair : pairs) parent[root_of(pair.one)] = root_of(pair.other);

    const auto stream = [&inputs](std::size_t input) {
        return static_cast<double>(*inputs[input].assumption->stream);
    };
    std::vector<std::size_t> members;
    for (const Pair& pair : pairs) members.insert(members.end(), {pair.one, pair.other});
    sort_by(members, stream);
    members.erase(std::unique(members.begin(), members.end()), members.end());

    std::vector<Connected> groups;
    std::map<std::size_t, std::size_t> group_of_root;
    for (const std::size_t member : members) {
        const auto [place, is_new] = group_of_root.emplace(root_of(member), groups.size());
        if (is_new) groups.emplace_back();
        groups[place->second].members.push_back(member);
    }
    for (const Pair& pair : pairs)
        groups[group_of_root.at(root_of(pair.one))].pairs.push_back(&pair);
    return groups;
}

std::string names(const std::vector<std::string>& ids) {
    const std::size_t shown = ids.size() > most_names ? most_names - 1 : ids.size();
    std::string text;
    for (std::size_t k = 0; k < shown; ++k) {
        if (k > 0) text += k + 1 == ids.size() ? " and " : ", ";
        text += "'" + ids[k] + "'";
    }
    if (shown < ids.size()) text += " and " + std::to_string(ids.size() - shown) + " more";
    return text;
}

// Rounded to as few decimals, two or more, as show that it is another number.
double rounded(double number, double other) {
    double unit = 100, result = number;
    do {
        result = std::round(number * unit) / unit;
        unit *= 10;
    } while (result == other && unit < 1e15);
    return result;
}

class GroupCompiler {
  public:
    GroupCompiler(const std::vector<PlacedAssumption>& inputs, const Connected& group)
        : inputs_(inputs),
          members_(group.members),
          pairs_(group.pairs),
          rank_(group.members.size(), group.members.size()) {
        for (std::size_t m = 0; m < members_.size(); ++m) rank_.row(m)[m] = 1;
        std::map<std::size_t, std::size_t> place;
        for (std::size_t m = 0; m < members_.size(); ++m) place.emplace(members_[m], m);
        for (const Pair* pair : pairs_) {
            const std::size_t one = place.at(pair->one), other = place.at(pair->other);
            rank_.row(one)[other] = rank_.row(other)[one] = pair->rank;
        }
    }

    void compile(bool repair, CompiledCorrelations& into) const {
        Grid normal = rank_;
        for (std::size_t row = 0; row < normal.rows(); ++row)
            for (std::size_t column = 0; column < normal.rows(); ++column)
                if (row != column)
                    normal.row(row)[column] = normal_correlation(rank_.row(row)[column]);
        std::optional<Grid> factor = cholesky(normal);
        if (!factor) {
            const Grid nearest = nearest_correlation(normal);
            RepairedCorrelations repaired = most_moved(nearest);
            if (!repair) {
                into.diagnostics.push_back(contradiction(repaired));
                return;
            }
            factor = cholesky(nearest);
            into.repaired.push_back(std::move(repaired));
        }
        CorrelatedGroup group;
        for (const std::size_t member : members_) {
            group.inputs.push_back(static_cast<std::uint32_t>(member));
            group.streams.push_back(
                static_cast<std::uint32_t>(*inputs_[member].assumption->stream));
        }
        group.factor = *std::move(factor);
        into.groups.push_back(std::move(group));
    }

  private:
    const std::string& id(std::size_t member) const { return inputs_[members_[member]].id; }

    RepairedCorrelations most_moved(const Grid& nearest) const {
        RepairedCorrelations result;
        for (std::size_t m = 0; m < members_.size(); ++m) result.inputs.push_back(id(m));
        double farthest = -1;
        for (std::size_t row = 0; row < members_.size(); ++row)
            for (std::size_t column = 0; column < row; ++column) {
                const double from = rank_.row(row)[column];
                const double to = rank_correlation(nearest.row(row)[column]);
                if (std::fabs(to - from) <= farthest) continue;
                farthest = std::fabs(to - from);
                result.first = id(column);
                result.second = id(row);
                result.from = from;
                result.to = rounded(to, from);
            }
        return result;
    }

    Error contradiction(const RepairedCorrelations& repaired) const {
        std::string path = "/correlations" + pointer_step(pairs_.front()->entry);
        for (const Pair* pair : pairs_) {
            const std::string &one = inputs_[pair->one].id, &other = inputs_[pair->other].id;
            const bool is_it = (one == repaired.first && other == repaired.second) ||
                               (one == repaired.second && other == repaired.first);
            if (is_it) path = pair->path;
        }
        return {.path = std::move(path),
                .message = "the correlations of " + names(repaired.inputs) +
                           " contradict each other, no numbers have them all; the nearest that "
                           "are possible have " +
                           shortest(repaired.to) + " between '" + repaired.first + "' and '" +
                           repaired.second + "', not " + shortest(repaired.from) +
                           ": change them, or set repair_correlations to true in simulation"};
    }

    const std::vector<PlacedAssumption>& inputs_;
    const std::vector<std::size_t>& members_;
    const std::vector<const Pair*>& pairs_;
    Grid rank_;  // [member][member]
};

}  // namespace

CompiledCorrelations compile_correlations(const Document& document) {
    CompiledCorrelations result;
    if (document.correlations.empty()) return result;
    const std::vector<PlacedAssumption> inputs = assumptions_of(document);
    const std::vector<Pair> pairs = stated_pairs(document, inputs);
    for (const Connected& group : connected(inputs, pairs))
        GroupCompiler(inputs, group).compile(document.simulation.repair_correlations, result);
    return result;
}

}  // namespace fulcrum
