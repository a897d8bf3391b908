// A frame of the stage onto the current WebGL 2 context.
#pragma once

namespace fulcrum {

bool start_renderer();  // false when the context cannot do it
void stop_renderer();   // also when the context was lost
void render_frame();    // what Stage::end_frame made

}  // namespace fulcrum
