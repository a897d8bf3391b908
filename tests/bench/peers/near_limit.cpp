// near_limit FILE DRAWS REPEATS: the model of tests/bench/model.json written by hand as one loop,
// to tell how far the engine is from what the machine can do. Every marginal by inversion of one
// uniform: a closed form, a table of quantiles or a guided search. A counter hashed twice gives the
// uniform.
#include "bench/cpu_clock.h"
#include "bench/outcome.h"
#include "math/statistics.h"

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <iostream>

namespace fulcrum {
namespace {

constexpr std::size_t block = 256,
                      stride = 272;  // doubles; padded, so that rows fall into different cache sets
constexpr double ulp = 0x1p-32;      // a uniform is (x + 1/2) ulp, x of 32 bits

// The assumptions, in the document's order.
enum Input : std::size_t {
    outages,
    outage_cost,
    hotfixes,
    hotfix_cost,
    leavers,
    turnover_cost,
    eng_rate,
    fix_weeks,
    full_weeks,
    team,
    users0,
    growth,
    churn,
    arpu,
    cac,
    marketing,
    infra,
    delay_loss,
    fix_effect,
    support,
    input_count
};
constexpr std::size_t option_count = 3;

using Bits = std::array<std::uint32_t, block>;

// x[i] is a hash of draw first + i: two rounds of C. Wellons's lowbias32, keyed by the stream.
void hashed(std::uint32_t stream, std::uint32_t first, Bits& x) {
    const std::uint32_t key = stream * 0x9e3779b9 + 0x5eed1234;
    const auto mixed = [](std::uint32_t h) {
        h = (h ^ (h >> 16)) * 0x7feb352d;
        h = (h ^ (h >> 15)) * 0x846ca68b;
        return h ^ (h >> 16);
    };
    for (std::uint32_t i = 0; i < block; ++i) x[i] = mixed(mixed((first + i) ^ key) + key);
}

// (x + 1/2) exactly, through the fast conversion of int32.
double with_half(std::uint32_t x) {
    return static_cast<double>(static_cast<std::int32_t>(x ^ 0x80000000)) + 2147483648.5;
}

struct Uniform {
    double low = 0, width = 0;
    void fill(const Bits& bits, double* x) const {
        const double from = low, step = width * ulp;
#pragma clang loop vectorize(assume_safety)
        for (std::size_t i = 0; i < block; ++i) x[i] = from + with_half(bits[i]) * step;
    }
};

struct Triangular {
    double low = 0, mode = 0, high = 0;
    void fill(const Bits& bits, double* x) const {
        const double from = low, to = high, at_mode = (mode - low) / (high - low);
        const double rising = (high - low) * (mode - low), falling = (high - low) * (high - mode);
#pragma clang loop vectorize(assume_safety)
        for (std::size_t i = 0; i < block; ++i) {
            const double u = with_half(bits[i]) * ulp;
            const double below = u * rising, above = (1.0 - u) * falling;
            const double root = std::sqrt(u < at_mode ? below : above);
            x[i] = u < at_mode ? from + root : to - root;
        }
    }
};

// Quantiles at 64 knots to each octave of the distance from either end, straight lines between
// them.
class Smooth {
  public:
    explicit Smooth(const ModelInput& input) : quantile_(2 * side) {
        for (std::size_t k = 0; k < side; ++k) {
            const double distance =
                std::bit_cast<double>((first_octave + k) << fraction_bits) * ulp;
            quantile_[k] = distance;
            quantile_[side + k] = 1.0 - distance;
        }
        input.family->quantile(input.parameters, quantile_, quantile_);
    }
    void fill(const Bits& bits, double* x) const {
        const double* quantile = quantile_.data();
#pragma clang loop vectorize(assume_safety)
        for (std::size_t i = 0; i < block; ++i) {
            const std::uint32_t upper = bits[i] >> 31;
            const std::uint32_t distance = bits[i] ^ (0u - upper);
            const auto v = std::bit_cast<std::uint64_t>(
                static_cast<double>(static_cast<std::int32_t>(distance)) + 0.5);
            const auto knot = static_cast<std::int32_t>((v >> fraction_bits) - first_octave);
            const double along =
                std::bit_cast<double>((v & fraction) << 6 | 0x3ff0000000000000) - 1.0;
            const double* q = quantile + static_cast<std::int32_t>(upper * side) + knot;
            x[i] = q[0] + along * (q[1] - q[0]);
        }
    }

  private:
    static constexpr std::uint64_t fraction_bits = 46;  // 52 less the 6 that name one of 64 knots
    static constexpr std::uint64_t fraction = (std::uint64_t{1} << fraction_bits) - 1;
    static constexpr std::uint64_t first_octave = 1022 << 6;  // exponent and knot of 1/2
    static constexpr std::size_t side = 32 * 64 + 1;
    std::vector<double> quantile_;
};

// Whole numbers or listed values: the first one whose cumulative probability is beyond u.
class Steps {
  public:
    explicit Steps(const ModelInput& input) {
        std::vector<double> u(guide_.size() * 16), x(u.size());
        for (std::size_t k = 0; k < u.size(); ++k)
            u[k] = (static_cast<double>(k) + 0.5) / static_cast<double>(u.size());
        input.family->quantile(input.parameters, u, x);
        for (std::size_t k = 0; k < u.size(); ++k)
            if (k == 0 || x[k] != x[k - 1]) add(input, x[k], k == 0 ? 0.0 : u[k - 1], u[k]);
        std::size_t step = 0;
        for (std::size_t g = 0; g < guide_.size(); ++g) {
            while (end_[step] <= static_cast<double>(g) * 0x1p20) ++step;
            guide_[g] = static_cast<std::uint8_t>(step);
        }
    }
    void fill(const Bits& bits, double* x) const {
        for (std::size_t i = 0; i < block; ++i) {
            std::size_t step = guide_[bits[i] >> 20];
            while (with_half(bits[i]) >= end_[step]) ++step;
            x[i] = value_[step];
        }
    }

  private:
    // The next value begins between two uniforms: halve until 32 bits know where.
    void add(const ModelInput& input, double value, double before, double at) {
        if (!value_.empty()) {
            for (int halving = 0; halving < 32; ++halving) {
                double middle = (before + at) / 2, found = 0;
                input.family->quantile(input.parameters, {&middle, 1}, {&found, 1});
                (found < value ? before : at) = middle;
            }
            end_.back() = at / ulp;
        }
        value_.push_back(value);
        end_.push_back(0x1p33);  // for the time being the last one
    }
    std::vector<double> value_, end_;  // end in units of 2^-32
    std::array<std::uint8_t, 4096> guide_{};
};

using Marginal = std::variant<Uniform, Triangular, Smooth, Steps>;

std::vector<Marginal> marginals_of(const BenchDecision& decision) {
    std::vector<Marginal> marginals;
    for (std::size_t k = 0; k < decision.model.inputs.size(); ++k) {
        const ModelInput& input = decision.model.inputs[k];
        const Assumption& range = decision.document.assumptions[k];
        if (!input.family->continuous)
            marginals.emplace_back(Steps(input));
        else if (input.family->id == "uniform")
            marginals.emplace_back(Uniform{*range.low, *range.high - *range.low});
        else if (input.family->id == "triangular")
            marginals.emplace_back(Triangular{*range.low, range.base, *range.high});
        else
            marginals.emplace_back(Smooth(input));
    }
    return marginals;
}

std::array<double, 13> discounts() {
    std::array<double, 13> discount{1.0};
    for (std::size_t month = 1; month < discount.size(); ++month)
        discount[month] = discount[month - 1] * 0.99;
    return discount;
}

// net[option] are the net values of the block's draws; x holds the inputs, one row of `stride`
// each.
void evaluate(const double* x, const std::array<double*, option_count>& net) {
    const std::array<double, 13> discount = discounts();
    double *const net_a = net[0], *const net_b = net[1], *const net_c = net[2];
#pragma clang loop vectorize(assume_safety)
    for (std::size_t i = 0; i < block; ++i) {
        const auto in = [&](Input input) { return x[input * stride + i]; };
        const double rate = in(team)*in(eng_rate), margin = in(arpu)-in(support),
                     grows = 1 + in(growth);
        const double left_b = 1 - in(fix_effect), left_c = left_b * left_b;
        const double outage = in(outages)*in(outage_cost), hotfix = in(hotfixes)*in(hotfix_cost);
        const double turnover = in(leavers)*in(turnover_cost);
        const double cost_a = outage + hotfix + turnover + 0.5 * in(outages)*rate +
                              15.6 * in(infra) + 0.2 * in(outages)*in(users0)*in(support);
        const double cost_b = in(fix_weeks) * (rate + in(delay_loss)) + left_b * (outage + hotfix) +
                              0.5 * turnover + 12 * in(infra);
        const double cost_c = in(full_weeks) * (rate + in(delay_loss)) +
                              left_c * (outage + hotfix) + 0.25 * turnover + 10.8 * in(infra);

        const double lost = 0.08 * in(outages);
        const double keep_a = 1 - in(churn) * (1 + lost),
                     keep_b = 1 - in(churn) * (1 + lost * left_b),
                     keep_c = 1 - in(churn) * (1 + lost * left_c);
        double won = in(marketing) / in(cac);
        double a = in(users0), b = in(users0) * (1 - in(fix_weeks) / 52),
               c = in(users0) * (1 - in(full_weeks) / 52);
        double sum_a = a, sum_b = b, sum_c = c;
#pragma clang loop unroll(full)
        for (std::size_t month = 1; month < 13; ++month) {
            a = a * keep_a + won;
            b = b * keep_b + won;
            c = c * keep_c + won;
            sum_a += discount[month] * a;
            sum_b += discount[month] * b;
            sum_c += discount[month] * c;
            won *= grows;
        }
        net_a[i] = sum_a * margin - cost_a;
        net_b[i] = sum_b * margin - cost_b;
        net_c[i] = sum_c * margin - cost_c;
    }
}

// What a run needs again and again.
struct Workspace {
    std::array<std::vector<double>, option_count> net;  // [option][draw]
    std::vector<double> x = std::vector<double>(input_count * stride);
    PercentileScratch scratch;
};

std::vector<OptionOutcome> summary(Workspace& workspace) {
    const auto& net = workspace.net;
    const std::size_t draws = net[0].size();
    std::array<std::size_t, option_count> best{};
    for (std::size_t d = 0; d < draws; ++d) {  // a tie has probability 0: net values are continuous
        const double a = net[0][d], b = net[1][d], c = net[2][d];
        best[0] += static_cast<std::size_t>((a >= b) & (a >= c));
        best[1] += static_cast<std::size_t>((b > a) & (b >= c));
    }
    best[2] = draws - best[0] - best[1];

    std::vector<OptionOutcome> outcomes;
    for (std::size_t option = 0; option < option_count; ++option) {
        std::array<double, 3> x{};
        percentiles(net[option], std::array{0.05, 0.5, 0.95}, x, workspace.scratch);
        const double share = static_cast<double>(best[option]) / static_cast<double>(draws);
        outcomes.push_back({mean(net[option]), x[0], x[1], x[2], share});
    }
    return outcomes;
}

std::vector<OptionOutcome> run(const std::vector<Marginal>& marginals, std::size_t draws,
                               Workspace& workspace) {
    auto& [net, x, scratch] = workspace;
    for (std::vector<double>& row : net) row.resize(draws);
    Bits bits{};
    for (std::size_t first = 0; first < draws; first += block) {
        for (std::size_t input = 0; input < input_count; ++input) {
            hashed(static_cast<std::uint32_t>(input), static_cast<std::uint32_t>(first), bits);
            double* const row = x.data() + input * stride;
            std::visit([&bits, row](const auto& marginal) { marginal.fill(bits, row); },
                       marginals[input]);
        }
        evaluate(x.data(), {&net[0][first], &net[1][first], &net[2][first]});
    }
    return summary(workspace);
}

}  // namespace
}  // namespace fulcrum

int main(int argc, char** argv) {
    using namespace fulcrum;
    if (argc != 4) {
        std::cerr << "usage: near_limit FILE DRAWS REPEATS\n";
        return 2;
    }
    const Result<BenchDecision> decision = bench_decision_in(argv[1]);
    const std::size_t draws = std::strtoul(argv[2], nullptr, 10);
    if (!decision || decision->model.inputs.size() != input_count || draws == 0 ||
        draws % block != 0) {
        std::cerr << "near_limit wants tests/bench/model.json and a multiple of " << block
                  << " draws\n";
        return 1;
    }
    const std::vector<Marginal> marginals = marginals_of(*decision);
    Workspace workspace;
    std::vector<OptionOutcome> found;
    const double time = median_cpu_ms(std::strtoul(argv[3], nullptr, 10),
                                      [&] { found = run(marginals, draws, workspace); });
    std::cout << timed_json(time, found);
    return 0;
}
