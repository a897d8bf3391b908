#include "analysis/quantity.h"

#include "analysis/add_products.h"
#include "math/statistics.h"

#include <algorithm>
#include <array>

namespace fulcrum {
namespace {

constexpr std::size_t piece = 256;
using Piece = std::array<double, piece>;

// The draws from this one on; constant has a piece of them where they are all the same.
const double* from(const Quantity& quantity, std::size_t draw, const Piece& constant) {
    return quantity.varies() ? quantity.of_draws().data() + draw : constant.data();
}

Piece constant_of(const Quantity& quantity) {
    Piece same;
    same.fill(quantity[0]);
    return same;
}

}  // namespace

double Quantity::mean() const {
    return varies() ? fulcrum::mean(draws_) : constant_;
}

Quantity multiply_add(const Quantity& a, const Quantity& b, const Quantity& c) {
    const std::size_t draws = std::max({a.draws_.size(), b.draws_.size(), c.draws_.size()});
    if (draws == 0) return Quantity(a.constant_ + b.constant_ * c.constant_);
    Quantity result;
    result.own_ = AlignedDoubles(draws);
    const Piece same_a = constant_of(a), same_b = constant_of(b), same_c = constant_of(c);
    for (std::size_t done = 0; done < draws; done += piece)
        add_products({result.own_.data() + done, std::min(piece, draws - done)},
                     from(a, done, same_a), from(b, done, same_b), from(c, done, same_c));
    result.draws_ = result.own_;
    return result;
}

}  // namespace fulcrum
