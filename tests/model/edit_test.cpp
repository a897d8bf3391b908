#include "model/edit.h"

#include "model/difference.h"
#include "model/document_json.h"
#include "model/find.h"

#include <doctest/doctest.h>

#include <limits>

using namespace fulcrum;

namespace {

FamilyTraits traits_of(const Assumption& assumption) {
    return {.whole_numbers = assumption.family == "integer",
            .positive_only = assumption.family == "lognormal",
            .values_move = assumption.family == "empirical"};
}

Assumption range(const char* id, double low, double base, double high) {
    Assumption assumption;
    assumption.id = id;
    assumption.base = base;
    assumption.low = low;
    assumption.high = high;
    return assumption;
}

Document example() {
    Document document;
    document.options.resize(2);
    document.options[0].id = "A";
    document.options[1].id = "B";
    document.assumptions = {range("price", 40, 50, 60), range("share", 0.5, 0.75, 1.0),
                            range("outages", 3, 4, 5), range("users", 100, 200, 400)};
    document.assumptions[1].min = 0.0;
    document.assumptions[1].max = 1.0;
    document.assumptions[2].family = "integer";
    document.assumptions[3].family = "lognormal";
    Row weeks;
    weeks.id = "weeks";
    weeks.cells = {{"A", 3.0}, {"B", range("", 7, 7, 9)}};
    document.rows = {weeks};
    document.scoring.groups.resize(1);
    document.scoring.groups[0].id = "money";
    document.scoring.criteria.resize(1);
    document.scoring.criteria[0].row = "weeks";
    return document;
}

Document done(const Document& document, const Edit& edit) {
    const Result<Document> changed = apply(document, edit, traits_of);
    REQUIRE(static_cast<bool>(changed));
    return *changed;
}

std::string refused(const Edit& edit) {
    const Result<Document> changed = apply(example(), edit, traits_of);
    CHECK(!changed);
    return changed ? "" : changed.error().message;
}

const Assumption& of(const Document& document, const char* id) {
    return *find_assumption(document, id);
}

}  // namespace

TEST_CASE("a drag moves base and both ends by the same difference") {
    const Document changed = done(example(), SetBase{"price", 55});
    CHECK(of(changed, "price").base == 55);
    CHECK(of(changed, "price").low == 45);
    CHECK(of(changed, "price").high == 65);
    CHECK(of(changed, "share") == of(example(), "share"));
}

TEST_CASE("a drag moves observed values by the same difference, whole ones by a whole number") {
    Document document = example();
    Assumption& price = document.assumptions[0];
    price.low = price.high = std::nullopt;
    price.family = "empirical";
    price.values = {44, 50.5, 60};
    CHECK(of(done(document, SetBase{"price", 50.25}), "price").values ==
          std::vector{44.25, 50.75, 60.25});
    price.max = 61;
    CHECK(of(done(document, SetBase{"price", 52}), "price").values ==
          std::vector<double>{46, 52.5, 61});
    price.values = {44, 50, 58};
    CHECK(of(done(document, SetBase{"price", 51.75}), "price").values ==
          std::vector<double>{46, 52, 60});
    CHECK(of(done(document, SetBase{"price", 50.25}), "price").values == price.values);
    price.family = "discrete";
    CHECK(of(done(document, SetBase{"price", 52}), "price").values == price.values);
}

TEST_CASE("a drag moves every component of a mixture by the same difference, as its family moves") {
    Document document = example();
    Assumption& price = document.assumptions[0];
    price.low = price.high = std::nullopt;
    price.family = "mixture";
    price.components.resize(4);
    price.components[0] = {.weight = 0.25, .base = 40, .low = 30, .high = 48.5};
    price.components[1] = {.weight = 0.25, .base = 20, .low = 10, .high = 40};
    price.components[1].family = "lognormal";
    price.components[2] = {.weight = 0.25, .base = 1, .low = 0, .high = 3};
    price.components[2].family = "integer";
    price.components[3] = {.weight = 0.25, .base = 0.5};
    price.components[3].values = {0, 0.5};
    std::vector<Component> expected = price.components;
    expected[0].base = 50;
    expected[0].low = 40;
    expected[0].high = 58.5;
    expected[1].base = 30;
    expected[1].low = 15;
    expected[1].high = 60;
    expected[2].base = 11;
    expected[2].low = 10;
    expected[2].high = 13;
    expected[3].base = 10.5;
    expected[3].values = {10, 10.5};
    CHECK(of(done(document, SetBase{"price", 60}), "price").components == expected);
    const Result<Document> below = apply(document, SetBase{"price", 25}, traits_of);
    REQUIRE_FALSE(static_cast<bool>(below));
    CHECK(below.error().message ==
          "'price' has a distribution of numbers above 0: give it a value above 0");
}

TEST_CASE("in a drag, the components of a mixture stop at its hard limits and at their own") {
    Document document = example();
    Assumption& share = document.assumptions[1];
    REQUIRE(share.id == "share");
    share.low = share.high = std::nullopt;
    share.base = 0.5;
    share.family = "mixture";
    share.components = {{.weight = 0.5, .base = 0.4, .low = 0.3, .high = 0.6},
                        {.weight = 0.5, .base = 0.6, .low = 0.5, .high = 0.9}};
    share.components[1].max = 0.95;
    const Document changed = done(document, SetBase{"share", 0.9});
    const std::vector<Component>& moved = of(changed, "share").components;
    CHECK(moved[0].base == 0.8);
    CHECK(moved[0].high == 1);
    CHECK(moved[1].base == 0.95);
    CHECK(moved[1].high == 0.95);
    CHECK(moved[1].max == 0.95);
    CHECK_FALSE(moved[0].max.has_value());
}

TEST_CASE("base and ends are clamped at the hard limits") {
    const Document changed = done(example(), SetBase{"share", 1.5});
    CHECK(of(changed, "share").base == 1);
    CHECK(of(changed, "share").low == 0.75);
    CHECK(of(changed, "share").high == 1);
    const Document lower = done(example(), SetBase{"share", -3});
    CHECK(of(lower, "share").base == 0);
    CHECK(of(lower, "share").low == 0);
    CHECK(of(lower, "share").high == 0.25);
}

TEST_CASE("dragging there and back within the limits restores the same document") {
    const Document start = example();
    CHECK(done(start, SetBase{"price", 50}) == start);
    CHECK(done(done(start, SetBase{"price", 62}), SetBase{"price", 50}) == start);
    CHECK(done(done(start, SetBase{"outages", 6}), SetBase{"outages", 4}) == start);
    CHECK(done(done(start, SetBase{"users", 400}), SetBase{"users", 200}) == start);
}

TEST_CASE("wherever a slider is dragged, low stays at or below high") {
    for (const char* id : {"price", "share", "outages", "users", "weeks@B"})
        for (double value = -20; value <= 500; value += 7.3) {
            const Result<Document> changed = apply(example(), SetBase{id, value}, traits_of);
            if (!changed) continue;
            CHECK(*of(*changed, id).low <= *of(*changed, id).high);
        }
}

TEST_CASE("whole-number families keep whole ends") {
    const Document changed = done(example(), SetBase{"outages", 5.4});
    CHECK(of(changed, "outages").base == 5.4);
    CHECK(of(changed, "outages").low == 4);
    CHECK(of(changed, "outages").high == 6);
    CHECK(of(done(example(), SetEnd{"outages", End::High, 6.6}), "outages").high == 7);
}

TEST_CASE("families of positive numbers move their ends by ratio") {
    const Document changed = done(example(), SetBase{"users", 300});
    CHECK(of(changed, "users").low == 150);
    CHECK(of(changed, "users").high == 600);
    CHECK(refused(SetBase{"users", 0}) ==
          "'users' has a distribution of numbers above 0: give it a value above 0");
}

TEST_CASE("an end moves alone and never past the other") {
    CHECK(of(done(example(), SetEnd{"price", End::Low, 45}), "price").low == 45);
    CHECK(of(done(example(), SetEnd{"price", End::Low, 90}), "price").low == 60);
    CHECK(of(done(example(), SetEnd{"price", End::High, 0}), "price").high == 40);
    CHECK(of(done(example(), SetEnd{"share", End::High, 7}), "share").high == 1);
}

TEST_CASE("a cell is set as a number or moved as a range") {
    CHECK(done(example(), SetBase{"weeks@A", 5}).rows[0].cells[0].second == Cell(5.0));
    const Document changed = done(example(), SetBase{"weeks@B", 8});
    CHECK(of(changed, "weeks@B").low == 8);
    CHECK(of(changed, "weeks@B").high == 10);
}

TEST_CASE("restoring puts back what the other document says and keeps the stream") {
    Document start = example();
    start.assumptions[0].stream = 7;
    const Document moved = done(start, SetBase{"price", 58});
    CHECK(done(moved, Restore{"price", example().assumptions[0]}) == start);
    const Document cell = done(start, SetBase{"weeks@A", 5});
    CHECK(done(cell, Restore{"weeks@A", 3.0}) == start);
}

TEST_CASE("weights, switches and pins are set") {
    CHECK(done(example(), SetWeight{"weeks", 3}).scoring.criteria[0].weight == 3);
    CHECK(done(example(), SetGroupWeight{"money", 0}).scoring.groups[0].weight == 0);
    CHECK(done(example(), SetGroupOff{"money", true}).scoring.groups[0].off);
    CHECK(done(example(), SetEqualWeights{true}).scoring.equal_weights);
    CHECK(done(example(), SetRowOff{"weeks", true}).rows[0].off);
    CHECK(of(done(example(), SetKnown{"price", true}), "price").known);
}

TEST_CASE("an edit that names nothing, or sets what may not be, says so and suggests") {
    CHECK(refused(SetBase{"prise", 1}) == "there is no assumption 'prise'; did you mean 'price'?");
    CHECK(refused(SetBase{"weeks@C", 1}).find("there is no assumption 'weeks@C'") == 0);
    CHECK(refused(SetWeight{"week", 1}) == "there is no criterion 'week'; did you mean 'weeks'?");
    CHECK(refused(SetWeight{"weeks", -1}) == "the weight of 'weeks' would be -1: use 0 or more");
    CHECK(refused(SetGroupOff{"mony", true}) == "there is no group 'mony'; did you mean 'money'?");
    CHECK(refused(SetRowOff{"wekes", true}) == "there is no row 'wekes'; did you mean 'weeks'?");
    CHECK(refused(SetBase{"price", std::numeric_limits<double>::quiet_NaN()}) ==
          "the value of 'price' is not a finite number");
    CHECK(refused(SetBase{"price", std::numeric_limits<double>::infinity()}) ==
          "the value of 'price' is not a finite number");
    CHECK(refused(SetEnd{"weeks@A", End::Low, 1}).find("there is no assumption") == 0);
}

TEST_CASE("a drag leaves the standard deviation, and moves it by ratio where only positives are") {
    Document document = example();
    for (Assumption& assumption : document.assumptions) {
        assumption.low = assumption.high = std::nullopt;
        assumption.sd = 10;
    }
    const Result<Document> price = apply(document, SetBase{"price", 75}, traits_of);
    REQUIRE(price);
    CHECK(find_assumption(*price, "price")->sd == 10);
    const Result<Document> users = apply(document, SetBase{"users", 300}, traits_of);
    REQUIRE(users);
    CHECK(find_assumption(*users, "users")->base == 300);
    CHECK(find_assumption(*users, "users")->sd == 15);
}

TEST_CASE("a cell takes a figure in place of what it holds, and what it held again") {
    Document before = example();
    before.simulation.next_stream = 5;
    before.rows[0].cells[0].second = Formula{"price / 10"};
    const Document fixed = done(before, SetCell{"weeks", "A", Cell{4.0}});
    CHECK(fixed.rows[0].cells[0].second == Cell{4.0});
    const Document ranged = done(before, SetCell{"weeks", "A", Cell{range("", 1, 2, 3)}});
    const Assumption& put = of(ranged, "weeks@A");
    CHECK(put.low == 1);
    CHECK(put.stream == 5);  // the next one, as every range has its own
    CHECK(ranged.simulation.next_stream == 6);
    for (const Document& changed : {fixed, ranged}) {
        const std::vector<SetCell> back = replaced_cells(changed, before);
        REQUIRE(back.size() == 1);
        CHECK(done(changed, back[0]).rows == before.rows);
        CHECK(*applied(before, difference(before, changed)) == changed);
    }
    CHECK(replaced_cells(before, before).empty());
}

TEST_CASE("a cell of the row's own formula is put in the options' order, and taken out again") {
    Document before = example();
    before.rows[0].formula = "price";
    before.rows[0].cells.erase(before.rows[0].cells.begin());
    const Document changed = done(before, SetCell{"weeks", "A", Cell{4.0}});
    REQUIRE(changed.rows[0].cells.size() == 2);
    CHECK(changed.rows[0].cells[0].first == "A");
    const std::vector<SetCell> back = replaced_cells(changed, before);
    REQUIRE(back.size() == 1);
    CHECK_FALSE(back[0].cell.has_value());
    CHECK(done(changed, back[0]) == before);
    CHECK(done(before, SetCell{"weeks", "A", {}}) == before);
    CHECK(*applied(before, difference(before, changed)) == changed);
}

TEST_CASE("a cell takes only what its row has cells of, and finite ranges") {
    CHECK(refused(SetCell{"wekes", "A", Cell{1.0}}) ==
          "there is no row 'wekes'; did you mean 'weeks'?");
    CHECK(refused(SetCell{"weeks", "Z", Cell{1.0}}).starts_with("there is no option 'Z'"));
    CHECK(refused(SetCell{"weeks", "A", Cell{Word{"soon"}}}) ==
          "'weeks@A' would hold what its row has no cells of");
    CHECK(refused(SetCell{"weeks", "A", Cell{range("", 3, 2, 1)}}) ==
          "the range of 'weeks@A' is empty");
    const double infinite = std::numeric_limits<double>::infinity();
    CHECK(refused(SetCell{"weeks", "A", Cell{infinite}}) ==
          "the value of 'weeks@A' is not a finite number");
    CHECK(refused(SetCell{"weeks", "A", Cell{range("", 1, 2, infinite)}}) ==
          "the value of 'weeks@A' is not a finite number");
}
