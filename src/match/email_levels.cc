#include "src/match/email_levels.h"

#include <algorithm>

#include "src/match/edit_distance.h"
#include "src/match/term_bits.h"

namespace referee {
namespace {

double BitsOf(const PersonWeights& weights, EmailLevel level) {
  return weights.email_levels[static_cast<std::size_t>(level)].bits;
}

// Subdomains come and go (mail.example.com): the registrable domain and the local part decide.
bool IsSameMailbox(const EmailFeature& a, const EmailFeature& b) {
  return a.address == b.address ||
         (!a.local.empty() && !a.domain.empty() && a.local == b.local && a.domain == b.domain);
}

// A typing error makes john.smith of joan.smith: in a mailbox taken from the name it proves nothing
// that the names do not prove, and short ones are near each other by chance.
bool IsTypingError(const EmailFeature& a, const EmailFeature& b) {
  constexpr std::size_t kLongEnough = 8;
  if (a.local.size() < kLongEnough || b.local.size() < kLongEnough) return false;
  if (a.from_own_name || b.from_own_name) return false;
  return EditDistance(a.address, b.address, 1) == 1;
}

// A word that is not the name and long enough not to be met twice: hannah88, wolfmoon.
bool IsSameDesk(const EmailFeature& a, const EmailFeature& b) {
  constexpr std::size_t kLongEnough = 6;
  return a.local == b.local && a.local.size() >= kLongEnough && !a.from_own_name &&
         !b.from_own_name && !a.is_role && !b.is_role;
}

EmailLevel LevelOf(const EmailFeature& a, const EmailFeature& b) {
  if (IsSameMailbox(a, b)) {
    return a.is_role || b.is_role ? EmailLevel::kRoleExact : EmailLevel::kExact;
  }
  if (IsTypingError(a, b)) return EmailLevel::kOneEdit;
  return IsSameDesk(a, b) ? EmailLevel::kSameDesk : EmailLevel::kDifferent;
}

// What an equal mailbox says beside the name.
double ExactBits(const PersonWeights& weights, const TermStatistics& statistics,
                 const EmailFeature& a, const EmailFeature& b, const PersonNameMatch& name) {
  const std::uint64_t count = std::max(statistics.Count(Term::kEmail, a.address),
                                       statistics.Count(Term::kEmail, b.address));
  const double whole = ValueBits(weights.email, weights.population, statistics.People(), count);
  if ((!a.from_own_name && !b.from_own_name) || name.bits <= 0) return whole;
  // Name and mailbox together are worth the mailbox, or the name and the mailbox's domain,
  // whichever is more.
  const double domain = a.domain_class == DomainClass::kCorporate
                            ? ValueBits(weights.employer, weights.population, statistics.People(),
                                        statistics.Count(Term::kDomain, a.domain))
                            : 0;
  return std::min(whole, std::max(whole - name.bits, domain));
}

}  // namespace

EmailMatch CompareEmails(const PersonWeights& weights, const TermStatistics& statistics,
                         const PersonFeatures& a, const PersonFeatures& b,
                         const PersonNameMatch& name, EvidenceSum& evidence) {
  EmailMatch match;
  double bits = 0;
  for (const EmailFeature& left : a.emails) {
    for (const EmailFeature& right : b.emails) {
      const EmailLevel level = LevelOf(left, right);
      const double level_bits = level == EmailLevel::kExact
                                    ? ExactBits(weights, statistics, left, right, name)
                                    : BitsOf(weights, level);
      if (match.level != EmailLevel::kAbsent && level_bits <= bits) continue;
      match.level = level;
      match.covers_employer =
          level == EmailLevel::kExact && left.domain_class == DomainClass::kCorporate;
      bits = level_bits;
    }
  }
  // Two people with one mailbox are colleagues or clients of one agency.
  if (bits > 0 && name.agreement == NameAgreement::kDiffer) bits *= weights.shared_by_others;
  evidence.Add("email", match.level, bits);
  return match;
}

}  // namespace referee
