// fulcrum_memory FILE: how much memory a decision takes on the heap at its peak, as JSON.
//
//   {"draws": ..., "views": {"compare": bytes, ...}, "all_results": bytes}
//
// views         opened, shown in that view, and its first assumption dragged: document, model,
// undo, the verdict's
//               results and the view's
// all_results   every section as results() gives it, on top of an opened decision
// 64-bit: where pointers have 32 bits, as in the page, it is less.
#include "app/open_text.h"
#include "base/json_writer.h"
#include "bench/heap.h"
#include "model/find.h"
#include "page/page.h"

#include <fstream>
#include <iostream>
#include <iterator>

namespace {

using namespace fulcrum;

std::int64_t peak() {
    return static_cast<std::int64_t>(heap_peak());
}

void drag(Session& session) {
    const Document document = session.document();  // the session's own changes under the drag
    for (const PlacedAssumption& placed : assumptions_of(document)) {
        if (!placed.assumption->low || !placed.assumption->high) continue;
        const double low = *placed.assumption->low, high = *placed.assumption->high;
        const Action action{Edit{SetBase{placed.id, 0}}};
        session.input(action, Phase::Begin, {});
        for (const double part : {0.25, 0.5, 0.75})
            session.input(action, Phase::Change, low + part * (high - low));
        session.input(action, Phase::Cancel, {});
        return;
    }
}

Session opened(const OpenedText& text) {
    Result<Session> session = Session::open(text.document, text.reference);
    if (!session) {
        std::cerr << session.error().message << "\n";
        std::exit(1);
    }
    return *std::move(session);
}

}  // namespace

int main(int argc, char** argv) {
    std::ifstream file(argc == 2 ? argv[1] : "");
    const std::string text(std::istreambuf_iterator<char>(file), {});
    const OpenedText decision = open_text(text);
    if (!decision.diagnostics.empty()) {
        std::cerr << "usage: fulcrum_memory FILE; " << decision.diagnostics.front().message << "\n";
        return 1;
    }
    const auto before = static_cast<std::int64_t>(heap_bytes());
    JsonWriter json;
    json.begin_object();
    json.member("draws", decision.document.simulation.draws);
    json.key("views");
    json.begin_object();
    for (const View& view : views()) {
        forget_heap_peak();
        Session session = opened(decision);
        session.show(shown_by(view, session));
        drag(session);
        json.member(view.id, peak() - before);
    }
    json.end_object();
    forget_heap_peak();
    const Session session = opened(decision);
    const Results results = session.all_results();
    json.member("all_results", peak() - before);
    json.end_object();
    std::cout << std::move(json).text();
    return results.rows.empty() ? 1 : 0;
}
