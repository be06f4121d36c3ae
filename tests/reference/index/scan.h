// The oracle of src/index: a list of records and a look at each of them.  No keys, no hashes, no
// segments, no numbers that move.

#ifndef REFEREE_TESTS_REFERENCE_INDEX_SCAN_H_
#define REFEREE_TESTS_REFERENCE_INDEX_SCAN_H_

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "src/index/snapshot.h"
#include "src/normalize/features.h"
#include "src/record/records.h"

namespace referee::reference {

using Identity = std::pair<RecordType, std::string>;
using Identities = std::set<Identity>;

// Whether a search for one of the two must find the other: they share an identifier, or one of the
// pairs of values that src/index/keys.h lists.
bool ShareAValue(const Features& a, const Features& b);

class Scan {
 public:
  // Adds or replaces.
  void Upsert(const Record& record);
  bool Remove(RecordType type, const std::string& id);

  std::size_t size() const { return records_.size(); }
  std::vector<Record> records() const;
  Identities All(RecordType type) const;
  Identities Candidates(const Features& query) const;
  Identities Referring(Reference reference, std::string_view target) const;

 private:
  std::map<Identity, Record> records_;
};

}  // namespace referee::reference

#endif  // REFEREE_TESTS_REFERENCE_INDEX_SCAN_H_
