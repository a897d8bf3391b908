// What a reader can see of a picture's labels: all of each, and none upon another.
#pragma once

#include "picture/picture.h"

#include <string>
#include <vector>

namespace fulcrum {

inline std::vector<Label> labels_of(const Picture& picture) {
    std::vector<Label> labels;
    for (const Mark& mark : picture.marks)
        if (const auto* label = std::get_if<Label>(&mark.form)) labels.push_back(*label);
    return labels;
}

// "" when every label is inside the picture and clear of every other; else what is wrong.
inline std::string label_fault(const Picture& picture) {
    const std::vector<Label> labels = labels_of(picture);
    const double slack = 0.01;
    for (std::size_t a = 0; a < labels.size(); ++a) {
        const Box box = label_box(labels[a]);
        if (box.x < -slack || box.y < -slack || box.x + box.width > picture.size.width + slack ||
            box.y + box.height > picture.size.height + slack)
            return "'" + labels[a].text + "' leaves the picture";
        for (std::size_t b = a + 1; b < labels.size(); ++b)
            if (overlap(box, label_box(labels[b])))
                return "'" + labels[a].text + "' and '" + labels[b].text + "' overlap";
    }
    return "";
}

}  // namespace fulcrum
