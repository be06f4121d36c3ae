#include "src/normalize/registry_id.h"

#include <algorithm>
#include <string>

#include "src/base/text.h"
#include "src/normalize/tables/tables.h"
#include "src/normalize/unicode.h"

namespace referee {
namespace {

constexpr std::size_t kLeiLength = 20;
constexpr std::size_t kDunsLength = 9;

// ISO 7064 MOD 97-10, as ISO 17442 uses it: letters count as 10 to 35, the whole number is 1.
bool IsLei(std::string_view value) {
  if (value.size() != kLeiLength) return false;
  unsigned remainder = 0;
  for (const char c : value) {
    if (IsAsciiDigit(c)) {
      remainder = (remainder * 10 + static_cast<unsigned>(c - '0')) % 97;
    } else if (c >= 'A' && c <= 'Z') {
      remainder = (remainder * 100 + static_cast<unsigned>(c - 'A' + 10)) % 97;
    } else {
      return false;
    }
  }
  return remainder == 1;
}

bool AllDigits(std::string_view value) {
  return std::all_of(value.begin(), value.end(), IsAsciiDigit);
}

// Registers whose numbers begin like a country: Handelsregister A and B, Scotland, Northern
// Ireland.
constexpr std::string_view kRegisters[] = {"HRA", "HRB", "SC", "NI"};

// "DE811569869" is "811569869"; Greece writes EL, Northern Ireland XI.
std::string_view WithoutCountry(std::string_view kind, std::string_view value) {
  for (const std::string_view prefix : kRegisters) {
    if (kind != "vat" && value.starts_with(prefix)) return value;
  }
  if (value.size() < 6 || !IsAsciiLetter(value[0]) || !IsAsciiLetter(value[1])) return value;
  const std::string code = LowerAscii(value.substr(0, 2));
  const bool is_country = code == "el" || code == "xi" || tables::CountryCode(code).size() == 2;
  const std::string_view rest = value.substr(2);
  const auto digits = std::count_if(rest.begin(), rest.end(), IsAsciiDigit);
  return is_country && digits >= 4 ? rest : value;
}

}  // namespace

RegistryFeature NormalizeRegistryId(std::string_view kind, std::string_view value) {
  RegistryFeature feature;
  feature.kind = LowerAscii(TrimAscii(kind));
  const std::string compact = Alphanumeric(value);
  if (feature.kind == "lei") {
    feature.value = compact;
    feature.check_ok = IsLei(compact);
    return feature;
  }
  feature.value = WithoutCountry(feature.kind, compact);
  if (feature.kind == "duns") {
    feature.check_ok = feature.value.size() == kDunsLength && AllDigits(feature.value);
  }
  return feature;
}

}  // namespace referee
