#include "session/session.h"

#include "model/find.h"
#include "session/decisions.h"

#include <doctest/doctest.h>

using namespace fulcrum;

namespace {

Session opened() {
    Result<Session> session = Session::open(stall(), stall());
    REQUIRE(session);
    return *std::move(session);
}

Action base_of(const std::string& id) {
    return Edit{SetBase{id, 0}};
}

const Assumption& assumption(const Session& session, const char* id) {
    const Assumption* found = find_assumption(session.document(), id);
    REQUIRE(found != nullptr);
    return *found;
}

double mean_of(const Session& session, std::size_t option) {
    const Results results = session.all_results();
    return std::get<Statistics>(results.rows[0].outcome[option][0]->over_draws).mean;
}

}  // namespace

TEST_CASE("session: a drag moves the value and its range, and is one step of undo") {
    Session session = opened();
    const Document before = session.document();
    CHECK_FALSE(session.input(base_of("price"), Phase::Begin, {}));
    for (const double value : {3.1, 3.3, 3.5})
        CHECK_FALSE(session.input(base_of("price"), Phase::Change, value));
    CHECK_FALSE(session.input(base_of("price"), Phase::Commit, 3.5));

    CHECK(assumption(session, "price").base == 3.5);
    CHECK(assumption(session, "price").low == 2.5);
    CHECK(assumption(session, "price").high == 4.5);
    CHECK(session.results_at_grab() == nullptr);
    session.undo();
    CHECK(session.document() == before);
    CHECK_FALSE(session.can_undo());
    session.redo();
    CHECK(assumption(session, "price").base == 3.5);
}

TEST_CASE("session: a drag there and back is no change, even past a hard limit") {
    Session session = opened();
    const Document before = session.document();
    session.input(base_of("price"), Phase::Begin, {});
    for (const double value : {9.9, 10.0, 0.0, 3.0})
        session.input(base_of("price"), Phase::Change, value);
    session.input(base_of("price"), Phase::Commit, 3.0);
    CHECK(session.document() == before);
    CHECK_FALSE(session.can_undo());
}

TEST_CASE("session: results follow each change, and those at the grab are kept until release") {
    Session session = opened();
    session.show({{0}});
    const Results at_rest = session.results();
    session.input(base_of("price"), Phase::Begin, {});
    session.input(base_of("price"), Phase::Change, 4.0);
    REQUIRE(session.results_at_grab() != nullptr);
    CHECK(*session.results_at_grab() == at_rest);
    CHECK_FALSE(session.results() == at_rest);
    session.input(base_of("price"), Phase::Cancel, {});
    CHECK(session.results() == at_rest);
    CHECK(session.results_at_grab() == nullptr);
    CHECK_FALSE(session.can_undo());
}

TEST_CASE(
    "session: moving a price by one moves the mean of what it sells by the mean of the pieces") {
    // price and pieces are independent: E[price * pieces] = E[price] * 80.
    Session session = opened();
    const double before = mean_of(session, 1);
    CHECK_FALSE(session.set("price", 4.0));
    const double after = mean_of(session, 1);
    CHECK(after - before == doctest::Approx(80).epsilon(1e-3));
    CHECK(mean_of(session, 0) == doctest::Approx(190).epsilon(1e-3));
}

TEST_CASE("session: typed text is read in the unit of the field") {
    struct Typed {
        const char* id;
        const char* text;
        double value;
    };
    for (const Typed& typed :
         {Typed{"share", "67%", 0.67}, Typed{"share", "67", 0.67}, Typed{"share", "=60+7", 0.67},
          Typed{"share", "=67%", 0.67}, Typed{"budget", "42K", 42}, Typed{"budget", "42", 42},
          Typed{"budget", "=2*21K", 42}, Typed{"budget", "=2*21", 42}, Typed{"price", "2,5", 2.5},
          Typed{"pieces", "=3*40K", 120'000}, Typed{"pieces", " 90 ", 90}}) {
        Session session = opened();
        CAPTURE(typed.id);
        CAPTURE(typed.text);
        CHECK_FALSE(session.set(typed.id, std::string(typed.text)));
        CHECK(assumption(session, typed.id).base == doctest::Approx(typed.value).epsilon(1e-12));
    }
}

TEST_CASE("session: an input that makes no sense says so and changes nothing") {
    for (const char* text : {"", "many", "=", "=1/0", "=price", "=0/0", "1e999", "--3"}) {
        Session session = opened();
        CAPTURE(text);
        const std::optional<Error> error = session.set("price", std::string(text));
        REQUIRE(error);
        CHECK_FALSE(error->message.empty());
        CHECK(session.document() == stall());
        CHECK_FALSE(session.can_undo());
    }
}

TEST_CASE("session: an unknown id is an error that names what was meant") {
    Session session = opened();
    const std::optional<Error> error = session.set("prise", 1.0);
    REQUIRE(error);
    CHECK(error->message.find("price") != std::string::npos);
}

TEST_CASE("session: a cell's range is an assumption, and a cell's plain number can be set") {
    Session session = opened();
    CHECK_FALSE(session.set("weeks@B", 7.0));
    CHECK(assumption(session, "weeks@B").high == 9);
    CHECK_FALSE(session.set("weeks@A", 2.0));
    CHECK(session.can_undo());
}

TEST_CASE("session: restoring all puts every assumption back in one step") {
    Session session = opened();
    session.set("price", 5.0);
    session.set("weeks@B", 7.0);
    session.input(Action{Edit{SetKnown{"pieces", false}}}, Phase::Commit, true);
    CHECK_FALSE(session.document() == stall());
    session.input(Action{Command::RestoreAll}, Phase::Commit, {});
    CHECK(session.document() == stall());
    session.undo();
    CHECK(assumption(session, "price").base == 5);
    CHECK(assumption(session, "pieces").known);
}

TEST_CASE("session: a known assumption is its base in every draw") {
    Session session = opened();
    session.input(Action{Edit{SetKnown{"pieces", false}}}, Phase::Commit, true);
    const Results results = session.all_results();
    const Statistics worth = std::get<Statistics>(results.rows[0].outcome[0][0]->over_draws);
    CHECK(worth.p5 == 190);
    CHECK(worth.p95 == 190);
}

TEST_CASE("session: a look is never in undo and leaves results alone") {
    Session session = opened();
    const Results before = session.results();
    session.input(Action{LookChange{ShowView{"money"}}}, Phase::Commit, {});
    session.input(Action{LookChange{Fold{"group/time"}}}, Phase::Commit, false);
    CHECK(session.look().view == "money");
    CHECK(session.look().open.at("group/time") == false);
    CHECK_FALSE(session.can_undo());
    CHECK(session.results() == before);
}

TEST_CASE("session: a document with findings is not opened") {
    Document document = stall();
    document.rows[0].cells[1].second = Formula{"prise * pieces"};
    const Result<Session> session = Session::open(document, document);
    REQUIRE_FALSE(session);
    CHECK(session.error().path == "/rows/0/cells/B");
    CHECK(session.error().message.find("price") != std::string::npos);
}

TEST_CASE("session: what a view shows is computed at once, what it does not show stays empty") {
    Session session = opened();
    CHECK(session.results().rows[0].outcome.empty());
    session.show({{1}});
    CHECK(session.results().rows[0].outcome.empty());
    CHECK_FALSE(session.results().rows[1].outcome.empty());
    CHECK(session.all_results().rows[0].outcome.size() == 2);
}
