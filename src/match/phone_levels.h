// Telephone numbers of two people or two companies.

#ifndef REFEREE_SRC_MATCH_PHONE_LEVELS_H_
#define REFEREE_SRC_MATCH_PHONE_LEVELS_H_

#include <string_view>
#include <vector>

#include "src/match/levels.h"
#include "src/normalize/features.h"

namespace referee {

struct PhoneMatch {
  PhoneLevel level = PhoneLevel::kAbsent;
  std::string_view number;  // The shared number; borrowed from a feature.
};

// The best pair of numbers, by level.  Numbers on `switchboards_a` or `switchboards_b` (those of
// the companies the people work for) are shared by all who work there.  Symmetric.
PhoneMatch ComparePhones(const std::vector<PhoneFeature>& a, const std::vector<PhoneFeature>& b,
                         const std::vector<PhoneFeature>& switchboards_a = {},
                         const std::vector<PhoneFeature>& switchboards_b = {});

// False only when every pair is different.
bool MayShareNumber(const std::vector<PhoneFeature>& a, const std::vector<PhoneView>& b);

}  // namespace referee

#endif  // REFEREE_SRC_MATCH_PHONE_LEVELS_H_
