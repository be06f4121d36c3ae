// Whether a document mentions a person: what erasure looks for, in every text of a store.

#ifndef REFEREE_SRC_STORE_PERSON_SEARCH_H_
#define REFEREE_SRC_STORE_PERSON_SEARCH_H_

#include <set>
#include <string>
#include <string_view>

#include "src/base/json.h"

namespace referee {

// What is known of the person, in comparable form.
struct KnownPerson {
  std::set<std::string> ids;       // Of records: contacts and leads.
  std::set<std::string> emails;    // Folded.
  std::set<std::string> phones;    // Digits without leading zeros; at least seven of them.
  std::set<std::string> names;     // Folded "first last", at least two words.
  std::set<std::string> surnames;  // Folded words that stand for the person where it is known.

  std::size_t size() const { return ids.size() + emails.size() + phones.size() + names.size(); }
};

// Adds what a person object of a document says: `emails` or `email`, `phones`, names.
void AddPerson(const json::Node& node, KnownPerson* person);

// True when this is a person object of the known person: one of its addresses, or its id in a
// document of type contact or lead.
bool IsPerson(const json::Node& node, const KnownPerson& person);

// How surely the text must be about the person.
enum class Mention : std::uint8_t {
  kAnywhere,  // An address, a phone number or the whole name.
  kLinked,    // In a document about the person's case: the surname is enough.
};

// True when some text of the document, at any depth, mentions the person.  Linear.
bool Mentions(const json::Node& node, const KnownPerson& person, Mention mention);

}  // namespace referee

#endif  // REFEREE_SRC_STORE_PERSON_SEARCH_H_
