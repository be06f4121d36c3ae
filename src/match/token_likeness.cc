#include "src/match/token_likeness.h"

#include <algorithm>
#include <cstddef>

#include "src/match/edit_distance.h"
#include "src/match/jaro_winkler.h"
#include "src/match/transcription.h"

namespace referee {
namespace {

bool IsNumber(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Wr. for Wiener, St. for Sankt: first and last letter and some between, in order.
bool IsContraction(std::string_view shorter, std::string_view longer) {
  if (shorter.size() < 2 || shorter.size() > 4 || longer.size() < shorter.size() + 3) return false;
  if (shorter.front() != longer.front() || shorter.back() != longer.back()) return false;
  std::size_t at = 0;
  for (const char letter : longer) at += at < shorter.size() && shorter[at] == letter ? 1 : 0;
  return at == shorter.size();
}

}  // namespace

double TokenLikeness(std::string_view a, std::string_view b) {
  return a == b ? kSameWord : TokenLikeness(SpeltWord(a), SpeltWord(b));
}

double TokenLikeness(const SpeltWord& a, const SpeltWord& b) {
  if (a.text == b.text) return kSameWord;
  if (AreTranscriptions(a.text, b.text)) return kTranscribedWord;
  if (IsNumber(a.text) || IsNumber(b.text)) return 0;
  // Off. for officine, immob. for immobiliere.
  const std::string_view small = a.text.size() <= b.text.size() ? a.text : b.text;
  const std::string_view large = a.text.size() <= b.text.size() ? b.text : a.text;
  const std::size_t shorter = small.size();
  const std::size_t longer = large.size();
  if (shorter >= 3 && longer >= shorter + 2 && large.starts_with(small)) return kShortenedWord;
  if (IsContraction(small, large)) return kShortenedWord;
  if (shorter < 4 || !MayBeSimilar(a, b, kLeastSimilar)) return 0;
  const int errors = AllowedErrors(longer);
  if (errors > 0 && MayBeWithin(a, b, errors) && EditDistance(a.text, b.text, errors) <= errors) {
    return kMisspeltWord;
  }
  return MayBeSimilar(a, b, kResembling) && JaroWinkler(a.text, b.text) >= kResembling
             ? kResemblingWord
             : 0;
}

}  // namespace referee
