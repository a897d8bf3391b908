#include "page/views/flips_tests.h"

#include "base/figure.h"
#include "page/parts.h"

#include <algorithm>
#include <cmath>

namespace fulcrum {
namespace {

using namespace parts;

// Of a test that says something.
std::string said(const Test& test, const TestWorth& found, const std::string& name,
                 const std::string& assumption, const std::string& unit) {
    const TestWords& text = words().tests;
    const SampleInformation& worth = found.worth;
    std::string said =
        text.worth(name, figure(worth.evsi, unit), assumption, figure(found.evppi, unit),
                   worth.efficiency ? share(std::clamp(*worth.efficiency, 0.0, 1.0)) : "");
    if (test.cost)
        said += " " + text.costs(figure(*test.cost, unit), figure(std::fabs(worth.net_gain), unit),
                                 worth.net_gain > 0);
    return said;
}

void add_test(Page& page, const Session& session, const Test& test, const TestWorth& found,
              const std::string& unit) {
    const TestWords& text = words().tests;
    const std::string name = test.name.empty() ? test.id : test.name;
    const std::string assumption = assumption_name(session.document(), test.assumption);
    if (found.lack != TestWorth::Lack::None) {
        const auto why = found.lack == TestWorth::Lack::Idle         ? text.nothing
                         : found.lack == TestWorth::Lack::Correlated ? text.correlated
                                                                     : text.undefined;
        page.blocks.push_back(paragraph(why(name, assumption)));
        return;
    }
    page.blocks.push_back({Paragraph{.text = prose(said(test, found, name, assumption, unit)),
                                     .note = test.note,
                                     .inquiry = {compared_by(session)}}});
    const std::vector<NamedOption> options = named_options(session.document());
    const std::vector<std::size_t>& choice = found.worth.choice;
    if (std::equal(choice.begin() + 1, choice.end(), choice.begin())) {
        page.blocks.push_back(paragraph(text.whatever(options[choice.front()])));
        return;
    }
    List results;
    for (std::size_t r = 0; r < choice.size(); ++r)
        results.entries.push_back(inked(text.after(
            test.results[r].name, share(found.result_probability[r]), options[choice[r]])));
    page.blocks.push_back({std::move(results)});
}

}  // namespace

void add_tests(Page& page, const Session& session) {
    const std::optional<TestsWorth>& found = session.studies().tests;
    const std::vector<Test>& tests = session.document().tests;
    if (!found || tests.empty() || found->tests.size() != tests.size()) return;
    const std::size_t first = page.blocks.size();
    page.blocks.push_back(heading(2, words().tests.title));
    for (std::size_t t = 0; t < tests.size(); ++t)
        add_test(page, session, tests[t], found->tests[t], found->unit);
    mark_busy(page, first, session, StudyKind::Tests);
}

}  // namespace fulcrum
