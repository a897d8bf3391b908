// Nothing of the source document is missing from the built-in decision.
#include "assets/asset_files.h"
#include "assets/source_text.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <regex>

using namespace fulcrum::test;

namespace {

// What the fields of a document stand for: a page says these words by itself.
const std::vector<std::string> fields{
    "Purpose",
    "Date",
    "Decision Required",
    "Decision Options",
    "Timeline",
    "Cost",
    "Risk Level",
    "Pros",
    "Cons",
    "Predicted Outcomes",
    "Financial Impact",
    "Recommendation",
    "What Gets Fixed",
    "Comparison Matrix",
    "Risk Assessment",
    "Business Impact Analysis",
    "Revenue Impact",
    "Assumptions",
    "Option A",
    "Option B",
    "Option C",
    "Stakeholder Perspectives",
    "Rationale",
    "Recommendation Framework",
    "Final Recommendation",
    "Primary Recommendation",
    "Action Items",
    "Conclusion",
    "Choose Option A (Immediate) IF",
    "Choose Option B (Rapid) IF",
    "Choose Option C (Full Roadmap) IF",
    "If Approving Option C (Recommended)",
    "If Approving Option B (Rapid Path)",
    "If Selecting Option A (Not Recommended)",
};

// All texts of the decision but those of the other options, and those that a claim only repeats.
void collect(const Json& json, const std::string& option, std::vector<std::string>& texts) {
    if (json.is_string()) texts.push_back(json.get<std::string>());
    if (json.is_array())
        for (const Json& item : json) {
            const bool other =
                item.is_object() && !option.empty() &&
                ((item.contains("id") && item["id"].is_string() &&
                  item["id"].get<std::string>().size() == 1 && item["id"] != option) ||
                 (item.contains("option") && item["option"] != option));
            if (!other) collect(item, option, texts);
        }
    if (json.is_object())
        for (const auto& [key, member] : json.items()) {
            const bool other = !option.empty() && key.size() == 1 && key != option;
            if (!other && key != "against") collect(member, option, texts);
        }
}

bool is_letter(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0;
}

// As whole words.
bool stands_in(const std::string& text, const std::string& piece) {
    for (std::size_t at = text.find(piece); at != std::string::npos;
         at = text.find(piece, at + 1)) {
        const std::size_t end = at + piece.size();
        const bool begins = at == 0 || !is_letter(text[at - 1]) || !is_letter(piece.front());
        if (begins && (end == text.size() || !is_letter(text[end]) || !is_letter(piece.back())))
            return true;
    }
    return false;
}

class Told {
  public:
    explicit Told(const std::string& option) { collect(phase0(), option, texts_); }

    // The text stands in one text of the decision, or it is made of parts that do.
    bool operator()(const std::string& text) const {
        if (text.empty() || std::count(fields.begin(), fields.end(), text) != 0) return true;
        for (const std::string& own : texts_)
            if (stands_in(own, text)) return true;
        for (const char* seam : {": ", " - "})
            if (const std::size_t at = text.find(seam); at != std::string::npos && at > 0)
                if ((*this)(text.substr(0, at)) &&
                    (*this)(text.substr(at + std::string(seam).size())))
                    return true;
        std::smatch found;
        if (std::regex_match(text, found, std::regex("(.+) \\(([^()]+)\\)|(.+):|\"(.+)\"")))
            return std::all_of(found.begin() + 1, found.end(),
                               [&](const auto& part) { return (*this)(part.str()); });
        return false;
    }

  private:
    std::vector<std::string> texts_;
};

bool is_figure(const Json& cell, const std::string& text) {
    return cell.is_number() && std::regex_match(text, std::regex("-?[0-9]+")) &&
           cell.get<double>() == std::stoi(text);
}

// The row of that name says this of the option, as a word, as it is stated, or as a number.
bool row_says(const std::string& name, const std::string& option, const std::string& text) {
    for (const Json& row : phase0()["rows"]) {
        if (row["name"] != name) continue;
        const Json cell = at_path(row, "cells/" + option);
        if (cell == Json(text) || is_figure(cell, text) ||
            at_path(row, "stated/" + option) == Json(text))
            return true;
    }
    return false;
}

bool claim_says(const std::string& option, int month, const std::string& text) {
    for (const Json& claim : phase0()["claims"])
        if (claim.value("row", "") == "impact" && claim.value("option", "") == option &&
            claim.value("month", 0) == month)
            return claim.value("text", "") == text;
    return false;
}

}  // namespace

TEST_CASE("the source is read whole: its last line is known, and so are its tables") {
    const std::vector<SourceLine> lines = source_lines();
    REQUIRE(lines.size() > 250);
    CHECK(lines.back().text == "Questions: Contact System Architecture Team");
    CHECK(std::count_if(lines.begin(), lines.end(),
                        [](const SourceLine& line) { return !line.cells.empty(); }) == 24);
}

TEST_CASE("every sentence, bullet, heading and figure line stands in the decision") {
    int checked = 0;
    for (const SourceLine& line : source_lines()) {
        if (!line.cells.empty() || line.drawing) continue;
        CAPTURE(line.number);
        CAPTURE(line.text);
        std::smatch score;
        if (std::regex_match(line.text, score, std::regex("([A-Za-z ]+): ([0-9]+)")))
            CHECK(row_says(score[1], line.option, score[2]));
        else
            CHECK(Told(line.heading ? "" : line.option)(line.text));
        ++checked;
    }
    CHECK(checked > 220);
}

TEST_CASE("every bullet of an option stands in the option itself, as often as in the source") {
    const std::vector<SourceLine> lines = source_lines();
    int checked = 0;
    for (const SourceLine& line : lines) {
        const bool bullet = std::regex_search(line.raw, std::regex("^\\s*- "));
        const bool is_fix = line.text.rfind("Issue", 0) == 0 && line.text.find(':') < 12;
        if (!bullet || line.option.empty() || is_fix || line.text.rfind("Option", 0) == 0) continue;
        CAPTURE(line.text);
        std::vector<std::string> texts;
        collect(at_path(phase0(), "options/" + line.option), "", texts);
        const auto in_source = std::count_if(lines.begin(), lines.end(), [&](const auto& other) {
            return other.text == line.text && other.option == line.option;
        });
        CHECK(std::count(texts.begin(), texts.end(), line.text) == in_source);
        ++checked;
    }
    CHECK(checked == 83);
}

TEST_CASE("every cell of the tables stands at its option") {
    std::vector<std::string> head;
    int checked = 0;
    for (const SourceLine& line : source_lines()) {
        if (line.cells.empty()) continue;
        CAPTURE(line.number);
        if (line.cells[0] == "Factor" || line.cells[0] == "Scenario") {
            head = line.cells;
            continue;
        }
        for (std::size_t column = 1; column < line.cells.size(); ++column) {
            CAPTURE(line.cells[column]);
            if (head[0] == "Scenario")
                CHECK(claim_says(line.option, std::stoi(head[column]), line.cells[column]));
            else
                CHECK(row_says(line.cells[0], head[column].substr(7, 1), line.cells[column]));
            ++checked;
        }
    }
    CHECK(checked == 3 * (13 + 3 + 5));
}

TEST_CASE("every word of the drawn tree stands in the tree") {
    std::vector<std::string> texts;
    collect(phase0()["tree"], "", texts);
    int checked = 0;
    for (const SourceLine& line : source_lines()) {
        if (!line.drawing) continue;
        for (const std::string& word : drawn_words(line.raw)) {
            CAPTURE(word);
            CHECK(std::any_of(texts.begin(), texts.end(),
                              [&](const std::string& text) { return stands_in(text, word); }));
            ++checked;
        }
    }
    CHECK(checked == 27);  // counted in the drawing
}

TEST_CASE("the drawn tree's branches are kept as they are drawn") {
    const auto labels = [](const char* node) {
        std::string all;
        const Json branches = at_path(phase0(), std::string("tree/nodes/") + node + "/branches");
        for (const Json& branch : branches) all += branch["label"].get<std::string>() + " ";
        return all;
    };
    CHECK(labels("tolerate") == "YES NO NO ");
    CHECK(labels("seven_weeks") == "YES NO YES ");
}

TEST_CASE("every link of the source is there, with its target") {
    int checked = 0;
    for (const SourceLine& line : source_lines()) {
        std::smatch link;
        if (!std::regex_search(line.raw, link, std::regex("\\[[^\\]]+\\]\\(([^)]+)\\)"))) continue;
        bool found = false;
        for (const Json& own : phase0()["links"])
            found |= own["target"] == Json(link[1].str()) && own["title"] == Json(line.text);
        CHECK(found);
        ++checked;
    }
    CHECK(checked == 3);
}

TEST_CASE("a sentence that the source does not say is not found, so that the others count") {
    CHECK(!Told("")("Deploy on a Friday"));
    CHECK(!Told("C")("Frontend performance suboptimal"));  // of option B
    CHECK(Told("B")("Frontend performance suboptimal"));
    CHECK(!row_says("Data Integrity Risk", "A", "94"));
    CHECK(!row_says("Technical Debt", "A", "Minimal"));
}
