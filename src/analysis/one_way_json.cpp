#include "analysis/lead_json.h"
#include "analysis/one_way.h"

namespace fulcrum {
namespace {

void write_flips(JsonWriter& json, const Document& document, const InputFlips& input) {
    json.key(input.id);
    json.begin_object();
    json.member("now", input.now);
    json.member("low", input.low);
    json.member("high", input.high);
    json.member("from", input.from);
    json.member("to", input.to);
    if (!input.matters) json.member("matters", false);
    if (input.has_undefined) json.member("has_undefined", true);
    json.key("flips");
    json.begin_array();
    for (const Flip& flip : input.flips) {
        json.begin_object();
        json.member("at", flip.at);
        json.member("below", document.options[flip.below].id);
        json.member("above", document.options[flip.above].id);
        json.end_object();
    }
    json.end_array();
    json.end_object();
}

void write_swing(JsonWriter& json, const Swing& swing) {
    json.begin_object();
    json.member("id", swing.id);
    json.member("swing", swing.width());
    json.key("points");
    json.begin_array();
    for (const Swing::Point& point : swing.points) {
        json.begin_object();
        json.member("value", point.value);
        if (point.gap) json.member("gap", *point.gap);
        json.end_object();
    }
    json.end_array();
    json.end_object();
}

}  // namespace

std::string flips_json(const Document& document, const OneWay& one_way) {
    JsonWriter json = begun_with_leader(document, one_way.draws, one_way.lead);
    for (const bool cells : {false, true}) {
        json.key(cells ? "cells" : "assumptions");
        json.begin_object();
        for (const InputFlips& input : one_way.flips)
            if (input.is_cell == cells) write_flips(json, document, input);
        json.end_object();
    }
    json.end_object();
    return std::move(json).text();
}

std::string tornado_json(const Document& document, const OneWay& one_way) {
    JsonWriter json = begun_with_leader(document, one_way.draws, one_way.lead);
    if (one_way.lead.runner_up)
        json.member("runner_up", document.options[*one_way.lead.runner_up].id);
    json.member("unit", one_way.unit);
    json.member("gap", one_way.gap_now);
    json.key("swings");
    json.begin_array();
    for (const Swing& swing : one_way.swings) write_swing(json, swing);
    json.end_array();
    json.end_object();
    return std::move(json).text();
}

std::string information_json(const Document& document, const OneWay& one_way) {
    JsonWriter json = begun_with_leader(document, one_way.draws, one_way.lead);
    json.member("unit", one_way.unit);
    json.member("evpi", one_way.lead.evpi);
    json.key("assumptions");
    json.begin_object();
    for (const InputInformation& information : one_way.information) {
        json.key(information.id);
        json.begin_object();
        json.member("evppi", information.value);
        json.member("error", information.error);
        json.end_object();
    }
    json.end_object();
    json.end_object();
    return std::move(json).text();
}

namespace section {

std::string flips(const Document& document, const Model& model, std::size_t draws) {
    return flips_json(document, one_way(document, model, draws));
}
std::string tornado(const Document& document, const Model& model, std::size_t draws) {
    return tornado_json(document, one_way(document, model, draws));
}
std::string information(const Document& document, const Model& model, std::size_t draws) {
    return information_json(document, one_way(document, model, draws));
}

}  // namespace section
}  // namespace fulcrum
