#include "fuzz/targets.h"

namespace fulcrum::fuzz {

std::span<const Target> targets() {
    static constexpr Target all[] = {{"formula", broken_formula},
                                     {"evaluation", broken_evaluation},
                                     {"document", broken_document},
                                     {"link", broken_link}};
    return all;
}

}  // namespace fulcrum::fuzz
