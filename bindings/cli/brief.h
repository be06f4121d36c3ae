// A decision as a person wants to read it: what is recommended and why, who this already is, what
// is disputed, what to ask, who decides.

#ifndef REFEREE_BINDINGS_CLI_BRIEF_H_
#define REFEREE_BINDINGS_CLI_BRIEF_H_

#include <string>
#include <string_view>

namespace referee::cli {

// The brief of a decision document, some lines of at most 100 columns, in colour on a terminal.
std::string BriefOf(std::string_view decision_json);

}  // namespace referee::cli

#endif  // REFEREE_BINDINGS_CLI_BRIEF_H_
