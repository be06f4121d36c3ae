// What several verbs take: the policy, the records, the bounds of a call.

#ifndef REFEREE_BINDINGS_CLI_INPUTS_H_
#define REFEREE_BINDINGS_CLI_INPUTS_H_

#include <functional>
#include <set>
#include <string>
#include <string_view>

#include "bindings/cli/arguments.h"
#include "bindings/cpp/referee.hpp"

namespace referee::cli {

// The tables' rows, so that an option reads the same in every verb.
extern const Option kPolicyOption, kSetOption, kRecordsOption, kMappingOption, kTablesOption,
    kThreadsOption, kStrictOption;

// Members that --strict reports, each once, in order.
using UnknownFields = std::set<std::string>;

// Options of a call from --threads, and from --strict, which fills `unknown`.
CallOptions CallOptionsOf(const Arguments& arguments, UnknownFields& unknown);

// --policy with every --set; the standard policy when --policy is not given.
Policy LoadPolicy(const Arguments& arguments);

// All --records as one load.  A bad record refuses them all.
Snapshot LoadRecords(const Arguments& arguments, const CallOptions& options);

// Calls `use` for each line of `path`.  A line that it refuses is reported as "FILE:LINE: POINTER:
// message" and skipped.  Returns the exit code.
int ForEachDocument(const std::string& path, const std::function<void(std::string_view)>& use);

// Prints what --strict found.
void ReportUnknown(const UnknownFields& unknown);

// "records.ndjson:3: /emails/0: must be a string", from what the error knows; `file` and `line`
// stand in where it knows none.
std::string Describe(const Error& error, std::string_view file = "", std::size_t line = 0);

}  // namespace referee::cli

#endif  // REFEREE_BINDINGS_CLI_INPUTS_H_
