#include "src/match/city_names.h"

#include <doctest/doctest.h>

TEST_SUITE_BEGIN("match/city_names");

namespace referee {
namespace {

TEST_CASE("a city abroad has the name it has at home") {
  CHECK(HomeNameOfCity("vienna") == "wien");
  CHECK(HomeNameOfCity("genf") == HomeNameOfCity("geneva"));
  CHECK(HomeNameOfCity("the hague") == "den haag");
  CHECK(HomeNameOfCity("wien") == "wien");
  CHECK(HomeNameOfCity("") == "");
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
