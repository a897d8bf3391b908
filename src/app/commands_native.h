// What the command line can do: one entry per command.
#pragma once

#include "app/command_line.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fulcrum {

// What a command leaves behind.
struct Printed {
    std::string output;  // to standard output
    std::string errors;  // to standard error
    int exit_code = 0;   // 0 done, 1 the input has findings, 2 the command line was wrong
};

struct TerminalCommand {
    std::string_view name;
    std::string_view arguments;  // of the usage line
    std::string_view purpose;
    std::vector<std::string> options;
    std::size_t argument_count;
    Printed (*run)(const CommandLine& line);
};

// check, report, link, open, page: see contracts, "Commands".
std::span<const TerminalCommand> terminal_commands();

// Runs `fulcrum words...`.
Printed run_terminal(std::span<const std::string> words);

}  // namespace fulcrum
