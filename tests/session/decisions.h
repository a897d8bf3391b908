// A small decision for tests of what stands above the engine.
#pragma once

#include "model/check.h"
#include "model/document.h"

namespace fulcrum {

// Two ways to sell: B earns 3 per piece on `pieces` (60 to 100, like A on 2 of the same), A has 30
// for certain on top. price    $ 2 .. 4 around 3, hard limits 0 and 10;  pieces  60 .. 100 around
// 80;  share  10 % .. 30 % around 20 % worth(A) = 2 * pieces + 30, worth(B) = price * pieces: at
// base 190 and 240.
inline Document stall() {
    Document document;
    document.id = "stall";
    document.title = "A stall or a shop";
    document.simulation.draws = 1024;
    document.options = {{.id = "A", .name = "Stall"}, {.id = "B", .name = "Shop"}};
    document.assumptions = {
        {.id = "price",
         .name = "Price",
         .unit = "$/piece",
         .base = 3,
         .low = 2,
         .high = 4,
         .min = 0,
         .max = 10},
        {.id = "pieces",
         .name = "Pieces",
         .unit = "piece",
         .base = 80,
         .low = 60,
         .high = 100,
         .min = 0},
        {.id = "share",
         .name = "Share",
         .unit = "%",
         .base = 0.2,
         .low = 0.1,
         .high = 0.3,
         .min = 0,
         .max = 1},
        {.id = "budget",
         .name = "Budget",
         .unit = "$K",
         .base = 40,
         .low = 30,
         .high = 50,
         .min = 0},
    };
    document.rows = {
        {.id = "worth",
         .name = "Worth",
         .unit = "$",
         .direction = Direction::More,
         .cells = {{"A", Formula{"2 [$/piece] * pieces + 30 [$]"}},
                   {"B", Formula{"price * pieces"}}}},
        {.id = "weeks",
         .name = "Weeks",
         .unit = "week",
         .direction = Direction::Less,
         .cells = {{"A", 1.0}, {"B", Assumption{.base = 6, .low = 5, .high = 8, .min = 0}}}}};
    document.objective = "worth";
    return with_streams(document);
}

}  // namespace fulcrum
