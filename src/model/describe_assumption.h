// Descriptions of assumptions and rows. See describe.h.
#pragma once

#include "model/describe.h"

namespace fulcrum {

// What a range says of its numbers; Object is an assumption or a component.
template <class Object, class Fields>
void describe_numbers(Fields& fields) {
    fields.required("base", &Object::base, "The value of the slider, in the unit");
    fields.optional("low", &Object::low, "Lower end of the range");
    fields.optional("high", &Object::high, "Upper end of the range");
    fields.optional("interval", &Object::interval,
                    "What low and high are: the ends, or percentiles");
    fields.optional("sd", &Object::sd,
                    "Standard deviation, in place of low and high; base is then the mean");
    fields.optional("family", &Object::family,
                    "Distribution family; absent: uniform where there is a range, else a point");
    fields.optional(
        "shape", &Object::shape,
        "weibull: its shape; student_t: degrees of freedom; pert: the weight of base, 4");
    fields.optional("trials", &Object::trials,
                    "binomial: how many trials there are; base of them succeed on average");
    fields.optional("values", &Object::values,
                    "empirical: the values observed; discrete: the possible values");
    fields.optional("probabilities", &Object::probabilities,
                    "discrete: the probability of each of the values");
}

template <class Object, class Fields>
void describe_limits(Fields& fields) {
    fields.optional("min", &Object::min, "Hard lower limit of base, low and high");
    fields.optional("max", &Object::max, "Hard upper limit of base, low and high");
}

template <class Fields>
void describe(Fields& fields, As<Component>) {
    fields.required("weight", &Component::weight,
                    "The probability that a draw is from this one; all sum to 1");
    describe_numbers<Component>(fields);
    describe_limits<Component>(fields);
}

template <class Fields>
void describe_range(Fields& fields) {
    describe_numbers<Assumption>(fields);
    fields.optional("components", &Assumption::components,
                    "mixture: the ranges that it draws from");
    describe_limits<Assumption>(fields);
    fields.optional("stream", &Assumption::stream,
                    "Number of its stream of draws: given once, never copied to another");
    fields.optional("known", &Assumption::known, "Known for sure: pinned to base");
    fields.optional("basis", &Assumption::basis, "Whose base is: stated by the source, or derived");
    fields.optional("range_basis", &Assumption::range_basis,
                    "Whose the range is: stated by the source, or derived");
    fields.optional("source", &Assumption::source, "Where it comes from");
    fields.optional("owner", &Assumption::owner, "Who answers for it");
    fields.optional("disputed_by", &Assumption::disputed_by, "Who disagrees with it");
    fields.optional("note", &Assumption::note, "What a reader should know about it");
}

template <class Fields>
void describe(Fields& fields, As<Assumption>) {
    fields.required("id", &Assumption::id, "Stable id, used in formulas: [a-z][a-z0-9_]*");
    fields.required("name", &Assumption::name, "Name as shown");
    fields.optional("topic", &Assumption::topic, "Id of the topic that it is listed under");
    fields.optional("unit", &Assumption::unit,
                    "Unit, like $/user/month; % holds the fraction (0.2 is 20 %)");
    describe_range(fields);
}

template <class Fields>
void describe(Fields& fields, As<CellRange>) {
    describe_range(fields);
}

template <class Fields>
void describe(Fields& fields, As<Level>) {
    fields.required("name", &Level::name, "The word");
    fields.optional("value", &Level::value, "What it counts: 0 worst to 100 best");
}

template <class Fields>
void describe(Fields& fields, As<Row>) {
    fields.required("id", &Row::id, "Stable id, used in formulas: [a-z][a-z0-9_]*");
    fields.required("name", &Row::name, "Name as shown");
    fields.optional("topic", &Row::topic,
                    "Id of the topic that it is shown under; absent: an intermediate result");
    fields.optional("kind", &Row::kind,
                    "number: figures and formulas; level: words of a scale; text: prose");
    fields.optional("unit", &Row::unit, "Unit, like $K; % holds the fraction (0.2 is 20 %)");
    fields.optional("direction", &Row::direction, "Is more or is less better?");
    fields.optional("scale", &Row::scale, "The words of a level row with what they count");
    fields.optional("months", &Row::months, "Makes the row a series over months 0 to this one");
    fields.optional("start", &Row::start,
                    "Series: formula of month 0, where previous() has no meaning");
    fields.optional("formula", &Row::formula,
                    "Formula for every option that has no cell of its own");
    fields.optional("cells", &Row::cells,
                    "By option id: a number; a formula, or a word of the scale; or an assumption");
    fields.optional("stated", &Row::stated, "By option id: how the source words it");
    fields.optional("total", &Row::total, "Sums other rows: set apart when shown");
    fields.optional("off", &Row::off, "Switched off: counts as 0 wherever it is used");
    fields.optional("basis", &Row::basis, "Whose it is: stated by the source, or derived");
    fields.optional("source", &Row::source, "Where it comes from");
    fields.optional("note", &Row::note, "What a reader should know about it");
}

}  // namespace fulcrum
