// The published and recomputed values of tests/vectors/finance.json; each vector names its source.
#include "math/finance.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdint>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

using namespace fulcrum;
using nlohmann::json;

namespace {

json vectors() {
    std::ifstream file(FULCRUM_TESTS_DIR "/vectors/finance.json");
    return json::parse(file)["vectors"];
}

void check_number(const std::optional<double>& got, const json& expected, const json& vector) {
    REQUIRE(got.has_value() == !expected.is_null());
    if (!got) return;
    const double value = expected.get<double>();
    const double allowed = vector["tolerance"]["abs"].get<double>() +
                           vector["tolerance"]["rel"].get<double>() * std::fabs(value);
    CHECK(std::fabs(*got - value) <= allowed);
}

void check_numbers(const std::vector<double>& got, const json& expected, const json& vector) {
    REQUIRE(got.size() == expected.size());
    for (std::size_t i = 0; i < got.size(); ++i) check_number(got[i], expected[i], vector);
}

// Days since 1970-01-01 of "2008-03-01". Source: H. Hinnant, "chrono-compatible low-level date
// algorithms" (2013).
std::int64_t day_number(const std::string& date) {
    const std::int64_t month = std::stoi(date.substr(5, 2));
    const std::int64_t year = std::stoi(date.substr(0, 4)) - (month <= 2 ? 1 : 0);
    const std::int64_t era = year / 400;
    const std::int64_t year_of_era = year - era * 400;
    const std::int64_t day_of_year =
        (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + std::stoi(date.substr(8, 2)) - 1;
    return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year -
           719468;
}

void check_project(const json& vector) {
    const auto flows = vector["input"]["cash_flows"].get<std::vector<double>>();
    const double rate = vector["input"]["rate"].get<double>();
    const json& expected = vector["expected"];
    check_number(npv(rate, flows), expected["npv"], vector);
    check_numbers(irr(flows), expected["irr"], vector);
    check_number(payback(flows), expected["payback_period"], vector);
    check_number(discounted_payback(rate, flows), expected["discounted_payback_period"], vector);
    check_number(roi(flows), expected["roi"], vector);
    check_number(profitability_index(rate, flows), expected["profitability_index"], vector);
}

void check_dated(const json& vector) {
    const auto flows = vector["input"]["cash_flows"].get<std::vector<double>>();
    const auto dates = vector["input"]["dates"].get<std::vector<std::string>>();
    REQUIRE(vector["input"]["day_count"] == "actual/365");
    std::vector<double> years;
    for (const std::string& date : dates)
        years.push_back(static_cast<double>(day_number(date) - day_number(dates[0])) / 365);
    const double rate = vector["input"]["rate"].get<double>();
    check_number(xnpv(rate, flows, years), vector["expected"]["xnpv"], vector);
    const std::vector<double> rates = xirr(flows, years);
    REQUIRE(rates.size() == 1);
    check_number(rates[0], vector["expected"]["xirr"], vector);
}

}  // namespace

TEST_CASE("finance: every published vector is met") {
    std::size_t projects = 0, others = 0;
    for (const json& vector : vectors()) {
        const std::string id = vector["id"];
        CAPTURE(id);
        const std::string kind = vector["kind"];
        const json& input = vector["input"];
        if (kind == "finance.project") {
            check_project(vector);
            ++projects;
            continue;
        }
        ++others;
        if (kind == "finance.xnpv") {
            check_dated(vector);
        } else if (kind == "finance.mirr") {
            check_number(
                mirr(input["cash_flows"].get<std::vector<double>>(),
                     input["finance_rate"].get<double>(), input["reinvest_rate"].get<double>()),
                vector["expected"]["mirr"], vector);
        } else {
            REQUIRE(kind == "finance.npv_end_of_period");  // nothing falls due now
            auto flows = input["cash_flows"].get<std::vector<double>>();
            flows.insert(flows.begin(), 0.0);
            check_number(npv(input["rate"].get<double>(), flows), vector["expected"]["npv"],
                         vector);
        }
    }
    CHECK(projects == 12);
    CHECK(others == 3);
}
