// The decision and its parts, as plain data.  Later steps add to it; none reads another's
// internals.  Names are those of the decision document (design section 6).

#ifndef REFEREE_SRC_RECORD_DECISION_H_
#define REFEREE_SRC_RECORD_DECISION_H_

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "src/base/instant.h"
#include "src/record/field.h"
#include "src/record/match.h"
#include "src/record/records.h"

namespace referee {

enum class Lane : std::uint8_t { kFit, kOwnership, kAttribution, kReward, kComms };
inline constexpr int kLaneCount = 5;
std::string_view LaneName(Lane lane);
std::optional<Lane> LaneFromName(std::string_view name);

enum class LaneState : std::uint8_t { kOpen, kHold, kStop, kDone };
std::string_view LaneStateName(LaneState state);

enum class Verdict : std::uint8_t { kPass, kStop, kWait, kFault };
std::string_view VerdictName(Verdict verdict);

enum class Recommendation : std::uint8_t { kAccept, kReject, kNeedsMoreContext, kReview };
std::string_view RecommendationName(Recommendation recommendation);

enum class Confidence : std::uint8_t { kConfirmed, kHigh, kMedium, kLow, kDisputed, kNone };
std::string_view ConfidenceName(Confidence confidence);

// The thirty kinds of attribution conflict, C1 to C30 in this order.
enum class ConflictKind : std::uint8_t {
  kPartnerVsPartner,
  kNearSimultaneous,
  kLiveOpportunity,
  kDormantOpportunity,
  kPriorMarketingSource,
  kSelfReportedSources,
  kNamedAccount,
  kTerritoryMismatch,
  kCorporateFamily,
  kNoCompanyIdentity,
  kExistingCustomer,
  kRenewalIncumbent,
  kDifferentScope,
  kLapsedRegistration,
  kRegistrationHoarding,
  kContestedConsent,
  kMissingAttribution,
  kSelfReferral,
  kDuplicateReferrer,
  kIneligiblePartner,
  kPublicTender,
  kCustomerChoice,
  kTwoTierClaim,
  kRetroactiveClaim,
  kOwnerDisagreement,
  kRewardConflict,
  kAlteredEvidence,
  kChannelPrecedence,
  kMergedSource,
  kRelationshipHold,
};
inline constexpr int kConflictKindCount = 30;
std::string_view ConflictKindName(ConflictKind kind);
std::optional<ConflictKind> ConflictKindFromName(std::string_view name);
Lane LaneOf(ConflictKind kind);

// A record named by a fact or a claim.
struct RecordRef {
  std::string type;  // As in documents; "submission" and "referral" too.
  std::string id;
};

using FactValue = std::variant<std::monostate, bool, std::int64_t, std::string, Amount>;

// One piece of evidence: what was read, where, as of when, and whether it speaks for the finding.
// Times are quoted as given.
struct Fact {
  std::string path;  // The contract's field name: "received_at", "program_status".
  FactValue value;
  RecordRef record;
  std::string at;  // When the fact holds or was recorded; "" when it has no time.
  bool is_for = true;
};

struct MissingFact {
  std::string path;    // A case path: "submission.consent.contact".
  std::string reason;  // absent, null, empty ...
};

// One change to what the records say: `from` as it is, `to` as it would have to be.  Monostate
// stands for a fact that is absent.
struct FactChange {
  std::string path;  // Of the contract: "complete_at", "consent.contact".
  FactValue from, to;
  RecordRef record;
};

// The smallest change of facts that turns a verdict, found by search and verified by evaluating
// again.  Without changes there is none, or none was sought.
struct Counterfactual {
  std::vector<FactChange> changes;
  std::string sentence;                  // For people.
  std::vector<ConflictKind> would_open;  // Conflicts that the change would bring about instead.
};

struct LaneCounterfactual {
  Lane lane = Lane::kFit;
  Counterfactual counterfactual;
};

struct Conflict {
  ConflictKind kind = ConflictKind::kPartnerVsPartner;
  std::vector<std::string> claims;  // Claim ids that cannot both stand.
  std::vector<Fact> facts;          // For and against.
  std::size_t decides = 0;          // Index into facts: the one that decides under this policy.
  std::string would_flip;           // What would turn the verdict, as a sentence.
  std::vector<MissingFact> missing;
  Counterfactual counterfactual;
  std::vector<FactChange> settling;  // Smallest that brings no other about, where that one does.
  bool is_of_claim = false;  // Of the claim that a query asks about, not of the query itself.
  // Filled in from the policy by adjudicate/.
  std::string clause, proposal, review_role;
  std::int32_t precedence = 0;
  std::string ranked_by;  // Why it stands where it stands in the list, as a sentence.
};

enum class ClaimKind : std::uint8_t { kSource, kInfluence, kTeaming };
std::string_view ClaimKindName(ClaimKind kind);

enum class ClaimState : std::uint8_t { kLive, kEnded, kWithdrawn, kRefused, kIncomplete };
std::string_view ClaimStateName(ClaimState state);

// Product families, site and project that a claim is about.
struct Scope {
  std::vector<std::string> product_families;  // Folded, sorted; empty: names none.
  std::string site, project;                  // Folded; "" when absent.
};

// One partner's title.  Kept for ever, whoever wins.
struct Claim {
  std::string id;  // "submission:s-1" or "deal_registration:d-1".
  std::string partner_id;
  ClaimKind kind = ClaimKind::kSource;
  ClaimState state = ClaimState::kLive;
  RecordRef source;
  Instant received;            // What decides.
  std::string received_text;   // As given.
  std::uint64_t sequence = 0;  // Breaks ties; 0 for registrations of the CRM.
  Instant ends;                // End of protection, extensions counted.
  std::string ends_text;
  std::string starts_text;      // From when it protects, as given.
  std::string closed_text;      // When it was withdrawn, refused or closed; "" if it was not.
  std::int32_t extensions = 0;  // Extensions that moved its end.
  Scope scope;
  bool is_registration = false, is_approved = false;
  bool extension_undecided = false;  // Requested in time, without `until`: what rests on it waits.
  std::string submitted_by, referrer_id;  // For duplicate referrers; ids only.
  std::string referral_id;
};

// A proposal of who gets which credit: one source, any number of influences.  Only a proposal:
// a person attributes.
struct Credit {
  std::string partner_id;  // "" for the vendor's own marketing or sales.
  std::string claim_id;    // "" when no claim but evidence alone speaks for it.
  RecordRef record;        // The evidence: a claim's source, a touch, a merge.
  std::string because;
};

struct CreditSplit {
  std::optional<Credit> sourced_by;   // Nobody while it is disputed who was first.
  std::vector<Credit> influenced_by;  // Ascending by partner, claim, record.
  std::string because;
};

// One permission of the party on one channel, as narrow as everything that is linked makes it.
struct ConsentState {
  std::string permission;  // share_forward, contact, report_back.
  std::string channel;     // "" for all channels.
  std::string state;       // granted, refused, unknown.
  std::vector<RecordRef> narrowed_by;
};

// A pattern that looks like abuse.  It stops nothing; people look at it.
struct Signal {
  std::string code;
  std::string partner_id;
  std::vector<std::pair<std::string, std::int64_t>> numbers;  // Measured values and thresholds.
  std::string because;
  std::vector<Fact> evidence;
};

// What a finding comes from: a gate stops a lane, a rule only speaks, a table gives an answer.
enum class FindingSource : std::uint8_t { kGate, kRule, kTable };

// Whether a rule that holds speaks for acceptance or against it.
enum class Speaks : std::uint8_t { kNothing, kFor, kAgainst };
std::string_view SpeaksName(Speaks speaks);  // "", "for", "against".

struct Finding {
  std::string code;
  FindingSource source = FindingSource::kGate;
  Speaks speaks = Speaks::kNothing;
  Lane lane = Lane::kFit;
  Verdict verdict = Verdict::kPass;
  std::string because;
  std::vector<Fact> evidence;
  std::vector<MissingFact> missing;
  std::string who;  // Who can supply what is missing; "" when nothing is.
  std::string review_role;
  std::vector<std::string> covers;  // Statements of the inventory.

  // True for a gate that does not pass, and for whatever erred.  A rule that lacks evidence holds
  // nothing.
  bool HoldsALane() const {
    return verdict == Verdict::kFault ||
           (verdict != Verdict::kPass && source != FindingSource::kRule);
  }
};

struct Question {
  std::string path, question, ask;  // `ask`: the role or party who can answer.
};

struct Route {
  std::string sales_owner, partner_owner, feedback_owner, queue;  // "" when nobody is proposed.
  std::vector<std::string> reasons;
  std::string due;  // RFC 3339.
};

// A person's act that is needed: one entry for each role that is asked.
struct ApprovalNeeded {
  std::string action, role, subject_hash;
  std::int32_t people = 1;         // Different people needed for the action, over all its roles.
  std::int32_t expires_hours = 0;  // How long the approval holds; 0: it does not expire.
  bool not_submitter = true;       // The submitter may not give it.
};

// An act of a person on the referral, and what became of it.
struct CountedApproval {
  std::string id, action, role, user, at;
  bool counts = false;
  bool is_superseded = false;  // It fits, but another act meets the need.
  std::string because;
};

struct Task {
  std::string code, owner, role, title, due;
};

// A question with what its answer does: for the order of asking.
struct RankedQuestion {
  std::string path, question, ask;
  std::vector<std::string> unlocks;  // Codes of gates and kinds of conflict that wait for it.
  std::vector<Lane> opens;           // Lanes that nothing else holds.
};

// A conflict as the partner may see it.
struct DisclosedConflict {
  std::string_view level;  // exists, kind, window.
  std::string kind;        // "" below level kind.
  std::string until;       // YYYY-MM-DD at level window, if known.
  std::string text;
};

struct PartnerView {
  std::string partner_id, status;
  std::vector<DisclosedConflict> conflicts;
  std::vector<std::string> questions;
};

struct Outputs {
  std::string brief;
  struct Qualification {
    std::string fit_tier;  // strong, possible, weak, none, unknown.
    std::string summary;
    std::vector<std::string> reasons;
    std::vector<std::string> speaks_for, speaks_against;  // Sentences of the rules that hold.
  } qualification;
  std::vector<Task> tasks;
  std::vector<RankedQuestion> questions;  // Ordered by what they unlock.
  std::string feedback_draft;             // Held until approved.
  std::string rejection_draft;  // What the partner would be told if a person rejects; held as well.
  std::string partner_status;
  PartnerView partner_view;
  std::string reward_status, reward_note;
  std::string tracking_json;  // The referral tracking record, a JSON object.
  std::string outcome_json;   // What the tools write back, a JSON object.
  std::vector<std::string> flags;
  std::string review_flag;  // The flags as a sentence; "" without any.
  std::string manager_update;
  std::string acceptance;        // The recommendation as a sentence.
  std::string attribution_note;  // Confidence, the rule behind it and the evidence.
  struct Context {
    std::string customer, source;
  } context;
  struct Suggestion {
    std::string owner, next_path, text;  // `owner` is a user or, without one, a queue.
  } suggestion;
  struct OwnerAlert {
    bool is_needed = false;
    std::string role, owner, text;
  } owner_alert;
};

struct Event {
  std::string code;
  std::string at;
  std::string json;  // Its attributes, a JSON object.
};

struct Decision {
  std::string submission_id;
  std::string referral_id;  // "" prints null.
  std::uint64_t sequence = 0;
  std::string as_of;
  Recommendation recommendation = Recommendation::kReview;
  std::array<LaneState, kLaneCount> lanes{};
  std::vector<Finding> findings;
  std::vector<Match> matches;
  std::vector<Conflict> conflicts;
  struct {
    std::vector<Claim> claims;
    Confidence confidence = Confidence::kNone;
    std::string rule;  // The clause of the policy that gives this confidence.
    std::string note;
    CreditSplit split;
  } attribution;
  std::vector<ConsentState> consent;  // Ascending by permission in contract order, then channel.
  std::vector<Signal> signals;        // Ascending by code.
  std::vector<LaneCounterfactual> counterfactuals;  // Of stopped lanes, in the order of lanes.
  std::vector<Question> missing;
  Route route;
  std::vector<ApprovalNeeded> approvals_needed;  // Those that no act has met.
  std::vector<CountedApproval> approvals;        // Ascending by time, id.
  Outputs outputs;
  std::vector<Event> events;
  std::string policy_id, policy_version, policy_hash;
  std::string tables_hash;  // Of the changes to the tables of normalisation, "" for none.

  LaneState lane(Lane which) const { return lanes[static_cast<std::size_t>(which)]; }
};

}  // namespace referee

#endif  // REFEREE_SRC_RECORD_DECISION_H_
