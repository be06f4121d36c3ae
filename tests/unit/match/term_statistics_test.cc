#include "src/match/term_statistics.h"

#include <doctest/doctest.h>

TEST_SUITE_BEGIN("match/term_statistics");

namespace referee {
namespace {

TEST_CASE("a snapshot's statistics are the index's counts") {
  Corpus corpus;
  REQUIRE(corpus
              .LoadNdjson("records",
                          R"({"type":"contact","id":"c-1","first_name":"Ewa","last_name":"Lind"}
{"type":"contact","id":"c-2","first_name":"Ewa","last_name":"Weber"}
{"type":"account","id":"a-1","name":"Falkenried Werke AG"})",
                          CallContext{})
              .ok());
  const Snapshot snapshot = corpus.Publish();
  const SnapshotStatistics statistics(snapshot);
  for (int asked = 0; asked < 2; ++asked) {
    CHECK(statistics.Count(Term::kGivenName, "ewa") == 2);
    CHECK(statistics.Count(Term::kFamilyName, "lind") == 1);
    CHECK(statistics.Count(Term::kFullName, "ewa lind") == 1);
    CHECK(statistics.Count(Term::kCompanyToken, "falkenried") == 1);
    CHECK(statistics.Count(Term::kFamilyName, "nobody") == 0);
  }
  CHECK(statistics.People() == PeopleCount(snapshot));
  CHECK(statistics.Companies() == CompanyCount(snapshot));
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
