// Person names -> given, middle, family and suffix, without honorifics.

#ifndef REFEREE_SRC_NORMALIZE_PERSON_NAME_H_
#define REFEREE_SRC_NORMALIZE_PERSON_NAME_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "src/normalize/features.h"
#include "src/normalize/table_overrides.h"
#include "src/record/party.h"

namespace referee {

// Fills the name fields of `out` from the parts of `person`, or from its full name where the parts
// are missing ("Last, First", "Dr. First Middle van Last jr").
void NormalizeName(const Person& person, PersonFeatures* out,
                   const TableOverrides* overrides = nullptr);

// The numbers of the formal names that this folded given name may stand for, ascending.
std::vector<std::uint32_t> NicknameGroups(std::string_view folded_given_name,
                                          const TableOverrides* overrides = nullptr);

// A sound code of a folded name: its first letter, then one digit for each run of similar
// consonants (the classes of Refined Soundex), vowels left out.  "" for no Latin letters.
std::string PhoneticCode(std::string_view folded_name);

}  // namespace referee

#endif  // REFEREE_SRC_NORMALIZE_PERSON_NAME_H_
