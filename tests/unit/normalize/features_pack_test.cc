#include <doctest/doctest.h>

#include <algorithm>
#include <limits>
#include <random>
#include <string>

#include "src/normalize/features.h"

TEST_SUITE_BEGIN("normalize/features_pack");

namespace referee {
namespace {

class RandomFeatures {
 public:
  explicit RandomFeatures(unsigned seed) : random_(seed) {}

  Features Make() {
    Features f;
    PersonFeatures& p = f.person;
    for (std::string* text : {&p.given, &p.middle, &p.family, &p.suffix, &p.family_phonetic,
                              &p.title, &p.birth_date, &p.national_id, &p.country}) {
      *text = Text();
    }
    p.name_tokens = Texts();
    for (std::size_t n = Below(3); n > 0; --n) p.given_groups.push_back(Number());
    for (std::size_t n = Below(3); n > 0; --n) {
      p.emails.push_back(
          {Text(), Text(), Text(), static_cast<DomainClass>(Below(5)), Bit(), Bit()});
    }
    p.phones = Phones();
    CompanyFeatures& c = f.company;
    for (std::string* text :
         {&c.name, &c.legal_form, &c.legal_form_country, &c.acronym, &c.industry, &c.address.street,
          &c.address.house_number, &c.address.unit, &c.address.city, &c.address.region,
          &c.address.postal, &c.address.country}) {
      *text = Text();
    }
    for (auto* list :
         {&c.name_tokens, &c.place_tokens, &c.numerals, &c.domains, &c.shared_domains}) {
      *list = Texts();
    }
    for (std::size_t n = Below(3); n > 0; --n) c.registry_ids.push_back({Text(), Text(), Bit()});
    c.phones = Phones();
    c.employees = static_cast<std::int32_t>(Number());
    f.domains_from_email = Bit();
    return f;
  }

  std::size_t Below(std::size_t bound) { return random_() % bound; }

 private:
  bool Bit() { return Below(2) == 0; }
  std::uint32_t Number() { return static_cast<std::uint32_t>(random_() >> (random_() % 32)); }
  std::string Text() {
    std::string text;
    for (std::size_t n = Below(10) == 0 ? 200 : Below(6); n > 0; --n) {
      text += static_cast<char>(Below(256));
    }
    return text;
  }
  std::vector<std::string> Texts() {
    std::vector<std::string> out;
    for (std::size_t n = Below(4); n > 0; --n) out.push_back(Text());
    return out;
  }
  std::vector<PhoneFeature> Phones() {
    std::vector<PhoneFeature> out;
    for (std::size_t n = Below(3); n > 0; --n) out.push_back({Text(), Text(), Bit()});
    return out;
  }

  std::mt19937 random_;
};

std::string Packed(const Features& features) {
  std::string out;
  PackFeatures(features, out);
  return out;
}

TEST_CASE("features come back from their packed form as they were") {
  RandomFeatures random(1);
  Features unpacked;  // Used again and again: nothing of the last one may stay.
  for (int i = 0; i < 2000; ++i) {
    const Features features = random.Make();
    const std::string packed = Packed(features);
    REQUIRE(UnpackFeatures(packed, &unpacked));
    CHECK(Packed(unpacked) == packed);
    CHECK(unpacked.person.given_groups == features.person.given_groups);
    CHECK(unpacked.company.employees == features.company.employees);
    CHECK(unpacked.company.name_tokens == features.company.name_tokens);
    CHECK(unpacked.person.emails.size() == features.person.emails.size());
  }
}

template <typename A, typename B>
bool SameTexts(const A& a, const B& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end());
}

TEST_CASE("views of packed features say the same as their copies") {
  RandomFeatures random(3);
  FeaturesView view;  // Used again and again as well.
  for (int i = 0; i < 2000; ++i) {
    const Features copy = random.Make();
    const std::string packed = Packed(copy);
    REQUIRE(UnpackFeatures(packed, &view));
    CHECK(view.person.given == copy.person.given);
    CHECK(view.person.country == copy.person.country);
    CHECK(view.person.given_groups == copy.person.given_groups);
    CHECK(SameTexts(view.person.name_tokens, copy.person.name_tokens));
    REQUIRE(view.person.emails.size() == copy.person.emails.size());
    for (std::size_t j = 0; j < view.person.emails.size(); ++j) {
      CHECK(view.person.emails[j].address == copy.person.emails[j].address);
      CHECK(view.person.emails[j].domain_class == copy.person.emails[j].domain_class);
      CHECK(view.person.emails[j].from_own_name == copy.person.emails[j].from_own_name);
    }
    CHECK(view.company.name == copy.company.name);
    CHECK(SameTexts(view.company.name_tokens, copy.company.name_tokens));
    CHECK(SameTexts(view.company.domains, copy.company.domains));
    CHECK(view.company.registry_ids.size() == copy.company.registry_ids.size());
    CHECK(view.company.phones.size() == copy.company.phones.size());
    CHECK(view.company.address.country == copy.company.address.country);
    CHECK(view.company.employees == copy.company.employees);
    CHECK(view.domains_from_email == copy.domains_from_email);
  }
}

TEST_CASE("bytes that were not packed are refused without harm") {
  RandomFeatures random(2);
  Features unpacked;
  FeaturesView view;
  CHECK(!UnpackFeatures("", &unpacked));
  for (int i = 0; i < 2000; ++i) {
    const std::string packed = Packed(random.Make());
    CHECK(!UnpackFeatures(packed + "x", &unpacked));
    CHECK(!UnpackFeatures(packed.substr(0, random.Below(packed.size())), &unpacked));
    std::string mutated = packed;
    mutated[random.Below(mutated.size())] = static_cast<char>(random.Below(256));
    const bool is_packed = UnpackFeatures(mutated, &unpacked);
    if (is_packed) CHECK(Packed(unpacked).size() <= mutated.size());
    CHECK(UnpackFeatures(mutated, &view) == is_packed);
  }
  // A count of four thousand million elements in five bytes.
  CHECK(!UnpackFeatures(std::string("\0\0\0\0\xFF\xFF\xFF\xFF\x0F", 9), &unpacked));
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
