// What the page is, and the licences of what it contains.
#pragma once

#include <string>
#include <vector>

namespace fulcrum {

struct AboutWords {
    std::string title, intro;
    std::vector<std::string> parts;     // of others: name, whose, licence
    std::vector<std::string> licences;  // the texts that these ask for
};

const AboutWords& about_words();

}  // namespace fulcrum
