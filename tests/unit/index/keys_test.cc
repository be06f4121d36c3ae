#include "src/index/keys.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "src/index/snapshot.h"

namespace referee {
namespace {

TEST_SUITE_BEGIN("index/keys");

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

TEST_SUITE_END();

}  // namespace
}  // namespace referee
