#include "src/attribution/scope.h"

#include <algorithm>
#include <utility>

#include "src/base/text.h"
#include "src/normalize/unicode.h"

namespace referee {
namespace {

std::vector<std::string> FoldedSet(const TextList& families) {
  std::vector<std::string> folded;
  for (const std::string& family : families.get()) {
    if (!IsBlank(family)) folded.push_back(FoldedText(family));
  }
  std::sort(folded.begin(), folded.end());
  folded.erase(std::unique(folded.begin(), folded.end()), folded.end());
  return folded;
}

std::string FoldedOrEmpty(const Text& text) { return text.has() ? FoldedText(*text) : ""; }

bool Intersect(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) return true;
    a[i] < b[j] ? ++i : ++j;
  }
  return false;
}

bool Differ(const std::string& a, const std::string& b) {
  return !a.empty() && !b.empty() && a != b;
}

}  // namespace

std::string FoldedText(std::string_view text) { return Fold(TrimAscii(text)); }

Scope ScopeOf(const Submission& submission) {
  Scope scope;
  const DealRegistration& registration = submission.registration.get();
  scope.product_families =
      FoldedSet(registration.product_families.has() ? registration.product_families
                                                    : submission.product_interest);
  scope.site = FoldedOrEmpty(registration.site);
  scope.project = FoldedOrEmpty(registration.project);
  return scope;
}

Scope ScopeOf(const DealRegistration& registration) {
  return {FoldedSet(registration.product_families), FoldedOrEmpty(registration.site),
          FoldedOrEmpty(registration.project)};
}

Scope ScopeOf(const Opportunity& opportunity) {
  return {FoldedSet(opportunity.product_families), FoldedOrEmpty(opportunity.site),
          FoldedOrEmpty(opportunity.project)};
}

bool Overlaps(const Scope& a, const Scope& b) {
  if (Differ(a.site, b.site) || Differ(a.project, b.project)) return false;
  if (a.product_families.empty() || b.product_families.empty()) return true;
  return Intersect(a.product_families, b.product_families);
}

std::string ScopeInWords(const Scope& scope) {
  std::vector<std::string> parts;
  if (!scope.product_families.empty()) {
    parts.push_back("product families " + Join(scope.product_families, ", "));
  }
  if (!scope.site.empty()) parts.push_back("site " + scope.site);
  if (!scope.project.empty()) parts.push_back("project " + scope.project);
  return parts.empty() ? "everything" : Join(parts, "; ");
}

bool SameProgram(std::string_view a, std::string_view b) {
  return a.empty() || b.empty() || a == b;
}

}  // namespace referee
