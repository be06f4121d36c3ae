// Lengths of time as people say them, for the sentence that tells what would flip a conflict.

#ifndef REFEREE_SRC_ATTRIBUTION_DURATION_WORDS_H_
#define REFEREE_SRC_ATTRIBUTION_DURATION_WORDS_H_

#include <cstdint>
#include <string>

namespace referee {

// "90 d", "2 d 3 h", "1 s": days, hours, minutes and seconds that are not zero, at most the two
// largest, rounded up so that a boundary is never undershot.  A negative length reads as its
// magnitude; zero as "0 s".
std::string InWords(std::int64_t seconds);

}  // namespace referee

#endif  // REFEREE_SRC_ATTRIBUTION_DURATION_WORDS_H_
