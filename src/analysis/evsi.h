// What is a test of stated accuracy worth, made before the choice?
#pragma once

#include "analysis/results.h"
#include "analysis/sample_information.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fulcrum {

struct TestWorth {
    std::string id;
    // Why it has none: nothing depends on what it tells of, which is known; its assumption is
    // correlated with others, so that it would tell of them, too; somewhere there is no leader.
    enum class Lack { None, Idle, Correlated, Undefined } lack = Lack::None;
    SampleInformation worth;                 // of its results
    std::vector<double> result_probability;  // [result]
    double evppi = 0;                        // what it is worth to know the assumption itself
    bool operator==(const TestWorth&) const = default;
};

struct TestsWorth {
    std::size_t draws = 0;
    Lead lead;  // without a leader, or another option, nothing follows
    std::string unit;
    std::vector<TestWorth> tests;  // in document order
    bool operator==(const TestsWorth&) const = default;
};

// An evaluation at a time: payoffs are what is expected of every option where the assumption turned
// out to be each of its states; from there on as sample_information.h.
class TestSearch {
  public:
    // document and model belong together; both are copied.
    TestSearch(const Document& document, const Model& model, std::size_t draws);
    ~TestSearch();

    bool step();  // returns whether there is more to do
    const TestsWorth& so_far() const;

  private:
    class Work;
    std::unique_ptr<Work> work_;
};

// {"version", "draws", "leader", "unit", "tests": {"pilot": {"evsi", "evppi", "efficiency",
// "net_gain", "results": [{"name", "probability", "value", "choice"}]}}}
std::string evsi_json(const Document& document, const TestsWorth& found);

}  // namespace fulcrum
