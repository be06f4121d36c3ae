#include "src/match/employer_levels.h"

#include <doctest/doctest.h>

#include "tests/reference/match/counted_terms.h"
#include "tests/unit/match/example_parties.h"

TEST_SUITE_BEGIN("match/employer_levels");

namespace referee {
namespace {

EmployerMatch Compare(const Features& a, const Features& b,
                      const TermStatistics& statistics = reference::CountedTerms(9, 9)) {
  return CompareEmployers(Model::Default().weights(), statistics, a, b);
}

TEST_CASE("a corporate domain of mailbox or company is the employer, free mail is not") {
  Features mailbox, company;
  mailbox.person.emails = {example::WorkMailbox("jonas@a.example")};
  company.company.domains = {"a.example"};
  CHECK(Compare(mailbox, company).level == EmployerLevel::kSameDomain);
  CHECK(Compare(company, mailbox).level == EmployerLevel::kSameDomain);
  Features free;
  free.person.emails = {example::Mailbox("jonas@gmail.com", DomainClass::kFreeMail)};
  CHECK(Compare(free, free).level == EmployerLevel::kAbsent);
}

TEST_CASE("an employer of thousands says less than one of ten") {
  Features a;
  a.company.domains = {"a.example"};
  reference::CountedTerms small(100'000, 100), large(100'000, 100);
  small.Set(Term::kDomain, "a.example", 10);
  large.Set(Term::kDomain, "a.example", 5000);
  CHECK(Compare(a, a, small).bits > Compare(a, a, large).bits + 2);
}

TEST_CASE("company names stand in where there is no common domain") {
  const Features werke = example::Company(example::Firm("falkenried werke"));
  CHECK(Compare(werke, werke).level == EmployerLevel::kSameName);
  CHECK(Compare(werke, example::Company(example::Firm("northmere optics"))).level ==
        EmployerLevel::kDifferent);
  CHECK(Compare(werke, Features{}).level == EmployerLevel::kAbsent);
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
