#include "base/figure.h"
#include "words/english.h"

namespace fulcrum::english {
namespace {

std::string thousands(std::size_t count) {
    return exact(static_cast<double>(count), "");
}

std::string exact_note(double value, std::string_view unit) {
    return "Exactly " + exact(value, unit) + ", in every draw";
}

std::string base_note(double value, std::string_view unit) {
    return "With every assumption at its value: " + exact(value, unit);
}

std::string spread_note(const Spread& spread, std::optional<double> base, std::string_view unit,
                        std::size_t draws) {
    std::string text = "Middle " + exact(spread.p50, unit) + ", mean " + exact(spread.mean, unit) +
                       "; half of the draws lie in " + range(spread.p25, spread.p75, unit) +
                       ", nine in ten in " + range(spread.p5, spread.p95, unit);
    if (base) text += "; with every assumption at its value " + exact(*base, unit);
    if (draws > 0) text += ". From " + thousands(draws) + " draws";
    return text;
}

std::string stated(const std::string& figure) {
    return " · stated " + figure;
}

std::string stated_note(const std::string& claim, const std::string& where,
                        const std::vector<std::string>& given) {
    std::string text = "The document states: “" + claim + "”";
    if (!where.empty()) text += " (" + where + ")";
    if (!given.empty()) text += ", assuming " + listed(given);
    return text;
}

std::string given(const std::string& assumption, const std::string& value) {
    return assumption + " " + value;
}

std::string unit_title(const std::string& name, std::string_view unit) {
    if (unit.empty() || unit == "1") return name;
    return name + " (" + std::string(unit) + ")";
}

std::string month(std::size_t month) {
    return "Month " + std::to_string(month);
}

std::string stated_words(const std::string& text) {
    return " · " + text;
}

std::string beside(const std::string& low, const std::string& high) {
    return " (" + low + "\u00a0–\u00a0" + high + ")";  // never broken inside
}

std::string undefined_because(const std::string& reason) {
    return "Undefined: " + reason;
}

std::string at(const std::string& option, const std::string& where, const std::string& note) {
    return option + (where.empty() ? "" : ", " + where) + ": " + note;
}

std::string stated_mark(const std::string& option, const std::string& value,
                        const std::string& note) {
    return option + ", stated " + value + ". " + note;
}

std::string share_note(const std::string& option, double fraction) {
    return option + ": best in " + share(fraction) + " of draws";
}

std::string months(std::size_t last) {
    return counted(last, "month", "months");
}

}  // namespace

FigureWords figures() {
    return {
        .absent = "–",
        .pending = "…",
        .undefined = "undefined",
        .spread_note = spread_note,
        .exact_note = exact_note,
        .base_note = base_note,
        .stated = stated,
        .stated_note = stated_note,
        .given = given,
        .unit_title = unit_title,
        .month = month,
        .stated_words = stated_words,
        .beside = beside,
        .undefined_because = undefined_because,
        .switched_off = " · switched off: counts as nothing",
    };
}

ChartWords chart() {
    return {.at = at, .stated = stated_mark, .share = share_note, .months = months};
}

}  // namespace fulcrum::english
