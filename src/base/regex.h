// Regular expressions in linear time: the only place that knows RE2.

#ifndef REFEREE_SRC_BASE_REGEX_H_
#define REFEREE_SRC_BASE_REGEX_H_

#include <memory>
#include <string_view>

#include "absl/status/statusor.h"

namespace referee {

// A compiled pattern in RE2 syntax.  Immutable, cheap to copy, shared freely between threads.
class Regex {
 public:
  // Fails with kInvalidArgument when the pattern is malformed or its program too large.
  static absl::StatusOr<Regex> Compile(std::string_view pattern);

  // Whether the pattern occurs anywhere in `text`.  Linear in the length of the text.
  bool Occurs(std::string_view text) const;

 private:
  struct State;
  explicit Regex(std::shared_ptr<const State> state) : state_(std::move(state)) {}

  std::shared_ptr<const State> state_;
};

}  // namespace referee

#endif  // REFEREE_SRC_BASE_REGEX_H_
