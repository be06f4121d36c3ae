#include "src/normalize/feature_sketch.h"

#include <doctest/doctest.h>

#include <string>

TEST_SUITE_BEGIN("normalize/feature_sketch");

namespace referee {
namespace {

TEST_CASE("equal words have equal sketches, and a sketch knows letters, length and beginning") {
  const WordSketch word("falkenried");
  CHECK(word == WordSketch("falkenried"));
  CHECK(word.size() == 10);
  CHECK(word.is_ascii());
  CHECK(word.first_letter() == WordSketch("f").letters());
  CHECK((word.letters() & WordSketch("knife").letters()) == WordSketch("knife").letters());
  CHECK(word != WordSketch("falkenberg"));
  CHECK(WordSketch().empty());
  CHECK_FALSE(WordSketch("петр").is_ascii());
  CHECK(WordSketch(std::string(500, 'a')).size() == WordSketch::kLongest);
}

TEST_CASE("the beginning in common is counted up to four letters") {
  CHECK(WordSketch("falkenried").CommonPrefix(WordSketch("falke")) == 4);
  CHECK(WordSketch("falkenried").CommonPrefix(WordSketch("falter")) == 3);
  CHECK(WordSketch("falkenried").CommonPrefix(WordSketch("fa")) == 2);
  CHECK(WordSketch("falkenried").CommonPrefix(WordSketch("nordlicht")) == 0);
  CHECK(WordSketch("fa").CommonPrefix(WordSketch("fa")) >= 2);
}

TEST_CASE("only an empty text hashes to nothing, and numbers by their last digits") {
  CHECK(ShortHashOf("") == 0);
  CHECK(TinyHashOf("") == 0);
  for (int i = 0; i < 100000; ++i) {
    REQUIRE(ShortHashOf(std::to_string(i)) != 0);
    REQUIRE(TinyHashOf(std::to_string(i)) != 0);
  }
  CHECK(ShortHashOfNumber("+49401234567") == ShortHashOfNumber("0401234567"));
  CHECK(ShortHashOfNumber("12345") != ShortHashOfNumber("2345"));
}

TEST_CASE("a sketch says what there is, and that there is more than it keeps") {
  Features features;
  CHECK(SketchOf(features).flags == 0);
  features.person.given = "jonas";
  features.person.family = "weber";
  features.person.name_tokens = {"jonas", "weber"};
  features.person.emails = {{"jonas@a.example", "jonas", "a.example"}};
  FeatureSketch sketch = SketchOf(features);
  CHECK(sketch.Has(FeatureSketch::kPerson));
  CHECK(sketch.Has(FeatureSketch::kMailbox));
  CHECK_FALSE(sketch.Has(FeatureSketch::kCompany));
  CHECK_FALSE(sketch.Has(FeatureSketch::kMoreMailboxes));
  CHECK(sketch.domains[0] == ShortHashOf("a.example"));
  features.person.emails.push_back({"j@b.example", "j", "b.example"});
  features.company.domains = {"a.example", "c.example"};
  features.company.name_tokens = {"a", "b", "c", "d"};
  sketch = SketchOf(features);
  CHECK(sketch.Has(FeatureSketch::kMoreMailboxes));
  CHECK(sketch.Has(FeatureSketch::kMoreDomains));
  CHECK(sketch.Has(FeatureSketch::kMoreWords));
  CHECK(sketch.Has(FeatureSketch::kCompany));
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
