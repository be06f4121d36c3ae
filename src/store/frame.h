// What a decision was made from besides its submission and its policy: enough to make it again
// without the CRM.  The engine writes and reads it; the store only keeps it.

#ifndef REFEREE_SRC_STORE_FRAME_H_
#define REFEREE_SRC_STORE_FRAME_H_

#include <string>
#include <vector>

namespace referee {

struct Frame {
  // {"schema":"referee.frame/1", ..., "history":[sequences of the submissions that were read]}
  std::string text;
  // The documents of the records that were read, each once.
  std::vector<std::string> records;
};

}  // namespace referee

#endif  // REFEREE_SRC_STORE_FRAME_H_
