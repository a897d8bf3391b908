#include "app/command_line.h"

#include "base/text.h"

#include <algorithm>

namespace fulcrum {

Result<CommandLine> CommandLine::parse(std::span<const std::string> words,
                                       std::span<const std::string> options) {
    CommandLine line;
    for (std::size_t w = 0; w < words.size(); ++w) {
        std::string word = words[w] == "-o" ? "--out" : words[w];
        if (!word.starts_with("--")) {
            line.arguments_.push_back(std::move(word));
            continue;
        }
        std::optional<std::string> value;
        if (const std::size_t equals = word.find('='); equals != std::string::npos) {
            value = word.substr(equals + 1);
            word.resize(equals);
        }
        if (std::find(options.begin(), options.end(), word) == options.end())
            return Error{"", "unknown option " + word + did_you_mean(word, options)};
        if (!value && w + 1 < words.size()) value = words[++w];
        if (!value) return Error{"", word + " needs a value"};
        line.options_.emplace_back(std::move(word), *std::move(value));
    }
    return line;
}

std::optional<std::string> CommandLine::last(std::string_view option) const {
    std::optional<std::string> found;
    for (const auto& [name, value] : options_)
        if (name == option) found = value;
    return found;
}

std::vector<std::string> CommandLine::all(std::string_view option) const {
    std::vector<std::string> found;
    for (const auto& [name, value] : options_)
        if (name == option) found.push_back(value);
    return found;
}

}  // namespace fulcrum
