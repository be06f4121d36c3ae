#include "src/normalize/domain.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "src/normalize/tables/tables.h"
#include "tests/reference/normalize/libpsl_domain.h"
#include "tests/reference/normalize/registrable_domain.h"

TEST_SUITE_BEGIN("normalize/domain");

namespace referee {
namespace {

TEST_CASE("the host is what people type without all around it") {
  struct Case {
    std::string text, host;
  };
  const Case cases[] = {
      {"falke.example", "falke.example"},
      {"  HTTPS://www.Falke.Example:8443/a/b?c=d#e ", "falke.example"},
      {"http://user:pass@falke.example/x@y", "falke.example"},
      {"falke.example.", "falke.example"},
      {"www.com", "www.com"},
      {"www.www.falke.example", "falke.example"},
      {"bücher.de", "xn--bcher-kva.de"},
      {"BÜCHER.DE", "xn--bcher-kva.de"},
      {"xn--bcher-kva.de", "xn--bcher-kva.de"},
      {"bücher\u3002de", "xn--bcher-kva.de"},
      {"", ""},
      {"/path", ""},
      {"//falke.example/x", ""},
  };
  for (const Case& test : cases) {
    CAPTURE(test.text);
    CHECK(HostOf(test.text) == test.host);
  }
}

TEST_CASE("a host holds no capital and nothing unseen, so that read again it is the same") {
  CHECK(HostOf(std::string_view("\0\n:", 3)).empty());
  CHECK(HostOf("a\tb.example").empty());
  CHECK(HostOf("\u210B.example") == "h.example");
  CHECK(HostOf("falkenried.example\n") == "falkenried.example");
}

TEST_CASE("the registrable domain is the public suffix and one label") {
  struct Case {
    std::string host, domain;
  };
  const Case cases[] = {
      {"a.b.co.uk", "b.co.uk"},
      {"co.uk", ""},
      {"uk", ""},
      {"falke.de", "falke.de"},
      {"mail.falke.de", "falke.de"},
      {"a.github.io", "github.io"},  // ICANN section only: a company may own a.github.io.
      {"x.y.ck", "x.y.ck"},          // A wildcard.
      {"y.ck", ""},
      {"www.ck", "www.ck"},  // And its exception.
      {"a.www.ck", "www.ck"},
      {"falke.unknown-tld", "falke.unknown-tld"},
      {"127.0.0.1", ""},
      {"[::1]", ""},
      {"localhost", ""},
      {"a..de", ""},
      {".de", ""},
      {"a b.de", ""},
      {"xn--bcher-kva.de", "xn--bcher-kva.de"},
      {"xn--55qx5d.xn--j6w193g", ""},  // 公司.香港
      {"x.xn--55qx5d.xn--j6w193g", "x.xn--55qx5d.xn--j6w193g"},
      {std::string(300, 'a') + ".de", ""},
  };
  for (const Case& test : cases) {
    CAPTURE(test.host);
    CHECK(RegistrableDomain(test.host) == test.domain);
  }
}

// Hosts around every rule of the table.
std::vector<std::string> HostsAroundRules() {
  using tables::SuffixKind;
  constexpr tables::SuffixRule kRows[] = {
#include "src/normalize/tables/public_suffixes.inc"
  };
  std::vector<std::string> hosts;
  for (const tables::SuffixRule& row : kRows) {
    std::string host(row.suffix);
    hosts.push_back(host);
    for (const char* const label : {"a", "b-c", "www"}) {
      host = std::string(label) + "." + host;
      hosts.push_back(host);
    }
  }
  return hosts;
}

TEST_CASE("hosts around every rule have the domain that libpsl and the textbook say") {
  const reference::LibpslDomain libpsl;
  int agree_with_libpsl = 0, agree_with_textbook = 0;
  const std::vector<std::string> hosts = HostsAroundRules();
  for (const std::string& host : hosts) {
    const std::string domain = RegistrableDomain(host);
    // libpsl takes the parent of a wildcard for a suffix too, which publicsuffix.org does not say.
    const auto rules = tables::FindSuffix(host);
    const bool is_wildcard_parent =
        rules.size() == 1 && rules[0].kind == tables::SuffixKind::kWildcard;
    agree_with_libpsl += is_wildcard_parent || domain == libpsl.Of(host) ? 1 : 0;
    agree_with_textbook += domain == reference::RegistrableDomain(host) ? 1 : 0;
  }
  CHECK(agree_with_libpsl == static_cast<int>(hosts.size()));
  CHECK(agree_with_textbook == static_cast<int>(hosts.size()));
  CHECK(hosts.size() > 20000);
}

TEST_CASE("a domain is its own registrable domain") {
  for (const std::string& host : HostsAroundRules()) {
    const std::string domain = RegistrableDomain(host);
    if (!domain.empty() && RegistrableDomain(domain) != domain) CHECK(host == "stable");
  }
}

TEST_CASE("what a domain says about a company depends on who has mailboxes there") {
  struct Case {
    std::string domain;
    DomainClass expected;
  };
  const Case cases[] = {
      {"", DomainClass::kNone},
      {"falke.example", DomainClass::kCorporate},
      {"gmail.com", DomainClass::kFreeMail},
      {"gmx.de", DomainClass::kFreeMail},
      {"qq.com", DomainClass::kFreeMail},
      {"yandex.ru", DomainClass::kFreeMail},
      {"t-online.de", DomainClass::kFreeMail},
      {"mailinator.com", DomainClass::kDisposable},
      {"linkedin.com", DomainClass::kShared},
      {"wixsite.com", DomainClass::kShared},
      {"myshopify.com", DomainClass::kShared},
  };
  for (const Case& test : cases) {
    CAPTURE(test.domain);
    CHECK(ClassifyDomain(test.domain) == test.expected);
  }
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
