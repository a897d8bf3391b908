#include "analysis/results_json.h"

#include "analysis/asset.h"
#include "base/checksum.h"
#include "engine/document_builder.h"
#include "engine/phase0_model.h"

#include <doctest/doctest.h>

using namespace fulcrum;

namespace {

std::string json_of(const Document& document, const ResultsRequest& request) {
    const Compilation compiled = compile(document);
    for (const Error& error : compiled.diagnostics) FAIL_CHECK(error.path << ": " << error.message);
    if (!compiled.model) return "";
    return results_json(document, analyse(document, *compiled.model, request));
}

}  // namespace

TEST_CASE("results as JSON: every section, undefined things with their reason") {
    DocumentBuilder build({"A", "B"});
    build.row("net", "$K").direction = Direction::More;
    build.cell("A", 2.5);
    build.cell("B", 1.0);
    build.series("users", "user", 1, "month * 10 [user/month]", "7");
    build.row("bad");
    build.cell("A", "1 / 0");
    build.document().objective = "net";
    build.document().scoring.criteria = {{.row = "net", .worst = 0, .best = 5}};
    const std::string months = R"([
        {
          "month": 0,
          "base": 7,
          "mean": 7,
          "p5": 7,
          "p25": 7,
          "p50": 7,
          "p75": 7,
          "p95": 7
        },
        {
          "month": 1,
          "base": 10,
          "mean": 10,
          "p5": 10,
          "p25": 10,
          "p50": 10,
          "p75": 10,
          "p95": 10
        }
      ])";
    CHECK(json_of(build.document(), {.draws = 256}) == R"({
  "version": 1,
  "semantics": 1,
  "draws": 256,
  "seed": 1,
  "options": [
    "A",
    "B"
  ],
  "objective": "net",
  "rows": {
    "net": {
      "unit": "$K",
      "A": {
        "base": 2.5,
        "mean": 2.5,
        "p5": 2.5,
        "p25": 2.5,
        "p50": 2.5,
        "p75": 2.5,
        "p95": 2.5
      },
      "B": {
        "base": 1,
        "mean": 1,
        "p5": 1,
        "p25": 1,
        "p50": 1,
        "p75": 1,
        "p95": 1
      }
    },
    "bad": {
      "unit": "",
      "A": {
        "base": {
          "undefined": "division by zero in 'bad' of option A (/rows/2/cells/A at 0), at the base values"
        },
        "undefined": "division by zero in 'bad' of option A (/rows/2/cells/A at 0), in 100 % of draws"
      },
      "B": {
        "undefined": "the row has no value for this option"
      }
    }
  },
  "series": {
    "users": {
      "unit": "user",
      "A": )" + months + R"(,
      "B": )" + months + R"(
    }
  },
  "p_best": {
    "A": 1,
    "B": 0
  },
  "leader": "A",
  "runner_up": "B",
  "clear": true,
  "gap": {
    "mean": 1.5,
    "p5": 1.5,
    "p25": 1.5,
    "p50": 1.5,
    "p75": 1.5,
    "p95": 1.5
  },
  "score": {
    "weights": {
      "net": 1
    },
    "options": {
      "A": {
        "base": 50,
        "mean": 50,
        "p5": 50,
        "p25": 50,
        "p50": 50,
        "p75": 50,
        "p95": 50,
        "p_best": 1
      },
      "B": {
        "base": 20,
        "mean": 20,
        "p5": 20,
        "p25": 20,
        "p50": 20,
        "p75": 20,
        "p95": 20,
        "p_best": 0
      }
    },
    "leader": "A"
  }
}
)");
}

TEST_CASE("results as JSON: without objective and criteria everything says why") {
    DocumentBuilder build({"A"});
    build.row("y", "", "1");
    const std::string json = json_of(build.document(), {.draws = 256});
    CHECK(json.find("\"objective\": {\n    \"undefined\": \"the document has no objective\"") !=
          std::string::npos);
    CHECK(json.find("null") == std::string::npos);
    CHECK(json.find("\"score\": {\n    \"undefined\": \"the document has no criteria\"") !=
          std::string::npos);
}

// The same document gives the same bytes in every build (clang with sanitizers, g++, WebAssembly).
// A hash that changes on purpose changes the semantics number with it, once documents are kept.
TEST_CASE("results have the same bytes in every build") {
    CHECK(checksum_text(json_of(phase0_model(), {.draws = 4096})) == "8c482450a8514e7d");
    CHECK(checksum_text(json_of(asset("phase0.json"), {.draws = 4096})) == "6455010e6a8c0ed4");
    CHECK(checksum_text(json_of(asset("office_crm.json"), {.draws = 4096})) == "0737855df0393473");
    CHECK(checksum_text(json_of(asset("minimal.json"), {.draws = 4096})) == "d5ccc75a01305e52");
}
