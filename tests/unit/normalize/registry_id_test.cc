#include "src/normalize/registry_id.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "tests/reference/normalize/check_digits.h"

TEST_SUITE_BEGIN("normalize/registry_id");

namespace referee {
namespace {

TEST_CASE("an id is one id without punctuation and case and its leading country") {
  struct Case {
    std::string kind, text, value;
  };
  const Case cases[] = {
      {"vat", "DE 811.569.869", "811569869"},
      {"vat", "de811569869", "811569869"},
      {"VAT", "811569869", "811569869"},
      {"vat", "EL123456789", "123456789"},  // Greece.
      {"vat", "XI123456789", "123456789"},  // Northern Ireland.
      {"vat", "ATU12345678", "U12345678"},
      {"vat", "FRXX999999999", "XX999999999"},
      {"company_no", "HRB 12345", "HRB12345"},
      {"company_no", "SC123456", "SC123456"},
      {"company_no", "FR 552 100 554", "552100554"},
      {"duns", "31-234-5678", "312345678"},
      {"lei", "5299 00T8BM49AURSDO55", "529900T8BM49AURSDO55"},
      {"vat", "DE", "DE"},
      {"vat", "", ""},
      {"vat", "--", ""},
      {" Duns ", "\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff19", "123456789"},
  };
  for (const Case& test : cases) {
    CAPTURE(test.text);
    CHECK(NormalizeRegistryId(test.kind, test.text).value == test.value);
  }
  CHECK(NormalizeRegistryId(" VAT ", "1").kind == "vat");
}

TEST_CASE("a failing check digit lowers weight and never makes an id absent") {
  CHECK(NormalizeRegistryId("lei", "529900T8BM49AURSDO55").check_ok);
  const RegistryFeature broken = NormalizeRegistryId("lei", "529900T8BM49AURSDO54");
  CHECK(!broken.check_ok);
  CHECK(broken.value == "529900T8BM49AURSDO54");
  CHECK(!NormalizeRegistryId("duns", "12345").check_ok);
  CHECK(NormalizeRegistryId("duns", "12345").value == "12345");
  CHECK(NormalizeRegistryId("duns", "123456789").check_ok);
  CHECK(NormalizeRegistryId("other", "anything 1").check_ok);
}

TEST_CASE("legal entity identifiers check as long division does") {
  std::mt19937 random(1);
  int good = 0;
  for (int i = 0; i < 20000; ++i) {
    std::string value;
    for (int n = 0; n < 18; ++n) {
      value += "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[random() % 36];
    }
    value += std::to_string(random() % 10) + std::to_string(random() % 10);
    CAPTURE(value);
    const bool is_lei = NormalizeRegistryId("lei", value).check_ok;
    CHECK(is_lei == reference::IsLei(value));
    good += is_lei ? 1 : 0;
  }
  // One in 97 by chance.
  CHECK(good > 100);
  CHECK(good < 400);
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
