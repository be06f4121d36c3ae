#include "src/policy/case_document.h"

#include <string>

#include "src/policy/gate.h"
#include "src/policy/policy.h"
#include "tests/unit/policy/documents.h"

TEST_SUITE_BEGIN("policy/case_document");

namespace referee::testing {
namespace {

cel::Value DocumentOf(const Case& the_case, const Attribution& attribution = {}) {
  static const auto& policy = *new Policy(Policy::Standard().value());
  return policy::CaseDocument(the_case, attribution, policy.parameters(),
                              CaseOf(R"({"policy":{"x":5}})"));
}

// The value of a condition over the document: "true", or "unknown" with its paths.
std::string Value(const char* condition, const cel::Value& document) {
  const auto program = policy::CompileCondition(condition, {}, policy::Sees::kCaseAndVerdicts);
  INFO(condition);
  REQUIRE(program.ok());
  const cel::Value value = cel::Evaluate(*program, {document});
  if (!value.is_unknown()) return cel::ToJson(value);
  std::string text = "unknown";
  for (const cel::UnknownPath& path : value.unknown_paths())
    text += " " + path.path + ":" + path.reason;
  return text;
}

TEST_CASE("absent and null and empty are three reasons of not knowing") {
  Case the_case;
  CHECK(Value("submission.need == 'x'", DocumentOf(the_case)) == "unknown submission.need:absent");
  the_case.submission.need = Text::Without(Presence::kNull);
  CHECK(Value("submission.need == 'x'", DocumentOf(the_case)) == "unknown submission.need:null");
  the_case.submission.need = Text::Without(Presence::kEmpty);
  CHECK(Value("submission.need == 'x'", DocumentOf(the_case)) == "unknown submission.need:empty");
  the_case.submission.need = std::string("x");
  CHECK(Value("submission.need == 'x'", DocumentOf(the_case)) == "true");
}

TEST_CASE("what makes a referral ready asks for the path that answers it [FIT-23]") {
  Case the_case;
  CHECK(Value("facts.ready.buyer", DocumentOf(the_case)) == "unknown person.last_name:absent");
  CHECK(Value("facts.ready.source", DocumentOf(the_case)) ==
        "unknown submission.partner_id:absent");
  CHECK(Value("facts.ready.region", DocumentOf(the_case)) == "unknown submission.region:absent");
  CHECK(Value("facts.ready.product_interest", DocumentOf(the_case)) ==
        "unknown submission.product_interest:absent");
  the_case.party.person.emails = std::vector<std::string>{"a@b.example"};
  the_case.source.referrer_known = true;
  the_case.submission.region = std::string("DE");
  the_case.submission.product_interest = std::vector<std::string>{"erp"};
  CHECK(Value("facts.ready.urgency", DocumentOf(the_case)) == "unknown submission.urgency:absent");
  the_case.submission.urgency = std::string("unknown");
  CHECK(Value("facts.ready.urgency", DocumentOf(the_case)) == "unknown submission.urgency:unknown");
  the_case.submission.urgency = std::string("none");
  CHECK(Value("facts.ready.buyer && facts.ready.source && facts.ready.region && "
              "facts.ready.product_interest && facts.ready.urgency",
              DocumentOf(the_case)) == "true");
}

TEST_CASE("a conflict is true or false or unknown with what is missing") {
  Attribution attribution;
  Conflict conflict;
  conflict.kind = ConflictKind::kNamedAccount;
  attribution.conflicts.push_back(conflict);
  attribution.undecided.push_back(
      {ConflictKind::kTerritoryMismatch, {{"company.address.country", "absent"}}});
  const cel::Value document = DocumentOf(Case(), attribution);
  CHECK(Value("conflict.named_account", document) == "true");
  CHECK(Value("conflict.self_referral", document) == "false");
  CHECK(Value("conflict.territory_mismatch", document) == "unknown company.address.country:absent");
  CHECK(Value("conflicts.exists(c, c.kind == 'named_account' && c.lane == 'ownership')",
              document) == "true");
}

TEST_CASE("money without a rate or an amount is unknown with its reason [STP-16]") {
  Case the_case;
  CHECK(Value("facts.amount.below_minimum", DocumentOf(the_case)) ==
        "unknown submission.amount:absent");
  the_case.submission.amount = Amount{std::int64_t{1}, std::string("XAF")};
  CHECK(Value("facts.amount.high_value", DocumentOf(the_case)) ==
        "unknown submission.amount:no_rate");
  the_case.submission.amount = Amount{std::int64_t{499999}, std::string("USD")};
  CHECK(Value("facts.amount.below_minimum && !facts.amount.high_value", DocumentOf(the_case)) ==
        "true");
  CHECK(Value("facts.reward_high_value", DocumentOf(the_case)) == "false");
  the_case.submission.reward = Money(Amount{std::int64_t{10000000}, std::string("USD")});
  CHECK(Value("facts.reward_high_value && facts.reward_asked", DocumentOf(the_case)) == "true");
  the_case.submission.reward = Money(Amount{std::int64_t{1}, std::string("XAF")});
  CHECK(Value("facts.reward_high_value", DocumentOf(the_case)) ==
        "unknown submission.reward.amount:no_rate");
}

TEST_CASE("verdicts come after the gates and leave the rest as it was") {
  Attribution attribution;
  attribution.evidence = EvidenceLabel::kLow;
  const cel::Value before = DocumentOf(Case(), attribution);
  CHECK(Value("verdicts.fit_tier == 'weak'", before).starts_with("unknown"));
  const cel::Value after = policy::WithVerdicts(before, "weak", {"data_stale"});
  CHECK(Value("verdicts.fit_tier == 'weak' && 'data_stale' in verdicts.stopped", after) == "true");
  CHECK(Value("facts.title_evidence == 'low'", after) == "true");
  CHECK(after.size() == before.size() + 1);
}

TEST_CASE("a list that no condition reads is not made, and what reads it finds it") {
  Attribution attribution;
  attribution.claims.emplace_back();
  attribution.conflicts.emplace_back();
  for (const char* condition : {"size(claims) == 1", "claims.exists(c, c.id == '')",
                                "[claims].exists(l, size(l) == 1)", "claims[0].id == ''"}) {
    INFO(condition);
    const auto program = policy::CompileCondition(condition, {}, policy::Sees::kCase);
    REQUIRE(program.ok());
    policy::ListsRead lists;
    for (const std::string& path : program->read_paths()) lists.Add(path);
    CHECK(lists.claims);
    CHECK_FALSE(lists.conflicts);
    const cel::Value document =
        policy::CaseDocument(Case(), attribution, Parameters(), cel::Value(), lists);
    CHECK(document.Find("conflicts") == nullptr);
    CHECK(Value(condition, document) == "true");
  }
}

TEST_CASE("the parameters of the policy are there as it says") {
  CHECK(Value("policy.policy.x == 5", DocumentOf(Case())) == "true");
}

}  // namespace
}  // namespace referee::testing

TEST_SUITE_END();
