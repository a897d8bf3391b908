#include "words/english.h"

namespace fulcrum::english {
namespace {

std::string worth(const std::string& test, const std::string& amount, const std::string& assumption,
                  const std::string& perfect, const std::string& efficiency) {
    std::string text = test + " is worth at most " + amount + " before the choice";
    if (efficiency.empty()) return text + ": even to know " + assumption + " itself is.";
    return text + ": " + efficiency + " of what it is worth to know " + assumption + " itself, " +
           perfect + ".";
}

std::string costs(const std::string& cost, const std::string& gain, bool pays) {
    return pays ? "It costs " + cost + " and so gains " + gain + "."
                : "It costs " + cost + ": " + gain + " more than that.";
}

Sentence after(const std::string& result, const std::string& likely, const NamedOption& option) {
    return {{"After “" + result + "” (" + likely + " likely) choose "}, letter(option), {"."}};
}

Sentence whatever(const NamedOption& option) {
    return {{"Whatever it says, choose "}, letter(option), {"."}};
}

std::string nothing(const std::string& test, const std::string& assumption) {
    return test + " is worth nothing: " + assumption +
           " is known, or not part of what the options are compared by.";
}

std::string correlated(const std::string& test, const std::string& assumption) {
    return "What " + test + " is worth is not given: " + assumption +
           " is correlated with other numbers, of which it would tell, too.";
}

std::string undefined(const std::string& test, const std::string& assumption) {
    return "What " + test + " is worth is undefined: for a value of " + assumption +
           " there is no leader.";
}

}  // namespace

TestWords tests() {
    return {
        .title = "What a test is worth",
        .worth = worth,
        .costs = costs,
        .after = after,
        .whatever = whatever,
        .nothing = nothing,
        .correlated = correlated,
        .undefined = undefined,
    };
}

}  // namespace fulcrum::english
