#include <doctest/doctest.h>

#include <string>

#include "src/base/error_location.h"
#include "src/normalize/table_overrides.h"

TEST_SUITE_BEGIN("normalize/read_table_overrides");

namespace referee {
namespace {

absl::Status Read(const std::string& json) { return ReadTableOverrides(json).status(); }

std::string WithTables(const std::string& tables) {
  return R"({"schema":"referee.tables/1",)" + tables + "}";
}

struct Fault {
  const char *tables, *pointer, *message;
};

void CheckFaults(std::initializer_list<Fault> faults) {
  for (const Fault& fault : faults) {
    CAPTURE(fault.tables);
    const absl::Status status = Read(WithTables(fault.tables));
    CHECK(status.code() == absl::StatusCode::kInvalidArgument);
    CHECK(ErrorPointer(status) == fault.pointer);
    CHECK(std::string(status.message()) == fault.message);
  }
}

TEST_CASE("a document says its schema") {
  CHECK(Read(R"({"schema":"referee.tables/1"})").ok());
  CHECK(ErrorPointer(Read("{}")) == "/schema");
  CHECK(ErrorPointer(Read(R"({"schema":"referee.mapping/1"})")) == "/schema");
  CHECK(ErrorPointer(Read(R"({"schema":1})")) == "/schema");
  CHECK(Read("[]").message() == "must be an object, found a list");
  CHECK(!Read("").ok());
}

TEST_CASE("a member or table that does not exist is named") {
  CheckFaults({
      {R"("free_mail":{})", "/free_mail", "is no table that can be changed"},
      {R"("letters":{})", "/letters", "is no table that can be changed"},
      {R"("honorifics":{"adds":[]})", "/honorifics/adds", "is no member that stands here"},
      {R"("legal_forms":{"add":[{"alias":"a","form":"b","kind":"c"}]})", "/legal_forms/add/0/kind",
       "is no member that stands here"},
      {R"("legal_forms":{"add":[{"alias":"a"}]})", "/legal_forms/add/0/form", "is required"},
      {R"("phone_regions":{"add":[{"country":"DE","lengths":[9]}]})",
       "/phone_regions/add/0/calling_code", "is required"},
  });
}

TEST_CASE("another kind of value is told with the kind that was found") {
  CheckFaults({
      {R"("honorifics":[])", "/honorifics", "must be an object, found a list"},
      {R"("honorifics":{"add":{}})", "/honorifics/add", "must be a list, found an object"},
      {R"("honorifics":{"add":["dr",7]})", "/honorifics/add/1", "must be a string, found a number"},
      {R"("nicknames":{"add":["bob"]})", "/nicknames/add/0", "must be a list, found a string"},
      {R"("nicknames":{"add":[["bob",null]]})", "/nicknames/add/0/1",
       "must be a string, found null"},
      {R"("legal_forms":{"remove":[{}]})", "/legal_forms/remove/0",
       "must be a string, found an object"},
      {R"("legal_forms":{"add":[{"alias":true,"form":"b"}]})", "/legal_forms/add/0/alias",
       "must be a string, found a boolean"},
      {R"("phone_regions":{"add":[{"country":"DE","calling_code":"49","lengths":["9"]}]})",
       "/phone_regions/add/0/lengths/0", "must be a number, found a string"},
      {R"("phone_regions":{"add":[{"country":"DE","calling_code":"49","lengths":[9],"main":1}]})",
       "/phone_regions/add/0/main", "must be a boolean, found a number"},
  });
}

TEST_CASE("an entry that the table could never be asked for is refused") {
  const char* const kDomain = "must be a registrable domain, as \"mail.example\"";
  const char* const kRule =
      "must be a rule of the Public Suffix List, as \"co.uk\", \"*.ck\", \"!www.ck\"";
  const char* const kCountry = "must be a country of ISO 3166-1, as \"DE\"";
  CheckFaults({
      {R"("free_mail_domains":{"add":["a.mail.example"]})", "/free_mail_domains/add/0", kDomain},
      {R"("disposable_domains":{"add":["https://a.example"]})", "/disposable_domains/add/0",
       kDomain},
      {R"("shared_domains":{"remove":["co.uk"]})", "/shared_domains/remove/0", kDomain},
      {R"("shared_domains":{"add":[""]})", "/shared_domains/add/0", kDomain},
      {R"("public_suffixes":{"add":["a..b"]})", "/public_suffixes/add/0", kRule},
      {R"("public_suffixes":{"add":["!ck"]})", "/public_suffixes/add/0", kRule},
      {R"("public_suffixes":{"remove":["a.*.b"]})", "/public_suffixes/remove/0", kRule},
      {R"("honorifics":{"add":["prof dr"]})", "/honorifics/add/0", "must be one word"},
      {R"("honorifics":{"add":["&"]})", "/honorifics/add/0", "must be one word"},
      {R"("role_mailboxes":{"add":["info@falke.example"]})", "/role_mailboxes/add/0",
       "must be what stands before the @ of an address, as \"office\""},
      {R"("nicknames":{"add":[["anna","anna maria"]]})", "/nicknames/add/0/1", "must be one word"},
      {R"("nicknames":{"add":[["anna"]]})", "/nicknames/add/0", "must have two names or more"},
      {R"("legal_forms":{"add":[{"alias":"a b c d e f g","form":"b"}]})",
       "/legal_forms/add/0/alias", "must be one to six words, as \"gmbh & co kg\""},
      {R"("legal_forms":{"add":[{"alias":"a","form":"b c"}]})", "/legal_forms/add/0/form",
       "must be one word"},
      {R"("country_names":{"add":[{"name":"Bayern","country":"de"}]})",
       "/country_names/add/0/country", kCountry},
      {R"("country_names":{"add":[{"name":"...","country":"DE"}]})", "/country_names/add/0/name",
       "must be a name"},
      {R"("phone_regions":{"remove":["QQ"]})", "/phone_regions/remove/0", kCountry},
      {R"("phone_regions":{"add":[{"country":"DE","calling_code":"+49","lengths":[9]}]})",
       "/phone_regions/add/0/calling_code", "must be 1 to 3 digits"},
      {R"("phone_regions":{"add":[{"country":"DE","calling_code":"49","lengths":[]}]})",
       "/phone_regions/add/0/lengths", "must have one length or more"},
  });
  const absl::Status status = Read(WithTables(
      R"("phone_regions":{"add":[{"country":"DE","calling_code":"49","lengths":[9,16]}]})"));
  CHECK(ErrorPointer(status) == "/phone_regions/add/0/lengths/1");
}

TEST_CASE("what stands twice or is both added and removed is refused in any spelling") {
  const char* const kTwice = "stands twice in this list";
  const char* const kBoth = "is added by this document as well";
  CheckFaults({
      {R"("free_mail_domains":{"add":["a.example","A.EXAMPLE"]})", "/free_mail_domains/add/1",
       kTwice},
      {R"("free_mail_domains":{"remove":["gmail.com","Gmail.com"]})", "/free_mail_domains/remove/1",
       kTwice},
      {R"("free_mail_domains":{"remove":["a.example"],"add":["a.example"]})",
       "/free_mail_domains/remove/0", kBoth},
      {R"("public_suffixes":{"add":["*.a","a","*.a"]})", "/public_suffixes/add/2", kTwice},
      {R"("public_suffixes":{"add":["a"],"remove":["a"]})", "/public_suffixes/remove/0", kBoth},
      {R"("legal_forms":{"add":[{"alias":"a b","form":"x"},{"alias":"A. B.","form":"y"}]})",
       "/legal_forms/add/1/alias", kTwice},
      {R"("legal_forms":{"add":[{"alias":"a","form":"x"}],"remove":["A"]})",
       "/legal_forms/remove/0", kBoth},
      {R"("nicknames":{"add":[["anna","Änna"]]})", "/nicknames/add/0/1", kTwice},
      {R"("nicknames":{"remove":["al","AL"]})", "/nicknames/remove/1", kTwice},
      {R"("phone_regions":{"remove":["DE","DE"]})", "/phone_regions/remove/1", kTwice},
  });
  CHECK(Read(WithTables(R"("public_suffixes":{"add":["*.a"],"remove":["a"]})")).ok());
}

TEST_CASE("an error never holds the value") {
  const absl::Status status =
      Read(WithTables(R"("free_mail_domains":{"add":["jonas.weber@falkenried.example"]})"));
  CHECK(ErrorPointer(status) == "/free_mail_domains/add/0");
  CHECK(DescribeError(status).find("weber") == std::string::npos);
}

TEST_CASE("a document or a list beyond the bounds is refused") {
  std::string names;
  for (int i = 0; i < 17; ++i)
    names += (i > 0 ? "," : "") + std::string(R"(["al","al)") + std::to_string(i) + R"("])";
  const absl::Status crowded = Read(WithTables(R"("nicknames":{"add":[)" + names + "]}"));
  CHECK(ErrorPointer(crowded) == "/nicknames/add/16/0");
  const absl::Status large =
      Read(WithTables(R"("honorifics":{})") + std::string(kMostTableBytes, ' '));
  CHECK(large.code() == absl::StatusCode::kResourceExhausted);
  std::string many;
  for (std::size_t i = 0; i <= kMostTableEntries; ++i) many += i > 0 ? ",0" : "0";
  const absl::Status long_list = Read(WithTables(R"("honorifics":{"add":[)" + many + "]}"));
  CHECK(long_list.code() == absl::StatusCode::kResourceExhausted);
}

}  // namespace
}  // namespace referee
