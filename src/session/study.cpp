#include "session/study.h"

#include "session/session.h"

#include <cassert>
#include <utility>

namespace fulcrum {
namespace {

// The verdict needs flips and worth soon; the swings follow.
class OneWayWork : public Study::Work {
  public:
    explicit OneWayWork(const Session& session)
        : analysis_(session.document(), session.model(), session.draws_at_once(),
                    session.look().premise) {}

    bool step() override { return analysis_.step(); }
    bool has_news() override {
        return analysis_.has_flips() && !std::exchange(flips_are_shown_, true);
    }
    void show(Studies& studies) const override { studies.one_way = analysis_.so_far(); }

  private:
    OneWayAnalysis analysis_;
    bool flips_are_shown_ = false;
};

// At first its borders by few draws.
class MapWork : public Study::Work {
  public:
    explicit MapWork(const Session& session) {
        if (const auto axes = session.map_axes())
            search_.emplace(session.document(), session.model(), session.draws_at_once(),
                            session.look().premise, (*axes)[0], (*axes)[1]);
    }

    bool step() override { return search_ && search_->step(); }
    bool has_news() override {
        return search_->has_borders() && !std::exchange(borders_are_shown_, true);
    }
    void show(Studies& studies) const override {
        if (search_) studies.map = search_->so_far();
    }

  private:
    std::optional<MapSearch> search_;
    bool borders_are_shown_ = false;
};

class AuditWork : public Study::Work {
  public:
    explicit AuditWork(const Session& session)
        : document_(session.document()),
          model_(session.model()),
          reference_(session.reference()),
          auditor_(document_, model_, reference_) {}
    AuditWork(const AuditWork&) = delete;
    AuditWork& operator=(const AuditWork&) = delete;

    bool step() override {
        if (auditor_.step()) return true;
        audit_ = std::move(auditor_).take();
        return false;
    }
    bool has_news() override { return false; }
    void show(Studies& studies) const override { studies.audit = audit_; }

  private:
    Document document_;
    Model model_;
    Document reference_;
    Auditor auditor_;
    Audit audit_;
};

// A search that shows nothing before its end.
template <class Search, auto place>
class SearchWork : public Study::Work {
  public:
    explicit SearchWork(const Session& session)
        : search_(session.document(), session.model(), session.draws_at_once()) {}

    bool step() override { return search_.step(); }
    bool has_news() override { return false; }
    void show(Studies& studies) const override { studies.*place = search_.so_far(); }

  private:
    Search search_;
};
using SpreadWork = SearchWork<SpreadSearch, &Studies::spread>;
using RulesWork = SearchWork<RuleSearch, &Studies::rules>;
using TestsWork = SearchWork<TestSearch, &Studies::tests>;

std::unique_ptr<Study::Work> work_of(StudyKind kind, const Session& session) {
    switch (kind) {
        case StudyKind::OneWay:
            return std::make_unique<OneWayWork>(session);
        case StudyKind::Map:
            return std::make_unique<MapWork>(session);
        case StudyKind::Audit:
            return std::make_unique<AuditWork>(session);
        case StudyKind::Spread:
            return std::make_unique<SpreadWork>(session);
        case StudyKind::Rules:
            return std::make_unique<RulesWork>(session);
        case StudyKind::Tests:
            return std::make_unique<TestsWork>(session);
    }
    return nullptr;
}

}  // namespace

Study::Study(const Session& session, StudyKind kind)
    : kind_(kind), revision_(session.revision()), work_(work_of(kind, session)) {}
Study::~Study() = default;
Study::Study(Study&&) noexcept = default;
Study& Study::operator=(Study&&) noexcept = default;

std::optional<Study> Study::of(const Session& session) {
    const std::optional<StudyKind> kind = session.wanted_study();
    if (!kind) return std::nullopt;
    return Study(session, *kind);
}

bool Study::is_fresh(const Session& session) const {
    return revision_ == session.revision() && session.wanted_study() == kind_;
}

bool Study::step(Session& session) {
    assert(is_fresh(session));
    const bool more = work_->step();
    if (!more || work_->has_news())
        session.keep(kind_, !more, [&](Studies& studies) { work_->show(studies); });
    return more;
}

}  // namespace fulcrum
