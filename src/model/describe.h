// The description of a document's JSON: one per struct, used to read, to write and to draw the
// schema. Private to the module.
//
//   template <class Fields> void describe(Fields& fields, As<Link>) {
//       fields.optional("title", &Link::title, "What it is called");
//
// `fields` is one of three visitors; the order of the calls is the order of the keys. An optional
// field that has the value of a new struct is left out when written.
#pragma once

#include "model/document.h"

#include <array>
#include <string_view>
#include <utility>

namespace fulcrum {

// Names a struct's description. The same struct may have two: an assumption of the list and one in
// a cell.
template <class T>
struct As {
    using Object = T;
};

struct CellRange {};
template <>
struct As<CellRange> {
    using Object = Assumption;
};

template <class E>
using EnumWord = std::pair<E, std::string_view>;

constexpr auto enum_words(Basis) {
    return std::array{EnumWord<Basis>{Basis::Stated, "stated"},
                      EnumWord<Basis>{Basis::Derived, "derived"}};
}

constexpr auto enum_words(Interval) {
    return std::array{EnumWord<Interval>{Interval::Ends, "ends"},
                      EnumWord<Interval>{Interval::P5P95, "p5_p95"},
                      EnumWord<Interval>{Interval::P10P90, "p10_p90"},
                      EnumWord<Interval>{Interval::P25P75, "p25_p75"}};
}

constexpr auto enum_words(RowKind) {
    return std::array{EnumWord<RowKind>{RowKind::Number, "number"},
                      EnumWord<RowKind>{RowKind::Level, "level"},
                      EnumWord<RowKind>{RowKind::Text, "text"}};
}

constexpr auto enum_words(Direction) {
    return std::array{EnumWord<Direction>{Direction::None, "none"},
                      EnumWord<Direction>{Direction::More, "more"},
                      EnumWord<Direction>{Direction::Less, "less"}};
}

constexpr auto enum_words(ClaimKind) {
    return std::array{EnumWord<ClaimKind>{ClaimKind::Figure, "figure"},
                      EnumWord<ClaimKind>{ClaimKind::Direction, "direction"},
                      EnumWord<ClaimKind>{ClaimKind::Tree, "tree"},
                      EnumWord<ClaimKind>{ClaimKind::Overlap, "overlap"},
                      EnumWord<ClaimKind>{ClaimKind::Statement, "statement"}};
}

constexpr auto enum_words(NodeKind) {
    return std::array{EnumWord<NodeKind>{NodeKind::Question, "question"},
                      EnumWord<NodeKind>{NodeKind::Option, "option"},
                      EnumWord<NodeKind>{NodeKind::Decision, "decision"},
                      EnumWord<NodeKind>{NodeKind::Chance, "chance"},
                      EnumWord<NodeKind>{NodeKind::Terminal, "terminal"}};
}

// The name of a description in the schema.
#define DESCRIBED(type, name)                          \
    constexpr std::string_view schema_name(As<type>) { \
        return name;                                   \
    }
#include "model/described.def"
#undef DESCRIBED

}  // namespace fulcrum
