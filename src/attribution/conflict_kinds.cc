#include "src/attribution/conflict_kinds.h"

#include "src/attribution/detectors.h"

namespace referee {

const std::array<ConflictKindRow, kConflictKindCount> kConflictKinds = {{
    {ConflictKind::kPartnerVsPartner, DetectPartnerVsPartner},
    {ConflictKind::kNearSimultaneous, DetectNearSimultaneous},
    {ConflictKind::kLiveOpportunity, DetectLiveOpportunity},
    {ConflictKind::kDormantOpportunity, DetectDormantOpportunity},
    {ConflictKind::kPriorMarketingSource, DetectPriorMarketingSource},
    {ConflictKind::kSelfReportedSources, DetectSelfReportedSources},
    {ConflictKind::kNamedAccount, DetectNamedAccount},
    {ConflictKind::kTerritoryMismatch, DetectTerritoryMismatch},
    {ConflictKind::kCorporateFamily, DetectCorporateFamily},
    {ConflictKind::kNoCompanyIdentity, DetectNoCompanyIdentity},
    {ConflictKind::kExistingCustomer, DetectExistingCustomer},
    {ConflictKind::kRenewalIncumbent, DetectRenewalIncumbent},
    {ConflictKind::kDifferentScope, DetectDifferentScope},
    {ConflictKind::kLapsedRegistration, DetectLapsedRegistration},
    {ConflictKind::kRegistrationHoarding, DetectRegistrationHoarding},
    {ConflictKind::kContestedConsent, DetectContestedConsent},
    {ConflictKind::kMissingAttribution, DetectMissingAttribution},
    {ConflictKind::kSelfReferral, DetectSelfReferral},
    {ConflictKind::kDuplicateReferrer, DetectDuplicateReferrer},
    {ConflictKind::kIneligiblePartner, DetectIneligiblePartner},
    {ConflictKind::kPublicTender, DetectPublicTender},
    {ConflictKind::kCustomerChoice, DetectCustomerChoice},
    {ConflictKind::kTwoTierClaim, DetectTwoTierClaim},
    {ConflictKind::kRetroactiveClaim, DetectRetroactiveClaim},
    {ConflictKind::kOwnerDisagreement, DetectOwnerDisagreement},
    {ConflictKind::kRewardConflict, DetectRewardConflict},
    {ConflictKind::kAlteredEvidence, DetectAlteredEvidence},
    {ConflictKind::kChannelPrecedence, DetectChannelPrecedence},
    {ConflictKind::kMergedSource, DetectMergedSource},
    {ConflictKind::kRelationshipHold, DetectRelationshipHold},
}};

}  // namespace referee
