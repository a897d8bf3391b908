// FULCRUM_EACH_DRAW before a loop over draws: no draw is read after another one was written, so the
// loop may go over them in vectors, even where it writes over what it reads.
// FULCRUM_EACH_DRAW_IN_SHORT: the same in a quarter of the code, for loops that seldom run or that
// wait for a slow operation.
// FULCRUM_FOUR_DRAWS: where narrow numbers are computed from draws, the vectors are those of the
// narrow ones.
#pragma once

#if defined(__clang__)
#pragma clang diagnostic ignored "-Wpass-failed"  // builds for debugging do not vectorise
#define FULCRUM_EACH_DRAW _Pragma("clang loop vectorize(assume_safety) interleave_count(4)")
#define FULCRUM_EACH_DRAW_IN_SHORT \
    _Pragma("clang loop vectorize(assume_safety) interleave_count(1)")
#define FULCRUM_FOUR_DRAWS _Pragma("clang loop vectorize_width(4)")
#else
#define FULCRUM_EACH_DRAW_IN_SHORT _Pragma("GCC ivdep")
#define FULCRUM_FOUR_DRAWS
#define FULCRUM_EACH_DRAW _Pragma("GCC ivdep")
#endif
