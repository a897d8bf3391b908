#include "engine/correlated_draws.h"

#include "math/elementary.h"
#include "math/random.h"

#include <algorithm>
#include <cassert>

namespace fulcrum {
namespace {

// Does the member's draw depend on another stream than its own?
bool is_mixed(const CorrelatedGroup& group, std::size_t member) {
    const auto row = group.factor.row(member).first(member);
    return std::any_of(row.begin(), row.end(), [](double part) { return part != 0; });
}

// [member] whose normal numbers some wanted and mixed member needs.
std::vector<bool> needed(const CorrelatedGroup& group, std::span<double* const> u) {
    std::vector<bool> needs(u.size(), false);
    for (std::size_t member = 0; member < u.size(); ++member) {
        if (u[member] == nullptr || !is_mixed(group, member)) continue;
        for (std::size_t k = 0; k <= member; ++k)
            if (group.factor.row(member)[k] != 0) needs[k] = true;
    }
    return needs;
}

// Into (0, 1), to a multiple of 2^-53 so that 1 - u is exact.
void to_uniforms(std::span<double> y) {
    constexpr double least = 0x1p-53;
    elementary::normal_cdf(y, y);
    for (double& u : y) u = std::clamp(1.0 - (1.0 - u), least, 1.0 - least);
}

}  // namespace

void correlated_uniforms(const CorrelatedGroup& group, std::uint64_t seed, std::size_t first_draw,
                         std::size_t count, std::span<double* const> u) {
    assert(u.size() == group.streams.size());
    const std::vector<bool> needs = needed(group, u);
    Grid z(u.size(), count);
    for (std::size_t member = 0; member < u.size(); ++member) {
        if (!needs[member]) continue;
        uniforms({.seed = seed}, group.streams[member], first_draw, z.row(member));
        elementary::normal_quantile(z.row(member), z.row(member));
    }
    for (std::size_t member = 0; member < u.size(); ++member) {
        if (u[member] == nullptr) continue;
        const std::span<double> own(u[member], count);
        if (!is_mixed(group, member)) {
            uniforms({.seed = seed}, group.streams[member], first_draw, own);
            continue;
        }
        std::fill(own.begin(), own.end(), 0.0);
        for (std::size_t k = 0; k <= member; ++k) {
            const double part = group.factor.row(member)[k];
            if (part == 0) continue;
            const auto normal = z.row(k);
            for (std::size_t i = 0; i < count; ++i) own[i] += part * normal[i];
        }
        to_uniforms(own);
    }
}

void correlated_uniforms(const CorrelatedGroup& group, std::uint64_t seed, std::size_t member,
                         std::size_t first_draw, std::span<double> u) {
    std::vector<double*> wanted(group.streams.size(), nullptr);
    wanted[member] = u.data();
    correlated_uniforms(group, seed, first_draw, u.size(), wanted);
}

}  // namespace fulcrum
