// What a claim is about: product families, site and project.  Two claims on one company dispute
// each other only where their scopes overlap.

#ifndef REFEREE_SRC_ATTRIBUTION_SCOPE_H_
#define REFEREE_SRC_ATTRIBUTION_SCOPE_H_

#include <string>
#include <string_view>

#include "src/record/decision.h"
#include "src/record/records.h"
#include "src/record/submission.h"

namespace referee {

// Case-folded and without blanks at both ends: how texts of a case compare.
std::string FoldedText(std::string_view text);

// The registration's product families, else the product interest; site and project of the
// registration.
Scope ScopeOf(const Submission& submission);
Scope ScopeOf(const DealRegistration& registration);
Scope ScopeOf(const Opportunity& opportunity);

// True when the product families intersect or one side names none, and neither site nor project
// differs; an absent one differs from nothing.  Linear in the number of families.
bool Overlaps(const Scope& a, const Scope& b);

// "families erp, wms; site Hamburg", or "everything" for a scope that names nothing.
std::string ScopeInWords(const Scope& scope);

// True when claims of these programs can conflict: they are one, or one is absent.
bool SameProgram(std::string_view a, std::string_view b);

}  // namespace referee

#endif  // REFEREE_SRC_ATTRIBUTION_SCOPE_H_
