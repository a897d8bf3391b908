// Time that this process has computed, which a busy machine distorts less than a clock on the wall.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace fulcrum {

// CPU time of all threads so far, in ms; in node it is the process's, its compiler threads
// included.
double cpu_ms();

// The median over `repeats` calls of act, in ms of CPU time. Half a second of calls before them is
// not counted, as for the other contenders: node's compiler has then done its work.
template <class Act>
double median_cpu_ms(std::size_t repeats, const Act& act) {
    constexpr double warm_up_ms = 500;
    for (const double begin = cpu_ms(); cpu_ms() - begin < warm_up_ms;) act();
    std::vector<double> times(std::max<std::size_t>(repeats, 1));
    for (double& time : times) {
        const double begin = cpu_ms();
        act();
        time = cpu_ms() - begin;
    }
    const auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
    std::nth_element(times.begin(), middle, times.end());
    return *middle;
}

}  // namespace fulcrum
