// A case with users, partners and territories, and a company that is known.

#ifndef REFEREE_TESTS_UNIT_ROUTING_CASE_WITH_H_
#define REFEREE_TESTS_UNIT_ROUTING_CASE_WITH_H_

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>

#include "src/attribution/case.h"
#include "src/base/error_location.h"

namespace referee::testing {

inline Case CaseWith(std::string_view records) {
  Corpus corpus;
  const absl::Status loaded = corpus.LoadNdjson("records", records, CallContext());
  INFO(DescribeError(loaded));
  REQUIRE(loaded.ok());
  Case the_case;
  the_case.records = corpus.Publish();
  the_case.receipt = the_case.as_of = ParseInstant("2026-06-01T10:00:00Z").value();
  the_case.receipt_text = the_case.as_of_text = "2026-06-01T10:00:00Z";
  return the_case;
}

inline void Place(Case* the_case, const char* country, const char* region = nullptr,
                  const char* postal = nullptr) {
  Address address;
  if (country != nullptr) address.country = std::string(country);
  if (region != nullptr) address.region = std::string(region);
  if (postal != nullptr) address.postal = std::string(postal);
  the_case->party.company.address = address;
}

inline Account& AddAccount(Case* the_case, const char* owner) {
  Known<Account> known;
  known.company = Band::kSame;
  known.record.id = "a-1";
  if (owner != nullptr) known.record.owner = std::string(owner);
  the_case->accounts.push_back(std::move(known));
  return the_case->accounts.back().record;
}

inline Opportunity& AddOpportunity(Case* the_case, const char* owner, bool is_closed) {
  Known<Opportunity> known;
  known.company = Band::kSame;
  known.record.id = "o-1";
  known.record.is_closed = is_closed;
  known.record.owner = std::string(owner);
  the_case->opportunities.push_back(std::move(known));
  return the_case->opportunities.back().record;
}

}  // namespace referee::testing

#endif  // REFEREE_TESTS_UNIT_ROUTING_CASE_WITH_H_
