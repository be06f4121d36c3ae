#include "src/normalize/phone.h"

#include <string>

#include "src/base/text.h"
#include "src/normalize/tables/tables.h"
#include "src/normalize/unicode.h"

namespace referee {
namespace {

constexpr std::size_t kLongestNumber = 15;  // ITU-T E.164.

// Where an extension begins, in folded text; npos without one.
std::size_t FindExtension(std::string_view text) {
  constexpr std::string_view kMarks[] = {";ext=", "ext", "durchwahl", "poste", "anexo", "x", "#"};
  for (const std::string_view mark : kMarks) {
    const std::size_t at = text.find(mark);
    // A mark before any digit introduces a label, not an extension.
    if (at != std::string_view::npos &&
        text.substr(0, at).find_first_of("0123456789") != std::string_view::npos) {
      return at;
    }
  }
  return std::string_view::npos;
}

std::string Digits(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (IsAsciiDigit(c)) out += c;
  }
  return out;
}

// "(0)" after a country code is a trunk prefix that is not dialled from abroad.
std::string WithoutTrunkInBrackets(std::string_view text) {
  std::string out(text);
  if (const std::size_t at = out.find("(0)"); at != std::string::npos && at > 0) out.erase(at, 3);
  return out;
}

bool HasLength(const tables::PhoneRegion& region, std::size_t digits) {
  return digits < 32 && (region.lengths >> digits & 1u) != 0;
}

// Prefixes beside that of the table, and how many digits must follow: BY dials 8 0, LT and UZ
// dialled 8 until 2024.  From the metadata of libphonenumber 8.12.57 (Apache-2.0), by hand,
// 2026-11.
struct OtherPrefix {
  std::string_view country, prefix;
  std::size_t digits;
};
constexpr OtherPrefix kOtherPrefixes[] = {{"BY", "80", 9}, {"LT", "8", 8}, {"UZ", "8", 9}};

// The national significant number: without the trunk prefix, where the country drops it.
std::string_view Significant(const tables::PhoneRegion& region, std::string_view digits) {
  for (const OtherPrefix& other : kOtherPrefixes) {
    if (other.country == region.country && digits.starts_with(other.prefix) &&
        digits.size() == other.prefix.size() + other.digits) {
      return digits.substr(other.prefix.size());
    }
  }
  const std::string_view prefix = region.national_prefix;
  if (prefix.empty() || !digits.starts_with(prefix)) return digits;
  const std::string_view rest = digits.substr(prefix.size());
  // No number begins with a zero that is a prefix.
  if (prefix == "0") return rest;
  // Where numbers may begin with the prefix digit (the 1 of North America), only a length that
  // needs the cut allows it.
  return HasLength(region, digits.size()) && !HasLength(region, rest.size()) ? digits : rest;
}

// Mobiles of Argentina are dialled as area, 15, number at home and as 9, area, number from abroad;
// those of Mexico had a 1 in front from abroad until 2019.
std::string AsFromAbroad(std::string_view country, std::string_view significant) {
  std::string out(significant);
  if (country == "AR" && out.size() == 12) {
    for (const std::size_t area : {2u, 3u, 4u}) {
      if (out.compare(area, 2, "15") != 0 || (area == 2) != out.starts_with("11")) continue;
      return "9" + out.erase(area, 2);
    }
  }
  if (country == "MX" && out.size() == 11 && out[0] == '1') out.erase(0, 1);
  return out;
}

PhoneFeature E164(const tables::PhoneRegion& region, std::string_view significant) {
  PhoneFeature feature;
  feature.e164 = "+";
  feature.e164 += region.calling_code;
  feature.e164 += AsFromAbroad(region.country, significant);
  feature.is_e164 = true;
  return feature;
}

PhoneFeature AsGiven(std::string_view digits) {
  PhoneFeature feature;
  feature.e164 = digits;
  return feature;
}

PhoneFeature International(std::string_view digits, const TableOverrides* overrides) {
  const tables::PhoneRegion* region = MainRegionOf(digits, overrides);
  if (region == nullptr || digits.size() > kLongestNumber + 1) return AsGiven(digits);
  const std::string_view national = digits.substr(region->calling_code.size());
  // Behind a calling code a prefix is a mistake, but for a zero a rare one: "+375 801" is a number.
  const bool has_prefix = region->national_prefix == "0" || !HasLength(*region, national.size());
  return E164(*region, has_prefix ? Significant(*region, national) : national);
}

PhoneFeature National(std::string_view digits, const tables::PhoneRegion* region,
                      const TableOverrides* overrides) {
  if (region == nullptr) return AsGiven(digits);
  const std::string_view significant = Significant(*region, digits);
  // An international number whose plus sign got lost.
  if (!HasLength(*region, significant.size()) && digits.starts_with(region->calling_code) &&
      HasLength(*region, digits.size() - region->calling_code.size())) {
    return International(digits, overrides);
  }
  if (region->calling_code.size() + significant.size() > kLongestNumber + 1) {
    return AsGiven(digits);
  }
  return E164(*region, significant);
}

}  // namespace

PhoneFeature NormalizePhone(std::string_view text, std::string_view country,
                            const TableOverrides* overrides) {
  const std::string folded = WithoutTrunkInBrackets(Fold(text));
  const std::size_t extension_at = FindExtension(folded);
  const std::string_view number = std::string_view(folded).substr(0, extension_at);
  const std::string digits = Digits(number);
  if (digits.empty()) return {};

  const tables::PhoneRegion* region = PhoneRegionOf(country, overrides);
  PhoneFeature feature;
  const std::size_t first = number.find_first_of("+0123456789");
  const std::string_view exit_code = region != nullptr ? region->exit_code : "00";
  if (number[first] == '+') {
    feature = International(digits, overrides);
  } else if (digits.starts_with("00")) {
    feature = International(std::string_view(digits).substr(2), overrides);
  } else if (exit_code.size() > 1 && digits.starts_with(exit_code)) {
    feature = International(std::string_view(digits).substr(exit_code.size()), overrides);
  } else {
    feature = National(digits, region, overrides);
  }
  if (extension_at != std::string_view::npos)
    feature.extension = Digits(folded.substr(extension_at));
  return feature;
}

}  // namespace referee
