#include "src/output/partner_view.h"

#include <random>
#include <string>

#include "src/base/json_writer.h"
#include "src/output/outputs_json.h"
#include "tests/unit/output/example.h"

TEST_SUITE_BEGIN("output/partner_view");

namespace referee::testing {
namespace {

// Everything that a partner may read of a decision.
std::string VisibleText(const Decision& decision) {
  const PartnerView& view = decision.outputs.partner_view;
  std::string text = view.partner_id + "\n" + view.status + "\n" + decision.outputs.feedback_draft +
                     "\n" + decision.outputs.partner_status;
  for (const DisclosedConflict& conflict : view.conflicts) {
    text += "\n" + std::string(conflict.level) + " " + conflict.kind + " " + conflict.until + " " +
            conflict.text;
  }
  for (const std::string& question : view.questions) text += "\n" + question;
  return text;
}

std::string Levels(const PartnerView& view) {
  std::string text;
  for (const DisclosedConflict& conflict : view.conflicts) {
    text += std::string(conflict.level) + ":" + conflict.kind + ":" + conflict.until + " ";
  }
  return text;
}

Decision WithConflicts(const std::vector<ConflictKind>& kinds) {
  Decision decision;
  for (const ConflictKind kind : kinds) {
    Conflict conflict;
    conflict.kind = kind;
    conflict.claims = {"deal_registration:d-9", "submission:s-1"};
    decision.conflicts.push_back(conflict);
  }
  Claim other, own;
  other.id = "deal_registration:d-9";
  other.partner_id = "p-rival";
  other.ends = ParseInstant("2026-07-01T08:00:00Z").value();
  other.ends_text = "2026-07-01T08:00:00Z";
  own.id = "submission:s-1";
  own.partner_id = "p-nova";
  own.ends = ParseInstant("2026-08-30T08:00:00Z").value();
  own.ends_text = "2026-08-30T08:00:00Z";
  decision.attribution.claims = {other, own};
  return decision;
}

TEST_CASE("each kind is shown at its level of the policy and no further") {
  Partner nova;
  nova.id = "p-nova";
  Case the_case;
  the_case.source.partner = &nova;
  const auto view = [&](const std::vector<ConflictKind>& kinds) {
    return Levels(ViewForPartner(StandardPolicy(), the_case, WithConflicts(kinds)));
  };
  CHECK(view({}).empty());
  CHECK(view({ConflictKind::kNamedAccount}).empty());
  CHECK(view({ConflictKind::kLiveOpportunity}) == "exists:: ");
  CHECK(view({ConflictKind::kTerritoryMismatch}) == "kind:territory_mismatch: ");
  CHECK(view({ConflictKind::kPartnerVsPartner}) == "window:partner_vs_partner:2026-07-01 ");
  // Not even their number shows.
  CHECK(view({ConflictKind::kLiveOpportunity, ConflictKind::kNearSimultaneous,
              ConflictKind::kCustomerChoice, ConflictKind::kSelfReferral}) == "exists:: ");
}

TEST_CASE("the policy decides what is shown") {
  json::Parser parser;
  const auto document = parser.Parse(StandardPolicy().document());
  REQUIRE(document.ok());
  json::Parser patch_parser;
  const auto patch = patch_parser.Parse(
      R"({"disclosure":{"partner_vs_partner":"none","live_opportunity":"kind"}})");
  REQUIRE(patch.ok());
  std::string changed;
  policy::AppendMerged(*document, **patch, changed);
  const auto policy = Policy::FromJson(changed);
  REQUIRE(policy.ok());
  const Decision decision =
      WithConflicts({ConflictKind::kPartnerVsPartner, ConflictKind::kLiveOpportunity});
  CHECK(Levels(ViewForPartner(*policy, Case(), decision)) == "kind:live_opportunity: ");
}

// A word that occurs nowhere by chance.
std::string Token(std::mt19937& random) {
  std::string token = "zq";
  for (int i = 0; i < 8; ++i) token += static_cast<char>('a' + random() % 26);
  return token;
}

struct Secrets {
  std::vector<std::string> all;
  std::string New(std::mt19937& random) {
    all.push_back(Token(random));
    return all.back();
  }
};

// Records of others about the same company: another partner, its users, the vendor's users, other
// contacts and an opportunity.  Every name, id, address and domain is a secret.
std::string RecordsOfOthers(std::mt19937& random, Secrets* secrets) {
  const auto secret = [&] { return secrets->New(random); };
  const auto coin = [&] { return random() % 2 == 0; };
  const std::string partner = "p-" + secret(), owner = "u-" + secret(), contact = "c-" + secret();
  std::string out = R"({"type":"partner","id":")" + partner + R"(","name":")" + secret() +
                    R"(","domains":[")" + secret() +
                    R"(.example"],"program_status":[{"status":"active"}],"users":[{"id":"pu-)" +
                    secret() + R"(","name":")" + secret() + R"(","email":")" + secret() +
                    R"(@other.example"}]})" + "\n";
  out += R"({"type":"user","id":")" + owner + R"(","name":")" + secret() + R"(","email":")" +
         secret() + R"(@vendor.example","active":true})" + "\n";
  out +=
      R"({"type":"account","id":"a-1","name":"Falkenried Werke AG","domains":["falkenried.example"],"owner":")" +
      owner + "\"" +
      (coin() ? R"(,"named_account":{"list_id":"strategic","owner":")" + owner + "\"}" : "") +
      (coin() ? R"(,"open_issues":[{"id":"i-)" + secret() + R"(","severity":"high"}])" : "") +
      (coin() ? R"(,"partner_of_record":")" + partner + "\"" : "") + "}\n";
  out += R"({"type":"contact","id":")" + contact + R"(","first_name":")" + secret() +
         R"(","last_name":")" + secret() + R"(","emails":[")" + secret() +
         R"(@falkenried.example"],"company_id":"a-1"})" + "\n";
  if (coin()) {
    out +=
        R"({"type":"deal_registration","id":"d-)" + secret() + R"(","partner_id":")" + partner +
        R"(","company_id":"a-1","product_families":["erp"],"status":"approved","submitted_at":"2026-04-01T08:00:00Z","decided_at":"2026-04-02T08:00:00Z"})" +
        "\n";
  }
  if (coin()) {
    out +=
        R"({"type":"opportunity","id":"o-)" + secret() + R"(","name":")" + secret() +
        R"(","company_id":"a-1","is_closed":false,"last_activity_at":"2026-05-20T00:00:00Z","owner":")" +
        owner + R"(","created_at":"2026-02-01T00:00:00Z","product_families":["erp"]})" + "\n";
  }
  if (coin()) {
    out +=
        R"({"type":"touch","id":"t-)" + secret() +
        R"(","kind":"link_click","at":"2026-05-25T00:00:00Z","company_id":"a-1","partner_id":")" +
        partner + R"(","by":"prospect"})" + "\n";
  }
  if (coin()) {
    out += R"({"type":"reward","id":"w-)" + secret() + R"(","company_id":"a-1","partner_id":")" +
           partner + R"(","status":"paid"})" + "\n";
  }
  return out;
}

TEST_CASE("over many random disputes nothing of anybody else is ever shown [STP-28]") {
  std::mt19937 random(7);  // NOLINT: the same cases on every run.
  int disputed = 0;
  for (int round = 0; round < 300; ++round) {
    Secrets secrets;
    Run run(Records(RecordsOfOthers(random, &secrets)));
    if (random() % 2 == 0) {
      // An earlier submission of the rival, with a contact and notes of its own.
      run.Decide(Submitted(
          R"({"id":"s-)" + secrets.New(random) +
          R"(","partner_id":"p-rival","submitted_by":"pu-9","received_at":"2026-05-20T10:00:00Z","introduction_path":")" +
          secrets.New(random) + R"(","notes":")" + secrets.New(random) + "\"}"));
      for (const char* word : {"p-rival", "Rival Systems", "rival.example", "pu-9", "Olga"}) {
        secrets.all.emplace_back(word);
      }
    }
    const Decision decision = run.Decide(
        Submitted(random() % 4 == 0 ? R"({"id":"s-own","need":null})" : R"({"id":"s-own"})"));
    disputed += decision.conflicts.empty() ? 0 : 1;
    const std::string text = VisibleText(decision);
    for (const std::string& secret : secrets.all) {
      CAPTURE(round);
      CAPTURE(secret);
      CHECK(text.find(secret) == std::string::npos);
    }
    for (const char* person : {"u-maya", "u-tom", "u-sam", "jonas.weber@"}) {
      CAPTURE(person);
      CHECK(text.find(person) == std::string::npos);
    }
  }
  CHECK(disputed > 100);
}

}  // namespace
}  // namespace referee::testing

TEST_SUITE_END();
