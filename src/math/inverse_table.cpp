#include "math/inverse_table.h"

#include "base/bits.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>

namespace fulcrum {
namespace {

constexpr std::size_t most_pieces = 8192;
constexpr double negligible = 0x1p-50;   // a step that is only a rounding of F
constexpr double narrowest = 0x1p-50;    // a piece, of the width that it was cut from
constexpr double fit = 1e-13;            // of a polynomial, relative to its piece
constexpr double loosest_fit = 0x1p-14;  // where the error of F says more: it rises all the same

constexpr std::size_t terms = 10;
using Series = std::array<double, terms>;  // s (c[0] + c[1] s + ...)
using Points = std::array<double, terms + 1>;

// A piece: x = origin_x + width * series(s), s = (u - origin_u) * per_du, held to [from, to].
struct Piece {
    double origin_u, per_du, origin_x, width, from, to;
    Series c;
};
constexpr std::size_t piece_size = 6 + terms;  // as it is kept, in this order

// Chebyshev's extreme points on [0, 1], and between each two of them one of his roots.
constexpr std::array<double, terms + 1> nodes{
    0.0, 0.024471741852423214, 0.095491502812526288, 0.20610737385376344, 0.34549150281252629,
    0.5, 0.65450849718747371,  0.79389262614623656,  0.90450849718747371, 0.97552825814757679,
    1.0};
constexpr std::array<double, terms> between_nodes{
    0.0061558297024311148, 0.054496737905816106, 0.14644660940672624, 0.27300475013022659,
    0.42178276747988457,   0.57821723252011543,  0.72699524986977341, 0.85355339059327376,
    0.94550326209418389,   0.99384417029756889};

// Doubles as whole numbers in the same order.
std::int64_t place_of(double x) {
    const auto bits = static_cast<std::int64_t>(bits_of(x));
    return bits < 0 ? std::numeric_limits<std::int64_t>::min() - bits : bits;
}

double at_place(std::int64_t place) {
    const std::int64_t bits = place < 0 ? std::numeric_limits<std::int64_t>::min() - place : place;
    return double_of(static_cast<std::uint64_t>(bits));
}

double before(double x) {
    return at_place(place_of(x) - 1);
}

// Through all the points, the first of which is (0, 0): Newton's divided differences of y / s,
// multiplied out.
Series interpolated(const Points& s, const Points& y) {
    Series difference{}, c{};
    for (std::size_t j = 0; j < terms; ++j) difference[j] = y[j + 1] / s[j + 1];
    for (std::size_t order = 1; order < terms; ++order)
        for (std::size_t j = terms; j-- > order;)
            difference[j] = (difference[j] - difference[j - 1]) / (s[j + 1] - s[j + 1 - order]);
    for (std::size_t j = terms; j-- > 0;) {
        for (std::size_t k = terms; k-- > 1;) c[k] = c[k - 1] - c[k] * s[j + 1];
        c[0] = difference[j] - c[0] * s[j + 1];
    }
    return c;
}

double value(const double* c, double s) {
    double sum = c[terms - 1];
    for (std::size_t k = terms - 1; k-- > 0;) sum = sum * s + c[k];
    return sum * s;
}

// F rises from u_from to u_to between two x.
struct Stretch {
    double from, to, u_from, u_to;
};

class Maker {
  public:
    Maker(const DistributionFunction& f, const InverseTableSettings& settings)
        : f_(f), settings_(settings) {}

    // Pieces from one x to the next.
    bool make(std::span<const double> x) {
        step(x[0]);
        for (std::size_t k = 1; k < x.size() && !is_too_much(); ++k) {
            cut_from_ = x[k] - x[k - 1];
            const double last = before(x[k]), u = cdf(x[k - 1]), u_last = cdf(last);
            if (cdf(x[k]) - u_last > negligible) {
                add({x[k - 1], last, u, u_last});
                step(x[k]);
            } else {
                add({x[k - 1], x[k], u, cdf(x[k])});
            }
        }
        if (ends_.empty()) constant(x.back(), 1.0);
        ends_.back() = 1.0;
        return !is_too_much();
    }

    void append_to(std::vector<double>& parameters) const {
        parameters.push_back(static_cast<double>(pieces_.size()));
        for (const Piece& p : pieces_) {
            parameters.insert(parameters.end(),
                              {p.origin_u, p.per_du, p.origin_x, p.width, p.from, p.to});
            parameters.insert(parameters.end(), p.c.begin(), p.c.end());
        }
        append_step_table(parameters, ends_);
    }

  private:
    double cdf(double x) {
        ++values_;
        return f_.cdf(x);
    }

    bool is_too_much() const {
        return pieces_.size() > most_pieces || values_ > settings_.most_values;
    }

    void push(double end, const Piece& piece) {
        if (!(end > reached_) || is_too_much()) return;
        reached_ = end;
        ends_.push_back(std::min(end, 1.0));
        pieces_.push_back(piece);
    }

    void constant(double x, double end) { push(end, {0, 0, x, 0, x, x, {}}); }

    void step(double x) {
        const double end = cdf(x);
        if (end - reached_ > negligible) constant(x, end);
    }

    void straight(const Stretch& s) {
        push(s.u_to,
             {s.u_from, 1 / (s.u_to - s.u_from), s.from, s.to - s.from, s.from, s.to, {1.0}});
    }

    void add(const Stretch& s) {
        const double du = s.u_to - s.u_from;
        if (!(du > 0.0) || is_too_much()) return;
        const double middle = 0.5 * s.from + 0.5 * s.to;
        const bool is_divisible = s.from < middle && middle < s.to;
        if (!is_divisible || du <= 4.0 * settings_.error) {
            straight(s);
        } else if (!curved(s)) {
            if (s.to - s.from <= narrowest * cut_from_) return straight(s);
            const double last = before(middle);
            add({s.from, last, s.u_from, cdf(last)});
            step(middle);
            add({middle, s.to, cdf(middle), s.u_to});
        }
    }

    // The point of the stretch at a share of its width, seen from where it starts.
    struct Point {
        double s, y;
    };
    Point point(const Stretch& stretch, double share) {
        const double x = stretch.from + (stretch.to - stretch.from) * share;
        return {(cdf(x) - stretch.u_from) / (stretch.u_to - stretch.u_from),
                (x - stretch.from) / (stretch.to - stretch.from)};
    }

    // Adds a polynomial, if one fits. Its origin is the end at which x rises least, so that there
    // too it rises.
    bool curved(const Stretch& stretch) {
        const double dx = stretch.to - stretch.from, du = stretch.u_to - stretch.u_from;
        if (!(dx <= std::numeric_limits<double>::max())) return false;
        Points s{}, y{};
        s[terms] = y[terms] = 1.0;
        for (std::size_t j = 1; j < terms; ++j) {
            const Point at = point(stretch, nodes[j]);
            s[j] = at.s;
            y[j] = at.y;
        }
        for (std::size_t j = 0; j < terms; ++j)
            if (!(s[j] < s[j + 1] && y[j] < y[j + 1])) return false;
        const bool is_turned = s[1] < 1.0 - s[terms - 1];
        if (is_turned) {
            s = turned(s);
            y = turned(y);
        }
        const Series c = interpolated(s, y);
        if (!fits(stretch, c, is_turned)) return false;
        const double at_u = is_turned ? stretch.u_to : stretch.u_from;
        const double at_x = is_turned ? stretch.to : stretch.from, sign = is_turned ? -1.0 : 1.0;
        push(stretch.u_to, {at_u, sign / du, at_x, sign * dx, stretch.from, stretch.to, c});
        return true;
    }

    static Points turned(Points points) {
        std::reverse(points.begin(), points.end());
        for (double& each : points) each = 1.0 - each;
        return points;
    }

    bool fits(const Stretch& stretch, const Series& c, bool is_turned) {
        const double du = stretch.u_to - stretch.u_from;
        const double blurred = std::min(loosest_fit, settings_.error / du);
        return std::all_of(between_nodes.begin(), between_nodes.end(), [&](double share) {
            Point at = point(stretch, share);
            if (is_turned) at = {1.0 - at.s, 1.0 - at.y};
            return std::fabs(value(c.data(), at.s) - at.y) <= fit * at.s + blurred;
        });
    }

    const DistributionFunction& f_;
    const InverseTableSettings& settings_;
    double reached_ = InverseTable::least;
    double cut_from_ = 0;
    std::size_t values_ = 0;
    std::vector<double> ends_;
    std::vector<Piece> pieces_;
};

}  // namespace

bool append_inverse_table(std::vector<double>& parameters, const DistributionFunction& f,
                          const InverseTableSettings& settings) {
    const double low = settings.low, high = settings.high;
    std::vector<double> x{low};
    for (const double split : settings.splits)
        if (split > low && split < high) x.push_back(split + 0.0);  // 0, not -0
    if (high > low) x.push_back(high);
    std::sort(x.begin(), x.end());
    x.erase(std::unique(x.begin(), x.end()), x.end());
    Maker maker(f, settings);
    if (!maker.make(x)) return false;
    maker.append_to(parameters);
    return true;
}

InverseTable::InverseTable(std::span<const double> parameters)
    : pieces_(parameters.data() + 1),
      ends_(parameters.subspan(1 + piece_size * static_cast<std::size_t>(parameters[0]))) {}

double InverseTable::quantile(double u) const {
    const double* p = pieces_ + piece_size * static_cast<std::size_t>(ends_.index(u));
    const double x = p[2] + p[3] * value(p + 6, (u - p[0]) * p[1]);
    return x < p[4] ? p[4] : (x > p[5] ? p[5] : x);
}

}  // namespace fulcrum
