// Any bytes through every normaliser: total, stable, and what was packed is unpacked the same.
// The parts between zero bytes are the fields of a person and a company.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "src/base/text.h"
#include "src/normalize/address.h"
#include "src/normalize/domain.h"
#include "src/normalize/email.h"
#include "src/normalize/normalize.h"
#include "src/normalize/person_name.h"
#include "src/normalize/phone.h"
#include "src/normalize/registry_id.h"
#include "src/normalize/unicode.h"
// A fuzz target is one file: the oracles are compiled into it.
#include "tests/reference/normalize/check_digits.cc"
#include "tests/reference/normalize/registrable_domain.cc"

namespace {

using namespace referee;

void Require(bool holds) {
  if (!holds) __builtin_trap();
}

void CheckStable(std::string_view text) {
  const std::string folded = Fold(text);
  Require(IsValidUtf8(folded));
  Require(Fold(folded) == folded);
  Require(JoinWords(Words(JoinWords(Words(folded)))) == JoinWords(Words(folded)));
  const std::string alphanumeric = Alphanumeric(text);
  Require(Alphanumeric(alphanumeric) == alphanumeric);
  const EmailFeature email = NormalizeEmail(text);
  if (!email.address.empty()) Require(NormalizeEmail(email.address).address == email.address);
  const PhoneFeature phone = NormalizePhone(text, "DE");
  if (phone.is_e164) Require(phone.e164.starts_with('+') && phone.e164.size() <= 32);
  const std::string country = NormalizeCountry(text);
  Require(country.empty() || NormalizeCountry(country) == country);
}

void CheckAgainstOracles(std::string_view text) {
  const std::string host = HostOf(text);
  Require(RegistrableDomain(host) == reference::RegistrableDomain(host));
  const std::string domain = RegistrableDomain(host);
  Require(domain.empty() || RegistrableDomain(domain) == domain);
  const RegistryFeature lei = NormalizeRegistryId("lei", text);
  Require(lei.check_ok == reference::IsLei(lei.value));
}

std::string_view TakePart(std::string_view* rest) {
  const std::size_t end = std::min(rest->find('\0'), rest->size());
  const std::string_view part = rest->substr(0, end);
  rest->remove_prefix(std::min(end + 1, rest->size()));
  return part;
}

void CheckParties(std::string_view rest) {
  const auto next = [&] { return std::string(TakePart(&rest)); };
  Person person;
  Company company;
  person.full_name = next();
  company.name = next();
  person.emails = std::vector<std::string>{next()};
  person.phones = std::vector<std::string>{next()};
  company.domains = std::vector<std::string>{next()};
  company.address.mutable_value().line1 = next();
  company.address.mutable_value().country = next();
  company.registry_ids.mutable_value().resize(1);
  company.registry_ids.mutable_value()[0].kind = next();
  company.registry_ids.mutable_value()[0].value = next();
  person.first_name = next();
  person.last_name = next();
  const Features features = NormalizeParties(&person, &company, next());
  std::string packed, again;
  PackFeatures(features, packed);
  Features unpacked;
  Require(UnpackFeatures(packed, &unpacked));
  PackFeatures(unpacked, again);
  Require(again == packed);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  CheckStable(bytes);
  CheckAgainstOracles(bytes);
  CheckParties(bytes);
  Features features;
  static_cast<void>(UnpackFeatures(bytes, &features));
  return 0;
}
