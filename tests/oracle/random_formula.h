// Texts of valid formulas and awkward numbers, from a seed.
#pragma once

#include <cstdint>
#include <iterator>
#include <limits>
#include <string>
#include <string_view>

namespace fulcrum::oracle {

// SplitMix64: the same sequence on every platform.
class Chance {
  public:
    explicit Chance(std::uint64_t seed) : state_(seed) {}

    std::uint64_t bits() {
        std::uint64_t z = state_ += 0x9e3779b97f4a7c15u;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
        return z ^ (z >> 31);
    }
    std::size_t below(std::size_t limit) { return static_cast<std::size_t>(bits() % limit); }
    bool once_in(std::size_t times) { return below(times) == 0; }
    double unit() { return static_cast<double>(bits() >> 11) * 0x1p-53; }

    // Every kind of number that has ever been special.
    double awkward() {
        using Limits = std::numeric_limits<double>;
        constexpr double special[] = {0.0,
                                      -0.0,
                                      1.0,
                                      -1.0,
                                      2.0,
                                      0.5,
                                      -0.5,
                                      2.5,
                                      -2.5,
                                      3.0,
                                      -3.0,
                                      1e308,
                                      -1e308,
                                      Limits::infinity(),
                                      -Limits::infinity(),
                                      Limits::quiet_NaN(),
                                      Limits::denorm_min(),
                                      -Limits::denorm_min(),
                                      Limits::min(),
                                      1e-310,
                                      0.49999999999999994,
                                      4503599627370495.5,
                                      9007199254740993.0,
                                      710.0,
                                      -746.0};
        if (once_in(2)) return special[below(std::size(special))];
        if (once_in(3)) return static_cast<double>(below(21)) - 10;
        return (unit() - 0.5) * (once_in(2) ? 4 : 4000);
    }

    // Small, zero at times, mostly fit for roots and logarithms.
    double plain() {
        const double size = once_in(2) ? static_cast<double>(below(12)) : unit() * 10;
        return once_in(4) ? -size : size;
    }

  private:
    std::uint64_t state_;
};

// names: texts that stand for a value ("x0", "x1@B", "previous(x2)"). With series, x0 .. x4 stand
// for series too, and functions over months are called.
class RandomFormula {
  public:
    RandomFormula(Chance& chance, const std::string* names, std::size_t count, bool series = false)
        : chance_(chance), names_(names), count_(count), series_(series) {}

    // At most `levels` nested; about `leaves` numbers and names, at least one.
    std::string text(int levels, int leaves) {
        leaves_ = leaves;
        std::string text = chance_.once_in(30) ? "=" : "";
        return text + logical(levels);
    }

  private:
    std::string space() { return chance_.once_in(6) ? (chance_.once_in(2) ? "  " : "\t") : " "; }
    std::string tight() { return chance_.once_in(2) ? "" : " "; }

    std::string chain(std::string_view operators[], std::size_t kinds,
                      std::string (RandomFormula::*part)(int), int levels, std::size_t most) {
        std::string text = (this->*part)(levels);
        for (std::size_t more = chance_.below(most); more > 0 && leaves_ > 0; --more) {
            text += space() + std::string(operators[chance_.below(kinds)]) + space();
            text += (this->*part)(levels);
        }
        return text;
    }
    std::string logical(int levels) {
        std::string_view operators[] = {"or", "and"};
        return chance_.once_in(8) ? chain(operators, 2, &RandomFormula::negation, levels, 3)
                                  : negation(levels);
    }
    std::string negation(int levels) {
        return chance_.once_in(15) && levels > 0 ? "not " + negation(levels - 1)
                                                 : comparison(levels);
    }
    std::string comparison(int levels) {
        constexpr std::string_view operators[] = {"<", "<=", ">", ">=", "=", "==", "!=", "<>"};
        if (!chance_.once_in(6)) return sum(levels);
        const std::string_view symbol = operators[chance_.below(std::size(operators))];
        return sum(levels) + tight() + std::string(symbol) + space() + sum(levels);
    }
    std::string sum(int levels) {
        std::string_view operators[] = {"+", "-"};
        return chain(operators, 2, &RandomFormula::product, levels, 3);
    }
    std::string product(int levels) {
        std::string_view operators[] = {"*", "/"};
        return chain(operators, 2, &RandomFormula::sign, levels, 3);
    }
    std::string sign(int levels) {
        if (chance_.once_in(8) && levels > 0) return "-" + tight() + sign(levels - 1);
        if (chance_.once_in(10) && levels > 0)
            return primary(levels - 1) + tight() + "^" + tight() + sign(levels - 1);
        return primary(levels);
    }
    std::string primary(int levels) {
        const std::size_t kind = chance_.below(levels > 0 && leaves_ > 0 ? 10 : 5);
        if (kind < 5) --leaves_;
        if (kind < 2) return number();
        if (kind < 5) return names_[chance_.below(count_)];
        if (kind < 7) return "(" + tight() + logical(levels - 1) + tight() + ")";
        return call(levels - 1);
    }
    std::string series() { return "x" + std::to_string(chance_.below(5)); }
    std::string over_months(int levels) {
        constexpr std::string_view of_flows[] = {"irr", "roi"};
        constexpr std::string_view of_rate[] = {"npv", "profitability_index"};
        switch (chance_.below(7)) {
            case 0:
                return std::string(of_flows[chance_.below(2)]) + tight() + "(" + series() + ")";
            case 1:
                return std::string(of_rate[chance_.below(2)]) + "(" + logical(levels) + ", " +
                       series() + ")";
            case 2:
                return "mirr(" + series() + ", " + logical(levels) + ", " + logical(levels) + ")";
            case 3:
                return "xnpv(" + logical(levels) + ", " + series() + tight() + ", " + series() +
                       ")";
            case 4:
                return "(payback(" + series() + ") / 1 [month])";
            case 5:
                return "(discounted_payback(" + logical(levels) + ", " + series() +
                       ") / 1 [month])";
            default:
                return "xirr(" + series() + ", " + series() + ")";
        }
    }
    std::string call(int levels) {
        if (series_ && chance_.once_in(4)) return over_months(levels);
        struct Known {
            std::string_view name;
            std::size_t least, most;
        };
        constexpr Known functions[] = {
            {"if", 3, 3},    {"if", 3, 3},   {"min", 1, 4},  {"max", 1, 4}, {"sum", 1, 4},
            {"clamp", 3, 3}, {"abs", 1, 1},  {"sqrt", 1, 1}, {"exp", 1, 1}, {"log", 1, 1},
            {"floor", 1, 1}, {"ceil", 1, 1}, {"round", 1, 1}};
        const Known& function = functions[chance_.below(std::size(functions))];
        std::string text = std::string(function.name) + tight() + "(";
        const std::size_t arguments =
            function.least + chance_.below(function.most - function.least + 1);
        for (std::size_t a = 0; a < arguments; ++a) text += (a == 0 ? "" : ", ") + logical(levels);
        return text + ")";
    }
    std::string number() {
        constexpr std::string_view plain[] = {"0",  "1",   "2",     "0.5", "3",
                                              "10", ".25", "1.5e3", "100", "7"};
        constexpr std::string_view suffixes[] = {"", "", "", "", "K", "M", "%"};
        if (chance_.once_in(40)) return chance_.once_in(2) ? "1e308" : "5e-324";
        std::string text = std::string(plain[chance_.below(std::size(plain))]);
        text += suffixes[chance_.below(std::size(suffixes))];
        if (chance_.once_in(12)) return "(" + text + tight() + "[1])";
        return text;
    }

    Chance& chance_;
    const std::string* names_;
    std::size_t count_;
    int leaves_ = 0;
    bool series_ = false;
};

}  // namespace fulcrum::oracle
