#include "src/index/candidates.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "src/normalize/normalize.h"

TEST_SUITE_BEGIN("index/candidates");

namespace referee {
namespace {

// Above this many records a key is refined or skipped.
constexpr int kMany = 450;

std::string Account(int number, const std::string& members) {
  return "{\"type\":\"account\",\"id\":\"a" + std::to_string(number) + "\"," + members + "}\n";
}

CandidateSet Search(const Snapshot& snapshot, const Company& company,
                    const CandidateOptions& options = {}) {
  CandidateSet found;
  FindCandidates(snapshot, NormalizeParties(nullptr, &company), options, &found);
  return found;
}

Company Named(const std::string& name, const std::string& city = {}) {
  Company company;
  company.name = name;
  if (!city.empty()) company.address.mutable_value().city = city;
  return company;
}

TEST_CASE("a search of nothing or in nothing finds nothing") {
  CHECK(Search(Snapshot(), Named("Falke")).records.empty());
  Corpus corpus;
  REQUIRE(corpus.LoadNdjson("f", Account(1, R"("name":"Falke")"), {}).ok());
  CHECK(Search(corpus.Publish(), {}).records.empty());
}

TEST_CASE("a company's domain and whole name find all of its records however many there are") {
  Corpus corpus;
  std::string lines;
  for (int i = 0; i < kMany; ++i) {
    lines +=
        Account(i, i % 2 == 0 ? R"("name":"Falke Werke AG")" : R"("domains":["falke.example"])");
  }
  REQUIRE(corpus.LoadNdjson("f", lines, {}).ok());
  Company company = Named("Falke Werke GmbH");
  company.domains = std::vector<std::string>{"www.falke.example"};
  const CandidateSet found = Search(corpus.Publish(), company);
  CHECK(found.records.size() == kMany);
  CHECK(!found.truncated);
}

TEST_CASE("a common word is refined by the city and the skipped kinds are named") {
  Corpus corpus;
  std::string lines;
  for (int i = 0; i < kMany; ++i) {
    const std::string city = i == 7 ? "Bonn" : "Ulm";
    lines += Account(i, "\"name\":\"Falke nr" + std::to_string(i) + "\",\"address\":{\"city\":\"" +
                            city + "\"}");
  }
  REQUIRE(corpus.LoadNdjson("f", lines, {}).ok());
  const Snapshot snapshot = corpus.Publish();
  const CandidateSet found = Search(snapshot, Named("Falke", "Bonn"));
  REQUIRE(!found.records.empty());
  CHECK(std::any_of(found.records.begin(), found.records.end(),
                    [&](RecordNo record) { return snapshot.IdAt(record) == "a7"; }));
  CHECK(std::find(found.skipped_keys.begin(), found.skipped_keys.end(), "company_token") !=
        found.skipped_keys.end());
  CHECK(std::is_sorted(found.skipped_keys.begin(), found.skipped_keys.end()));
}

TEST_CASE("more candidates than the budget are cut and say so") {
  Corpus corpus;
  std::string lines;
  for (int i = 0; i < 20; ++i) lines += Account(i, R"("name":"Falke Werke AG")");
  REQUIRE(corpus.LoadNdjson("f", lines, {}).ok());
  const Snapshot snapshot = corpus.Publish();
  CandidateOptions options;
  options.max_candidates = 20;
  CHECK(!Search(snapshot, Named("Falke Werke"), options).truncated);
  options.max_candidates = 19;
  const CandidateSet cut = Search(snapshot, Named("Falke Werke"), options);
  CHECK(cut.truncated);
  CHECK(cut.records.size() == 19);
}

TEST_CASE("records that were replaced do not make a word common") {
  Corpus corpus;
  std::string lines;
  for (int i = 0; i < kMany - 100; ++i) {
    lines += Account(i, "\"name\":\"Falke nr" + std::to_string(i) + "\"");
  }
  REQUIRE(corpus.LoadNdjson("f", lines, {}).ok());
  const std::size_t before = Search(corpus.Publish(), Named("Falke")).records.size();
  CHECK(before == kMany - 100);
  // Each once more: twice the postings, the same records.
  for (int i = 0; i < 80; ++i) {
    REQUIRE(corpus.Upsert(Account(i, "\"name\":\"Falke nr" + std::to_string(i) + "\""), {}).ok());
  }
  const CandidateSet after = Search(corpus.Publish(), Named("Falke"));
  CHECK(after.records.size() == before);
  CHECK(after.skipped_keys.empty());
}

TEST_CASE("a frequency is how many records carry a value") {
  Corpus corpus;
  REQUIRE(corpus
              .LoadNdjson("f",
                          "{\"type\":\"lead\",\"id\":\"1\",\"last_name\":\"King\",\"company\":{"
                          "\"name\":\"Falke\"}}\n"
                          "{\"type\":\"contact\",\"id\":\"2\",\"last_name\":\"KING\"}\n"
                          "{\"type\":\"account\",\"id\":\"3\",\"name\":\"Falke Falke\"}\n",
                          {})
              .ok());
  const Snapshot snapshot = corpus.Publish();
  CHECK(Frequency(snapshot, Term::kFamilyName, "king") == 2);
  CHECK(Frequency(snapshot, Term::kCompanyToken, "falke") == 2);
  CHECK(Frequency(snapshot, Term::kFamilyName, "weber") == 0);
  CHECK(PeopleCount(snapshot) == 2);
  CHECK(CompanyCount(snapshot) == 2);
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
