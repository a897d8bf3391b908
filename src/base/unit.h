// Units and their algebra: products of symbols with whole exponents, checked but never converted.
//
//   "$/user/month"   -> $ user^-1 month^-1       "$K" and "$" are two symbols: there are no rates
//   of
//   "%"              -> no symbol (a share)       exchange, a formula writes 1000 [$/$K]
//   "users"          -> user                      a trailing s is ignored, so plural is the same
//   unit "1"              -> no symbol, said on purpose
#pragma once

#include "base/result.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace fulcrum {

// What is known of the unit of a value.
class Unit {
  public:
    // Nothing was said (an assumption or row without a unit): fits everything, and so does every
    // value that is made from it by + - * /.
    static Unit unknown();
    // A bare number in a formula: takes the unit of what it is added to or compared with; in a
    // product it has none.
    static Unit bare();
    // No symbol: a share, a ratio, a count that was declared as "1" or "%".
    static Unit none();

    bool is_unknown() const { return kind_ == Kind::Unknown; }
    bool is_bare() const { return kind_ == Kind::Bare; }
    bool is_none() const { return kind_ == Kind::Known && exponents_.empty(); }

    // May the two be added, compared or stand for one another?
    bool fits(const Unit& other) const;

    friend Unit operator*(const Unit&, const Unit&);
    friend Unit operator/(const Unit&, const Unit&);
    Unit power(int exponent) const;
    // The unit whose square it is; absent where an exponent is odd.
    std::optional<Unit> root() const;

    // Canonical text, "$/month/user"; "1" without symbols, "any" when unknown or bare.
    std::string text() const;

    bool operator==(const Unit&) const = default;

  private:
    friend Result<Unit> parse_unit(std::string_view text);
    enum class Kind { Unknown, Bare, Known };
    Kind kind_ = Kind::Unknown;
    std::map<std::string, int> exponents_;  // never 0, kept within +-1,000,000
};

// text      symbols joined by * / and ^n (a whole number): "$/user/month", "m^2", "%/outage",
// "12/month" is
//           an error. "" is unknown.
// errors    say what was found and what is expected; `at` is the position in text.
Result<Unit> parse_unit(std::string_view text);

}  // namespace fulcrum
