#include "analysis/results_json.h"
#include "report/export.h"

namespace fulcrum::exports_of {
namespace {

std::string write(const Session& session) {
    return results_json(session.document(), session.all_results());
}

}  // namespace

extern const Export json{
    .id = "json", .extension = "json", .name = "Results (JSON)", .write = write};

}  // namespace fulcrum::exports_of
