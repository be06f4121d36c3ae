// referee replay: decisions of a store made again from what was kept with them.

#include <cstdint>
#include <string>

#include "bindings/cli/files.h"
#include "bindings/cli/store.h"
#include "bindings/cli/verb.h"

namespace referee::cli {
namespace {

constexpr Option kEntryOption = {"--entry", "N", "only this entry (all)"};

int Run(const Arguments& arguments) {
  if (!arguments.Has(kStoreOption.name)) throw UsageError("say which store: --store FILE");
  Store store = OpenToRead(arguments.Value(kStoreOption.name));
  const Engine engine;
  CallOptions options;
  options.tenant = arguments.Value(kTenantOption.name);
  std::uint64_t first = 1, last = 0;
  if (arguments.Has(kEntryOption.name)) {
    first = last = EntryOf(arguments, kEntryOption.name);
  } else {
    last = store.CountEntries(options);
  }
  int exit = kDone;
  for (std::uint64_t entry = first; entry <= last; ++entry) {
    referee_replay outcome = REFEREE_REPLAY_NONE;
    const Document document = engine.Replay(store, entry, &outcome, options);
    Print(std::string(document.json()) + '\n');
    if (outcome == REFEREE_REPLAY_DIFFERENT) exit = kFound;
  }
  FlushOutput();
  return exit;
}

}  // namespace

const Verb& ReplayVerb() {
  static const Verb kVerb = {
      "replay",
      "make stored decisions again and compare",
      "Makes each decision of a store again, from the records, matches and policy that were kept\n"
      "with it, and writes one line an entry: its outcome is same, different, erased, or none for\n"
      "a person's act.",
      {},
      {kStoreOption, kTenantOption, kEntryOption},
      R"(  echo '{"type":"submission","id":"s-1","intent":"referral",
    "received_at":"2026-06-01T10:00:00Z","lead":{"last_name":"Weber"}}' | tr -d '\n' > new.ndjson
  referee adjudicate --policy standard --store decisions.db new.ndjson
  referee replay --store decisions.db
)",
      Run,
      "a decision came out differently"};
  return kVerb;
}

}  // namespace referee::cli
