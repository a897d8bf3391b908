#include "engine/model_input.h"

#include "base/text.h"
#include "math/quantile_table.h"

namespace fulcrum {
namespace {

// Of an assumption or a component.
template <class Stated>
const DistributionFamily* family_named(const Stated& stated) {
    if (!stated.family.empty()) return find_distribution_family(stated.family);
    return find_distribution_family(stated.low || stated.high ? "uniform" : "point");
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

Error unknown_family(const std::string& path, const std::string& named) {
    std::vector<std::string> ids;
    for (const DistributionFamily* family : distribution_families()) ids.emplace_back(family->id);
    std::string message = "unknown family '" + named + "'";
    const std::string suggestion = did_you_mean(named, ids);
    if (suggestion.empty()) {
        message += "; known are";
        for (std::size_t f = 0; f < ids.size(); ++f) message += (f == 0 ? " " : ", ") + ids[f];
    }
    return {.path = path + "/family", .message = message + suggestion};
}

Error unused_key(const std::string& path, const DistributionFamily& family, const char* key) {
    return {.path = path + "/" + key,
            .message = "family " + std::string(family.id) + " has no " + key +
                       ": leave it out, or name the family that has"};
}

// No such family, or a key that it would pass over in silence.
template <class Stated>
std::optional<Error> check_keys(const std::string& path, const Stated& stated) {
    const DistributionFamily* family = family_named(stated);
    if (family == nullptr) return unknown_family(path, stated.family);
    const struct {
        const char* key;
        bool is_unused;
    } keys[] = {{"sd", stated.sd && !family->takes_sd},
                {"shape", stated.shape && !family->takes_shape},
                {"trials", stated.trials && !family->needs_trials},
                {"values", !stated.values.empty() && !family->needs_values}};
    for (const auto& [key, is_unused] : keys)
        if (is_unused) return unused_key(path, *family, key);
    return std::nullopt;
}

std::optional<Error> check_all_keys(const PlacedAssumption& placed) {
    const Assumption& assumption = *placed.assumption;
    if (auto wrong = check_keys(placed.path, assumption)) return wrong;
    const DistributionFamily& family = *family_of(assumption);
    if (!assumption.components.empty() && !family.needs_components)
        return unused_key(placed.path, family, "components");
    for (std::size_t k = 0; k < assumption.components.size(); ++k) {
        const std::string path = placed.path + "/components/" + std::to_string(k);
        if (auto wrong = check_keys(path, assumption.components[k])) return wrong;
    }
    return std::nullopt;
}

template <class Stated>
Range stated_range(const Stated& stated) {
    return {.base = stated.base,
            .low = stated.low,
            .high = stated.high,
            .low_probability = tail(stated.interval),
            .high_probability = head(stated.interval),
            .values = stated.values,
            .probabilities = stated.probabilities,
            .sd = stated.sd,
            .shape = stated.shape,
            .trials = stated.trials,
            .min = stated.min,
            .max = stated.max,
            .components = {}};
}

bool has_spread(const DistributionFamily& family, const Assumption& assumption) {
    if (family.id == "point") return false;
    const bool no_width = family.needs_low_high && assumption.low == assumption.high;
    return !(no_width && assumption.low == assumption.base);
}

}  // namespace

const DistributionFamily* family_of(const Assumption& assumption) {
    return family_named(assumption);
}

Range range_of(const Assumption& assumption) {
    Range range = stated_range(assumption);
    for (const Component& component : assumption.components)
        range.components.push_back(
            {component.weight, family_named(component), stated_range(component)});
    return range;
}

Result<ModelInput> model_input(const PlacedAssumption& placed) {
    const Assumption& assumption = *placed.assumption;
    if (std::optional<Error> wrong = check_all_keys(placed)) return *std::move(wrong);
    const DistributionFamily* family = family_of(assumption);
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
            .between_limits = family->between_limits,
            .values_move = family->values_move};
}

}  // namespace fulcrum
