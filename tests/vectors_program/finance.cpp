#include "math/finance.h"

#include "vectors_program/answer.h"

#include <cstdint>
#include <vector>

namespace fulcrum::vectors {
namespace {

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

json number(std::optional<double> value) {
    return value ? json(*value) : json();
}

json project(const json& input, const std::vector<double>& flows) {
    const double rate = input["rate"];
    return {{"npv", number(npv(rate, flows))},
            {"irr", irr(flows)},
            {"payback_period", number(payback(flows))},
            {"discounted_payback_period", number(discounted_payback(rate, flows))},
            {"roi", number(roi(flows))},
            {"profitability_index", number(profitability_index(rate, flows))}};
}

std::optional<json> dated(const json& input, const std::vector<double>& flows) {
    if (input["day_count"] != "actual/365") return std::nullopt;
    const auto dates = input["dates"].get<std::vector<std::string>>();
    std::vector<double> years;
    for (const std::string& date : dates)
        years.push_back(static_cast<double>(day_number(date) - day_number(dates[0])) / 365);
    const std::vector<double> rates = xirr(flows, years);
    return json{{"xnpv", number(xnpv(input["rate"], flows, years))},
                {"xirr", rates.size() == 1 ? json(rates[0]) : json()}};
}

}  // namespace

std::optional<json> finance(const json& vector) {
    const std::string kind = vector["kind"];
    const json& input = vector["input"];
    auto flows = input["cash_flows"].get<std::vector<double>>();
    if (kind == "finance.project") return project(input, flows);
    if (kind == "finance.xnpv") return dated(input, flows);
    if (kind == "finance.mirr")
        return json{{"mirr", number(mirr(flows, input["finance_rate"], input["reinvest_rate"]))}};
    if (kind != "finance.npv_end_of_period") return std::nullopt;
    flows.insert(flows.begin(), 0.0);  // nothing falls due now
    return json{{"npv", number(npv(input["rate"], flows))}};
}

}  // namespace fulcrum::vectors
