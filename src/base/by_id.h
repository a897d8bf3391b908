// Looking up what has an id in a list.
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

namespace fulcrum {

// The first entry with this id; nullptr where there is none. Of many ids few are as long and end
// alike: the others are told apart without a look at what they begin with.
template <class Entry>
const Entry* by_id(const std::vector<Entry>& entries, std::string_view id) {
    const auto place = std::find_if(entries.begin(), entries.end(), [id](const Entry& entry) {
        const std::string_view own(entry.id);
        return own.size() == id.size() && (own.empty() || own.back() == id.back()) && own == id;
    });
    return place == entries.end() ? nullptr : &*place;
}

}  // namespace fulcrum
