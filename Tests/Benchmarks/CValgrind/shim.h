#ifndef VARDE_CVALGRIND_SHIM_H
#define VARDE_CVALGRIND_SHIM_H

#include <valgrind/callgrind.h>

/* Outside callgrind these do nothing. */
static inline void callgrind_begin(void) {
  CALLGRIND_START_INSTRUMENTATION;
  CALLGRIND_ZERO_STATS;
}

/* Writes what was counted since it was begun into a file of its own. */
static inline void callgrind_end(const char *what) {
  CALLGRIND_DUMP_STATS_AT(what);
  CALLGRIND_STOP_INSTRUMENTATION;
}

#endif
