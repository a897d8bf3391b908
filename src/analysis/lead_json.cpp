#include "analysis/lead_json.h"

namespace fulcrum {

JsonWriter begun_with_leader(const Document& document, std::size_t draws, const Lead& lead) {
    JsonWriter json;
    json.begin_object();
    json.member("version", std::int64_t{1});
    json.member("draws", static_cast<std::int64_t>(draws));
    json.key("leader");
    if (lead.leader) {
        json.value(document.options[*lead.leader].id);
    } else {
        json.begin_object();
        json.member("undefined",
                    lead.undefined.empty() ? "there is no option" : lead.undefined.front().reason);
        json.end_object();
    }
    return json;
}

}  // namespace fulcrum
