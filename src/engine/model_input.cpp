#include "engine/model_input.h"

#include "base/text.h"
#include "math/quantile_table.h"

namespace fulcrum {
namespace {

std::string_view family_id(const Assumption& assumption) {
    if (!assumption.family.empty()) return assumption.family;
    return assumption.low || assumption.high ? "uniform" : "point";
}

double tail(Interval interval) {
    switch (interval) {
        case Interval::Ends:
            return 0.0;
        case Interval::P5P95:
            return 0.05;
        case Interval::P10P90:
            return 0.10;
        case Interval::P25P75:
            return 0.25;
    }
    return 0.0;
}

// The high probabilities as people write them, 0.95 and not 1 - 0.05.
double head(Interval interval) {
    switch (interval) {
        case Interval::Ends:
            return 1.0;
        case Interval::P5P95:
            return 0.95;
        case Interval::P10P90:
            return 0.90;
        case Interval::P25P75:
            return 0.75;
    }
    return 1.0;
}

Error unknown_family(const PlacedAssumption& placed) {
    std::vector<std::string> ids;
    for (const DistributionFamily* family : distribution_families()) ids.emplace_back(family->id);
    const std::string& named = placed.assumption->family;
    std::string message = "unknown family '" + named + "'";
    const std::string suggestion = did_you_mean(named, ids);
    if (suggestion.empty()) {
        message += "; known are";
        for (std::size_t f = 0; f < ids.size(); ++f) message += (f == 0 ? " " : ", ") + ids[f];
    }
    return {.path = placed.path + "/family", .message = message + suggestion};
}

// A key that its family would pass over in silence.
std::optional<Error> unused_key(const PlacedAssumption& placed, const DistributionFamily& family) {
    const Assumption& assumption = *placed.assumption;
    const struct {
        const char* key;
        bool is_unused;
    } keys[] = {{"sd", assumption.sd && !family.takes_sd},
                {"shape", assumption.shape && !family.takes_shape},
                {"trials", assumption.trials && !family.needs_trials},
                {"values", !assumption.values.empty() && !family.needs_values}};
    for (const auto& [key, is_unused] : keys)
        if (is_unused)
            return Error{.path = placed.path + "/" + key,
                         .message = "family " + std::string(family.id) + " has no " + key +
                                    ": leave it out, or name the family that has"};
    return std::nullopt;
}

bool has_spread(const DistributionFamily& family, const Assumption& assumption) {
    if (family.id == "point") return false;
    const bool no_width = family.needs_low_high && assumption.low == assumption.high;
    return !(no_width && assumption.low == assumption.base);
}

}  // namespace

const DistributionFamily* family_of(const Assumption& assumption) {
    return find_distribution_family(family_id(assumption));
}

Range range_of(const Assumption& assumption) {
    return {.base = assumption.base,
            .low = assumption.low,
            .high = assumption.high,
            .low_probability = tail(assumption.interval),
            .high_probability = head(assumption.interval),
            .values = assumption.values,
            .probabilities = assumption.probabilities,
            .sd = assumption.sd,
            .shape = assumption.shape,
            .trials = assumption.trials,
            .min = assumption.min,
            .max = assumption.max};
}

Result<ModelInput> model_input(const PlacedAssumption& placed) {
    const Assumption& assumption = *placed.assumption;
    const DistributionFamily* family = family_of(assumption);
    if (family == nullptr) return unknown_family(placed);

    if (std::optional<Error> unused = unused_key(placed, *family)) return *std::move(unused);
    Result<std::vector<double>> parameters = family->parameters(range_of(assumption));
    if (!parameters) {
        Error error = parameters.error();
        error.path = placed.path + error.path;
        return error;
    }
    std::vector<double> table = quantile_table(*family, *parameters);
    return ModelInput{.id = placed.id,
                      .family = family,
                      .parameters = *std::move(parameters),
                      .table = std::move(table),
                      .base = assumption.base,
                      .stream = static_cast<std::uint32_t>(assumption.stream.value_or(0)),
                      .uncertain = !assumption.known && has_spread(*family, assumption)};
}

FamilyTraits family_traits(const Assumption& assumption) {
    const DistributionFamily* family = family_of(assumption);
    if (family == nullptr) return {};
    return {.whole_numbers = family->whole_numbers,
            .positive_only = family->positive_only,
            .between_limits = family->between_limits};
}

}  // namespace fulcrum
