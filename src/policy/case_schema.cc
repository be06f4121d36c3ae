#include "src/policy/case_schema.h"

#include <string>
#include <utility>
#include <vector>

#include "src/record/decision.h"

namespace referee::policy {
namespace {

using Absent = cel::Field::Absent;

struct Row {
  const char* path;
  const char* type;
  Absent absent = Absent::kUnknown;
};

// Absence means none for the closed list of the contract, section 2; it is unknown elsewhere.
constexpr Row kRows[] = {
    {"submission.id", "string"},
    {"submission.channel", "string"},
    {"submission.intent", "string"},
    {"submission.submitted_by", "string"},
    {"submission.partner_id", "string"},
    {"submission.program_id", "string"},
    {"submission.claimed_at", "timestamp"},
    {"submission.received_at", "timestamp"},
    {"submission.need", "string"},
    {"submission.urgency", "string"},
    {"submission.timeline", "string"},
    {"submission.region", "string"},
    {"submission.product_interest", "list(string)"},
    {"submission.amount.minor", "int"},
    {"submission.amount.currency", "string"},
    {"submission.introduction_path", "string"},
    {"submission.relationship", "string"},
    {"submission.campaign", "string"},
    {"submission.sensitive", "bool", Absent::kNone},
    {"submission.commitments", "list(string)", Absent::kNone},
    {"submission.consent.basis", "string"},
    {"submission.consent.share_forward", "bool"},
    {"submission.consent.contact", "bool"},
    {"submission.consent.report_back", "bool"},
    {"submission.consent.withdrawn_at", "timestamp", Absent::kNone},
    {"submission.advocacy.requested", "bool", Absent::kNone},
    {"submission.advocacy.approved", "bool"},
    {"submission.call.intent", "string"},
    {"submission.call.outcome", "string"},
    {"submission.call.promises", "list(string)", Absent::kNone},
    {"referral.id", "string", Absent::kNone},
    {"referral.is_new", "bool"},
    {"partner.id", "string"},
    {"partner.name", "string"},
    {"partner.kind", "string"},
    {"partner.tier", "string"},
    {"partner.program_id", "string"},
    {"partner.territories", "list(string)", Absent::kNone},
    {"partner.verticals", "list(string)", Absent::kNone},
    {"partner.product_families", "list(string)"},
    {"referrer.id", "string"},
    {"referrer.known", "bool"},
    {"person.first_name", "string"},
    {"person.last_name", "string"},
    {"person.title", "string"},
    {"person.authority", "string"},
    {"person.emails", "list(string)"},
    {"company.name", "string"},
    {"company.industry", "string"},
    {"company.employees", "int"},
    {"company.domains", "list(string)"},
    {"company.address.country", "string"},
    {"company.address.region", "string"},
    {"company.address.city", "string"},
    {"matches[].type", "string"},
    {"matches[].id", "string"},
    {"matches[].probability", "double"},
    {"matches[].band", "string"},
    {"claims[].id", "string"},
    {"claims[].partner_id", "string"},
    {"claims[].state", "string"},
    {"claims[].received_at", "timestamp"},
    {"conflicts[].kind", "string"},
    {"conflicts[].lane", "string"},
    {"touches[].kind", "string"},
    {"touches[].by", "string", Absent::kNone},
    {"touches[].at", "timestamp"},
    {"touches[].partner_id", "string", Absent::kNone},
    {"touches[].same_person", "bool"},
    {"registrations[].id", "string"},
    {"registrations[].partner_id", "string"},
    {"registrations[].status", "string"},
    {"opportunities[].id", "string"},
    {"opportunities[].is_closed", "bool"},
    {"opportunities[].stage", "string"},
    {"opportunities[].owner", "string", Absent::kNone},
    {"history[].id", "string"},
    {"history[].intent", "string"},
    {"history[].partner_id", "string", Absent::kNone},
    {"history[].received_at", "timestamp"},
    {"facts.consent", "map(string, bool)"},
    {"facts.reward_asked", "bool"},
    {"facts.reward_high_value", "bool"},
    {"facts.rewards[].status", "string"},
    {"facts.owners", "list(string)"},
    {"facts.accounts[].id", "string"},
    {"facts.accounts[].sensitive", "bool"},
    {"facts.accounts[].named_list", "string"},
    {"facts.strategic", "bool"},
    {"facts.ready.buyer", "bool"},
    {"facts.ready.source", "bool"},
    {"facts.ready.region", "bool"},
    {"facts.ready.product_interest", "bool"},
    {"facts.ready.urgency", "bool"},
    {"facts.contradictions", "list(string)"},
    {"facts.evidence_known", "bool"},
    {"facts.newest_evidence", "timestamp"},
    {"facts.amount.below_minimum", "bool"},
    {"facts.amount.high_value", "bool"},
    {"facts.duplicates", "int"},
    {"facts.search_truncated", "bool"},
    {"facts.only_possible_match", "bool"},
    {"facts.place", "string"},
    {"facts.industry", "string"},
    {"facts.products", "list(string)"},
    {"facts.title_evidence", "string"},
    {"verdicts.fit_tier", "string"},
    {"verdicts.stopped", "list(string)"},
    {"policy", "dyn"},
    {"now", "timestamp"},
    {"receipt", "timestamp"},
};

cel::Schema MakeSchema() {
  std::vector<cel::Field> fields;
  for (const Row& row : kRows) fields.push_back({row.path, row.type, row.absent});
  for (int i = 0; i < kConflictKindCount; ++i) {
    const auto kind = static_cast<ConflictKind>(i);
    fields.push_back({"conflict." + std::string(ConflictKindName(kind)), "bool", Absent::kUnknown});
  }
  auto schema = cel::Schema::Create(std::move(fields));
  // The table above is constant; tests/unit/policy/case_schema_test.cc proves that it is valid.
  return schema.ok() ? std::move(*schema) : cel::Schema();
}

}  // namespace

const cel::Schema& CaseSchema() {
  static const auto& schema = *new cel::Schema(MakeSchema());
  return schema;
}

}  // namespace referee::policy
