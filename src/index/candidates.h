// features -> candidates: which records may be the same person or company.
//
// Blocking keys (exact identifiers, e-mail, phone, domain, name pairs, rare name tokens and their
// neighbours, acronyms, place and street) are looked up in every segment.  A key that too many
// records share is refined by a second feature instead of being dropped; when even that exceeds
// the budget, `truncated` is set and the decision holds: there is no silent cap.

#ifndef REFEREE_SRC_INDEX_CANDIDATES_H_
#define REFEREE_SRC_INDEX_CANDIDATES_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "src/index/snapshot.h"

namespace referee {

struct CandidateOptions {
  // Hard bound on candidates of one query; reaching it sets `truncated`.
  std::uint32_t max_candidates = 50'000;
};

struct CandidateSet {
  std::vector<RecordNo> records;  // Ascending, without duplicates.
  bool truncated = false;
  std::vector<std::string> skipped_keys;  // Kinds of keys that were refined or skipped.
};

void FindCandidates(const Snapshot& snapshot, const Features& query,
                    const CandidateOptions& options, CandidateSet* out);

// How many records carry this value: the term frequency behind "a common name alone is weak".
// Counts live and replaced records alike, so it is an upper bound.
enum class Term : std::uint8_t {
  kGivenName,
  kFamilyName,
  kFullName,
  kEmail,
  kPhone,
  kDomain,
  kCompanyName,
  kCompanyToken,
  kStreet,
  kPostal,
  kCity,
  kRegistryId,
  kNameAndDomain,  // Of one company: see NameAndDomain.
};
// The value of kNameAndDomain.
std::string NameAndDomain(std::string_view name, std::string_view domain);
std::uint64_t Frequency(const Snapshot& snapshot, Term term, std::string_view value);

// Records of people and of companies: what frequencies are relative to.
std::uint64_t PeopleCount(const Snapshot& snapshot);
std::uint64_t CompanyCount(const Snapshot& snapshot);

}  // namespace referee

#endif  // REFEREE_SRC_INDEX_CANDIDATES_H_
