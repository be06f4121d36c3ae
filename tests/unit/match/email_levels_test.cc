#include "src/match/email_levels.h"

#include <doctest/doctest.h>

#include "tests/reference/match/counted_terms.h"
#include "tests/unit/match/example_parties.h"

TEST_SUITE_BEGIN("match/email_levels");

namespace referee {
namespace {

using example::Mailbox;

struct Outcome {
  EmailMatch match;
  double bits;
};

Outcome Compare(const EmailFeature& a, const EmailFeature& b, const PersonNameMatch& name = {}) {
  PersonFeatures left, right;
  left.emails = {a};
  right.emails = {b};
  EvidenceSum evidence(nullptr);
  const EmailMatch match =
      CompareEmails(Model::Default().weights().person, reference::CountedTerms(100, 100), left,
                    right, name, evidence);
  return {match, evidence.total()};
}

TEST_CASE("mailboxes fall into levels") {
  constexpr DomainClass kWork = DomainClass::kCorporate;
  const EmailFeature wolf = Mailbox("wolfmoon@a.example", kWork);
  CHECK(Compare(wolf, wolf).match.level == EmailLevel::kExact);
  CHECK(Compare(wolf, Mailbox("wolfmoon@elsewhere.example", kWork)).match.level ==
        EmailLevel::kSameDesk);
  CHECK(Compare(wolf, Mailbox("wolfmonn@a.example", kWork)).match.level == EmailLevel::kOneEdit);
  CHECK(Compare(wolf, Mailbox("other@a.example", kWork)).match.level == EmailLevel::kDifferent);
  EmailFeature desk = Mailbox("info@a.example", kWork);
  desk.is_role = true;
  CHECK(Compare(desk, desk).match.level == EmailLevel::kRoleExact);
}

TEST_CASE("john.smith and joan.smith are not a typing error") {
  CHECK(Compare(example::WorkMailbox("john.smith@a.example"),
                example::WorkMailbox("joan.smith@a.example"))
            .match.level == EmailLevel::kDifferent);
}

TEST_CASE("a subdomain of the same company is the same mailbox") {
  EmailFeature sub = example::WorkMailbox("k.brandl@mail.a.example");
  sub.domain = "a.example";
  CHECK(Compare(sub, example::WorkMailbox("k.brandl@a.example")).match.level == EmailLevel::kExact);
}

TEST_CASE("beside its own name a mailbox adds the rest, beside other names a share") {
  const EmailFeature own = example::WorkMailbox("jonas.weber@a.example");
  const double alone = Compare(own, own).bits;
  const PersonNameMatch agrees{NameAgreement::kAgree, 18};
  const PersonNameMatch differs{NameAgreement::kDiffer, -17};
  CHECK(Compare(own, own, agrees).bits < alone);
  CHECK(Compare(own, own, agrees).bits + agrees.bits >= alone);
  CHECK(Compare(own, own, differs).bits < alone / 2);
}

TEST_CASE("only an equal corporate mailbox says the employer as well") {
  const EmailFeature work = example::WorkMailbox("jonas.weber@a.example");
  const EmailFeature free = Mailbox("jonas.weber@gmail.com", DomainClass::kFreeMail);
  CHECK(Compare(work, work).match.covers_employer);
  CHECK_FALSE(Compare(free, free).match.covers_employer);
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
