// What every chart is: an id and one pure function from what it shows to a Picture.
//
// A chart is a file in charts/ and a line in charts.def.
#pragma once

#include "analysis/results.h"
#include "picture/picture.h"
#include "words/sentence.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fulcrum {

// What the document states of one option, at a month when the line is a series.
struct StatedPoint {
    std::size_t month = 0;
    double value = 0;
    std::string note;  // the claim, and what it assumes
    bool operator==(const StatedPoint&) const = default;
};

// One option on one line.
struct ChartCell {
    std::vector<std::optional<Statistics>> at;  // [month]; one where the line is no series; absent
                                                // where there is no value or it is undefined
    std::vector<StatedPoint> stated;
    bool operator==(const ChartCell&) const = default;
};

struct ChartLine {
    std::string name;
    bool total = false;            // set apart from the others
    std::vector<ChartCell> cells;  // [option]
    bool operator==(const ChartLine&) const = default;
};

struct ChartInput {
    std::string unit;
    std::vector<NamedOption> options;
    std::vector<ChartLine> lines;
    std::size_t draws = 0;  // said in the notes; 0 = not
    bool operator==(const ChartInput&) const = default;
};

struct Chart {
    std::string_view id;
    // At most as wide as `size`; as tall as it needs, near size.height where that is enough. Labels
    // neither overlap nor leave the picture from 240 px on. Every mark of an option has its exact
    // values in the note.
    Picture (*draw)(const ChartInput& input, Size size);
};

// All charts, in the order of charts.def.
std::span<const Chart* const> charts();
const Chart* find_chart(std::string_view id);  // nullptr when there is none

}  // namespace fulcrum
