#include "src/policy/case_schema.h"

#include "src/policy/gate.h"
#include "tests/unit/policy/documents.h"

TEST_SUITE_BEGIN("policy/case_schema");

namespace referee::testing {
namespace {

TEST_CASE("the schema is valid and declares all variables of the case document") {
  const auto& root = policy::CaseSchema().root();
  for (const char* name :
       {"submission", "referral", "partner", "referrer", "person", "company", "matches", "claims",
        "conflicts", "conflict", "touches", "registrations", "opportunities", "history", "facts",
        "verdicts", "policy", "now", "receipt"}) {
    CAPTURE(name);
    CHECK(root.Find(name) != nullptr);
  }
}

TEST_CASE("what is misspelt is refused and the nearest path suggested") {
  struct Row {
    const char* condition;
    const char* nearest;
  };
  const Row rows[] = {
      {"submission.urgencie == 'now'", "submission.urgency"},
      {"company.employes > 1", "company.employees"},
      {"conflict.partner_vs_partners", "conflict.partner_vs_partner"},
      {"submission.consent.contract", "submission.consent.contact"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.condition);
    const auto program = policy::CompileCondition(row.condition, {}, policy::Sees::kCase);
    REQUIRE_FALSE(program.ok());
    CHECK(program.status().message().find(row.nearest) != std::string_view::npos);
    CHECK(ErrorLine(program.status()) == 1);
    CHECK(ErrorColumn(program.status()) > 0);
  }
}

TEST_CASE("absence of what is on the closed list reads as none and of the rest as unknown") {
  struct Row {
    const char* condition;
    const char* answer;  // "true", "unknown".
  };
  const Row rows[] = {
      {"size(submission.commitments) == 0", "true"},
      {"!submission.sensitive", "true"},
      {"size(submission.call.promises) == 0", "true"},
      {"!submission.advocacy.requested", "true"},
      {"submission.need == ''", "unknown"},
      {"submission.consent.contact", "unknown"},
      {"company.employees >= 0", "unknown"},
      {"person.authority != 'unknown'", "unknown"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.condition);
    const auto program = policy::CompileCondition(row.condition, {}, policy::Sees::kCase);
    REQUIRE(program.ok());
    const cel::Value value =
        cel::Evaluate(*program, {CaseOf(R"({"submission":{"id":"s"},"company":{},"person":{}})")});
    CHECK((value.is_unknown() ? "unknown" : cel::ToJson(value)) == row.answer);
  }
}

}  // namespace
}  // namespace referee::testing

TEST_SUITE_END();
