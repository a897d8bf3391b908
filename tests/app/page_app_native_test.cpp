#include "app/files_native.h"
#include "app/page_app.h"

#include <doctest/doctest.h>

using namespace fulcrum;

namespace {

std::string font(const char* name) {
    const Result<std::string> bytes =
        read_file(std::string(FULCRUM_FONTS_DIR "/") + name, std::size_t{1} << 20);
    REQUIRE(bytes);
    return *bytes;
}

std::unique_ptr<PageApp> started() {
    static const std::string regular = font("regular.ttf"), medium = font("medium.ttf");
    std::unique_ptr<PageApp> app = PageApp::start({regular, medium}, "", "", "");
    REQUIRE(app != nullptr);
    app->surround({.size = {1280, 720}});
    return app;
}

void come_to_rest(PageApp& app) {
    for (auto refined = PageApp::Refined::All; refined != PageApp::Refined::Nothing;
         refined = app.refine())
        if (refined == PageApp::Refined::All) app.frame(0.016);
}

// A clock that moves on by a millisecond whenever it is looked at.
double ticks() {
    static double now = 0;
    return now += 1;
}

}  // namespace

TEST_CASE("a report that was made ahead in pieces is the one that is made at once") {
    const std::unique_ptr<PageApp> app = started();
    come_to_rest(*app);
    const std::string at_once = app->report_steps("today");
    CHECK(at_once.find("Phase 0") != std::string::npos);
    app->lend_clock(ticks);
    int pieces = 1;
    while (app->prepare_report()) ++pieces;
    CHECK(pieces > 20);
    CHECK_FALSE(app->prepare_report());
    CHECK(app->report_steps("today") == at_once);
}

TEST_CASE("a report that was made ahead is made anew after a change") {
    const std::unique_ptr<PageApp> app = started();
    come_to_rest(*app);
    while (app->prepare_report()) {
    }
    const std::string before = app->report_steps("today");
    while (app->prepare_report()) {
    }
    REQUIRE(app->set("price", "62").empty());
    come_to_rest(*app);
    const std::string after = app->report_steps("today");
    CHECK(after != before);
    CHECK(after.find("62") != std::string::npos);
    CHECK(after == app->report_steps("today"));
}
