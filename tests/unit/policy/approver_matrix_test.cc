#include "src/policy/approver_matrix.h"

#include <string>

#include "tests/unit/policy/documents.h"

TEST_SUITE_BEGIN("policy/approver_matrix");

namespace referee::testing {
namespace {

using policy::ApprovalsFor;
using policy::ApproverMatrix;
using policy::ReadApprover;

ApproverMatrix Matrix(const std::vector<std::string>& rows) {
  ApproverMatrix matrix;
  for (const std::string& row : rows) matrix.push_back(ReadApprover(*Json(row), {}).value());
  return matrix;
}

std::string Asked(const std::vector<ApprovalNeeded>& needed) {
  std::string text;
  for (const ApprovalNeeded& one : needed) {
    text += one.action + ":" + one.role + ":" + std::to_string(one.people) + ":" +
            std::to_string(one.expires_hours) + " ";
  }
  return text;
}

TEST_CASE("rows ask by conflict and by tier and by amount [APR-11][APR-14][APR-18]") {
  const ApproverMatrix matrix = Matrix({
      R"({"action":"accept","roles":["partner_manager"]})",
      R"({"action":"attribute","roles":["partner_owner"],"when":"conflict.partner_vs_partner"})",
      R"({"action":"attribute","roles":["program_owner"],"when":"partner.tier == 'platinum'"})",
      R"({"action":"reward","roles":["program_owner"],"people":2,"when":"facts.reward_high_value"})",
  });
  struct Row {
    const char* document;
    const char* asked;
  };
  const Row rows[] = {
      {R"({"conflict":{"partner_vs_partner":false},"partner":{"tier":"gold"},"facts":{"reward_high_value":false}})",
       "accept:partner_manager:1:0 "},
      {R"({"conflict":{"partner_vs_partner":true},"partner":{"tier":"gold"},"facts":{"reward_high_value":false}})",
       "accept:partner_manager:1:0 attribute:partner_owner:1:0 "},
      {R"({"conflict":{"partner_vs_partner":true},"partner":{"tier":"platinum"},"facts":{"reward_high_value":false}})",
       "accept:partner_manager:1:0 attribute:partner_owner:2:0 attribute:program_owner:2:0 "},
      {R"({"conflict":{"partner_vs_partner":false},"partner":{"tier":"gold"},"facts":{"reward_high_value":true}})",
       "accept:partner_manager:1:0 reward:program_owner:2:0 "},
  };
  for (const Row& row : rows) {
    CAPTURE(row.document);
    CHECK(Asked(ApprovalsFor(matrix, CaseOf(row.document))) == row.asked);
  }
}

TEST_CASE("an approval is asked for where its condition cannot be told") {
  const ApproverMatrix matrix =
      Matrix({R"({"action":"reward","roles":["program_owner"],"when":"facts.reward_high_value"})",
              R"({"action":"exception","roles":["partner_owner"],"when":"1 / 0 > 1"})"});
  CHECK(Asked(ApprovalsFor(matrix, CaseOf("{}"))) ==
        "reward:program_owner:1:0 exception:partner_owner:1:0 ");
}

TEST_CASE("of several rows the shortest time and the most people count") {
  const ApproverMatrix matrix = Matrix({
      R"({"action":"reward","roles":["program_owner"],"expires_hours":100})",
      R"({"action":"reward","roles":["program_owner","partner_owner"],"expires_hours":24,"people":3})",
      R"({"action":"reward","roles":["program_owner"]})",
  });
  CHECK(Asked(ApprovalsFor(matrix, CaseOf("{}"))) ==
        "reward:program_owner:3:24 reward:partner_owner:3:24 ");
}

TEST_CASE("the submitter may not approve unless a row says so [APR-01]") {
  CHECK(ReadApprover(*Json(R"({"action":"accept","roles":["x"]})"), {})->rule.not_submitter);
  CHECK_FALSE(ReadApprover(*Json(R"({"action":"accept","roles":["x"],"not_submitter":false})"), {})
                  ->rule.not_submitter);
}

TEST_CASE("a wrong row is refused where it is wrong") {
  struct Row {
    const char* json;
    const char* pointer;
  };
  const Row rows[] = {
      {R"({"roles":["x"]})", "/action"},
      {R"({"action":"pay","roles":["x"]})", "/action"},
      {R"({"action":"accept","roles":[]})", "/roles"},
      {R"({"action":"accept","roles":["x",1]})", "/roles/1"},
      {R"({"action":"accept","roles":["x","y"],"people":1})", "/people"},
      {R"({"action":"accept","roles":["x"],"people":10})", "/people"},
      {R"({"action":"accept","roles":["x"],"expires_hours":0})", "/expires_hours"},
      {R"({"action":"accept","roles":["x"],"when":"partner.teir == 'x'"})", "/when"},
      {R"({"action":"accept","roles":["x"],"not_submitter":1})", "/not_submitter"},
      {R"({"action":"accept","roles":["x"],"colour":1})", "/colour"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.json);
    CHECK(ErrorPointer(ReadApprover(*Json(row.json), {}).status()) == row.pointer);
  }
}

}  // namespace
}  // namespace referee::testing

TEST_SUITE_END();
