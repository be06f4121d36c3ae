// referee audit: whether a store is as it was written, and proofs about one entry of it.

#include <string>
#include <string_view>

#include "bindings/cli/files.h"
#include "bindings/cli/inputs.h"
#include "bindings/cli/store.h"
#include "bindings/cli/verb.h"

namespace referee::cli {
namespace {

constexpr Option kHeadOption = {"--head", "HASH",
                                "verify: an entry that must be there, as \"audit\" of a decision\n"
                                "names it: finds out when newest entries were cut off"};
constexpr Option kEntryOption = {"--entry", "N", "prove: the number of the entry"};
constexpr Option kDiscloseOption = {"--disclose", "input|output|both|none",
                                    "prove: what of the entry the proof shows (input)"};
constexpr Option kRootOption = {"--root", "HASH",
                                "check: the root that the keeper of the store published"};

void PrintLine(std::string_view json) {
  Print(std::string(json) + '\n');
  FlushOutput();
}

std::uint32_t DisclosureOf(const std::string& name) {
  if (name == "none") return 0;
  if (name == "input") return REFEREE_DISCLOSE_INPUT;
  if (name == "output") return REFEREE_DISCLOSE_OUTPUT;
  if (name == "both") return REFEREE_DISCLOSE_INPUT | REFEREE_DISCLOSE_OUTPUT;
  throw UsageError("--disclose is input, output, both or none");
}

int Verify(const Arguments& arguments) {
  Store store = OpenToRead(arguments.Position(1));
  const Audit audit = store.Verify(arguments.Value(kHeadOption.name));
  PrintLine(audit.document.json());
  return audit.is_good ? kDone : kFound;
}

int Prove(const Arguments& arguments) {
  if (!arguments.Has(kEntryOption.name)) throw UsageError("say which entry: --entry N");
  Store store = OpenToRead(arguments.Position(1));
  CallOptions options;
  options.tenant = arguments.Value(kTenantOption.name);
  const std::uint32_t disclose = DisclosureOf(arguments.Value(kDiscloseOption.name, "input"));
  PrintLine(store.Prove(EntryOf(arguments, kEntryOption.name), disclose, options).json());
  return kDone;
}

int Check(const Arguments& arguments) {
  const Audit audit =
      CheckProof(ReadFile(arguments.Position(1)), arguments.Value(kRootOption.name));
  PrintLine(audit.document.json());
  return audit.is_good ? kDone : kFound;
}

int Run(const Arguments& arguments) {
  const std::string& what = arguments.Position(0);
  if (what == "verify") return Verify(arguments);
  if (what == "prove") return Prove(arguments);
  if (what == "check") return Check(arguments);
  throw UsageError("audit verify STORE, audit prove STORE --entry N, or audit check PROOF");
}

}  // namespace

const Verb& AuditVerb() {
  static const Verb kVerb = {
      "audit",
      "prove that a store is as it was written",
      "audit verify STORE    reads everything and names each value that was altered, removed,\n"
      "                      inserted or reordered; prints the head and the root to publish\n"
      "audit prove STORE     writes a proof that an entry stands in the journal; it shows nothing\n"
      "                      of other entries\n"
      "audit check PROOF     checks such a proof without the store",
      {{"verify|prove|check", "what to do"}, {"FILE", "the store, or the proof"}},
      {kHeadOption, kEntryOption, kDiscloseOption, kTenantOption, kRootOption},
      R"(  echo '{"type":"submission","id":"s-1","intent":"referral",
    "received_at":"2026-06-01T10:00:00Z","lead":{"last_name":"Weber"}}' | tr -d '\n' > new.ndjson
  referee adjudicate --policy standard --store decisions.db new.ndjson
  referee audit verify decisions.db
  referee audit prove decisions.db --entry 1 > proof.json
  referee audit check proof.json
)",
      Run,
      "the store or the proof is not as it was written"};
  return kVerb;
}

}  // namespace referee::cli
