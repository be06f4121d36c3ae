#include "src/output/plain_words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "src/base/text.h"

namespace referee {

std::string CodeWords(std::string_view code) {
  std::string words(code);
  std::replace_if(
      words.begin(), words.end(), [](char c) { return c == '_' || c == '.'; }, ' ');
  return words;
}

std::string Sentence(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  }
  return text;
}

std::string TimeWords(std::string_view time) {
  constexpr std::size_t kDay = 10;    // Of "2026-06-01".
  constexpr std::size_t kClock = 19;  // Of "2026-06-01T08:15:00".
  if (time.size() <= kClock || time[kDay] != 'T') return std::string(time);
  std::string words(time.substr(0, kDay));
  const std::string_view clock = time.substr(kDay + 1, kClock - kDay - 1);
  const std::string_view rest = time.substr(kClock);  // A fraction, then the offset.
  const bool is_utc = rest.back() == 'Z';
  if (is_utc && rest.size() == 1 && clock == "00:00:00") return words;
  words += ' ';
  words += clock.ends_with(":00") ? clock.substr(0, 5) : clock;
  words += is_utc ? " UTC" : " ";
  if (!is_utc) words += rest.substr(std::min(rest.find_first_of("+-"), rest.size()));
  return words;
}

std::string PercentWords(double probability) {
  const int tenths = static_cast<int>(probability * 1000);
  return std::to_string(tenths / 10) + '.' + std::to_string(tenths % 10) + " %";
}

std::string AmountWords(const Policy& policy, const Money& money) {
  if (!money.has() || !money->minor.has()) return {};
  std::size_t exponent = 2;
  for (const ExchangeRate& rate : policy.parameters().exchange.rates) {
    if (rate.currency == money->currency.get()) exponent = static_cast<std::size_t>(rate.exponent);
  }
  std::string digits = std::to_string(*money->minor);
  if (digits.size() <= exponent) digits.insert(0, exponent + 1 - digits.size(), '0');
  const std::string fraction = digits.substr(digits.size() - exponent);
  std::string text = digits.substr(0, digits.size() - exponent);
  for (std::size_t at = text.size(); at > 3;) text.insert(at -= 3, ",");
  if (fraction.find_first_not_of('0') != std::string::npos) text += '.' + fraction;
  return text + ' ' + money->currency.get();
}

std::string ConflictWords(const Policy& policy, ConflictKind kind) {
  const std::string_view name = ConflictKindName(kind);
  const std::string& text = policy.text("conflict." + std::string(name));
  return text.empty() ? CodeWords(name) : text;
}

std::string_view LaneStateWord(LaneState state) {
  switch (state) {
    case LaneState::kOpen: return "open";
    case LaneState::kHold: return "held";
    case LaneState::kStop: return "stopped";
    case LaneState::kDone: return "done";
  }
  return "";
}

std::string ActionWords(std::string_view action) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kActions = {
      {{"accept", "acceptance"},
       {"attribute", "attribution"},
       {"feedback", "the feedback"},
       {"reject_message", "the message of rejection"},
       {"commitment", "any commitment"},
       {"advocacy", "public advocacy"},
       {"exception", "the exception"}}};
  for (const auto& [known, words] : kActions) {
    if (known == action) return std::string(words);
  }
  return "the " + CodeWords(action);
}

}  // namespace referee
