// matches -> the records that belong to the party: follows the references of matched people and
// accounts to opportunities, registrations, touches, rewards and merges.

#ifndef REFEREE_SRC_ATTRIBUTION_PARTY_RECORDS_H_
#define REFEREE_SRC_ATTRIBUTION_PARTY_RECORDS_H_

#include <unordered_map>
#include <vector>

#include "src/attribution/case.h"
#include "src/index/record_reader.h"
#include "src/index/snapshot.h"
#include "src/record/match.h"

namespace referee {

// Records that were read already; no record is parsed twice.
using ReadRecords = std::unordered_map<RecordNo, Record>;

// Fills the record lists of *the_case from `matches` over the_case->records, in the order of
// record ids, so that the order of loading does not matter.  A record reached in several ways has
// the surest band of each aspect.  Records dated after the receipt of the case are left out.
// Linear in the number of records reached.  `read` are some of the_case->records.
void CollectPartyRecords(const std::vector<Match>& matches, ReadRecords read, RecordReader* reader,
                         Case* the_case);

// True for a record that did not exist at `receipt`.
bool IsLaterThan(const Record& record, const Instant& receipt);

}  // namespace referee

#endif  // REFEREE_SRC_ATTRIBUTION_PARTY_RECORDS_H_
