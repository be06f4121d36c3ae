#include "src/engine/acts.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "src/adjudicate/approvals.h"
#include "src/adjudicate/lifecycle.h"
#include "src/adjudicate/settle.h"
#include "src/base/error_location.h"
#include "src/base/json.h"
#include "src/base/status_macros.h"
#include "src/intake/parse_act.h"
#include "src/output/act_json.h"
#include "src/output/status_json.h"
#include "src/output/subjects.h"

namespace referee {
namespace {

absl::StatusOr<StatusTime> ReadAsOf(const ActOptions& options) {
  if (options.as_of.empty()) return InsideOf("as_of", Invalid("is required for what people do"));
  const auto instant = ParseInstant(options.as_of);
  if (!instant.ok()) return InsideOf("as_of", instant.status());
  return StatusTime{*instant, options.as_of};
}

// The directory's user as the checks know users; null for nobody.
std::optional<User> FindUser(const Session& session, const std::string& id) {
  const DirectoryUser* found = FindDirectoryUser(session.Users(), id);
  if (found == nullptr) return std::nullopt;
  return UserFrom(*found);
}

const User* PointerTo(const std::optional<User>& user) {
  return user.has_value() ? &*user : nullptr;
}

absl::Status NoReferral(std::string_view member) {
  return InsideOf(member, absl::NotFoundError("names no referral of this tenant"));
}

absl::StatusOr<Referral> ReferralOf(Session& session, const std::string& id) {
  REFEREE_ASSIGN_OR_RETURN(std::optional<Referral> referral, session.FindReferral(id));
  if (!referral.has_value()) return NoReferral("referral_id");
  return std::move(*referral);
}

Standing StandingOf(const Referral& referral, const Instant& as_of) {
  Standing standing;
  standing.referral_id = referral.id;
  standing.states = referral.states;
  standing.lanes = LanesNow(referral, as_of);
  return standing;
}

ReferralState StateOfAspect(Aspect aspect, std::string_view name, ReferralState otherwise) {
  for (int i = 0; i < kReferralStateCount; ++i) {
    const auto state = static_cast<ReferralState>(i);
    if (AspectOf(state) == aspect && ReferralStateName(state) == name) return state;
  }
  return otherwise;
}

std::string_view TextOf(const json::Node& root, std::string_view name) {
  const json::Node* node = root.Find(name);
  return node == nullptr ? std::string_view() : node->text;
}

// What an act answered before, read back from its document.
absl::StatusOr<Standing> StandingFrom(std::string json) {
  Standing standing;
  json::Parser parser;
  REFEREE_ASSIGN_OR_RETURN(const json::Node* root, parser.Parse(json));
  standing.referral_id = TextOf(*root, "referral_id");
  for (int i = 0; i < kAspectCount; ++i) {
    const auto aspect = static_cast<Aspect>(i);
    std::string name = "state";
    if (aspect != Aspect::kStatus) name = std::string(AspectName(aspect)) + "_state";
    ReferralState& state = standing.states[static_cast<std::size_t>(i)];
    state = StateOfAspect(aspect, TextOf(*root, name), Referral().state(aspect));
  }
  const json::Node* lanes = root->Find("lanes");
  for (int i = 0; lanes != nullptr && i < kLaneCount; ++i) {
    for (int s = 0; s < 4; ++s) {
      const auto state = static_cast<LaneState>(s);
      if (TextOf(*lanes, LaneName(static_cast<Lane>(i))) == LaneStateName(state)) {
        standing.lanes[static_cast<std::size_t>(i)] = state;
      }
    }
  }
  standing.json = std::move(json);
  return standing;
}

// One act from its document to the journal.
struct ActInHand {
  StatusTime as_of;
  std::unique_ptr<Session> session;
  JournalEntry entry;
  std::shared_ptr<const StoredAnswer> earlier;  // Not null: this very act was recorded before.
};

absl::StatusOr<ActInHand> Begin(EntryKind kind, const json::Node& document, std::string_view input,
                                const std::string& id, Store& store, const ActOptions& options,
                                const CallContext& call) {
  ActInHand hand;
  REFEREE_ASSIGN_OR_RETURN(hand.as_of, ReadAsOf(options));
  hand.entry.kind = kind;
  hand.entry.input = input;
  json::AppendCanonical(document, hand.entry.content);
  hand.entry.key = id;
  REFEREE_ASSIGN_OR_RETURN(hand.session, store.Begin(options.tenant, call));
  REFEREE_ASSIGN_OR_RETURN(hand.earlier,
                           hand.session->FindKey(kind, hand.entry.key, hand.entry.content));
  return hand;
}

absl::StatusOr<Standing> CommitAct(ActInHand hand, Referral referral, std::string output,
                                   const CallContext& call) {
  Standing standing = StandingOf(referral, hand.as_of.instant);
  hand.entry.at = hand.as_of.text;
  hand.entry.output = std::move(output);
  hand.entry.referral = std::move(referral);
  REFEREE_RETURN_IF_ERROR(call.Poll());
  REFEREE_ASSIGN_OR_RETURN(const std::shared_ptr<const StoredAnswer> answer,
                           hand.session->Commit(std::move(hand.entry)));
  standing.json = answer->json;
  standing.is_recorded = true;
  return standing;
}

// Everything that can be approved of this case: what the policy asks for, and for every other
// action of its matrix all roles that any row names, so that what nobody asked for still needs
// somebody.
std::vector<ReferralNeed> AllNeeds(const Policy& policy, const std::vector<ApprovalNeeded>& asked) {
  std::vector<ReferralNeed> needs;
  needs.reserve(asked.size());
  for (const ApprovalNeeded& need : asked) needs.push_back({need, true});
  const auto is_listed = [&](const std::string& action, const std::string& role, bool is_asked) {
    return std::any_of(needs.begin(), needs.end(), [&](const ReferralNeed& entry) {
      return entry.need.action == action && (is_asked ? entry.is_asked : entry.need.role == role);
    });
  };
  for (const ApproverRule& rule : policy.approver_rules()) {
    if (is_listed(rule.action, "", true)) continue;
    for (const std::string& role : rule.roles) {
      if (is_listed(rule.action, role, false)) continue;
      ReferralNeed entry;
      entry.need.action = rule.action;
      entry.need.role = role;
      entry.need.people = rule.people;
      entry.need.expires_hours = rule.expires_hours;
      entry.need.not_submitter = rule.not_submitter;
      needs.push_back(std::move(entry));
    }
  }
  return needs;
}

// Binds each need to its exact subject.  A reward that was asked for earlier stays the amount in
// question while nobody names another.
void BindSubjects(const Decision& decision, const Submission& submission, const Amount& asked_for,
                  std::vector<ReferralNeed>* needs) {
  Submission subject = submission;
  const bool names_amount = submission.reward.has() && submission.reward->has();
  const bool is_other = !names_amount && asked_for.minor.has();
  if (is_other) subject.reward = Money(asked_for);
  for (ReferralNeed& entry : *needs) {
    const auto same = std::find_if(needs->begin(), needs->end(), [&](const ReferralNeed& other) {
      return other.need.action == entry.need.action;
    });
    std::string& hash = entry.need.subject_hash;
    hash = &*same != &entry ? same->need.subject_hash
           : is_other       ? std::string()
                            : std::string(BoundHash(entry.need.action, decision));
    if (hash.empty()) hash = SubjectHash(entry.need.action, decision, subject);
  }
}

// Acts that the CRM brings, in the order of their time, as if they had been recorded here.
void TakeFromRecords(const Case& the_case, Referral* referral) {
  std::vector<Approval> acts = the_case.approvals;
  std::sort(acts.begin(), acts.end(), [](const Approval& a, const Approval& b) {
    return a.at->instant != b.at->instant ? a.at->instant < b.at->instant : a.id < b.id;
  });
  for (Approval& act : acts) {
    const bool is_known =
        std::any_of(referral->approvals.begin(), referral->approvals.end(),
                    [&](const GivenApproval& given) { return given.act.id == act.id; });
    if (is_known || !act.at.has() || !act.user.has()) continue;
    const bool approves = act.decision.get() == "approve" || act.decision.get() == "approved";
    act.decision = std::string(approves ? "approve" : "refuse");
    // They are older than this decision by nature: what binds them is the hash.
    Referral undated = *referral;
    undated.decided_at.clear();
    const User* user = the_case.records.FindUser(*act.user);
    if (CheckApproval(undated, act, user, the_case.as_of).ok()) AddApproval(act, referral);
  }
}

// Whose question this is: the partner of a person among those who have a claim or asked.
const ReferralPartner* PartnerOfUser(const Referral& referral, const std::string& user) {
  for (const ReferralPartner& partner : referral.partners) {
    const auto& users = partner.users;
    if (std::find(users.begin(), users.end(), user) != users.end()) return &partner;
  }
  return nullptr;
}

absl::Status MayNotAsk() {
  return WithCode("status.unknown_user",
                  InsideOf("user", absl::PermissionDeniedError(
                                       "must be an active user of the records, or one of a partner "
                                       "with a submission of its own in this referral")));
}

// The referral that the question is about; null when there is none.
absl::StatusOr<std::optional<Referral>> FindAskedFor(Session& session, const StatusQuery& query) {
  if (query.referral_id.has()) return session.FindReferral(*query.referral_id);
  const Snapshot& history = session.History();
  const RecordNo record = history.Find(RecordType::kSubmission, *query.submission_id);
  if (record == kNoRecord) return std::optional<Referral>();
  return session.FindReferral(history.HistoryAt(record).referral_id);
}

bool IsAbout(const ReferralPartner& partner, const StatusQuery& query) {
  const auto& own = partner.submissions;
  return !query.submission_id.has() ||
         std::find(own.begin(), own.end(), *query.submission_id) != own.end();
}

// The partner whose view an internal user asks for: the one of the submission, else the first to
// submit.
const ReferralPartner* PartnerInView(const Referral& referral, const StatusQuery& query) {
  const ReferralPartner* first = nullptr;
  for (const ReferralPartner& partner : referral.partners) {
    if (query.submission_id.has() && IsAbout(partner, query)) return &partner;
    const auto& own = partner.submissions;
    const bool is_first = !referral.submissions.empty() &&
                          std::find(own.begin(), own.end(), referral.submissions[0]) != own.end();
    if (is_first) first = &partner;
  }
  return first;
}

Standing PartnerStanding(const Policy& policy, const Referral& referral,
                         const std::string& partner_id, const StatusTime& as_of) {
  Standing standing;
  standing.referral_id = referral.id;
  standing.json = PartnerStatusJson(policy, referral, partner_id, as_of);
  const Referral nothing;
  standing.states = nothing.states;
  standing.states[0] = StateForPartner(referral, as_of.instant);
  return standing;
}

}  // namespace

absl::StatusOr<Standing> RecordApproval(Store& store, std::string_view json,
                                        const ActOptions& options, const CallContext& call) {
  json::Parser parser;
  REFEREE_ASSIGN_OR_RETURN(const json::Node* document, parser.Parse(json, call.limits));
  REFEREE_ASSIGN_OR_RETURN(Approval act, ParseApprovalAct(*document));
  REFEREE_ASSIGN_OR_RETURN(
      ActInHand hand, Begin(EntryKind::kApproval, *document, json, act.id, store, options, call));
  if (hand.earlier != nullptr) return StandingFrom(hand.earlier->json);
  REFEREE_ASSIGN_OR_RETURN(Referral referral, ReferralOf(*hand.session, *act.referral_id));
  if (!act.at.has()) act.at = Time{hand.as_of.instant, hand.as_of.text};
  const std::optional<User> user = FindUser(*hand.session, *act.user);
  REFEREE_RETURN_IF_ERROR(CheckApproval(referral, act, PointerTo(user), hand.as_of.instant));
  const std::size_t moved_from = referral.history.size();
  AddApproval(act, &referral);
  Narrow(act.at->text, hand.as_of.instant, "approval_refused", &referral);
  std::string output = ApprovalActJson(referral, hand.as_of, moved_from);
  return CommitAct(std::move(hand), std::move(referral), std::move(output), call);
}

absl::StatusOr<Standing> RecordTransition(const Policy& policy, Store& store, std::string_view json,
                                          const ActOptions& options, const CallContext& call) {
  json::Parser parser;
  REFEREE_ASSIGN_OR_RETURN(const json::Node* document, parser.Parse(json, call.limits));
  REFEREE_ASSIGN_OR_RETURN(const TransitionAct act, ParseTransitionAct(*document));
  REFEREE_ASSIGN_OR_RETURN(
      ActInHand hand, Begin(EntryKind::kTransition, *document, json, act.id, store, options, call));
  if (hand.earlier != nullptr) return StandingFrom(hand.earlier->json);
  REFEREE_ASSIGN_OR_RETURN(Referral referral, ReferralOf(*hand.session, *act.referral_id));
  const std::optional<User> user = FindUser(*hand.session, *act.user);
  const Instant& as_of = hand.as_of.instant;
  REFEREE_RETURN_IF_ERROR(CheckMove(referral, act, PointerTo(user), as_of));
  MakeMove(act, as_of, &referral);
  const std::optional<User> owner = FindUser(*hand.session, OwnerOfStep(referral));
  if (AspectOf(referral.history.back().to) == Aspect::kStatus) {
    referral.due = DueOf(policy, referral, PointerTo(owner), as_of);
  }
  hand.entry.policy_hash = policy.hash();
  hand.entry.policy_document = policy.document();
  std::string output = TransitionActJson(referral, hand.as_of);
  return CommitAct(std::move(hand), std::move(referral), std::move(output), call);
}

absl::StatusOr<Standing> AnswerStatus(const Policy& policy, Store& store, std::string_view json,
                                      const ActOptions& options, const CallContext& call) {
  json::Parser parser;
  REFEREE_ASSIGN_OR_RETURN(const json::Node* document, parser.Parse(json, call.limits));
  REFEREE_ASSIGN_OR_RETURN(const StatusQuery query, ParseStatusQuery(*document));
  REFEREE_ASSIGN_OR_RETURN(const StatusTime as_of, ReadAsOf(options));
  REFEREE_ASSIGN_OR_RETURN(const std::unique_ptr<Session> session,
                           store.Begin(options.tenant, call));
  REFEREE_ASSIGN_OR_RETURN(const std::optional<Referral> referral, FindAskedFor(*session, query));
  const std::optional<User> user = FindUser(*session, *query.user);
  if (!user.has_value() || !user->active.get()) {
    const ReferralPartner* own =
        referral.has_value() ? PartnerOfUser(*referral, *query.user) : nullptr;
    if (own == nullptr || own->submissions.empty() || !IsAbout(*own, query)) return MayNotAsk();
    if (query.view.get() == "internal") {
      return InsideOf("view", absl::PermissionDeniedError("is for users of the records only"));
    }
    return PartnerStanding(policy, *referral, own->partner_id, as_of);
  }
  if (!referral.has_value()) {
    return NoReferral(query.referral_id.has() ? "referral_id" : "submission_id");
  }
  if (query.view.get() == "partner") {
    const ReferralPartner* shown = PartnerInView(*referral, query);
    return PartnerStanding(policy, *referral, shown == nullptr ? "" : shown->partner_id, as_of);
  }
  Standing standing = StandingOf(*referral, as_of.instant);
  standing.json = InternalStatusJson(*referral, as_of);
  return standing;
}

Referral NextReferral(std::optional<Referral> before, const Policy& policy, const Case& the_case,
                      const std::vector<ApprovalNeeded>& asked, const Decision& decision) {
  std::vector<ReferralNeed> needs = AllNeeds(policy, asked);
  BindSubjects(decision, the_case.submission, before.has_value() ? before->reward : Amount(),
               &needs);
  Referral after = AfterDecision(std::move(before), policy, the_case, decision, std::move(needs));
  TakeFromRecords(the_case, &after);
  return after;
}

void ApplyApprovals(const Referral& referral, const Instant& as_of, Decision* decision) {
  const auto lanes = LanesNow(referral, as_of);
  for (std::size_t i = 0; i < lanes.size(); ++i) {
    if (lanes[i] == LaneState::kDone) decision->lanes[i] = LaneState::kDone;
  }
  if (ConfidenceNow(referral, as_of) == Confidence::kConfirmed) {
    decision->attribution.confidence = Confidence::kConfirmed;
  }
  const std::vector<ApprovalNeeded> open = NeededNow(referral, as_of);
  const auto is_given = [&](const ApprovalNeeded& need) {
    return std::none_of(open.begin(), open.end(), [&](const ApprovalNeeded& other) {
      return other.action == need.action && other.role == need.role;
    });
  };
  auto& needed = decision->approvals_needed;
  needed.erase(std::remove_if(needed.begin(), needed.end(), is_given), needed.end());
  for (ApprovalNeeded& need : needed) {
    for (const ReferralNeed& entry : referral.needs) {
      if (entry.need.action == need.action) need.subject_hash = entry.need.subject_hash;
    }
  }
}

}  // namespace referee
