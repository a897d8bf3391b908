// What the page says about itself: links copied, files opened, what went wrong.
#pragma once

#include <cstddef>
#include <string>

namespace fulcrum {

struct AppWords {
    // length: characters of the link; has_address: it opens a page by itself, else it is a bare
    // fragment
    std::string (*copied)(std::size_t length, bool has_address);
    std::string (*not_copied)(std::size_t length, bool has_address);
    std::string saving;         // the page is being made
    std::string saved;          // handed to the browser's downloads
    std::string no_picture;     // without WebGL
    std::string begun_again;    // after a fault
    std::string right_to_left;  // what the picture cannot do with such text
    std::string (*opened)(const std::string& title);
    std::string (*not_opened)(const std::string& reason, std::size_t others);
    std::string (*at_line)(const std::string& reason, int line, int column,
                           const std::string& path);
    std::string unknown_view;
    std::string unknown_section;
};

const AppWords& app_words();

}  // namespace fulcrum
