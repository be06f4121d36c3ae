#include "src/match/transcription.h"

#include <doctest/doctest.h>

TEST_SUITE_BEGIN("match/transcription");

namespace referee::testing {
namespace {

TEST_CASE("a letter with marks and its transcription are one letter [DUP-13]") {
  struct Row {
    const char *a, *b;
    bool are_one;
  };
  const Row rows[] = {
      {"muller", "mueller", true},     {"jorg", "joerg", true},
      {"raeuschl", "rauschl", true},   {"kuehlhaus", "kuhlhaus", true},
      {"aarhus", "arhus", true},       {"koln", "koeln", true},
      {"moller", "moeller", true},     {"mullergoetz", "muellergotz", true},
      {"bauer", "baur", false},        {"steuer", "steur", false},
      {"michael", "michal", false},    {"samuel", "samul", false},
      {"quelle", "qulle", false},      {"saab", "sab", false},
      {"baer", "bar", false},          {"muller", "moeller", false},
      {"mueller", "muellers", false},  {"", "", false},
      {"muellerin", "mullerin", true}, {"michaela", "michala", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.a);
    CAPTURE(row.b);
    CHECK(AreTranscriptions(row.a, row.b) == row.are_one);
    CHECK(AreTranscriptions(row.b, row.a) == row.are_one);
  }
}

}  // namespace
}  // namespace referee::testing

TEST_SUITE_END();
