#include "src/adjudicate/confidence.h"

#include <doctest/doctest.h>

TEST_SUITE_BEGIN("adjudicate/confidence");

namespace referee::testing {
namespace {

TEST_CASE("the note names the evidence and in a dispute the conflicts of attribution [OUT-13]") {
  Attribution attribution;
  attribution.evidence_note = "Partner p-nova is named.";
  for (const ConflictKind kind : {ConflictKind::kPartnerVsPartner, ConflictKind::kNamedAccount,
                                  ConflictKind::kCustomerChoice}) {
    Conflict conflict;
    conflict.kind = kind;
    attribution.conflicts.push_back(conflict);
  }
  CHECK(ConfidenceNote(Confidence::kHigh, attribution) == "Partner p-nova is named.");
  CHECK(ConfidenceNote(Confidence::kDisputed, attribution) ==
        "Disputed: partner_vs_partner, customer_choice. Partner p-nova is named.");
}

}  // namespace
}  // namespace referee::testing

TEST_SUITE_END();
