// One verb of the command: what it is called, what it takes, what it does.

#ifndef REFEREE_BINDINGS_CLI_VERB_H_
#define REFEREE_BINDINGS_CLI_VERB_H_

#include <string>
#include <string_view>
#include <vector>

#include "bindings/cli/arguments.h"

namespace referee::cli {

// Exit codes of every verb: 0 done, 1 a finding that the verb is there to report, 2 bad usage or
// input.
enum Exit : int { kDone = 0, kFound = 1, kBadInput = 2 };

struct Verb {
  std::string_view name;
  std::string_view summary;  // One line.
  std::string_view about;    // What goes in and what comes out.
  std::vector<Positional> positionals;
  std::vector<Option> options;
  std::string_view examples;  // Commands that run as they stand.
  int (*run)(const Arguments& arguments);
  // When the verb exits with kFound, "" when it never does.
  std::string_view found = "";
};

const Verb& AdjudicateVerb();
const Verb& ApproveVerb();
const Verb& AuditVerb();
const Verb& EraseVerb();
const Verb& MatchVerb();
const Verb& ReplayVerb();
const Verb& EvalVerb();
const Verb& StatusVerb();
const Verb& TransitionVerb();
const Verb& VersionVerb();

// The text of "referee VERB --help".
std::string HelpOf(const Verb& verb);

}  // namespace referee::cli

#endif  // REFEREE_BINDINGS_CLI_VERB_H_
