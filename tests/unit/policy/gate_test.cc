#include "src/policy/gate.h"

#include <string>

#include "src/base/text.h"
#include "tests/unit/policy/documents.h"

TEST_SUITE_BEGIN("policy/gate");

namespace referee::testing {
namespace {

using policy::CompileCondition;
using policy::Predicates;
using policy::ReadGate;
using policy::RunGate;
using policy::Sees;

std::string GateJson(const std::string& conditions, const std::string& ask = "") {
  return R"({"code":"g","lane":"comms",)" + conditions + R"(,"ask":[)" + ask +
         R"(],"who":"partner","review":"partner_manager","covers":["STP-02"],"because":"So."})";
}

Finding Run(const std::string& gate, const char* document) {
  const auto read = ReadGate(*Json(gate), {});
  INFO(DescribeError(read.status()));
  REQUIRE(read.ok());
  return RunGate(*read, CaseOf(document));
}

std::string Paths(const Finding& finding) {
  std::vector<std::string> paths;
  for (const MissingFact& fact : finding.missing) paths.push_back(fact.path + ":" + fact.reason);
  return Join(paths, " ");
}

TEST_CASE("stop wins over unknown and a true wait and false passes [STP-02][STP-13]") {
  struct Row {
    const char* conditions;
    const char* document;
    Verdict verdict;
    const char* missing;
  };
  const Row rows[] = {
      {R"("stop":"submission.consent.basis == 'unknown'")",
       R"({"submission":{"consent":{"basis":"unknown"}}})", Verdict::kStop, ""},
      {R"("stop":"submission.consent.basis == 'unknown'")",
       R"({"submission":{"consent":{"basis":"consent"}}})", Verdict::kPass, ""},
      {R"("stop":"submission.consent.basis == 'unknown'")", R"({"submission":{"consent":{}}})",
       Verdict::kWait, "submission.consent.basis:absent"},
      {R"("stop":"submission.consent.basis == 'unknown'")",
       R"({"submission":{"consent":{"basis":null}}})", Verdict::kWait,
       "submission.consent.basis:null"},
      // A path that no value could make matter is left out.
      {R"("stop":"submission.consent.basis == 'unknown' || conflict.contested_consent")",
       R"({"submission":{"consent":{}},"conflict":{"contested_consent":true}})", Verdict::kStop,
       ""},
      {R"("stop":"submission.consent.basis == 'unknown' && conflict.contested_consent")",
       R"({"submission":{"consent":{}},"conflict":{"contested_consent":false}})", Verdict::kPass,
       ""},
      {R"("stop":"false","wait":"person.authority == 'unknown'")",
       R"({"person":{"authority":"unknown"}})", Verdict::kWait, "person.authority:unknown"},
      {R"("stop":"true","wait":"person.authority == 'unknown'")", R"({"person":{}})",
       Verdict::kStop, ""},
      {R"("stop":"false","wait":"person.authority == 'unknown'")", R"({"person":{}})",
       Verdict::kWait, "person.authority:absent"},
      {R"("stop":"company.employees / 0 > 1")", R"({"company":{"employees":5}})", Verdict::kFault,
       ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.conditions);
    CAPTURE(row.document);
    const Finding finding = Run(GateJson(row.conditions, R"("person.authority")"), row.document);
    CHECK(finding.verdict == row.verdict);
    CHECK(Paths(finding) == row.missing);
  }
}

TEST_CASE("a finding says why and who can supply what is missing and who reviews") {
  const Finding waits =
      Run(GateJson(R"("stop":"submission.consent.contact")"), R"({"submission":{"consent":{}}})");
  CHECK(waits.because == "So.");
  CHECK(waits.who == "partner");
  CHECK(waits.review_role == "partner_manager");
  CHECK(waits.covers == std::vector<std::string>{"STP-02"});
  const Finding passes = Run(GateJson(R"("stop":"false")"), "{}");
  CHECK(passes.because.empty());
  CHECK(passes.who.empty());
}

TEST_CASE("a stop quotes what it read and a conflict only when it is there") {
  const Finding finding = Run(
      GateJson(
          R"("stop":"conflict.named_account || company.employees >= 10 || submission.urgency == 'now'")"),
      R"({"submission":{"id":"s-1","urgency":"none"},"company":{"employees":12},"conflict":{"named_account":false}})");
  REQUIRE(finding.evidence.size() == 2);
  CHECK(finding.evidence[0].path == "company.employees");
  CHECK(std::get<std::int64_t>(finding.evidence[0].value) == 12);
  CHECK(finding.evidence[0].record.id == "s-1");
  CHECK(finding.evidence[1].path == "submission.urgency");
}

TEST_CASE("predicates stand for their conditions and may use each other") {
  const Predicates predicates = {{"big", "company.employees >= 50"},
                                 {"fits", "@{big} && partner.tier == 'gold'"}};
  const auto program = CompileCondition("!@{fits}", predicates, Sees::kCase);
  REQUIRE(program.ok());
  const auto value = cel::Evaluate(
      *program, {CaseOf(R"({"company":{"employees":60},"partner":{"tier":"gold"}})")});
  CHECK_FALSE(value.bool_value());
}

TEST_CASE("a predicate that is unknown or circular or does not end is refused") {
  const Predicates circle = {{"a", "@{b}"}, {"b", "@{a}"}};
  CHECK_FALSE(CompileCondition("@{none}", {}, Sees::kCase).ok());
  CHECK_FALSE(CompileCondition("@{none", {}, Sees::kCase).ok());
  CHECK_FALSE(CompileCondition("@{a}", circle, Sees::kCase).ok());
  // Doubling sixteen times would make sixty thousand conditions of one.
  Predicates doubling = {{"p0", "submission.need == 'a need that is long enough'"}};
  for (int i = 1; i <= 15; ++i) {
    const std::string before = "@{p" + std::to_string(i - 1) + "}";
    doubling.emplace("p" + std::to_string(i), before + " || " + before);
  }
  CHECK_FALSE(CompileCondition("@{p15}", doubling, Sees::kCase).ok());
}

TEST_CASE("gates cannot read the verdicts that they make") {
  CHECK_FALSE(CompileCondition("verdicts.fit_tier == 'weak'", {}, Sees::kCase).ok());
  CHECK(CompileCondition("verdicts.fit_tier == 'weak'", {}, Sees::kCaseAndVerdicts).ok());
}

TEST_CASE("a wrong gate is refused where it is wrong") {
  struct Row {
    std::string json;
    const char* pointer;
  };
  const Row rows[] = {
      {R"({"code":"g"})", "/stop"},
      {GateJson(R"("stop":5)"), "/stop"},
      {GateJson(R"("stop":"1 +")"), "/stop"},
      {GateJson(R"("stop":"submission.nede == ''")"), "/stop"},
      {GateJson(R"("stop":"false","wait":"x")"), "/wait"},
      {GateJson(R"("stop":"false","colour":1)"), "/colour"},
      {GateJson(R"("stop":"false","queries":"yes")"), "/queries"},
      {GateJson(R"("stop":"false")", "1"), "/ask/0"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.json);
    CHECK(ErrorPointer(ReadGate(*Json(row.json), {}).status()) == row.pointer);
  }
  std::string lane = GateJson(R"("stop":"false")");
  lane.replace(lane.find("comms"), 5, "lunch");
  CHECK(ErrorPointer(ReadGate(*Json(lane), {}).status()) == "/lane");
}

}  // namespace
}  // namespace referee::testing

TEST_SUITE_END();
