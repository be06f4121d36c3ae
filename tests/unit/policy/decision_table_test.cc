#include "src/policy/decision_table.h"

#include <string>

#include "tests/unit/policy/documents.h"

TEST_SUITE_BEGIN("policy/decision_table");

namespace referee::testing {
namespace {

using policy::Decide;
using policy::DecisionTable;
using policy::ReadTable;
using policy::TableAnswer;
using policy::TableRow;

// A table over company.employees and partner.tier.
std::string Table(const std::string& hit_policy, const std::string& gives,
                  const std::string& rows) {
  return R"({"name":"t","hit_policy":")" + hit_policy + R"(","gives":")" + gives +
         R"(","inputs":["company.employees","partner.tier"],"rows":[)" + rows + "]}";
}

std::string Row(const std::string& employees, const std::string& tier, const std::string& result) {
  return R"({"cells":[")" + employees + R"(",")" + tier + R"("],"result":")" + result + "\"}";
}

std::string Answer(const std::string& table, const char* document) {
  const auto read = ReadTable(*Json(table), {});
  INFO(DescribeError(read.status()));
  REQUIRE(read.ok());
  const TableAnswer answer = Decide(*read, CaseOf(document));
  if (answer.fault) return "fault";
  if (answer.unknown) return "unknown";
  std::string text;
  for (const TableRow* row : answer.hits) text += row->result + " ";
  return text;
}

constexpr const char* kBigGold = R"({"company":{"employees":100},"partner":{"tier":"gold"}})";
constexpr const char* kSmallGold = R"({"company":{"employees":5},"partner":{"tier":"gold"}})";
constexpr const char* kNoSize = R"({"company":{},"partner":{"tier":"gold"}})";

TEST_CASE("cells test their input: any value and comparisons and lists [FIT-24]") {
  struct Case {
    const char* employees;
    const char* tier;
    bool hits;
  };
  const Case cases[] = {
      {"-", "-", true},
      {">= 100", "-", true},
      {"> 100", "-", false},
      {"<= 99", "-", false},
      {"< 101", "-", true},
      {"== 100", "-", true},
      {"!= 100", "-", false},
      {"100, 200", "-", true},
      {"99, 101", "-", false},
      {"-", "'gold'", true},
      {"-", "'silver', 'gold'", true},
      {"-", "'silver'", false},
      {">= 100", "'silver'", false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.employees);
    CAPTURE(c.tier);
    const std::string table = Table("first", "fit_tier", Row(c.employees, c.tier, "strong"));
    CHECK(Answer(table, kBigGold) == (c.hits ? "strong " : ""));
  }
}

TEST_CASE("true and false stand for themselves") {
  const std::string table =
      R"({"name":"t","hit_policy":"first","gives":"fit_tier","inputs":["company.employees > 50"],"rows":[{"cells":["true"],"result":"strong"},{"cells":["false"],"result":"weak"}]})";
  CHECK(Answer(table, kBigGold) == "strong ");
  CHECK(Answer(table, kSmallGold) == "weak ");
  CHECK(Answer(table, kNoSize) == "unknown");
}

TEST_CASE("unique takes one hit and calls two a fault") {
  const std::string rows = Row(">= 50", "-", "strong") + "," + Row("-", "'gold'", "possible");
  CHECK(Answer(Table("unique", "fit_tier", rows), kBigGold) == "fault");
  CHECK(Answer(Table("unique", "fit_tier", rows), kSmallGold) == "possible ");
  CHECK(Answer(Table("unique", "fit_tier", rows), kNoSize) == "unknown");
}

TEST_CASE("first takes the first row that hits") {
  const std::string rows = Row(">= 50", "-", "strong") + "," + Row("-", "'gold'", "possible");
  CHECK(Answer(Table("first", "fit_tier", rows), kBigGold) == "strong ");
  CHECK(Answer(Table("first", "fit_tier", rows), kSmallGold) == "possible ");
}

TEST_CASE("first waits for an undecided row only if its answer would differ") {
  CHECK(Answer(Table("first", "fit_tier",
                     Row(">= 50", "-", "strong") + "," + Row("-", "'gold'", "possible")),
               kNoSize) == "unknown");
  CHECK(Answer(Table("first", "fit_tier",
                     Row(">= 50", "-", "strong") + "," + Row("-", "'gold'", "strong")),
               kNoSize) == "strong ");
  CHECK(Answer(Table("first", "fit_tier",
                     Row("-", "'gold'", "strong") + "," + Row(">= 50", "-", "weak")),
               kNoSize) == "strong ");
}

TEST_CASE("any demands that all hits agree") {
  const std::string agree = Row(">= 50", "-", "strong") + "," + Row("-", "'gold'", "strong");
  const std::string differ = Row(">= 50", "-", "strong") + "," + Row("-", "'gold'", "weak");
  CHECK(Answer(Table("any", "fit_tier", agree), kBigGold) == "strong strong ");
  CHECK(Answer(Table("any", "fit_tier", differ), kBigGold) == "fault");
  CHECK(Answer(Table("any", "fit_tier", agree), kNoSize) == "strong ");
  CHECK(Answer(Table("any", "fit_tier", differ), kNoSize) == "unknown");
}

TEST_CASE("collect gives each result once and ascending and rule order gives them as they stand") {
  const std::string rows =
      Row("-", "-", "b") + "," + Row(">= 50", "-", "a") + "," + Row("-", "'gold'", "b");
  CHECK(Answer(Table("collect", "reasons", rows), kBigGold) == "a b ");
  CHECK(Answer(Table("rule_order", "reasons", rows), kBigGold) == "b a b ");
  CHECK(Answer(Table("collect", "reasons", rows), kNoSize) == "unknown");
}

TEST_CASE("a row that errs is a fault") {
  const std::string table =
      R"json({"name":"t","hit_policy":"first","gives":"fit_tier","inputs":["1 / (company.employees - 100)"],"rows":[{"cells":["> 0"],"result":"strong"}]})json";
  CHECK(Answer(table, kBigGold) == "fault");
}

TEST_CASE("a wrong table is refused where it is wrong") {
  const std::string row = Row("-", "-", "strong");
  struct Case {
    std::string json;
    const char* pointer;
  };
  const Case cases[] = {
      {Table("best", "fit_tier", row), "/hit_policy"},
      {Table("collect", "fit_tier", row), "/hit_policy"},
      {Table("rule_order", "fit_tier", row), "/hit_policy"},
      {Table("first", "reasons", row), "/hit_policy"},
      {Table("first", "colour", row), "/gives"},
      {Table("first", "fit_tier", Row("-", "-", "superb")), "/rows/0/result"},
      {Table("first", "fit_tier", row + "," + Row(">= ", "-", "weak")), "/rows/1/cells"},
      {Table("first", "fit_tier", R"({"cells":["-"],"result":"weak"})"), "/rows/0/cells"},
      {Table("first", "fit_tier", ""), "/rows"},
      {R"({"name":"t","hit_policy":"first","gives":"fit_tier","inputs":["company.size"],"rows":[{"cells":["> 1"],"result":"weak"}]})",
       "/rows/0/cells"},
      {R"({"name":"t","hit_policy":"first","gives":"fit_tier","inputs":["verdicts.fit_tier"],"rows":[{"cells":["'weak'"],"result":"weak"}]})",
       "/rows/0/cells"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.json);
    CHECK(ErrorPointer(ReadTable(*Json(c.json), {}).status()) == c.pointer);
  }
}

}  // namespace
}  // namespace referee::testing

TEST_SUITE_END();
