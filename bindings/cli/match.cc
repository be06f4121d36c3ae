// referee match: who a record or submission may already be.

#include <string>
#include <string_view>

#include "bindings/cli/files.h"
#include "bindings/cli/inputs.h"
#include "bindings/cli/verb.h"

namespace referee::cli {
namespace {

int Run(const Arguments& arguments) {
  UnknownFields unknown;
  const CallOptions options = CallOptionsOf(arguments, unknown);
  const Engine engine;
  const Policy policy = LoadPolicy(arguments);
  const Snapshot records = LoadRecords(arguments, options);
  return ForEachDocument(arguments.Position(0), [&](std::string_view query) {
    Print(std::string(engine.FindMatches(policy, records, query, options).json()) + '\n');
  });
}

}  // namespace

const Verb& MatchVerb() {
  static const Verb kVerb = {
      "match",
      "find the records that may be the same person or company",
      "Reads records or submissions (NDJSON; \"-\" is standard input) and writes, for each, its\n"
      "candidates with probability, bits and an explanation.  Decides nothing and keeps nothing.",
      {{"QUERIES", "the file of records or submissions to look up"}},
      {kPolicyOption, kSetOption, kRecordsOption, kMappingOption, kTablesOption, kThreadsOption},
      R"(  echo '{"type":"contact","id":"c-1","last_name":"Weber",
    "emails":["weber@falkenried.example"]}' | tr -d '\n' > records.ndjson
  echo '{"type":"lead","id":"q","last_name":"Weber","emails":["Weber@Falkenried.example"]}' |
    referee match --records records.ndjson -

  echo '{"schema":"referee.tables/1","nicknames":{"add":[["sascha","alexander"]]}}' > tables.json
  referee match --records records.ndjson --tables tables.json records.ndjson
)",
      Run};
  return kVerb;
}

}  // namespace referee::cli
