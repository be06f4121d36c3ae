// What a test has been told by a store, so that it can say afterwards what was lost or doubled.

#ifndef REFEREE_TESTS_STORE_LEDGER_H_
#define REFEREE_TESTS_STORE_LEDGER_H_

#include <cstdint>
#include <map>
#include <string>

#include "src/store/store.h"

namespace referee {

// Submits number `n`, or finds it again by its key, and returns the answer's bytes.
absl::StatusOr<std::string> SubmitNumber(Store& store, int n);

class Ledger {
 public:
  // A decision that the store has given for number `n`.
  void Note(int n, std::string answer) { given_[n] = std::move(answer); }
  // A number that was tried; it may or may not be in the store.
  void NoteTried(int n) { tried_ = n > tried_ ? n : tried_; }

  // Opens the store again and compares.  Adds to the counts below; ends the process when the store
  // cannot be opened or is not sound.
  void Check(const std::string& path);

  int given() const { return static_cast<int>(given_.size()); }
  int lost = 0, doubled = 0;

 private:
  std::map<int, std::string> given_;
  int tried_ = 0;
};

// Removes a store's files.
void RemoveStore(const std::string& path);

}  // namespace referee

#endif  // REFEREE_TESTS_STORE_LEDGER_H_
