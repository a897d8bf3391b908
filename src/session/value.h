// What was typed, dragged or clicked -> an Edit with its value filled in.
#pragma once

#include "base/result.h"
#include "model/edit.h"
#include "session/action.h"

#include <string_view>

namespace fulcrum {

// A number as it stands, or text as in a typed field of that unit: "67%", "40K", "1,5", or an
// expression of numbers after '='
// ("=3*40K"), in the field's unit.
// errors    say what was typed and give an example.
Result<double> number_of(const Value& value, std::string_view unit);

// The edit with the value in its open place. Restore has none and ignores it.
// document  says the unit of what is edited.
Result<Edit> with_value(const Document& document, Edit edit, const Value& value);

}  // namespace fulcrum
