// Facts of a case that an expression cannot compute: each a small total function, none a verdict.

#ifndef REFEREE_SRC_POLICY_CASE_FACTS_H_
#define REFEREE_SRC_POLICY_CASE_FACTS_H_

#include <optional>
#include <string>
#include <vector>

#include "src/attribution/case.h"
#include "src/attribution/consent.h"
#include "src/base/instant.h"
#include "src/record/decision.h"
#include "src/record/field.h"
#include "src/record/submission.h"

namespace referee::policy {

// This submission's flag, made false by an explicit false, a withdrawal or an opt-out in an earlier
// submission of the referral or in the CRM.  Absence elsewhere neither fills nor narrows.
// `linked` is LinkedRefusals(the_case).
Flag ConsentFlag(const Case& the_case, const Refusals& linked, Permission permission);

// An account, an open opportunity or a lead of band same, and who owns it.
struct Owned {
  RecordRef record;
  std::string owner;
};
// Those that have an owner: accounts, then opportunities, then leads.
std::vector<Owned> OwnedRecords(const Case& the_case);

// Their owners, ascending, each once.
std::vector<std::string> OwnersOfParty(const Case& the_case);

// Fields in which submission, earlier submissions and records of band same contradict each other:
// "industry", "country", "registry_ids.duns", "employees" (beyond a factor of 2).  Ascending.
std::vector<std::string> Contradictions(const Case& the_case);

// The newest evidence or touch of the party up to receipt.
std::optional<Instant> NewestEvidence(const Case& the_case);

// Records and earlier submissions of band same: what "duplicate" counts.
std::size_t DuplicateCount(const Case& the_case);

// True when, for the person or for the company, some record is possible and none is the same.
bool HasOnlyPossibleMatch(const Case& the_case);

// Where the referral is: the region of the submission, else the country of the company.
Text PlaceOf(const Case& the_case);

// The amount of the submission, else of its registration.
Money AmountOf(const Case& the_case);

// The products that the submission is interested in, else those of its registration.
TextList ProductsOf(const Case& the_case);

// The list that a named account is on at receipt, as a policy compares it, or "".
std::string NamedListAt(const Account& account, const Instant& receipt);

// Text as a policy compares it: trimmed, folded to lower case, blanks as underscores.
std::string PolicyWord(std::string_view text);

}  // namespace referee::policy

#endif  // REFEREE_SRC_POLICY_CASE_FACTS_H_
