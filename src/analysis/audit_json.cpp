#include "analysis/audit.h"
#include "base/json_writer.h"

#include <utility>

namespace fulcrum {
namespace {

const char* name_of(Accord accord) {
    constexpr const char* names[] = {"differs", "contradicts", "follows", "undefined",
                                     "within",  "rounds",      "agrees",  "shown"};
    return names[static_cast<std::size_t>(accord)];
}

const char* name_of(ClaimKind kind) {
    constexpr const char* names[] = {"figure", "direction", "tree", "overlap", "statement"};
    return names[static_cast<std::size_t>(kind)];
}

const char* name_of(Explanation::How how) {
    constexpr const char* names[] = {"leaves_out", "adds", "turns_sign", "holds"};
    return names[static_cast<std::size_t>(how)];
}

const char* name_of(Explanation::Ends ends) {
    constexpr const char* names[] = {"both", "low", "high"};
    return names[static_cast<std::size_t>(ends)];
}

const char* name_of(Effect::Of of) {
    constexpr const char* names[] = {"stated_figure", "reading", "row_off"};
    return names[static_cast<std::size_t>(of)];
}

class AuditWriter {
  public:
    AuditWriter(const Document& document, const Audit& audit)
        : document_(document), audit_(audit) {}

    std::string text() && {
        json_.begin_object();
        json_.member("version", std::int64_t{1});
        json_.member("draws", static_cast<std::int64_t>(audit_.draws));
        json_.member("claims", static_cast<std::int64_t>(audit_.findings.size()));
        json_.member("faults", static_cast<std::int64_t>(audit_.faults()));
        json_.key("findings");
        json_.begin_object();
        for (const Finding& finding : audit_.findings) {
            json_.key(claim(finding.claim).id);
            json_.begin_object();
            add(finding);
            json_.end_object();
        }
        json_.end_object();
        json_.end_object();
        return std::move(json_).text();
    }

  private:
    const Claim& claim(std::size_t index) const { return document_.claims[index]; }
    const std::string& option(std::size_t index) const { return document_.options[index].id; }
    const std::string& row(std::size_t index) const { return document_.rows[index].id; }
    const std::string& node(std::size_t index) const { return document_.tree.nodes[index].id; }

    // An array of objects, left out where it is empty.
    template <class List, class Write>
    void list(const char* name, const List& entries, Write write) {
        if (entries.empty()) return;
        json_.key(name);
        json_.begin_array();
        for (const auto& entry : entries) {
            json_.begin_object();
            write(entry);
            json_.end_object();
        }
        json_.end_array();
    }

    void extent(const char* name, const std::optional<Extent>& extent) {
        if (!extent) return;
        json_.key(name);
        json_.begin_object();
        json_.member("base", extent->base);
        json_.member("low", extent->low);
        json_.member("high", extent->high);
        if (!extent->exact) json_.member("exact", false);
        json_.end_object();
    }

    void number(const char* name, const std::optional<double>& number) {
        if (number) json_.member(name, *number);
    }
    void text(const char* name, const std::string& text) {
        if (!text.empty()) json_.member(name, text);
    }

    void add(const Finding& finding) {
        const Claim& of = claim(finding.claim);
        json_.member("kind", name_of(of.kind));
        json_.member("accord", name_of(finding.accord));
        if (finding.modelled) json_.member("modelled", true);
        text("undefined", finding.undefined);
        text("formula", finding.formula);
        extent("recomputed", finding.recomputed);
        extent("through", finding.through);
        number("low_off", finding.low_off);
        number("high_off", finding.high_off);
        list("explanations", finding.explanations, [&](const Explanation& explanation) {
            json_.member("how", name_of(explanation.how));
            json_.member("ends", name_of(explanation.ends));
            json_.member("line", explanation.name);
            text("option", explanation.option);
            if (explanation.how == Explanation::How::Holds) json_.member("at", explanation.value);
        });
        list("readings", finding.readings, [&](const ReadingResult& reading) {
            const auto which = static_cast<std::size_t>(&reading - finding.readings.data());
            json_.member("name", of.readings[which].name);
            text("undefined", reading.undefined);
            extent("gives", reading.extent);
            if (reading.gives_stated) json_.member("gives_stated", true);
        });
        add_structure(finding);
        list("carried_to", finding.carried_to,
             [&](std::size_t other) { json_.member("claim", claim(other).id); });
        if (finding.uses_stated) json_.member("uses_stated", true);
        list("effects", finding.effects, [&](const Effect& effect) { add(effect, of); });
    }

    void add_structure(const Finding& finding) {
        list("rows", finding.rows, [&](const RowExtents& extents) {
            json_.member("row", row(extents.row));
            for (std::size_t o = 0; o < extents.at.size(); ++o)
                extent(option(o).c_str(), extents.at[o]);
        });
        list("means", finding.means, [&](const DirectionMeans& means) {
            json_.member("option", option(static_cast<std::size_t>(&means - finding.means.data())));
            json_.member("stated", means.stated);
            json_.member("without", means.without);
            json_.member("turned", means.turned);
        });
        list("tree", finding.faults, [&](const TreeFault& fault) {
            json_.member("node", node(fault.node));
            json_.member("label", fault.label);
            json_.member("branches", static_cast<std::int64_t>(fault.to.size()));
            json_.member("same_option", fault.same_option);
            json_.member("unasked", fault.unasked);
        });
        list("consistent", finding.consistent, [&](const TreeStep& step) {
            json_.member("node", node(step.node));
            json_.member("label", step.label);
            json_.member("to", node(step.to));
        });
        list("shared", finding.shared, [&](const Shared& shared) {
            json_.member("first", row(shared.first));
            json_.member("second", row(shared.second));
            list("assumptions", shared.inputs,
                 [&](const std::string& id) { json_.member("id", id); });
            if (!shared.equal_options) return;
            json_.member("first_option", option(shared.equal_options->first));
            json_.member("second_option", option(shared.equal_options->second));
            extent("amount", shared.amount);
        });
    }

    void add(const Effect& effect, const Claim& of) {
        json_.member("of", name_of(effect.of));
        if (effect.of == Effect::Of::Reading)
            json_.member("reading", of.readings[effect.which].name);
        if (effect.of == Effect::Of::RowOff) json_.member("row", row(effect.which));
        json_.member("same", effect.same);
        const Lead& lead = effect.lead;
        if (lead.leader) {
            json_.member("leader", option(*lead.leader));
            json_.member("p_best", lead.p_best[*lead.leader]);
            if (lead.gap) json_.member("gap", lead.gap->p50);
        } else {
            json_.member("undefined", lead.undefined.empty() ? "" : lead.undefined.front().reason);
        }
    }

    const Document& document_;
    const Audit& audit_;
    JsonWriter json_;
};

}  // namespace

std::string audit_json(const Document& document, const Audit& audit) {
    return AuditWriter(document, audit).text();
}

namespace section {
// Of its own number of draws: they are for the leads alone.
std::string audit(const Document& document, const Model& model, std::size_t) {
    return audit_json(document, fulcrum::audit(document, model, document));
}
}  // namespace section

}  // namespace fulcrum
