// The other half of referral_json.h: reading what ReferralJson() wrote.

#include <optional>
#include <vector>

#include "src/base/error_location.h"
#include "src/base/json.h"
#include "src/base/status_macros.h"
#include "src/output/referral_json.h"

namespace referee {
namespace {

using json::Kind;
using json::Node;

// A reader over one object that keeps the first error, so that a table of members reads as one.
class Reader {
 public:
  explicit Reader(const Node& object) : object_(object) {
    if (object.kind != Kind::kObject) {
      status_ = InvalidKind("an object", json::KindName(object.kind));
    }
  }

  const absl::Status& status() const { return status_; }

  const Node* Take(std::string_view name, Kind kind) {
    if (!status_.ok()) return nullptr;
    const Node* node = object_.Find(name);
    if (node == nullptr) {
      status_ = InsideOf(name, Invalid("is required"));
      return nullptr;
    }
    if (node->kind == kind) return node;
    status_ = InsideOf(name, InvalidKind("another kind", json::KindName(node->kind)));
    return nullptr;
  }

  // A text, "" for null.
  void Text(std::string_view name, std::string* out) {
    if (status_.ok() && object_.Find(name) != nullptr && object_.Find(name)->kind == Kind::kNull) {
      return;
    }
    if (const Node* node = Take(name, Kind::kString); node != nullptr) *out = node->text;
  }

  // A text that the documents of earlier versions do not have.
  void LaterText(std::string_view name, std::string* out) {
    if (object_.Find(name) != nullptr) Text(name, out);
  }

  void Present(std::string_view name, Maybe<std::string>* out) {
    std::string text;
    Text(name, &text);
    if (!text.empty()) *out = text;
  }

  void Flag(std::string_view name, bool* out) {
    if (const Node* node = Take(name, Kind::kBool); node != nullptr) *out = node->boolean;
  }

  void Integer(std::string_view name, std::int32_t* out) {
    const Node* node = Take(name, Kind::kNumber);
    if (node == nullptr) return;
    const auto value = json::ToInteger(*node, 0, 1'000'000'000);
    if (value.ok()) {
      *out = static_cast<std::int32_t>(*value);
    } else {
      status_ = InsideOf(name, value.status());
    }
  }

  void Texts(std::string_view name, std::vector<std::string>* out) {
    Each(name, [&](const Node& element) {
      if (element.kind != Kind::kString) return InvalidKind("a string", KindName(element.kind));
      out->emplace_back(element.text);
      return absl::OkStatus();
    });
  }

  void Time(std::string_view name, Moment* out) {
    std::string text;
    Text(name, &text);
    if (text.empty() || !status_.ok()) return;
    const auto instant = ParseInstant(text);
    if (instant.ok()) {
      *out = referee::Time{*instant, text};
    } else {
      status_ = InsideOf(name, instant.status());
    }
  }

  // The value whose name is given by `name_of`, among the first `count`.
  template <typename Enum, typename NameOf>
  void Word(std::string_view name, int count, NameOf name_of, Enum* out) {
    std::string text;
    Text(name, &text);
    if (!status_.ok()) return;
    for (int i = 0; i < count; ++i) {
      if (name_of(static_cast<Enum>(i)) != text) continue;
      *out = static_cast<Enum>(i);
      return;
    }
    status_ = InsideOf(name, Invalid("is no word of this member"));
  }

  template <typename Read>
  void Each(std::string_view name, Read read) {
    const Node* list = Take(name, Kind::kArray);
    if (list == nullptr) return;
    for (std::size_t i = 0; i < list->elements.size() && status_.ok(); ++i) {
      status_ = InsideOf(name, InsideOf(i, read(list->elements[i])));
    }
  }

  template <typename Read>
  void Object(std::string_view name, Read read) {
    const Node* object = Take(name, Kind::kObject);
    if (object == nullptr) return;
    Reader inner(*object);
    read(inner);
    status_ = InsideOf(name, inner.status());
  }

 private:
  const Node& object_;
  absl::Status status_;
};

void ReadStates(Reader& reader, Referral* out) {
  for (int i = 0; i < kAspectCount; ++i) {
    const auto aspect = static_cast<Aspect>(i);
    ReferralState& state = out->states[static_cast<std::size_t>(i)];
    reader.Word(
        AspectName(aspect), kReferralStateCount,
        [aspect](ReferralState candidate) {
          return AspectOf(candidate) == aspect ? ReferralStateName(candidate) : std::string_view();
        },
        &state);
  }
}

absl::Status ReadPartner(const Node& node, std::vector<ReferralPartner>* out) {
  Reader reader(node);
  ReferralPartner partner;
  reader.Text("partner_id", &partner.partner_id);
  reader.Texts("users", &partner.users);
  reader.Texts("submissions", &partner.submissions);
  reader.LaterText("since", &partner.since);
  out->push_back(std::move(partner));
  return reader.status();
}

absl::Status ReadClaim(const Node& node, std::vector<ReferralClaim>* out) {
  Reader reader(node);
  ReferralClaim claim;
  reader.Text("id", &claim.id);
  reader.Text("partner_id", &claim.partner_id);
  reader.Word("kind", 3, ClaimKindName, &claim.kind);
  reader.Word("state", 5, ClaimStateName, &claim.state);
  out->push_back(std::move(claim));
  return reader.status();
}

absl::Status ReadNeed(const Node& node, std::vector<ReferralNeed>* out) {
  Reader reader(node);
  ReferralNeed entry;
  reader.Text("action", &entry.need.action);
  reader.Text("role", &entry.need.role);
  reader.Text("subject_hash", &entry.need.subject_hash);
  reader.Integer("people", &entry.need.people);
  reader.Integer("expires_hours", &entry.need.expires_hours);
  reader.Flag("not_submitter", &entry.need.not_submitter);
  reader.Flag("is_asked", &entry.is_asked);
  out->push_back(std::move(entry));
  return reader.status();
}

absl::Status ReadApproval(const Node& node, const std::string& referral_id,
                          std::vector<GivenApproval>* out) {
  Reader reader(node);
  GivenApproval given;
  Approval& act = given.act;
  act.referral_id = referral_id;
  reader.Text("id", &act.id);
  reader.Present("action", &act.action);
  reader.Present("subject_hash", &act.subject_hash);
  reader.Present("user", &act.user);
  reader.Present("role", &act.role);
  reader.Time("at", &act.at);
  reader.Present("decision", &act.decision);
  reader.Present("rationale", &act.rationale);
  reader.Time("expires_at", &act.expires_at);
  Moment expires;
  reader.Time("expires", &expires);
  if (expires.has()) given.expires = expires->instant;
  reader.Flag("is_used", &given.is_used);
  reader.Text("void_reason", &given.void_reason);
  reader.Text("voided_at", &given.voided_at);
  out->push_back(std::move(given));
  return reader.status();
}

absl::Status ReadMove(const Node& node, std::vector<ReferralMove>* out) {
  Reader reader(node);
  ReferralMove move;
  reader.Text("id", &move.id);
  reader.Text("at", &move.at);
  reader.Text("by", &move.by);
  reader.Word("from", kReferralStateCount, ReferralStateCode, &move.from);
  reader.Word("to", kReferralStateCount, ReferralStateCode, &move.to);
  reader.Text("reason", &move.reason);
  reader.Text("outcome", &move.outcome);
  reader.Text("rationale", &move.rationale);
  reader.Texts("rests_on", &move.rests_on);
  out->push_back(std::move(move));
  return reader.status();
}

absl::Status ReadReward(const Node& root, Amount* out) {
  const Node* node = root.Find("reward");
  if (node == nullptr || node->kind == Kind::kNull) return absl::OkStatus();
  Reader reader(*node);
  if (const Node* minor = reader.Take("minor", Kind::kNumber); minor != nullptr) {
    REFEREE_ASSIGN_OR_RETURN(out->minor, json::ToInteger(*minor, INT64_MIN, INT64_MAX));
  }
  reader.Present("currency", &out->currency);
  return InsideOf("reward", reader.status());
}

void ReadLastDecision(Reader& reader, Referral* out) {
  reader.Object("lanes", [&](Reader& lanes) {
    for (int i = 0; i < kLaneCount; ++i) {
      lanes.Word(LaneName(static_cast<Lane>(i)), 4, LaneStateName,
                 &out->lanes[static_cast<std::size_t>(i)]);
    }
  });
  reader.Word("confidence", 6, ConfidenceName, &out->confidence);
  reader.Flag("is_disputed", &out->is_disputed);
  reader.Word("recommendation", 4, RecommendationName, &out->recommendation);
  reader.Text("decided_at", &out->decided_at);
  reader.Object("consent", [&](Reader& consent) {
    consent.Word("share_forward", 3, AllowanceName, &out->share_forward);
    consent.Word("contact", 3, AllowanceName, &out->contact);
    consent.Word("report_back", 3, AllowanceName, &out->report_back);
  });
}

void ReadOwners(Reader& reader, Referral* out) {
  reader.Text("sales_owner", &out->sales_owner);
  reader.Text("partner_owner", &out->partner_owner);
  reader.Text("feedback_owner", &out->feedback_owner);
  reader.Text("partner_manager", &out->partner_manager);
  reader.Text("queue", &out->queue);
  reader.Text("due", &out->due);
  reader.Text("feedback_due", &out->feedback_due);
}

}  // namespace

absl::StatusOr<Referral> ReferralFromJson(std::string_view json) {
  json::Parser parser;
  REFEREE_ASSIGN_OR_RETURN(const Node* root, parser.Parse(json));
  Reader reader(*root);
  Referral out;
  std::string schema;
  reader.Text("schema", &schema);
  if (reader.status().ok() && schema != "referee.referral/1") {
    return InsideOf("schema", Invalid("must be \"referee.referral/1\", found another text"));
  }
  reader.Text("id", &out.id);
  reader.Text("program_id", &out.program_id);
  reader.LaterText("opened_at", &out.opened_at);
  reader.Object("states", [&](Reader& states) { ReadStates(states, &out); });
  reader.Texts("submissions", &out.submissions);
  reader.Each("partners", [&](const Node& node) { return ReadPartner(node, &out.partners); });
  reader.Texts("barred", &out.barred);
  reader.Each("claims", [&](const Node& node) { return ReadClaim(node, &out.claims); });
  reader.Text("sourced_by", &out.sourced_by);
  reader.Texts("influenced_by", &out.influenced_by);
  reader.Texts("open_conflicts", &out.open_conflicts);
  ReadLastDecision(reader, &out);
  if (out.opened_at.empty()) out.opened_at = out.decided_at;
  reader.Each("needs", [&](const Node& node) { return ReadNeed(node, &out.needs); });
  reader.Each("approvals",
              [&](const Node& node) { return ReadApproval(node, out.id, &out.approvals); });
  reader.Each("history", [&](const Node& node) { return ReadMove(node, &out.history); });
  ReadOwners(reader, &out);
  REFEREE_RETURN_IF_ERROR(reader.status());
  REFEREE_RETURN_IF_ERROR(ReadReward(*root, &out.reward));
  return out;
}

}  // namespace referee
