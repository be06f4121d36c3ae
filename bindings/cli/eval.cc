// referee eval: one CEL expression.

#include <string>

#include "bindings/cli/files.h"
#include "bindings/cli/inputs.h"
#include "bindings/cli/json.h"
#include "bindings/cli/verb.h"

namespace referee::cli {
namespace {

constexpr Option kBindingsOption = {"--bindings", "JSON", "the variables, as an object ({})"};
constexpr Option kSchemaOption = {"--schema", "JSON",
                                  "the CEL type of each path, as {\"partner.tier\":\"string\"}"};
constexpr Option kModeOption = {"--mode", "strict|evidence",
                                "how absence reads: as an error, or as unknown (strict)"};

referee_mode ModeOf(const std::string& name) {
  if (name == "strict") return REFEREE_MODE_STRICT;
  if (name == "evidence") return REFEREE_MODE_EVIDENCE;
  throw UsageError("--mode is strict or evidence");
}

// The value of an option that is a JSON document, "" when it is not given.
std::string JsonOf(const Arguments& arguments, const Option& option) {
  std::string value = arguments.Value(option.name);
  if (arguments.Has(option.name) && !ParseJson(value)) {
    throw UsageError(std::string(option.name) + ": the value is not JSON");
  }
  return value;
}

int Run(const Arguments& arguments) {
  const referee_mode mode = ModeOf(arguments.Value(kModeOption.name, "strict"));
  const Document answer = Evaluate(arguments.Position(0), JsonOf(arguments, kBindingsOption),
                                   JsonOf(arguments, kSchemaOption), mode);
  Print(std::string(answer.json()) + '\n');
  FlushOutput();
  return kDone;
}

}  // namespace

const Verb& EvalVerb() {
  static const Verb kVerb = {
      "eval",
      "evaluate one CEL expression",
      "Writes one line: {\"value\": ...}, {\"unknown\": [{\"path\", \"reason\"}]} or\n"
      "{\"error\": {\"code\", \"message\", \"line\", \"column\"}}.  All three are answers: exit 0.",
      {{"EXPR", "the expression, in the language of cel.dev"}},
      {kBindingsOption, kSchemaOption, kModeOption},
      "  referee eval '1 + 2'\n"
      "  referee eval 'partner.tier == \"gold\"' --bindings '{\"partner\":{\"tier\":\"gold\"}}'\n"
      "  referee eval 'consent != \"revoked\"' --bindings '{\"consent\":null}' --mode evidence\n",
      Run};
  return kVerb;
}

}  // namespace referee::cli
