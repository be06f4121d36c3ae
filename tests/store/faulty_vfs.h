// A file system that fails on purpose: below SQLite, above the real one.
//
// Writes since the last sync of a file are remembered.  At a power failure they are taken back, and
// a random part of them, whole or torn at a sector, is done again in order: what a disk may be left
// with.  From then on every call fails until Reset().

#ifndef REFEREE_TESTS_STORE_FAULTY_VFS_H_
#define REFEREE_TESTS_STORE_FAULTY_VFS_H_

#include <cstdint>
#include <random>

namespace referee {

inline constexpr char kFaultyVfs[] = "referee-faulty";

struct Faults {
  // Counts down with each write or sync; the power fails, or the sync fails, when it gets to 0.
  int writes_until_power_failure = -1;
  int syncs_until_failure = -1;
  bool has_power = true;
  bool is_read_only = false;   // Files open for reading only, as on a disk that is mounted so.
  std::uint64_t failures = 0;  // Of both kinds so far.
  std::minstd_rand random{1};
};

// The one state of the file system; registers it at the first call.  One thread.
Faults& TheFaults();

}  // namespace referee

#endif  // REFEREE_TESTS_STORE_FAULTY_VFS_H_
