#include "src/base/regex.h"

#include <re2/re2.h>

#include <cstdint>
#include <utility>

#include "src/base/error_location.h"

namespace referee {
namespace {

// Bounds the compiled program and the caches of one pattern, which may come from data.
constexpr std::int64_t kMaxPatternMemory = 1 << 20;

re2::StringPiece Piece(std::string_view text) { return {text.data(), text.size()}; }

RE2::Options PatternOptions() {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(kMaxPatternMemory);
  return options;
}

}  // namespace

struct Regex::State {
  explicit State(std::string_view pattern) : expression(Piece(pattern), PatternOptions()) {}
  RE2 expression;
};

absl::StatusOr<Regex> Regex::Compile(std::string_view pattern) {
  auto state = std::make_shared<const State>(pattern);
  // RE2's own message may repeat parts of the pattern, which may be data.
  if (!state->expression.ok()) return Invalid("is not a regular expression of RE2, or too large");
  return Regex(std::move(state));
}

bool Regex::Occurs(std::string_view text) const {
  return RE2::PartialMatch(Piece(text), state_->expression);
}

}  // namespace referee
