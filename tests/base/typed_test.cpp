#include "base/figure.h"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdint>
#include <cstring>
#include <string>

using namespace fulcrum;

namespace {

double typed(const std::string& text, const std::string& unit) {
    const TypedNumber number = typed_number(text, unit);
    CHECK_MESSAGE(number.valid, (text + " in " + unit));
    return number.value;
}

bool refused(const std::string& text, const std::string& unit) {
    return !typed_number(text, unit).valid;
}

}  // namespace

TEST_CASE("what a person types is read in the unit of the field") {
    CHECK(typed("67%", "%") == 0.67);
    CHECK(typed("67", "%") == 0.67);
    CHECK(typed("67 %", "%") == 0.67);
    CHECK(typed("0.5%", "") == 0.005);
    CHECK(typed("40K", "$K") == 40);
    CHECK(typed("40", "$K") == 40);
    CHECK(typed("$40K", "$K") == 40);
    CHECK(typed("40 $K", "$K") == 40);
    CHECK(typed("1.2M", "$K") == 1200);
    CHECK(typed("$40,000", "$K") == 40);
    CHECK(typed("40K", "users") == 40000);
    CHECK(typed("40K users", "users") == 40000);
    CHECK(typed("1.2M", "") == 1200000);
    CHECK(typed("6.7 months", "months") == 6.7);
    CHECK(typed("1 month", "months") == 1);
    CHECK(typed("$50/user/month", "$/user/month") == 50);
    CHECK(typed("13.071", "$K/week") == 13.071);
    CHECK(typed("20%", "%/outage") == 0.2);
    CHECK(typed("-3", "") == -3);
    CHECK(typed("\u22123", "") == -3);
    CHECK(typed("+3", "") == 3);
    CHECK(typed("1e3", "") == 1000);
    CHECK(typed("1e+21", "") == 1e21);
    CHECK(typed("\u2212$49K", "$K") == -49);
}

TEST_CASE("a comma groups by three or is a decimal comma") {
    CHECK(typed("1,250", "") == 1250);
    CHECK(typed("1,250,000", "") == 1250000);
    CHECK(typed("1,250.5", "") == 1250.5);
    CHECK(typed("1,5", "") == 1.5);
    CHECK(typed("0,125", "") == 0.125);
    CHECK(typed("1,2500", "") == 1.25);
    CHECK(typed("1250,500", "") == 1250.5);  // no group has four digits
    CHECK(typed("1.250,5", "") == 1250.5);
    CHECK(typed("1\u2009250", "") == 1250);
    CHECK(typed("1'250'000", "") == 1250000);
    CHECK(typed("4,3", "months") == 4.3);
}

TEST_CASE("what is no number of that unit is refused") {
    for (const char* text : {"", " ", "abc", "1,25,000", "1 2", "12 34", "--3", "-", "$", "%",
                             "1.2.3", "1,2,3", "inf", "nan", "0x10", "1e999", "=3*4", "5 apples"})
        CHECK_MESSAGE(refused(text, "$K"), text);
    CHECK(refused("67%", "$K"));
    CHECK(refused("\u20AC40", "$K"));
    CHECK(refused("40 weeks", "months"));
}

TEST_CASE("the text of a field is the shortest that means the same bits") {
    CHECK(typed_text(0.67, "%") == "67%");
    CHECK(typed_text(40, "$K") == "40");
    CHECK(typed_text(-3.5, "months") == "-3.5");
    CHECK(typed_text(0.1 + 0.2, "") == "0.30000000000000004");
    CHECK(typed_text(0.07, "%") == "7%");
    std::uint64_t state = 7;
    for (const char* unit : {"", "%", "$K", "$", "months", "$/user/month", "%/outage"})
        for (int k = 0; k < 3000; ++k) {
            state = state * 6364136223846793005u + 1442695040888963407u;
            const std::uint64_t bits = state ^ (state >> 29);
            double value = 0;
            std::memcpy(&value, &bits, sizeof value);
            // a percentage of the largest doubles has no double; of the smallest, fewer digits
            if (!std::isfinite(value) || std::fabs(value) > 1e300 || std::fabs(value) < 1e-290)
                continue;
            CHECK_MESSAGE(typed(typed_text(value, unit), unit) == value, typed_text(value, unit)
                                                                             << " in " << unit);
        }
}

TEST_CASE("an exact figure can be pasted into its field") {
    for (const char* unit : {"$K", "%", "users", "$/user/month", "$M"})
        for (const double value : {190.3824, 0.25, -3.5, 1250.0, 12.0})
            CHECK_MESSAGE(typed(exact(value, unit), unit) == value, exact(value, unit)
                                                                        << " in " << unit);
}
