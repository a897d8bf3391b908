// How the reader looks at the decision: the part of a session that is no part of the document.
#include "base/overloaded.h"
#include "model/find.h"
#include "session/session.h"
#include "session/value.h"
#include "words/session_words.h"

#include <algorithm>
#include <utility>

namespace fulcrum {

std::optional<std::array<std::string, 2>> Session::map_axes() const {
    std::vector<std::string> ids;
    for (const std::string& id : {look_.map_x, look_.map_y})
        if (find_assumption(document_, id) != nullptr) ids.push_back(id);
    const auto add = [&](const std::string& id) {
        if (ids.size() < 2 && std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
    };
    if (studies_.one_way)
        for (const Swing& swing : studies_.one_way->swings)
            if (find_assumption(document_, swing.id) != nullptr) add(swing.id);
    for (const ModelInput& input : model_.inputs) add(input.id);
    if (ids.size() < 2) return std::nullopt;
    return std::array{ids[0], ids[1]};
}

void Session::look(const LookChange& change, const Value& value) {
    std::visit(Overloaded{[&](const ShowView& show) {
                              if (look_.view != show.view) look_.trace = {};
                              look_.view = show.view;
                          },
                          [&](const Fold& fold) {
                              if (const bool* open = std::get_if<bool>(&value))
                                  look_.open[fold.key] = *open;
                          },
                          [&](const SetTheme& set) { look_.theme = set.theme; },
                          [&](const SetPremise& set) {
                              if (look_.premise != set.premise) revise();
                              look_.premise = set.premise;
                          },
                          [&](const SetMapAxes& set) {
                              look_.map_x = set.x;
                              look_.map_y = set.y;
                              kept_[static_cast<std::size_t>(StudyKind::Map)] = {};
                          },
                          [&](const SetSliderOrder& set) {
                              look_.by_effect.clear();
                              if (set.order == SliderOrder::ByEffect)
                                  look_.by_effect = ids_by_effect();
                          },
                          [&](const ShowTrace& show) { look_.trace = show; },
                          [&](const SetEnds& set) { look_.ends = set.ends; },
                          [](const SetOptimism&) {},  // see look_number
                          [](const SetRiskTolerance&) {}},
               change);
    ++version_;
}

// Those that do not move the gap last, in document order.
std::vector<std::string> Session::ids_by_effect() const {
    std::vector<std::string> ids;
    const auto add = [&](const std::string& id) {
        if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
    };
    const std::vector<PlacedAssumption> all = assumptions_of(document_);
    if (studies_.one_way)
        for (const Swing& swing : studies_.one_way->swings)
            if (find_assumption(document_, swing.id) != nullptr) add(swing.id);
    for (const PlacedAssumption& placed : all) add(placed.id);
    return ids;
}

// Held, it follows the pointer; let go of without a commit, it is as it was.
std::optional<Error> Session::look_number(bool optimism, Phase phase, const Value& value) {
    ++version_;
    if (phase == Phase::Begin) {
        held_look_ = look_;
        return std::nullopt;
    }
    if (phase == Phase::Cancel) {
        if (held_look_) look_ = *std::exchange(held_look_, std::nullopt);
        return std::nullopt;
    }
    if (phase == Phase::Commit) held_look_.reset();
    const bool has_unit = !optimism && model_.objective && !results_.lead.by_score;
    const Result<double> number =
        number_of(value, optimism   ? "%"
                         : has_unit ? document_.rows[*model_.objective].unit
                                    : "");
    if (!number) return number.error();
    if (optimism)
        look_.optimism = std::clamp(*number, 0.0, 1.0);
    else if (*number > 0)
        look_.risk_tolerance = *number;
    else
        return Error{"", session_words().not_above_zero};
    return std::nullopt;
}

}  // namespace fulcrum
