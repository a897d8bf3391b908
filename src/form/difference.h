// What changed between two forms, as steps for the page's script: elements that stay keep their
// focus and what a reader has of them.
#pragma once

#include "base/element.h"

#include <string>

namespace fulcrum {

// JSON: a list of steps, to be done in order. A path is a list of positions among children, from
// the root's down; an element is [tag, text, {attribute: value}, [child, ...]], tag "" = text
// alone.
//   ["text", path, text]                   the element's own text
//   ["attribute", path, name, value]       null: it goes
//   ["insert", path, position, element]    a new child
//   ["replace", path, element]             another one in its place
//   ["move", path, from, to]               a child, to an earlier position
//   ["drop", path, position]               a child goes
//   ["cut", path, count]                   children from that position on go
// Elements are the same when their tags and keys (data-key, else id) are.
std::string difference_json(const Elements& before, const Elements& after);

}  // namespace fulcrum
