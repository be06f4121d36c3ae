// Who brings a submission: its partner, the partner's user and the referrer.
//
// An unknown id or code counts as none, and one that two partners claim names nobody: credit is
// never guessed.

#ifndef REFEREE_SRC_ATTRIBUTION_SOURCE_PARTY_H_
#define REFEREE_SRC_ATTRIBUTION_SOURCE_PARTY_H_

#include <string_view>

#include "src/attribution/case.h"
#include "src/base/instant.h"
#include "src/index/snapshot.h"
#include "src/record/submission.h"

namespace referee {

// The partner with this referral code (case-folded), or null when nobody or more than one has it.
const Partner* FindPartnerByCode(const Snapshot& records, std::string_view code);

// Partner and user of a submission received at `receipt`, and the referrer as given or as the CRM
// knows it.  Whether the referrer is the lead is left to the caller.  Linear in the number of
// partners where no known partner_id is given.
SourceParty FindSource(const Snapshot& records, const Submission& submission,
                       const Instant& receipt);

// The partner's user with this id who was valid at `at`, or null.  Borrowed from the partner.
const PartnerUser* FindValidUser(const Partner& partner, std::string_view id, const Instant& at);

// Fills in the referrer of *source: as given, or as the CRM knows the contact or lead.
void FindReferrer(const Snapshot& records, const Submission& submission, SourceParty* source);

// The partner that a touch names, by id, else by code; null for nobody known.
const Partner* PartnerOfTouch(const Snapshot& records, const Touch& touch);

// True for the kinds through which a link or a code is tracked.
bool IsTracked(const Touch& touch);

// True for the lead sources that mean a partner: partner, referral and partner_referral, whatever
// their case, blanks read as underscores.
bool IsPartnerSource(std::string_view lead_source);

}  // namespace referee

#endif  // REFEREE_SRC_ATTRIBUTION_SOURCE_PARTY_H_
