#include "base/text.h"

#include <algorithm>
#include <vector>

namespace fulcrum {
namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Optimal string alignment. Source: L. Boytsov, "Indexing methods for approximate dictionary
// searching", ACM JEA 16 (2011), section 2.
std::size_t edits(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before_last(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
    for (std::size_t k = 0; k <= b.size(); ++k) last[k] = k;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t k = 1; k <= b.size(); ++k) {
            const bool same = lower(a[i - 1]) == lower(b[k - 1]);
            row[k] = std::min({last[k] + 1, row[k - 1] + 1, last[k - 1] + (same ? 0u : 1u)});
            if (i > 1 && k > 1 && lower(a[i - 1]) == lower(b[k - 2]) &&
                lower(a[i - 2]) == lower(b[k - 1]))
                row[k] = std::min(row[k], before_last[k - 2] + 1);
        }
        std::swap(before_last, last);
        std::swap(last, row);
    }
    return last[b.size()];
}

}  // namespace

std::string_view nearest(std::string_view word, std::span<const std::string> candidates) {
    const std::size_t most = 1 + word.size() / 4;
    std::string_view best;
    std::size_t best_edits = most + 1;
    for (const std::string& candidate : candidates) {
        const std::size_t longer = std::max(candidate.size(), word.size());
        if (longer - std::min(candidate.size(), word.size()) > most) continue;
        const std::size_t distance = edits(word, candidate);
        // All letters changed is another word, not a slip.
        if (distance >= best_edits || distance >= longer) continue;
        best = candidate;
        best_edits = distance;
    }
    return best;
}

std::string did_you_mean(std::string_view word, std::span<const std::string> candidates) {
    const std::string_view near = nearest(word, candidates);
    return near.empty() ? "" : "; did you mean '" + std::string(near) + "'?";
}

}  // namespace fulcrum
