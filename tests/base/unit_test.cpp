#include "base/unit.h"

#include <doctest/doctest.h>

#include <string>

using namespace fulcrum;

namespace {

Unit unit(const std::string& text) {
    const Result<Unit> parsed = parse_unit(text);
    CHECK_MESSAGE(static_cast<bool>(parsed), text);
    return parsed ? *parsed : Unit::unknown();
}

}  // namespace

TEST_CASE("a unit is a product of symbols, whatever their order and number") {
    CHECK(unit("$/user/month") == unit("$ / month / user"));
    CHECK(unit("users") == unit("user"));
    CHECK(unit("m*m") == unit("m^2"));
    CHECK(unit("m/m").is_none());
    CHECK(unit("%").is_none());
    CHECK(unit("1").is_none());
    CHECK(unit("%/outage") == unit("1/outages"));
    CHECK(unit("").is_unknown());
    CHECK(unit("$K") != unit("$"));
    CHECK(unit("ms") != unit("m"));
    CHECK(unit("s") != unit("1"));
    CHECK(unit("m^-2") == unit("1/m^2"));
}

TEST_CASE("a unit's text is canonical") {
    CHECK(unit("$/user/month").text() == "$/month/user");
    CHECK(unit("1/months").text() == "1/month");
    CHECK(unit("m^2/s").text() == "m^2/s");
    CHECK(unit("%").text() == "1");
    CHECK(Unit::unknown().text() == "any");
    for (const char* text : {"$/user/month", "1/month", "m^2*kg/s^3", "1", "$K/week"})
        CHECK(unit(unit(text).text()) == unit(text));
}

TEST_CASE("what is unknown stays unknown and fits everything") {
    const Unit dollars = unit("$"), unknown = Unit::unknown();
    CHECK(unknown.fits(dollars));
    CHECK(dollars.fits(unknown));
    CHECK((unknown * dollars).is_unknown());
    CHECK((dollars / unknown).is_unknown());
    CHECK((unknown * Unit::bare()).is_unknown());
}

TEST_CASE("a bare number fits everything and adds no symbol to a product") {
    const Unit dollars = unit("$"), bare = Unit::bare();
    CHECK(bare.fits(dollars));
    CHECK(bare * dollars == dollars);
    CHECK(dollars / bare == dollars);
    CHECK((bare / dollars).text() == "1/$");
    CHECK((bare * bare).is_bare());
    CHECK((bare * Unit::none()).is_none());
}

TEST_CASE("dollars do not fit users, and units multiply as numbers do") {
    CHECK(!unit("$").fits(unit("user")));
    CHECK(!unit("$").fits(Unit::none()));
    CHECK(unit("$/user") * unit("users") == unit("$"));
    CHECK(unit("$") / unit("month") == unit("$/month"));
    CHECK(unit("m").power(3) == unit("m^3"));
    CHECK(unit("m").power(0).is_none());
    Unit huge = unit("m^99");
    for (int k = 0; k < 20; ++k) huge = huge.power(99);  // stays defined
    CHECK(!huge.is_none());
}

TEST_CASE("a root halves the exponents, or there is none") {
    CHECK(unit("m^2/s^4").root() == unit("m/s^2"));
    CHECK(unit("1").root() == Unit::none());
    CHECK(unit("m^3").root() == std::nullopt);
}

TEST_CASE("what is no unit is refused with its position") {
    const auto wrong = [](const char* text) {
        const Result<Unit> parsed = parse_unit(text);
        CHECK_MESSAGE(!parsed, text);
        return parsed ? Error{} : parsed.error();
    };
    CHECK(wrong("12/month").message == "a unit holds no numbers but 1 and exponents");
    CHECK(wrong("$//user").at == 2);
    CHECK(wrong("$/").message == "expected a unit at the end");
    CHECK(wrong("m^").message == "expected a whole number up to 99 after ^");
    CHECK(wrong("m^1.5").at == 3);
    CHECK(wrong("m^x").at == 2);
    CHECK(wrong("(m)").at == 0);
    CHECK(wrong("m^999").at == 2);
}
