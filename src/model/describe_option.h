// Descriptions of options and of what weighs them. See describe.h.
#pragma once

#include "model/describe.h"

namespace fulcrum {

template <class Fields>
void describe(Fields& fields, As<Fix>) {
    fields.optional("text", &Fix::text, "What is fixed");
    fields.optional("when", &Fix::when, "When");
    fields.optional("deferred", &Fix::deferred, "Left for later");
}

template <class Fields>
void describe(Fields& fields, As<ActionList>) {
    fields.optional("when", &ActionList::when, "When, as a heading");
    fields.optional("steps", &ActionList::steps, "What is done then, in order");
}

template <class Fields>
void describe(Fields& fields, As<Option>) {
    fields.required("id", &Option::id, "Stable id, used in formulas after @; may be capitals");
    fields.required("name", &Option::name, "Name as shown");
    fields.optional("timeline", &Option::timeline, "How long it takes, as the source words it");
    fields.optional("cost", &Option::cost, "What it costs, as the source words it");
    fields.optional("risk_level", &Option::risk_level, "Its risk, in the source's word");
    fields.optional("risk_note", &Option::risk_note, "What that risk is");
    fields.optional("stance", &Option::stance, "What the source says of choosing it");
    fields.optional("stance_note", &Option::stance_note, "Why it says so");
    fields.optional("fixes", &Option::fixes, "What it fixes, and what it leaves for later");
    fields.optional("pros", &Option::pros, "What speaks for it");
    fields.optional("cons", &Option::cons, "What speaks against it");
    fields.optional("outcomes_horizon", &Option::outcomes_horizon, "When the outcomes are seen");
    fields.optional("outcomes", &Option::outcomes, "What is expected to come of it");
    fields.optional("choose_if", &Option::choose_if, "Conditions under which to choose it");
    fields.optional("choose_if_note", &Option::choose_if_note, "The case that it suits");
    fields.optional("actions", &Option::actions, "What to do once it is chosen");
}

template <class Fields>
void describe(Fields& fields, As<CriterionGroup>) {
    fields.optional("id", &CriterionGroup::id, "Stable id");
    fields.optional("name", &CriterionGroup::name, "Name as shown");
    fields.optional("weight", &CriterionGroup::weight, "Weight against the other groups");
    fields.optional("off", &CriterionGroup::off, "Switched off: its criteria do not count");
}

template <class Fields>
void describe(Fields& fields, As<Criterion>) {
    fields.optional("row", &Criterion::row, "Id of the row that is its level");
    fields.optional("group", &Criterion::group,
                    "Id of its group; with groups, weight counts within the group");
    fields.optional("weight", &Criterion::weight, "Weight, 0 or more");
    fields.optional("worst", &Criterion::worst,
                    "The level that is worth nothing, in the row's unit");
    fields.optional("best", &Criterion::best, "The level that is worth all, in the row's unit");
}

template <class Fields>
void describe(Fields& fields, As<Scoring>) {
    fields.optional("method", &Scoring::method, "Scoring method");
    fields.optional("equal_weights", &Scoring::equal_weights,
                    "All criteria count alike, whatever their weights and groups say");
    fields.optional("groups", &Scoring::groups, "Groups of criteria");
    fields.optional("criteria", &Scoring::criteria, "The criteria, in order");
}

template <class Fields>
void describe(Fields& fields, As<Gate>) {
    fields.optional("id", &Gate::id, "Stable id");
    fields.optional("name", &Gate::name, "Name as shown");
    fields.optional("row", &Gate::row, "Id of the row that must be inside");
    fields.optional("at_least", &Gate::at_least, "Lower limit, in the row's unit");
    fields.optional("at_most", &Gate::at_most, "Upper limit, in the row's unit");
    fields.optional("reason", &Gate::reason, "Why it is a must");
}

template <class Fields>
void describe(Fields& fields, As<Stakeholder>) {
    fields.optional("id", &Stakeholder::id, "Stable id");
    fields.optional("name", &Stakeholder::name, "Name as shown");
    fields.optional("quotes", &Stakeholder::quotes, "By option id: what they say of it");
    fields.optional("weights", &Stakeholder::weights,
                    "By criterion (id of its row): their weight; absent: none given");
}

}  // namespace fulcrum
