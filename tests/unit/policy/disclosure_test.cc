#include "src/policy/disclosure.h"

#include <string>

#include "src/policy/policy.h"
#include "tests/unit/policy/documents.h"

TEST_SUITE_BEGIN("policy/disclosure");

namespace referee::testing {
namespace {

std::string AllNone(std::string_view but, std::string_view level) {
  std::string json = "{";
  for (int i = 0; i < kConflictKindCount; ++i) {
    const std::string kind(ConflictKindName(static_cast<ConflictKind>(i)));
    if (i > 0) json += ",";
    json += "\"" + kind + "\":\"" + std::string(kind == but ? level : "none") + "\"";
  }
  return json + "}";
}

TEST_CASE("each level is read by its name") {
  for (const DisclosureLevel level : {DisclosureLevel::kNone, DisclosureLevel::kExists,
                                      DisclosureLevel::kKind, DisclosureLevel::kWindow}) {
    const auto read =
        policy::ReadDisclosure(*Json(AllNone("named_account", DisclosureLevelName(level))));
    REQUIRE(read.ok());
    CHECK((*read)[static_cast<std::size_t>(ConflictKind::kNamedAccount)] == level);
    CHECK((*read)[static_cast<std::size_t>(ConflictKind::kLiveOpportunity)] ==
          DisclosureLevel::kNone);
  }
}

TEST_CASE("a kind that is not named is not disclosed by accident: it is an error") {
  CHECK(ErrorPointer(policy::ReadDisclosure(*Json("{}")).status()) == "/partner_vs_partner");
  CHECK(ErrorPointer(policy::ReadDisclosure(*Json(AllNone("customer_choice", "all"))).status()) ==
        "/customer_choice");
  std::string more = AllNone("", "");
  more.back() = ',';
  CHECK(ErrorPointer(policy::ReadDisclosure(*Json(more + R"("colour":"none"})")).status()) ==
        "/colour");
}

TEST_CASE("the standard policy hides what would point at others") {
  const auto policy = Policy::Standard();
  REQUIRE(policy.ok());
  for (const ConflictKind kind :
       {ConflictKind::kNamedAccount, ConflictKind::kSelfReferral, ConflictKind::kAlteredEvidence,
        ConflictKind::kOwnerDisagreement, ConflictKind::kRelationshipHold}) {
    CHECK(policy->disclosure(kind) == DisclosureLevel::kNone);
  }
  CHECK(policy->disclosure(ConflictKind::kLiveOpportunity) == DisclosureLevel::kExists);
}

}  // namespace
}  // namespace referee::testing

TEST_SUITE_END();
