// One incoming event, as it was submitted.  Immutable once read.

#ifndef REFEREE_SRC_RECORD_SUBMISSION_H_
#define REFEREE_SRC_RECORD_SUBMISSION_H_

#include <string>
#include <vector>

#include "src/record/field.h"
#include "src/record/party.h"
#include "src/record/records.h"

namespace referee {

enum class Intent : std::uint8_t {
  kReferral,
  kMention,
  kIntroduction,
  kDealRegistration,
  kStatusQuery,
  kCreditQuery,
  kRewardClaim,
};

std::string_view IntentName(Intent intent);

// True for the four intents that can open a referral and make a claim.
bool MakesClaim(Intent intent);

struct Consent {
  Text basis;  // consent, legitimate_interest, contract, unknown.
  Flag share_forward, contact, report_back;
  TextList channels;
  Text obtained_by;
  Moment obtained_at, withdrawn_at;
  std::vector<ExtraMember> extra;
};

struct Evidence {
  Text id, kind;
  Moment at;
  Text uri, hash;
};

struct CustomerChoice {
  Text partner_id;
  Moment at;
  Text by;  // decision_maker, other.
  Text evidence;
};

// The outcome of a conversation.
struct Call {
  Text id, intent, urgency, objection, next_step;
  TextList promises;
  Text outcome, transcript, record_url;
};

struct Advocacy {
  Flag requested, approved;
};

// `referrer`: the id of a contact or a lead, or a person.
struct Referrer {
  Text id;
  Maybe<Person> person;
};

struct BusinessEvent {
  std::string json;  // The business context that started it, as given.
};

struct Submission {
  std::string id;
  Text idempotency_key;
  Text channel;  // portal, form, email, slack, call, introduction, api, crm, link.
  Intent intent = Intent::kReferral;
  Text submitted_by, partner_id, program_id;
  Maybe<Referrer> referrer;
  Moment claimed_at, received_at;
  Maybe<Person> lead;
  Maybe<Company> company;
  Text need;
  Text urgency;  // now, this_month, this_quarter, next_quarter, this_year, none, unknown.
  Text timeline, region;
  TextList product_interest;
  Money amount;
  Text introduction_path, relationship, notes, campaign;
  Maybe<std::vector<Touch>> touches;
  Maybe<Consent> consent;
  Maybe<std::vector<Evidence>> evidence;
  Maybe<DealRegistration> registration;
  Maybe<CustomerChoice> customer_choice;
  Maybe<Call> call;
  Maybe<Advocacy> advocacy;
  TextList commitments;
  Maybe<Money> reward;  // Present with or without an amount.
  Text referral_id;
  Flag sensitive;
  Maybe<BusinessEvent> event;
  Text referral_code;
  std::vector<ExtraMember> extra;
};

}  // namespace referee

#endif  // REFEREE_SRC_RECORD_SUBMISSION_H_
