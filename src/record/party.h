// The two kinds of party: people and companies, as records and submissions describe them.

#ifndef REFEREE_SRC_RECORD_PARTY_H_
#define REFEREE_SRC_RECORD_PARTY_H_

#include <string>
#include <vector>

#include "src/record/field.h"

namespace referee {

struct Address {
  Text line1, line2, city, region, postal, country;  // Country: ISO 3166-1 alpha-2 if it is one.
  std::vector<ExtraMember> extra;
};

struct RegistryId {
  Text kind;  // duns, lei, vat, company_no; text, not an enum.
  Text value;
};

// A person as written: in a submission's "lead", a touch's "person", a contact or a lead record.
struct Person {
  Text id;  // Only where a document gives one.
  Text salutation, first_name, middle_name, last_name, suffix, full_name;
  TextList emails, phones;
  Text title;
  Text authority;  // unknown, user, influencer, decision_maker, budget_owner.
  Text linkedin, country, language, payout_identity;
  CalendarDate birth_date;
  Text national_id;
  std::vector<ExtraMember> extra;
};

// A company as written: in a submission, a touch, inside a lead, or an account record.
struct Company {
  Text id;
  Text name, legal_name;
  TextList domains;
  Text website;
  Maybe<std::vector<RegistryId>> registry_ids;
  TextList phones;
  Maybe<Address> address;
  Text industry;
  Integer employees;
  Money revenue;
  Flag sensitive;
  std::vector<ExtraMember> extra;
};

}  // namespace referee

#endif  // REFEREE_SRC_RECORD_PARTY_H_
