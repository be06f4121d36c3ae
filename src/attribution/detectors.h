// The thirty detectors, by family.  Each reads a hearing and answers with one conflict that lists
// every claim and fact of its kind, with nothing, or with the facts that it lacks.  All are total
// and linear in the size of the case.

#ifndef REFEREE_SRC_ATTRIBUTION_DETECTORS_H_
#define REFEREE_SRC_ATTRIBUTION_DETECTORS_H_

#include "src/attribution/hearing.h"

namespace referee {

// conflicts_between_partners.cc
Detection DetectPartnerVsPartner(const Hearing& hearing);
Detection DetectNearSimultaneous(const Hearing& hearing);
Detection DetectDifferentScope(const Hearing& hearing);
Detection DetectTwoTierClaim(const Hearing& hearing);
// conflicts_of_choice.cc
Detection DetectDuplicateReferrer(const Hearing& hearing);
Detection DetectCustomerChoice(const Hearing& hearing);
// conflicts_with_direct_sales.cc
Detection DetectLiveOpportunity(const Hearing& hearing);
Detection DetectDormantOpportunity(const Hearing& hearing);
Detection DetectRetroactiveClaim(const Hearing& hearing);
Detection DetectOwnerDisagreement(const Hearing& hearing);
// conflicts_with_marketing.cc
Detection DetectPriorMarketingSource(const Hearing& hearing);
Detection DetectSelfReportedSources(const Hearing& hearing);
Detection DetectChannelPrecedence(const Hearing& hearing);
// conflicts_of_account.cc
Detection DetectNamedAccount(const Hearing& hearing);
Detection DetectCorporateFamily(const Hearing& hearing);
Detection DetectExistingCustomer(const Hearing& hearing);
Detection DetectRenewalIncumbent(const Hearing& hearing);
Detection DetectRelationshipHold(const Hearing& hearing);
// conflicts_of_territory.cc
Detection DetectTerritoryMismatch(const Hearing& hearing);
// conflicts_of_registration.cc
Detection DetectLapsedRegistration(const Hearing& hearing);
Detection DetectRegistrationHoarding(const Hearing& hearing);
Detection DetectPublicTender(const Hearing& hearing);
// conflicts_of_source.cc
Detection DetectMissingAttribution(const Hearing& hearing);
Detection DetectSelfReferral(const Hearing& hearing);
Detection DetectIneligiblePartner(const Hearing& hearing);
Detection DetectMergedSource(const Hearing& hearing);
Detection DetectNoCompanyIdentity(const Hearing& hearing);
// conflicts_of_evidence.cc
Detection DetectContestedConsent(const Hearing& hearing);
Detection DetectRewardConflict(const Hearing& hearing);
Detection DetectAlteredEvidence(const Hearing& hearing);

}  // namespace referee

#endif  // REFEREE_SRC_ATTRIBUTION_DETECTORS_H_
