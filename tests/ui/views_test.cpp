// Every view of every example, painted at three sizes.
#include "base/result.h"
#include "model/document_json.h"
#include "picture/picture.h"
#include "session/session.h"
#include "ui/canvas.h"
#include "ui/sample_screen.h"

#include <doctest/doctest.h>

#include <filesystem>

namespace fulcrum {
namespace {

constexpr Size sizes[] = {{1280, 720}, {1920, 1080}, {390, 664}, {512, 384}, {320, 568}};

// Controls lie inside the window and do not cover each other, however far it is scrolled.
void check_controls(const PaintResult& result, Size size) {
    for (auto one = result.rects.begin(); one != result.rects.end(); ++one) {
        CHECK_MESSAGE(one->second.x >= -0.5, one->first);
        CHECK_MESSAGE(one->second.x + one->second.width <= size.width + 0.5, one->first);
        for (auto other = std::next(one); other != result.rects.end(); ++other)
            CHECK_MESSAGE(!overlap(one->second, other->second), one->first, " and ", other->first);
    }
}

void check_screen(const Screen& screen, Size size) {
    CAPTURE(size.width);
    CAPTURE(screen.view.id);
    Canvas canvas(screen, size);
    check_controls(canvas.frame(), size);
    CHECK(canvas.vertices() > 500);
    const Point in_view{size.width - 40, size.height * 0.75}, in_column{60, size.height * 0.75};
    for (int page = 0; page < 6; ++page) {
        canvas.painter().wheel(in_view, {0, size.height * 0.7});
        canvas.settle();
        canvas.painter().wheel(in_column, {0, size.height * 0.7});
        canvas.settle();
        check_controls(canvas.frame(), size);
    }
}

std::vector<std::filesystem::path> decisions() {
    std::vector<std::filesystem::path> found;
    for (const auto& entry : std::filesystem::directory_iterator(FULCRUM_ASSETS_DIR)) {
        const std::string name = entry.path().filename().string();
        if (name.ends_with(".json") && !name.ends_with("schema.json"))
            found.push_back(entry.path());
    }
    return found;
}

}  // namespace

TEST_CASE("a screen of every kind of block is painted at every size, with 2 to 8 options") {
    for (const std::size_t options : {2u, 3u, 8u})
        for (const Size size : sizes) check_screen(sample_screen(options), size);
}

TEST_CASE("every view of every example is painted at every size") {
    REQUIRE(!decisions().empty());
    for (const std::filesystem::path& path : decisions()) {
        CAPTURE(path.string());
        const ReadDocument read = read_document(file_bytes(path.string()));
        REQUIRE(read.diagnostics.empty());
        Result<Session> opened = Session::open(read.document, read.document);
        REQUIRE(opened);
        Session session = *std::move(opened);
        for (const View& view : views()) {
            session.input(Action{LookChange{ShowView{std::string(view.id)}}}, Phase::Commit, {});
            session.show(shown_by(view, session));
            for (const Size size : sizes) check_screen(screen(session), size);
        }
    }
}

}  // namespace fulcrum
