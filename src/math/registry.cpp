#include "math/distribution.h"

namespace fulcrum {

namespace distributions {
#define DISTRIBUTION(id) extern const DistributionFamily id;
#include "math/distributions.def"
#undef DISTRIBUTION
}  // namespace distributions

std::span<const DistributionFamily* const> distribution_families() {
    static constexpr const DistributionFamily* families_in_order[] = {
#define DISTRIBUTION(id) &distributions::id,
#include "math/distributions.def"
#undef DISTRIBUTION
    };
    return families_in_order;
}

const DistributionFamily* find_distribution_family(std::string_view id) {
    for (const DistributionFamily* family : distribution_families())
        if (family->id == id) return family;
    return nullptr;
}

}  // namespace fulcrum
