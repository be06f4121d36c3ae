#include "src/match/phone_levels.h"

#include <algorithm>

namespace referee {
namespace {

// The digits that say whose number it is, whatever prefix was dialled.
constexpr std::size_t kNationalDigits = 7;

std::string_view Digits(const PhoneFeature& phone) {
  std::string_view digits = phone.e164;
  while (!digits.empty() && (digits.front() == '+' || digits.front() == '0')) {
    digits.remove_prefix(1);
  }
  return digits;
}

// One of the two is without its country: the shorter must be the end of the longer.
bool EndAlike(const PhoneFeature& a, const PhoneFeature& b) {
  if (a.is_e164 && b.is_e164) return false;
  std::string_view shorter = Digits(a);
  std::string_view longer = Digits(b);
  if (shorter.size() > longer.size()) std::swap(shorter, longer);
  return shorter.size() >= kNationalDigits && longer.ends_with(shorter);
}

bool Contains(const std::vector<PhoneFeature>& phones, const PhoneFeature& phone) {
  return std::any_of(phones.begin(), phones.end(),
                     [&](const PhoneFeature& other) { return other.e164 == phone.e164; });
}

PhoneLevel LevelOf(const PhoneFeature& a, const PhoneFeature& b) {
  const bool equal = a.e164 == b.e164 && !a.e164.empty();
  if (!equal && !EndAlike(a, b)) return PhoneLevel::kDifferent;
  if (!a.extension.empty() && !b.extension.empty() && a.extension != b.extension) {
    return PhoneLevel::kSwitchboard;
  }
  return equal && a.is_e164 == b.is_e164 ? PhoneLevel::kExact : PhoneLevel::kNational;
}

}  // namespace

PhoneMatch ComparePhones(const std::vector<PhoneFeature>& a, const std::vector<PhoneFeature>& b,
                         const std::vector<PhoneFeature>& switchboards_a,
                         const std::vector<PhoneFeature>& switchboards_b) {
  PhoneMatch best;
  for (const PhoneFeature& left : a) {
    for (const PhoneFeature& right : b) {
      PhoneLevel level = LevelOf(left, right);
      if (level != PhoneLevel::kDifferent &&
          (Contains(switchboards_a, left) || Contains(switchboards_b, left) ||
           Contains(switchboards_a, right) || Contains(switchboards_b, right))) {
        level = PhoneLevel::kSwitchboard;
      }
      // Levels stand best first, after silence.
      if (best.level != PhoneLevel::kAbsent && level >= best.level) continue;
      best = {level, left.e164};
    }
  }
  return best;
}

bool MayShareNumber(const std::vector<PhoneFeature>& a, const std::vector<PhoneView>& b) {
  for (const PhoneFeature& left : a) {
    for (const PhoneView& right : b) {
      // Numbers that end alike, whatever their countries.
      const std::size_t size = std::min({left.e164.size(), right.e164.size(), kNationalDigits});
      if (size == 0 || (size < kNationalDigits && left.e164.size() != right.e164.size())) continue;
      if (right.e164.ends_with(std::string_view(left.e164).substr(left.e164.size() - size))) {
        return true;
      }
    }
  }
  return false;
}

}  // namespace referee
