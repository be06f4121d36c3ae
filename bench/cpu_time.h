// Processor time of this thread: what is measured on a machine that others load.

#ifndef REFEREE_BENCH_CPU_TIME_H_
#define REFEREE_BENCH_CPU_TIME_H_

#include <ctime>

namespace referee::bench {

// Microseconds.
inline double CpuTime() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) / 1e3;
}

}  // namespace referee::bench

#endif  // REFEREE_BENCH_CPU_TIME_H_
