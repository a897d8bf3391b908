#include "app/commands_native.h"

#include "app/files_native.h"
#include "app/open_text.h"
#include "base/text.h"
#include "model/document_json.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

using namespace fulcrum;

namespace {

const std::string built_in = FULCRUM_ASSETS_DIR "/phase0.json";

Printed run(const std::vector<std::string>& words) {
    return run_terminal(words);
}

bool contains(const std::string& text, const char* part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("command line: without words it says what it can do, and fails") {
    const Printed printed = run({});
    CHECK(printed.exit_code == 2);
    for (const TerminalCommand& command : terminal_commands())
        CHECK(contains(printed.output, std::string(command.name).c_str()));
}

TEST_CASE("command line: a mistyped command or option is met with the right one") {
    CHECK(contains(run({"chekc", "x"}).errors, "did you mean 'check'"));
    CHECK(
        contains(run({"report", built_in, "--fromat", "json"}).errors, "did you mean '--format'"));
    CHECK(run({"report"}).exit_code == 2);
    CHECK(contains(run({"report", built_in, "--draws"}).errors, "needs a value"));
}

TEST_CASE("command line: check is silent about a good file, and exits with 1 on a bad one") {
    const Printed good = run({"check", built_in});
    CHECK(good.exit_code == 0);
    CHECK(good.output.empty());
    const Printed missing = run({"check", "no-such-file.json"});
    CHECK(missing.exit_code == 1);
}

TEST_CASE("command line: report prints the verdict first, and the same draws give the same text") {
    const Printed first = run({"report", built_in, "--draws", "1024"});
    REQUIRE(first.exit_code == 0);
    CHECK(first.output == run({"report", built_in, "--draws", "1024"}).output);
    CHECK(first.output.size() > 2000);
}

TEST_CASE("command line: --set is the edit that a slider makes") {
    const std::string json =
        run({"report", built_in, "--format", "json", "--draws", "1024"}).output;
    const Printed moved =
        run({"report", built_in, "--format", "json", "--draws", "1024", "--set", "price=60"});
    REQUIRE(moved.exit_code == 0);
    CHECK(moved.output != json);
    CHECK(run({"report", built_in, "--format", "json", "--draws", "1024", "--set", "price=50"})
              .output == json);
    CHECK(run({"report", built_in, "--set", "price"}).exit_code == 1);
    CHECK(contains(run({"report", built_in, "--set", "prise=4"}).errors, "did you mean 'price'"));
}

TEST_CASE("command line: --trace says where a figure comes from, and names what is mistyped") {
    const auto traced = [](const std::string& figure) {
        return run({"report", built_in, "--draws", "1024", "--trace", figure});
    };
    const Printed printed = traced("net_12/C");
    REQUIRE(printed.exit_code == 0);
    CHECK(contains(printed.output, "Formula: at(impact, 12) - cost"));
    CHECK(contains(printed.output, "With present values: $297K - $106K"));
    CHECK(contains(printed.output, "Revenue per user"));
    CHECK(traced("impact/B").output == traced("impact/B/12").output);
    CHECK(contains(traced("net_21/C").errors, "did you mean 'net_12'"));
    CHECK(contains(traced("net_12/D").errors, "no option 'D'"));
    CHECK(contains(traced("impact/B/13").errors, "has no month '13'"));
    CHECK(contains(traced("net_12").errors, "ROW/OPTION"));
    CHECK(contains(traced("lost_trust/B").errors, "has no figure"));
}

TEST_CASE("command line: --trace with a name that ends in .csv writes the draws") {
    const std::string path =
        (std::filesystem::temp_directory_path() / "fulcrum_trace_test.csv").string();
    REQUIRE(run({"report", built_in, "--draws", "1024", "--trace", "net_12/C", "--out", path})
                .exit_code == 0);
    const Result<std::string> table = read_file(path, 1 << 20);
    std::filesystem::remove(path);
    REQUIRE(table);
    CHECK(table->starts_with("draw,net_12@C,impact@C/12,cost@C,price,"));
    CHECK(std::count(table->begin(), table->end(), '\n') == 1025);
}

TEST_CASE("command line: a link opens as the document that it was made from") {
    const std::string link =
        run({"link", built_in, "--base", "https://example.org/fulcrum.html"}).output;
    CHECK(link.starts_with("https://example.org/fulcrum.html#f0."));
    const Printed opened = run({"open", std::string(trimmed(link))});
    REQUIRE(opened.exit_code == 0);
    CHECK(read_document(opened.output).diagnostics.empty());
    CHECK(opened.output == canonical(open_text(link).document));
    CHECK(run({"open", "f0.9999.x"}).exit_code == 1);
}

TEST_CASE("command line: draws that are no power of two are refused with what to do") {
    const Printed printed = run({"report", built_in, "--draws", "1000"});
    CHECK(printed.exit_code == 1);
    CHECK(contains(printed.errors, "power of two"));
}
