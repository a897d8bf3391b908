// The arithmetic of the built-in decision, sections 3 and 4 of its model page, written down a
// second time and apart from assets/phase0.json.
#pragma once

#include "engine/document_builder.h"

namespace fulcrum {

inline void add_phase0_inputs(DocumentBuilder& build) {
    build.assumption("price", "$/user/month", {50, 40, 60});
    build.assumption("churn", "%", {0.20, 0.15, 0.25});
    build.assumption("new_user_cost", "$/user", {100, 80, 120});
    build.assumption("users", "user", {300, 200, 400});
    build.assumption("growth_users", "user", {1250, 800, 1700});
    build.assumption("ramp", "month", {1.5, 1, 2});
    build.assumption("replaced", "%", {0.50, 0.25, 0.75});

    build.row("weeks", "week");
    build.cell("A", 0.0);
    build.cell("B", Bounds{3, 3, 4});
    build.cell("C", Bounds{7, 7, 9});
    build.row("outages", "1");
    build.cell("A", Bounds{4, 3, 5}).family = "integer_uniform";
    build.cell("B", Bounds{1.5, 1, 2}).family = "integer_uniform";
    build.cell("C", Bounds{0.5, 0, 1}).family = "integer_uniform";
    build.row("velocity", "%");
    build.cell("A", Bounds{0.40, 0.40, 0.60});
    build.cell("B", Bounds{0.70, 0.65, 0.75});
    build.cell("C", Bounds{1.00, 0.90, 1.10});
    build.row("cleanup_done", "month");
    build.cell("A", 12.0);
    build.cell("B", Bounds{6.7, 1.4, 12});
    build.cell("C", 12.0);
    build.row("severity", "%");
    build.cell("A", Bounds{1.00, 0.75, 1.00});
    build.cell("B", Bounds{0.25, 0.10, 0.40});
    build.cell("C", Bounds{0.25, 0.10, 0.40});
}

inline void add_phase0_projection(DocumentBuilder& build) {
    constexpr std::int64_t months = 12;
    build.row("launch", "month", "weeks * 12/52 [month/week]");
    build.series("on_market", "month", months, "max(0, month - launch)");
    build.row("k", "1/month", "outages / 6 [month] * severity * churn");
    build.row("q", "1/month", "k * (1 - replaced)");
    build.row("exposed", "user", "users + growth_users * velocity");
    build.series("delay", "$", months, "price * users * min(month, launch)");
    build.series("lost", "$", months,
                 "if(q > 0, price * exposed * (on_market - (1 - exp(-q * on_market)) / q), 0)");
    build.series("bought", "$", months, "new_user_cost * exposed * k * replaced * on_market");
    build.series("slow", "month", months,
                 "min(max(0, on_market - ramp), max(0, cleanup_done - launch - ramp))");
    build.series("full", "month", months, "max(0, on_market - ramp) - slow");
    build.series("gain", "$", months,
                 "price * growth_users * ((velocity - 40%) * slow + (max(velocity, 100%) - 40%) * "
                 "full)");
    build.series("impact", "$K", months, "(gain - delay - lost - bought) / 1000 [$/$K]");
}

inline void add_phase0_money(DocumentBuilder& build) {
    build.row("cost_per_outage", "$K");
    build.cell("A", Bounds{30, 10, 50});
    build.row("hotfixes", "$K");
    build.cell("A", Bounds{112.5, 75, 150});
    build.row("turnover", "$K");
    build.cell("A", Bounds{75, 50, 100});
    build.row("cleanup", "$K");
    build.cell("B", Bounds{50, 40, 60});
    build.row("velocity_loss", "$K");
    build.cell("B", Bounds{40, 30, 50});
    build.row("maintenance", "$K");
    build.cell("C", Bounds{15, 10, 20});
    build.row("cost", "$K");
    build.cell("A", "outages * cost_per_outage + hotfixes + turnover");
    build.cell("B",
               "weeks * 11.0 [$K/week] + cleanup + velocity_loss * min(1, cleanup_done / 6 "
               "[month])");
    build.cell("C", "weeks * 13.071 [$K/week] + maintenance");
    build.row("net_12", "$K", "at(impact, 12) - cost").direction = Direction::More;
}

inline Document phase0_model() {
    DocumentBuilder build({"A", "B", "C"});
    add_phase0_inputs(build);
    add_phase0_projection(build);
    add_phase0_money(build);
    build.document().objective = "net_12";
    return build.document();
}

}  // namespace fulcrum
