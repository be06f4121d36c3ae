#include <array>

#include "src/base/text.h"
#include "src/intake/parse_record.h"
#include "src/intake/party_fields.h"
#include "src/intake/words.h"

namespace referee::intake {

template <>
Rows<Consent> RowsOf<Consent>() {
  static constexpr FieldRow<Consent> kRows[] = {
      WordRow<kConsentBases, &Consent::basis>("basis"),
      Row<&Consent::share_forward>("share_forward"),
      Row<&Consent::contact>("contact"),
      Row<&Consent::report_back>("report_back"),
      Row<&Consent::channels>("channels"),
      Row<&Consent::obtained_by>("obtained_by"),
      Row<&Consent::obtained_at>("obtained_at"),
      Row<&Consent::withdrawn_at>("withdrawn_at"),
  };
  return kRows;
}

template <>
Rows<Evidence> RowsOf<Evidence>() {
  static constexpr FieldRow<Evidence> kRows[] = {
      Row<&Evidence::id>("id"),   Row<&Evidence::kind>("kind"), Row<&Evidence::at>("at"),
      Row<&Evidence::uri>("uri"), Row<&Evidence::hash>("hash"),
  };
  return kRows;
}

template <>
Rows<CustomerChoice> RowsOf<CustomerChoice>() {
  static constexpr FieldRow<CustomerChoice> kRows[] = {
      Row<&CustomerChoice::partner_id>("partner_id"),
      Row<&CustomerChoice::at>("at"),
      WordRow<kChoosers, &CustomerChoice::by>("by"),
      Row<&CustomerChoice::evidence>("evidence"),
  };
  return kRows;
}

template <>
Rows<Call> RowsOf<Call>() {
  static constexpr FieldRow<Call> kRows[] = {
      Row<&Call::id>("id"),
      Row<&Call::intent>("intent"),
      WordRow<kUrgencies, &Call::urgency>("urgency"),
      Row<&Call::objection>("objection"),
      Row<&Call::next_step>("next_step"),
      Row<&Call::promises>("promises"),
      Row<&Call::outcome>("outcome"),
      Row<&Call::transcript>("transcript"),
      Row<&Call::record_url>("record_url"),
  };
  return kRows;
}

template <>
Rows<Advocacy> RowsOf<Advocacy>() {
  static constexpr FieldRow<Advocacy> kRows[] = {
      Row<&Advocacy::requested>("requested"),
      Row<&Advocacy::approved>("approved"),
  };
  return kRows;
}

namespace {

constexpr std::array<Intent, 7> kIntents = {
    Intent::kReferral,    Intent::kMention,     Intent::kIntroduction, Intent::kDealRegistration,
    Intent::kStatusQuery, Intent::kCreditQuery, Intent::kRewardClaim};

absl::Status ReadIntent(const json::Node& node, const ReadContext&, Submission& out) {
  if (node.kind != json::Kind::kString) {
    return InvalidKind("a string", json::KindName(node.kind));
  }
  for (const Intent intent : kIntents) {
    if (IntentName(intent) == node.text) {
      out.intent = intent;
      return absl::OkStatus();
    }
  }
  return Invalid(
      "must be one of referral, mention, introduction, deal_registration, status_query, "
      "credit_query, reward_claim; found another text");
}

// An id, or a person.
absl::Status ReadReferrer(const json::Node& node, const ReadContext& context, Submission& out) {
  if (node.kind == json::Kind::kNull) {
    out.referrer = Maybe<Referrer>::Without(Presence::kNull);
    return absl::OkStatus();
  }
  if (node.kind == json::Kind::kString) {
    if (IsBlank(node.text)) {
      out.referrer = Maybe<Referrer>::Without(Presence::kEmpty);
      return absl::OkStatus();
    }
    return Read(node, context, out.referrer.mutable_value().id);
  }
  if (node.kind != json::Kind::kObject) {
    return InvalidKind("an id or an object", json::KindName(node.kind));
  }
  Referrer& referrer = out.referrer.mutable_value();
  REFEREE_RETURN_IF_ERROR(Read(node, context, referrer.person));
  referrer.id = referrer.person->id;
  return absl::OkStatus();
}

// {"amount": money}; without an amount a reward is still asked for.
absl::Status ReadReward(const json::Node& node, const ReadContext& context, Submission& out) {
  if (node.kind == json::Kind::kNull) {
    out.reward = Maybe<Money>::Without(Presence::kNull);
    return absl::OkStatus();
  }
  if (node.kind != json::Kind::kObject) {
    return InvalidKind("an object", json::KindName(node.kind));
  }
  Money& amount = out.reward.mutable_value();
  for (const json::Member& member : node.members) {
    if (member.name == "amount") {
      REFEREE_RETURN_IF_ERROR(InsideOf("amount", Read(member.value, context, amount)));
    } else {
      KeepUnknown(context, member.name, member.value, nullptr);
    }
  }
  return absl::OkStatus();
}

// The business context is the caller's; it is kept as it was written.
absl::Status ReadEvent(const json::Node& node, const ReadContext&, Submission& out) {
  if (node.kind == json::Kind::kNull) {
    out.event = Maybe<BusinessEvent>::Without(Presence::kNull);
  } else {
    json::AppendJson(node, out.event.mutable_value().json);
  }
  return absl::OkStatus();
}

}  // namespace

template <>
Rows<Submission> RowsOf<Submission>() {
  using T = Submission;
  static constexpr FieldRow<T> kRows[] = {
      Row<&T::id>("id"),
      Row<&T::idempotency_key>("idempotency_key"),
      WordRow<kChannels, &T::channel>("channel"),
      {"intent", ReadIntent},
      Row<&T::submitted_by>("submitted_by"),
      Row<&T::partner_id>("partner_id"),
      Row<&T::program_id>("program_id"),
      {"referrer", ReadReferrer},
      Row<&T::claimed_at>("claimed_at"),
      Row<&T::received_at>("received_at"),
      Row<&T::lead>("lead"),
      Row<&T::company>("company"),
      Row<&T::need>("need"),
      WordRow<kUrgencies, &T::urgency>("urgency"),
      Row<&T::timeline>("timeline"),
      Row<&T::region>("region"),
      Row<&T::product_interest>("product_interest"),
      Row<&T::amount>("amount"),
      Row<&T::introduction_path>("introduction_path"),
      Row<&T::relationship>("relationship"),
      Row<&T::notes>("notes"),
      Row<&T::campaign>("campaign"),
      Row<&T::touches>("touches"),
      Row<&T::consent>("consent"),
      Row<&T::evidence>("evidence"),
      Row<&T::registration>("registration"),
      Row<&T::customer_choice>("customer_choice"),
      Row<&T::call>("call"),
      Row<&T::advocacy>("advocacy"),
      Row<&T::commitments>("commitments"),
      {"reward", ReadReward},
      Row<&T::referral_id>("referral_id"),
      Row<&T::sensitive>("sensitive"),
      {"event", ReadEvent},
      Row<&T::referral_code>("referral_code"),
  };
  return kRows;
}

}  // namespace referee::intake

namespace referee {

absl::StatusOr<Submission> ParseSubmission(const json::Node& document, UnknownMembers* unknown) {
  if (document.kind != json::Kind::kObject) {
    return InvalidKind("an object", json::KindName(document.kind));
  }
  const json::Node* type = document.Find("type");
  if (type == nullptr) return InsideOf("type", Invalid("is required"));
  if (type->kind != json::Kind::kString) {
    return InsideOf("type", InvalidKind("a string", json::KindName(type->kind)));
  }
  if (type->text != "submission") {
    return InsideOf("type", Invalid("must be submission, found another text"));
  }
  Submission submission;
  REFEREE_RETURN_IF_ERROR(
      intake::ReadMembers(document, {unknown, "submission"}, "type", submission));
  if (submission.id.empty()) return InsideOf("id", Invalid("is required"));
  if (document.Find("intent") == nullptr) return InsideOf("intent", Invalid("is required"));
  return submission;
}

}  // namespace referee
