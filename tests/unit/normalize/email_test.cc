#include "src/normalize/email.h"

#include <doctest/doctest.h>

#include <string>

TEST_SUITE_BEGIN("normalize/email");

namespace referee {
namespace {

TEST_CASE("one mailbox has one address") {
  struct Case {
    std::string text, address;
  };
  const Case cases[] = {
      {"Jonas.Weber@Falke.Example", "jonas.weber@falke.example"},
      {" a@b.example ", "a@b.example"},
      {"a+tag@b.example", "a@b.example"},
      {"a+x+y@b.example", "a@b.example"},
      {"+a@b.example", "+a@b.example"},
      {"jonas.weber@gmail.com", "jonasweber@gmail.com"},
      {"J.o.n.a.s+x@GoogleMail.com", "jonas@gmail.com"},
      {"a.b@outlook.com", "a.b@outlook.com"},  // Points count there.
      {"ada@me.com", "ada@icloud.com"},
      {"ada@mac.com", "ada@icloud.com"},
      {"a.d-a_@pm.me", "ada@proton.me"},
      {"ada@ya.ru", "ada@yandex.ru"},
      {"Jonas Weber <jonas@falke.example>", "jonas@falke.example"},
      {"\"Weber, Jonas\" < jonas@falke.example >", "jonas@falke.example"},
      {"mailto:jonas@falke.example?subject=hi", "jonas@falke.example"},
      {"<mailto:jonas@falke.example>", "jonas@falke.example"},
      {"\"a@b\"@falke.example", "\"a@b\"@falke.example"},
      {"jürgen@bücher.de", "jurgen@xn--bcher-kva.de"},
      {"ａｄａ@falke.example", "ada@falke.example"},
      {"E-Mail: a@b.example", "a@b.example"},
      {"mailto:mailto:a@b.example", "a@b.example"},
      {"a@b.example..", "a@b.example"},
      {"a@b\uff0fc.example", ""},
      {"a\uff1cb@c\uff1e.example", ""},
      // What is no address says nothing: it must not be equal for everybody.
      {"", ""},
      {"@", ""},
      {"a@", ""},
      {"@b.example", ""},
      {"no address", ""},
      {"...@gmail.com", ""},
      {"\xE2\x80\x8B@b.example", ""},
      {"\xFF@b.example", ""},
  };
  for (const Case& test : cases) {
    CAPTURE(test.text);
    const EmailFeature email = NormalizeEmail(test.text);
    CHECK(email.address == test.address);
    CHECK(NormalizeEmail(email.address).address == test.address);
    if (!email.address.empty()) {
      CHECK(email.local == email.address.substr(0, email.address.rfind('@')));
    } else {
      CHECK(email.domain_class == DomainClass::kNone);
    }
  }
}

TEST_CASE("the domain of a mailbox is registrable and says what kind it is") {
  struct Case {
    std::string text, domain;
    DomainClass kind;
  };
  const Case cases[] = {
      {"a@mail.eu.falke.co.uk", "falke.co.uk", DomainClass::kCorporate},
      {"a@gmail.com", "gmail.com", DomainClass::kFreeMail},
      {"a@googlemail.com", "gmail.com", DomainClass::kFreeMail},
      {"a@mailinator.com", "mailinator.com", DomainClass::kDisposable},
      {"a@localhost", "", DomainClass::kNone},
  };
  for (const Case& test : cases) {
    CAPTURE(test.text);
    const EmailFeature email = NormalizeEmail(test.text);
    CHECK(email.domain == test.domain);
    CHECK(email.domain_class == test.kind);
  }
}

TEST_CASE("a desk is no person") {
  for (const std::string local : {"info", "SALES", "kontakt", "no-reply", "info+web"}) {
    CAPTURE(local);
    CHECK(NormalizeEmail(local + "@falke.example").is_role);
  }
  for (const std::string local : {"jonas", "informatik", "sales.weber"}) {
    CAPTURE(local);
    CHECK(!NormalizeEmail(local + "@falke.example").is_role);
  }
}

TEST_CASE("a mailbox derives from a name when it says no more than the name") {
  PersonFeatures person;
  person.given = "jonas";
  person.family = "weber";
  for (const std::string local : {"jonas.weber", "jweber", "weberj", "weber.jonas", "jonas",
                                  "weber", "j.weber42", "jo.weber", "jw"}) {
    CAPTURE(local);
    CHECK(DerivesFromName(local, person));
  }
  for (const std::string local :
       {"", "123", "webmaster", "k.weber", "jonas.smith", "xweber", "sales"}) {
    CAPTURE(local);
    CHECK(!DerivesFromName(local, person));
  }
  person.family = "muller";
  CHECK(DerivesFromName("jonas.mueller", person));
  CHECK(!DerivesFromName("jonas", {}));
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
