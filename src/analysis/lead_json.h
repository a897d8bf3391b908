// How the analyses of a leader begin as JSON. Private to the module.
#pragma once

#include "analysis/results.h"
#include "base/json_writer.h"

namespace fulcrum {

// Begins the object: version, draws, leader.
JsonWriter begun_with_leader(const Document& document, std::size_t draws, const Lead& lead);

}  // namespace fulcrum
