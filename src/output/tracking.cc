#include "src/output/tracking.h"

#include <algorithm>

#include "src/base/json_writer.h"
#include "src/output/json_parts.h"
#include "src/routing/territory_choice.h"

namespace referee {
namespace {

using json::Writer;

void Write(Writer& writer, std::string_view name, std::string_view value) {
  WriteMember(writer, name, value);
}

bool HasDuplicate(const Decision& decision) {
  return std::any_of(decision.findings.begin(), decision.findings.end(), [](const Finding& f) {
    return f.code == "duplicate_record" && f.verdict == Verdict::kStop;
  });
}

std::string_view NextAction(const Decision& decision) {
  switch (decision.recommendation) {
    case Recommendation::kAccept: return "approve_acceptance";
    case Recommendation::kReject: return "approve_rejection";
    case Recommendation::kNeedsMoreContext: return "ask_for_context";
    case Recommendation::kReview: return "review";
  }
  return "review";
}

// The status of the partner's program at receipt, "" when none covers it.
std::string StatusOfProgram(const Case& the_case) {
  if (the_case.source.partner == nullptr) return {};
  for (const auto& status : the_case.source.partner->program_status.get()) {
    if (Covers(status.valid, the_case.receipt)) return status.status.get();
  }
  return {};
}

// The first record of band same that has the field.
template <typename Record>
std::string FirstOf(const std::vector<Known<Record>>& list, Text Record::*field) {
  for (const Known<Record>& known : list) {
    if (known.best() == Band::kSame && (known.record.*field).has()) return *(known.record.*field);
  }
  return {};
}

void WriteAmount(Writer& writer, const Money& amount) {
  writer.Key("amount");
  if (!amount->minor.has()) {
    writer.Null();
    return;
  }
  writer.BeginObject().Key("minor").Integer(*amount->minor);
  WriteMember(writer, "currency", amount->currency.get());
  writer.EndObject();
}

// What is known of the party in the CRM, a count for each class of record.
void WriteDuplicates(Writer& writer, const Case& the_case) {
  writer.Key("duplicates").BeginObject();
  const auto count = [&](std::string_view name, const auto& list) {
    std::int64_t same = 0;
    for (const auto& known : list) same += known.best() == Band::kSame ? 1 : 0;
    writer.Key(name).Integer(same);
  };
  count("lead", the_case.leads);
  count("contact", the_case.contacts);
  count("account", the_case.accounts);
  count("opportunity", the_case.opportunities);
  count("deal_registration", the_case.registrations);
  std::int64_t submissions = 0;
  for (const PriorSubmission& prior : the_case.prior) submissions += prior.same_referral ? 1 : 0;
  writer.Key("submission").Integer(submissions).EndObject();
}

void WriteSource(Writer& writer, const Case& the_case) {
  const Submission& submission = the_case.submission;
  const Partner* partner = the_case.source.partner;
  Write(writer, "partner_id", partner != nullptr ? partner->id : std::string());
  Write(writer, "partner_name", partner != nullptr ? partner->name.get() : std::string());
  Write(writer, "partner_tier", partner != nullptr ? partner->tier.get() : std::string());
  Write(writer, "partner_program_status", StatusOfProgram(the_case));
  Write(writer, "referrer_id", the_case.source.referrer_id);
  Write(writer, "relationship", submission.relationship.get());
  Write(writer, "introduction_path", submission.introduction_path.get());
  Write(writer, "campaign", submission.campaign.get());
  Write(writer, "referral_timestamp", the_case.receipt_text);
}

void WriteCustomer(Writer& writer, const Case& the_case) {
  const Submission& submission = the_case.submission;
  const Company& company = the_case.party.company;
  Write(writer, "company", company.name.get());
  Write(writer, "industry", company.industry.get());
  writer.Key("employees");
  if (company.employees.has()) {
    writer.Integer(*company.employees);
  } else {
    writer.Null();
  }
  Write(writer, "authority", the_case.party.person.authority.get());
  Write(writer, "consent_basis", submission.consent->basis.get());
  Write(writer, "need", submission.need.get());
  Write(writer, "urgency", submission.urgency.get());
  Write(writer, "timeline", submission.timeline.get());
  Write(writer, "region", submission.region.get());
  writer.Key("product_interest");
  WriteTexts(writer, submission.product_interest.get());
  WriteAmount(writer, submission.amount);
  const Territory* territory = TerritoryOf(the_case);
  Write(writer, "territory", territory != nullptr ? territory->id : std::string());
  Write(writer, "account_owner", FirstOf(the_case.accounts, &Account::owner));
  Write(writer, "lead_status", FirstOf(the_case.leads, &Lead::lead_status));
  Write(writer, "registration_status", FirstOf(the_case.registrations, &DealRegistration::status));
  WriteDuplicates(writer, the_case);
  Write(writer, "call_id", submission.call->id.get());
  Write(writer, "transcript", submission.call->transcript.get());
  Write(writer, "record_url", submission.call->record_url.get());
}

std::string_view StateName(const std::optional<Referral>& referral, Aspect aspect) {
  return referral.has_value() ? ReferralStateName(referral->state(aspect)) : std::string_view();
}

// Accepted once a person accepted it, whatever came after; rejected likewise.
std::string_view AcceptanceStatus(const std::optional<Referral>& referral) {
  if (!referral.has_value()) return {};
  std::string_view status = "undecided";
  for (const ReferralMove& move : referral->history) {
    if (AspectOf(move.to) != Aspect::kStatus) continue;
    if (move.to == ReferralState::kAccepted) status = "accepted";
    if (move.to == ReferralState::kRejected) status = "rejected";
    if (move.to == ReferralState::kInReview) status = "undecided";
  }
  return status;
}

}  // namespace

std::string TrackingRecord(const Case& the_case, const Decision& decision,
                           const std::optional<Referral>& referral) {
  std::string out;
  Writer writer(&out);
  writer.BeginObject();
  Write(writer, "referral_id", decision.referral_id);
  Write(writer, "status", StateName(referral, Aspect::kStatus));
  Write(writer, "intent", IntentName(the_case.submission.intent));
  Write(writer, "channel", the_case.submission.channel.get());
  WriteSource(writer, the_case);
  WriteCustomer(writer, the_case);
  Write(writer, "sales_owner", decision.route.sales_owner);
  Write(writer, "partner_owner", decision.route.partner_owner);
  Write(writer, "feedback_owner", decision.route.feedback_owner);
  Write(writer, "due", decision.route.due);
  Write(writer, "fit_tier", decision.outputs.qualification.fit_tier);
  Write(writer, "acceptance_status", AcceptanceStatus(referral));
  Write(writer, "duplicate_status", HasDuplicate(decision) ? "duplicate" : "none_found");
  writer.Key("open_conflicts").Integer(static_cast<std::int64_t>(decision.conflicts.size()));
  Write(writer, "attribution_confidence", ConfidenceName(decision.attribution.confidence));
  Write(writer, "reward_state", decision.outputs.reward_status);
  Write(writer, "credit_state", StateName(referral, Aspect::kCredit));
  Write(writer, "feedback_status", StateName(referral, Aspect::kFeedback));
  Write(writer, "next_action", NextAction(decision));
  writer.Key("is_written_back").Bool(false);
  writer.EndObject();
  return out;
}

}  // namespace referee
