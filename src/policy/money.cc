#include "src/policy/money.h"

#include <algorithm>

namespace referee {
namespace {

__extension__ using Wide = __int128;

const ExchangeRate* FindRate(const Exchange& exchange, std::string_view currency) {
  const auto found =
      std::find_if(exchange.rates.begin(), exchange.rates.end(),
                   [&](const ExchangeRate& rate) { return rate.currency == currency; });
  return found == exchange.rates.end() ? nullptr : &*found;
}

Wide PowerOfTen(int exponent) {
  Wide power = 1;
  for (int i = 0; i < exponent; ++i) power *= 10;
  return power;
}

// Multiplies; false when the product leaves 127 bits.
bool Multiply(Wide a, Wide b, Wide* product) { return !__builtin_mul_overflow(a, b, product); }

}  // namespace

std::optional<std::strong_ordering> CompareMoney(const Exchange& exchange, const Amount& a,
                                                 const Amount& b) {
  if (!a.minor.has() || !b.minor.has() || !a.currency.has() || !b.currency.has()) {
    return std::nullopt;
  }
  if (*a.currency == *b.currency) return *a.minor <=> *b.minor;
  const ExchangeRate* rate_a = FindRate(exchange, *a.currency);
  const ExchangeRate* rate_b = FindRate(exchange, *b.currency);
  if (rate_a == nullptr || rate_b == nullptr) return std::nullopt;
  // a / (10^ea ra) against b / (10^eb rb), multiplied out: no rounding, so no boundary moves.
  Wide left = 0, right = 0;
  if (!Multiply(Wide{*a.minor} * PowerOfTen(rate_b->exponent), rate_b->rate_micros, &left) ||
      !Multiply(Wide{*b.minor} * PowerOfTen(rate_a->exponent), rate_a->rate_micros, &right)) {
    return std::nullopt;
  }
  return left <=> right;
}

}  // namespace referee
