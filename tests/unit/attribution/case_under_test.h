// A case laid out by hand, so that a conflict can be tested without matching: the submission of
// partner p-nova about one person at one company, and whatever a test adds to it.

#ifndef REFEREE_TESTS_UNIT_ATTRIBUTION_CASE_UNDER_TEST_H_
#define REFEREE_TESTS_UNIT_ATTRIBUTION_CASE_UNDER_TEST_H_

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "src/attribution/attribute.h"
#include "src/attribution/source_party.h"
#include "src/index/snapshot.h"

namespace referee::testing {

inline Moment At(std::string_view text) {
  const auto instant = ParseInstant(text);
  REQUIRE(instant.ok());
  return Time{*instant, std::string(text)};
}

// The receipt of the submission, and instants around it.
inline constexpr std::string_view kReceipt = "2026-06-01T10:00:00Z";

inline Moment FromReceipt(std::int64_t seconds) {
  return At(FormatInstant(At(kReceipt)->instant.PlusSeconds(seconds)));
}
inline constexpr std::int64_t kHour = 3600, kDay = 86400;

// The parameters of the standard policy (contract, section 3) that attribution reads.
inline Parameters StandardParameters() {
  Parameters p;
  p.tie_window_hours = 24;
  p.protection_window_days = 90;
  p.marketing_lookback_days = 180;
  p.marketing_scope = "company";
  p.introduction_lookback_days = 90;
  p.link_window_days = 30;
  p.live_activity_days = 90;
  p.live_stage_days = 30;
  p.live_close_days = 90;
  p.worked_activity_days = 90;
  p.new_customer_after_days = 1095;
  p.renewal_window_days = 120;
  p.same_match = 0.99;
  p.possible_match = 0.80;
  p.registration_capacity = 25;
  p.resubmission_limit = 2;
  p.resubmission_days = 90;
  p.unresolved_severity = "medium";
  p.clock_skew_minutes = 10;
  p.backdating_days = 7;
  p.required_registration_fields = {"company.name", "lead.last_name", "product_families", "amount",
                                    "need"};
  return p;
}

// Partners, users and territories that most tests need.
inline constexpr std::string_view kDirectory =
    R"({"type":"partner","id":"p-nova","program_status":[{"status":"active"}],"referral_codes":["NOVA10"],"domains":["nova.example"],"users":[{"id":"pu-1","email":"ira@nova.example"},{"id":"pu-2","email":"bo@nova.example"}]}
{"type":"partner","id":"p-rival","program_status":[{"status":"active"}],"referral_codes":["RIVAL"],"users":[{"id":"pu-9"}]}
{"type":"partner","id":"p-third","program_status":[{"status":"active"}]}
{"type":"partner","id":"p-above","program_status":[{"status":"active"}]}
{"type":"partner","id":"p-below","program_status":[{"status":"active"}],"parent_partner_id":"p-above"}
)";

class CaseUnderTest {
 public:
  CaseUnderTest() : CaseUnderTest(kDirectory) {}

  // With partners, users and territories of the test's own.
  explicit CaseUnderTest(std::string_view directory) {
    Corpus corpus;
    REQUIRE(corpus.LoadNdjson("directory", directory, CallContext()).ok());
    facts.records = corpus.Publish();
    facts.receipt = facts.as_of = At(kReceipt)->instant;
    facts.receipt_text = facts.as_of_text = std::string(kReceipt);
    facts.referral_id = "r-1";
    facts.sequence = 100;
    facts.submission = SubmissionOf("s-own", "p-nova", kReceipt);
    facts.addresses.company_has_domain = true;
  }

  // A complete submission of one partner for the product family "erp".
  static Submission SubmissionOf(std::string id, std::string partner_id,
                                 std::string_view received) {
    Submission submission;
    submission.id = std::move(id);
    submission.intent = Intent::kReferral;
    submission.partner_id = std::move(partner_id);
    submission.program_id = std::string("prog");
    submission.received_at = At(received);
    submission.product_interest = std::vector<std::string>{"erp"};
    submission.need = std::string("ERP");
    submission.amount = Amount{std::int64_t{100}, std::string("EUR")};
    submission.lead.mutable_value().last_name = std::string("Weber");
    submission.company.mutable_value().name = std::string("Falkenried Werke");
    return submission;
  }

  // An earlier submission of the same referral, received this many seconds from the receipt.
  PriorSubmission& Prior(std::string id, std::string partner_id, std::int64_t seconds) {
    PriorSubmission prior;
    prior.receipt = FromReceipt(seconds)->instant;
    prior.submission = SubmissionOf(std::move(id), partner_id, FormatInstant(prior.receipt));
    prior.referral_id = "r-1";
    prior.partner_id = std::move(partner_id);
    prior.sequence = facts.prior.size() + 1;
    prior.person = prior.company = Band::kSame;
    prior.same_referral = true;
    facts.prior.push_back(std::move(prior));
    return facts.prior.back();
  }

  // An approved registration of the CRM for "erp" that was received and approved at one instant.
  DealRegistration& Registration(std::string id, std::string partner_id, std::int64_t seconds) {
    Known<DealRegistration> known;
    known.company = Band::kSame;
    known.record.id = std::move(id);
    known.record.partner_id = std::move(partner_id);
    known.record.product_families = std::vector<std::string>{"erp"};
    known.record.status = std::string("approved");
    known.record.submitted_at = known.record.decided_at = FromReceipt(seconds);
    facts.registrations.push_back(std::move(known));
    return facts.registrations.back().record;
  }

  Account& AccountOfParty(std::string id = "a-1") {
    Known<Account> known;
    known.company = Band::kSame;
    known.record.id = std::move(id);
    facts.accounts.push_back(std::move(known));
    return facts.accounts.back().record;
  }

  // A touch of the person at the company.
  Touch& TouchOfParty(std::string id, std::string kind, std::int64_t seconds) {
    Known<Touch> known;
    known.person = known.company = Band::kSame;
    known.record.id = std::move(id);
    known.record.kind = std::move(kind);
    known.record.at = FromReceipt(seconds);
    facts.touches.push_back(std::move(known));
    return facts.touches.back().record;
  }

  Lead& LeadOfParty(std::string id, std::int64_t created) {
    Known<Lead> known;
    known.person = known.company = Band::kSame;
    known.record.id = std::move(id);
    known.record.created_at = FromReceipt(created);
    facts.leads.push_back(std::move(known));
    return facts.leads.back().record;
  }

  // An open opportunity for "erp" without any liveness date.
  Opportunity& OpportunityOfParty(std::string id) {
    Known<Opportunity> known;
    known.company = Band::kSame;
    known.record.id = std::move(id);
    known.record.is_closed = false;
    known.record.created_at = FromReceipt(-200 * kDay);
    known.record.product_families = std::vector<std::string>{"erp"};
    facts.opportunities.push_back(std::move(known));
    return facts.opportunities.back().record;
  }

  Attribution Judge() {
    SourceParty source = FindSource(facts.records, facts.submission, facts.receipt);
    source.referrer_is_lead = facts.source.referrer_is_lead;
    facts.source = std::move(source);
    return Attribute(facts, parameters);
  }

  bool Fires(ConflictKind kind) { return Find(kind).has_value(); }

  std::optional<Conflict> Find(ConflictKind kind) {
    for (Conflict& conflict : Judge().conflicts) {
      if (conflict.kind == kind) return std::move(conflict);
    }
    return std::nullopt;
  }

  // The path of the deciding fact, or "" when the conflict does not fire.
  std::string Decides(ConflictKind kind) {
    const auto conflict = Find(kind);
    return conflict ? conflict->facts.at(conflict->decides).path : "";
  }

  // The paths that an undecided conflict of this kind asks for.
  std::vector<std::string> Asks(ConflictKind kind) {
    std::vector<std::string> paths;
    for (const UndecidedConflict& undecided : Judge().undecided) {
      if (undecided.kind != kind) continue;
      for (const MissingFact& fact : undecided.missing) paths.push_back(fact.path);
    }
    return paths;
  }

  bool Waits(ConflictKind kind, std::string_view path) {
    const std::vector<std::string> paths = Asks(kind);
    return std::find(paths.begin(), paths.end(), path) != paths.end();
  }

  Case facts;
  Parameters parameters = StandardParameters();
};

}  // namespace referee::testing

#endif  // REFEREE_TESTS_UNIT_ATTRIBUTION_CASE_UNDER_TEST_H_
