// The codes of the documents as a page for people: `referee help codes`.

#ifndef REFEREE_BINDINGS_CLI_CODES_H_
#define REFEREE_BINDINGS_CLI_CODES_H_

#include <string>

namespace referee::cli {

// Actions, states, moves, reasons, outcomes, tasks and events, each under its heading, as the
// library lists them.
std::string CodesPage();

}  // namespace referee::cli

#endif  // REFEREE_BINDINGS_CLI_CODES_H_
