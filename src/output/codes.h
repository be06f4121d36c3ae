// Every code that documents carry and programs branch on, in one document: what `referee help
// codes` prints and src/adjudicate/README.md lists.

#ifndef REFEREE_SRC_OUTPUT_CODES_H_
#define REFEREE_SRC_OUTPUT_CODES_H_

#include <span>
#include <string>
#include <string_view>

namespace referee {

struct Code {
  std::string_view code, meaning;
};

std::span<const Code> ActionCodes();  // What a person approves.
std::span<const Code> TaskCodes();
std::span<const Code> EventCodes();

// {"schema":"referee.codes/1","actions","states","moves","reasons","outcomes","tasks","events"}.
std::string CodesJson();

}  // namespace referee

#endif  // REFEREE_SRC_OUTPUT_CODES_H_
