#include "analysis/asset.h"
#include "analysis/one_way.h"
#include "engine/document_builder.h"
#include "model/find.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace fulcrum;

namespace {

constexpr std::size_t draws = 256;

// Between flips: where sanitizers watch the code, fewer of the numbers are looked at.
#ifdef NDEBUG
constexpr int steps = 20;
#else
constexpr int steps = 4;
#endif

OneWay flips_of(const Document& document) {
    const Compilation compiled = compile(document);
    REQUIRE(compiled.model.has_value());
    return one_way(document, *compiled.model, draws);
}

// Who leads when it turned out to be that: the whole way, from the document.
std::optional<std::size_t> leader_at(Document document, const InputFlips& input, double value) {
    if (input.is_cell) {
        document = *apply(document, Edit{SetBase{input.id, value}}, family_traits);
    } else {
        Assumption& assumption = *find_assumption(document, input.id);
        assumption = {.id = assumption.id,
                      .unit = assumption.unit,
                      .base = value,
                      .stream = assumption.stream};
    }
    const Compilation compiled = compile(document);
    REQUIRE(compiled.model.has_value());
    return analyse(document, *compiled.model, {.draws = draws, .rows = {{}}}).lead.leader;
}

// x between 0 and 10, now 5; the net value of A and of B. noise is uniform on [-1, 1].
Document two(const std::string& a, const std::string& b, double low = 0, double high = 10) {
    DocumentBuilder build({"A", "B"});
    build.assumption("x", "", {5, low, high});
    build.assumption("noise", "", {0, -1, 1});
    build.row("net").direction = Direction::More;
    build.cell("A", a);
    build.cell("B", b);
    build.document().objective = "net";
    return with_streams(build.document());
}

}  // namespace

TEST_CASE("a flip is where the expectations of two options cross") {
    const OneWay found = flips_of(two("x + noise", "7.25"));
    REQUIRE(found.flips.size() == 2);
    const InputFlips& x = found.flips[0];
    CHECK(found.lead.leader == 1);
    CHECK(x.low == 0);
    CHECK(x.high == 10);
    REQUIRE(x.flips.size() == 1);
    CHECK(std::fabs(x.flips[0].at - 7.25) < 0.01);  // the draws of the noise have a mean near 0
    CHECK(x.flips[0].below == 1);
    CHECK(x.flips[0].above == 0);
    // Of the noise it takes more than it has.
    REQUIRE(found.flips[1].flips.size() == 1);
    CHECK(std::fabs(found.flips[1].flips[0].at - 2.25) < 0.01);
    CHECK(found.flips[1].flips[0].at > found.flips[1].high);
}

TEST_CASE("a flip beyond the range is found up to 64 widths away, and no further than the limits") {
    CHECK(flips_of(two("x", "14")).flips[0].flips.size() == 1);
    CHECK(flips_of(two("x", "600")).flips[0].flips.size() == 1);
    CHECK(flips_of(two("x", "651")).flips[0].flips.empty());
    Document limited = two("x", "14");
    find_assumption(limited, "x")->max = 12;
    CHECK(flips_of(limited).flips[0].flips.empty());
}

TEST_CASE("several flips along a range are all found, those of a narrow dip too") {
    const OneWay wave = flips_of(two("sqrt(abs(x - 5))", "1.2"));
    REQUIRE(wave.flips[0].flips.size() == 2);
    CHECK(std::fabs(wave.flips[0].flips[0].at - (5 - 1.44)) < 1e-5);
    CHECK(std::fabs(wave.flips[0].flips[1].at - (5 + 1.44)) < 1e-5);
    // A leads nowhere but within 0.04 of 5.4: far less than what lies between two values looked at
    const OneWay dip = flips_of(two("0.0016 - (x - 5.4)^2", "0"));
    REQUIRE(dip.flips[0].flips.size() == 2);
    CHECK(std::fabs(dip.flips[0].flips[0].at - 5.36) < 1e-5);
    CHECK(std::fabs(dip.flips[0].flips[1].at - 5.44) < 1e-5);
}

TEST_CASE("a leader that jumps flips at the step") {
    const OneWay found = flips_of(two("if(x > 6.125, 2, 0)", "1"));
    REQUIRE(found.flips[0].flips.size() == 1);
    CHECK(std::fabs(found.flips[0].flips[0].at - 6.125) < 1e-5);
}

TEST_CASE("where there is no leader nothing is claimed") {
    const OneWay found = flips_of(two("1 / (x - 12)", "-0.4"));
    CHECK(found.flips[0].has_undefined == false);  // 12 itself is not looked at
    const OneWay root = flips_of(two("sqrt(12 - x)", "0.5"));
    CHECK(root.flips[0].has_undefined);
    REQUIRE(root.flips[0].flips.size() == 1);
    CHECK(std::fabs(root.flips[0].flips[0].at - 11.75) < 1e-5);
}

TEST_CASE("one option, and options that are alike, never flip") {
    CHECK(flips_of(two("x", "x")).flips[0].flips.empty());
    DocumentBuilder build({"A"});
    build.assumption("x", "", {5, 0, 10});
    build.row("net").direction = Direction::More;
    build.cell("A", "x");
    build.document().objective = "net";
    CHECK(flips_of(with_streams(build.document())).flips.empty());
}

TEST_CASE(
    "every flip of every asset changes the leader when it is crossed, and between flips it stays") {
    std::size_t crossed = 0;
    for (const char* name : {"phase0.json", "office_crm.json", "minimal.json"}) {
        CAPTURE(name);
        const Document document = asset(name);
        const OneWay found = flips_of(document);
        REQUIRE(found.lead.leader.has_value());
        for (const InputFlips& input : found.flips) {
            CAPTURE(input.id);
            const bool whole =
                !input.is_cell && family_traits(*find_assumption(document, input.id)).whole_numbers;
            const double width = input.high > input.low ? input.high - input.low
                                 : input.now == 0       ? 1
                                                        : std::fabs(input.now) / 2;
            const double nudge = whole ? 0.5 : 2e-7 * width;
            crossed += input.flips.size();
            for (const Flip& flip : input.flips) {
                CAPTURE(flip.at);
                CHECK(leader_at(document, input, flip.at - nudge) == flip.below);
                CHECK(leader_at(document, input, flip.at + nudge) == flip.above);
            }
            if (input.has_undefined) continue;
            for (int step = 0; step <= steps; ++step) {
                double value = input.from + (input.to - input.from) * step / steps;
                if (whole) value = std::round(value);
                std::optional<std::size_t> expected;
                bool is_near = false;
                for (const Flip& flip : input.flips) {
                    is_near |= !whole && std::fabs(flip.at - value) <= nudge;
                    if (!expected || flip.at < value)
                        expected = flip.at < value ? flip.above : flip.below;
                }
                if (input.flips.empty()) expected = leader_at(document, input, input.from);
                if (!is_near) CHECK(leader_at(document, input, value) == expected);
            }
        }
    }
    CHECK(crossed > 10);
}
