#include "src/attribution/resolve.h"

#include "src/attribution/gather.h"
#include "src/attribution/scope.h"
#include "src/base/hash.h"

namespace referee {
namespace {

bool CanAttachTo(const Case& the_case, const PriorSubmission& prior) {
  return !prior.referral_id.empty() && MakesClaim(prior.submission.intent) &&
         SameProgram(prior.submission.program_id.get(), the_case.submission.program_id.get());
}

// A query asks about the party, not about products.
bool SharesScope(const Case& the_case, const PriorSubmission& prior) {
  return !MakesClaim(the_case.submission.intent) ||
         Overlaps(ScopeOf(prior.submission), ScopeOf(the_case.submission));
}

}  // namespace

std::string NewReferralId(std::string_view tenant, std::string_view program_id,
                          std::string_view submission_id) {
  // Lengths keep ("a", "bc") and ("ab", "c") apart.
  std::string key;
  for (const std::string_view part : {tenant, program_id, submission_id}) {
    key += std::to_string(part.size()) + ":";
    key += part;
  }
  constexpr std::size_t kPrefix = std::string_view("sha256:").size();
  constexpr std::size_t kDigits = 24;
  return "ref-" + Sha256Text(key).substr(kPrefix, kDigits);
}

std::string ResolveReferral(const Case& the_case) {
  const Submission& submission = the_case.submission;
  if (submission.referral_id.has() &&
      !the_case.history.Referring(Reference::kSubmissionReferral, *submission.referral_id)
           .empty()) {
    return *submission.referral_id;
  }
  for (const PriorSubmission& prior : the_case.prior) {
    if (CanAttachTo(the_case, prior) && prior.person == Band::kSame) return prior.referral_id;
  }
  for (const PriorSubmission& prior : the_case.prior) {
    if (CanAttachTo(the_case, prior) && prior.company == Band::kSame &&
        SharesScope(the_case, prior)) {
      return prior.referral_id;
    }
  }
  if (!MakesClaim(submission.intent)) return {};
  return NewReferralId(the_case.tenant, submission.program_id.get(), submission.id);
}

}  // namespace referee
