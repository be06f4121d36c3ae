#include "src/output/plain_words.h"

#include <string_view>

#include "doctest/doctest.h"
#include "src/policy/policy.h"

namespace referee {
namespace {

TEST_SUITE_BEGIN("output/plain_words");

TEST_CASE("a time drops zero seconds and midnight but never its offset") {
  CHECK(TimeWords("2026-06-01T08:15:00Z") == "2026-06-01 08:15 UTC");
  CHECK(TimeWords("2026-06-01T08:15:20Z") == "2026-06-01 08:15:20 UTC");
  CHECK(TimeWords("2026-06-01T08:15:20.250Z") == "2026-06-01 08:15:20 UTC");
  CHECK(TimeWords("2026-06-01T00:00:00Z") == "2026-06-01");
  CHECK(TimeWords("2026-06-01T00:00:00+02:00") == "2026-06-01 00:00 +02:00");
  CHECK(TimeWords("2026-06-01") == "2026-06-01");
  CHECK(TimeWords("yesterday and then some more") == "yesterday and then some more");
  CHECK(TimeWords("") == "");
}

TEST_CASE("a probability never reads as certain") {
  CHECK(PercentWords(0.99999) == "99.9 %");
  CHECK(PercentWords(0.805) == "80.5 %");
  CHECK(PercentWords(0) == "0.0 %");
}

TEST_CASE("an amount has the minor digits of its currency and no zeros after the point") {
  const Policy policy = Policy::Standard().value();
  const auto words = [&](std::int64_t minor, const char* currency) {
    return AmountWords(policy, Amount{minor, Text(currency)});
  };
  CHECK(words(1200000, "EUR") == "12,000 EUR");
  CHECK(words(123456789, "EUR") == "1,234,567.89 EUR");
  CHECK(words(5, "EUR") == "0.05 EUR");
  CHECK(words(0, "EUR") == "0 EUR");
  CHECK(words(5200000, "JPY") == "5,200,000 JPY");
  CHECK(words(1500, "KWD") == "1.500 KWD");
  CHECK(AmountWords(policy, Money()) == "");
}

TEST_CASE("every conflict and every act has words of its own") {
  const Policy policy = Policy::Standard().value();
  for (int i = 0; i < kConflictKindCount; ++i) {
    const auto kind = static_cast<ConflictKind>(i);
    const std::string words = ConflictWords(policy, kind);
    CAPTURE(words);
    CHECK(words != CodeWords(ConflictKindName(kind)));
    CHECK(words.find('_') == std::string::npos);
  }
  CHECK(ActionWords("reject_message") == "the message of rejection");
  CHECK(ActionWords("price_exception") == "the price exception");
  CHECK(Sentence("two partners") == "Two partners");
  CHECK(Sentence("") == "");
}

TEST_SUITE_END();

}  // namespace
}  // namespace referee
