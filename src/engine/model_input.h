// An assumption as the engine draws it.
#pragma once

#include "engine/model.h"
#include "model/find.h"

namespace fulcrum {

// The family that an assumption names: "" is uniform with a range, point without one; nullptr when
// no family has that id.
const DistributionFamily* family_of(const Assumption& assumption);

// What the assumption's numbers say, in the form that families take.
Range range_of(const Assumption& assumption);

// Checks family and parameters. A range of no width at the base, a family without spread and a
// known assumption are not uncertain.
// errors    with the path of the field.
Result<ModelInput> model_input(const PlacedAssumption& placed);

}  // namespace fulcrum
