#include "src/policy/case_facts.h"

#include <doctest/doctest.h>

#include <string>

#include "src/base/text.h"

TEST_SUITE_BEGIN("policy/case_facts");

namespace referee::testing {
namespace {

Time At(std::string_view text) { return {ParseInstant(text).value(), std::string(text)}; }

Case Received() {
  Case the_case;
  the_case.receipt = the_case.as_of = At("2026-06-01T10:00:00Z").instant;
  return the_case;
}

PriorSubmission& Earlier(Case* the_case) {
  PriorSubmission prior;
  prior.same_referral = true;
  prior.company = prior.person = Band::kSame;
  the_case->prior.push_back(prior);
  return the_case->prior.back();
}

Lead& AddLead(Case* the_case, Band person, const char* owner = nullptr) {
  Known<Lead> known;
  known.person = person;
  known.record.id = "l-1";
  if (owner != nullptr) known.record.owner = std::string(owner);
  the_case->leads.push_back(known);
  return the_case->leads.back().record;
}

Account& AddAccount(Case* the_case, Band company, const char* owner = nullptr) {
  Known<Account> known;
  known.company = company;
  known.record.id = "a-1";
  if (owner != nullptr) known.record.owner = std::string(owner);
  the_case->accounts.push_back(known);
  return the_case->accounts.back().record;
}

TEST_CASE(
    "owners are those of the same leads and accounts and open opportunities [STP-10][DUP-14]") {
  Case the_case = Received();
  AddLead(&the_case, Band::kSame, "u-b");
  AddLead(&the_case, Band::kPossible, "u-x");
  AddAccount(&the_case, Band::kSame, "u-a");
  AddAccount(&the_case, Band::kSame, "u-b");
  CHECK(policy::OwnersOfParty(the_case) == std::vector<std::string>{"u-a", "u-b"});
  Known<Opportunity> known;
  known.company = Band::kSame;
  known.record.owner = std::string("u-c");
  known.record.is_closed = true;
  the_case.opportunities.push_back(known);
  CHECK(policy::OwnersOfParty(the_case).size() == 2);
  the_case.opportunities.back().record.is_closed = false;
  CHECK(policy::OwnersOfParty(the_case).size() == 3);
}

TEST_CASE("sources contradict each other by field and employees beyond a factor of two [STP-14]") {
  struct Row {
    const char* field;
    void (*change)(Company& own, Company& known);
    bool contradicts;
  };
  const auto id = [](const char* kind, const char* value) {
    RegistryId registry;
    registry.kind = std::string(kind);
    registry.value = std::string(value);
    return std::vector<RegistryId>{registry};
  };
  static const auto make_id = id;
  const Row rows[] = {
      {"employees",
       [](Company& a, Company& b) {
         a.employees = 100;
         b.employees = 200;
       },
       false},
      {"employees",
       [](Company& a, Company& b) {
         a.employees = 100;
         b.employees = 201;
       },
       true},
      {"employees",
       [](Company& a, Company& b) {
         a.employees = 201;
         b.employees = 100;
       },
       true},
      {"employees",
       [](Company& a, Company& b) {
         a.employees = 0;
         b.employees = 1;
       },
       true},
      {"employees", [](Company& a, Company&) { a.employees = 100; }, false},
      {"industry",
       [](Company& a, Company& b) {
         a.industry = std::string("Public Sector");
         b.industry = std::string("public_sector");
       },
       false},
      {"industry",
       [](Company& a, Company& b) {
         a.industry = std::string("retail");
         b.industry = std::string("energy");
       },
       true},
      {"country",
       [](Company& a, Company& b) {
         a.address.mutable_value().country = std::string("Germany");
         b.address.mutable_value().country = std::string("DE");
       },
       false},
      {"country",
       [](Company& a, Company& b) {
         a.address.mutable_value().country = std::string("DE");
         b.address.mutable_value().country = std::string("AT");
       },
       true},
      {"registry_ids.duns",
       [](Company& a, Company& b) {
         a.registry_ids = make_id("duns", "31-234-5678");
         b.registry_ids = make_id("duns", "312345678");
       },
       false},
      {"registry_ids.duns",
       [](Company& a, Company& b) {
         a.registry_ids = make_id("duns", "312345678");
         b.registry_ids = make_id("duns", "312345679");
       },
       true},
      {"registry_ids.duns",
       [](Company& a, Company& b) {
         a.registry_ids = make_id("duns", "312345678");
         b.registry_ids = make_id("lei", "5299000J2N45DDNE4Y28");
       },
       false},
  };
  for (const Row& row : rows) {
    Case the_case = Received();
    Company own;
    row.change(own, AddAccount(&the_case, Band::kSame).company);
    the_case.submission.company = own;
    CAPTURE(row.field);
    const std::vector<std::string> found = policy::Contradictions(the_case);
    CHECK(Join(found, " ") == (row.contradicts ? row.field : ""));
    the_case.accounts.back().company = Band::kPossible;
    CHECK(policy::Contradictions(the_case).empty());
  }
}

TEST_CASE("the newest evidence is not later than the receipt [STP-15]") {
  Case the_case = Received();
  CHECK_FALSE(policy::NewestEvidence(the_case).has_value());
  Evidence evidence;
  evidence.at = At("2026-05-01T00:00:00Z");
  the_case.submission.evidence.mutable_value().push_back(evidence);
  evidence.at = At("2026-06-01T10:00:01Z");
  the_case.submission.evidence.mutable_value().push_back(evidence);
  CHECK(policy::NewestEvidence(the_case) == At("2026-05-01T00:00:00Z").instant);
  Known<Touch> touch;
  touch.record.at = At("2026-05-02T00:00:00Z");
  touch.company = Band::kPossible;
  the_case.touches.push_back(touch);
  CHECK(policy::NewestEvidence(the_case) == At("2026-05-01T00:00:00Z").instant);
  the_case.touches.back().company = Band::kSame;
  CHECK(policy::NewestEvidence(the_case) == At("2026-05-02T00:00:00Z").instant);
  the_case.as_of = At("2026-07-01T10:00:00Z").instant;
  CHECK(policy::NewestEvidence(the_case) == At("2026-05-02T00:00:00Z").instant);
}

TEST_CASE("duplicates are records and claims of the same party [STP-19][DUP-22]") {
  Case the_case = Received();
  CHECK(policy::DuplicateCount(the_case) == 0);
  AddLead(&the_case, Band::kPossible);
  AddLead(&the_case, Band::kSame);
  AddAccount(&the_case, Band::kSame);
  CHECK(policy::DuplicateCount(the_case) == 2);
  Earlier(&the_case).submission.intent = Intent::kStatusQuery;
  CHECK(policy::DuplicateCount(the_case) == 2);
  Earlier(&the_case).submission.intent = Intent::kMention;
  CHECK(policy::DuplicateCount(the_case) == 3);
}

TEST_CASE("a possible match counts where no record is the same [DUP-13]") {
  Case the_case = Received();
  CHECK_FALSE(policy::HasOnlyPossibleMatch(the_case));
  Match match;
  match.person.band = Band::kPossible;
  the_case.matches.push_back(match);
  CHECK(policy::HasOnlyPossibleMatch(the_case));
  match.person.band = Band::kSame;
  the_case.matches.push_back(match);
  CHECK_FALSE(policy::HasOnlyPossibleMatch(the_case));
  match.person.band = Band::kNone;
  match.company.band = Band::kPossible;
  the_case.matches.push_back(match);
  CHECK(policy::HasOnlyPossibleMatch(the_case));
}

TEST_CASE("place and amount and products have their stand-ins") {
  Case the_case = Received();
  CHECK_FALSE(policy::PlaceOf(the_case).has());
  the_case.party.company.address.mutable_value().country = std::string("DE");
  CHECK(*policy::PlaceOf(the_case) == "DE");
  the_case.submission.region = std::string("AT");
  CHECK(*policy::PlaceOf(the_case) == "AT");
  DealRegistration& registration = the_case.submission.registration.mutable_value();
  registration.amount = Amount{std::int64_t{5}, std::string("EUR")};
  registration.product_families = std::vector<std::string>{"erp"};
  CHECK(*policy::AmountOf(the_case)->minor == 5);
  the_case.submission.amount = Amount{std::int64_t{7}, std::string("EUR")};
  CHECK(*policy::AmountOf(the_case)->minor == 7);
  the_case.submission.product_interest = std::vector<std::string>{"crm"};
  CHECK(policy::ProductsOf(the_case)->front() == "crm");
  the_case.submission.product_interest = TextList();
  CHECK(policy::ProductsOf(the_case)->front() == "erp");
}

TEST_CASE("two sources agree on a registry id when they share one of its kind [STP-14]") {
  Case the_case = Received();
  const auto duns = [](const char* value) {
    RegistryId id;
    id.kind = std::string("duns");
    id.value = std::string(value);
    return id;
  };
  Company& known = AddAccount(&the_case, Band::kSame).company;
  known.registry_ids = std::vector<RegistryId>{duns("312345678"), duns("676874758")};
  Company& own = the_case.submission.company.mutable_value();
  own.registry_ids = std::vector<RegistryId>{duns("676874758")};
  CHECK(policy::Contradictions(the_case).empty());
  own.registry_ids = std::vector<RegistryId>{duns("676874759")};
  CHECK(policy::Contradictions(the_case) == std::vector<std::string>{"registry_ids.duns"});
}

TEST_CASE("an earlier submission of the referral contradicts whatever it calls the company") {
  Case the_case = Received();
  the_case.submission.company.mutable_value().industry = std::string("retail");
  PriorSubmission& prior = Earlier(&the_case);
  prior.company = Band::kNone;
  prior.submission.company.mutable_value().industry = std::string("energy");
  CHECK(policy::Contradictions(the_case) == std::vector<std::string>{"industry"});
  prior.same_referral = false;
  CHECK(policy::Contradictions(the_case).empty());
}

TEST_CASE("words of a policy compare folded with blanks as underscores") {
  CHECK(policy::PolicyWord(" Public  Sector ") == "public_sector");
  CHECK(policy::PolicyWord("\u00C9nergie") == "energie");
}

}  // namespace
}  // namespace referee::testing

TEST_SUITE_END();
