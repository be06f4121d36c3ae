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

// The national significant number: without the trunk prefix, where the country drops it.
std::string_view Significant(const tables::PhoneRegion& region, std::string_view digits) {
  const std::string_view prefix = region.national_prefix;
  if (prefix.empty() || !digits.starts_with(prefix)) return digits;
  const std::string_view rest = digits.substr(prefix.size());
  // Where numbers may begin with the prefix digit (the 1 of North America), only a length that
  // needs the cut allows it.
  return HasLength(region, digits.size()) && !HasLength(region, rest.size()) ? digits : rest;
}

PhoneFeature International(std::string_view digits) {
  PhoneFeature feature;
  const tables::PhoneRegion* region = tables::FindCallingCode(digits);
  if (region != nullptr && digits.size() <= kLongestNumber + 1) {
    const std::string_view national = digits.substr(region->calling_code.size());
    feature.e164 = "+";
    feature.e164 += region->calling_code;
    feature.e164 += Significant(*region, national);
    feature.is_e164 = true;
  } else {
    feature.e164 = digits;
  }
  return feature;
}

PhoneFeature National(std::string_view digits, const tables::PhoneRegion* region) {
  PhoneFeature feature;
  if (region == nullptr) {
    feature.e164 = digits;
    return feature;
  }
  const std::string_view significant = Significant(*region, digits);
  // An international number whose plus sign got lost.
  if (!HasLength(*region, significant.size()) && digits.starts_with(region->calling_code) &&
      HasLength(*region, digits.size() - region->calling_code.size())) {
    return International(digits);
  }
  feature.e164 = "+";
  feature.e164 += region->calling_code;
  feature.e164 += significant;
  feature.is_e164 = true;
  return feature;
}

}  // namespace

PhoneFeature NormalizePhone(std::string_view text, std::string_view country) {
  const std::string folded = WithoutTrunkInBrackets(Fold(text));
  const std::size_t extension_at = FindExtension(folded);
  const std::string_view number = std::string_view(folded).substr(0, extension_at);
  const std::string digits = Digits(number);
  if (digits.empty()) return {};

  const tables::PhoneRegion* region = tables::FindPhoneRegion(country);
  PhoneFeature feature;
  const std::size_t first = number.find_first_of("+0123456789");
  const std::string_view exit_code = region != nullptr ? region->exit_code : "00";
  if (number[first] == '+') {
    feature = International(digits);
  } else if (digits.starts_with("00")) {
    feature = International(std::string_view(digits).substr(2));
  } else if (exit_code.size() > 1 && digits.starts_with(exit_code)) {
    feature = International(std::string_view(digits).substr(exit_code.size()));
  } else {
    feature = National(digits, region);
  }
  if (extension_at != std::string_view::npos)
    feature.extension = Digits(folded.substr(extension_at));
  return feature;
}

}  // namespace referee
