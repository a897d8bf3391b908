#include "page/travel.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace fulcrum;

namespace {

Assumption ranged(double base, double low, double high) {
    Assumption assumption;
    assumption.base = base;
    assumption.low = low;
    assumption.high = high;
    return assumption;
}

Assumption moved(Assumption assumption, double to) {
    const double by = to - assumption.base;
    assumption.base = to;
    *assumption.low += by;
    *assumption.high += by;
    return assumption;
}

}  // namespace

TEST_CASE("a slider goes as far as its range's own width beyond it") {
    const Assumption price = ranged(50, 40, 60);
    const Travel reach = travel(price, price, false, false);
    CHECK(reach.from == 20);
    CHECK(reach.to == 80);
    CHECK(reach.step == 0.5);  // 60 / 0.5 = 120 steps
}

TEST_CASE("a slider ends at a hard limit that is near its range, and never passes one") {
    Assumption churn = ranged(0.2, 0.15, 0.25);
    churn.min = 0;
    churn.max = 1;
    const Travel reach = travel(churn, churn, false, false);
    CHECK(reach.from == 0);
    CHECK(reach.to == doctest::Approx(0.35));
    Assumption tight = ranged(0.95, 0.9, 1);
    tight.max = 1;
    CHECK(travel(tight, tight, false, false).to == 1);
}

TEST_CASE("a slider's travel holds still while its value is dragged inside it") {
    const Assumption reference = ranged(50, 40, 60);
    const Travel at_rest = travel(reference, reference, false, false);
    for (double value = at_rest.from; value <= at_rest.to; value += at_rest.step) {
        const Travel dragged = travel(moved(reference, value), reference, false, false);
        CHECK(dragged.from == doctest::Approx(at_rest.from));
        CHECK(dragged.to == doctest::Approx(at_rest.to));
        CHECK(dragged.step == at_rest.step);
    }
}

TEST_CASE("a value typed outside is inside the travel, whatever it is") {
    const Assumption reference = ranged(50, 40, 60);
    for (const double value : {-1e9, -5.0, 0.0, 81.0, 500.0, 1e12}) {
        const Travel reach = travel(moved(reference, value), reference, false, false);
        CHECK(reach.from <= value);
        CHECK(reach.to >= value);
        CHECK(reach.from <= 40);
        CHECK(reach.to >= 60);
    }
}

TEST_CASE("ends that were set by hand are inside the travel") {
    const Assumption reference = ranged(50, 40, 60);
    Assumption now = reference;
    now.low = -100;
    now.high = 300;
    const Travel reach = travel(now, reference, false, false);
    CHECK(reach.from <= -100);
    CHECK(reach.to >= 300);
}

TEST_CASE("whole numbers move in whole steps, and a fixed number has a travel too") {
    const Assumption outages = ranged(4, 3, 5);
    CHECK(travel(outages, outages, true, false).step == 1);
    Assumption fixed;
    fixed.base = 12;
    const Travel reach = travel(fixed, fixed, false, false);
    CHECK(reach.from < 12);
    CHECK(reach.to > 12);
    Assumption zero;
    CHECK(travel(zero, zero, false, false).from < travel(zero, zero, false, false).to);
}

TEST_CASE("steps are 1, 2 or 5 times a power of ten, about a hundred to the travel") {
    for (double width = 1e-6; width < 1e9; width *= 3.7) {
        const Assumption assumption = ranged(0, -width, width);
        const Travel reach = travel(assumption, assumption, false, false);
        double step = reach.step;
        while (step < 0.999) step *= 10;
        while (step > 9.999) step /= 10;
        const bool round = std::fabs(step - 1) < 1e-9 || std::fabs(step - 2) < 1e-9 ||
                           std::fabs(step - 5) < 1e-9 || std::fabs(step - 10) < 1e-9;
        CHECK(round);
        const double steps = (reach.to - reach.from) / reach.step;
        CHECK(steps > 55);
        CHECK(steps < 155);
    }
}
