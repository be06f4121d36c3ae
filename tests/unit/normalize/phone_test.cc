#include "src/normalize/phone.h"

#include <doctest/doctest.h>

#include <string>

TEST_SUITE_BEGIN("normalize/phone");

namespace referee {
namespace {

// Every region and kind of number is tested against libphonenumber in
// tests/reference/python/phones.py; here stands what people type.
TEST_CASE("a number is one E.164 number however it is typed") {
  struct Case {
    std::string country, text, e164;
  };
  const Case cases[] = {
      {"DE", "040 1234568", "+49401234568"},
      {"DE", "+49 (0)40 / 123 45-68", "+49401234568"},
      {"", "+49-40-1234568", "+49401234568"},
      {"FR", "0049 40 1234568", "+49401234568"},
      {"US", "011 49 40 1234568", "+49401234568"},
      {"US", "(415) 555-2671", "+14155552671"},
      {"US", "1-415-555-2671", "+14155552671"},
      {"US", "415.555.2671", "+14155552671"},
      {"GB", "020 7946 0018", "+442079460018"},
      {"GB", "+44 (0) 20 7946 0018", "+442079460018"},
      {"IT", "06 1234 5678", "+390612345678"},  // The zero is part of the number.
      {"IT", "+39 06 12345678", "+390612345678"},
      {"FR", "01 23 45 67 89", "+33123456789"},
      {"RU", "8 (495) 123-45-67", "+74951234567"},
      {"HU", "06 1 234 5678", "+3612345678"},
      {"AR", "011 15-2345-6789", "+5491123456789"},
      {"AR", "0221 15-123-4567", "+5492211234567"},
      {"MX", "+52 1 55 1234 5678", "+525512345678"},
      {"MX", "55 1234 5678", "+525512345678"},
      {"JP", "03-1234-5678", "+81312345678"},
      {"DE", "tel:+49-40-1234568", "+49401234568"},
      {"DE", "\uff10\uff14\uff10 \uff11\uff12\uff13\uff14\uff15\uff16\uff18", "+49401234568"},
      {"DE", "Tel.: 040/1234568", "+49401234568"},
  };
  for (const Case& test : cases) {
    CAPTURE(test.text);
    const PhoneFeature phone = NormalizePhone(test.text, test.country);
    CHECK(phone.e164 == test.e164);
    CHECK(phone.is_e164);
  }
}

TEST_CASE("a number without a country keeps its digits and says so") {
  for (const std::string country : {"", "XX", "germany"}) {
    const PhoneFeature phone = NormalizePhone("040 / 123-4568", country);
    CHECK(phone.e164 == "0401234568");
    CHECK(!phone.is_e164);
  }
  // No country has this calling code.
  CHECK(NormalizePhone("+999 123", "DE").e164 == "999123");
  CHECK(!NormalizePhone("+999 123", "DE").is_e164);
}

TEST_CASE("an extension stands apart from its number") {
  struct Case {
    std::string text, extension;
  };
  const Case cases[] = {
      {"+1 415 555 2671 ext. 12", "12"},
      {"+1 415 555 2671 x12", "12"},
      {"+1 415 555 2671 #12", "12"},
      {"tel:+1-415-555-2671;ext=12", "12"},
      {"+1 415 555 2671 Durchwahl 12", "12"},
      {"ext +1 415 555 2671", ""},
      {"+1 415 555 2671", ""},
  };
  for (const Case& test : cases) {
    CAPTURE(test.text);
    const PhoneFeature phone = NormalizePhone(test.text, "US");
    CHECK(phone.e164 == "+14155552671");
    CHECK(phone.extension == test.extension);
  }
}

TEST_CASE("text without digits is no number") {
  for (const std::string text : {"", "none", "+", "()", "n/a", "\xFF\xFE"}) {
    CAPTURE(text);
    CHECK(NormalizePhone(text, "DE").e164.empty());
  }
}

TEST_CASE("far too many digits stay as they are") {
  const std::string digits(500, '7');
  CHECK(NormalizePhone("+" + digits, "DE").e164 == digits);
  CHECK(!NormalizePhone("+" + digits, "DE").is_e164);
  const std::string national(30, '1');
  CHECK(NormalizePhone(national, "DE").e164 == national);
  CHECK(!NormalizePhone(national, "DE").is_e164);
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
