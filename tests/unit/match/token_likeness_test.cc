#include "src/match/token_likeness.h"

#include <doctest/doctest.h>

TEST_SUITE_BEGIN("match/token_likeness");

namespace referee {
namespace {

TEST_CASE("words are alike as they are written, misspelt or shortened, either way round") {
  struct Case {
    const char *a, *b;
    double likeness;
  };
  for (const Case& c : {
           Case{"castings", "castings", kSameWord},
           Case{"castings", "castng", kMisspeltWord},
           Case{"vaidyanath", "vaidhyanath", kMisspeltWord},
           Case{"off", "officine", kShortenedWord},
           Case{"wr", "wiener", kShortenedWord},
           Case{"shri", "shree", kResemblingWord},
           Case{"qvt", "qvl", 0},
           Case{"2007", "2008", 0},
           Case{"of", "officine", 0},
           Case{"celle", "coburg", 0},
       }) {
    CAPTURE(c.a);
    CAPTURE(c.b);
    CHECK(TokenLikeness(c.a, c.b) == c.likeness);
    CHECK(TokenLikeness(c.b, c.a) == c.likeness);
  }
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
