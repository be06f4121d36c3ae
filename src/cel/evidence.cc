#include "src/cel/evidence.h"

#include <utility>

namespace referee::cel {

void Obstacles::AddObstacle(const Value& value) {
  if (value.is_error()) {
    if (!error_.has_value()) error_ = value;
    return;
  }
  if (++unknown_count_ == 1) {
    first_unknown_ = value;
    return;
  }
  const auto paths = value.unknown_paths();
  more_paths_.insert(more_paths_.end(), paths.begin(), paths.end());
}

Value Obstacles::Take() && {
  if (unknown_count_ == 0) return *std::move(error_);
  if (unknown_count_ == 1) return std::move(first_unknown_);
  const auto paths = first_unknown_.unknown_paths();
  more_paths_.insert(more_paths_.end(), paths.begin(), paths.end());
  return Value::Unknown(std::move(more_paths_));
}

}  // namespace referee::cel
