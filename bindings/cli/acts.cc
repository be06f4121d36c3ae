// referee approve, transition, status: what people do about a referral, and where it stands.

#include <string>
#include <string_view>

#include "bindings/cli/files.h"
#include "bindings/cli/inputs.h"
#include "bindings/cli/json.h"
#include "bindings/cli/store.h"
#include "bindings/cli/terminal.h"
#include "bindings/cli/verb.h"

namespace referee::cli {
namespace {

constexpr Option kAsOfOption = {"--as-of", "TIME", "when this is done, as 2026-06-02T10:00:00Z"};
constexpr Option kByOption = {"--by", "USER", "who does it: an id of the records"};
constexpr Option kActOption = {"--json", "ACT",
                               "the act: JSON, @FILE, or \"-\" for standard input"};

std::string TextOf(const Arguments& arguments, const Option& option) {
  if (!arguments.Has(option.name)) {
    throw UsageError("say " + std::string(option.name) + ' ' + std::string(option.value));
  }
  return arguments.Value(option.name);
}

std::string ReadAct(const Arguments& arguments) {
  std::string text = TextOf(arguments, kActOption);
  if (text == "-") text = ReadFile(text);
  if (!text.empty() && text[0] == '@') text = ReadFile(text.substr(1));
  return text;
}

// Puts a member in front that the act does not have; what it has must agree.
std::string WithMember(std::string text, const std::string& name, const std::string& value,
                       std::string_view told_by) {
  const auto act = ParseJson(text);
  if (!act || act->kind != Json::Kind::kObject) throw UsageError("--json: needs a JSON object");
  const Json& given = (*act)[name];
  if (given.kind == Json::Kind::kString && given.text != value) {
    throw UsageError("--json: /" + name + " says other than " + std::string(told_by));
  }
  if (given.kind != Json::Kind::kNull) return text;
  for (const JsonMember& member : act->members) {
    if (member.name == name) return text;  // A null is the library's to judge.
  }
  const std::string comma = act->members.empty() ? "" : ",";
  const std::size_t brace = text.find('{');
  return text.insert(brace + 1, QuoteJson(name) + ':' + QuoteJson(value) + comma);
}

// The act of --json as the verb's type, by the person of --by.
std::string ActOf(const Arguments& arguments, const std::string& type) {
  std::string act = WithMember(ReadAct(arguments), "type", type, "the verb");
  return WithMember(std::move(act), "user", TextOf(arguments, kByOption), "--by");
}

// A refusal is what these verbs are there to report; anything else is bad input.
bool IsRefusal(const Error& error) {
  return error.status() == REFEREE_PERMISSION_DENIED ||
         error.status() == REFEREE_FAILED_PRECONDITION;
}

using Act = Standing (Engine::*)(const Policy&, Store&, std::string_view, const CallOptions&) const;

int RunAct(const Arguments& arguments, const std::string& type, Act act) {
  CallOptions options;
  options.tenant = arguments.Value(kTenantOption.name);
  options.as_of = TextOf(arguments, kAsOfOption);
  const std::string document = ActOf(arguments, type);
  const Policy policy = LoadPolicy(arguments);
  Store store = OpenStore(arguments);
  try {
    const Standing standing = (Engine().*act)(policy, store, document, options);
    Print(std::string(standing.json()) + '\n');
  } catch (const Error& error) {
    Complain(Describe(error));
    return IsRefusal(error) ? kFound : kBadInput;
  }
  FlushOutput();
  return kDone;
}

// A referral to act on, in a store of this name: what the examples of the three verbs begin with.
std::string ExampleReferral(const std::string& store) {
  return R"(  echo '{"type":"user","id":"u-1","roles":["partner_manager"]}
    {"type":"partner","id":"p-1","name":"Nova Cloud","users":[{"id":"pu-1"}]}' > people.ndjson
  echo '{"type":"submission","id":"s-1","intent":"referral","partner_id":"p-1",
    "received_at":"2026-06-01T10:00:00Z","lead":{"last_name":"Weber"}}' | tr -d '\n' > new.ndjson
  referee adjudicate --policy standard --records people.ndjson \
    --store )" +
         store + R"(.db new.ndjson > decision.json
  referral=$(grep -o '"referral_id":"[^"]*' decision.json | head -n 1 | cut -d '"' -f 4)
)";
}

}  // namespace

const Verb& ApproveVerb() {
  static const std::string kExamples = ExampleReferral("approve") + R"(
  need='"action":"accept","role":"partner_manager","subject_hash":"'
  hash=$(grep -o "$need[^\"]*" decision.json | sed 's/.*"//')
  referee approve --store approve.db --as-of 2026-06-02T10:00:00Z --by u-1 --json '{
    "id":"act-1","referral_id":"'$referral'","action":"accept","subject_hash":"'$hash'",
    "role":"partner_manager","decision":"approve","rationale":"a good fit"}'
)";
  static const Verb kVerb = {
      "approve",
      "record that a person approved or refused one exact thing",
      "Writes how the referral stands after the act.  The act names what is approved by its hash:\n"
      "the decision lists hashes and roles under approvals_needed, and `referee status` those of\n"
      "the present under subjects.  \"type\" and \"user\" may be left out: the verb and --by say\n"
      "them.  Nothing moves by an approval alone: see `referee transition`.",
      {},
      {kStoreOption, kTenantOption, kAsOfOption, kByOption, kActOption, kPolicyOption, kSetOption},
      kExamples,
      [](const Arguments& arguments) { return RunAct(arguments, "approval", &Engine::Approve); },
      "the act is refused: this person may not, or not this, or not now"};
  return kVerb;
}

const Verb& TransitionVerb() {
  static const std::string kExamples = ExampleReferral("transition") + R"(
  referee transition --store transition.db --as-of 2026-06-02T10:00:00Z --by u-1 \
    --json '{"id":"move-1","referral_id":"'$referral'","to":"in_review"}'
  referee transition --store transition.db --as-of 2026-06-02T10:05:00Z --by u-1 \
    --json '{"id":"move-2","referral_id":"'$referral'","to":"closed","reason":"no_response"}'
)";
  static const Verb kVerb = {
      "transition",
      "move one aspect of a referral",
      "Writes how the referral stands after the move.  `referee help codes` lists every move, the\n"
      "approvals that it rests on, and whether it needs a reason.",
      {},
      {kStoreOption, kTenantOption, kAsOfOption, kByOption, kActOption, kPolicyOption, kSetOption},
      kExamples,
      [](const Arguments& arguments) {
        return RunAct(arguments, "transition", &Engine::Transition);
      },
      "the move is refused: not from here, or an approval is missing"};
  return kVerb;
}

const Verb& StatusVerb() {
  static const std::string kExamples = ExampleReferral("status") + R"(
  referee status --store status.db --as-of 2026-06-02T10:00:00Z --by u-1 \
    --json '{"referral_id":"'$referral'"}'
  referee status --store status.db --as-of 2026-06-02T10:00:00Z --by u-1 \
    --json '{"submission_id":"s-1","view":"partner"}'
)";
  static const Verb kVerb = {
      "status",
      "answer where a referral is, and who is credited",
      "Users of the records get everything, or with \"view\":\"partner\" what the partner would "
      "get;\n"
      "the people of a partner what people decided about their own referral: no other partner, no\n"
      "internal note, no promise.  The question names \"referral_id\" or \"submission_id\".",
      {},
      {kStoreOption, kTenantOption, kAsOfOption, kByOption, kActOption, kPolicyOption, kSetOption},
      kExamples,
      [](const Arguments& arguments) { return RunAct(arguments, "status", &Engine::Status); },
      "this person may not ask"};
  return kVerb;
}

}  // namespace referee::cli
