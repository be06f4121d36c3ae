#include "src/store/person_search.h"

#include <doctest/doctest.h>

namespace referee {
namespace {

TEST_SUITE_BEGIN("store/person_search");

KnownPerson Jonas() {
  json::Parser parser;
  KnownPerson person;
  const auto node = parser.Parse(
      R"({"first_name":"Jonas","last_name":"Weber","emails":["Jonas.Weber@falkenried.example"],)"
      R"("phones":["+49 40 1234568"]})");
  REQUIRE(node.ok());
  AddPerson(**node, &person);
  return person;
}

bool Mention1(const char* json, Mention mention) {
  json::Parser parser;
  const auto node = parser.Parse(json);
  REQUIRE(node.ok());
  return Mentions(**node, Jonas(), mention);
}

TEST_CASE("an address, a number or the whole name is found at any depth and in any writing") {
  for (const char* json : {R"({"a":[{"b":"write to jonas.weber@FALKENRIED.example soon"}]})",
                           R"({"emails":["jonas.\u0077eber@falkenried.example"]})",
                           R"({"phones":["040 / 123-45.68"]})", R"({"phone":"004940 1234568"})",
                           R"({"note":"JONAS WEBER called"})", R"({"note":"Weber, Jonas"})",
                           R"({"first_name":"jonas","last_name":"WEBER"})",
                           R"({"note":"ask for Jonas Weber's view"})"}) {
    CAPTURE(json);
    CHECK(Mention1(json, Mention::kAnywhere));
  }
}

TEST_CASE("others are not mistaken for the person") {
  for (const char* json :
       {R"({"first_name":"Anna","last_name":"Weber"})",
        R"({"first_name":"Jonas","last_name":"Lind"})", R"({"phone":"040 1234569"})",
        R"({"note":"4568 units"})", R"({"emails":["info@falkenried.example"]})"}) {
    CAPTURE(json);
    CHECK_FALSE(Mention1(json, Mention::kAnywhere));
  }
}

TEST_CASE("in a document of the person's case the surname is enough") {
  CHECK(Mention1(R"({"brief":"Mr. Weber wants an ERP"})", Mention::kLinked));
  CHECK_FALSE(Mention1(R"({"brief":"Mr. Weber wants an ERP"})", Mention::kAnywhere));
}

TEST_SUITE_END();

}  // namespace
}  // namespace referee
