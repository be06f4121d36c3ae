#include "src/intake/mapping/cell.h"

#include <doctest/doctest.h>

#include <string>

TEST_SUITE_BEGIN("intake/mapping/cell");

namespace referee::mapping {
namespace {

std::string Cell(Convert convert, std::string_view text, std::string_view currency = {}) {
  const auto json = CellJson(convert, {}, text, currency);
  return json.ok() ? *json : std::string(json.status().message());
}

TEST_CASE("times are read as vendors write them and are UTC without an offset") {
  struct Case {
    std::string text, json;
  };
  const Case cases[] = {
      {"2026-04-02T09:00:00.000+0000", R"("2026-04-02T09:00:00.000+00:00")"},  // Salesforce.
      {"2026-04-02T09:00:00.000Z", R"("2026-04-02T09:00:00.000Z")"},
      {"2026-04-02 09:00:00", R"("2026-04-02T09:00:00Z")"},
      {"2026-04-02 09:00", R"("2026-04-02T09:00:00Z")"},
      {"2026-04-02T09:00Z", R"("2026-04-02T09:00:00Z")"},
      {"2026-04-02T09:00-05:00", R"("2026-04-02T09:00:00-05:00")"},
      {"2026-04-02T09:00:00-0530", R"("2026-04-02T09:00:00-05:30")"},
      {"2026-04-02T09:00:00.1234567Z", R"("2026-04-02T09:00:00.1234567Z")"},  // Dynamics.
      {"2026-04-02", R"("2026-04-02T00:00:00Z")"},
      {"2026-02-30", "is a date that does not exist"},
      {"2026-04-02T25:00:00Z", "is a time that does not exist"},
      {"4/2/2026 9:00 AM", "is not a date YYYY-MM-DD"},
      {"2026-04-02T", "is not a time of RFC 3339"},
      {"2026-04-02 +", "is not a time of RFC 3339"},
      {"2026", "is not a date YYYY-MM-DD"},
  };
  for (const Case& test : cases) {
    CAPTURE(test.text);
    CHECK(Cell(Convert::kTime, test.text) == test.json);
  }
}

TEST_CASE("an epoch is milliseconds or seconds or a time") {
  CHECK(Cell(Convert::kEpoch, "1775120400000") == R"("2026-04-02T09:00:00Z")");
  CHECK(Cell(Convert::kEpoch, "1775120400123") == R"("2026-04-02T09:00:00.123Z")");
  CHECK(Cell(Convert::kEpoch, "1775120400") == R"("2026-04-02T09:00:00Z")");
  CHECK(Cell(Convert::kEpoch, "0") == R"("1970-01-01T00:00:00Z")");
  CHECK(Cell(Convert::kEpoch, "2026-04-02T09:00:00Z") == R"("2026-04-02T09:00:00Z")");
  CHECK(Cell(Convert::kEpoch, "9223372036854775807") == "is a time outside of the range");
  CHECK(Cell(Convert::kEpoch, "9223372036854775808") == "must be an integer, found another text");
  CHECK(Cell(Convert::kEpoch, "yesterday") == "must be an integer, found another text");
  CHECK(Cell(Convert::kEpoch, "-5") == "is not a date YYYY-MM-DD");
}

TEST_CASE("a day is the date of what is given") {
  CHECK(Cell(Convert::kDay, "2026-07-15") == R"("2026-07-15")");
  CHECK(Cell(Convert::kDay, "2026-07-15T22:00:00Z") == R"("2026-07-15")");
  CHECK(Cell(Convert::kDay, "2026-07-15 22:00") == R"("2026-07-15")");
  CHECK(Cell(Convert::kDay, "1784073600000") == R"("2026-07-15")");  // HubSpot.
  CHECK(Cell(Convert::kDay, "2026-07-15x") == "has text after the date");
  CHECK(Cell(Convert::kDay, "2026-7-15") == "is not a date YYYY-MM-DD");
  CHECK(Cell(Convert::kDay, "20260715") == "is not a date YYYY-MM-DD");
}

TEST_CASE("an amount has as many minor digits as its currency") {
  struct Case {
    std::string text, currency, json;
  };
  const std::string not_amount = "must be an amount such as 1250.00, found another text";
  const Case cases[] = {
      {"1250.00", "EUR", R"({"minor":125000,"currency":"EUR"})"},
      {"1250", "EUR", R"({"minor":125000,"currency":"EUR"})"},
      {"1250.5", "EUR", R"({"minor":125050,"currency":"EUR"})"},
      {"1250.5000", "EUR", R"({"minor":125050,"currency":"EUR"})"},
      {".5", "EUR", R"({"minor":50,"currency":"EUR"})"},
      {"5.", "EUR", R"({"minor":500,"currency":"EUR"})"},
      {"1250", "JPY", R"({"minor":1250,"currency":"JPY"})"},
      {"1250.00", "XOF", R"({"minor":1250,"currency":"XOF"})"},
      {"1250.5", "JPY", "has more decimal places than its currency"},
      {"1.2345", "KWD", "has more decimal places than its currency"},
      {"1.234", "KWD", R"({"minor":1234,"currency":"KWD"})"},
      {"1.2345", "CLF", R"({"minor":12345,"currency":"CLF"})"},
      {"1.239", "EUR", "has more decimal places than its currency"},
      {"1250", "", R"({"minor":125000,"currency":null})"},
      {"90071992547409.93", "EUR", R"({"minor":9007199254740993,"currency":"EUR"})"},
      {"92233720368547758.07", "EUR", R"({"minor":9223372036854775807,"currency":"EUR"})"},
      {"92233720368547758.08", "EUR", not_amount},
      {".", "EUR", not_amount},
      {"-", "EUR", not_amount},
      {"-.", "JPY", not_amount},
      {"1,250.00", "EUR", not_amount},
      {"1e3", "EUR", not_amount},
      {"\u20ac5", "EUR", not_amount},
      {"5.-1", "EUR", not_amount},
      {"+5", "EUR", not_amount},
      {"1.2.3", "EUR", "has more decimal places than its currency"},
  };
  for (const Case& test : cases) {
    CAPTURE(test.text);
    CAPTURE(test.currency);
    CHECK(Cell(Convert::kMajorMoney, test.text, test.currency) == test.json);
  }
  CHECK(Cell(Convert::kMinorMoney, "125000", "EUR") == R"({"minor":125000,"currency":"EUR"})");
  CHECK(Cell(Convert::kMinorMoney, "1250.00", "EUR") == "must be an integer, found another text");
}

TEST_CASE("booleans and integers and lists and texts become JSON") {
  for (const std::string text : {"true", "TRUE", "1", "Yes"})
    CHECK(Cell(Convert::kBool, text) == "true");
  for (const std::string text : {"false", "False", "0", "no"}) {
    CHECK(Cell(Convert::kBool, text) == "false");
  }
  CHECK(Cell(Convert::kBool, "maybe") == "must be true or false, found another text");
  CHECK(Cell(Convert::kInteger, "420") == "420");
  CHECK(Cell(Convert::kInteger, "007") == "7");
  CHECK(Cell(Convert::kInteger, "4.2") == "must be an integer, found another text");
  CHECK(Cell(Convert::kInteger, "1,000") == "must be an integer, found another text");
  CHECK(Cell(Convert::kList, "a; b;;c ;") == R"(["a","b","c"])");
  CHECK(Cell(Convert::kText, "say \"hi\"\n") == R"("say \"hi\"\n")");
}

TEST_CASE("a code is what its list says and any other word goes through") {
  constexpr Code kCodes[] = {{"0", "false"}, {"1", "true"}, {"Gold", "gold"}};
  CHECK(*CellJson(Convert::kCode, kCodes, "1", {}) == "true");
  CHECK(*CellJson(Convert::kCode, kCodes, "Gold", {}) == "\"gold\"");
  CHECK(*CellJson(Convert::kCode, kCodes, "gold", {}) == "\"gold\"");
  CHECK(*CellJson(Convert::kCode, kCodes, "7", {}) == "\"7\"");
}

}  // namespace
}  // namespace referee::mapping

TEST_SUITE_END();
