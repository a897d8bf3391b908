#include "app/commands_native.h"

#include <cstdio>

int main(int count, char** words) {
    const std::vector<std::string> arguments(words + (count > 0 ? 1 : 0), words + count);
    const fulcrum::Printed printed = fulcrum::run_terminal(arguments);
    std::fwrite(printed.output.data(), 1, printed.output.size(), stdout);
    std::fwrite(printed.errors.data(), 1, printed.errors.size(), stderr);
    return printed.exit_code;
}
