#include "src/match/identifier_levels.h"

#include <algorithm>
#include <cstddef>

#include "src/match/edit_distance.h"
#include "src/match/term_bits.h"

namespace referee {
namespace {

// The best agreement within one kind.
struct KindMatch {
  IdentifierLevel level = IdentifierLevel::kAbsent;
  std::string_view value;
  bool check_ok = true;
};

KindMatch CompareKind(std::string_view kind, const CompanyFeatures& a, const CompanyFeatures& b) {
  KindMatch best;
  for (const RegistryFeature& left : a.registry_ids) {
    for (const RegistryFeature& right : b.registry_ids) {
      if (left.kind != kind || right.kind != kind) continue;
      const IdentifierLevel level = CompareIdentifiers(left.value, right.value);
      const bool check_ok = left.check_ok && right.check_ok;
      const bool better = best.level == IdentifierLevel::kAbsent || level < best.level ||
                          (level == best.level && check_ok && !best.check_ok);
      if (better) best = {level, left.value, check_ok};
    }
  }
  return best;
}

bool HasKindBefore(const CompanyFeatures& company, std::size_t end, std::string_view kind) {
  return std::any_of(company.registry_ids.begin(),
                     company.registry_ids.begin() + static_cast<std::ptrdiff_t>(end),
                     [&](const RegistryFeature& id) { return id.kind == kind; });
}

int DigitsThatDiffer(std::string_view a, std::string_view b) {
  int count = 0;
  for (std::size_t i = 0; i < a.size(); ++i) count += a[i] != b[i] ? 1 : 0;
  return count;
}

}  // namespace

IdentifierLevel CompareIdentifiers(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return IdentifierLevel::kAbsent;
  if (a == b) return IdentifierLevel::kExact;
  constexpr std::size_t kLongEnough = 6;
  const bool is_long = a.size() >= kLongEnough && b.size() >= kLongEnough;
  return is_long && EditDistance(a, b, 1) == 1 ? IdentifierLevel::kNear
                                               : IdentifierLevel::kDifferent;
}

BirthDateLevel CompareBirthDates(std::string_view a, std::string_view b) {
  constexpr std::size_t kLength = 10;
  if (a.size() != kLength || b.size() != kLength) return BirthDateLevel::kAbsent;
  if (a == b) return BirthDateLevel::kExact;
  const bool same_year = a.substr(0, 4) == b.substr(0, 4);
  const bool swapped =
      same_year && a.substr(5, 2) == b.substr(8, 2) && a.substr(8, 2) == b.substr(5, 2);
  if (swapped || DigitsThatDiffer(a, b) == 1 || EditDistance(a, b, 1) == 1) {
    return BirthDateLevel::kNear;
  }
  return BirthDateLevel::kDifferent;
}

void CompareRegistryIds(const CompanyWeights& weights, const TermStatistics& statistics,
                        const CompanyFeatures& a, const CompanyFeatures& b, EvidenceSum& evidence) {
  for (std::size_t i = 0; i < a.registry_ids.size(); ++i) {
    const std::string_view kind = a.registry_ids[i].kind;
    if (HasKindBefore(a, i, kind)) continue;
    const KindMatch match = CompareKind(kind, a, b);
    double bits = weights.registry_levels[static_cast<std::size_t>(match.level)].bits;
    if (match.level == IdentifierLevel::kExact) {
      bits = ValueBits(weights.registry_id, weights.population, statistics.Companies(),
                       statistics.Count(Term::kRegistryId, match.value));
    }
    evidence.Add("registry_id", match.level, match.check_ok ? bits : bits * weights.failing_check);
  }
}

}  // namespace referee
