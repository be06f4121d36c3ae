#include "src/policy/money.h"

#include <limits>
#include <string>

#include "src/policy/policy.h"
#include "tests/unit/policy/documents.h"

TEST_SUITE_BEGIN("policy/money");

namespace referee::testing {
namespace {

Amount Of(std::int64_t minor, const char* currency) { return {minor, std::string(currency)}; }

const Exchange& StandardExchange() {
  static const auto& policy = *new Policy(Policy::Standard().value());
  return policy.parameters().exchange;
}

std::string Sign(const Amount& a, const Amount& b) {
  const auto order = CompareMoney(StandardExchange(), a, b);
  if (!order.has_value()) return "unknown";
  return *order < 0 ? "<" : *order > 0 ? ">" : "=";
}

TEST_CASE("amounts compare exactly and by the minor digits of their currencies [STP-24]") {
  struct Row {
    Amount a, b;
    const char* sign;
  };
  const Row rows[] = {
      {Of(100, "USD"), Of(100, "USD"), "="},
      {Of(99, "USD"), Of(100, "USD"), "<"},
      // 1 EUR is 1.1172 USD: 10,000.00 EUR are exactly 11,172.00 USD.
      {Of(1000000, "EUR"), Of(1117200, "USD"), "="},
      {Of(1000000, "EUR"), Of(1117201, "USD"), "<"},
      {Of(1000001, "EUR"), Of(1117200, "USD"), ">"},
      // 175.68 JPY for a euro, and no minor digits: 100 EUR are 17,568 yen.
      {Of(10000, "EUR"), Of(17568, "JPY"), "="},
      {Of(10000, "EUR"), Of(17567, "JPY"), ">"},
      // 0.356 KWD for a euro, and three minor digits: 100 EUR are 35.600 dinars.
      {Of(10000, "EUR"), Of(35600, "KWD"), "="},
      {Of(10000, "EUR"), Of(35601, "KWD"), "<"},
      // 1090 CLP for a euro, and no minor digits.
      {Of(100, "EUR"), Of(1090, "CLP"), "="},
      {Of(0, "EUR"), Of(0, "JPY"), "="},
      {Of(-1, "EUR"), Of(0, "JPY"), "<"},
  };
  for (const Row& row : rows) {
    CAPTURE(*row.a.minor);
    CAPTURE(*row.a.currency);
    CAPTURE(*row.b.minor);
    CAPTURE(*row.b.currency);
    CHECK(Sign(row.a, row.b) == row.sign);
  }
}

TEST_CASE("the largest amounts do not overflow into a wrong answer") {
  constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
  CHECK(Sign(Of(kMost, "EUR"), Of(kMost, "USD")) == ">");
  CHECK(Sign(Of(kMost, "IDR"), Of(kMost, "KWD")) == "<");
  CHECK(Sign(Of(kMost, "KWD"), Of(-kMost, "IDR")) == ">");
}

TEST_CASE("one currency needs no rate and an unknown one has no answer") {
  CHECK(Sign(Of(5, "XAF"), Of(4, "XAF")) == ">");
  CHECK(Sign(Of(5, "XAF"), Of(4, "USD")) == "unknown");
  CHECK(Sign(Of(5, "USD"), Of(4, "XAF")) == "unknown");
  CHECK(Sign(Amount{}, Of(4, "USD")) == "unknown");
  CHECK(Sign(Amount{std::int64_t{4}, {}}, Of(4, "USD")) == "unknown");
  CHECK(Sign(Amount{{}, std::string("USD")}, Of(4, "USD")) == "unknown");
}

TEST_CASE("the table of the standard policy is dated and has its source and ISO exponents") {
  const Exchange& exchange = StandardExchange();
  CHECK(exchange.rates.size() >= 30);
  CHECK(ParseDay(exchange.date).ok());
  CHECK(exchange.source.find("European Central Bank") != std::string::npos);
  for (const ExchangeRate& rate : exchange.rates) {
    CAPTURE(rate.currency);
    const bool none = rate.currency == "JPY" || rate.currency == "KRW" || rate.currency == "CLP" ||
                      rate.currency == "ISK";
    CHECK(rate.exponent == (none ? 0 : rate.currency == "KWD" ? 3 : 2));
    CHECK(rate.rate_micros > 0);
    if (rate.currency == exchange.base) CHECK(rate.rate_micros == 1'000'000);
  }
}

}  // namespace
}  // namespace referee::testing

TEST_SUITE_END();
