#include "src/normalize/domain.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

#include "src/base/text.h"
#include "src/normalize/punycode.h"
#include "src/normalize/tables/tables.h"
#include "src/normalize/unicode.h"

namespace referee {
namespace {

// Domains under which many companies live: version 2026-11, by the Referee authors.
constexpr std::string_view kShared[] = {"about.me",
                                        "alibaba.com",
                                        "amazon.com",
                                        "azurewebsites.net",
                                        "bit.ly",
                                        "blogger.com",
                                        "blogspot.com",
                                        "carrd.co",
                                        "ebay.com",
                                        "etsy.com",
                                        "facebook.com",
                                        "fb.com",
                                        "github.com",
                                        "github.io",
                                        "godaddysites.com",
                                        "google.com",
                                        "herokuapp.com",
                                        "instagram.com",
                                        "jimdo.com",
                                        "jimdofree.com",
                                        "jimdosite.com",
                                        "linkedin.com",
                                        "linktr.ee",
                                        "medium.com",
                                        "myshopify.com",
                                        "netlify.app",
                                        "notion.site",
                                        "pages.dev",
                                        "shopify.com",
                                        "site123.me",
                                        "squarespace.com",
                                        "strikingly.com",
                                        "substack.com",
                                        "t.co",
                                        "tiktok.com",
                                        "tripadvisor.com",
                                        "tumblr.com",
                                        "twitter.com",
                                        "vercel.app",
                                        "web.app",
                                        "webflow.io",
                                        "webnode.com",
                                        "weebly.com",
                                        "wix.com",
                                        "wixsite.com",
                                        "wordpress.com",
                                        "x.com",
                                        "xing.com",
                                        "yelp.com",
                                        "youtube.com"};

bool IsHostName(std::string_view host) {
  if (host.empty() || host.size() > 253 || host.find('.') == std::string_view::npos) return false;
  if (host.front() == '.' || host.back() == '.' || host.find("..") != std::string_view::npos) {
    return false;
  }
  const bool plain = std::all_of(host.begin(), host.end(), [](char c) {
    return IsAsciiLetter(c) || IsAsciiDigit(c) || c == '-' || c == '.' || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
  });
  // The last label of an IP address is a number; no public suffix is.
  return plain && !IsAsciiDigit(host[host.rfind('.') + 1]);
}

bool Has(std::uint8_t kinds, tables::SuffixKind kind) {
  return (kinds >> static_cast<unsigned>(kind) & 1u) != 0;
}

}  // namespace

std::string HostOf(std::string_view domain_or_url) {
  std::string_view rest = TrimAscii(domain_or_url);
  if (const std::size_t scheme = rest.find("://"); scheme != std::string_view::npos) {
    rest.remove_prefix(scheme + 3);
  }
  rest = rest.substr(0, rest.find_first_of("/?#"));
  if (const std::size_t at = rest.rfind('@'); at != std::string_view::npos) {
    rest.remove_prefix(at + 1);
  }
  rest = rest.substr(0, rest.find(':'));
  std::string host = AsciiHost(rest);
  // What only looked like a letter, as a full-width slash does, or is no character to be seen.
  const auto ends_host = [](char c) {
    const bool is_control = static_cast<unsigned char>(c) <= ' ' || c == 0x7F;
    return is_control || std::string_view("/?#@:").find(c) != std::string_view::npos;
  };
  if (std::any_of(host.begin(), host.end(), ends_host)) return {};
  while (!host.empty() && host.back() == '.') host.pop_back();
  // "www.com" is a domain of its own.
  while (host.starts_with("www.") && host.find('.', 4) != std::string::npos) host.erase(0, 4);
  return host;
}

std::string RegistrableDomain(std::string_view host, const TableOverrides* overrides) {
  if (!IsHostName(host)) return {};
  // From the whole host to its last label: the first public suffix decides, or an exception to one.
  std::size_t before = std::string_view::npos;
  std::size_t label = 0;
  std::uint8_t kinds = SuffixKindsOf(host, overrides);
  for (;;) {
    if (Has(kinds, tables::SuffixKind::kException)) return std::string(host.substr(label));
    // A suffix is public as a rule of its own, by a wildcard of its parent, or as a top-level
    // domain, known or not.
    const std::size_t dot = host.find('.', label);
    const bool is_last = dot == std::string_view::npos;
    const std::uint8_t of_parent = is_last ? 0 : SuffixKindsOf(host.substr(dot + 1), overrides);
    if (is_last || Has(kinds, tables::SuffixKind::kPlain) ||
        Has(of_parent, tables::SuffixKind::kWildcard)) {
      return before == std::string_view::npos ? std::string() : std::string(host.substr(before));
    }
    before = label;
    label = dot + 1;
    kinds = of_parent;
  }
}

DomainClass ClassifyDomain(std::string_view registrable_domain, const TableOverrides* overrides) {
  const std::string_view domain = registrable_domain;
  if (domain.empty()) return DomainClass::kNone;
  const auto is_in = [&](SetChange TableOverrides::*set, bool ships) {
    return Holds(overrides, set, domain, ships);
  };
  if (is_in(&TableOverrides::free_mail_domains, tables::IsFreeMail(domain))) {
    return DomainClass::kFreeMail;
  }
  if (is_in(&TableOverrides::disposable_domains, tables::IsDisposable(domain))) {
    return DomainClass::kDisposable;
  }
  const bool is_shared = std::binary_search(std::begin(kShared), std::end(kShared), domain);
  if (is_in(&TableOverrides::shared_domains, is_shared)) return DomainClass::kShared;
  return DomainClass::kCorporate;
}

}  // namespace referee
