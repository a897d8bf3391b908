#include "math/regression.h"

#include "math/statistics.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace fulcrum {
namespace {

constexpr double nothing_new = 1e-10;  // of a column's length

// A sample as centre + scale * deviation, with no deviation beyond 2: so that no square overflows.
struct Centred {
    double centre = 0, scale = 0;  // scale 0: all equal
    std::vector<double> deviation;
};

Centred centred(std::span<const double> sample) {
    Centred result{.centre = 0, .scale = 0, .deviation = {sample.begin(), sample.end()}};
    const auto [low, high] = std::minmax_element(sample.begin(), sample.end());
    if (*low == *high) return result;
    result.scale = std::max(std::fabs(*low), std::fabs(*high));
    for (double& value : result.deviation) value /= result.scale;
    result.centre = mean(result.deviation);
    for (double& value : result.deviation) value -= result.centre;
    result.centre *= result.scale;
    return result;
}

double product(std::span<const double> a, std::span<const double> b) {
    std::vector<double> products(a.begin(), a.end());
    for (std::size_t i = 0; i < products.size(); ++i) products[i] *= b[i];
    return sum(products);
}

// Takes off `a` what lies along the unit vector, and returns how much.
double take_off(std::span<const double> unit, std::vector<double>& a) {
    const double along = product(unit, a);
    for (std::size_t i = 0; i < a.size(); ++i) a[i] -= along * unit[i];
    return along;
}

// Columns as sums of orthogonal unit vectors: column = sum along[k] unit[k].
struct Basis {
    std::vector<std::vector<double>> unit;
    std::vector<std::vector<double>> along;  // [unit] of the column that brought it, up to itself
    std::vector<std::size_t> column;         // [unit]
};

void add(Basis& basis, std::vector<double> column, std::size_t index) {
    const double length = std::sqrt(product(column, column));
    std::vector<double> along(basis.unit.size(), 0.0);
    for (int turn = 0; turn < 2; ++turn)
        for (std::size_t k = 0; k < basis.unit.size(); ++k)
            along[k] += take_off(basis.unit[k], column);
    const double rest = std::sqrt(product(column, column));
    if (rest <= nothing_new * length) return;
    for (double& value : column) value /= rest;
    along.push_back(rest);
    basis.unit.push_back(std::move(column));
    basis.along.push_back(std::move(along));
    basis.column.push_back(index);
}

}  // namespace

class RegressionInPieces::Work {
  public:
    Work(const Grid& x, std::span<const double> y) : x_(x), target_(centred(y)) {
        assert(x.rows() == 0 || x.columns() == y.size());
    }

    bool step() {
        if (columns_.size() == x_.rows() || target_.scale == 0) return false;
        const std::size_t v = columns_.size();
        columns_.push_back(centred(x_.row(v)));
        if (columns_[v].scale > 0) add(basis_, columns_[v].deviation, v);
        return true;
    }

    std::optional<Regression> take() const {
        if (target_.scale == 0) return std::nullopt;
        std::vector<double> rest = target_.deviation;
        const double whole = product(rest, rest);
        std::vector<double> part;  // [unit] of the target
        for (const auto& unit : basis_.unit) part.push_back(take_off(unit, rest));

        Regression line{.intercept = target_.centre,
                        .coefficient = std::vector<double>(x_.rows(), 0.0),
                        .standardised = std::vector<double>(x_.rows(), 0.0),
                        .r_squared = 1 - product(rest, rest) / whole};
        for (std::size_t k = basis_.unit.size(); k-- > 0;) {  // back substitution
            const Centred& column = columns_[basis_.column[k]];
            const double slope = part[k] / basis_.along[k][k];
            for (std::size_t j = 0; j < k; ++j) part[j] -= slope * basis_.along[k][j];
            const double length = std::sqrt(product(column.deviation, column.deviation));
            line.standardised[basis_.column[k]] = slope * length / std::sqrt(whole);
            line.coefficient[basis_.column[k]] = slope * (target_.scale / column.scale);
            line.intercept -= line.coefficient[basis_.column[k]] * column.centre;
        }
        return line;
    }

  private:
    const Grid& x_;
    Centred target_;
    std::vector<Centred> columns_;
    Basis basis_;
};

RegressionInPieces::RegressionInPieces(const Grid& x, std::span<const double> y)
    : work_(std::make_unique<Work>(x, y)) {}
RegressionInPieces::~RegressionInPieces() = default;

bool RegressionInPieces::step() {
    return work_->step();
}

std::optional<Regression> RegressionInPieces::take() const {
    return work_->take();
}

std::optional<Regression> regression(const Grid& x, std::span<const double> y) {
    if (y.size() < 2) return std::nullopt;
    RegressionInPieces pieces(x, y);
    while (pieces.step()) {
    }
    return pieces.take();
}

}  // namespace fulcrum
