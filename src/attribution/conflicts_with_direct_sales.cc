// The vendor's own sellers: open opportunities, leads already worked, and owners who disagree.

#include <algorithm>
#include <array>
#include <set>

#include "src/attribution/detectors.h"
#include "src/attribution/duration_words.h"
#include "src/attribution/facts.h"
#include "src/attribution/scope.h"

namespace referee {
namespace {

RecordRef RefOf(const Opportunity& opportunity) { return {"opportunity", opportunity.id}; }

bool NamesAsSource(const Opportunity& opportunity, std::string_view partner_id) {
  const auto& partners = opportunity.partners.get();
  return !partner_id.empty() &&
         std::any_of(partners.begin(), partners.end(), [&](const OpportunityPartner& partner) {
           return partner.partner_id.get() == partner_id && partner.role.get() == "source";
         });
}

// Open opportunities of the same company and scope that were created before receipt and do not
// name this partner as source.
std::vector<const Opportunity*> RivalOpportunities(const Hearing& hearing) {
  const Scope scope = hearing.scope();
  std::vector<const Opportunity*> rivals;
  for (const Opportunity* opportunity : hearing.OpenOpportunities()) {
    const Moment& created = opportunity->created_at;
    if (!created.has() || created->instant >= hearing.receipt()) continue;
    if (!Overlaps(ScopeOf(*opportunity), scope)) continue;
    if (!NamesAsSource(*opportunity, hearing.partner_id())) rivals.push_back(opportunity);
  }
  return rivals;
}

enum class Holds : std::uint8_t { kNo, kYes, kUnknown };

// One of the three tests of liveness.
struct LivenessTest {
  Holds holds = Holds::kUnknown;
  Fact fact;
  std::int64_t spare_seconds = 0;  // How far inside of its window, or outside of it.
};

LivenessTest TestMoment(const Hearing& hearing, const Opportunity& opportunity,
                        std::string_view path, const Moment& moment, std::int64_t days) {
  LivenessTest test;
  if (!hearing.IsKnown(moment)) return test;
  const std::int64_t age = SecondsBetween(hearing.receipt(), moment->instant);
  test.holds = hearing.IsWithinDays(moment, days) ? Holds::kYes : Holds::kNo;
  test.fact = TimeFact(path, *moment, RefOf(opportunity));
  test.spare_seconds = test.holds == Holds::kYes ? days * 86400 - age + 1 : age - days * 86400;
  return test;
}

// A close date that is overdue does not make an opportunity live.
LivenessTest TestClose(const Hearing& hearing, const Opportunity& opportunity) {
  LivenessTest test;
  if (!opportunity.expected_close.has()) return test;
  const std::int64_t ahead =
      std::int64_t{opportunity.expected_close->day} - DayOf(hearing.receipt());
  const std::int64_t window = hearing.parameters.live_close_days;
  test.holds = ahead >= 0 && ahead <= window ? Holds::kYes : Holds::kNo;
  test.fact = TimeFact("expected_close", opportunity.expected_close->text, RefOf(opportunity));
  const std::int64_t outside = ahead < 0 ? -ahead : ahead - window;
  test.spare_seconds = (test.holds == Holds::kYes ? window - ahead + 1 : outside) * 86400;
  return test;
}

struct Liveness {
  std::array<LivenessTest, 3> tests;

  bool Any(Holds holds) const {
    return std::any_of(tests.begin(), tests.end(),
                       [&](const LivenessTest& test) { return test.holds == holds; });
  }
  bool IsLive() const { return Any(Holds::kYes); }
  // No test holds, and none could if its fact were known.
  bool IsDormant() const { return !IsLive() && !Any(Holds::kUnknown); }
  bool IsUnknown() const { return !IsLive() && !Any(Holds::kNo); }
};

Liveness LivenessOf(const Hearing& hearing, const Opportunity& opportunity) {
  const Parameters& parameters = hearing.parameters;
  return {{TestMoment(hearing, opportunity, "last_activity_at", opportunity.last_activity_at,
                      parameters.live_activity_days),
           TestMoment(hearing, opportunity, "stage_changed_at", opportunity.stage_changed_at,
                      parameters.live_stage_days),
           TestClose(hearing, opportunity)}};
}

// What speaks for the verdict, the deciding test first, and the tests that speak against it.
void AddTests(const Liveness& liveness, Holds verdict, ConflictBuilder* builder) {
  for (const LivenessTest& test : liveness.tests) {
    if (test.holds == verdict) builder->Add(test.fact);
  }
  for (const LivenessTest& test : liveness.tests) {
    if (test.holds != verdict && test.holds != Holds::kUnknown) builder->Add(Against(test.fact));
  }
}

// How much later or earlier the facts would have to be: all live tests must fail to make an
// opportunity dormant, one must hold to make it live.
std::string WouldFlip(const Opportunity& opportunity, const Liveness& liveness, Holds verdict) {
  std::int64_t change = 0;
  for (const LivenessTest& test : liveness.tests) {
    if (test.holds != verdict) continue;
    change = verdict == Holds::kYes
                 ? std::max(change, test.spare_seconds)
                 : (change == 0 ? test.spare_seconds : std::min(change, test.spare_seconds));
  }
  const std::string name = "opportunity:" + opportunity.id;
  return verdict == Holds::kYes
             ? name +
                   " would be dormant if every live date of it lay outside of its window: the "
                   "one furthest inside would have to move by " +
                   InWords(change) + "."
             : name + " would be live if the nearest of its dates were " + InWords(change) +
                   " nearer to this receipt.";
}

Detection LivenessUnknown() {
  Detection detection;
  for (const char* path : {"opportunities.expected_close", "opportunities.last_activity_at",
                           "opportunities.stage_changed_at"}) {
    detection.missing.push_back({path, "absent"});
  }
  return detection;
}

Detection DetectByLiveness(const Hearing& hearing, ConflictKind kind, Holds verdict) {
  ConflictBuilder builder(kind);
  std::string would_flip;
  bool is_unknown = false;
  for (const Opportunity* opportunity : RivalOpportunities(hearing)) {
    const Liveness liveness = LivenessOf(hearing, *opportunity);
    is_unknown = is_unknown || liveness.IsUnknown();
    if (verdict == Holds::kYes ? !liveness.IsLive() : !liveness.IsDormant()) continue;
    AddTests(liveness, verdict, &builder);
    builder.Add(TimeFact("created_at", *opportunity->created_at, RefOf(*opportunity)));
    if (opportunity->owner.has()) {
      builder.Add(TextFact("owner", *opportunity->owner, RefOf(*opportunity)));
    }
    if (would_flip.empty()) would_flip = WouldFlip(*opportunity, liveness, verdict);
  }
  if (builder.empty()) {
    return is_unknown ? LivenessUnknown() : Detection();
  }
  if (hearing.timeline.Subject() != nullptr) builder.Claims(hearing.timeline.Subject()->claim);
  return builder.Build(would_flip);
}

bool IsIntroduction(const Touch& touch) {
  return touch.kind.get() == "email_intro" || touch.kind.get() == "call_mention";
}

void Earlier(const Moment& moment, const Hearing& hearing, const Time** earliest) {
  if (!hearing.IsKnown(moment)) return;
  if (*earliest == nullptr || moment->instant < (*earliest)->instant) *earliest = &moment.get();
}

// The earliest evidence that the partner introduced the person; null where only the receipt is.
const Time* EarliestIntroduction(const Hearing& hearing) {
  const Submission& submission = hearing.the_case.submission;
  const Time* earliest = nullptr;
  for (const Touch& touch : submission.touches.get()) {
    if (IsIntroduction(touch)) Earlier(touch.at, hearing, &earliest);
  }
  for (const Evidence& evidence : submission.evidence.get()) {
    Earlier(evidence.at, hearing, &earliest);
  }
  for (const DatedTouch& dated : hearing.timeline.touches) {
    const bool is_ours = !dated.partner_id.empty() && dated.partner_id == hearing.partner_id();
    if (dated.same_person && is_ours && IsIntroduction(*dated.touch)) {
      Earlier(dated.touch->at, hearing, &earliest);
    }
  }
  return earliest;
}

bool ExistedBefore(const Hearing& hearing, const Moment& created, const Instant& introduced) {
  return created.has() && created->instant < introduced && created->instant < hearing.receipt();
}

// The vendor's latest touch to this contact within the window, or null.
const Touch* VendorTouch(const Hearing& hearing, const Contact& contact) {
  const Touch* latest = nullptr;
  for (const DatedTouch& dated : hearing.timeline.touches) {
    const Touch& touch = *dated.touch;
    if (touch.by.get() != "vendor" || !dated.same_person) continue;
    if (touch.person_id.has() && *touch.person_id != contact.id) continue;
    if (hearing.IsWithinDays(touch.at, hearing.parameters.worked_activity_days)) latest = &touch;
  }
  return latest;
}

struct WorkedPerson {
  RecordRef record;
  const Time* created;
  Fact activity;
  std::string owner;
};

std::vector<WorkedPerson> WorkedBefore(const Hearing& hearing, const Instant& introduced) {
  std::vector<WorkedPerson> worked;
  const std::int64_t days = hearing.parameters.worked_activity_days;
  for (const Known<Lead>& known : hearing.the_case.leads) {
    const Lead& lead = known.record;
    if (!hearing.IsSame(known.person)) continue;
    if (!ExistedBefore(hearing, lead.created_at, introduced)) continue;
    if (!lead.owner.has() || !hearing.IsWithinDays(lead.last_activity_at, days)) continue;
    const RecordRef record = {"lead", lead.id};
    worked.push_back({record, &lead.created_at.get(),
                      TimeFact("last_activity_at", *lead.last_activity_at, record), *lead.owner});
  }
  for (const Known<Contact>& known : hearing.the_case.contacts) {
    const Contact& contact = known.record;
    if (!hearing.IsSame(known.person)) continue;
    if (!ExistedBefore(hearing, contact.created_at, introduced)) continue;
    const Touch* touch = VendorTouch(hearing, contact);
    if (touch == nullptr) continue;
    worked.push_back({{"contact", contact.id},
                      &contact.created_at.get(),
                      TimeFact(touch->kind.get(), *touch->at, {"touch", touch->id}),
                      ""});
  }
  return worked;
}

// Who owns what of the company, as one fact each.
std::vector<Fact> OwnersOf(const Hearing& hearing) {
  std::vector<Fact> owners;
  for (const Account* account : hearing.SameAccounts()) {
    const RecordRef record = {"account", account->id};
    if (account->owner.has()) owners.push_back(TextFact("owner", *account->owner, record));
    if (!account->territory.has()) continue;
    const Territory* territory = hearing.the_case.records.FindTerritory(*account->territory);
    if (territory == nullptr || !Covers(territory->valid, hearing.receipt())) continue;
    if (territory->owner.has()) {
      owners.push_back(TextFact("owner", *territory->owner, {"territory", territory->id}));
    }
  }
  for (const Opportunity* opportunity : hearing.OpenOpportunities()) {
    if (opportunity->owner.has()) {
      owners.push_back(TextFact("owner", *opportunity->owner, RefOf(*opportunity)));
    }
  }
  return owners;
}

}  // namespace

Detection DetectLiveOpportunity(const Hearing& hearing) {
  return DetectByLiveness(hearing, ConflictKind::kLiveOpportunity, Holds::kYes);
}

Detection DetectDormantOpportunity(const Hearing& hearing) {
  return DetectByLiveness(hearing, ConflictKind::kDormantOpportunity, Holds::kNo);
}

Detection DetectRetroactiveClaim(const Hearing& hearing) {
  const Time* introduction = EarliestIntroduction(hearing);
  const Instant introduced = introduction == nullptr ? hearing.receipt() : introduction->instant;
  ConflictBuilder builder(ConflictKind::kRetroactiveClaim);
  std::int64_t ahead = 0;
  for (const WorkedPerson& person : WorkedBefore(hearing, introduced)) {
    builder.Add(TimeFact("created_at", *person.created, person.record)).Add(person.activity);
    if (!person.owner.empty()) builder.Add(TextFact("owner", person.owner, person.record));
    ahead = std::max(ahead, SecondsBetween(introduced, person.created->instant));
  }
  if (builder.empty()) return {};
  const RecordRef self = SubmissionRef(hearing.the_case.submission);
  const std::string text =
      introduction == nullptr ? hearing.the_case.receipt_text : introduction->text;
  builder.Add(TimeFact(introduction == nullptr ? "received_at" : "evidence.at", text, self));
  if (hearing.timeline.Subject() != nullptr) builder.Claims(hearing.timeline.Subject()->claim);
  return builder.Build("It would fall away if the introduction were shown to be " + InWords(ahead) +
                       " older, from before the record was created.");
}

Detection DetectOwnerDisagreement(const Hearing& hearing) {
  const std::vector<Fact> owners = OwnersOf(hearing);
  std::set<std::string> people;
  for (const Fact& fact : owners) people.insert(std::get<std::string>(fact.value));
  if (people.size() < 2) return {};
  ConflictBuilder builder(ConflictKind::kOwnerDisagreement);
  for (const Fact& fact : owners) builder.Add(fact);
  return builder.Build(
      "It would fall away if account, open opportunities and territory had one owner "
      "instead of " +
      std::to_string(people.size()) + ".");
}

}  // namespace referee
