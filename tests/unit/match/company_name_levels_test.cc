#include "src/match/company_name_levels.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/reference/match/counted_terms.h"
#include "tests/unit/match/example_parties.h"

TEST_SUITE_BEGIN("match/company_name_levels");

namespace referee {
namespace {

CompanyNameMatch Compare(const CompanyFeatures& a, const CompanyFeatures& b) {
  const reference::CountedTerms statistics(100, 100);
  EvidenceSum evidence(nullptr);
  return CompareCompanyNames(Model::Default().weights().company, statistics, a, b, evidence);
}

TEST_CASE("names fall into levels, either way round") {
  using Level = CompanyNameLevel;
  struct Case {
    const char *a, *b;
    Level level;
  };
  for (const Case& c : {
           Case{"lario tessuti", "lario tessuti", Level::kExact},
           Case{"pastificio ferrandello", "ferrandello pastificio", Level::kReordered},
           Case{"boobialla stonemasons", "boobialla stone masons", Level::kReordered},
           Case{"ashgrove and penhallow", "ashgrove penhallow", Level::kExact},
           Case{"off mecc brugnera", "officine meccaniche brugnera", Level::kAbbreviated},
           Case{"wr kipferlhaus", "wiener kipferlhaus", Level::kAbbreviated},
           Case{"vaidyanath castings", "vaidhyanath castng", Level::kMisspelt},
           Case{"mzk", "miejskie zaklady komunalne", Level::kAcronym},
           Case{"mzk wawolnica", "miejskie zaklady komunalne w wawolnicy", Level::kAcronym},
           Case{"kastelein bouwstoffen", "kastelein bouwstoffen aalst", Level::kContained},
           Case{"vesper klinikbetriebe", "vesper glockengiesserei", Level::kPartial},
           Case{"penhale group", "penhale solutions", Level::kPartial},
           Case{"qvt", "qvl", Level::kDifferent},
           Case{"northmere optics", "castellanza aguas", Level::kDifferent},
           Case{"", "qvt", Level::kAbsent},
       }) {
    CAPTURE(c.a);
    CAPTURE(c.b);
    CHECK(Compare(example::Firm(c.a), example::Firm(c.b)).level == c.level);
    CHECK(Compare(example::Firm(c.b), example::Firm(c.a)).level == c.level);
  }
}

TEST_CASE("less agreement is never worth more") {
  const CompanyFeatures whole = example::Firm("kastelein bouwstoffen");
  const double exact = Compare(whole, whole).bits;
  const double misspelt = Compare(whole, example::Firm("kastelen bouwstoffen")).bits;
  const double contained = Compare(whole, example::Firm("kastelein bouwstoffen aalst")).bits;
  const double partial = Compare(whole, example::Firm("kastelein baumarkt")).bits;
  const double different = Compare(whole, example::Firm("northmere optics")).bits;
  CHECK(exact > misspelt);
  CHECK(misspelt > contained);
  CHECK(contained > partial);
  CHECK(partial > different);
}

TEST_CASE("another legal form speaks against, an absent one says nothing") {
  const double absent = Compare(example::Firm("tannegg", ""), example::Firm("tannegg", "ag")).bits;
  CHECK(Compare(example::Firm("tannegg", "ag"), example::Firm("tannegg", "ag")).bits > absent);
  CHECK(Compare(example::Firm("tannegg", "gmbh"), example::Firm("tannegg", "ag")).bits < absent);
}

TEST_CASE("another place in the name is another branch, the own city is not") {
  CompanyFeatures north = example::Firm("nordnes havbruk oslo");
  CompanyFeatures south = example::Firm("nordnes havbruk bergen");
  north.place_tokens = {"oslo"};
  south.place_tokens = {"bergen"};
  CHECK(Compare(north, south).agreement == NameAgreement::kPartial);
  CompanyFeatures plain = example::Firm("nordnes havbruk");
  CHECK(Compare(north, plain).agreement == NameAgreement::kContained);
  const double elsewhere = Compare(north, plain).bits;
  plain.address.city = "oslo";
  CHECK(Compare(north, plain).bits > elsewhere);
}

TEST_CASE("names of very many words are compared without exhausting anything") {
  std::string many;
  for (int i = 0; i < 2000; ++i) many += "wort" + std::to_string(i) + ' ';
  const CompanyFeatures long_name = example::Firm(many);
  CHECK(Compare(long_name, long_name).level == CompanyNameLevel::kExact);
  CHECK(Compare(long_name, example::Firm("wort3")).level == CompanyNameLevel::kContained);
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
