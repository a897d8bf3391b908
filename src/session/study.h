// Analyses that stand beside the results: made in slices while nothing changes, shown as they were
// until they are made again.
#pragma once

#include "analysis/audit.h"
#include "analysis/decision_map.h"
#include "analysis/evsi.h"
#include "analysis/one_way.h"
#include "analysis/rules.h"
#include "analysis/spread.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>

namespace fulcrum {

class Session;

enum class StudyKind { OneWay, Map, Audit, Spread, Rules, Tests };
inline constexpr std::array every_study{StudyKind::OneWay, StudyKind::Map,   StudyKind::Audit,
                                        StudyKind::Spread, StudyKind::Rules, StudyKind::Tests};

// Each empty until it has been made once.
struct Studies {
    std::optional<OneWay> one_way;
    std::optional<DecisionMap> map;
    std::optional<Audit> audit;
    std::optional<GapSpread> spread;
    std::optional<Rules> rules;
    std::optional<TestsWorth> tests;
};

// One of them being made, of the session as it is.
class Study {
  public:
    // The first that is wanted and not fresh; empty while something is held, and where there is
    // none.
    static std::optional<Study> of(const Session& session);
    ~Study();
    Study(Study&&) noexcept;
    Study& operator=(Study&&) noexcept;

    // Is it still of the session as it is?
    bool is_fresh(const Session& session) const;

    // Does a piece of bounded cost. returns whether there is more to do; the session is given what
    // can be shown. requires  is_fresh(session).
    bool step(Session& session);

    class Work {  // what each kind is: a slice, and what can be shown
      public:
        virtual ~Work() = default;
        virtual bool step() = 0;
        // Has something become whole since the last time that it was asked for?
        virtual bool has_news() = 0;
        virtual void show(Studies& studies) const = 0;
    };

  private:
    Study(const Session& session, StudyKind kind);

    StudyKind kind_;
    std::uint64_t revision_;
    std::unique_ptr<Work> work_;
};

}  // namespace fulcrum
