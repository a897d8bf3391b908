// What is said when a link cannot be opened.
#pragma once

#include <cstddef>
#include <string>

namespace fulcrum {

struct LinkWords {
    std::string not_a_link;
    std::string damaged;
    std::string other_base;
    std::string (*cut)(std::size_t arrived, std::size_t whole, const std::string& title);
    std::string (*unknown_base)(const std::string& id);
};

const LinkWords& link_words();

}  // namespace fulcrum
