#include "math/range_check.h"

#include "base/text.h"
#include "math/elementary.h"

#include <cmath>
#include <limits>

namespace fulcrum {
namespace {

bool is_finite(double value) {
    return std::fabs(value) <= std::numeric_limits<double>::max();
}

Error error(std::string_view path, std::string message) {
    return {std::string(path), std::move(message)};
}

}  // namespace

std::string with_value(std::string_view field, double value) {
    return std::string(field) + " " + (is_finite(value) ? shortest(value) : "not finite");
}

std::optional<Error> check_finite(std::string_view field, double value) {
    if (is_finite(value)) return std::nullopt;
    return error(std::string("/").append(field), std::string(field) + " is not a finite number");
}

std::optional<Error> check_low_high(const Range& range, std::string_view family) {
    const std::string who(family);
    if (!range.low || !range.high)
        return error(range.low ? "/high" : "/low", who + " needs low and high: give both");
    if (auto wrong = check_finite("low", *range.low)) return wrong;
    if (auto wrong = check_finite("high", *range.high)) return wrong;
    if (*range.low > *range.high)
        return error("/low", with_value("low", *range.low) + " is above " +
                                 with_value("high", *range.high) + ": exchange them");
    if (!is_finite(*range.high - *range.low))
        return error("/high", "high - low is too large to compute with: narrow the range");
    if (!(range.low_probability >= 0.0 && range.low_probability < range.high_probability &&
          range.high_probability <= 1.0))
        return error(
            "/interval",
            "the probabilities of low and high must be in [0, 1], that of low the smaller");
    return std::nullopt;
}

std::optional<Error> check_no_low_high(const Range& range, std::string_view instead) {
    if (!range.low && !range.high) return std::nullopt;
    return error(range.low ? "/low" : "/high",
                 "the range is said by " + std::string(instead) + ": leave this out");
}

std::optional<Error> check_positive_low(const Range& range, std::string_view family) {
    if (*range.low > 0.0) return std::nullopt;
    return error("/low", with_value("low", *range.low) +
                             " is not positive: " + std::string(family) +
                             " lies above 0, choose normal for one that does not");
}

std::optional<Error> check_positive_base(const Range& range, std::string_view what) {
    if (auto wrong = check_finite("base", range.base)) return wrong;
    if (range.base > 0.0) return std::nullopt;
    return error("/base",
                 with_value("base", range.base) + " is not positive: it is " + std::string(what));
}

std::optional<Error> check_ends(const Range& range, std::string_view family) {
    if (auto wrong = check_low_high(range, family)) return wrong;
    if (range.low_probability != 0.0 || range.high_probability != 1.0)
        return error("/interval", std::string(family) +
                                      " takes low and high as its ends: state the ends, or choose "
                                      "normal, lognormal or uniform for an interval");
    return std::nullopt;
}

std::optional<Error> check_ends_and_base(const Range& range, std::string_view family) {
    if (auto wrong = check_ends(range, family)) return wrong;
    if (auto wrong = check_finite("base", range.base)) return wrong;
    if (range.base < *range.low || range.base > *range.high)
        return error("/base", with_value("base", range.base) + " is outside low to high, " +
                                  shortest(*range.low) + " to " + shortest(*range.high) + ": in " +
                                  std::string(family) + " it is the most likely value");
    return std::nullopt;
}

std::optional<Error> check_interval(const Range& range, std::string_view family) {
    if (auto wrong = check_low_high(range, family)) return wrong;
    if (range.low_probability == 0.0 || range.high_probability == 1.0)
        return error("/interval", std::string(family) +
                                      " has no ends: say which interval low to high is, "
                                      "such as 5 to 95 %");
    return std::nullopt;
}

std::optional<Error> check_mean_and_sd(const Range& range, std::string_view family) {
    if (range.low || range.high)
        return error(range.sd    ? "/sd"
                     : range.low ? "/low"
                                 : "/high",
                     range.sd
                         ? "give low and high, or sd, not both: leave one out"
                         : std::string(family) + " takes base, the mean, and sd: leave this out");
    if (!range.sd)
        return error("/sd", std::string(family) + " needs sd: give base, the mean, and sd");
    if (auto wrong = check_finite("base", range.base)) return wrong;
    if (auto wrong = check_finite("sd", *range.sd)) return wrong;
    if (*range.sd > 0.0) return std::nullopt;
    return error("/sd", with_value("sd", *range.sd) +
                            " is not positive: choose point for a value without spread");
}

std::optional<Error> check_interval_or_sd(const Range& range, std::string_view family) {
    return range.sd ? check_mean_and_sd(range, family) : check_interval(range, family);
}

NormalRange normal_of(const Range& range) {
    if (range.sd) return {range.base, *range.sd};
    const double width = *range.high - *range.low;
    const StandardInterval z = standard_interval(range);
    return {*range.low + width * (-z.low / (z.high - z.low)), width / (z.high - z.low)};
}

double log_ratio(double x, double y) {
    if (x > 0.5 * y && x < 2.0 * y) return elementary::log1p((x - y) / y);
    return elementary::log(x) - elementary::log(y);
}

StandardInterval standard_interval(const Range& range) {
    constexpr double same = 1e-15;  // 1 - 0.95 is 0.05 but for a rounding
    const double low = elementary::normal_quantile(range.low_probability);
    const bool symmetric = std::fabs(1.0 - range.high_probability - range.low_probability) < same;
    return {low, symmetric ? -low : elementary::normal_quantile(range.high_probability)};
}

}  // namespace fulcrum
