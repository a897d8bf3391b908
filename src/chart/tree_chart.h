// A decision tree as a picture: decisions as squares, chances as discs, questions as diamonds, ends
// as triangles; what is best is drawn strong.
//
// No chart of charts.def: it shows no lines of options.
#pragma once

#include "picture/picture.h"

#include <cstddef>
#include <string>
#include <vector>

namespace fulcrum {

struct TreeChartBranch {
    std::size_t to = 0;
    std::string label;    // "Yes"
    std::string figures;  // "70 % · $12K"
    bool strong = false;
    std::string note;
    bool operator==(const TreeChartBranch&) const = default;
};

struct TreeChartNode {
    Shape shape = Shape::Triangle;
    std::string text;
    std::string value;  // of an end
    int option = -1;    // that it ends in, -1 = none
    bool strong = false;
    std::string note;
    std::vector<TreeChartBranch> branches;
    bool operator==(const TreeChartNode&) const = default;
};

struct TreeChart {
    std::vector<TreeChartNode> nodes;  // [0] the root; the others are each led to by one branch
    bool operator==(const TreeChart&) const = default;
};

// From left to right, labels on the branches, where all of it fits into the width; else one line
// per node from top to bottom, indented by its depth, text broken into lines. At most as wide as
// `size`, as tall as it needs. Labels neither overlap nor leave the picture from 240 px on.
// Requires at least one node, and that what a branch leads to comes after it.
Picture draw_tree(const TreeChart& tree, Size size);

}  // namespace fulcrum
