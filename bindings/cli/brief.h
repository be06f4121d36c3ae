// A decision as a person wants to read it: the brief that the library wrote, laid out for a
// terminal.

#ifndef REFEREE_BINDINGS_CLI_BRIEF_H_
#define REFEREE_BINDINGS_CLI_BRIEF_H_

#include <string>
#include <string_view>

namespace referee::cli {

// The brief of a decision document under the names of its submission and referral; lines of at most
// 100 columns, in colour on a terminal.
std::string BriefOf(std::string_view decision_json);

}  // namespace referee::cli

#endif  // REFEREE_BINDINGS_CLI_BRIEF_H_
