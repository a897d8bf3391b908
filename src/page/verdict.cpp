#include "base/figure.h"
#include "base/order.h"
#include "model/find.h"
#include "page/flip_parts.h"
#include "page/page.h"
#include "page/parts.h"

namespace fulcrum {
namespace {

using namespace parts;

struct Verdict {
    const Session& session;
    const Document& document = session.document();
    const Results& now = session.results();
    const Results* before = session.results_at_grab();
    std::vector<NamedOption> options = named_options(document);

    std::string gap_unit() const {
        if (now.lead.by_score) return "points";
        for (const Row& row : document.rows)
            if (row.id == document.objective) return row.unit;
        return "";
    }

    OptionFigure chance(std::size_t option) const {
        OptionFigure entry{options[option], share(now.lead.p_best[option]), ""};
        if (before != nullptr && option < before->lead.p_best.size())
            entry.change =
                words().verdict.points(now.lead.p_best[option] - before->lead.p_best[option]);
        return entry;
    }

    std::string gap() const { return now.lead.gap ? figure(now.lead.gap->p50, gap_unit()) : ""; }

    std::string gap_change() const {
        if (before == nullptr || !now.lead.gap || !before->lead.gap ||
            before->lead.leader != now.lead.leader)
            return "";
        return change(now.lead.gap->p50 - before->lead.gap->p50, gap_unit());
    }

    // All that are ever best, likeliest first.
    std::vector<OptionFigure> chances() const {
        std::vector<double> keys;
        keys.reserve(now.lead.p_best.size());
        for (const double p : now.lead.p_best) keys.push_back(-p);
        std::vector<OptionFigure> figures;
        for (const std::size_t option : ascending_order(keys))
            if (now.lead.p_best[option] > 0) figures.push_back(chance(option));
        return figures;
    }

    Sentence headline() const {
        const VerdictWords& text = words().verdict;
        const Lead& lead = now.lead;
        if (!lead.leader)
            return text.undefined(lead.undefined.empty() ? words().figures.undefined
                                                         : lead.undefined.front().reason);
        if (options.size() == 1) return text.only_option(options[0]);
        if (lead.clear) {
            VerdictWords::Leads leads{.leader = chance(*lead.leader),
                                      .second = std::nullopt,
                                      .gap = gap(),
                                      .gap_change = gap_change(),
                                      .by_score = lead.by_score};
            if (lead.runner_up) leads.second = options[*lead.runner_up];
            return text.leads(leads);
        }
        if (lead.p_best[*lead.leader] >= document.headline.threshold && lead.gap)
            return text.too_close(chance(*lead.leader), gap(),
                                  figure(document.headline.matters, gap_unit()));
        return text.no_clear_winner(chances());
    }

    OptionFigure scored(std::size_t option) const {
        OptionFigure entry{options[option], words().figures.undefined, ""};
        const Statistics* at = statistics(&now.score->score[option]);
        if (at == nullptr) return entry;
        entry.figure = words().verdict.score(at->mean);
        if (before != nullptr && before->score && option < before->score->score.size())
            if (const Statistics* was = statistics(&before->score->score[option]))
                entry.change = change(at->mean - was->mean, "points");
        return entry;
    }

    std::optional<Sentence> score() const {
        if (!now.score || now.lead.by_score || options.size() < 2) return std::nullopt;
        const VerdictWords& text = words().verdict;
        if (!now.score->leader) {
            for (const Outcome& outcome : now.score->score)
                if (const auto* undefined = std::get_if<Undefined>(&outcome.over_draws))
                    return text.score_undefined(undefined->reason);
            return std::nullopt;
        }
        if (!now.lead.leader) return text.score_agrees(scored(*now.score->leader), false);
        if (*now.score->leader == *now.lead.leader)
            return text.score_agrees(scored(*now.score->leader), now.lead.clear);
        return text.score_favours(scored(*now.score->leader), scored(*now.lead.leader));
    }
};

constexpr std::size_t conditions_said = 2;

// What would change it, and what is worth finding out first. In quiet ink while they are those of
// an earlier document; nothing where there is nothing to flip.
Prose what_flips_it(const Session& session) {
    const VerdictWords& text = words().verdict;
    const Lead& lead = session.results().lead;
    if (!lead.leader || !lead.runner_up) return {};
    const std::optional<OneWay>& found = session.studies().one_way;
    if (!found || !found->lead.leader) return prose(text.flips_pending, Role::Quiet);
    const VerdictWords::Flips flips = nearest_flips(session.document(), *found, conditions_said);
    Sentence sentence = flips.conditions.empty() ? Sentence{{text.never_flips}} : text.flips(flips);
    if (found->premise == Premise::TurnedOut) {
        const InputInformation* most = worth_most(*found);
        sentence.push_back(
            {" " + (most == nullptr
                        ? text.nothing_is_worth
                        : text.worth(number_name(numbers_of(session.document()), most->id),
                                     figure(most->value, found->unit)))});
    }
    Prose said = inked(sentence);
    if (!session.is_current(StudyKind::OneWay))
        for (Run& run : said) run.ink = {.role = Role::Quiet};
    return said;
}

std::string repaired(const Document& document, const RepairedCorrelations& note) {
    const auto name = [&](const std::string& id) { return assumption_name(document, id); };
    VerdictWords::Repaired said{{}, name(note.first), name(note.second), note.from, note.to};
    for (const std::string& id : note.inputs) said.names.push_back(name(id));
    return words().verdict.repaired(said);
}

}  // namespace

Page verdict(const Session& session) {
    const Verdict verdict{session};
    Page page{.id = "verdict", .title = words().verdict.title, .blocks = {}};
    page.blocks.push_back(paragraph(verdict.headline(), Weight::Lead));
    Prose last = what_flips_it(session);
    const auto add = [&](const Sentence& sentence) {
        if (!last.empty()) last.push_back({.text = " "});
        for (Run& run : inked(sentence)) last.push_back(std::move(run));
    };
    if (const std::optional<Sentence> score = verdict.score()) add(*score);
    add({{words().verdict.draws(verdict.now.draws)}});
    page.blocks.push_back({Paragraph{.text = std::move(last), .inquiry = {compared_by(session)}}});
    for (const RepairedCorrelations& note : session.model().notes)
        page.blocks.push_back(paragraph(repaired(session.document(), note), Weight::Small));
    return page;
}

}  // namespace fulcrum
