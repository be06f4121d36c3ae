#include "src/attribution/merged_party.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace referee {
namespace {

// One description of the party.
struct Description {
  const Person* person = nullptr;
  const Company* company = nullptr;
  RecordRef record;
  Instant since;
};

// Copies what the merge lacks and notes where it came from.
class Merger {
 public:
  explicit Merger(MergedParty* merged) : merged_(*merged) {}

  void Add(const Description& description) {
    record_ = &description.record;
    if (description.person != nullptr) AddPerson(*description.person);
    if (description.company != nullptr) AddCompany(*description.company);
  }

 private:
  template <typename T>
  void Take(std::string_view path, const Maybe<T>& from, Maybe<T>* to) {
    if (to->has() || !from.has()) return;
    *to = from;
    merged_.origins.push_back({std::string(path), *record_});
  }

  void AddPerson(const Person& from) {
    Person& to = merged_.person;
    Take("person.salutation", from.salutation, &to.salutation);
    Take("person.first_name", from.first_name, &to.first_name);
    Take("person.middle_name", from.middle_name, &to.middle_name);
    Take("person.last_name", from.last_name, &to.last_name);
    Take("person.suffix", from.suffix, &to.suffix);
    Take("person.full_name", from.full_name, &to.full_name);
    Take("person.emails", from.emails, &to.emails);
    Take("person.phones", from.phones, &to.phones);
    Take("person.title", from.title, &to.title);
    Take("person.authority", from.authority, &to.authority);
    Take("person.linkedin", from.linkedin, &to.linkedin);
    Take("person.country", from.country, &to.country);
    Take("person.language", from.language, &to.language);
    Take("person.payout_identity", from.payout_identity, &to.payout_identity);
    Take("person.birth_date", from.birth_date, &to.birth_date);
    Take("person.national_id", from.national_id, &to.national_id);
  }

  void AddCompany(const Company& from) {
    Company& to = merged_.company;
    Take("company.name", from.name, &to.name);
    Take("company.legal_name", from.legal_name, &to.legal_name);
    Take("company.domains", from.domains, &to.domains);
    Take("company.website", from.website, &to.website);
    Take("company.registry_ids", from.registry_ids, &to.registry_ids);
    Take("company.phones", from.phones, &to.phones);
    Take("company.industry", from.industry, &to.industry);
    Take("company.employees", from.employees, &to.employees);
    Take("company.revenue", from.revenue, &to.revenue);
    // Sensitive once is sensitive: a later "no" does not lift it.
    if (from.sensitive.has() && *from.sensitive && to.sensitive.has()) to.sensitive = Flag(true);
    Take("company.sensitive", from.sensitive, &to.sensitive);
    if (from.address.has()) AddAddress(*from.address);
  }

  void AddAddress(const Address& from) {
    Address& to = merged_.company.address.mutable_value();
    Take("company.address.line1", from.line1, &to.line1);
    Take("company.address.line2", from.line2, &to.line2);
    Take("company.address.city", from.city, &to.city);
    Take("company.address.region", from.region, &to.region);
    Take("company.address.postal", from.postal, &to.postal);
    Take("company.address.country", from.country, &to.country);
  }

  MergedParty& merged_;
  const RecordRef* record_ = nullptr;
};

Description DescriptionOf(const Submission& submission, const Instant& receipt) {
  return {submission.lead.has() ? &submission.lead.get() : nullptr,
          submission.company.has() ? &submission.company.get() : nullptr,
          {"submission", submission.id},
          receipt};
}

Instant SinceOf(const Moment& moment) { return moment.has() ? moment->instant : kDistantPast; }

std::vector<Description> RecordsOfBandSame(const Case& the_case) {
  std::vector<Description> all;
  for (const auto& known : the_case.accounts) {
    if (known.company != Band::kSame) continue;
    all.push_back({nullptr,
                   &known.record.company,
                   {"account", known.record.id},
                   SinceOf(known.record.created_at)});
  }
  for (const auto& known : the_case.contacts) {
    if (known.person != Band::kSame) continue;
    all.push_back({&known.record.person,
                   nullptr,
                   {"contact", known.record.id},
                   SinceOf(known.record.created_at)});
  }
  for (const auto& known : the_case.leads) {
    const bool same_company = known.company == Band::kSame && known.record.company.has();
    if (known.person != Band::kSame && !same_company) continue;
    all.push_back({known.person == Band::kSame ? &known.record.person : nullptr,
                   same_company ? &known.record.company.get() : nullptr,
                   {"lead", known.record.id},
                   SinceOf(known.record.created_at)});
  }
  return all;
}

void SortNewestFirst(std::vector<Description>* all) {
  std::sort(all->begin(), all->end(), [](const Description& a, const Description& b) {
    return std::tie(b.since, a.record.type, a.record.id) <
           std::tie(a.since, b.record.type, b.record.id);
  });
}

}  // namespace

MergedParty MergeParty(const Case& the_case) {
  MergedParty merged;
  Merger merger(&merged);
  merger.Add(DescriptionOf(the_case.submission, the_case.receipt));
  std::vector<Description> earlier;
  for (const PriorSubmission& prior : the_case.prior) {
    if (prior.same_referral) earlier.push_back(DescriptionOf(prior.submission, prior.receipt));
  }
  // Of equal receipts the later line is the newer one.
  std::reverse(earlier.begin(), earlier.end());
  std::stable_sort(earlier.begin(), earlier.end(),
                   [](const Description& a, const Description& b) { return a.since > b.since; });
  for (const Description& description : earlier) merger.Add(description);
  std::vector<Description> records = RecordsOfBandSame(the_case);
  SortNewestFirst(&records);
  for (const Description& description : records) merger.Add(description);
  std::sort(
      merged.origins.begin(), merged.origins.end(),
      [](const MergedParty::Origin& a, const MergedParty::Origin& b) { return a.path < b.path; });
  return merged;
}

}  // namespace referee
