// Made worlds for the benches: the CRM of a vendor and the submissions of its partners.
//
// The shape is that of a real CRM: common names are common, a few companies have many contacts,
// corporate families and branches share a name, 8 % of accounts and 5 % of contacts are in the
// records twice, half of the leads are people who are known already, 2 % of names carry a typing
// error and 30 % of phones are missing.  Nothing is drawn from real data, and every domain is
// reserved (.example).  A world depends on its options alone.

#ifndef REFEREE_BENCH_DATA_H_
#define REFEREE_BENCH_DATA_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace referee::bench {

struct WorldOptions {
  std::size_t records = 10'000;  // Accounts, contacts, leads, opportunities and registrations.
  std::uint64_t seed = 1;
};

// A company as it is, before records write it down with errors.
struct CompanyTruth {
  std::size_t number = 0;
  std::string name, legal_form, domain, city, street, postal, phone, industry;
  std::size_t country = 0;
  std::size_t employees = 0;
  std::size_t parent = 0;  // Another number for a subsidiary or a branch, else its own.
};

struct PersonTruth {
  std::size_t number = 0;
  std::string given, family, email, phone, title;
  std::size_t company = 0;
};

class World {
 public:
  explicit World(const WorldOptions& options);

  // Partners, users and territories.
  std::string Directory() const;

  // All other records as NDJSON, some megabytes a piece.
  void WriteRecords(const std::function<void(std::string_view ndjson)>& sink) const;

  // `count` submissions in the order of receipt: 30 % about known people, 25 % about new people at
  // known companies (large ones as much more often as they have more people), 21 % about new
  // companies, 12 % with a free-mail address only, 10 % about a party that another partner brought
  // before, 2 % questions about such a party.
  std::vector<std::string> Submissions(std::size_t count) const;

  CompanyTruth Company(std::size_t number) const;
  PersonTruth Person(std::size_t number) const;

 private:
  std::string Account(std::size_t i) const;
  std::string Contact(std::size_t i) const;
  std::string Lead(std::size_t i) const;
  std::string Opportunity(std::size_t i) const;
  std::string Registration(std::size_t i) const;
  std::string Submission(std::size_t i) const;

  std::size_t PartnerFor(std::uint64_t kind, std::size_t i) const;

  WorldOptions options_;
  std::size_t accounts_, contacts_, leads_, opportunities_, registrations_;
  std::size_t companies_;  // With an account; further numbers are companies without one.
  std::size_t people_;     // With a contact.
  std::size_t partners_, users_;
};

// The worst case of a lookup that must not be cut short: one account, `people` contacts and leads
// on its domain who share a switchboard, an open opportunity and another partner's live
// registration.
std::string CrowdedCompany(std::size_t people);

// Somebody new at that company.
std::string CrowdedSubmission();

}  // namespace referee::bench

#endif  // REFEREE_BENCH_DATA_H_
