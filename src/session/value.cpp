#include "session/value.h"

#include "base/figure.h"
#include "base/text.h"
#include "expr/build.h"
#include "model/find.h"
#include "words/session_words.h"

#include <cmath>

namespace fulcrum {
namespace {

// The value of an expression of numbers alone, in the unit of the field; folding leaves one
// constant.
Result<double> calculated(std::string_view text) {
    const Result<ParsedFormula> formula = parse_formula(text);
    if (!formula) return formula.error();
    Program program;
    const Scope no_names{.resolve = [&](const Reference&) -> Result<UnitNode> {
                             return Error{"", session_words().not_a_number(std::string(text))};
                         },
                         .month = std::nullopt,
                         .series = {}};
    const Result<UnitNode> result = build(*formula, no_names, program);
    if (!result) return result.error();
    const ProgramNode& node = program.nodes()[result->node];
    if (node.op != Op::Constant || !std::isfinite(node.constant))
        return Error{"", session_words().not_a_number(std::string(text))};
    return node.constant;
}

// What a calculated number is in the field's unit. Written with K, M or %, it means itself, and a
// field in thousands or in per cent holds it accordingly; written bare, it means what the bare
// number means when it is typed there.
double in_field(double number, std::string_view expression, std::string_view unit) {
    const std::string_view sample = expression.find_first_of("KM") != std::string_view::npos ? "1K"
                                    : expression.find('%') != std::string_view::npos ? "100%"
                                                                                     : "1";
    const double meant = sample == "1K" ? 1000 : 1;
    const TypedNumber typed = typed_number(sample, unit);
    return typed.valid ? number * (typed.value / meant) : number;
}

std::string_view unit_of(const Document& document, std::string_view id) {
    for (const PlacedAssumption& placed : assumptions_of(document))
        if (placed.id == id) {
            const Row* row = find_row(document, id.substr(0, id.find('@')));
            return row != nullptr ? std::string_view(row->unit)
                                  : std::string_view(placed.assumption->unit);
        }
    const Row* row = find_row(document, id.substr(0, id.find('@')));
    return row != nullptr ? std::string_view(row->unit) : std::string_view();
}

struct Filler {
    const Document& document;
    const Value& value;

    template <class E>
    Result<Edit> with_number(E edit, double E::*place, std::string_view unit) const {
        const Result<double> number = number_of(value, unit);
        if (!number) return number.error();
        edit.*place = *number;
        return Edit{edit};
    }
    template <class E>
    Result<Edit> with_truth(E edit, bool E::*place) const {
        const bool* truth = std::get_if<bool>(&value);
        if (truth == nullptr) return Error{"", session_words().not_a_truth};
        edit.*place = *truth;
        return Edit{edit};
    }

    Result<Edit> operator()(const SetBase& edit) const {
        return with_number(edit, &SetBase::value, unit_of(document, edit.id));
    }
    Result<Edit> operator()(SetPoint edit) const {
        const auto* point = std::get_if<std::array<double, 2>>(&value);
        if (point == nullptr) return Error{"", session_words().not_a_number("")};
        edit.x.value = (*point)[0];
        edit.y.value = (*point)[1];
        return Edit{edit};
    }
    Result<Edit> operator()(const SetEnd& edit) const {
        return with_number(edit, &SetEnd::value, unit_of(document, edit.id));
    }
    Result<Edit> operator()(const SetWeight& edit) const {
        return with_number(edit, &SetWeight::weight, "");
    }
    Result<Edit> operator()(const SetGroupWeight& edit) const {
        return with_number(edit, &SetGroupWeight::weight, "");
    }
    Result<Edit> operator()(const SetKnown& edit) const {
        return with_truth(edit, &SetKnown::known);
    }
    Result<Edit> operator()(const SetEqualWeights& edit) const {
        return with_truth(edit, &SetEqualWeights::equal);
    }
    // A button's edit holds its value.
    Result<Edit> operator()(const SetRowOff& edit) const {
        if (std::holds_alternative<std::monostate>(value)) return Edit{edit};
        return with_truth(edit, &SetRowOff::off);
    }
    Result<Edit> operator()(const SetGroupOff& edit) const {
        return with_truth(edit, &SetGroupOff::off);
    }
    Result<Edit> operator()(const Restore& edit) const { return Edit{edit}; }
    Result<Edit> operator()(const SetCell& edit) const { return Edit{edit}; }
};

}  // namespace

Result<double> number_of(const Value& value, std::string_view unit) {
    if (const double* number = std::get_if<double>(&value)) return *number;
    const std::string* typed = std::get_if<std::string>(&value);
    if (typed == nullptr) return Error{"", session_words().not_a_number("")};

    const std::string_view text = trimmed(*typed);
    if (text.starts_with('=')) {
        const Result<double> number = calculated(text.substr(1));
        if (!number) return number.error();
        return in_field(*number, text, unit);
    }
    const TypedNumber number = typed_number(text, unit);
    if (!number.valid) return Error{"", session_words().not_a_number(*typed)};
    return number.value;
}

Result<Edit> with_value(const Document& document, Edit edit, const Value& value) {
    return std::visit(Filler{document, value}, edit);
}

}  // namespace fulcrum
