#include "src/attribution/tier_chain.h"

namespace referee {

bool IsAbove(const Snapshot& records, std::string_view upper, std::string_view lower) {
  if (upper.empty() || lower.empty() || upper == lower) return false;
  const Partner* partner = records.FindPartner(lower);
  for (int tier = 0; tier < kMaxTiers && partner != nullptr; ++tier) {
    if (!partner->parent_partner_id.has()) return false;
    if (*partner->parent_partner_id == upper) return true;
    partner = records.FindPartner(*partner->parent_partner_id);
  }
  return false;
}

bool AreOneChain(const Snapshot& records, const Title& a, const Title& b) {
  if (!a.HasPartner() || !b.HasPartner() || a.claim.partner_id == b.claim.partner_id) return false;
  return a.sub_partner_id == b.claim.partner_id || b.sub_partner_id == a.claim.partner_id ||
         IsAbove(records, a.claim.partner_id, b.claim.partner_id) ||
         IsAbove(records, b.claim.partner_id, a.claim.partner_id);
}

}  // namespace referee
