#include "model/find.h"
#include "page/example.h"
#include "words/words.h"

#include <doctest/doctest.h>

using namespace fulcrum;

TEST_CASE("what explains the spread is said once it has been studied, the most first") {
    const Session before = showing(bare_decision(2), "flips");
    CHECK_FALSE(says(text_of(before), words().spread.title));
    // One assumption, and the gap is a multiple of it.
    const std::string text = text_of(studied(bare_decision(2), "flips"));
    CHECK(says(text, words().spread.title));
    CHECK(says(text, "Price explains 100"));
    CHECK(says(text, words().spread.with_others));
}

TEST_CASE("a gap that does not vary is said to have no spread") {
    Document document = bare_decision(2);
    document.rows[0].cells[1].second = Formula{"price + 1 [$K]"};
    document.rows[0].cells[0].second = Formula{"price"};
    CHECK(says(text_of(studied(document, "flips")), words().spread.flat));
}

TEST_CASE("the view says why correlated numbers have no shares") {
    Document document = bare_decision(2);
    Assumption& other = document.assumptions.emplace_back(document.assumptions[0]);
    other.id = "other";
    other.name = "Other";
    document.rows[0].cells[1].second = Formula{"price + other"};
    document.correlations = {{.of = {"price", "other"}, .rank = 0.5}};
    const std::string text = text_of(studied(document, "flips"));
    CHECK(says(text, words().spread.correlated));
    CHECK(says(text, words().spread.follows("Other")));
    CHECK_FALSE(says(text_of(studied(bare_decision(2), "flips")), words().spread.correlated));
}
