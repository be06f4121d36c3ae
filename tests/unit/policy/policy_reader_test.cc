#include "src/policy/policy_state.h"

#include <string>

#include "src/policy/merge_patch.h"
#include "tests/unit/policy/documents.h"

TEST_SUITE_BEGIN("policy/policy_reader");

namespace referee::testing {
namespace {

std::string Changed(const std::string& patch) {
  static const auto& policy = *new Policy(Policy::Standard().value());
  const Json document(policy.document());
  std::string out;
  policy::AppendMerged(&*document, *Json(patch), out);
  return out;
}

TEST_CASE("a document that is wrong is refused where it is wrong") {
  struct Row {
    const char* patch;
    const char* pointer;
  };
  const Row rows[] = {
      {R"({"schema":"referee.policy/2"})", "/schema"},
      {R"({"schema":null})", "/schema"},
      {R"({"id":null})", "/id"},
      {R"({"version":5})", "/version"},
      {R"({"colour":"blue"})", "/colour"},
      {R"({"parameters":null})", "/parameters"},
      {R"({"predicates":{"a":5}})", "/predicates/a"},
      {R"({"predicates":{"a":"submission.nede == ''"}})", "/predicates/a"},
      {R"({"gates":[{"code":"x"}]})", "/gates/0/stop"},
      {R"({"rules":[{"code":"x"}]})", "/rules/0/when"},
      {R"({"tables":[]})", "/tables"},
      {R"({"confidence":{"high_evidence":{"label":"confirmed"}}})",
       "/confidence/high_evidence/label"},
      {R"({"conflicts":{"live_opportunity":null}})", "/conflicts/live_opportunity"},
      {R"({"conflicts":{"live_opportunity":{"precedence":"x"}}})",
       "/conflicts/live_opportunity/precedence"},
      {R"({"conflicts":{"quarrel":{}}})", "/conflicts/quarrel"},
      {R"({"disclosure":{"named_account":"all"}})", "/disclosure/named_account"},
      {R"({"recommendation":{"review_gates":["nothing"]}})", "/recommendation/review_gates/0"},
      {R"({"recommendation":{"review_conflicts_except":["x"]}})",
       "/recommendation/review_conflicts_except/0"},
      {R"({"approvals":[]})", "/never_automate/0"},
      {R"({"never_automate":["accept","lunch"]})", "/never_automate/1"},
      {R"({"questions":{"submission.need":{"ask":null}}})", "/questions/submission.need/ask"},
      {R"({"slas":{"owner":"tie_window_hours"}})", "/slas/owner"},
      {R"({"slas":{"lunch":"owner_sla_hours"}})", "/slas/lunch"},
      {R"({"routing":{"queue":null}})", "/routing/queue"},
      {R"({"templates":{"x":5}})", "/templates/x"},
      {R"({"partner_text":{"neutral":"You will receive it."}})", "/partner_text/neutral"},
      {R"({"tests":[{"name":"x","expect":[{}]}]})", "/tests/0/submissions"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.patch);
    const auto status = Policy::FromJson(Changed(row.patch)).status();
    REQUIRE_FALSE(status.ok());
    CHECK(status.code() == absl::StatusCode::kInvalidArgument);
    CHECK(ErrorPointer(status) == row.pointer);
  }
}

TEST_CASE("one code names one finding") {
  const std::string gate =
      R"({"code":"x","lane":"fit","stop":"false","ask":[],"who":"partner","review":"rev_ops","covers":[],"because":"y"})";
  CHECK(ErrorPointer(
            Policy::FromJson(Changed(R"({"gates":[)" + gate + "," + gate + "]}")).status()) ==
        "/gates/1/code");
  CHECK(
      ErrorPointer(
          Policy::FromJson(
              Changed(
                  R"({"rules":[{"code":"data_stale","speaks":"for","when":"true","review":"rev_ops","covers":[],"because":"y"}]})"))
              .status()) == "/rules/0/code");
}

TEST_CASE("an expression that is wrong has line and column") {
  const auto status =
      Policy::FromJson(
          Changed(
              R"({"rules":[{"code":"r","speaks":"for","when":"true &&\n  submission.nede == ''","review":"rev_ops","covers":[],"because":"y"}]})"))
          .status();
  CHECK(ErrorPointer(status) == "/rules/0/when");
  CHECK(ErrorLine(status) == 2);
  CHECK(ErrorColumn(status) > 1);
}

TEST_CASE("text that is no policy is refused and not crashed on") {
  for (const char* text : {"", "[]", "5", "null", "{", R"({"schema":5})", "\"referee.policy/1\""}) {
    CAPTURE(text);
    CHECK_FALSE(Policy::FromJson(text).ok());
  }
}

}  // namespace
}  // namespace referee::testing

TEST_SUITE_END();
