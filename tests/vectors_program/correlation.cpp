#include "math/correlation.h"

#include "vectors_program/answer.h"

#include <vector>

namespace fulcrum::vectors {

std::optional<json> correlation(const json& vector) {
    const auto x = vector["input"]["x"].get<std::vector<double>>();
    const auto y = vector["input"]["y"].get<std::vector<double>>();
    json got = json::object();
    const auto add = [&](const char* key, std::optional<double> value) {
        got[key] = value ? json(*value) : json();
    };
    add("pearson", pearson(x, y));
    add("spearman", spearman(x, y));
    add("kendall_tau_b", kendall_tau_b(x, y));
    return got;
}

}  // namespace fulcrum::vectors
