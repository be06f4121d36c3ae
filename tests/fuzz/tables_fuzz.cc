// A document of changed tables, a zero byte, and a text to normalise by them: refused with a place
// inside of the document, or overrides that can be read back and by which normalisation stays
// total.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "src/normalize/domain.h"
#include "src/normalize/normalize.h"
#include "src/normalize/table_overrides.h"

namespace {

using namespace referee;

void Require(bool holds) {
  if (!holds) __builtin_trap();
}

std::string Packed(const Person& person, const Company& company, const TableOverrides* overrides) {
  std::string packed;
  PackFeatures(NormalizeParties(&person, &company, "DE", overrides), packed);
  return packed;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::size_t end = std::min(bytes.find('\0'), bytes.size());
  const auto read = ReadTableOverrides(bytes.substr(0, end));
  if (!read.ok()) {
    Require(read.status().code() == absl::StatusCode::kInvalidArgument ||
            read.status().code() == absl::StatusCode::kResourceExhausted);
    return 0;
  }
  const TableOverrides* overrides = read->get();
  const auto again = ReadTableOverrides(overrides->document);
  Require(again.ok());
  Require((*again)->hash == overrides->hash);

  const std::string text(bytes.substr(std::min(end + 1, size)));
  Person person;
  person.full_name = text;
  person.emails = std::vector<std::string>{text};
  person.phones = std::vector<std::string>{text};
  person.country = text;
  Company company;
  company.name = text;
  company.domains = std::vector<std::string>{text};
  const std::string packed = Packed(person, company, overrides);
  Require(packed == Packed(person, company, again->get()));
  Features features;
  Require(UnpackFeatures(packed, &features));
  const std::string domain = RegistrableDomain(HostOf(text), overrides);
  Require(domain.empty() || RegistrableDomain(domain, overrides) == domain);
  return 0;
}
