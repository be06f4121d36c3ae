#include "src/record/records.h"

#include <array>
#include <cstddef>

#include "src/record/submission.h"

namespace referee {

std::string_view PresenceName(Presence presence) {
  switch (presence) {
    case Presence::kAbsent: return "absent";
    case Presence::kNull: return "null";
    case Presence::kEmpty: return "empty";
    case Presence::kPresent: return "present";
  }
  return "absent";
}

std::string_view RecordTypeName(RecordType type) {
  constexpr std::array<std::string_view, kRecordTypeCount> kNames = {
      "partner",           "user",  "territory", "account", "contact",  "lead",      "opportunity",
      "deal_registration", "touch", "reward",    "merge",   "approval", "submission"};
  return kNames[static_cast<std::size_t>(type)];
}

bool Covers(const Validity& validity, const Instant& at) {
  if (validity.from.has() && at < validity.from->instant) return false;
  return !validity.to.has() || at < validity.to->instant;
}

RecordType TypeOf(const Record& record) { return static_cast<RecordType>(record.index()); }

const std::string& IdOf(const Record& record) {
  return std::visit([](const auto& value) -> const std::string& { return value.id; }, record);
}

std::string_view IntentName(Intent intent) {
  switch (intent) {
    case Intent::kReferral: return "referral";
    case Intent::kMention: return "mention";
    case Intent::kIntroduction: return "introduction";
    case Intent::kDealRegistration: return "deal_registration";
    case Intent::kStatusQuery: return "status_query";
    case Intent::kCreditQuery: return "credit_query";
    case Intent::kRewardClaim: return "reward_claim";
  }
  return "referral";
}

bool MakesClaim(Intent intent) {
  return intent == Intent::kReferral || intent == Intent::kMention ||
         intent == Intent::kIntroduction || intent == Intent::kDealRegistration;
}

}  // namespace referee
