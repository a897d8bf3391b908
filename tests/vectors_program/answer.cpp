#include "vectors_program/answer.h"

namespace fulcrum::vectors {

std::optional<json> answer(const json& vector) {
    const std::string kind = vector["kind"];
    if (kind.starts_with("dist.")) return distribution(vector);
    if (kind == "mc.closed_form") return closed_form(vector);
    if (kind == "sensitivity.correlation") return correlation(vector);
    if (kind.starts_with("finance.")) return finance(vector);
    if (kind.starts_with("tree.")) return tree(vector);
    if (auto got = sensitivity(vector)) return got;
    return decision_analysis(vector);
}

}  // namespace fulcrum::vectors
