// fulcrum_hash           prints a line for each golden document: its name, the checksums of its
// text and of its
//                        results; then one for all
// fulcrum_hash FILE      compares with what stands in FILE; says what differs
// fulcrum_hash --documents FOLDER
//                        writes the texts of the documents to FOLDER/NAME.json
#include "analysis/results_json.h"
#include "base/checksum.h"
#include "engine/model.h"
#include "golden/documents.h"
#include "model/check.h"
#include "model/document_json.h"

#include <cstdio>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

using namespace fulcrum;

namespace {

std::string content(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

struct Named {
    std::string name;
    Document document;
};

std::vector<Named> golden_documents() {
    std::vector<Named> all;
    for (std::size_t n = 0; n < golden::random_documents; ++n)
        all.push_back({"random_" + std::to_string(n), golden::random_document(n)});
    for (const char* name : {"minimal", "office_crm", "phase0"})
        all.push_back(
            {name, with_streams(
                       read_document(content(std::string(FULCRUM_ASSETS_DIR "/") + name + ".json"))
                           .document)});
    return all;
}

// The results as the page and reports give them; what is wrong where there are none.
std::string results_text(const Document& document) {
    Diagnostics wrong = check(document);
    if (wrong.empty()) {
        const Compilation compiled = compile(document);
        if (compiled.model)
            return results_json(
                document, analyse(document, *compiled.model,
                                  {.draws = static_cast<std::size_t>(document.simulation.draws),
                                   .rows = {}}));
        wrong = compiled.diagnostics;
    }
    return "refused: " + wrong[0].path + ": " + wrong[0].message;
}

std::vector<std::string> lines() {
    std::vector<std::string> all;
    std::string everything;
    std::size_t led = 0, refused = 0;
    for (const Named& each : golden_documents()) {
        const std::string results = results_text(each.document);
        if (results.starts_with("refused: ")) {
            std::fprintf(stderr, "%s %s\n", each.name.c_str(), results.c_str());
            ++refused;
        }
        led += results.find("\"gap\": {\n    \"mean\"") != std::string::npos;
        everything += results;
        all.push_back(each.name + " " + checksum_text(canonical(each.document)) + " " +
                      checksum_text(results));
    }
    all.push_back("all " + checksum_text(everything) + ": " + std::to_string(led) +
                  " with a leader, " + std::to_string(refused) + " refused");
    return all;
}

int compare(const std::string& path) {
    std::istringstream expected(content(path));
    std::string line;
    std::size_t differing = 0;
    const std::vector<std::string> found = lines();
    for (const std::string& own : found) {
        if (!std::getline(expected, line)) line = "nothing";
        if (own == line) continue;
        ++differing;
        std::printf("found %s, expected %s\n", own.c_str(), line.c_str());
    }
    if (std::getline(expected, line)) ++differing;
    std::printf("%zu of %zu lines differ\n", differing, found.size());
    return differing == 0 ? 0 : 1;
}

void write_documents(const std::string& folder) {
    for (const Named& each : golden_documents()) {
        std::ofstream file(folder + "/" + each.name + ".json", std::ios::binary);
        file << canonical(each.document);
    }
}

}  // namespace

int main(int count, char** arguments) {
    if (count == 3 && std::string(arguments[1]) == "--documents") {
        write_documents(arguments[2]);
        return 0;
    }
    if (count == 2) return compare(arguments[1]);
    for (const std::string& line : lines()) std::printf("%s\n", line.c_str());
    return 0;
}
