#include "picture/palette.h"

#include <doctest/doctest.h>

namespace fulcrum {

TEST_CASE("contrast of black on white is 21, of a colour on itself 1") {
    CHECK(contrast(rgb(0x000000), rgb(0xFFFFFF)) == doctest::Approx(21.0));
    CHECK(contrast(rgb(0x336699), rgb(0x336699)) == doctest::Approx(1.0));
}

TEST_CASE("contrast of #767676 on white is the 4.54 that WCAG's authors quote") {
    CHECK(contrast(rgb(0x767676), rgb(0xFFFFFF)) == doctest::Approx(4.54).epsilon(0.002));
}

TEST_CASE("every text colour has at least 4.5 : 1 on every ground, light and dark; marks 3 : 1") {
    for (const bool dark : {false, true}) {
        const Palette& colours = palette(dark);
        for (const Colour ground : {colours.paper, colours.margin, colours.hover}) {
            CHECK(contrast(colours.ink, ground) >= 7.0);
            CHECK(contrast(colours.quiet, ground) >= 4.5);
            CHECK(contrast(colours.axis, ground) >= 3.0);
            for (const Colour option : colours.option) CHECK(contrast(option, ground) >= 4.5);
        }
        CHECK(contrast(colours.ink, colours.selection) >= 4.5);
    }
}

TEST_CASE("options beyond the sixth start again with the first colour") {
    const Palette& colours = palette(false);
    CHECK(colour(colours, {Role::Option, 6}) == colour(colours, {Role::Option, 0}));
    CHECK(colour(colours, {Role::Option, 0}) != colour(colours, {Role::Option, 1}));
}

TEST_CASE("strength is opacity") {
    CHECK((colour(palette(false), {Role::Text, 0, 0.5}) >> 24) == 128);
}

}  // namespace fulcrum
