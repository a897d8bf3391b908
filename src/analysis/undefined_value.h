// What stands in place of a number that does not exist.
#pragma once

#include <string>

namespace fulcrum {

// Why a number does not exist: "division by zero in /rows/3/formula at 12, in 4 % of draws".
struct Undefined {
    std::string reason;
    bool operator==(const Undefined&) const = default;
};

}  // namespace fulcrum
