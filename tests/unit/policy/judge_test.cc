#include "src/policy/judge.h"

#include <algorithm>
#include <string>

#include "src/policy/merge_patch.h"
#include "tests/unit/policy/documents.h"

TEST_SUITE_BEGIN("policy/judge");

namespace referee::testing {
namespace {

Policy Changed(const std::string& patch) {
  static const auto& policy = *new Policy(Policy::Standard().value());
  const Json document(policy.document());
  std::string out;
  policy::AppendMerged(&*document, *Json(patch), out);
  auto changed = Policy::FromJson(out);
  INFO(DescribeError(changed.status()));
  REQUIRE(changed.ok());
  return *changed;
}

std::string Codes(const Judgement& judgement, FindingSource source) {
  std::string codes;
  for (const Finding& finding : judgement.findings) {
    if (finding.source == source)
      codes += finding.code + ":" + std::string(VerdictName(finding.verdict)) + " ";
  }
  return codes;
}

constexpr const char* kSmall =
    R"({"rules":[{"code":"r1","speaks":"for","when":"true","review":"rev_ops","covers":[],"because":"R."}],
"gates":[{"code":"g1","lane":"fit","stop":"submission.sensitive","ask":[],"who":"partner","review":"rev_ops","covers":[],"because":"G."},
{"code":"g2","lane":"reward","stop":"true","ask":[],"who":"partner","review":"rev_ops","covers":[],"because":"H.","queries":true}],
"recommendation":{"review_gates":[]},
"tables":[{"name":"fit","hit_policy":"first","gives":"fit_tier","inputs":["submission.sensitive"],"rows":[{"cells":["true"],"result":"weak","because":"W."},{"cells":["false"],"result":"strong","because":"S."}]},
{"name":"why","hit_policy":"rule_order","gives":"reasons","inputs":["true"],"rows":[{"cells":["true"],"result":"One."},{"cells":["true"],"result":"Two."}]}]})";

TEST_CASE("gates come first and then rules and tables in the order of the document [FIT-11]") {
  Case the_case;
  the_case.submission.sensitive = true;
  const Judgement judgement = Changed(kSmall).Judge(the_case, {});
  CHECK(Codes(judgement, FindingSource::kGate) == "g1:stop g2:stop ");
  CHECK(Codes(judgement, FindingSource::kRule) == "r1:pass ");
  CHECK(judgement.findings.back().source == FindingSource::kRule);
  CHECK(judgement.findings.back().speaks == Speaks::kFor);
  CHECK(judgement.fit_tier == "weak");
  CHECK(judgement.fit_reasons == std::vector<std::string>{"W.", "One.", "Two."});
}

TEST_CASE("a query runs only the gates that say so and no rule and no table") {
  Case the_case;
  the_case.submission.intent = Intent::kStatusQuery;
  const Judgement judgement = Changed(kSmall).Judge(the_case, {});
  CHECK(Codes(judgement, FindingSource::kGate) == "g2:stop ");
  CHECK(Codes(judgement, FindingSource::kRule).empty());
  CHECK(judgement.fit_tier == "unknown");
}

TEST_CASE("a table that contradicts itself is a fault and gives no tier") {
  const Judgement judgement =
      Changed(
          R"({"tables":[{"name":"fit","hit_policy":"unique","gives":"fit_tier","inputs":["true"],"rows":[{"cells":["true"],"result":"weak"},{"cells":["true"],"result":"strong"}]}]})")
          .Judge(Case(), {});
  CHECK(Codes(judgement, FindingSource::kTable) == "fit:fault ");
  CHECK(judgement.fit_tier == "unknown");
}

TEST_CASE("a tier that rests on what is not known is unknown [FIT-22]") {
  const Judgement judgement = Changed("{}").Judge(Case(), {});
  CHECK(judgement.fit_tier == "unknown");
  CHECK(judgement.fit_reasons.empty());
}

TEST_CASE("the approver matrix sees the verdicts") {
  Case the_case;
  the_case.submission.sensitive = true;
  const auto asks = [&](const Judgement& judgement) {
    return std::any_of(judgement.approvals.begin(), judgement.approvals.end(),
                       [](const ApprovalNeeded& n) { return n.action == "reject_message"; });
  };
  CHECK(asks(Changed(kSmall).Judge(the_case, {})));
  the_case.submission.sensitive = false;
  CHECK_FALSE(asks(Changed(kSmall).Judge(the_case, {})));
}

}  // namespace
}  // namespace referee::testing

TEST_SUITE_END();
