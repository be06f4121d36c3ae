#include "src/match/company_words.h"

#include <doctest/doctest.h>

TEST_SUITE_BEGIN("match/company_words");

namespace referee {
namespace {

TEST_CASE("words of companies are told by what they say") {
  CHECK(KindOfWord("falkenried") == WordKind::kDistinctive);
  CHECK(KindOfWord("logistics") == WordKind::kTrade);
  CHECK(KindOfWord("group") == WordKind::kDescriptor);
  CHECK(KindOfWord("und") == WordKind::kFunction);
  CHECK(KindOfWord("") == WordKind::kDistinctive);
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
