#include "base/figure.h"
#include "words/english.h"

namespace fulcrum::english {
namespace {

std::string most(const std::string& name, const std::string& alone, const std::string& all) {
    return name + " explains " + alone + " of the spread of the gap by itself. All of them " +
           "explain " + all + ", each by itself; the rest is what they do together.";
}

std::string together(const std::string& name, const std::string& with_others) {
    return name + " counts for " + with_others +
           " of the spread of the gap, but only together with others: by itself it explains next "
           "to nothing.";
}

std::string follows(const std::string& name) {
    return "The gap follows " + name + " most closely.";
}

std::string closeness(const std::string& kendall, const std::string& standardised) {
    return "Kendall's tau " + kendall + "; by a straight line, one standard deviation more is " +
           standardised + " standard deviations of the gap";
}

std::string little(const std::vector<std::string>& names, bool shares) {
    return (shares ? "Less than 1 % each: " : "Hardly followed by it: ") + listed(names) + ".";
}

std::string method(std::size_t draws, const std::string& line) {
    return "Shares of the variance of the gap, from " + exact(static_cast<double>(draws), "") +
           " pairs of draws (Sobol's indices). A straight line through all of them explains " +
           line + ".";
}

}  // namespace

SpreadWords spread() {
    return {
        .title = "What explains the spread",
        .most = most,
        .together = together,
        .follows = follows,
        .alone = "By itself",
        .with_others = "With others",
        .rank = "Rank correlation",
        .caption = "Above 0: the more of it, the further the leader is ahead.",
        .correlated =
            "Shares are not given: numbers that the gap depends on are correlated, so "
            "that its spread does not divide among them.",
        .undefined =
            "Shares are not given: in some of the draws that they need the gap is "
            "undefined.",
        .flat = "The gap is the same in every draw: there is nothing to explain.",
        .closeness = closeness,
        .little = little,
        .method = method,
    };
}

}  // namespace fulcrum::english
