#include "tests/reference/normalize/check_digits.h"

#include <string>

namespace referee::reference {

bool IsLei(std::string_view value) {
  if (value.size() != 20) return false;
  std::string digits;
  for (const char c : value) {
    const bool is_digit = c >= '0' && c <= '9', is_letter = c >= 'A' && c <= 'Z';
    if (!is_digit && !is_letter) return false;
    digits += std::to_string(is_digit ? c - '0' : c - 'A' + 10);
  }
  // Long division, as on paper.
  int rest = 0;
  for (const char digit : digits) rest = (rest * 10 + (digit - '0')) % 97;
  return rest == 1;
}

}  // namespace referee::reference
