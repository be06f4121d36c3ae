#include "src/attribution/addresses.h"

#include <algorithm>
#include <string>
#include <vector>

#include "src/normalize/normalize.h"

namespace referee {
namespace {

void AddEmails(const PersonFeatures& person, std::vector<std::string>* mailboxes,
               std::vector<std::string>* domains) {
  for (const EmailFeature& email : person.emails) {
    if (!email.address.empty()) mailboxes->push_back(email.address);
    if (email.domain_class == DomainClass::kCorporate) domains->push_back(email.domain);
  }
}

void SortUnique(std::vector<std::string>* list) {
  std::sort(list->begin(), list->end());
  list->erase(std::unique(list->begin(), list->end()), list->end());
}

}  // namespace

Addresses AddressesOf(const Features& submission, const Partner* partner, const Instant& receipt,
                      const TableOverrides* overrides) {
  Addresses addresses;
  AddEmails(submission.person, &addresses.lead_mailboxes, &addresses.lead_domains);
  addresses.company_has_domain =
      !submission.company.domains.empty() || !addresses.lead_domains.empty();
  if (partner != nullptr) {
    Company company;
    company.domains = partner->domains;
    addresses.partner_domains = NormalizeParties(nullptr, &company, {}, overrides).company.domains;
    Person users;
    for (const PartnerUser& user : partner->users.get()) {
      if (user.email.has() && Covers(user.valid, receipt)) {
        users.emails.mutable_value().push_back(*user.email);
      }
    }
    AddEmails(NormalizeParties(&users, nullptr, {}, overrides).person, &addresses.partner_mailboxes,
              &addresses.partner_domains);
  }
  for (auto* list : {&addresses.lead_mailboxes, &addresses.lead_domains,
                     &addresses.partner_mailboxes, &addresses.partner_domains}) {
    SortUnique(list);
  }
  return addresses;
}

}  // namespace referee
