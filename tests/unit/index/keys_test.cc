#include "src/index/keys.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "src/base/json.h"
#include "src/index/snapshot.h"
#include "src/intake/parse_record.h"
#include "src/normalize/normalize.h"
#include "tests/reference/index/scan.h"
#include "tests/unit/index/random_records.h"

TEST_SUITE_BEGIN("index/keys");

namespace referee {
namespace {

Record Read(const std::string& line) {
  json::Parser parser;
  const auto node = parser.Parse(line);
  REQUIRE(node.ok());
  auto record = ParseRecord(**node, nullptr);
  REQUIRE(record.ok());
  return *record;
}

std::set<KeyKind> KindsOf(const std::string& line) {
  std::vector<BlockingKey> keys;
  AppendBlockingKeys(NormalizeRecord(Read(line)), &keys);
  std::set<KeyKind> kinds;
  for (const BlockingKey& key : keys) kinds.insert(key.kind);
  return kinds;
}

TEST_CASE("two records share a key exactly when they share one of the values") {
  testing::RandomRecords random(7);
  int shared = 0, apart = 0;
  for (int i = 0; i < 4000; ++i) {
    const auto line = [&] {
      switch (random.Below(4)) {
        case 0: return random.Account();
        case 1: return random.Contact();
        case 2: return random.Lead();
        default: return random.Touch();
      }
    };
    const std::string first = line(), second = line();
    CAPTURE(first);
    CAPTURE(second);
    const Features a = NormalizeRecord(Read(first)), b = NormalizeRecord(Read(second));
    std::vector<BlockingKey> keys_a, keys_b;
    AppendBlockingKeys(a, &keys_a);
    AppendBlockingKeys(b, &keys_b);
    const bool meet = std::any_of(keys_a.begin(), keys_a.end(), [&](const BlockingKey& key) {
      return std::any_of(keys_b.begin(), keys_b.end(),
                         [&](const BlockingKey& other) { return key.hash == other.hash; });
    });
    CHECK(meet == reference::ShareAValue(a, b));
    ++(meet ? shared : apart);
  }
  CHECK(shared > 300);
  CHECK(apart > 300);
}

TEST_CASE("a record has each key once") {
  testing::RandomRecords random(8);
  for (int i = 0; i < 300; ++i) {
    std::vector<BlockingKey> keys;
    AppendBlockingKeys(NormalizeRecord(Read(random.Lead())), &keys);
    std::set<std::uint64_t> hashes;
    for (const BlockingKey& key : keys) CHECK(hashes.insert(key.hash).second);
  }
}

TEST_CASE("a contact is found as a person and not as the company of its mailbox") {
  const auto kinds = KindsOf(
      R"({"type":"contact","id":"c","first_name":"Ada","last_name":"King","emails":["a@king.example"]})");
  CHECK(kinds.contains(KeyKind::kEmail));
  CHECK(kinds.contains(KeyKind::kFullName));
  CHECK(kinds.contains(KeyKind::kDomainAndSound));
  CHECK(!kinds.contains(KeyKind::kCompanyDomain));
}

TEST_CASE("a house number without a street finds nothing by itself") {
  CHECK(!KindsOf(R"({"type":"account","id":"a","name":"X","address":{"line1":"7","city":"Bonn"}})")
             .contains(KeyKind::kStreetAndNumber));
  CHECK(
      KindsOf(R"({"type":"account","id":"a","name":"X","address":{"line1":"Weg 7","city":"Bonn"}})")
          .contains(KeyKind::kStreetAndNumber));
}

TEST_CASE("only the domain and the whole name of a company are never skipped") {
  int never = 0;
  std::set<std::string_view> names;
  for (int i = 0; i <= static_cast<int>(KeyKind::kCompanyPhone); ++i) {
    const auto kind = static_cast<KeyKind>(i);
    CHECK(names.insert(KeyKindName(kind)).second);
    never += IsNeverSkipped(kind) ? 1 : 0;
  }
  CHECK(never == 2);
}

TEST_CASE("families of keys do not meet") {
  std::set<std::uint64_t> keys;
  for (int i = 0; i < kRecordTypeCount; ++i) {
    CHECK(keys.insert(IdentityKey(static_cast<RecordType>(i), "x")).second);
  }
  for (int i = 0; i <= static_cast<int>(Reference::kEvidence); ++i) {
    CHECK(keys.insert(ReferenceKey(static_cast<Reference>(i), "x")).second);
  }
  for (int i = 0; i <= static_cast<int>(Term::kRegistryId); ++i) {
    CHECK(keys.insert(TermKey(static_cast<Term>(i), "x")).second);
  }
}

TEST_CASE("a record adds to each term once") {
  std::vector<std::uint64_t> terms;
  AppendTermKeys(NormalizeRecord(Read(
                     R"({"type":"account","id":"a","name":"Falke Falke","phones":["1","1"]})")),
                 &terms);
  CHECK(std::set<std::uint64_t>(terms.begin(), terms.end()).size() == terms.size());
  CHECK(std::count(terms.begin(), terms.end(), TermKey(Term::kCompanyToken, "falke")) == 1);
}

// The kind of a key and the first letter of an id once met in the same bits of the hash: contact
// c-1 was found where account a-1 was asked for.
TEST_CASE("a kind of reference and an id never cancel each other out") {
  std::set<std::uint64_t> seen;
  for (int reference = 0; reference <= static_cast<int>(Reference::kEvidence); ++reference) {
    for (char letter = 'a'; letter <= 'z'; ++letter) {
      for (int number = 0; number < 50; ++number) {
        const std::string id = std::string(1, letter) + '-' + std::to_string(number);
        CAPTURE(reference);
        CAPTURE(id);
        CHECK(seen.insert(ReferenceKey(static_cast<Reference>(reference), id)).second);
      }
    }
  }
}

TEST_CASE("who points at an account is not found under a contact whose id is one letter off") {
  Corpus corpus;
  std::string records;
  for (int i = 0; i < 50; ++i) {
    const std::string number = std::to_string(i);
    records += R"({"type":"account","id":"b-)" + number + R"(","parent_id":"a-)" + number + "\"}\n";
  }
  REQUIRE(corpus.LoadNdjson("records", records, CallContext()).ok());
  const Snapshot snapshot = corpus.Publish();
  for (int i = 0; i < 50; ++i) {
    for (char letter = 'a'; letter <= 'z'; ++letter) {
      const std::string id = std::string(1, letter) + '-' + std::to_string(i);
      CAPTURE(id);
      CHECK(snapshot.Referring(Reference::kAccountParent, id).size() == (letter == 'a' ? 1 : 0));
      CHECK(snapshot.Referring(Reference::kOpportunityPerson, id).empty());
    }
  }
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
