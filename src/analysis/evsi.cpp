#include "analysis/evsi.h"

#include "analysis/analysis.h"
#include "analysis/lead_json.h"
#include "analysis/payoff_table.h"
#include "analysis/pinned.h"
#include "model/find.h"
#include "model/states.h"

#include <algorithm>
#include <utility>

namespace fulcrum {
namespace {

ResultsRequest request_of(const Model& model, std::size_t draws) {
    ResultsRequest request{.draws = draws, .rows = std::vector<std::size_t>()};
    if (model.objective) request.rows->push_back(*model.objective);
    return request;
}

}  // namespace

class TestSearch::Work {
  public:
    Work(Document document, Model model, std::size_t draws)
        : document_(std::move(document)), model_(std::move(model)) {
        found.draws = draws;
        if (!document_.tests.empty())
            analysis_.emplace(document_, model_, request_of(model_, draws));
    }
    Work(const Work&) = delete;
    Work& operator=(const Work&) = delete;

    bool step() {
        if (analysis_) {
            if (!analysis_->step()) find_lead();
        } else if (pinned_) {
            find_payoff();
        } else if (found.tests.size() < tests_) {
            begin(document_.tests[found.tests.size()]);
        }
        return analysis_ || pinned_ || found.tests.size() < tests_;
    }

    TestsWorth found;

  private:
    void find_lead() {
        results_ = std::move(*analysis_).take();
        analysis_.reset();
        found.lead = results_.lead;
        if (!found.lead.leader || !found.lead.runner_up) return;
        found.unit = found.lead.by_score ? "points" : document_.rows[*model_.objective].unit;
        matters_ = inputs_that_matter(document_, model_, found.lead.by_score);
        tests_ = document_.tests.size();
    }

    void begin(const Test& test) {
        const auto place =
            std::find_if(model_.inputs.begin(), model_.inputs.end(),
                         [&](const ModelInput& input) { return input.id == test.assumption; });
        const auto input = static_cast<std::size_t>(place - model_.inputs.begin());
        TestWorth& own = found.tests.emplace_back();
        own.id = test.id;
        if (!place->uncertain || !matters_[input])
            own.lack = TestWorth::Lack::Idle;
        else if (!model_.groups.empty() && model_.group_of[input])
            own.lack = TestWorth::Lack::Correlated;
        if (own.lack != TestWorth::Lack::None) return;
        states_ = states_of(*find_assumption(document_, test.assumption));
        prior_.clear();
        double below = 0;
        for (const double state : states_) {
            const double reached = place->family->cdf(place->parameters, state);
            prior_.push_back(std::max(0.0, reached - below));
            below = reached;
        }
        payoff_ = Grid(document_.options.size(), states_.size());
        next_ = 0;
        pinned_.emplace(document_, model_, results_, std::vector{input}, Premise::TurnedOut);
    }

    void find_payoff() {
        const Standing standing = pinned_->at({&states_[next_], 1});
        TestWorth& own = found.tests.back();
        if (!standing.leader) {
            own.lack = TestWorth::Lack::Undefined;
            pinned_.reset();
            return;
        }
        for (std::size_t option = 0; option < payoff_.rows(); ++option)
            payoff_.row(option)[next_] = standing.expected[option];
        if (++next_ < states_.size()) return;
        pinned_.reset();
        const Test& test = document_.tests[found.tests.size() - 1];
        Grid likelihood(test.results.size(), states_.size());
        for (std::size_t r = 0; r < test.results.size(); ++r)
            std::copy(test.results[r].likelihood.begin(), test.results[r].likelihood.end(),
                      likelihood.row(r).begin());
        const Posterior observed = posterior(prior_, likelihood);
        own.worth = sample_information(payoff_, prior_, observed, test.cost.value_or(0));
        own.worth.evsi = std::max(0.0, own.worth.evsi);  // -1e-16
        own.result_probability = observed.result_probability;
        own.evppi = payoff_table(payoff_, prior_).evpi;
    }

    Document document_;
    Model model_;
    std::optional<Analysis> analysis_;
    Results results_;
    std::vector<bool> matters_;
    std::size_t tests_ = 0;  // that are looked at
    std::optional<Pinned> pinned_;
    std::vector<double> states_, prior_;
    Grid payoff_{0, 1};  // [option][state]
    std::size_t next_ = 0;
};

TestSearch::TestSearch(const Document& document, const Model& model, std::size_t draws)
    : work_(std::make_unique<Work>(document, model, draws)) {}
TestSearch::~TestSearch() = default;

bool TestSearch::step() {
    return work_->step();
}

const TestsWorth& TestSearch::so_far() const {
    return work_->found;
}

namespace {

void write_test(JsonWriter& json, const Document& document, const Test& test,
                const TestWorth& found) {
    json.key(test.id);
    json.begin_object();
    if (found.lack != TestWorth::Lack::None) {
        json.member("undefined", found.lack == TestWorth::Lack::Idle ? "there is nothing to learn"
                                 : found.lack == TestWorth::Lack::Correlated
                                     ? "the assumption is correlated with others"
                                     : "there is no leader in some state");
        json.end_object();
        return;
    }
    json.member("evsi", found.worth.evsi);
    json.member("evppi", found.evppi);
    if (found.worth.efficiency) json.member("efficiency", *found.worth.efficiency);
    json.member("net_gain", found.worth.net_gain);
    json.key("results");
    json.begin_array();
    for (std::size_t r = 0; r < test.results.size(); ++r) {
        json.begin_object();
        json.member("name", test.results[r].name);
        json.member("probability", found.result_probability[r]);
        json.member("value", found.worth.value[r]);
        json.member("choice", document.options[found.worth.choice[r]].id);
        json.end_object();
    }
    json.end_array();
    json.end_object();
}

}  // namespace

std::string evsi_json(const Document& document, const TestsWorth& found) {
    JsonWriter json = begun_with_leader(document, found.draws, found.lead);
    json.member("unit", found.unit);
    json.key("tests");
    json.begin_object();
    for (std::size_t t = 0; t < found.tests.size(); ++t)
        write_test(json, document, document.tests[t], found.tests[t]);
    json.end_object();
    json.end_object();
    return std::move(json).text();
}

namespace section {
std::string evsi(const Document& document, const Model& model, std::size_t draws) {
    TestSearch search(document, model, draws);
    while (search.step()) {
    }
    return evsi_json(document, search.so_far());
}
}  // namespace section

}  // namespace fulcrum
