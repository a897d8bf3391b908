#include "words/english.h"

namespace fulcrum::english {
namespace {

std::string leads(const std::string& option) {
    return option + " leads here";
}

std::string now(const std::string& x, const std::string& x_now, const std::string& y,
                const std::string& y_now) {
    return "Now: " + x + " " + x_now + ", " + y + " " + y_now;
}

std::string across(const std::string& name) {
    return "Across: " + name;
}
std::string up(const std::string& name) {
    return "Up: " + name;
}

Sentence shares(std::span<const OptionFigure> by_share) {
    Sentence sentence{
        {"Of draws of these two numbers, all else being drawn, each option leads in: "}};
    add(sentence, by_share);
    sentence.push_back({"."});
    return sentence;
}

std::string description(const std::string& x, const std::string& y) {
    return "Map of " + x + " across and " + y +
           " up: which option leads where, with lines of equal gap between the first two. The "
           "dashed frame is the two ranges, the cross is where they stand now.";
}

std::string worth_both(const std::string& amount) {
    return "Knowing both before choosing would be worth at most " + amount + ".";
}

}  // namespace

MapWords map() {
    return {
        .leads = leads,
        .ranges = "The two ranges",
        .now = now,
        .across = across,
        .up = up,
        .shares = shares,
        .description = description,
        .drag_it = "Drag the cross: both sliders follow.",
        .worth_both = worth_both,
        .too_few = "A map needs two assumptions.",
    };
}

}  // namespace fulcrum::english
