#include "base/figure.h"
#include "model/find.h"
#include "page/flip_parts.h"
#include "page/page.h"
#include "page/parts.h"
#include "page/travel.h"

#include <algorithm>

namespace fulcrum {
namespace {

double tail_of(Interval interval) {
    switch (interval) {
        case Interval::Ends:
            return 0;
        case Interval::P5P95:
            return 0.05;
        case Interval::P10P90:
            return 0.1;
        case Interval::P25P75:
            return 0.25;
    }
    return 0;
}

// Of an assumption or a component.
template <class Stated>
RangeMeaning meaning_alone(const Stated& stated, std::string_view unit) {
    return {.family = stated.family,
            .has_range = stated.low && stated.high,
            .known = false,
            .tail = tail_of(stated.interval),
            .base = stated.base,
            .low = stated.low.value_or(stated.base),
            .high = stated.high.value_or(stated.base),
            .sd = stated.sd.value_or(0),
            .trials = static_cast<double>(stated.trials.value_or(0)),
            .values = stated.values,
            .probabilities = stated.probabilities,
            .unit = unit,
            .components = {}};
}

}  // namespace

namespace parts {

Voice voice(Basis basis) {
    return basis == Basis::Stated    ? Voice::Stated
           : basis == Basis::Derived ? Voice::Derived
                                     : Voice::Unsaid;
}

RangeMeaning meaning(const Assumption& assumption, std::string_view unit) {
    RangeMeaning range = meaning_alone(assumption, unit);
    range.known = assumption.known;
    for (const Component& component : assumption.components)
        range.components.push_back(
            {component.weight, words().slider.range(meaning_alone(component, unit))});
    return range;
}

}  // namespace parts

namespace {

using namespace parts;

void sentence(std::string& text, const std::string& next) {
    if (next.empty()) return;
    if (!text.empty()) text += " ";
    text += next;
    const char last = next.back();
    if (last != '.' && last != '!' && last != '?') text += ".";
}

std::string explanation(const PlacedAssumption& placed, const RangeMeaning& range, bool by_ratio,
                        const std::string& correlations) {
    const SliderWords& text = words().slider;
    const Assumption& assumption = *placed.assumption;
    std::string all;
    sentence(all, text.drag({range, assumption.min, assumption.max, by_ratio}));
    sentence(all,
             text.whose(voice(assumption.basis), voice(assumption.range_basis), range.has_range));
    if (!assumption.source.empty()) sentence(all, text.source(assumption.source));
    if (!assumption.owner.empty()) sentence(all, text.owner(assumption.owner));
    if (!assumption.disputed_by.empty()) sentence(all, text.disputed_by(assumption.disputed_by));
    sentence(all, correlations);
    sentence(all, assumption.note);
    return all;
}

// What the assumption rises or falls with.
std::string correlations_of(const Document& document, const std::string& id) {
    std::string all;
    const auto say = [&](const std::string& other, double rank) {
        if (rank != 0)
            sentence(all, words().slider.correlated(assumption_name(document, other), rank));
    };
    for (const Correlation& correlation : document.correlations) {
        const auto& of = correlation.of;
        const auto own = static_cast<std::size_t>(std::find(of.begin(), of.end(), id) - of.begin());
        for (std::size_t other = 0; own < of.size() && other < of.size(); ++other)
            if (other != own)
                say(of[other],
                    correlation.rank ? *correlation.rank : correlation.matrix[own][other]);
    }
    return all;
}

// What stood before, when it differs: the value, or what the range meant.
std::string was(const Assumption& now, const Assumption& reference, std::string_view unit) {
    const SliderWords& text = words().slider;
    if (now.base != reference.base) return text.was(figure(reference.base, unit));
    if (now.low != reference.low || now.high != reference.high || now.sd != reference.sd ||
        now.known != reference.known)
        return text.was(text.range(meaning(reference, unit)));
    return "";
}

// Where another option leads, as marks and in words.
void add_flips(Slider& slider, const Session& session) {
    const InputFlips* found = flips_of(session, slider.key);
    if (found == nullptr || session.document().options.size() < 2) return;
    const std::optional<std::size_t> leader = session.studies().one_way->lead.leader;
    if (!leader) return;
    const FlipWords& text = words().flips;
    if (found->flips.empty()) slider.range += " · " + text.never_briefly;
    slider.flips_are_current = session.is_current(StudyKind::OneWay);
    for (const Flip& flip : found->flips)
        slider.flips.push_back({flip.at, static_cast<int>(flips_to(flip, found->now, *leader))});
    sentence(slider.explanation,
             found->flips.empty()
                 ? text.cannot_flip
                 : text.can_flip(plain(flips_text(
                       *found, *leader, named_options(session.document()), slider.unit))));
}

Slider slider(const Session& session, const PlacedAssumption& placed, std::string label) {
    const Assumption& now = *placed.assumption;
    const Assumption* original = find_assumption(session.reference(), placed.id);
    const Assumption& reference = original ? *original : now;
    const FamilyTraits traits = family_traits(now);
    const Travel reach = travel(now, reference, traits.whole_numbers, traits.positive_only);
    const RangeMeaning range = meaning(now, placed.unit);
    const auto option = option_index(session.document(), placed.option);

    Slider slider{.key = placed.id, .label = std::move(label), .unit = placed.unit, .option = ""};
    if (option) {
        slider.option = option_letter(*option);
        slider.option_index = static_cast<int>(*option);
    }
    slider.value = now.base;
    slider.text = typed_text(now.base, placed.unit);
    if (slider.text.ends_with("%") && slider.unit.starts_with("%"))
        slider.unit.erase(0, 1);  // "67%" says it already
    slider.from = reach.from;
    slider.to = reach.to;
    slider.step = reach.step;
    slider.low = now.low;
    slider.high = now.high;
    slider.reference = reference.base;
    slider.known = now.known;
    slider.was = was(now, reference, placed.unit);
    slider.changed = !slider.was.empty();
    slider.range = words().slider.range(range);
    slider.explanation = explanation(placed, range, traits.positive_only,
                                     correlations_of(session.document(), placed.id));
    add_flips(slider, session);
    slider.set = Edit{SetBase{placed.id, 0}};
    slider.set_low = Edit{SetEnd{placed.id, End::Low, 0}};
    slider.set_high = Edit{SetEnd{placed.id, End::High, 0}};
    slider.set_known = Edit{SetKnown{placed.id, false}};
    Assumption restored = reference;
    restored.stream = now.stream;  // given once, whatever else goes back
    slider.restore = Edit{Restore{placed.id, std::move(restored)}};
    return slider;
}

// Cells of one row stand together under its name; one alone carries the name itself, and each does
// where they are not in the order of rows.
void add_sliders(Blocks& blocks, const Session& session,
                 const std::vector<const PlacedAssumption*>& group, std::size_t& changed) {
    const bool by_row = session.look().by_effect.empty();
    for (std::size_t k = 0; k < group.size(); ++k) {
        const PlacedAssumption& placed = *group[k];
        const auto same_row = [&](std::size_t other) {
            return by_row && other < group.size() && !placed.option.empty() &&
                   !group[other]->option.empty() && group[other]->name == placed.name;
        };
        const bool together = same_row(k + 1) || (k > 0 && same_row(k - 1));
        if (together && !(k > 0 && same_row(k - 1))) blocks.push_back(heading(3, placed.name));
        const Option* option = find_option(session.document(), placed.option);
        Slider row = slider(session, placed, together && option ? option->name : placed.name);
        if (row.changed) ++changed;
        blocks.push_back({std::move(row)});
    }
}

void add_group(Page& page, const Session& session, const std::string& id, const std::string& name,
               const std::string& note, const std::vector<const PlacedAssumption*>& group) {
    if (group.empty()) return;
    Blocks blocks;
    if (!note.empty()) blocks.push_back(paragraph(note, Weight::Small, Role::Quiet));
    std::size_t changed = 0;
    add_sliders(blocks, session, group, changed);
    Details details =
        parts::details(session, "assumptions/" + id, words().slider.group(name, changed), true);
    details.blocks = std::move(blocks);
    page.blocks.push_back({std::move(details)});
}

Block orders(const Session& session) {
    const SliderWords& text = words().slider;
    const auto tab = [](const char* key, const std::string& label, SliderOrder order) {
        return Tabs::Tab{.key = key, .label = label, .action = LookChange{SetSliderOrder{order}}};
    };
    return {Tabs{.key = "assumptions/order",
                 .tabs = {tab("assumptions/by_topic", text.by_topic, SliderOrder::ByTopic),
                          tab("assumptions/by_effect", text.by_effect, SliderOrder::ByEffect)},
                 .selected = session.look().by_effect.empty() ? std::size_t{0} : 1}};
}

void add_by_effect(Page& page, const Session& session, const std::vector<PlacedAssumption>& all) {
    std::vector<const PlacedAssumption*> sorted;
    for (const std::string& id : session.look().by_effect)
        for (const PlacedAssumption& placed : all)
            if (placed.id == id) sorted.push_back(&placed);
    add_group(page, session, "by_effect", words().slider.effect_group, "", sorted);
}

void add_by_topic(Page& page, const Session& session, const std::vector<PlacedAssumption>& all) {
    const std::vector<Topic>& topics = session.document().topics;
    const auto of_topic = [&](const auto& wanted) {
        std::vector<const PlacedAssumption*> group;
        for (const PlacedAssumption& placed : all)
            if (wanted(placed.topic)) group.push_back(&placed);
        return group;
    };
    for (const Topic& topic : topics)
        add_group(page, session, topic.id, topic.name, topic.note,
                  of_topic([&](const std::string& id) { return id == topic.id; }));
    add_group(page, session, "", words().slider.no_topic, "", of_topic([&](const std::string& id) {
                  return std::none_of(topics.begin(), topics.end(),
                                      [&](const Topic& topic) { return topic.id == id; });
              }));
}

}  // namespace

Page assumptions(const Session& session) {
    const std::vector<PlacedAssumption> all = assumptions_of(session.document());
    Page page{.id = "assumptions", .title = words().slider.title, .blocks = {}};
    if (all.empty()) return page;
    page.blocks.push_back(paragraph(words().slider.intro, Weight::Small, Role::Quiet));
    if (all.size() > 1) page.blocks.push_back(orders(session));
    if (session.look().by_effect.empty())
        add_by_topic(page, session, all);
    else
        add_by_effect(page, session, all);
    return page;
}

}  // namespace fulcrum
