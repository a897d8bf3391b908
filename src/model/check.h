// What a document must be before its formulas are looked at.
#pragma once

#include "base/result.h"
#include "model/document.h"

namespace fulcrum {

// All structural findings: ids (form, uniqueness over assumptions and rows), references to options,
// rows, topics, groups, claims and nodes that do not exist, low > high, base outside min..max,
// non-finite numbers, negative weights, months out of 1 .. 600, duplicate cells, a scale without
// levels, words that are no level of the scale, an objective that is missing or no number row,
// cycles in the tree, draws that are no power of two or outside 256 .. 2^20, fewer than 1 option,
// streams given twice, correlations that are none (see check_correlations.cpp). Messages say what
// was found and what to do ("low 60 is greater than high 40: swap them"), with a suggestion where a
// name is near. Families and their parameters are checked by compile (engine), which knows them.
Diagnostics check(const Document& document);

// The same document with a stream for every uncertain assumption that had none, in document order
// (assumptions, then cells row by row, option by option), from simulation.next_stream on;
// next_stream is raised accordingly.
Document with_streams(Document document);

}  // namespace fulcrum
