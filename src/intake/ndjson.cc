#include "src/intake/ndjson.h"

#include "src/base/text.h"

namespace referee {

bool NdjsonLines::Next() {
  while (!rest_.empty()) {
    const std::size_t end = rest_.find('\n');
    text_ = rest_.substr(0, end);
    rest_ = end == std::string_view::npos ? std::string_view() : rest_.substr(end + 1);
    ++number_;
    if (!text_.empty() && text_.back() == '\r') text_.remove_suffix(1);
    if (!TrimAscii(text_).empty()) return true;
  }
  return false;
}

}  // namespace referee
