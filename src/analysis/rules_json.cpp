#include "analysis/lead_json.h"
#include "analysis/rules.h"

namespace fulcrum {
namespace {

std::string_view kind_of(Dominance dominance) {
    return dominance == Dominance::Outcome      ? "every_draw"
           : dominance == Dominance::FirstOrder ? "first_order"
                                                : "second_order";
}

class RulesWriter {
  public:
    RulesWriter(const Document& document, const Rules& rules)
        : document_(document),
          rules_(rules),
          json_(begun_with_leader(document, rules.draws, rules.lead)) {}

    std::string text() && {
        json_.member("unit", rules_.unit);
        dominance();
        json_.key("frontier");
        json_.begin_array();
        for (std::size_t option = 0; option < rules_.on_frontier.size(); ++option)
            if (rules_.on_frontier[option]) json_.value(id(option));
        json_.end_array();
        json_.key("corners");
        json_.begin_object();
        corners("range", rules_.corners[0]);
        corners("p5_p95", rules_.corners[1]);
        json_.end_object();
        json_.key("tolerances");
        json_.begin_array();
        for (const Flip& flip : rules_.tolerances) {
            json_.begin_object();
            json_.member("at", flip.at);
            json_.member("below", id(flip.below));
            json_.member("above", id(flip.above));
            json_.end_object();
        }
        json_.end_array();
        json_.end_object();
        return std::move(json_).text();
    }

  private:
    std::string_view id(std::size_t option) const { return document_.options[option].id; }

    void dominance() {
        json_.key("dominance");
        json_.begin_array();
        for (std::size_t a = 0; a < rules_.dominance.size(); ++a)
            for (std::size_t b = 0; b < rules_.dominance.size(); ++b) {
                if (rules_.dominance[a][b] == Dominance::None) continue;
                json_.begin_object();
                json_.member("option", id(a));
                json_.member("over", id(b));
                json_.member("kind", kind_of(rules_.dominance[a][b]));
                json_.end_object();
            }
        json_.end_array();
    }

    void ids(std::string_view name, const std::vector<std::string>& all) {
        json_.key(name);
        json_.begin_array();
        for (const std::string& each : all) json_.value(std::string_view(each));
        json_.end_array();
    }

    void corners(std::string_view name, const Corners& corners) {
        json_.key(name);
        json_.begin_object();
        ids("moved", corners.moved);
        ids("held", corners.held);
        if (corners.payoff.rows() > 0) {
            const DecisionCriteria found = decision_criteria(corners.payoff, 0.5);
            const double sign = rules_.is_less ? -1 : 1;
            criterion("maximin", found.maximin, sign);
            criterion("maximax", found.maximax, sign);
            criterion("hurwicz", found.hurwicz, sign);
            criterion("laplace", found.laplace, sign);
            criterion("minimax_regret", found.minimax_regret, 1);
        }
        json_.end_object();
    }

    void criterion(std::string_view name, const CriterionChoice& found, double sign) {
        json_.key(name);
        json_.begin_object();
        json_.key("options");
        json_.begin_object();
        for (std::size_t option = 0; option < found.figure.size(); ++option)
            json_.member(id(option), sign * found.figure[option]);
        json_.end_object();
        json_.member("choice", id(found.choice));
        json_.end_object();
    }

    const Document& document_;
    const Rules& rules_;
    JsonWriter json_;
};

}  // namespace

std::string rules_json(const Document& document, const Rules& rules) {
    return RulesWriter(document, rules).text();
}

namespace section {
std::string rules(const Document& document, const Model& model, std::size_t draws) {
    RuleSearch search(document, model, draws);
    while (search.step()) {
    }
    return rules_json(document, search.so_far());
}
}  // namespace section

}  // namespace fulcrum
