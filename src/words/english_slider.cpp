#include "base/figure.h"
#include "words/english.h"

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

// Families whose spread follows from the base, or is said in another way than by low and high.
std::string without_ends(const RangeMeaning& range) {
    const std::string base = figure(range.base, range.unit);
    if (range.family == "poisson") return "whole numbers around " + base + " (Poisson)";
    if (range.family == "bernoulli") return "1 in " + share(range.base) + " of draws, else 0";
    if (range.family == "binomial")
        return "whole numbers from 0 to " + figure(range.trials, range.unit) + ", " + base +
               " expected";
    if (range.family == "exponential") return "positive, mean " + base + ", short ones often";
    if (range.family == "weibull") return "positive, mean " + base;
    if (!range.sd) return "a fixed number: no range is given";
    return "mean " + base + ", standard deviation " + figure(*range.sd, range.unit);
}

std::string range_text(const RangeMeaning& range) {
    if (range.known) return "known: the same in every draw";
    if (range.family == "discrete") return values_of(range);
    if (!range.has_range || range.family == "point") return without_ends(range);
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
    else if (range.sd)
        text = "Dragging sets the mean";
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
