#include "src/output/template.h"

#include <doctest/doctest.h>

TEST_SUITE_BEGIN("output/template");

namespace referee::testing {
namespace {

TEST_CASE("slots are filled and groups need all of theirs") {
  const Slots slots = {{"a", "x"}, {"empty", ""}, {"tricky", "{a}[[b]]"}};
  struct Row {
    const char* text;
    const char* rendered;
  };
  const Row rows[] = {
      {"", ""},
      {"no slot", "no slot"},
      {"{a} and {a}", "x and x"},
      {"{b}!", "!"},
      {"{{a}", "{a}"},
      {"{a", "{a"},
      {"a}", "a}"},
      {"[[of {a}]].", "of x."},
      {"[[of {empty}]].", "."},
      {"[[of {b}]].", "."},
      {"[[of {a} and {empty}]]done", "done"},
      {"[[always]]", "always"},
      {"[[{a}]] [[{a}]]", "x x"},
      {"[[open {a}", "[[open x"},
      {"close ]] {a}", "close ]] x"},
      {"{tricky}", "{a}[[b]]"},
      {"[[{tricky}]]", "{a}[[b]]"},
      {"[one {a}]", "[one x]"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(Render(row.text, slots) == row.rendered);
  }
}

}  // namespace
}  // namespace referee::testing

TEST_SUITE_END();
