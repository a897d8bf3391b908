#include "app/commands_native.h"

#include "app/bench.h"
#include "app/files_native.h"
#include "app/open_text.h"
#include "base/text.h"
#include "builtin/builtin.h"
#include "link/link.h"
#include "model/document_json.h"
#include "page/page.h"
#include "report/chart_file_native.h"
#include "report/decision_page.h"
#include "report/export.h"
#include "report/trace_file_native.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace fulcrum {
namespace {

constexpr int has_findings = 1;
constexpr int wrong_usage = 2;
constexpr std::size_t page_limit = 64u << 20;  // of a part or a saved page, in bytes

Printed failed(const Error& error, int exit_code = has_findings) {
    return {"", "fulcrum: " + error.message + "\n", exit_code};
}

std::string finding_line(const std::string& file, const Error& error) {
    const std::string place =
        error.line > 0 ? std::to_string(error.line) + ":" + std::to_string(error.column) + ": "
                       : "";
    const std::string path = error.path.empty() ? "" : error.path + ": ";
    return file + ":" + (place.empty() ? " " : place) + path + error.message + "\n";
}

// The decision in a file, or what is wrong with it as lines.
struct OpenedFile {
    OpenedText opened;
    std::optional<Printed> failure;
};

OpenedFile open_file(const std::string& path) {
    const Result<std::string> text = read_file(path, page_limit);
    if (!text) return {{}, failed(text.error())};
    OpenedText opened = open_text(*text);
    if (opened.diagnostics.empty()) return {std::move(opened), std::nullopt};
    Printed printed{"", "", has_findings};
    for (const Error& error : opened.diagnostics) printed.errors += finding_line(path, error);
    return {{}, std::move(printed)};
}

// Writes to --out, or hands the text on to standard output.
Printed delivered(const CommandLine& line, std::string text) {
    const std::optional<std::string> out = line.last("--out");
    if (!out) return {std::move(text), "", 0};
    if (const std::optional<Error> error = write_file(*out, text)) return failed(*error);
    return {};
}

Printed check_file(const CommandLine& line) {
    OpenedFile file = open_file(line.arguments()[0]);
    if (!file.failure) return {};
    std::swap(file.failure->output, file.failure->errors);  // the findings are what was asked for
    return *std::move(file.failure);
}

std::optional<Error> set_from_line(Session& session, const CommandLine& line) {
    for (const std::string& setting : line.all("--set")) {
        const std::size_t equals = setting.find('=');
        if (equals == std::string::npos)
            return Error{"", "--set wants ID=VALUE, found '" + setting + "'"};
        std::optional<Error> error =
            session.set(setting.substr(0, equals), setting.substr(equals + 1));
        if (error) return error;
    }
    return std::nullopt;
}

std::optional<Error> draws_from_line(Document& document, const CommandLine& line) {
    const std::optional<std::string> text = line.last("--draws");
    if (!text) return std::nullopt;
    const std::optional<double> draws = parse_decimal(*text);
    if (!draws || *draws != static_cast<double>(static_cast<std::int64_t>(*draws)))
        return Error{"", "--draws wants a whole number, found '" + *text + "'"};
    document.simulation.draws = static_cast<std::int64_t>(*draws);
    return std::nullopt;
}

Printed report(const CommandLine& line) {
    const std::string format = line.last("--format").value_or("text");
    const Export* form = find_export(format);
    if (form == nullptr) {
        std::vector<std::string> known;
        for (const Export* each : exports()) known.emplace_back(each->id);
        return failed({"", "no format '" + format + "'" + did_you_mean(format, known)},
                      wrong_usage);
    }
    OpenedFile file = open_file(line.arguments()[0]);
    if (file.failure) return *file.failure;
    Document document = std::move(file.opened.document);
    if (const std::optional<Error> error = draws_from_line(document, line))
        return failed(*error, wrong_usage);
    Result<Session> opened = Session::open(std::move(document), std::move(file.opened.reference));
    if (!opened) return failed(opened.error());
    Session session = *std::move(opened);
    if (const std::optional<Error> error = set_from_line(session, line)) return failed(*error);

    if (const std::optional<std::string> chart = line.last("--chart")) {
        const Result<std::string> file_of_chart = chart_file(session, *chart);
        if (!file_of_chart) return failed(file_of_chart.error(), wrong_usage);
        return delivered(line, *file_of_chart);
    }
    if (const std::optional<std::string> figure = line.last("--trace")) {
        const bool as_csv = line.last("--out").value_or("").ends_with(".csv");
        const Result<std::string> traced = trace_file(std::move(session), *figure, as_csv);
        if (!traced) return failed(traced.error(), wrong_usage);
        return delivered(line, *traced);
    }
    std::vector<std::size_t> all(session.document().rows.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    session.show({std::move(all), {every_study.begin(), every_study.end()}, true});
    session.settle();
    return delivered(line, form->write(session));
}

Printed link(const CommandLine& line) {
    const OpenedFile file = open_file(line.arguments()[0]);
    if (file.failure) return *file.failure;
    const std::string base = line.last("--base").value_or(std::string(home_address()));
    return delivered(line, link_text(file.opened.document, base) + "\n");
}

Printed open_link_text(const CommandLine& line) {
    const OpenedText opened = open_text(line.arguments()[0]);
    if (!opened.diagnostics.empty()) return failed(opened.diagnostics.front());
    return delivered(line, canonical(opened.document));
}

// The hash that hashes.txt, lines of a name and a hash, has for one part; "" when it has none.
std::string_view hash_of(std::string_view hashes, std::string_view part) {
    const std::string begin = std::string(part) + " ";
    while (!hashes.empty()) {
        const std::string_view line = hashes.substr(0, hashes.find('\n'));
        if (line.starts_with(begin)) return line.substr(begin.size());
        hashes.remove_prefix(std::min(hashes.size(), line.size() + 1));
    }
    return {};
}

Result<PageParts> read_parts(const std::string& folder) {
    PageParts parts;
    std::string hashes;
    const std::pair<std::string*, const char*> files[] = {
        {&parts.style, "style.css"},
        {&parts.glue, "glue.js"},
        {&parts.host, "host.js"},
        {&parts.wasm, "fulcrum.wasm.lzma.txt"},
        {&parts.regular, "regular.ttf.lzma.txt"},
        {&parts.medium, "medium.ttf.lzma.txt"},
        {&hashes, "hashes.txt"},
    };
    for (const auto& [part, name] : files) {
        Result<std::string> text = read_file(folder + "/" + name, page_limit);
        if (!text)
            return Error{"",
                         text.error().message + " (build the preset web first: tools/run does)"};
        *part = *std::move(text);
    }
    parts.policy = content_security_policy(hash_of(hashes, "style.css"), hash_of(hashes, "glue.js"),
                                           hash_of(hashes, "host.js"));
    return parts;
}

Printed page(const CommandLine& line) {
    OpenedFile file = open_file(line.arguments()[0]);
    if (file.failure) return *file.failure;
    const Result<PageParts> parts = read_parts(line.last("--parts").value_or("build/web/parts"));
    if (!parts) return failed(parts.error());
    Result<std::string> html = decision_page(*parts, file.opened.document, file.opened.reference,
                                             same_builtin(file.opened.document));
    if (!html) return failed(html.error());
    return delivered(line, *std::move(html));
}

Printed bench(const CommandLine& line) {
    const std::optional<std::string> file = line.last("--file");
    OpenedFile decision =
        file ? open_file(*file) : OpenedFile{open_text(builtins().front().json), std::nullopt};
    if (decision.failure) return *std::move(decision.failure);
    const Result<std::vector<BenchFigure>> figures =
        bench_decision(decision.opened.document, {1024, 16'384, 131'072});
    if (!figures) return failed(figures.error());
    return {bench_text(*figures) + bench_text(bench_scaling()) + bench_text(bench_analyses()), "",
            0};
}

std::string usage() {
    std::string text = "Fulcrum shows what a decision turns on.\n\n";
    for (const TerminalCommand& command : terminal_commands())
        text.append("  fulcrum ")
            .append(command.name)
            .append(" ")
            .append(command.arguments)
            .append("\n      ")
            .append(command.purpose)
            .append("\n");
    return text;
}

}  // namespace

std::span<const TerminalCommand> terminal_commands() {
    static const TerminalCommand commands[] = {
        {"check",
         "FILE",
         "names everything that is wrong with a decision; exit code 1 when something is",
         {},
         1,
         check_file},
        {"report",
         "FILE [--format text|json] [--chart C] [--trace ROW/OPTION] [--draws N] [--set "
         "ID=VALUE]... "
         "[--out X]",
         "computes a decision and prints what it comes to; with --chart one picture as SVG, with "
         "--trace where a figure comes from, as text or with --out X.csv its draws as a table",
         {"--format", "--chart", "--trace", "--draws", "--set", "--out"},
         1,
         report},
        {"link",
         "FILE [--base URL]",
         "prints the link that holds a decision",
         {"--base", "--out"},
         1,
         link},
        {"open",
         "LINK",
         "prints the decision that a link holds, as JSON",
         {"--out"},
         1,
         open_link_text},
        {"page",
         "FILE -o X [--parts FOLDER]",
         "writes a decision as one HTML file",
         {"--out", "--parts"},
         1,
         page},
        {"bench",
         "[--file FILE]",
         "measures how long the engine takes here: a decision, and time against size",
         {"--file"},
         0,
         bench},
    };
    return commands;
}

Printed run_terminal(std::span<const std::string> words) {
    if (words.empty() || words[0] == "help" || words[0] == "--help")
        return {usage(), "", words.empty() ? wrong_usage : 0};
    std::vector<std::string> names;
    for (const TerminalCommand& command : terminal_commands()) {
        names.emplace_back(command.name);
        if (command.name != words[0]) continue;
        const Result<CommandLine> line = CommandLine::parse(words.subspan(1), command.options);
        if (!line) return failed(line.error(), wrong_usage);
        if (line->arguments().size() != command.argument_count)
            return failed({"", "usage: fulcrum " + std::string(command.name) + " " +
                                   std::string(command.arguments)},
                          wrong_usage);
        return command.run(*line);
    }
    return failed({"", "no command '" + words[0] + "'" + did_you_mean(words[0], names) +
                           " (fulcrum help lists them)"},
                  wrong_usage);
}

}  // namespace fulcrum
