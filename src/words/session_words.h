// What is said when an input makes no sense, or a document cannot be taken.
#pragma once

#include <string>

namespace fulcrum {

struct SessionWords {
    std::string (*not_a_number)(const std::string& typed);
    std::string not_a_truth;
    std::string not_above_zero;
    std::string nothing_to_restore;
};

const SessionWords& session_words();

}  // namespace fulcrum
