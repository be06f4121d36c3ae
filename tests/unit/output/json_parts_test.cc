#include "src/output/json_parts.h"

#include <doctest/doctest.h>

TEST_SUITE_BEGIN("output/json_parts");

namespace referee::testing {
namespace {

TEST_CASE("an empty text is null and a list of texts keeps its order") {
  std::string out;
  json::Writer writer(&out);
  writer.BeginObject();
  WriteMember(writer, "a", "");
  WriteMember(writer, "b", "x\"y");
  writer.Key("c");
  WriteTexts(writer, {"2", "", "1"});
  writer.Key("d");
  WriteTextOrNull(writer, "z");
  writer.EndObject();
  CHECK(out == R"({"a":null,"b":"x\"y","c":["2","","1"],"d":"z"})");
}

}  // namespace
}  // namespace referee::testing

TEST_SUITE_END();
