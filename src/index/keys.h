// The keys under which a record is found: 64-bit hashes of a kind and a value.
//
// Three families share one inverted index.  Identity: type and id.  References: what a record
// points at.  Blocking: values that records of one party tend to share.  A value that too many
// records share is skipped in favour of conjunctions with a second feature (KeyKind below), except
// the company's own domain and full name, which must find everything the company has.

#ifndef REFEREE_SRC_INDEX_KEYS_H_
#define REFEREE_SRC_INDEX_KEYS_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "src/index/candidates.h"
#include "src/index/snapshot.h"
#include "src/normalize/features.h"
#include "src/record/records.h"
#include "src/record/submission.h"

namespace referee {

enum class KeyKind : std::uint8_t {
  kEmail,
  kPhone,            // The last nine digits.
  kFullName,         // All name tokens, sorted.
  kInitialAndSound,  // Given initial and the sound of the family name.
  kNicknameAndFamily,
  kDomainAndSound,   // Corporate domain and the sound of the family name.
  kSoundAndCompany,  // The sound of the family name and the first company token.
  kFamilyAndPostal,
  kNationalId,
  kRegistryId,
  kCompanyDomain,  // Never skipped.
  kCompanyName,    // Never skipped.
  kCompanyToken,
  kCompanySound,  // The sound of a company token: spelling mistakes.
  kCompanyTokenAndCity,
  kAcronym,  // An acronym, or a name of one token that may be one.
  kStreetAndNumber,
  kCompanyPhone,
};

struct BlockingKey {
  KeyKind kind;
  std::uint64_t hash;
};

// The keys of one record, as it is stored and as it is asked for.  Contacts are found as people
// only: the company they work for has an account of its own.
void AppendBlockingKeys(const Features& features, std::vector<BlockingKey>* out);
bool IsNeverSkipped(KeyKind kind);
std::string_view KeyKindName(KeyKind kind);

std::uint64_t IdentityKey(RecordType type, std::string_view id);
std::uint64_t ReferenceKey(Reference reference, std::string_view target);
std::uint64_t TermKey(Term term, std::string_view value);

// What a record points at.
void AppendReferenceKeys(const Record& record, std::vector<std::uint64_t>* out);
void AppendReferenceKeys(const Submission& submission, std::string_view referral_id,
                         std::vector<std::uint64_t>* out);

// The terms whose frequency the record adds to, each once.
void AppendTermKeys(const Features& features, std::vector<std::uint64_t>* out);

}  // namespace referee

#endif  // REFEREE_SRC_INDEX_KEYS_H_
