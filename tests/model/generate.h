// Documents made by chance, the same for the same seed: every field, every kind of cell, Unicode,
// -0, subnormals. They follow the form of documents, not their meaning (see check.h).
#pragma once

#include "model/describe_document.h"
#include "model/document.h"

#include <cmath>
#include <cstdint>
#include <cstring>
#include <string>

namespace fulcrum {

class DocumentGenerator {
  public:
    explicit DocumentGenerator(std::uint64_t seed) : state_(seed * 2 + 1) {}

    Document document() {
        Document made;
        make(made);
        made.format = format_version;
        return made;
    }

  private:
    // splitmix64. Source: G. Steele, D. Lea, C. Flood, OOPSLA 2014.
    std::uint64_t bits() {
        std::uint64_t z = (state_ += 0x9E3779B97F4A7C15u);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
        return z ^ (z >> 31);
    }
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(bits() % count); }

    void make(double& number) {
        constexpr double odd[] = {
            0.0,  -0.0, 5e-324, -2.2250738585072009e-308, 1.7976931348623157e308,
            0.1,  1e21, 1e-7,   9007199254740993.0,       -1.5,
            1e23, 100};
        if (below(2) == 0) {
            number = odd[below(std::size(odd))];
            return;
        }
        do {
            const std::uint64_t any = bits();
            std::memcpy(&number, &any, sizeof number);
        } while (!std::isfinite(number));
    }
    void make(std::int64_t& number) {
        constexpr std::int64_t most = 9007199254740991;
        const std::int64_t odd[] = {0, 1, -1, most, -most, 256};
        number = odd[below(std::size(odd))];
    }
    void make(bool& truth) { truth = below(2) == 0; }
    void make(std::string& text) {
        const std::string pieces[] = {
            "plain",   "\u00E9", "\u20AC", "\U0001F600", "\"",        "\\",
            "/",       "~",      "\n",     "\t",         "\x01",      "\x7F",
            " ",       "'",      "\u2028", "<b>",        "</script>", std::string(1, '\0'),
            "e\u0301", "=1"};
        for (std::size_t k = below(4); k > 0; --k) text += pieces[below(std::size(pieces))];
    }

    template <class T>
    void make(std::optional<T>& content) {
        if (below(2) == 0) make(content.emplace());
    }
    template <class T>
    void make(std::vector<T>& list) {
        list.resize(below(3));
        for (T& element : list) make(element);
    }
    template <class T>
    void make(std::vector<std::pair<std::string, T>>& list) {
        list.resize(below(3));
        for (std::size_t k = 0; k < list.size(); ++k) {
            make(list[k].first);
            list[k].first += std::to_string(k);  // keys of an object differ
            make(list[k].second);
        }
    }
    void make(Cell& cell) {
        switch (below(3)) {
            case 0:
                make(cell.emplace<double>());
                break;
            case 1:
                make(cell.emplace<Formula>().text);
                break;
            default:
                fill<CellRange>(cell.emplace<Assumption>());
        }
    }
    void make(Amount& amount) {
        if (below(2) == 0)
            make(amount.emplace<double>());
        else
            make(amount.emplace<Formula>().text);
    }
    void make(Row& row) {
        fill<Row>(row);
        if (row.kind == RowKind::Number) return;
        for (auto& [option, cell] : row.cells)
            if (const Formula* formula = std::get_if<Formula>(&cell)) cell = Word{formula->text};
    }

    template <class T>
    void make(T& content) {
        if constexpr (std::is_enum_v<T>) {
            const auto words = enum_words(T{});
            const std::size_t choice = below(words.size() + 1);
            if (choice < words.size()) content = words[choice].first;  // else as it was
        } else {
            fill<T>(content);
        }
    }

    template <class T>
    struct Fields {
        DocumentGenerator& generator;
        typename As<T>::Object& object;

        template <class Member>
        void required(const char*, Member member, const char*) {
            generator.make(object.*member);
        }
        template <class Member>
        void optional(const char*, Member member, const char*) {
            if (generator.below(4) != 0) generator.make(object.*member);
        }
    };

    template <class T>
    void fill(typename As<T>::Object& object) {
        Fields<T> fields{*this, object};
        describe(fields, As<T>{});
    }

    std::uint64_t state_;
};

}  // namespace fulcrum
