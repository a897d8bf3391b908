// What all parts of check() share. Private to the module.
#pragma once

#include "base/result.h"
#include "model/document.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace fulcrum {

// The ids of one kind of thing: who is there, and who was meant.
struct IdSet {
    std::vector<std::string> in_order;
    std::set<std::string> known;

    bool has(const std::string& id) const { return known.contains(id); }
    bool add(const std::string& id) {
        const bool is_new = known.insert(id).second;
        if (is_new) in_order.push_back(id);
        return is_new;
    }
};

class CheckContext {
  public:
    explicit CheckContext(const Document& of);

    const Document& document;
    IdSet options, topics, rows, criteria, groups, claims, nodes;
    IdSet inputs;  // assumptions: of the list, and row@option
    Diagnostics findings;

    void add(std::string path, std::string message);

    // A reference: empty is none. `what` names the kind: "option".
    void refers(const std::string& path, const std::string& id, const IdSet& known,
                std::string_view what);

    // Form of an id, and that it was not seen before. `capitals`: may it begin with or hold them?
    void names(const std::string& path, const std::string& id, IdSet& seen, bool capitals);

    // low <= high where both are given; the finding stands at low.
    void in_order(const std::string& path, std::string_view low_key, std::optional<double> low,
                  std::string_view high_key, std::optional<double> high);

    void not_negative(const std::string& path, std::string_view what, double number);

    // "; did you mean 'x'?", for the first findings only: a broken file may hold thousands.
    std::string suggestion(const std::string& word, const IdSet& known);

  private:
    int suggestions_ = 0;
};

// Every number of the document is finite (a file cannot say otherwise, an edit could).
void check_finite(CheckContext& context);
void check_assumptions(CheckContext& context, IdSet& names);
void check_rows(CheckContext& context, IdSet& names);
void check_correlations(CheckContext& context);
void check_tests(CheckContext& context);
void check_score(CheckContext& context);
void check_statements(CheckContext& context);
void check_tree(CheckContext& context);

}  // namespace fulcrum
