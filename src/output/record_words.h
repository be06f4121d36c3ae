// Records by their names, as a person knows them, with the id beside.

#ifndef REFEREE_SRC_OUTPUT_RECORD_WORDS_H_
#define REFEREE_SRC_OUTPUT_RECORD_WORDS_H_

#include <string>
#include <string_view>

#include "src/attribution/case.h"

namespace referee {

// "Jonas Weber"; a mailbox where there is no name; "" for nobody.
std::string PersonWords(const Person& person);

// "Nova Cloud GmbH"; the id where the records hold no name.
std::string PartnerWords(const Case& the_case, const std::string& id);

// "Maya Lind"; the id where the records hold no name.
std::string UserWords(const Case& the_case, const std::string& id);

// "account Falkenried Werke AG (a-1)", "submission s-2 from Nova Cloud GmbH", "touch t-1": type,
// name if it has one, id.
std::string RecordWords(const Case& the_case, const RecordRef& record);

// One fact: "lead Jonas Weber (l-1), created at: 2026-04-02 09:00 UTC".
std::string FactWords(const Case& the_case, const Fact& fact);

// A note of the engine with names for the ids of partners, and codes and times in words.
std::string NoteWords(const Case& the_case, std::string_view note);

}  // namespace referee

#endif  // REFEREE_SRC_OUTPUT_RECORD_WORDS_H_
