#include "src/intake/mapping/mapping.h"

namespace referee::mapping {
namespace {

constexpr Code kDealStages[] = {{"pending", "submitted"},   {"submitted", "submitted"},
                                {"in_review", "in_review"}, {"approved", "approved"},
                                {"declined", "rejected"},   {"rejected", "rejected"},
                                {"withdrawn", "withdrawn"}, {"expired", "expired"},
                                {"won", "converted"},       {"lost", "expired"}};

constexpr Column kPartnership[] = {
    {"partner_key", "id"},
    {"company", "name"},
    {"domain", "domains[]"},
    {"kind", "kind"},
    {"tier", "tier"},
    {"group", "program_id"},
    {"status", "program_status[+].status"},
    {"joined_at", "program_status[+].from", Convert::kEpoch},
    {"manager", "partner_manager"},
    {"owner", "partner_owner"},
    {"feedback_owner", "feedback_owner"},
    {"territories", "territories", Convert::kList},
    {"tags", "verticals", Convert::kList},
    {"link_key", "referral_codes[]"},
    {"parent_partner_key", "parent_partner_id"},
    {"payout_identity", "payout_identity"},
};

constexpr Column kTeamMember[] = {
    {"partner_key", "id"},
    {"key", "users[+].id"},
    {"name", "users[+].name"},
    {"email", "users[+].email"},
    {"joined_at", "users[+].from", Convert::kEpoch},
};

constexpr Column kDeal[] = {
    {"key", "id"},
    {"partner_key", "partner_id"},
    {"type", "registration_type"},
    {"account_key", "company_id"},
    {"product_families", "product_families", Convert::kList},
    {"stage", "status", Convert::kCode, kDealStages},
    {"amount", "amount", Convert::kMinorMoney, {}, "currency"},
    {"created_at", "submitted_at", Convert::kEpoch},
    {"completed_at", "complete_at", Convert::kEpoch},
    {"decided_at", "decided_at", Convert::kEpoch},
    {"window_start", "window_start", Convert::kEpoch},
    {"expires_at", "expires_at", Convert::kEpoch},
};

// What a lead says about the person stands in columns that each customer names: see
// ReadCustomColumns.
constexpr Column kLead[] = {
    {"key", "id"},
    {"partner_key", "partner_id"},
    {"status", "lead_status"},
    {"created_at", "created_at", Convert::kEpoch},
};

constexpr Column kReward[] = {
    {"key", "id"},
    {"partner_key", "partner_id"},
    {"account_key", "company_id"},
    {"status", "status"},
    {"amount", "amount", Convert::kMinorMoney, {}, "currency"},
    {"created_at", "at", Convert::kEpoch},
};

constexpr Object kObjects[] = {
    {"partnerstack", "partnership", "partner", kPartnership},
    {"partnerstack", "team_member", "partner", kTeamMember, true},
    {"partnerstack", "lead", "lead", kLead},
    {"partnerstack", "deal", "deal_registration", kDeal},
    {"partnerstack", "reward", "reward", kReward},
};

}  // namespace

std::span<const Object> PartnerstackObjects() { return kObjects; }

}  // namespace referee::mapping
