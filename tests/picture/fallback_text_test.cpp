#include "picture/fallback_text.h"

#include "picture/picture.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace fulcrum {
namespace {

std::vector<std::string> runs_of(std::string_view text) {
    std::vector<std::string> runs;
    while (!text.empty()) {
        const std::size_t run = fallback_run(text);
        if (run > 0) runs.emplace_back(text.substr(0, run));
        text.remove_prefix(run > 0 ? run : first_code_point(text).length);
    }
    return runs;
}

}  // namespace

TEST_CASE("what the embedded faces hold needs no fallback: Latin, figures, signs") {
    for (const char* text : {"Full Roadmap", "Łódź – Ångström", "−$49K ≈ 3 ½ µm", "", "\n"})
        CHECK(runs_of(text).empty());
}

TEST_CASE(
    "an ideograph is a run by itself, a word of letters that join is one, a sign of several "
    "code points too") {
    using Runs = std::vector<std::string>;
    CHECK(runs_of("東京 plan") == Runs{"東", "京"});
    CHECK(runs_of("B · انتظر أسابيع") == Runs{"انتظر", "أسابيع"});
    CHECK(runs_of("go 👩‍👩‍👧!") == Runs{"👩‍👩‍👧"});
    CHECK(runs_of("नमस्ते") == Runs{"नमस्ते"});
    CHECK(runs_of("A: Москва, Ελλάδα") == Runs{"Москва", "Ελλάδα"});
    CHECK(runs_of("x\u0302 + 1") == Runs{"x\u0302"});
    CHECK(runs_of("移🚀") == Runs{"移", "🚀"});
}

TEST_CASE("a run never outgrows a texture, and all runs together are the text") {
    std::string text;
    for (int n = 0; n < 200; ++n) text += "ک";
    std::string all;
    for (const std::string& run : runs_of(text)) {
        CHECK(run.size() <= 24 * 2);
        all += run;
    }
    CHECK(all == text);
}

TEST_CASE(
    "lines break beside ideographs, not before closing marks, nor between a figure and its "
    "counter") {
    CHECK(breaks_between(U'東', U'京'));
    CHECK(!breaks_between(U'京', U'、'));
    CHECK(!breaks_between(U'3', U'年'));
    CHECK(!breaks_between(U'a', U'b'));
}

TEST_CASE("without a host an ideograph is an em wide and a mark takes no room") {
    CHECK(text_width("東京", 20) == 40);
    CHECK(text_width("x\u0302", 20) == text_width("ʘ", 20));
}

TEST_CASE("Hebrew and Arabic read from right to left, others do not") {
    CHECK(has_right_to_left("B · לחכות"));
    CHECK(has_right_to_left("انتظر"));
    CHECK(!has_right_to_left("東京 🚀 Ελλάδα नमस्ते"));
}

}  // namespace fulcrum
