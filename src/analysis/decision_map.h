// Who leads, over two numbers of the decision: a map with borders.
#pragma once

#include "analysis/flips.h"
#include "analysis/information.h"

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fulcrum {

struct MapAxis {
    std::string id;            // of an assumption
    double from = 0, to = 1;   // half the range's width beyond the range, within the hard limits
    double low = 0, high = 0;  // the range
    double now = 0;
    bool operator==(const MapAxis&) const = default;
};

// Along one value of x.
struct MapColumn {
    double x = 0;
    std::vector<double> edges;                        // of y, ascending: where the leader changes
    std::vector<std::optional<std::size_t>> leaders;  // below the first, between, above the last
    std::vector<std::optional<double>> gaps;          // at map.levels
    bool operator==(const MapColumn&) const = default;
};

struct DecisionMap {
    std::size_t draws = 0;
    Premise premise = Premise::TurnedOut;
    std::optional<std::size_t> leader, runner_up;  // with everything as it is; none: no columns
    std::string unit;                              // of the gap between these two
    MapAxis x, y;
    std::vector<double> levels;            // values of y
    std::vector<MapColumn> columns;        // ascending by x; closer where regions begin and end
    std::vector<double> share;             // [option] of draws of the two whose place it leads
    std::optional<InputInformation> both;  // what it is worth to know both numbers
    bool operator==(const DecisionMap&) const = default;
};

// Looked for on few draws, then every border is found again on all of them. Borders lie within a
// thousandth of the height of where the expectations of two options are equal, by false position
// and bisection.
class MapSearch {
  public:
    // document and model belong together; both are copied. x and y are ids of two different
    // assumptions.
    MapSearch(const Document& document, const Model& model, std::size_t draws, Premise premise,
              const std::string& x, const std::string& y);
    ~MapSearch();

    bool step();               // returns whether there is more to do
    bool has_borders() const;  // the map of few draws is whole
    const DecisionMap& so_far() const;

  private:
    class Work;
    std::unique_ptr<Work> work_;
};

// {"version", "draws", "x": {"id", "from", "to"}, "y", "columns": [{"x", "edges", "leaders"}],
// "share"}
std::string map_json(const Document& document, const DecisionMap& map);

}  // namespace fulcrum
