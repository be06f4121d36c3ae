#include "src/match/phone_levels.h"

#include <doctest/doctest.h>

#include <vector>

#include "tests/unit/match/example_parties.h"

TEST_SUITE_BEGIN("match/phone_levels");

namespace referee {
namespace {

using Phones = std::vector<PhoneFeature>;

PhoneFeature National(std::string_view digits) {
  PhoneFeature phone;
  phone.e164 = digits;
  return phone;
}

TEST_CASE("the best pair of numbers counts") {
  const Phones a = {example::Number("+4940111111"), example::Number("+4940222222")};
  CHECK(ComparePhones(a, {example::Number("+4940222222")}).level == PhoneLevel::kExact);
  CHECK(ComparePhones(a, {example::Number("+4940333333")}).level == PhoneLevel::kDifferent);
  CHECK(ComparePhones(a, {}).level == PhoneLevel::kAbsent);
}

TEST_CASE("national digits match the end of an international number") {
  const Phones international = {example::Number("+420777555010")};
  CHECK(ComparePhones(international, {National("777555010")}).level == PhoneLevel::kNational);
  CHECK(ComparePhones({National("0777555010")}, international).level == PhoneLevel::kNational);
  CHECK(ComparePhones(international, {National("5010")}).level == PhoneLevel::kDifferent);
}

TEST_CASE("the company's own number and other extensions are a switchboard") {
  const Phones number = {example::Number("+4732550000")};
  CHECK(ComparePhones(number, number, number, {}).level == PhoneLevel::kSwitchboard);
  CHECK(ComparePhones(number, number, {}, number).level == PhoneLevel::kSwitchboard);
  Phones desk_4 = number, desk_7 = number;
  desk_4[0].extension = "4";
  desk_7[0].extension = "7";
  CHECK(ComparePhones(desk_4, desk_7).level == PhoneLevel::kSwitchboard);
  CHECK(ComparePhones(desk_4, desk_4).level == PhoneLevel::kExact);
  CHECK(ComparePhones(desk_4, number).level == PhoneLevel::kExact);
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
