// The words of a command line: what stands alone, and --name VALUE pairs.
#pragma once

#include "base/result.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fulcrum {

class CommandLine {
  public:
    // words     without the program's name and the command's
    // options   the names that the command takes, each with a value: "--out". "-o" is read as
    // "--out". errors    an unknown option (with a suggestion), or one without its value.
    static Result<CommandLine> parse(std::span<const std::string> words,
                                     std::span<const std::string> options);

    const std::vector<std::string>& arguments() const { return arguments_; }
    std::optional<std::string> last(std::string_view option) const;
    std::vector<std::string> all(std::string_view option) const;

  private:
    std::vector<std::string> arguments_;
    std::vector<std::pair<std::string, std::string>> options_;
};

}  // namespace fulcrum
