// The corporate family of a company: every account with the same ultimate parent.

#ifndef REFEREE_SRC_ATTRIBUTION_FAMILY_H_
#define REFEREE_SRC_ATTRIBUTION_FAMILY_H_

#include <string>
#include <vector>

#include "src/attribution/case.h"
#include "src/index/record_reader.h"
#include "src/index/snapshot.h"

namespace referee {

inline constexpr int kMaxGenerations = 64;
inline constexpr std::size_t kMaxRelatives = 1000;

// The ultimate parent: ultimate_parent_id, else the end of the chain of parent_id, which may name
// an account that is not in the records.  The account itself when it has no parent.  A cycle has
// the smallest id in it as its end, from wherever it is entered.
std::string UltimateParentOf(const Snapshot& records, const Account& account, RecordReader* reader);

// Fills the_case->family: the relatives of its accounts, without the accounts of band same, each
// with its opportunities and registrations.  Beyond kMaxRelatives the search is truncated and the
// case says so.
void CollectFamily(RecordReader* reader, Case* the_case);

}  // namespace referee

#endif  // REFEREE_SRC_ATTRIBUTION_FAMILY_H_
