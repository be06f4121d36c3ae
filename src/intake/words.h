// The closed vocabularies of the contract.  A text outside of them is an error.

#ifndef REFEREE_SRC_INTAKE_WORDS_H_
#define REFEREE_SRC_INTAKE_WORDS_H_

#include <array>
#include <string_view>

namespace referee::intake {

template <std::size_t N>
using WordList = std::array<std::string_view, N>;

inline constexpr WordList<5> kAuthorities = {"unknown", "user", "influencer", "decision_maker",
                                             "budget_owner"};
inline constexpr WordList<8> kPartnerKinds = {"referral",    "reseller", "technology", "agency",
                                              "distributor", "msp",      "affiliate",  "advocate"};
inline constexpr WordList<4> kProgramStatuses = {"applied", "active", "suspended", "terminated"};
inline constexpr WordList<7> kRoles = {"sales_owner", "partner_manager", "partner_owner",
                                       "channel_ops", "rev_ops",         "program_owner",
                                       "approver"};
inline constexpr WordList<4> kSeverities = {"low", "medium", "high", "critical"};
inline constexpr WordList<5> kAccountKinds = {"prospect", "customer", "former_customer", "partner",
                                              "competitor"};
inline constexpr WordList<3> kOpportunityTypes = {"new", "expansion", "renewal"};
inline constexpr WordList<4> kOpportunityRoles = {"source", "influence", "fulfil", "teaming"};
inline constexpr WordList<4> kRegistrationTypes = {"hunting", "teaming", "renewal",
                                                   "line_of_business"};
inline constexpr WordList<11> kRegistrationStatuses = {
    "draft",    "submitted", "in_review", "action_required", "approved", "rejected",
    "returned", "withdrawn", "expired",   "converted",       "revoked"};
inline constexpr WordList<13> kTouchKinds = {
    "utm",     "form",     "link_click",   "webinar", "event",       "call_mention", "email_intro",
    "meeting", "outbound", "inbound_call", "chat",    "list_import", "marketplace"};
inline constexpr WordList<3> kTouchAuthors = {"prospect", "partner", "vendor"};
inline constexpr WordList<7> kRewardStatuses = {
    "none", "pending_eligibility", "held", "eligible", "approved", "paid", "refused"};
inline constexpr WordList<3> kMergedTypes = {"lead", "contact", "account"};
inline constexpr WordList<9> kChannels = {"portal",       "form", "email", "slack", "call",
                                          "introduction", "api",  "crm",   "link"};
inline constexpr WordList<7> kUrgencies = {
    "now", "this_month", "this_quarter", "next_quarter", "this_year", "none", "unknown"};
inline constexpr WordList<4> kConsentBases = {"consent", "legitimate_interest", "contract",
                                              "unknown"};
inline constexpr WordList<2> kChoosers = {"decision_maker", "other"};

}  // namespace referee::intake

#endif  // REFEREE_SRC_INTAKE_WORDS_H_
