#include "src/match/domain_levels.h"

#include <doctest/doctest.h>

#include "tests/reference/match/counted_terms.h"

TEST_SUITE_BEGIN("match/domain_levels");

namespace referee {
namespace {

double Bits(const CompanyFeatures& a, const CompanyFeatures& b, const CompanyNameMatch& name,
            double share) {
  EvidenceSum evidence(nullptr);
  CompareDomains(Model::Default().weights().company, reference::CountedTerms(100, 100), a, b, name,
                 share, evidence);
  return evidence.total();
}

TEST_CASE("one common domain is enough, none speaks against, silence says nothing") {
  CompanyFeatures a, b, c;
  a.domains = {"x.example", "y.example"};
  b.domains = {"z.example", "y.example"};
  c.domains = {"w.example"};
  CHECK(CommonDomain(a, b) == "y.example");
  CHECK(Bits(a, b, {}, 1) > 10);
  CHECK(Bits(a, c, {}, 1) < 0);
  CHECK(Bits(a, CompanyFeatures{}, {}, 1) == 0);
}

TEST_CASE("name and domain together are worth at least the domain, and not both in full") {
  CompanyFeatures a;
  a.domains = {"x.example"};
  const double alone = Bits(a, a, {}, 1);
  const CompanyNameMatch name{CompanyNameLevel::kExact, NameAgreement::kAgree, 18};
  CHECK(Bits(a, a, name, 1) < alone / 2);
  CHECK(Bits(a, a, name, 1) + name.bits >= alone);
}

TEST_CASE("beside another name a domain counts in part") {
  CompanyFeatures a;
  a.domains = {"x.example"};
  CHECK(Bits(a, a, {}, 0.25) == doctest::Approx(Bits(a, a, {}, 1) / 4));
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
