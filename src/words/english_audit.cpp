#include "base/decimal.h"
#include "base/figure.h"
#include "base/text.h"
#include "words/audit_words.h"
#include "words/english.h"

#include <cmath>

namespace fulcrum {
namespace {

using english::counted;
using Ends = AuditWords::Ends;

// Four digits, of large figures five: $13,071.
double rounded(double value, int power) {
    if (value == 0 || !std::isfinite(value)) return value;
    const int digits = rounded_decimal(value, 4).point + power > 4 ? 5 : 4;
    const double size =
        parse_decimal(plain_digits(rounded_decimal(value, digits), false)).value_or(value);
    return value < 0 ? -size : size;
}

std::string audit_figure(double value, std::string_view unit) {
    return exact(rounded(value, unit_dress(unit).power), unit);
}

// What follows the number stands once: "3 – 5 outages", "36.6 – 195.1 %".
std::string audit_range(double low, double high, std::string_view unit) {
    std::string from = audit_figure(low, unit);
    const std::string to = audit_figure(high, unit);
    if (from == to) return from;
    const UnitDress dress = unit_dress(unit);
    const bool is_dressed = !dress.sign.empty() || (dress.percent && !dress.rest.empty());
    const std::string bare = is_dressed ? from : audit_figure(dress.percent ? 100 * low : low, "");
    return bare + "\u00a0–\u00a0" + to;
}

std::string at_least(double low, std::string_view unit) {
    return audit_figure(low, unit) + " or more";
}

std::string at_most(double high, std::string_view unit) {
    return audit_figure(high, unit) + " or less";
}

std::string in_the_middle(const std::string& figure, const std::string& range) {
    return figure + " (" + range + ")";
}

std::string headline(std::size_t faults, std::size_t claims) {
    return std::to_string(faults) + " of " +
           counted(claims, "stated figure or statement", "stated figures and statements") +
           (faults == 1 ? " does" : " do") + " not follow from the document's own lines.";
}

std::string follows(std::size_t claims) {
    return counted(claims, "more follows", "more follow") +
           " only from stated figures that do not follow themselves.";
}

std::string method(std::size_t draws) {
    return "Every figure is recomputed from the lines that the document gives for it, over their "
           "ranges as they are now; where a line is itself a stated figure, from that. Who would "
           "lead is from " +
           exact(static_cast<double>(draws), "") + " draws.";
}

std::string quoted(const std::string& text) {
    return "“" + text + "”";
}

std::string where(const std::string& kind, const std::string& section) {
    return section.empty() ? kind : kind + " · " + section;
}

std::string against(const std::string& text) {
    return "Against it stands " + quoted(text) + ".";
}

std::string statements(const std::string& text, const std::string& other) {
    return quoted(text) + " against " + quoted(other);
}

std::string differs(const std::string& what, const std::string& stated, const std::string& lines) {
    return what + ": stated " + stated + ", the lines give " + lines;
}

std::string only_follows(const std::string& what, const std::string& stated,
                         const std::string& through) {
    return what + ": " + stated + " follows from the stated lines only; recomputed it is " +
           through;
}

std::string cannot(const std::string& what) {
    return what + ": cannot be recomputed";
}

std::string direction(const std::string& row) {
    return row + " points the other way";
}

std::string tree(std::size_t questions) {
    return counted(questions, "question of the tree gives", "questions of the tree give") +
           " one answer twice";
}

std::string overlap(const std::string& row, std::span<const std::string> others) {
    return row + " is counted again in " + english::listed(others);
}

std::string undefined(const std::string& reason) {
    return "It cannot be recomputed: " + reason + ".";
}

std::string less_or_more(double difference, std::string_view unit) {
    return audit_figure(std::fabs(difference), unit) + (difference < 0 ? " less" : " more");
}

std::string off(std::optional<double> low, std::optional<double> high, std::string_view unit) {
    const bool same = low && high && audit_figure(*low, unit) == audit_figure(*high, unit);
    if (same || !high) return "That is " + less_or_more(*low, unit) + " than stated.";
    if (!low) return "That is " + less_or_more(*high, unit) + " than stated.";
    const auto end = [&](double difference, const char* which) {
        return (rounded(difference, 0) == 0 ? std::string("as stated")
                                            : less_or_more(difference, unit)) +
               which;
    };
    return "That is " + end(*low, " at the low end and ") + end(*high, " at the high end") + ".";
}

// What stands between names: * and - as they are set, and units without their brackets.
std::string set(std::string_view text) {
    std::string set;
    for (const char c : text) {
        if (c == '*')
            set += "×";
        else if (c == '-')
            set += "−";
        else if (c != '[' && c != ']')
            set += c;
    }
    return set;
}

std::string formula(const std::string& text, std::span<const AuditWords::Line> lines) {
    std::string said;
    std::size_t at = 0;
    for (const AuditWords::Line& line : lines) {
        said += set(std::string_view(text).substr(at, line.begin - at));
        said += line.name + " (" + line.range + (line.stated ? ", as stated)" : ")");
        at = line.end;
    }
    return "Recomputed as " + said + set(std::string_view(text).substr(at)) + ".";
}

std::string line_of(const std::string& name, const std::string& option) {
    return name + " of " + option;
}

std::string through(const std::string& range) {
    return "From what the stated lines give themselves it is " + range + ".";
}

std::string rests_on(std::span<const std::string> claims) {
    return "It rests on " + english::listed(claims) +
           (claims.size() == 1 ? ", which does not follow itself."
                               : ", which do not follow themselves.");
}

std::string carried_to(const std::string& claim, const std::string& range) {
    return "With it, " + claim + " is " + range + ".";
}

std::string comes_out(Ends ends) {
    return ends == Ends::Both  ? "The stated figure comes out when "
           : ends == Ends::Low ? "The low end as stated comes out when "
                               : "The high end as stated comes out when ";
}

std::string leaves_out(const std::string& line, Ends ends) {
    return comes_out(ends) + line + " is left out.";
}

std::string adds(const std::string& line, Ends ends) {
    return comes_out(ends) + line + " is added.";
}

std::string turns_sign(const std::string& line, Ends ends) {
    return comes_out(ends) + line + " is taken with the other sign.";
}

std::string holds(const std::string& line, const std::string& at, Ends ends) {
    return comes_out(ends) + line + " stays at " + at + ": an end of its range is ignored.";
}

std::string reading(const std::string& name, const std::string& range) {
    return range.empty() ? name + "." : name + ": " + range + ".";
}

std::string rises(const std::string& row, std::size_t others) {
    return "From option to option " + row + " rises where " +
           (others == 1 ? std::string("the other line falls")
                        : "the other " + std::to_string(others) + " fall") +
           ", and falls where they rise. The mean of all lines:";
}

std::string twice(const std::string& question, const std::string& label, std::size_t times) {
    return quoted(question) + " has " + std::to_string(times) + " branches " + quoted(label);
}

std::string step(const std::string& question, const std::string& label, const std::string& to) {
    return question + " " + label + ": " + to;
}

std::string computed_from(const std::string& first, const std::string& second,
                          std::span<const std::string> assumptions) {
    return first + " and " + second + " are both computed from " + english::listed(assumptions) +
           ".";
}

std::string equal(const std::string& first, const std::string& second, const std::string& amount) {
    return first + " and " + second + " hold the same amount: " + amount + ".";
}

std::string without_row(const std::string& row, bool is_off) {
    return (is_off ? "With " : "Without ") + row + " ";
}

Sentence effect(const std::string& what, const AuditWords::Effect& effect) {
    if (effect.same) return {{what + "the verdict stays as it is."}};
    if (!effect.undefined.empty())
        return {{what + "there is no verdict: " + effect.undefined + "."}};
    Sentence sentence{{what}, english::name(effect.leader.option)};
    sentence.push_back({std::string(effect.changes ? " would lead" : " still leads") +
                        ": best in " + effect.leader.figure + " of draws"});
    if (effect.second && !effect.gap.empty()) {
        sentence.push_back({", by " + effect.gap + " over "});
        sentence.push_back(english::letter(*effect.second));
        sentence.push_back({" in the middle"});
    }
    sentence.push_back({"."});
    return sentence;
}

std::string leave_out(const std::string& row) {
    return "Leave out " + row;
}

std::string count_again(const std::string& row) {
    return "Count " + row + " again";
}

std::string others(std::size_t claims) {
    return counted(claims, "claim that agrees", "claims that agree") +
           ", or have nothing to be compared with";
}

std::string modelled(const std::string& accord) {
    return accord + ", of the model";
}

void say_frame(AuditWords& said) {
    said.figure = audit_figure;
    said.range = audit_range;
    said.at_least = at_least;
    said.at_most = at_most;
    said.in_the_middle = in_the_middle;
    said.pending = "The audit is being made.";
    said.nothing = "This decision lists no stated figures to be checked.";
    said.headline = headline;
    said.follows = follows;
    said.method = method;
    said.quoted = quoted;
    said.where = where;
    said.kinds = {"Stated figure", "Direction of a scale", "Decision tree", "Counted twice",
                  "Two statements"};
    said.against = against;
}

void say_figures(AuditWords& said) {
    said.differs = differs;
    said.only_follows = only_follows;
    said.cannot = cannot;
    said.direction = direction;
    said.tree = tree;
    said.overlap = overlap;
    said.statements = statements;
    said.undefined = undefined;
    said.off = off;
    said.reached = "The range is what was reached in a search along every line.";
    said.formula = formula;
    said.line_of = line_of;
    said.through = through;
    said.rests_on = rests_on;
    said.carried_to = carried_to;
    said.leaves_out = leaves_out;
    said.adds = adds;
    said.turns_sign = turns_sign;
    said.holds = holds;
    said.unexplained =
        "No single line left out, added, taken with the other sign or held at an "
        "end gives the stated figure.";
    said.reading = reading;
    said.no_reading = "No reading gives the stated figure.";
}

void say_structure(AuditWords& said) {
    said.rises = rises;
    said.means_stated = "As stated";
    said.means_without = "Without it";
    said.means_turned = "With it turned round";
    said.means_caption = "The mean, read three ways";
    said.twice = twice;
    said.unasked = ": one ends at once where another leads only by a further question.";
    said.ends_alike = ", which end alike.";
    said.ends_apart = ", which end differently.";
    said.step = step;
    said.read_as = "Read without that:";
    said.no_consistent = "No choice among these branches keeps every end of the tree.";
    said.computed_from = computed_from;
    said.equal = equal;
    said.rows_caption = "The rows concerned";
}

void say_effects(AuditWords& said) {
    said.with_stated = "With the stated figure ";
    said.without_row = without_row;
    said.effect = effect;
    said.use_stated = "Use the stated figure";
    said.use_recomputed = "Use the recomputed figure";
    said.use_stated_note = "Puts the stated figure in place of the lines that should give it";
    said.use_recomputed_note = "Computes the figure from its lines again";
    said.in_use = "The stated figure is in use.";
    said.leave_out = leave_out;
    said.count_again = count_again;
    said.leave_out_note = "Switches the row off, so that it counts as 0 wherever it is used";
    said.others = others;
    said.stated_column = "Stated";
    said.lines_column = "The lines give";
    said.accord_column = "So it";
    said.others_caption = "What agrees with the document's own lines";
    said.agrees = "agrees";
    said.rounds = "agrees, rounded or cut";
    said.within = "lies within their range";
    said.shown = "is shown only";
    said.differs_from_model = "differs";
    said.modelled = modelled;
}

AuditWords english_audit() {
    AuditWords said{};
    say_frame(said);
    say_figures(said);
    say_structure(said);
    say_effects(said);
    return said;
}

}  // namespace

const AuditWords& audit_words() {
    static const AuditWords said = english_audit();
    return said;
}

}  // namespace fulcrum
