// Who speaks for a partner, and whom the customer chose.

#include <algorithm>
#include <tuple>

#include "src/attribution/detectors.h"
#include "src/attribution/facts.h"
#include "src/attribution/scope.h"
#include "src/attribution/source_party.h"
#include "src/base/text.h"

namespace referee {
namespace {

// The name of a title's author if that was a user of its partner at its receipt, else "".
std::string_view UserOf(const Hearing& hearing, const Title& title) {
  if (!title.HasPartner() || title.claim.submitted_by.empty()) return {};
  const Partner* partner = hearing.the_case.records.FindPartner(title.claim.partner_id);
  if (partner == nullptr) return {};
  const PartnerUser* user = FindValidUser(*partner, title.claim.submitted_by, title.claim.received);
  return user == nullptr ? std::string_view() : std::string_view(title.claim.submitted_by);
}

std::string NameOf(const Person& person) {
  if (person.full_name.has()) return FoldedText(*person.full_name);
  return FoldedText(person.first_name.get() + " " + person.last_name.get());
}

bool ShareMailbox(const Person& a, const Person& b) {
  for (const std::string& mine : a.emails.get()) {
    const std::string folded = LowerAscii(TrimAscii(mine));
    for (const std::string& theirs : b.emails.get()) {
      if (LowerAscii(TrimAscii(theirs)) == folded) return true;
    }
  }
  return false;
}

// One referrer: the same id or mailbox; a name alone serves where a mailbox is not known of both.
bool AreOneReferrer(const SourceParty& a, const SourceParty& b) {
  if (!a.referrer_known || !b.referrer_known) return false;
  if (!a.referrer_id.empty() && a.referrer_id == b.referrer_id) return true;
  if (ShareMailbox(*a.referrer, *b.referrer)) return true;
  const bool both_have_mail = !a.referrer->emails->empty() && !b.referrer->emails->empty();
  const std::string name = NameOf(*a.referrer);
  return !both_have_mail && !name.empty() && name == NameOf(*b.referrer);
}

SourceParty ReferrerOf(const Hearing& hearing, const Title& title) {
  SourceParty source;
  FindReferrer(hearing.the_case.records, *title.submission, &source);
  return source;
}

std::string ReferrerInWords(const SourceParty& source) {
  if (!source.referrer_id.empty()) return source.referrer_id;
  return source.referrer->full_name.has() ? *source.referrer->full_name
                                          : source.referrer->last_name.get();
}

// The decision-maker's latest choice known at receipt, with the submission that reports it.
struct Choice {
  const CustomerChoice* choice = nullptr;
  const Submission* submission = nullptr;
};

void ConsiderChoice(const Hearing& hearing, const Submission& submission, Choice* latest) {
  if (!submission.customer_choice.has()) return;
  const CustomerChoice& choice = *submission.customer_choice;
  if (choice.by.get() != "decision_maker" || !choice.partner_id.has()) return;
  if (choice.at.has() && choice.at->instant > hearing.receipt()) return;
  const bool is_older = latest->choice != nullptr && latest->choice->at.has() && choice.at.has() &&
                        choice.at->instant < latest->choice->at->instant;
  if (!is_older) *latest = {&choice, &submission};
}

Choice LatestChoice(const Hearing& hearing) {
  Choice latest;
  for (const PriorSubmission& prior : hearing.the_case.prior) {
    if (prior.same_referral) ConsiderChoice(hearing, prior.submission, &latest);
  }
  ConsiderChoice(hearing, hearing.the_case.submission, &latest);
  return latest;
}

}  // namespace

Detection DetectDuplicateReferrer(const Hearing& hearing) {
  const Title* own = hearing.timeline.Subject();
  if (own == nullptr || own->submission == nullptr || !own->HasPartner()) return {};
  const std::string_view own_user = UserOf(hearing, *own);
  const SourceParty own_referrer = ReferrerOf(hearing, *own);
  ConflictBuilder builder(ConflictKind::kDuplicateReferrer);
  for (const Title& other : hearing.timeline.titles) {
    if (&other == own || other.submission == nullptr || !other.same_referral) continue;
    if (!other.HasPartner()) continue;
    if (other.claim.partner_id == own->claim.partner_id) {
      const std::string_view user = UserOf(hearing, other);
      if (own_user.empty() || user.empty() || user == own_user) continue;
      builder.Claims(other.claim)
          .Add(TextFact("submitted_by", std::string(user), other.claim.source,
                        other.claim.received_text));
    } else {
      const SourceParty referrer = ReferrerOf(hearing, other);
      if (!AreOneReferrer(own_referrer, referrer)) continue;
      builder.Claims(other.claim)
          .Add(TextFact("referrer", ReferrerInWords(referrer), other.claim.source,
                        other.claim.received_text));
    }
  }
  if (builder.empty()) return {};
  builder.Claims(own->claim).Add(PartnerFact(own->claim));
  if (!own_user.empty()) {
    builder.Add(TextFact("submitted_by", std::string(own_user), own->claim.source,
                         own->claim.received_text));
  }
  return builder.Build(
      "It would fall away if all submissions of the party came from one user of one "
      "partner, and from one referrer through one partner.");
}

Detection DetectCustomerChoice(const Hearing& hearing) {
  const Choice latest = LatestChoice(hearing);
  if (latest.choice == nullptr) return {};
  const Scope scope = hearing.scope();
  const auto& titles = hearing.timeline.titles;
  const auto earliest = std::find_if(titles.begin(), titles.end(), [&](const Title& title) {
    return title.IsLive() && title.HasPartner() && Overlaps(title.claim.scope, scope);
  });
  if (earliest == titles.end()) return {};
  const std::string& chosen = *latest.choice->partner_id;
  if (earliest->claim.partner_id == chosen) return {};
  ConflictBuilder builder(ConflictKind::kCustomerChoice);
  builder.Claims(earliest->claim);
  builder.Decide(TextFact("customer_choice.partner_id", chosen, SubmissionRef(*latest.submission),
                          latest.choice->at->text));
  builder.Add(TextFact("customer_choice.by", "decision_maker", SubmissionRef(*latest.submission),
                       latest.choice->at->text));
  builder.Add(Against(ReceiptFact(earliest->claim))).Add(Against(PartnerFact(earliest->claim)));
  for (const Title& title : titles) {
    if (title.IsLive() && title.claim.partner_id == chosen) builder.Claims(title.claim);
  }
  return builder.Build("It would fall away if the decision-maker had chosen " +
                       earliest->claim.partner_id + ", or if " + chosen +
                       " had the earliest live claim.");
}

}  // namespace referee
