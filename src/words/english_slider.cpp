#include "base/figure.h"
#include "words/english.h"

#include <algorithm>

namespace fulcrum::english {
namespace {

std::string was(const std::string& value) {
    return "was " + value;
}

std::string group(const std::string& topic, std::size_t changed) {
    return changed == 0 ? topic : topic + " · " + std::to_string(changed) + " changed";
}

// "5 % lie below, 5 % above", or what the ends are.
std::string tails(const RangeMeaning& range, const std::string& when_ends) {
    if (range.tail == 0) return when_ends;
    const std::string tail = share(range.tail);
    return tail + " lie below, " + tail + " above";
}

std::string values_of(const RangeMeaning& range) {
    std::vector<std::string> entries;
    for (std::size_t k = 0; k < range.values.size(); ++k) {
        std::string entry = figure(range.values[k], range.unit);
        if (k < range.probabilities.size()) entry += " (" + share(range.probabilities[k]) + ")";
        entries.push_back(entry);
    }
    return "one of " + listed(entries) + (range.probabilities.empty() ? ", each alike" : "");
}

std::string observed(const RangeMeaning& range) {
    const auto [least, most] = std::minmax_element(range.values.begin(), range.values.end());
    if (least == range.values.end()) return "no values observed";
    return "one of " + std::to_string(range.values.size()) + " values observed, " +
           fulcrum::range(*least, *most, range.unit);
}

// "70 %: 2 - 4, the ends; 30 %: ..."
std::string mixed(const RangeMeaning& range) {
    std::string text;
    for (const RangeMeaning::Component& component : range.components)
        text += (text.empty() ? "" : "; ") + share(component.weight) + ": " + component.range;
    return text;
}

std::string range_text(const RangeMeaning& range) {
    if (range.known) return "known: the same in every draw";
    if (range.family == "discrete") return values_of(range);
    if (range.family == "empirical") return observed(range);
    if (range.family == "mixture") return mixed(range);
    if (range.family == "poisson")
        return "whole numbers around " + figure(range.base, range.unit) + " (Poisson)";
    if (range.family == "bernoulli") return "1 with probability " + share(range.base) + ", else 0";
    const std::string base = figure(range.base, range.unit);
    if (range.family == "binomial")
        return "how many of " + figure(range.trials, range.unit) + ", around " + base +
               " (binomial)";
    if (range.family == "exponential") return base + " on average, mostly less, at times much more";
    if (range.sd > 0)
        return base + " on average, standard deviation " + figure(range.sd, range.unit);
    if (range.family == "weibull" && !range.has_range) return base + " on average (Weibull)";
    if (!range.has_range || range.family == "point") return "a fixed number: no range is given";
    const std::string ends = fulcrum::range(range.low, range.high, range.unit);
    if (range.family == "integer_uniform") return "whole numbers " + ends + ", each alike";
    if (range.family == "triangular" || range.family == "pert")
        return ends + ", " + tails(range, "most likely near " + figure(range.base, range.unit));
    if (range.family == "normal")
        return ends + ", " + tails(range, "the ends") + ", most in the middle";
    if (range.family == "lognormal")
        return ends + ", " + tails(range, "the ends") + ", with a long upper tail";
    return ends + ", " + tails(range, "every value alike");
}

std::string limits(const std::optional<double>& min, const std::optional<double>& max,
                   std::string_view unit) {
    if (min && max) return "It stays within " + fulcrum::range(*min, *max, unit);
    if (min) return "It stays at " + figure(*min, unit) + " or above";
    if (max) return "It stays at " + figure(*max, unit) + " or below";
    return "";
}

std::string drag(const SliderWords::Drag& drag) {
    const RangeMeaning& range = drag.range;
    const std::string ends = fulcrum::range(range.low, range.high, range.unit);
    std::string text;
    if (range.known)
        text = "Pinned: dragging sets the value that holds in every draw";
    else if (range.sd > 0)
        text = "Dragging sets the mean";
    else if (range.family == "empirical")
        text = "Dragging moves all observed values along with it";
    else if (range.family == "mixture")
        text = "Dragging moves everything it is mixed of along with it";
    else if (range.family == "discrete" || !range.has_range)
        text = "Dragging sets the value";
    else if (drag.by_ratio)
        text = "Dragging moves " + ends + " along with it, in proportion";
    else if (range.family == "integer_uniform")
        text = "Dragging moves " + ends + " along with it, in whole steps";
    else
        text = "Dragging moves " + ends + " along with it";
    if (range.family == "discrete" && !range.known)
        text = "Dragging sets the base value; draws still take the listed values";
    const std::string stops = limits(drag.min, drag.max, range.unit);
    return text + "." + (stops.empty() ? "" : " " + stops + ".");
}

std::string voice(Voice voice) {
    return voice == Voice::Stated ? "stated by the document" : "derived by the model's author";
}

std::string whose(Voice base, Voice range, bool has_range) {
    const bool said = base != Voice::Unsaid;
    const bool range_said = has_range && range != Voice::Unsaid;
    if (said && range_said && base == range) return "Value and range are " + voice(base) + ".";
    std::string text;
    if (said) text = "The value is " + voice(base);
    if (range_said) text += (text.empty() ? "The range is " : "; the range is ") + voice(range);
    return text.empty() ? text : text + ".";
}

std::string source(const std::string& source) {
    return "Source: " + source;
}
std::string owner(const std::string& owner) {
    return "Owner: " + owner;
}
std::string disputed_by(const std::vector<std::string>& people) {
    return "Disputed by " + listed(people);
}

std::string correlated(const std::string& other, double rank) {
    return std::string(rank < 0 ? "Falls as " : "Rises as ") + other + " rises: rank correlation " +
           exact(rank, "");
}

}  // namespace

SliderWords slider() {
    return {
        .title = "Assumptions",
        .intro = "Drag a value and every figure follows. Its range comes along.",
        .no_topic = "Other assumptions",
        .by_topic = "By topic",
        .by_effect = "By effect",
        .effect_group = "What moves the gap most comes first",
        .was = was,
        .group = group,
        .range = range_text,
        .drag = drag,
        .whose = whose,
        .source = source,
        .owner = owner,
        .disputed_by = disputed_by,
        .correlated = correlated,
    };
}

}  // namespace fulcrum::english
