#include "src/intake/parse_act.h"

#include <string>

#include "src/base/error_location.h"
#include "src/base/status_macros.h"
#include "src/intake/field_reader.h"

namespace referee::intake {
namespace {

constexpr std::array<std::string_view, 2> kDecisions = {"approve", "refuse"};
constexpr std::array<std::string_view, 2> kViews = {"partner", "internal"};

}  // namespace

// Stricter than the record of the same name: the words are closed.
struct ApprovalAct {
  Approval approval;
};

template <>
Rows<ApprovalAct> RowsOf<ApprovalAct>() {
  using A = ApprovalAct;
  using T = Approval;
  static constexpr FieldRow<A> kRows[] = {
      Row<&A::approval, &T::id>("id"),
      WordRow<kApprovalActions, &A::approval, &T::action>("action"),
      Row<&A::approval, &T::subject_hash>("subject_hash"),
      Row<&A::approval, &T::referral_id>("referral_id"),
      Row<&A::approval, &T::user>("user"),
      Row<&A::approval, &T::role>("role"),
      Row<&A::approval, &T::at>("at"),
      Row<&A::approval, &T::expires_at>("expires_at"),
      WordRow<kDecisions, &A::approval, &T::decision>("decision"),
      Row<&A::approval, &T::rationale>("rationale"),
  };
  return kRows;
}

template <>
Rows<TransitionAct> RowsOf<TransitionAct>() {
  using T = TransitionAct;
  static constexpr FieldRow<T> kRows[] = {
      Row<&T::id>("id"),         Row<&T::referral_id>("referral_id"), Row<&T::to>("to"),
      Row<&T::reason>("reason"), Row<&T::outcome>("outcome"),         Row<&T::user>("user"),
      Row<&T::at>("at"),         Row<&T::rationale>("rationale"),
  };
  return kRows;
}

template <>
Rows<StatusQuery> RowsOf<StatusQuery>() {
  using T = StatusQuery;
  static constexpr FieldRow<T> kRows[] = {
      Row<&T::referral_id>("referral_id"),
      Row<&T::submission_id>("submission_id"),
      Row<&T::user>("user"),
      WordRow<kViews, &T::view>("view"),
  };
  return kRows;
}

namespace {

absl::Status CheckType(const json::Node& document, std::string_view type) {
  if (document.kind != json::Kind::kObject) {
    return InvalidKind("an object", json::KindName(document.kind));
  }
  const json::Node* given = document.Find("type");
  if (given == nullptr) return InsideOf("type", Invalid("is required"));
  if (given->kind != json::Kind::kString) {
    return InsideOf("type", InvalidKind("a string", json::KindName(given->kind)));
  }
  if (given->text == type) return absl::OkStatus();
  std::string message = "must be \"";
  message += type;
  message += "\", found another text";
  return InsideOf("type", Invalid(message));
}

// Reads every member by the rows of T; a member without a row is an error.
template <typename T>
absl::Status ReadStrictly(const json::Node& document, std::string_view type, T& out) {
  REFEREE_RETURN_IF_ERROR(CheckType(document, type));
  const ReadContext context = {nullptr, type};
  std::size_t next = 0;
  for (const json::Member& member : document.members) {
    absl::Status status;
    if (member.name == "type") continue;
    if (!ReadByRow(member, context, out, &next, &status)) {
      return InsideOf(member.name, Invalid("is no member of this act"));
    }
    REFEREE_RETURN_IF_ERROR(status);
  }
  return absl::OkStatus();
}

template <typename T>
absl::Status Require(const Maybe<T>& field, std::string_view name) {
  if (field.has()) return absl::OkStatus();
  std::string message = "is required, found it ";
  message += PresenceName(field.presence());
  return InsideOf(name, Invalid(message));
}

absl::Status RequireId(const std::string& id) {
  return id.empty() ? InsideOf("id", Invalid("is required, found it absent")) : absl::OkStatus();
}

}  // namespace
}  // namespace referee::intake

namespace referee {

using intake::Require;

absl::StatusOr<Approval> ParseApprovalAct(const json::Node& document) {
  intake::ApprovalAct act;
  REFEREE_RETURN_IF_ERROR(intake::ReadStrictly(document, "approval", act));
  Approval& approval = act.approval;
  REFEREE_RETURN_IF_ERROR(intake::RequireId(approval.id));
  REFEREE_RETURN_IF_ERROR(Require(approval.action, "action"));
  REFEREE_RETURN_IF_ERROR(Require(approval.subject_hash, "subject_hash"));
  REFEREE_RETURN_IF_ERROR(Require(approval.referral_id, "referral_id"));
  REFEREE_RETURN_IF_ERROR(Require(approval.user, "user"));
  REFEREE_RETURN_IF_ERROR(Require(approval.role, "role"));
  REFEREE_RETURN_IF_ERROR(Require(approval.decision, "decision"));
  REFEREE_RETURN_IF_ERROR(Require(approval.rationale, "rationale"));
  return approval;
}

absl::StatusOr<TransitionAct> ParseTransitionAct(const json::Node& document) {
  TransitionAct act;
  REFEREE_RETURN_IF_ERROR(intake::ReadStrictly(document, "transition", act));
  REFEREE_RETURN_IF_ERROR(intake::RequireId(act.id));
  REFEREE_RETURN_IF_ERROR(Require(act.referral_id, "referral_id"));
  REFEREE_RETURN_IF_ERROR(Require(act.to, "to"));
  REFEREE_RETURN_IF_ERROR(Require(act.user, "user"));
  return act;
}

absl::StatusOr<StatusQuery> ParseStatusQuery(const json::Node& document) {
  StatusQuery query;
  REFEREE_RETURN_IF_ERROR(intake::ReadStrictly(document, "status", query));
  REFEREE_RETURN_IF_ERROR(Require(query.user, "user"));
  if (query.referral_id.has() && query.submission_id.has()) {
    return InsideOf("submission_id", Invalid("must be absent beside referral_id"));
  }
  if (!query.submission_id.has()) {
    REFEREE_RETURN_IF_ERROR(Require(query.referral_id, "referral_id"));
  }
  return query;
}

}  // namespace referee
