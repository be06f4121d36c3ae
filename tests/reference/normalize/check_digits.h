// The oracle of check digits: the number is written out and divided by hand.

#ifndef REFEREE_TESTS_REFERENCE_NORMALIZE_CHECK_DIGITS_H_
#define REFEREE_TESTS_REFERENCE_NORMALIZE_CHECK_DIGITS_H_

#include <string_view>

namespace referee::reference {

// ISO 17442: 20 letters and digits whose number, letters read as 10 to 35, leaves 1 divided by 97.
bool IsLei(std::string_view value);

}  // namespace referee::reference

#endif  // REFEREE_TESTS_REFERENCE_NORMALIZE_CHECK_DIGITS_H_
