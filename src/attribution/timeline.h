// The timeline of a referral: every title to its party and every dated touch, in the order of
// receipt.  Later steps read it and never sort again.

#ifndef REFEREE_SRC_ATTRIBUTION_TIMELINE_H_
#define REFEREE_SRC_ATTRIBUTION_TIMELINE_H_

#include <cstddef>
#include <string>
#include <vector>

#include "src/attribution/case.h"
#include "src/record/decision.h"
#include "src/record/parameters.h"

namespace referee {

// What a missing fact is taken to be.  Conflicts that fire only under an assumption are undecided:
// their gates wait and ask for the fact.
enum class Assumption : std::uint8_t {
  kNone,
  kPossibleIsSame,      // Matches of band possible are the same party.
  kExtensionsGranted,   // Extensions without `until` were granted ...
  kExtensionsRefused,   // ... or refused.
  kUnknownStageIsOpen,  // Opportunities without is_closed are open.
};

// A claim with what its detectors need beyond the decision document.  Pointers borrow from the
// case.
struct Title {
  Claim claim;
  std::string program_id, sub_partner_id;
  std::string ends_path;                           // Which field names the end of protection.
  const DealRegistration* registration = nullptr;  // Of the CRM or inside of the submission.
  const Submission* submission = nullptr;          // Null for registrations of the CRM.
  bool same_referral = false;

  bool IsLive() const { return claim.state == ClaimState::kLive; }
  bool HasPartner() const { return !claim.partner_id.empty(); }
};

// A touch of the party at or before receipt.
struct DatedTouch {
  const Touch* touch = nullptr;
  std::string partner_id;  // By id or by a known code; "" for nobody known.
  bool by_code = false;    // Named by its code only.
  bool same_person = false, same_company = false;
};

inline constexpr std::size_t kNoTitle = static_cast<std::size_t>(-1);

struct Timeline {
  std::vector<Title> titles;        // Ascending by receipt, sequence, id.
  std::size_t subject = kNoTitle;   // The title in question: see TitleInQuestion.
  std::vector<DatedTouch> touches;  // Ascending by time, id.

  const Title* Subject() const { return subject == kNoTitle ? nullptr : &titles[subject]; }
};

// Lays out what belongs to the party.  The subject is the submission's own claim; a query, which
// makes none, asks about the latest claim of its partner on the referral, else the latest one.
// Cost: n log n in the number of submissions, registrations and touches.
Timeline LayOut(const Case& the_case, const Parameters& parameters, Assumption assumption);

// The weakest band that counts as the same party under this assumption.
Band WeakestSame(Assumption assumption);

}  // namespace referee

#endif  // REFEREE_SRC_ATTRIBUTION_TIMELINE_H_
