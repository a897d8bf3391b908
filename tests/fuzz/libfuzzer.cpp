// The entry of libFuzzer: the target that FULCRUM_FUZZ_TARGET names.
#include "fuzz/targets.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

using namespace fulcrum::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view input(size == 0 ? "" : reinterpret_cast<const char*>(bytes), size);
    for (const Target& target : targets()) {
        if (target.name != FULCRUM_FUZZ_TARGET) continue;
        const std::string broken = target.broken(input);
        if (broken.empty()) return 0;
        std::fprintf(stderr, "broken: %s\n", broken.c_str());
    }
    std::abort();
}
