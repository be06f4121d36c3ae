#include "src/normalize/email.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "src/base/text.h"
#include "src/normalize/domain.h"
#include "src/normalize/unicode.h"
#include "src/normalize/word_list.h"

namespace referee {
namespace {

// Mailboxes of a desk, not of a person; by the Referee authors, 2026-11.
constexpr std::string_view kRoleList[] = {
    "accounting",    "accounts", "admin",       "administration", "bestellung",
    "billing",       "booking",  "buchhaltung", "careers",        "compras",
    "contact",       "contacto", "contato",     "dispatch",       "einkauf",
    "enquiries",     "finance",  "frontdesk",   "hello",          "help",
    "helpdesk",      "hola",     "hr",          "info",           "infos",
    "inquiries",     "invoice",  "it",          "jobs",           "kontakt",
    "kundenservice", "legal",    "mail",        "marketing",      "noreply",
    "no-reply",      "office",   "operations",  "orders",         "post",
    "postmaster",    "press",    "procurement", "projects",       "purchasing",
    "reception",     "rechnung", "sales",       "sekretariat",    "service",
    "servicio",      "shop",     "support",     "team",           "vendas",
    "ventas",        "verkauf",  "vertrieb",    "webmaster",      "zentrale"};
constexpr WordList kRoles(kRoleList);

// Providers that know one mailbox under several addresses; from their public help pages, 2026-11.
struct Provider {
  std::string_view domain;
  std::string_view mailboxes_at;  // The domain that stands for all of theirs.
  std::string_view ignored;       // Characters of the local part that do not count.
};
constexpr Provider kProviders[] = {{"gmail.com", "gmail.com", "."},
                                   {"googlemail.com", "gmail.com", "."},
                                   {"icloud.com", "icloud.com", ""},
                                   {"me.com", "icloud.com", ""},
                                   {"mac.com", "icloud.com", ""},
                                   {"proton.me", "proton.me", ".-_"},
                                   {"protonmail.com", "proton.me", ".-_"},
                                   {"pm.me", "proton.me", ".-_"},
                                   {"yandex.ru", "yandex.ru", ""},
                                   {"yandex.com", "yandex.ru", ""},
                                   {"yandex.by", "yandex.ru", ""},
                                   {"yandex.kz", "yandex.ru", ""},
                                   {"ya.ru", "yandex.ru", ""}};

const Provider* FindProvider(std::string_view domain) {
  const auto* const found =
      std::find_if(std::begin(kProviders), std::end(kProviders),
                   [&](const Provider& provider) { return provider.domain == domain; });
  return found == std::end(kProviders) ? nullptr : found;
}

// "Jane Doe <jane@a.example>" holds an address.
std::string_view AddressIn(std::string_view text) {
  text = TrimAscii(text);
  if (const std::size_t open = text.rfind('<'); open != std::string_view::npos) {
    if (const std::size_t close = text.find('>', open); close != std::string_view::npos) {
      text = TrimAscii(text.substr(open + 1, close - open - 1));
    }
  }
  return text;
}

// Without what people and links write before an address, and without a plus tag.
std::string LocalPart(std::string_view text) {
  std::string local = Fold(text);
  local.erase(0, local.rfind(' ') + 1);
  constexpr std::string_view kScheme = "mailto:";
  while (local.starts_with(kScheme)) local.erase(0, kScheme.size());
  if (const std::size_t tag = local.find('+'); tag != std::string::npos && tag > 0) {
    local.resize(tag);
  }
  return local;
}

std::string LettersOf(std::string_view text) {
  std::string out;
  for (const char c : Fold(text)) {
    if (IsAsciiLetter(c) || static_cast<unsigned char>(c) >= 0x80) out += c;
  }
  return out;
}

// True when `letters` is a sequence of whole names and initials that uses one whole name at least,
// or the initials of both.
bool IsComposedOf(std::string_view letters, const std::vector<std::string>& names) {
  const std::string initials = [&] {
    std::string out;
    for (const std::string& name : names) out += name.substr(0, 1);
    return out;
  }();
  if (letters == initials && initials.size() > 1) return true;
  for (const std::string& name : names) {
    const std::size_t at = letters.find(name);
    if (name.size() < 2 || at == std::string_view::npos) continue;
    const std::string rest =
        std::string(letters.substr(0, at)) + std::string(letters.substr(at + name.size()));
    const bool rest_is_name =
        rest.empty() || std::any_of(names.begin(), names.end(), [&](const std::string& other) {
          return other != name && other.starts_with(rest);
        });
    if (rest_is_name) return true;
    // Two whole names around an initial: "anna.m.schmidt".
    for (const std::string& other : names) {
      const std::size_t second = rest.find(other);
      if (other != name && other.size() > 1 && second != std::string::npos &&
          rest.size() - other.size() <= 2) {
        return true;
      }
    }
  }
  return false;
}

}  // namespace

EmailFeature NormalizeEmail(std::string_view text, const TableOverrides* overrides) {
  EmailFeature feature;
  const std::string_view trimmed = AddressIn(text);
  const std::size_t at = trimmed.rfind('@');
  if (at == std::string_view::npos || at == 0) return feature;
  const std::string host = HostOf(trimmed.substr(at + 1));
  if (host.empty()) return feature;
  std::string local = LocalPart(trimmed.substr(0, at));
  feature.domain = RegistrableDomain(host, overrides);
  const Provider* provider = FindProvider(feature.domain);
  if (provider != nullptr) {
    feature.domain = provider->mailboxes_at;
    std::erase_if(local, [&](char c) { return provider->ignored.find(c) != std::string::npos; });
    local = Fold(local);  // Letters that have met may compose.
  }
  // Nothing but ignored characters: equal for everybody, so it says nothing.
  if (local.empty() || local.find_first_of("<>") != std::string::npos) return {};
  feature.domain_class = ClassifyDomain(feature.domain, overrides);
  feature.is_role = Holds(overrides, &TableOverrides::role_mailboxes, local, kRoles.Has(local));
  feature.local = local;
  feature.address = local + "@" + (provider != nullptr ? feature.domain : host);
  return feature;
}

bool DerivesFromName(std::string_view local, const PersonFeatures& person) {
  std::vector<std::string> names;
  for (const std::string* part : {&person.given, &person.middle, &person.family}) {
    if (!part->empty()) names.push_back(LettersOf(*part));
  }
  const std::string letters = LettersOf(local);
  if (letters.empty() || names.empty()) return false;
  if (IsComposedOf(letters, names)) return true;
  // German mailboxes write ue for what folding made u.
  std::string plain;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    plain += letters[i];
    const bool is_umlaut = letters[i] == 'a' || letters[i] == 'o' || letters[i] == 'u';
    if (is_umlaut && i + 1 < letters.size() && letters[i + 1] == 'e') ++i;
  }
  return plain != letters && IsComposedOf(plain, names);
}

}  // namespace referee
