#include "src/intake/csv.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "src/base/error_location.h"

TEST_SUITE_BEGIN("intake/csv");

namespace referee {
namespace {

// Every row as "line:a|b|c", rows divided by " / "; the header without a line.
std::string Outcome(std::string_view bytes) {
  const auto table = ParseCsv("f.csv", bytes, {});
  if (!table.ok()) return DescribeError(table.status());
  std::string out;
  const auto append = [&](const std::vector<std::string>& fields) {
    for (std::size_t i = 0; i < fields.size(); ++i) out += (i > 0 ? "|" : "") + fields[i];
  };
  append(table->columns);
  for (const CsvRow& row : table->rows) {
    out += " / " + std::to_string(row.line) + ":";
    append(row.fields);
  }
  return out;
}

TEST_CASE("rows and fields are what RFC 4180 says") {
  struct Case {
    std::string bytes, rows;
  };
  const Case cases[] = {
      {"a,b\n1,2\n", "a|b / 2:1|2"},
      {"a,b\n1,2", "a|b / 2:1|2"},
      {"a,b\r\n1,2\r\n", "a|b / 2:1|2"},
      {"a,b\r1,2\r", "a|b / 2:1|2"},
      {"\xEF\xBB\xBF"
       "a,b\n1,2\n",
       "a|b / 2:1|2"},
      {"a,b\n,\n", "a|b / 2:|"},
      {"a,b\n1,", "a|b / 2:1|"},
      {"a,b\n\n1,2\n\n\n3,4\n", "a|b / 3:1|2 / 6:3|4"},
      {"a\n\"x,y\"\n", "a / 2:x,y"},
      {"a\n\"x\"\"y\"\n", "a / 2:x\"y"},
      {"a\n\"\"\"\"\n", "a / 2:\""},
      {"a,b\n\"\",\"\"\n", "a|b / 2:|"},
      {"a,b\n\"1\n2\r\n3\",x\n4,5\n", "a|b / 2:1\n2\r\n3|x / 5:4|5"},
      {"\"a\nb\",c\n1,2\n", "a\nb|c / 3:1|2"},
      {"a,b\n 1 , 2\n", "a|b / 2: 1 | 2"},
      {"a\nä\u20ac\U0001F600\n", "a / 2:ä\u20ac\U0001F600"},
      {"a;b\n1;2\n", "a;b / 2:1;2"},
      {"a,b\n", "a|b"},
  };
  for (const Case& test : cases) {
    CAPTURE(test.bytes);
    CHECK(Outcome(test.bytes) == test.rows);
  }
}

TEST_CASE("what is no table is refused with its line and without its text") {
  struct Case {
    std::string bytes, error;
  };
  const Case cases[] = {
      {"", "f.csv:1: must have a header row"},
      {"\n\n", "f.csv:1: must have a header row"},
      {"\xEF\xBB\xBF", "f.csv:1: must have a header row"},
      {"a,b\n1\n", "f.csv:2: must have 2 fields as the header has, found 1"},
      {"a,b\n1,2\n3,4,5\n", "f.csv:3: must have 2 fields as the header has, found 3"},
      {"a,b\n\"1\n\",2\n3\n", "f.csv:4: must have 2 fields as the header has, found 1"},
      {"a,b\n\"secret", "f.csv:2: has a quote that does not end"},
      {"a\n\"se\"cret\n", "f.csv:2: has text after a closing quote"},
      {"a\nse\"cret\n", "f.csv:2: has a quote inside of a field without quotes"},
      {"a,b,a\n", "f.csv:1: /a: is the name of two columns"},
      {"a\n1\n\xFF\n", "f.csv:3: is not valid UTF-8"},
      {"a\n\xED\xA0\x80\n", "f.csv:2: is not valid UTF-8"},
  };
  for (const Case& test : cases) {
    CAPTURE(test.bytes);
    CHECK(Outcome(test.bytes) == test.error);
    CHECK(Outcome(test.bytes).find("secret") == std::string::npos);
  }
}

TEST_CASE("a header wider than the limit is refused") {
  Limits limits;
  limits.max_members = 2;
  CHECK(ParseCsv("f", "a,b\n1,2\n", limits).ok());
  CHECK(ParseCsv("f", "a,b,c\n", limits).status().code() == absl::StatusCode::kResourceExhausted);
}

TEST_CASE("a long field and many rows take linear time") {
  std::string bytes = "a,b\n";
  for (int i = 0; i < 100000; ++i) bytes += "\"\"\"\",x\n";
  bytes += "\"" + std::string(1 << 20, '\n') + "\",y\n";
  const auto table = ParseCsv("f", bytes, {});
  REQUIRE(table.ok());
  CHECK(table->rows.size() == 100001);
  CHECK(table->rows.back().line == 100002);
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
