// referee: the command line, a thin user of the C API.

#include <algorithm>
#include <cstdio>
#include <exception>
#include <string>
#include <string_view>
#include <vector>

#include "bindings/cli/codes.h"
#include "bindings/cli/files.h"
#include "bindings/cli/inputs.h"
#include "bindings/cli/terminal.h"
#include "bindings/cli/verb.h"

namespace referee::cli {
namespace {

std::vector<const Verb*> AllVerbs() {
  return {&AdjudicateVerb(), &ApproveVerb(), &TransitionVerb(), &StatusVerb(), &MatchVerb(),
          &EvalVerb(),       &ReplayVerb(),  &AuditVerb(),      &EraseVerb(),  &VersionVerb()};
}

std::string Overview() {
  std::string out =
      "usage: referee VERB [ARGUMENT]...\n"
      "\n"
      "Adjudicates partner referrals: who this lead already is, who may claim it, what stops it,\n"
      "what is missing, who should own it, and what a person must approve.\n"
      "\n";
  for (const Verb* verb : AllVerbs()) {
    out += "  ";
    out += verb->name;
    out.append(12 - verb->name.size(), ' ');
    out += verb->summary;
    out += '\n';
  }
  out +=
      "\n\"referee VERB --help\" shows the options of a verb and examples that run;\n"
      "\"referee help codes\" lists the codes of actions, states, reasons, tasks and events.\n";
  return out;
}

const Verb& FindVerb(const std::string& name) {
  std::vector<std::string_view> names;
  for (const Verb* verb : AllVerbs()) {
    if (verb->name == name) return *verb;
    names.push_back(verb->name);
  }
  std::string message = "there is no verb " + name;
  if (const std::string_view nearest = Nearest(name, names); !nearest.empty()) {
    message += "; did you mean " + std::string(nearest) + '?';
  }
  throw UsageError(message + " (referee --help lists them)");
}

int RunCommand(const std::vector<std::string>& words) {
  if (words.empty()) throw UsageError("say what to do (referee --help lists the verbs)");
  if (words.size() == 2 && words[0] == "help" && words[1] == "codes") {
    Print(CodesPage());
    FlushOutput();
    return kDone;
  }
  if (words[0] == "--help" || words[0] == "-h" || words[0] == "help") {
    Print(words.size() > 1 && words[0] == "help" ? HelpOf(FindVerb(words[1])) : Overview());
    FlushOutput();
    return kDone;
  }
  const Verb& verb = words[0] == "--version" ? VersionVerb() : FindVerb(words[0]);
  const std::vector<std::string> rest(words.begin() + 1, words.end());
  if (std::find(rest.begin(), rest.end(), "--help") != rest.end()) {
    Print(HelpOf(verb));
    FlushOutput();
    return kDone;
  }
  return verb.run(Arguments(rest, verb.options, verb.positionals));
}

}  // namespace
}  // namespace referee::cli

int main(int argc, char** argv) {
  namespace cli = referee::cli;
  try {
    return cli::RunCommand(std::vector<std::string>(argv + 1, argv + argc));
  } catch (const cli::UsageError& error) {
    cli::Complain(error.what());
  } catch (const referee::Error& error) {
    cli::Complain(cli::Describe(error));
  } catch (const std::exception& error) {
    cli::Complain(error.what());
  }
  return cli::kBadInput;
}
