// referee erase: a person's data removed from a store.

#include <string>

#include "bindings/cli/files.h"
#include "bindings/cli/store.h"
#include "bindings/cli/verb.h"

namespace referee::cli {
namespace {

constexpr Option kAsOfOption = {"--as-of", "TIME", "when this is done, as 2026-06-01T10:00:00Z"};
constexpr Option kByOption = {"--by", "USER", "who does it, kept with the erasure"};
constexpr Option kJsonOption = {"--json", "ERASURE",
                                "the request: {\"type\":\"erasure\",\"id\":...} with\n"
                                "\"submission_id\" or \"person\"; \"-\" reads standard input"};

// Puts "user" into the object; an object that has one already is then refused as a whole.
void AddUser(const std::string& user, std::string& request) {
  const std::size_t begin = request.find('{');
  if (begin == std::string::npos) return;
  std::string member = "\"user\":\"";
  for (const char c : user) {
    if (c == '"' || c == '\\') member += '\\';
    member += c;
  }
  member += "\",";
  request.insert(begin + 1, member);
}

int Run(const Arguments& arguments) {
  for (const Option& needed : {kAsOfOption, kJsonOption}) {
    if (!arguments.Has(needed.name)) {
      throw UsageError("erase needs " + std::string(needed.name) + ' ' + std::string(needed.value));
    }
  }
  Store store = OpenStore(arguments);
  CallOptions options;
  options.tenant = arguments.Value(kTenantOption.name);
  options.as_of = arguments.Value(kAsOfOption.name);
  std::string request = arguments.Value(kJsonOption.name);
  if (request == "-") request = ReadFile(request);
  if (arguments.Has(kByOption.name)) AddUser(arguments.Value(kByOption.name), request);
  Print(std::string(store.Erase(request, options).json()) + '\n');
  FlushOutput();
  return kDone;
}

}  // namespace

const Verb& EraseVerb() {
  static const Verb kVerb = {
      "erase",
      "remove a person's data from a store",
      "Removes every text that mentions the person: submissions, records that decisions read,\n"
      "decisions, the history that later submissions are matched with.  Commitments stay, so that\n"
      "the audit still verifies; a replay or a retry of what was erased answers \"erased\".",
      {},
      {kStoreOption, kTenantOption, kAsOfOption, kByOption, kJsonOption, kSignKeyOption},
      R"(  echo '{"type":"submission","id":"s-1","intent":"referral",
    "received_at":"2026-06-01T10:00:00Z","lead":{"last_name":"Weber"}}' | tr -d '\n' > new.ndjson
  referee adjudicate --policy standard --store decisions.db new.ndjson
  referee erase --store decisions.db --as-of 2026-07-01T00:00:00Z --by u-1 \
    --json '{"type":"erasure","id":"er-1","submission_id":"s-1"}'
)",
      Run};
  return kVerb;
}

}  // namespace referee::cli
