#include "base/figure.h"

#include <doctest/doctest.h>

#include <limits>
#include <string>

using namespace fulcrum;

namespace {

// '_' stands for the thin space, '~' for the true minus, '+-' for plus-minus, '--' for the dash.
std::string plain(std::string text) {
    const auto replace = [&text](const std::string& from, const std::string& to) {
        for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from))
            text.replace(at, from.size(), to);
    };
    replace("\u2009", "_");
    replace("\u2212", "~");
    replace("\u2013", "--");
    replace("\u00B1", "+-");
    return text;
}

}  // namespace

TEST_CASE("money has K and M with three digits, two below 100 without M") {
    CHECK(figure(308.2, "$K") == "$308K");
    CHECK(figure(1290, "$K") == "$1.29M");
    CHECK(figure(49.4, "$K") == "$49K");
    CHECK(figure(9.4, "$K") == "$9.4K");
    CHECK(figure(9.04, "$K") == "$9K");
    CHECK(figure(50, "$") == "$50");
    CHECK(figure(0.94, "$") == "$0.94");
    CHECK(figure(0.05, "$K") == "$50");
    CHECK(figure(12345678, "$") == "$12.3M");
    CHECK(figure(2.5, "$M") == "$2.5M");
    CHECK(figure(1234, "$M") == "$1,230M");
    CHECK(plain(figure(-521.1, "$K")) == "~$521K");
    CHECK(figure(40, "€K") == "€40K");
    CHECK(figure(0, "$K") == "$0");
    CHECK(figure(-0.0, "$K") == "$0");
}

TEST_CASE("a figure that rounds over a border is written as beyond it") {
    CHECK(figure(999.4, "$") == "$999");
    CHECK(figure(999.6, "$") == "$1K");
    CHECK(figure(99.4, "$") == "$99");
    CHECK(figure(99.6, "$") == "$100");
    CHECK(figure(9.96, "$") == "$10");
    CHECK(figure(99.6, "$K") == "$100K");
    CHECK(figure(100.4, "$K") == "$100K");
    CHECK(figure(999.4, "$K") == "$999K");
    CHECK(figure(999.6, "$K") == "$1M");
    CHECK(figure(999999, "$") == "$1M");
    CHECK(figure(9.996, "$M") == "$10M");
    CHECK(plain(figure(9999.4, "users")) == "9,999_users");
    CHECK(plain(figure(9999.6, "users")) == "10K_users");
    CHECK(plain(figure(999.6, "users")) == "1,000_users");
}

TEST_CASE("other units follow a thin space, and one of them is singular") {
    CHECK(plain(figure(6.7, "months")) == "6.7_months");
    CHECK(plain(figure(1250, "users")) == "1,250_users");
    CHECK(plain(figure(12345, "users")) == "12K_users");
    CHECK(plain(figure(123456, "users")) == "123K_users");
    CHECK(plain(figure(1, "months")) == "1_month");
    CHECK(plain(figure(1, "outages/month")) == "1_outage/month");
    CHECK(plain(figure(1, "ms")) == "1_ms");
    CHECK(plain(figure(1, "mass")) == "1_mass");
    CHECK(figure(24.17, "") == "24");
    CHECK(figure(24.17, "1") == "24");
    CHECK(figure(50, "$/user/month") == "$50/user/month");
    CHECK(figure(13.071, "$K/week") == "$13K/week");
    CHECK(plain(figure(0.00001234, "m")) == "1.2e~5_m");
    CHECK(plain(figure(0.00123, "m")) == "0.0012_m");
    CHECK(figure(1e21, "$") == "$1e21");
}

TEST_CASE("per cent is whole, smaller ones have two digits") {
    CHECK(plain(figure(-0.05, "%")) == "~5_%");
    CHECK(plain(figure(0.2, "%")) == "20_%");
    CHECK(plain(figure(1.951, "%")) == "195_%");
    CHECK(plain(figure(0.1449, "%")) == "14_%");
    CHECK(plain(figure(0.0042, "%")) == "0.42_%");
    CHECK(plain(figure(0.2, "%/outage")) == "20_%/outage");
    CHECK(plain(figure(0, "%")) == "0_%");
}

TEST_CASE("a share says 0 and 100 per cent only where they are exact") {
    CHECK(plain(share(0.718)) == "72_%");
    CHECK(plain(share(0)) == "0_%");
    CHECK(plain(share(1)) == "100_%");
    CHECK(plain(share(0.0001)) == "<1_%");
    CHECK(plain(share(0.01)) == "1_%");
    CHECK(plain(share(0.9999)) == ">99_%");
    CHECK(plain(share(0.99)) == "99_%");
}

TEST_CASE("a bare figure keeps K and M and leaves the unit away") {
    CHECK(bare_figure(308.2, "$K") == "308K");
    CHECK(bare_figure(0.72, "%") == "72");
    CHECK(plain(bare_figure(-1250, "users")) == "~1,250");
}

TEST_CASE("a change has a sign always") {
    CHECK(change(12, "$K") == "+12K");
    CHECK(plain(change(-3, "points")) == "~3_points");
    CHECK(plain(change(-0.03, "%")) == "~3_points");
    CHECK(plain(change(0.001, "%")) == "+0.1_points");
    CHECK(plain(change(1, "points")) == "+1_point");
    CHECK(plain(change(0, "$K")) == "+-0");
    CHECK(plain(change(1e-9, "points")) == "+-0");
    CHECK(plain(change(1.2, "months")) == "+1.2_months");
}

TEST_CASE("a range has its unit once, its currency at both ends") {
    CHECK(plain(range(3, 5, "outages")) == "3 -- 5_outages");
    CHECK(plain(range(40, 60, "$K")) == "$40K -- $60K");
    CHECK(plain(range(0.15, 0.25, "%")) == "15 -- 25_%");
    CHECK(plain(range(-5, 10, "$K")) == "~$5K -- $10K");
    CHECK(plain(range(40, 60, "$/user")) == "$40 -- $60/user");
    CHECK(plain(range(5, 5, "outages")) == "5_outages");
}

TEST_CASE("an exact figure has all digits that matter") {
    CHECK(exact(190.3824, "$K") == "$190,382.4");
    CHECK(plain(exact(0.07, "%")) == "7_%");
    CHECK(exact(16384, "") == "16,384");
    CHECK(exact(0.1 + 0.2, "") == "0.3");
    CHECK(exact(123456789012, "") == "123,456,789,012");
    CHECK(exact(100.0 / 3, "") == "33.33333333");
    CHECK(plain(exact(-1, "$M")) == "~$1,000,000");
}

TEST_CASE("numbers that are none do not break a page") {
    CHECK(figure(std::numeric_limits<double>::quiet_NaN(), "") == "?");
    CHECK(figure(std::numeric_limits<double>::infinity(), "$K") == "$\u221E");
}
