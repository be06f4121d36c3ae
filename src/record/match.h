// What matching says about one pair: the party asked about and one record.

#ifndef REFEREE_SRC_RECORD_MATCH_H_
#define REFEREE_SRC_RECORD_MATCH_H_

#include <cstdint>
#include <string>
#include <vector>

#include "src/record/records.h"

namespace referee {

enum class Band : std::uint8_t { kNone, kPossible, kSame };

// One field's share of the weight: "email", level "exact", +9.4 bits.
struct FieldEvidence {
  std::string field;
  std::string level;
  double bits = 0;  // log2(m/u), after discounts for dependence and shared values.
};

// The comparison of one aspect, person or company.  Probability in [0, 1), never 1; bits is the
// log2 odds, prior included.
struct AspectMatch {
  bool compared = false;  // False when one side says nothing about this aspect.
  double probability = 0;
  double bits = 0;
  Band band = Band::kNone;
  std::vector<FieldEvidence> explanation;
};

struct Match {
  RecordType type = RecordType::kAccount;
  std::string id;
  std::uint32_t record = 0;  // Number inside the snapshot that was searched.
  AspectMatch person;
  AspectMatch company;

  // The aspect that makes this record the same thing: the person for contacts and leads, the
  // company for accounts; submissions report both.
  const AspectMatch& Main() const {
    const bool is_person = type == RecordType::kContact || type == RecordType::kLead;
    return is_person && person.compared ? person : company;
  }
};

}  // namespace referee

#endif  // REFEREE_SRC_RECORD_MATCH_H_
