#include "analysis/decision_map.h"

#include "analysis/analysis.h"
#include "base/json_writer.h"
#include "engine/simulate.h"
#include "model/find.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

namespace fulcrum {
namespace {

constexpr std::size_t few_draws = 256;
constexpr int columns_at_first = 20, steps_in_column = 12;
constexpr int most_between = 7;     // columns, where a region begins or ends
constexpr double tolerance = 1e-3;  // of the height
constexpr double sideways = 0.02;   // of the height, to look for a border of all draws

ResultsRequest request_of(const Model& model, std::size_t draws) {
    ResultsRequest request{.draws = draws, .rows = std::vector<std::size_t>()};
    if (model.objective) request.rows->push_back(*model.objective);
    return request;
}

MapAxis axis_of(const Document& document, const std::string& id) {
    const Assumption& assumption = *find_assumption(document, id);
    MapAxis axis{.id = id, .now = assumption.base};
    std::tie(axis.low, axis.high) = range_of_numbers(assumption);
    double beyond = (axis.high - axis.low) / 2;
    if (beyond == 0) beyond = assumption.base == 0 ? 1 : std::fabs(assumption.base) / 2;
    axis.from = axis.low - beyond;
    axis.to = axis.high + beyond;
    if (axis.low >= 0) axis.from = std::max(axis.from, 0.0);
    if (family_traits(assumption).positive_only) axis.from = std::max(axis.from, axis.low / 2);
    if (assumption.min) axis.from = std::max(axis.from, *assumption.min);
    if (assumption.max) axis.to = std::min(axis.to, *assumption.max);
    return axis;
}

std::optional<std::size_t> input_of(const Model& model, const std::string& id) {
    for (std::size_t input = 0; input < model.inputs.size(); ++input)
        if (model.inputs[input].id == id) return input;
    return std::nullopt;
}

// Where between two values of y the leader changes; all of it.
class Borders {
  public:
    Borders(Pinned& pinned, const MapAxis& y)
        : pinned_(pinned), enough_(tolerance * (y.to - y.from)) {}

    Standing at(double x, double y) { return pinned_.at(std::array{x, y}); }

    void between(MapColumn& column, double low, const Standing& below, double high,
                 const Standing& above, int step = 0) {
        if (below.leader == above.leader) return;
        if (high - low <= enough_) {
            column.edges.push_back(low + (high - low) / 2);
            column.leaders.push_back(above.leader);
            return;
        }
        const double middle = split(low, below, high, above, step);
        const Standing here = at(column.x, middle);
        between(column, low, below, middle, here, step + 1);
        between(column, middle, here, high, above, step + 1);
    }

    // The border of all draws that is nearest to one of few; that one where there is none near.
    double again(double x, double edge, std::optional<std::size_t> under,
                 std::optional<std::size_t> over, double reach) {
        double low = edge - reach, high = edge + reach;
        Standing below = at(x, low), above = at(x, high);
        if (below.leader != under || above.leader != over) return edge;
        for (int step = 0; high - low > enough_; ++step) {
            const double middle = split(low, below, high, above, step);
            Standing here = at(x, middle);
            const bool is_below = here.leader == under;
            (is_below ? low : high) = middle;
            (is_below ? below : above) = std::move(here);
        }
        return low + (high - low) / 2;
    }

  private:
    double split(double low, const Standing& below, double high, const Standing& above,
                 int step) const {
        const double middle = low + (high - low) / 2;
        if (step % 2 == 1 || !below.leader || !above.leader) return middle;
        const std::size_t a = *below.leader, b = *above.leader;
        const double here = below.expected[a] - below.expected[b];
        const double there = above.expected[a] - above.expected[b];
        if (!(here > 0 && there < 0)) return middle;
        const double crossing = low + (high - low) * here / (here - there);
        const double tried = crossing + (crossing < middle ? enough_ / 4 : -enough_ / 4);
        return tried > low && tried < high ? tried : middle;
    }

    Pinned& pinned_;
    double enough_;
};

}  // namespace

class MapSearch::Work {
  public:
    Work(const Document& document, const Model& model, std::size_t draws, Premise premise,
         const std::string& x, const std::string& y)
        : document_(document),
          model_(model),
          inputs_{*input_of(model, x), *input_of(model, y)},
          analysis_(document_, model_, request_of(model_, std::min(draws, few_draws))) {
        map.draws = draws;
        map.premise = premise;
        map.x = axis_of(document, x);
        map.y = axis_of(document, y);
        for (int step = 0; step <= steps_in_column; ++step)
            map.levels.push_back(value_at(map.y, step, steps_in_column));
    }
    Work(const Work&) = delete;
    Work& operator=(const Work&) = delete;

    bool step() {
        switch (phase_) {
            case Phase::Few:
            case Phase::All:
                step_results();
                break;
            case Phase::Columns:
                step_columns();
                break;
            case Phase::Between:
                step_between();
                break;
            case Phase::Again:
                step_again();
                break;
            case Phase::Both:
                step_both();
                break;
            case Phase::Done:
                break;
        }
        return phase_ != Phase::Done;
    }

    bool has_borders() const { return phase_ >= Phase::All; }

    DecisionMap map;

  private:
    enum class Phase { Few, Columns, Between, All, Again, Both, Done };

    static double value_at(const MapAxis& axis, int step, int steps) {
        return step == steps ? axis.to : axis.from + (axis.to - axis.from) * step / steps;
    }

    void step_results() {
        if (analysis_.step()) return;
        Results results = std::move(analysis_).take();
        if (!results.lead.leader || !results.lead.runner_up) {
            phase_ = Phase::Done;
            return;
        }
        pinned_.reset();
        results_ = std::move(results);
        pinned_.emplace(document_, model_, results_,
                        std::vector<std::size_t>{inputs_[0], inputs_[1]}, map.premise);
        borders_.emplace(*pinned_, map.y);
        phase_ = phase_ == Phase::Few ? Phase::Columns : Phase::Again;
        if (phase_ == Phase::Again) return;
        map.leader = results_.lead.leader;
        map.runner_up = results_.lead.runner_up;
        map.unit = results_.lead.by_score ? "points" : document_.rows[*model_.objective].unit;
    }

    MapColumn column_at(double x) {
        MapColumn column{.x = x, .edges = {}, .leaders = {}, .gaps = {}};
        Standing before;
        for (std::size_t level = 0; level < map.levels.size(); ++level) {
            Standing here = borders_->at(x, map.levels[level]);
            column.gaps.push_back(gap_of(here));
            if (level == 0)
                column.leaders.push_back(here.leader);
            else
                borders_->between(column, map.levels[level - 1], before, map.levels[level], here);
            before = std::move(here);
        }
        return column;
    }

    std::optional<double> gap_of(const Standing& standing) const {
        if (!standing.leader) return std::nullopt;
        return standing.expected[*map.leader] - standing.expected[*map.runner_up];
    }

    void step_columns() {
        const int count = static_cast<int>(map.columns.size());
        map.columns.push_back(column_at(value_at(map.x, count, columns_at_first)));
        if (count < columns_at_first) return;
        phase_ = Phase::Between;
        next_ = 1;
        left_ = most_between;
    }

    // Halves the strip in which regions begin or end, until it is as thin as a line.
    void step_between() {
        while (next_ < map.columns.size() &&
               (left_ == 0 || map.columns[next_ - 1].leaders == map.columns[next_].leaders)) {
            ++next_;
            left_ = most_between;
        }
        if (next_ == map.columns.size()) {
            measure_shares();
            next_ = edge_ = 0;
            const bool is_all = results_.draws == map.draws;
            phase_ = is_all ? Phase::Both : Phase::All;
            if (is_all)
                start_both();
            else
                analysis_ = Analysis(document_, model_, request_of(model_, map.draws));
            return;
        }
        const double x = (map.columns[next_ - 1].x + map.columns[next_].x) / 2;
        MapColumn column = column_at(x);
        const bool is_left = column.leaders == map.columns[next_ - 1].leaders;
        map.columns.insert(map.columns.begin() + static_cast<std::ptrdiff_t>(next_),
                           std::move(column));
        if (is_left) ++next_;
        --left_;
    }

    void step_again() {
        if (next_ == map.columns.size()) {
            measure_shares();
            phase_ = Phase::Both;
            start_both();
            return;
        }
        MapColumn& column = map.columns[next_];
        if (edge_ >= column.edges.size()) {
            ++next_;
            edge_ = 0;
            return;
        }
        const double height = map.y.to - map.y.from;
        double reach = sideways * height;
        if (edge_ > 0) reach = std::min(reach, (column.edges[edge_] - column.edges[edge_ - 1]) / 2);
        if (edge_ + 1 < column.edges.size())
            reach = std::min(reach, (column.edges[edge_ + 1] - column.edges[edge_]) / 2);
        column.edges[edge_] = borders_->again(column.x, column.edges[edge_], column.leaders[edge_],
                                              column.leaders[edge_ + 1], reach);
        ++edge_;
    }

    void start_both() {
        const bool asked = map.premise == Premise::TurnedOut && model_.groups.empty();
        if (asked)
            both_.emplace(document_, model_, results_, inputs_[0], inputs_[1]);
        else
            phase_ = Phase::Done;
    }

    void step_both() {
        if (both_->step()) return;
        map.both = both_->take();
        phase_ = Phase::Done;
    }

    std::optional<std::size_t> leader_at(double x, double y) const {
        const auto next = std::find_if(map.columns.begin(), map.columns.end(),
                                       [&](const MapColumn& column) { return column.x >= x; });
        if (next == map.columns.begin()) return leader_in(*next, next->edges, y);
        if (next == map.columns.end())
            return leader_in(map.columns.back(), map.columns.back().edges, y);
        const MapColumn& before = *(next - 1);
        const double share = (x - before.x) / (next->x - before.x);
        if (before.leaders != next->leaders) {
            const MapColumn& nearest = share < 0.5 ? before : *next;
            return leader_in(nearest, nearest.edges, y);
        }
        std::vector<double> edges = before.edges;
        for (std::size_t k = 0; k < edges.size(); ++k)
            edges[k] += share * (next->edges[k] - edges[k]);
        return leader_in(before, edges, y);
    }

    static std::optional<std::size_t> leader_in(const MapColumn& column,
                                                const std::vector<double>& edges, double y) {
        const auto above = std::upper_bound(edges.begin(), edges.end(), y);
        return column.leaders[static_cast<std::size_t>(above - edges.begin())];
    }

    // Of draws of the two numbers; each by its own range.
    void measure_shares() {
        constexpr std::size_t most = 4096;
        const std::size_t draws = std::min(map.draws, most);
        std::array<std::vector<double>, 2> drawn;
        for (const std::size_t k : {std::size_t{0}, std::size_t{1}}) {
            drawn[k].resize(draws);
            draw_input(model_, static_cast<std::uint32_t>(inputs_[k]), results_.seed, 0, drawn[k]);
        }
        map.share.assign(document_.options.size(), 0);
        for (std::size_t d = 0; d < draws; ++d)
            if (const auto leader = leader_at(drawn[0][d], drawn[1][d]))
                map.share[*leader] += 1 / static_cast<double>(draws);
    }

    Document document_;
    Model model_;
    std::array<std::size_t, 2> inputs_;
    Analysis analysis_;
    Results results_;
    std::optional<Pinned> pinned_;
    std::optional<Borders> borders_;
    std::optional<PairInformation> both_;
    Phase phase_ = Phase::Few;
    std::size_t next_ = 0, edge_ = 0;
    int left_ = 0;
};

MapSearch::MapSearch(const Document& document, const Model& model, std::size_t draws,
                     Premise premise, const std::string& x, const std::string& y)
    : work_(std::make_unique<Work>(document, model, draws, premise, x, y)) {}
MapSearch::~MapSearch() = default;

bool MapSearch::step() {
    return work_->step();
}

bool MapSearch::has_borders() const {
    return work_->has_borders();
}

const DecisionMap& MapSearch::so_far() const {
    return work_->map;
}

std::string map_json(const Document& document, const DecisionMap& map) {
    JsonWriter json;
    json.begin_object();
    json.member("version", std::int64_t{1});
    json.member("draws", static_cast<std::int64_t>(map.draws));
    for (const auto& [name, axis] : {std::pair("x", &map.x), std::pair("y", &map.y)}) {
        json.key(name);
        json.begin_object();
        json.member("id", axis->id);
        json.member("from", axis->from);
        json.member("to", axis->to);
        json.end_object();
    }
    json.key("columns");
    json.begin_array();
    for (const MapColumn& column : map.columns) {
        json.begin_object();
        json.member("x", column.x);
        json.key("edges");
        json.begin_array();
        for (const double edge : column.edges) json.value(edge);
        json.end_array();
        json.key("leaders");
        json.begin_array();
        for (const auto& leader : column.leaders)
            json.value(leader ? document.options[*leader].id : std::string());
        json.end_array();
        json.end_object();
    }
    json.end_array();
    json.key("share");
    json.begin_object();
    for (std::size_t option = 0; option < map.share.size(); ++option)
        json.member(document.options[option].id, map.share[option]);
    json.end_object();
    json.end_object();
    return std::move(json).text();
}

}  // namespace fulcrum
