// FULCRUM_EACH_DRAW before a loop over draws: no draw is read after another one was written, so the
// loop may go over them in vectors, even where it writes over what it reads.
#pragma once

#if defined(__clang__)
#pragma clang diagnostic ignored "-Wpass-failed"  // builds for debugging do not vectorise
#define FULCRUM_EACH_DRAW _Pragma("clang loop vectorize(assume_safety) interleave_count(4)")
#else
#define FULCRUM_EACH_DRAW _Pragma("GCC ivdep")
#endif
