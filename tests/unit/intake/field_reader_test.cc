#include "src/intake/field_reader.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/unit/intake/read_document.h"

TEST_SUITE_BEGIN("intake/field_reader");

namespace referee::intake {
namespace {

using testing::ReadRecord;
using testing::RecordError;
using testing::With;

template <typename T>
T Accepted(const std::string& json) {
  auto record = ReadRecord(json);
  REQUIRE_MESSAGE(record.ok(), json, DescribeError(record.status()));
  return std::get<T>(*record);
}

TEST_CASE("absent and null and empty and present are four things") {
  const auto presence = [](const std::string& member) {
    return PresenceName(Accepted<Account>(member.empty() ? R"({"type":"account","id":"x"})"
                                                         : With("account", member))
                            .segment.presence());
  };
  CHECK(presence("") == "absent");
  CHECK(presence(R"("segment":null)") == "null");
  CHECK(presence(R"("segment":"")") == "empty");
  CHECK(presence(R"("segment":" \t ")") == "empty");
  CHECK(presence(R"("segment":"\u00a0\u3000")") == "empty");
  CHECK(presence(R"("segment":"smb")") == "present");
}

TEST_CASE("an empty list and false and zero are values") {
  const auto account =
      Accepted<Account>(With("account", R"("domains":[],"sensitive":false,"employees":0)"));
  CHECK(account.company.domains.has());
  CHECK(account.company.domains->empty());
  CHECK(account.company.sensitive.has());
  CHECK(!*account.company.sensitive);
  CHECK(account.company.employees.has());
  CHECK(*account.company.employees == 0);
}

TEST_CASE("null of any kind is null and no value") {
  const auto account = Accepted<Account>(
      With("account",
           R"("domains":null,"sensitive":null,"employees":null,"revenue":null,"address":null,)"
           R"("registry_ids":null,"named_account":null,"open_issues":null,"created_at":null)"));
  CHECK(account.company.domains.presence() == Presence::kNull);
  CHECK(account.company.sensitive.presence() == Presence::kNull);
  CHECK(account.company.employees.presence() == Presence::kNull);
  CHECK(account.company.revenue.presence() == Presence::kNull);
  CHECK(account.company.address.presence() == Presence::kNull);
  CHECK(account.company.registry_ids.presence() == Presence::kNull);
  CHECK(account.named_account.presence() == Presence::kNull);
  CHECK(account.open_issues.presence() == Presence::kNull);
  CHECK(account.created_at.presence() == Presence::kNull);
}

TEST_CASE("a text is kept as it was given") {
  CHECK(*Accepted<Account>(With("account", R"("name":" Müller  & Söhne ")")).company.name ==
        " Müller  & Söhne ");
  CHECK(Accepted<Account>(With("account", R"("created_at":"2026-06-01T10:00:00+02:00")"))
            .created_at->text == "2026-06-01T10:00:00+02:00");
}

TEST_CASE("blank texts in a list are left out") {
  CHECK(*Accepted<Account>(With("account", R"("domains":["a.example",""," "])")).company.domains ==
        std::vector<std::string>{"a.example"});
}

TEST_CASE("a wrong kind is refused with its pointer and both kinds and never its value") {
  struct Case {
    std::string member, error;
  };
  const Case cases[] = {
      {R"("name":4711)", "/name: must be a string, found a number"},
      {R"("name":true)", "/name: must be a string, found a boolean"},
      {R"("name":["secret"])", "/name: must be a string, found a list"},
      {R"("name":{"secret":1})", "/name: must be a string, found an object"},
      {R"("domains":"secret")", "/domains: must be a list of strings, found a string"},
      {R"("domains":{})", "/domains: must be a list of strings, found an object"},
      {R"("domains":["a",4711])", "/domains/1: must be a string, found a number"},
      {R"("domains":["a",null])", "/domains/1: must be a string, found null"},
      {R"("sensitive":"secret")", "/sensitive: must be a boolean, found a string"},
      {R"("sensitive":0)", "/sensitive: must be a boolean, found a number"},
      {R"("employees":"4711")", "/employees: must be an integer, found a string"},
      {R"("employees":47.11)",
       "/employees: must be an integer, found a number with a fraction or an exponent"},
      {R"("employees":4e2)",
       "/employees: must be an integer, found a number with a fraction or an exponent"},
      {R"("employees":-4711)",
       "/employees: must be an integer from 0 to 2147483647, found a number outside of that range"},
      {R"("employees":2147483648)",
       "/employees: must be an integer from 0 to 2147483647, found a number outside of that range"},
      {R"("address":"secret")", "/address: must be an object, found a string"},
      {R"("address":[])", "/address: must be an object, found a list"},
      {R"("address":{"city":4711})", "/address/city: must be a string, found a number"},
      {R"("registry_ids":{})", "/registry_ids: must be a list, found an object"},
      {R"("registry_ids":["secret"])", "/registry_ids/0: must be an object, found a string"},
      {R"("registry_ids":[null])", "/registry_ids/0: must be an object, found null"},
      {R"("registry_ids":[{},{"kind":4711}])",
       "/registry_ids/1/kind: must be a string, found a number"},
      {R"("created_at":4711)", "/created_at: must be a time of RFC 3339, found a number"},
      {R"("revenue":"secret")", "/revenue: must be an object, found a string"},
      {R"("revenue":4711)", "/revenue: must be an object, found a number"},
  };
  for (const Case& test : cases) {
    CAPTURE(test.member);
    const std::string error = RecordError(With("account", test.member));
    CHECK(error == test.error);
    CHECK(error.find("secret") == std::string::npos);
    CHECK(error.find("4711") == std::string::npos);
  }
}

TEST_CASE("an impossible time is refused and an empty one is empty") {
  struct Case {
    std::string text, error;
  };
  const Case cases[] = {
      {"2026-06-01T10:00:00", "is a time without an offset such as Z or +01:00"},
      {"2026-06-01", "is a date without a time"},
      {"2026-06-01T10:00:60Z", "is a time that does not exist"},
      {"2026-06-01T10:00:00.1234567891Z", "has more than nine digits of a second"},
      {"2026-02-30T10:00:00Z", "is a date that does not exist"},
      {"secret", "is not a date YYYY-MM-DD"},
  };
  for (const Case& test : cases) {
    CAPTURE(test.text);
    CHECK(RecordError(With("account", "\"created_at\":\"" + test.text + "\"")) ==
          "/created_at: " + test.error);
  }
  CHECK(Accepted<Account>(With("account", R"("created_at":" ")")).created_at.presence() ==
        Presence::kEmpty);
  CHECK(Accepted<Account>(With("account", R"("created_at":"2026-06-01T10:00:00.123456789Z")"))
            .created_at->instant.nanoseconds == 123456789);
}

TEST_CASE("an impossible date is refused") {
  const auto error = [](const std::string& text) {
    return RecordError(With("opportunity", "\"expected_close\":" + text));
  };
  CHECK(error(R"("2026-07-15")") == "ok");
  CHECK(error("null") == "ok");
  CHECK(error(R"("")") == "ok");
  CHECK(error(R"("2026-07-15T00:00:00Z")") == "/expected_close: has text after the date");
  CHECK(error(R"("2026-02-29")") == "/expected_close: is a date that does not exist");
  CHECK(error("20260715") == "/expected_close: must be a date YYYY-MM-DD, found a number");
}

TEST_CASE("money is whole minor units of a currency in the form of ISO 4217") {
  const auto error = [](const std::string& money) {
    return RecordError(With("account", "\"revenue\":" + money));
  };
  CHECK(error(R"({"minor":9223372036854775807,"currency":"EUR"})") == "ok");
  CHECK(error(R"({"minor":0,"currency":"JPY"})") == "ok");
  CHECK(error(R"({})") == "ok");
  CHECK(error(R"({"minor":null,"currency":null})") == "ok");
  const std::string range =
      "/revenue/minor: must be an integer from 0 to 9223372036854775807, found a number outside of "
      "that range";
  CHECK(error(R"({"minor":9223372036854775808,"currency":"EUR"})") == range);
  CHECK(error(R"({"minor":-1,"currency":"EUR"})") == range);
  const std::string fraction =
      "/revenue/minor: must be an integer, found a number with a fraction or an exponent";
  CHECK(error(R"({"minor":12.5,"currency":"EUR"})") == fraction);
  CHECK(error(R"({"minor":12.0,"currency":"EUR"})") == fraction);
  CHECK(error(R"({"minor":1e3,"currency":"EUR"})") == fraction);
  CHECK(error(R"({"minor":"12","currency":"EUR"})") ==
        "/revenue/minor: must be an integer, found a string");
  for (const std::string code : {"eur", "EU", "EURO", "E1R", "\u20ac\u20ac\u20ac", "E R"}) {
    CAPTURE(code);
    CHECK(error(R"({"minor":1,"currency":")" + code + "\"}") ==
          "/revenue/currency: must be a currency code of three capital letters (ISO 4217), found "
          "another text");
  }
  CHECK(error(R"({"minor":1,"currency":978})") ==
        "/revenue/currency: must be a string, found a number");
}

TEST_CASE("money beyond what a double holds exactly keeps every unit") {
  const auto account = Accepted<Account>(
      With("account", R"("revenue":{"minor":9007199254740993,"currency":"EUR"})"));
  CHECK(*account.company.revenue->minor == 9007199254740993);
}

TEST_CASE("a word outside of its list is refused with the words that are in it") {
  CHECK(RecordError(With("account", R"("kind":"secret")")) ==
        "/kind: must be one of prospect, customer, former_customer, partner, competitor; found "
        "another text");
  CHECK(RecordError(With("account", R"("kind":"Customer")")).find("/kind: must be one of") == 0);
  CHECK(RecordError(With("account", R"("kind":7)")) == "/kind: must be a string, found a number");
  CHECK(RecordError(With("account", R"("kind":null)")) == "ok");
  CHECK(RecordError(With("account", R"("kind":"")")) == "ok");
  CHECK(RecordError(With("user", R"("roles":["approver","secret"])")).find("/roles/1: ") == 0);
}

TEST_CASE("unknown members keep their text and are named once") {
  UnknownMembers unknown;
  const auto record = ReadRecord(
      R"({"type":"contact","id":"c","colour":{"z":[1.50,"a",null],"a":true},"address2":"x",)"
      R"("opt_out":{"fax":true}})",
      &unknown);
  REQUIRE(record.ok());
  const auto& contact = std::get<Contact>(*record);
  REQUIRE(contact.person.extra.size() == 2);
  CHECK(contact.person.extra[0].name == "colour");
  CHECK(contact.person.extra[0].json == R"({"z":[1.50,"a",null],"a":true})");
  CHECK(contact.person.extra[1].json == "\"x\"");
  CHECK(unknown == UnknownMembers{"contact.address2", "contact.colour", "contact.fax"});
}

TEST_CASE("unknown members inside of a group are named too") {
  UnknownMembers unknown;
  REQUIRE(ReadRecord(With("partner", R"("capacity":{"open_max":3,"per_day":4})"), &unknown).ok());
  CHECK(unknown == UnknownMembers{"partner.per_day"});
}

TEST_CASE("unknown members are no way around the rules of JSON") {
  CHECK(RecordError(With("account", R"("x":{"a":1,"a":2})")) == "/x/a: is given twice");
  CHECK(RecordError(With("account", R"("x":"\ud800")")).find("/x: ") == 0);
  CHECK(RecordError(With("account", R"("x":01)")).find("/x: ") == 0);
}

}  // namespace
}  // namespace referee::intake

TEST_SUITE_END();
