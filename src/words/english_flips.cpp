#include "words/english.h"

namespace fulcrum::english {
namespace {

std::string names_that(const std::vector<std::string>& names, const std::string& verb) {
    return listed(names) + " " + verb;
}

Sentence intro(const NamedOption& leader, std::size_t within, std::size_t beyond, std::size_t never,
               bool estimate) {
    const std::size_t all = within + beyond + never;
    const std::string subject = estimate ? "estimate" : "assumption";
    std::string text = "Of " + counted(all, subject, subject + "s") + ", " +
                       (within == 0 ? std::string("none") : std::to_string(within)) +
                       (within == 1 ? " flips" : " flip") +
                       " that within the range, all else being drawn; " + std::to_string(beyond) +
                       " only beyond it, " + std::to_string(never) + " never.";
    return {name(leader), {" leads. " + text}};
}

std::string caption(bool estimate) {
    return estimate
               ? "Another option leads where the estimate itself, its range moving along, were "
                 "that."
               : "Another option leads where the number turned out to be that, the others "
                 "being drawn from their ranges.";
}

Sentence flip(const NamedOption& to, bool above, const std::string& at) {
    return {letter(to), {(above ? " above " : " under ") + at}};
}

std::string never(const std::vector<std::string>& names) {
    return "Never flip it, as far as was looked: " + listed(names) + ".";
}

std::string not_part(const std::vector<std::string>& names) {
    return names_that(names, names.size() == 1 ? "is" : "are") +
           " not part of what the options are compared by.";
}

Sentence widest(const NamedOption& leader, const NamedOption& second, const std::string& now,
                const std::string& name, const std::string& least, const std::string& greatest) {
    return {
        letter(leader),
        {" is expected to be ahead of "},
        letter(second),
        {" by " + now + ". " + name + " moves that most: from " + least + " to " + greatest + "."}};
}

std::string point(const std::string& value, const std::string& gap) {
    return value + ": " + gap;
}

std::string mark(const std::string& option, const std::string& at) {
    return "flips to " + option + " at " + at;
}

std::string now_is(const std::string& gap) {
    return "Expected now: " + gap;
}

std::string evpi(const std::string& amount) {
    return "Knowing everything before choosing would be worth at most " + amount + ".";
}

std::string worth_at_most(const std::string& amount, const std::string& name,
                          const std::string& waiting) {
    return "Worth at most " + amount + " to know " + name +
           (waiting.empty() ? "" : "; " + waiting) + ".";
}

std::string can_flip(const std::string& flips) {
    return "Flips to " + flips;
}

std::string waiting(const std::string& by, const std::string& amount) {
    return "waiting 1 " + by + " costs " + amount;
}

std::string error(const std::string& amount) {
    return "± " + amount;
}

Sentence score_intro(const NamedOption& leader, std::size_t flipping, std::size_t all) {
    return {letter(leader),
            {" leads on the score. " +
             (flipping == 0 ? std::string("None") : std::to_string(flipping)) + " of " +
             std::to_string(all) + " weights " + (flipping == 1 ? "flips" : "flip") +
             " that by itself."}};
}

std::string group(const std::string& name) {
    return "All of " + name;
}

Sentence levels(const std::string& row, const NamedOption& option, const std::string& level,
                const NamedOption& leader) {
    return {letter(leader), {" if " + row + " of "}, letter(option), {" were " + level}};
}

}  // namespace

FlipWords flips() {
    return {
        .turned_out = "If it turned out to be",
        .estimate = "If your estimate were",
        .intro = intro,
        .within = "Within its range",
        .beyond = "Only beyond its range",
        .assumption = "Assumption",
        .now = "Now",
        .flips = "Flips to",
        .worth = "Worth knowing",
        .caption = caption,
        .flip = flip,
        .undefined_somewhere = "somewhere there is no leader",
        .never = never,
        .not_part = not_part,
        .tornado = "What moves the gap",
        .spider = "The same along each range",
        .cells = "Numbers without a range",
        .information = "What is worth finding out",
        .widest = widest,
        .tornado_description =
            "A bar per assumption: the expected gap from one end of its range to the other, all "
            "else being drawn; dots at five points of the range where it bends, a mark where the "
            "leader "
            "changes, "
            "the assumption's values at both ends, the dashed line at the gap as it is.",
        .spider_description = "A line per assumption: the expected gap along its range.",
        .spider_sentence = "A bend means that a change counts for more on one side.",
        .point = point,
        .mark = mark,
        .now_is = now_is,
        .low_end = "low end",
        .high_end = "high end",
        .evpi = evpi,
        .worth_at_most = worth_at_most,
        .waiting = waiting,
        .worth_note =
            "An upper bound, and only if the answer comes before the choice. Amounts of several "
            "numbers must not be added.",
        .worth_nothing = "nothing",
        .error = error,
        .cells_note = "Plain numbers of the table: what they would have to be.",
        .pending = "Being looked for.",
        .one_option = "There is only one option: nothing can flip.",
        .no_leader = "There is no leader, so nothing can flip.",
        .score = "What flips the score",
        .criterion = "Factor",
        .share = "Share of all weight",
        .score_intro = score_intro,
        .score_caption =
            "Another option leads on the score where the factor had that share, the "
            "others keeping their proportions.",
        .group = group,
        .levels = levels,
        .cannot_flip = "It cannot change which option leads",
        .never_briefly = "never flips it",
        .can_flip = can_flip,
    };
}

}  // namespace fulcrum::english
