#include "src/attribution/hearing.h"

#include "src/attribution/scope.h"

namespace referee {

const Partner* Hearing::partner() const {
  if (the_case.source.partner != nullptr) return the_case.source.partner;
  return the_case.records.FindPartner(partner_id());
}

Scope Hearing::scope() const {
  const Title* subject = timeline.Subject();
  return subject == nullptr ? ScopeOf(the_case.submission) : subject->claim.scope;
}

std::vector<const Account*> Hearing::SameAccounts() const {
  std::vector<const Account*> accounts;
  for (const Known<Account>& known : the_case.accounts) {
    const Moment& created = known.record.created_at;
    if (!IsSame(known.company) || (created.has() && created->instant > receipt())) continue;
    accounts.push_back(&known.record);
  }
  return accounts;
}

bool Hearing::IsOpen(const Opportunity& opportunity) const {
  if (!opportunity.is_closed.has()) return assumption == Assumption::kUnknownStageIsOpen;
  return !*opportunity.is_closed;
}

std::vector<const Opportunity*> Hearing::OpenOpportunities() const {
  std::vector<const Opportunity*> open;
  for (const Known<Opportunity>& known : the_case.opportunities) {
    const Moment& created = known.record.created_at;
    if (!IsSame(known.company) || !IsOpen(known.record)) continue;
    if (created.has() && created->instant > receipt()) continue;
    open.push_back(&known.record);
  }
  return open;
}

}  // namespace referee
