// referee version: of the library that is loaded, which is what decides.

#include <string>

#include "bindings/cli/files.h"
#include "bindings/cli/verb.h"
#include "bindings/cpp/referee.hpp"

namespace referee::cli {
namespace {

int Run(const Arguments&) {
  Print("referee " + std::string(Version()) + '\n');
  FlushOutput();
  return kDone;
}

}  // namespace

const Verb& VersionVerb() {
  static const Verb kVerb = {"version",
                             "print the version",
                             "Writes the version of the library.",
                             {},
                             {},
                             "  referee version\n",
                             Run};
  return kVerb;
}

}  // namespace referee::cli
