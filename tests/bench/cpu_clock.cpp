#include "bench/cpu_clock.h"

#include <ctime>

#ifdef __EMSCRIPTEN__
#include <emscripten.h>

EM_JS(double, node_cpu_ms, (void), {
    const used = process.cpuUsage();
    return (used.user + used.system) / 1000;
})
#endif

namespace fulcrum {

double cpu_ms() {
#ifdef __EMSCRIPTEN__
    return node_cpu_ms();
#else
    std::timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) * 1e-6;
#endif
}

}  // namespace fulcrum
