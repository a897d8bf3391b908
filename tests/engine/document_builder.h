// Documents for tests, written line by line. Streams are given in the order of the lines.
#pragma once

#include "model/document.h"

#include <string>
#include <utility>

namespace fulcrum {

struct Bounds {
    double base, low, high;
};

class DocumentBuilder {
  public:
    explicit DocumentBuilder(std::initializer_list<const char*> options) {
        for (const char* option : options) document_.options.push_back({.id = option});
    }

    // An assumption; without bounds of a range (low > high) it is a point.
    Assumption& assumption(std::string id, std::string unit, double base) {
        Assumption assumption{.id = std::move(id), .unit = std::move(unit), .base = base};
        assumption.stream = stream_++;
        return document_.assumptions.emplace_back(std::move(assumption));
    }
    Assumption& assumption(std::string id, std::string unit, const Bounds& bounds) {
        Assumption& own = assumption(std::move(id), std::move(unit), bounds.base);
        own.low = bounds.low;
        own.high = bounds.high;
        return own;
    }

    // The row that the next calls of cell() belong to.
    Row& row(std::string id, std::string unit = "", std::string formula = "") {
        return document_.rows.emplace_back(
            Row{.id = std::move(id), .unit = std::move(unit), .formula = std::move(formula)});
    }
    Row& series(std::string id, std::string unit, std::int64_t months, std::string formula,
                std::string start = "") {
        Row& own = row(std::move(id), std::move(unit), std::move(formula));
        own.months = months;
        own.start = std::move(start);
        return own;
    }
    void cell(std::string option, double number) { put(std::move(option), number); }
    void cell(std::string option, std::string formula) {
        put(std::move(option), Formula{std::move(formula)});
    }
    Assumption& cell(std::string option, const Bounds& bounds) {
        Assumption range{.base = bounds.base, .low = bounds.low, .high = bounds.high};
        range.stream = stream_++;
        put(std::move(option), range);
        return *std::get_if<Assumption>(&document_.rows.back().cells.back().second);
    }

    Document& document() { return document_; }

  private:
    void put(std::string option, Cell cell) {
        document_.rows.back().cells.emplace_back(std::move(option), std::move(cell));
    }

    Document document_;
    std::int64_t stream_ = 0;
};

}  // namespace fulcrum
