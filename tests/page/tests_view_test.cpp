#include "page/example.h"
#include "words/words.h"

#include <doctest/doctest.h>

using namespace fulcrum;

namespace {

// The first gains 100 where the coin falls on its head, the second 40 for certain.
Document with_pilot(double hit) {
    Document document = bare_decision(2);
    Assumption& coin = document.assumptions[0];
    coin = {.id = "coin", .name = "The coin", .base = 0.5, .family = "bernoulli"};
    document.rows[0].cells[0].second = Formula{"coin * 100 [$K]"};
    document.rows[0].cells[1].second = Formula{"40 [$K]"};
    document.tests = {{.id = "pilot",
                       .name = "A pilot",
                       .assumption = "coin",
                       .results = {{"bad", {hit, 1 - hit}}, {"good", {1 - hit, hit}}},
                       .cost = 4}};
    return document;
}

}  // namespace

TEST_CASE("a test is worth what is said of it, and each result says what to choose") {
    const std::string text = text_of(studied(with_pilot(0.8), "flips"));
    // Knowing 20; the pilot, right in 80 %, half of that.
    CHECK(says(text, "A pilot is worth at most $10K before the choice: 50"));
    CHECK(says(text, "know The coin itself, $20K"));
    CHECK(says(text, "It costs $4K and so gains $6K."));
    CHECK(says(text, "After “bad” (50"));
    CHECK(says(text, "likely) choose B."));
}

TEST_CASE("a test that changes no choice is said to do so") {
    const std::string text = text_of(studied(with_pilot(0.5), "flips"));
    CHECK(says(text, "Whatever it says, choose A."));
    CHECK(says(text, "It costs $4K: $4K more than that."));
}

TEST_CASE("a document without tests has no part on them") {
    CHECK_FALSE(says(text_of(studied(bare_decision(2), "flips")), words().tests.title));
}
