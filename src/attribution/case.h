// One case: a submission and everything the records know about its party, gathered once.  All
// later steps read the case and nothing else, so that a decision can be replayed.

#ifndef REFEREE_SRC_ATTRIBUTION_CASE_H_
#define REFEREE_SRC_ATTRIBUTION_CASE_H_

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "src/index/snapshot.h"
#include "src/record/decision.h"
#include "src/record/match.h"
#include "src/record/parameters.h"
#include "src/record/records.h"
#include "src/record/submission.h"

namespace referee {

// A record that belongs to the party, and how surely: kSame, or kPossible for records reached only
// through a match of that band.  Records of band possible never fire a conflict; they make its
// gate wait.
template <typename T>
struct Known {
  T record;
  Band person = Band::kNone;   // Same person as the submission's lead.
  Band company = Band::kNone;  // Same company as the submission's.

  Band best() const { return person > company ? person : company; }
};

// An earlier submission about the same party or company.
struct PriorSubmission {
  Submission submission;
  std::string referral_id;
  std::string partner_id;  // Its source partner as of its own receipt; "" for nobody.
  std::uint64_t sequence = 0;
  Instant receipt;
  Band person = Band::kNone, company = Band::kNone;
  bool same_referral = false;
};

// A company account of the same corporate family that is not the same company.
struct FamilyMember {
  Account account;
  std::string ultimate_parent_id;
  Band company = Band::kNone;  // How surely the relative is the submission's company.
  std::vector<Opportunity> opportunities;
  std::vector<DealRegistration> registrations;
  std::vector<PriorSubmission> submissions;
};

// The facts of the party merged from this submission, earlier submissions of the referral and the
// records of band same, newest first; each with its origin.
struct MergedParty {
  Person person;
  Company company;
  struct Origin {
    std::string path;  // "company.employees".
    RecordRef record;
  };
  std::vector<Origin> origins;  // Ascending by path.
};

// Who brings this submission, as far as it can be found.
struct SourceParty {
  const Partner* partner = nullptr;  // By partner_id, submitted_by or an unambiguous code.
  const PartnerUser* partner_user = nullptr;
  bool referrer_known = false;  // A contact or lead that exists, or a person with a name or e-mail.
  Maybe<Person> referrer;       // As given or as the CRM knows it.
  std::string referrer_id;
  bool named_by_link_only = false;      // Only a tracked link, code or UTM names the partner.
  Band referrer_is_lead = Band::kNone;  // How surely the referrer is the referred person.
};

// Normal forms of mailboxes and domains: whose they are decides self-referral, and whether the
// submission identifies a company at all.  Free-mail and shared domains are left out of domains.
struct Addresses {
  std::vector<std::string> lead_mailboxes, lead_domains;
  std::vector<std::string> partner_mailboxes, partner_domains;  // Of users valid at receipt too.
  bool company_has_domain = false;  // A domain, website or mailbox of the submission is its own.
};

struct Case {
  std::string tenant;
  Snapshot records;  // Keeps partners, users and territories alive.
  Snapshot history;  // Earlier submissions.
  Submission submission;
  std::uint64_t sequence = 0;
  std::string referral_id;  // "" for a query about an unknown party.
  Instant receipt;          // received_at, else as_of.
  Instant as_of;
  std::string receipt_text, as_of_text;

  std::vector<Match> matches;  // Bands same and possible, as they are shown.
  bool search_truncated = false;

  SourceParty source;
  MergedParty party;
  Addresses addresses;

  std::vector<Known<Account>> accounts;
  std::vector<Known<Contact>> contacts;  // Same or possible person.
  std::vector<Known<Lead>> leads;        // Same or possible person or company.
  std::vector<Known<Opportunity>> opportunities;
  std::vector<Known<DealRegistration>> registrations;
  std::vector<Known<Touch>> touches;  // Of the CRM and of all submissions of the referral.
  std::vector<Known<Reward>> rewards;
  std::vector<Known<Merge>> merges;
  std::vector<Approval> approvals;     // Acts of people on the referral; ascending by id.
  bool attribution_done = false;       // A person has approved the attribution as it stands.
  std::vector<PriorSubmission> prior;  // Ascending by sequence.
  std::vector<FamilyMember> family;
  // Of this partner, all that may be open or recent at receipt: hoarding.
  std::vector<DealRegistration> partner_registrations;
  std::vector<PriorSubmission> same_evidence;  // Submissions that carry an evidence id of this one.

  // Of a query: the latest claim of the referral that it asks about, as that stood at its own
  // receipt; null of a claim, and where there is none.
  std::shared_ptr<Case> claim;
};

}  // namespace referee

#endif  // REFEREE_SRC_ATTRIBUTION_CASE_H_
