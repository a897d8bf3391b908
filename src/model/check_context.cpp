#include "model/check_context.h"

#include "base/text.h"

#include <algorithm>
#include <array>

namespace fulcrum {
namespace {

constexpr int most_suggestions = 100;

// Names that formulas give a meaning of their own.
constexpr std::array<std::string_view, 19> formula_words = {
    "if",  "and", "or",   "not",   "month", "previous", "at",    "min", "max", "sum",
    "abs", "exp", "sqrt", "floor", "ceil",  "round",    "clamp", "log", "unit"};

bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}

bool is_id_letter(char c, bool capitals) {
    return is_lower(c) || (capitals && c >= 'A' && c <= 'Z');
}

bool is_id(const std::string& id, bool capitals) {
    if (id.empty() || !is_id_letter(id.front(), capitals)) return false;
    return std::all_of(id.begin(), id.end(), [capitals](char c) {
        return is_id_letter(c, capitals) || (c >= '0' && c <= '9') || c == '_';
    });
}

}  // namespace

CheckContext::CheckContext(const Document& of) : document(of) {
    for (const Option& option : of.options) options.add(option.id);
    for (const Topic& topic : of.topics) topics.add(topic.id);
    for (const Assumption& assumption : of.assumptions) inputs.add(assumption.id);
    for (const Row& row : of.rows) {
        rows.add(row.id);
        for (const auto& [option, cell] : row.cells)
            if (std::holds_alternative<Assumption>(cell)) inputs.add(row.id + "@" + option);
    }
    for (const Criterion& criterion : of.scoring.criteria) criteria.add(criterion.row);
    for (const CriterionGroup& group : of.scoring.groups) groups.add(group.id);
    for (const Claim& claim : of.claims) claims.add(claim.id);
    for (const TreeNode& node : of.tree.nodes) nodes.add(node.id);
}

void CheckContext::add(std::string path, std::string message) {
    findings.push_back({.path = std::move(path), .message = std::move(message)});
}

std::string CheckContext::suggestion(const std::string& word, const IdSet& known) {
    return ++suggestions_ > most_suggestions ? "" : did_you_mean(word, known.in_order);
}

void CheckContext::refers(const std::string& path, const std::string& id, const IdSet& known,
                          std::string_view what) {
    if (id.empty() || known.has(id)) return;
    add(path, "there is no " + std::string(what) + " '" + id + "'" + suggestion(id, known));
}

void CheckContext::names(const std::string& path, const std::string& id, IdSet& seen,
                         bool capitals) {
    if (id.empty())
        add(path, "an id is missing here");
    else if (!is_id(id, capitals))
        add(path, "the id '" + id +
                      "' is not written like an id: " + (capitals ? "letters" : "small letters") +
                      ", digits and _, beginning with a letter");
    else if (!capitals &&
             std::find(formula_words.begin(), formula_words.end(), id) != formula_words.end())
        add(path, "'" + id + "' is a word of the formula language: choose another id");
    if (!seen.add(id) && !id.empty()) add(path, "the id '" + id + "' is given twice");
}

void CheckContext::in_order(const std::string& path, std::string_view low_key,
                            std::optional<double> low, std::string_view high_key,
                            std::optional<double> high) {
    if (!low || !high || !(*low > *high)) return;
    add(path + "/" + std::string(low_key), std::string(low_key) + " " + shortest(*low) +
                                               " is greater than " + std::string(high_key) + " " +
                                               shortest(*high) + ": swap them");
}

void CheckContext::not_negative(const std::string& path, std::string_view what, double number) {
    if (number < 0)
        add(path, std::string(what) + " " + shortest(number) + " is negative: use 0 or more");
}

}  // namespace fulcrum
