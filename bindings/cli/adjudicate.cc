// referee adjudicate: submissions in, one decision a line out.

#include <string>
#include <string_view>

#include "bindings/cli/brief.h"
#include "bindings/cli/files.h"
#include "bindings/cli/inputs.h"
#include "bindings/cli/store.h"
#include "bindings/cli/verb.h"

namespace referee::cli {
namespace {

constexpr Option kAsOfOption = {"--as-of", "TIME",
                                "the instant to decide for, as 2026-06-01T10:00:00Z\n"
                                "(each submission's received_at)"};
constexpr Option kBriefOption = {"--brief", "", "print a text for people instead of JSON"};

// A wrong --as-of is not the fault of every line.
bool IsAboutAsOf(const Error& error) { return error.pointer() == "/as_of"; }

int Run(const Arguments& arguments) {
  if (!arguments.Has(kPolicyOption.name)) {
    throw UsageError("say which policy decides: --policy standard, or --policy FILE");
  }
  UnknownFields unknown;
  CallOptions options = CallOptionsOf(arguments, unknown);
  const Engine engine;
  const Policy policy = LoadPolicy(arguments);
  const Snapshot records = LoadRecords(arguments, options);
  Store store = arguments.Has(kStoreOption.name) ? OpenStore(arguments) : Store();
  options.tenant = arguments.Value(kTenantOption.name);
  options.as_of = arguments.Value(kAsOfOption.name);
  const bool is_brief = arguments.Has(kBriefOption.name);

  const int exit = ForEachDocument(arguments.Position(0), [&](std::string_view submission) {
    try {
      const Decision decision = engine.Submit(policy, records, store, submission, options);
      Print(is_brief ? BriefOf(decision.json()) : std::string(decision.json()) + '\n');
      if (is_brief) Print("\n");
    } catch (const Error& error) {
      if (IsAboutAsOf(error)) throw UsageError(std::string("--as-of: ") + error.what());
      throw;
    }
  });
  ReportUnknown(unknown);
  return exit;
}

}  // namespace

const Verb& AdjudicateVerb() {
  static const Verb kVerb = {
      "adjudicate",
      "decide about submissions: one decision a line",
      "Reads submissions (NDJSON, one object a line; \"-\" is standard input) in the order of "
      "their\n"
      "receipt and writes one decision a line.  Each sees the records and the submissions before\n"
      "it.  A bad submission is reported as FILE:LINE: POINTER: message and skipped; a bad record\n"
      "refuses the whole load.  With --store, what was decided is kept: a later run sees it, and "
      "the\n"
      "same idempotency key gives the same decision.",
      {{"SUBMISSIONS", "the file of submissions"}},
      {kPolicyOption, kSetOption, kRecordsOption, kMappingOption, kTablesOption, kStoreOption,
       kSignKeyOption, kTenantOption, kAsOfOption, kThreadsOption, kStrictOption, kBriefOption},
      R"(  echo '{"type":"partner","id":"p-1","name":"Nova Cloud"}' > records.ndjson
  echo '{"type":"submission","id":"s-1","intent":"referral","partner_id":"p-1",
    "received_at":"2026-06-01T10:00:00Z","lead":{"last_name":"Weber"}}' | tr -d '\n' > new.ndjson
  referee adjudicate --policy standard --records records.ndjson new.ndjson
  referee adjudicate --policy standard --brief --set enterprise_employees=500 - < new.ndjson

  referee adjudicate --policy standard --records records.ndjson --store decisions.db new.ndjson

  echo 'Id,LastName,Email,Company,Status' > Leads.csv
  echo '00Q1,Weber,weber@falkenried.example,Falkenried Werke,Open' >> Leads.csv
  referee adjudicate --policy standard --records salesforce:lead=Leads.csv new.ndjson

  echo '{"schema":"referee.tables/1","free_mail_domains":{"add":["falkenried.example"]}}' \
    > tables.json
  referee adjudicate --policy standard --records records.ndjson --tables tables.json new.ndjson
)",
      Run};
  return kVerb;
}

}  // namespace referee::cli
