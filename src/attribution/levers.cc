#include "src/attribution/levers.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "src/attribution/levers_of_titles.h"
#include "src/attribution/source_party.h"

namespace referee {
namespace {

using Turn = std::optional<Lever> (*)(const Hearing&, const Conflict&, const Fact&);

enum class Reach : std::uint8_t {
  kPart,    // All parts of one record have to turn together.
  kRecord,  // Turns what its record says.
  kAll,     // With the others of its path, turns the whole conflict.
};

struct Row {
  ConflictKind kind;
  std::string_view path;
  Reach reach;
  Turn turn;
};

Lever Replace(const Fact& fact, std::string_view path, FactValue from, FactValue to) {
  return {{{std::string(path), std::move(from), std::move(to), fact.record}}, kNotATime};
}

Lever Replace(const Fact& fact, FactValue to) {
  return Replace(fact, fact.path, fact.value, std::move(to));
}

// The time of the fact moved to `to`.
std::optional<Lever> Move(const Fact& fact, std::string_view path, const Instant& to) {
  const auto from = ParseInstant(fact.at);
  if (!from.ok()) return std::nullopt;
  const std::int64_t way = SecondsBetween(*from, to);
  return Lever{{{std::string(path), fact.at, FormatInstant(to), fact.record}},
               way < 0 ? -way : way};
}

Instant Before(const Hearing& hearing, std::int64_t seconds) {
  return hearing.receipt().PlusSeconds(-seconds);
}

// One second outside of a window of so many days before receipt, and its inner edge.
template <std::int32_t Parameters::*days>
std::optional<Lever> Older(const Hearing& h, const Conflict&, const Fact& fact) {
  return Move(fact, fact.path, Before(h, std::int64_t{h.parameters.*days} * 86400 + 1));
}
template <std::int32_t Parameters::*days>
std::optional<Lever> Newer(const Hearing& h, const Conflict&, const Fact& fact) {
  return Move(fact, fact.path, Before(h, std::int64_t{h.parameters.*days} * 86400));
}

std::optional<Lever> Closed(const Hearing&, const Conflict&, const Fact& fact) {
  return Replace(fact, "is_closed", false, true);
}

std::optional<Lever> MoveDay(const Fact& fact, Day to) {
  const auto from = ParseDay(fact.at);
  if (!from.ok()) return std::nullopt;
  const std::int64_t way = std::int64_t{to} - *from;
  return Lever{{{fact.path, fact.at, FormatDay(to), fact.record}},
               (way < 0 ? -way : way) * std::int64_t{86400}};
}

std::optional<Lever> ClosesTooLate(const Hearing& h, const Conflict&, const Fact& fact) {
  return MoveDay(fact, DayOf(h.receipt()) + h.parameters.live_close_days + 1);
}

std::optional<Lever> ClosesInTime(const Hearing& h, const Conflict&, const Fact& fact) {
  const auto from = ParseDay(fact.at);
  const Day today = DayOf(h.receipt());
  const bool is_overdue = from.ok() && *from < today;
  return MoveDay(fact, is_overdue ? today : today + h.parameters.live_close_days);
}

std::optional<Lever> EndedBefore(const Hearing& h, const Conflict&, const Fact& fact) {
  return EndAt(h, fact, Before(h, 1));
}
std::optional<Lever> EndsAtReceipt(const Hearing& h, const Conflict&, const Fact& fact) {
  return NotExpired(h, fact, EndAt(h, fact, h.receipt()));
}

std::optional<Lever> ExtendedInTime(const Hearing& h, const Conflict&, const Fact& fact) {
  return NotExpired(h, fact, RequestedInTime(h, fact));
}

const Fact* FactOf(const Conflict& conflict, std::string_view path, std::string_view record_id) {
  for (const Fact& fact : conflict.facts) {
    if (fact.path == path && (record_id.empty() || fact.record.id == record_id)) return &fact;
  }
  return nullptr;
}

// The fact that was added after this one.
const Fact* NextOf(const Conflict& conflict, const Fact& fact) {
  const auto index = static_cast<std::size_t>(&fact - conflict.facts.data()) + 1;
  return index < conflict.facts.size() ? &conflict.facts[index] : nullptr;
}

bool IsOwn(const Hearing& h, const Fact& fact) {
  const Title* own = h.timeline.Subject();
  return own != nullptr && own->claim.source.id == fact.record.id &&
         own->claim.source.type == fact.record.type;
}

std::optional<Lever> EntryEnded(const Hearing& h, const Conflict& conflict, const Fact& fact) {
  const Fact* until = FactOf(conflict, "named_account.to", fact.record.id);
  const std::string now = FormatInstant(h.receipt());
  if (until == nullptr) return Replace(fact, "named_account.to", FactValue(), now);
  return Move(*until, until->path, h.receipt());
}

std::optional<Lever> NoCustomer(const Hearing&, const Conflict&, const Fact& fact) {
  return Replace(fact, std::string("prospect"));
}

std::optional<Lever> ContractEndsLater(const Hearing& h, const Conflict&, const Fact& fact) {
  const std::int64_t window = std::int64_t{h.parameters.renewal_window_days} * 86400;
  return Move(fact, fact.path, h.receipt().PlusSeconds(window + 1));
}

std::optional<Lever> OwnOfRecord(const Hearing& h, const Conflict&, const Fact& fact) {
  if (h.partner_id().empty()) return std::nullopt;
  return Replace(fact, std::string(h.partner_id()));
}

std::optional<Lever> IssuesClosed(const Hearing& h, const Conflict&, const Fact& fact) {
  return Replace(fact, "open_issues.closed_at", FactValue(), FormatInstant(Before(h, 1)));
}

std::optional<Lever> RelativeUnclaimed(const Hearing& h, const Conflict&, const Fact& fact) {
  const bool is_submission = fact.record.type == "submission";
  return Replace(fact, is_submission ? "registration.expires_at" : "expires_at", FactValue(),
                 FormatInstant(Before(h, 1)));
}

std::optional<Lever> RelativeClosed(const Hearing&, const Conflict&, const Fact& fact) {
  return Replace(fact, true);
}

std::optional<Lever> NotWithdrawn(const Hearing&, const Conflict&, const Fact& fact) {
  return Replace(fact, FactValue());
}
std::optional<Lever> NotOptedOut(const Hearing&, const Conflict&, const Fact& fact) {
  return Replace(fact, false);
}

// Whoever said no to the question in this referral says yes.
std::optional<Lever> Agreed(const Hearing& h, const Conflict&, const Fact& fact) {
  const auto refuses = [&](const Submission& submission) {
    const Consent& consent = submission.consent.get();
    const Flag& flag = fact.path == "consent.contact"         ? consent.contact
                       : fact.path == "consent.share_forward" ? consent.share_forward
                                                              : consent.report_back;
    return flag.has() && !*flag;
  };
  Lever lever;
  lever.seconds = kNotATime;
  const auto add = [&](const Submission& submission) {
    if (!refuses(submission)) return;
    lever.changes.push_back({fact.path, false, true, {"submission", submission.id}});
  };
  for (const PriorSubmission& prior : h.the_case.prior) {
    if (prior.same_referral) add(prior.submission);
  }
  add(h.the_case.submission);
  return lever;
}

std::optional<Lever> SomebodyNamed(const Hearing&, const Conflict&, const Fact& fact) {
  return Replace(fact, "referrer.full_name", FactValue(), std::string("a named person"));
}

std::optional<Lever> OtherMailbox(const Hearing&, const Conflict&, const Fact& fact) {
  return Replace(fact, std::string("an address of nobody at the partner"));
}

std::optional<Lever> Without(const Hearing&, const Conflict&, const Fact& fact) {
  return Replace(fact, FactValue());
}

// The other submission came from the user who sent this one.
std::optional<Lever> SameUser(const Hearing& h, const Conflict& conflict, const Fact& fact) {
  const Title* own = h.timeline.Subject();
  if (own == nullptr || IsOwn(h, fact)) return std::nullopt;
  const Fact* mine = FactOf(conflict, "submitted_by", own->claim.source.id);
  if (mine == nullptr) return std::nullopt;
  return Replace(fact, mine->value);
}
std::optional<Lever> NoReferrer(const Hearing& h, const Conflict&, const Fact& fact) {
  if (IsOwn(h, fact)) return std::nullopt;
  return Replace(fact, FactValue());
}

std::optional<Lever> Active(const Hearing&, const Conflict&, const Fact& fact) {
  return Replace(fact, std::string("active"));
}
std::optional<Lever> ExpiresToday(const Hearing& h, const Conflict&, const Fact& fact) {
  return MoveDay(fact, DayOf(h.receipt()));
}

// What must not lie before the time of the next fact lies at it.
std::optional<Lever> MoveToNext(const Hearing&, const Conflict& conflict, const Fact& fact) {
  const Fact* next = NextOf(conflict, fact);
  if (next == nullptr) return std::nullopt;
  const auto limit = ParseInstant(next->at);
  if (!limit.ok()) return std::nullopt;
  return Move(fact, fact.path, *limit);
}

std::optional<Lever> SeenHash(const Hearing&, const Conflict& conflict, const Fact& fact) {
  const Fact* seen = NextOf(conflict, fact);
  if (!fact.is_for || seen == nullptr) return std::nullopt;
  return Replace(fact, seen->value);
}

std::optional<Lever> ChoseEarliest(const Hearing&, const Conflict& conflict, const Fact& fact) {
  const Fact* earliest = FactOf(conflict, "partner_id", "");
  if (earliest == nullptr) return std::nullopt;
  return Replace(fact, earliest->value);
}

std::optional<Lever> Refused(const Hearing&, const Conflict&, const Fact& fact) {
  return Replace(fact, std::string("refused"));
}
std::optional<Lever> Done(const Hearing&, const Conflict&, const Fact& fact) {
  return Replace(fact, std::string("done"));
}

// A claimed time that is too late or too early lies at the edge of what is tolerated.
std::optional<Lever> ClaimedInTime(const Hearing& h, const Conflict&, const Fact& fact) {
  const auto claimed = ParseInstant(fact.at);
  if (!claimed.ok()) return std::nullopt;
  const bool is_late = *claimed > h.receipt();
  const std::int64_t skew = std::int64_t{h.parameters.clock_skew_minutes} * 60;
  const std::int64_t window = std::int64_t{h.parameters.backdating_days} * 86400;
  return Move(fact, fact.path, is_late ? h.receipt().PlusSeconds(skew) : Before(h, window));
}

// All tracked touches of the partner whose link meets the claims lie outside of the window.
std::optional<Lever> LinksOlder(const Hearing& h, const Conflict& conflict, const Fact& fact) {
  const Fact* partner = NextOf(conflict, fact);
  const auto* id = partner == nullptr ? nullptr : std::get_if<std::string>(&partner->value);
  if (id == nullptr) return std::nullopt;
  const std::int64_t window = std::int64_t{h.parameters.link_window_days} * 86400;
  const Instant outside = Before(h, window + 1);
  Lever lever;
  for (const DatedTouch& dated : h.timeline.touches) {
    const Moment& at = dated.touch->at;
    if (dated.partner_id != *id || !IsTracked(*dated.touch) || at->instant <= outside) continue;
    lever.changes.push_back({"at", at->text, FormatInstant(outside), {"touch", dated.touch->id}});
    lever.seconds = std::max(lever.seconds, SecondsBetween(at->instant, outside));
  }
  if (lever.changes.empty()) return std::nullopt;
  return lever;
}

std::optional<Lever> OtherChannel(const Hearing&, const Conflict&, const Fact& fact) {
  return Replace(fact, std::string("portal"));
}

std::optional<Lever> WithName(const Hearing&, const Conflict&, const Fact& fact) {
  return Replace(fact, fact.path, FactValue(), std::string("a name"));
}

// The lead was created, or the contact, when the introduction was already known.
std::optional<Lever> CreatedAfter(const Hearing&, const Conflict& conflict, const Fact& fact) {
  const Fact* introduced = FactOf(conflict, "evidence.at", "");
  if (introduced == nullptr) introduced = FactOf(conflict, "received_at", "");
  if (introduced == nullptr) return std::nullopt;
  const auto at = ParseInstant(introduced->at);
  if (!at.ok()) return std::nullopt;
  return Move(fact, fact.path, *at);
}

// The introduction is as old as the oldest record that was there before it.
std::optional<Lever> IntroducedBefore(const Hearing&, const Conflict& conflict, const Fact& fact) {
  std::optional<Instant> oldest;
  for (const Fact& other : conflict.facts) {
    if (other.path != "created_at") continue;
    const auto at = ParseInstant(other.at);
    if (at.ok() && (!oldest.has_value() || *at < *oldest)) oldest = *at;
  }
  if (!oldest.has_value()) return std::nullopt;
  return Move(fact, fact.path, *oldest);
}

// The owner of most records; a territory's owner goes before, as only people move territories.
std::string OwnerToKeep(const Conflict& conflict) {
  std::map<std::string, int> votes;
  for (const Fact& fact : conflict.facts) {
    const std::string& owner = std::get<std::string>(fact.value);
    if (fact.record.type == "territory") return owner;
    ++votes[owner];
  }
  std::string best;
  for (const auto& [owner, count] : votes) {
    if (best.empty() || count > votes[best]) best = owner;
  }
  return best;
}

std::optional<Lever> SameOwner(const Hearing&, const Conflict& conflict, const Fact& fact) {
  std::string keep = OwnerToKeep(conflict);
  if (std::get<std::string>(fact.value) == keep) return Lever{};
  return Replace(fact, std::move(keep));
}

// The prospect names the partner in question, or nobody where that is what the last touch says.
std::optional<Lever> SameSource(const Hearing& h, const Conflict& conflict, const Fact& fact) {
  FactValue keep = std::string(h.partner_id());
  if (h.partner_id().empty()) keep = conflict.facts.back().value;
  if (fact.value == keep) return Lever{};
  const auto* is = std::get_if<std::string>(&fact.value);
  const auto* to = std::get_if<std::string>(&keep);
  const auto absent = [](const std::string* text) {
    return text == nullptr || *text == "none" ? FactValue() : FactValue(*text);
  };
  return Replace(fact, fact.path, absent(is), absent(to));
}

// The submission names a place of the first territory that is valid, down to its subdivision.
std::optional<Lever> InsideTerritory(const Hearing& h, const Conflict&, const Fact& fact) {
  const Partner* partner = h.partner();
  const Submission& submission = h.the_case.submission;
  for (const std::string& id : partner->territories.get()) {
    const Territory* territory = h.the_case.records.FindTerritory(id);
    if (territory == nullptr || !Covers(territory->valid, h.receipt())) continue;
    if (territory->countries->empty()) continue;
    std::string place = territory->countries->front();
    if (!territory->regions->empty()) {
      const std::string& region = territory->regions->front();
      place = region.find('-') == std::string::npos ? place + "-" + region : region;
    }
    Lever lever = Replace(fact, "region", FactValue(), std::move(place));
    if (submission.region.has()) lever.changes[0].from = *submission.region;
    lever.changes[0].record = {"submission", submission.id};
    return lever;
  }
  return std::nullopt;
}
std::optional<Lever> InsideVerticals(const Hearing& h, const Conflict&, const Fact& fact) {
  const auto& verticals = h.partner()->verticals.get();
  if (verticals.empty()) return std::nullopt;
  return Replace(fact, verticals.front());
}

using Kind = ConflictKind;
using P = Parameters;

constexpr Row kRows[] = {
    {Kind::kPartnerVsPartner, "expires_at", Reach::kRecord, EndedBefore},
    {Kind::kPartnerVsPartner, "extensions.until", Reach::kRecord, EndedBefore},
    {Kind::kPartnerVsPartner, "protection_window_days", Reach::kRecord, EndedBefore},
    {Kind::kNearSimultaneous, "expires_at", Reach::kRecord, EndedBefore},
    {Kind::kNearSimultaneous, "extensions.until", Reach::kRecord, EndedBefore},
    {Kind::kNearSimultaneous, "protection_window_days", Reach::kRecord, EndedBefore},
    {Kind::kLiveOpportunity, "last_activity_at", Reach::kPart, Older<&P::live_activity_days>},
    {Kind::kLiveOpportunity, "stage_changed_at", Reach::kPart, Older<&P::live_stage_days>},
    {Kind::kLiveOpportunity, "expected_close", Reach::kPart, ClosesTooLate},
    {Kind::kLiveOpportunity, "created_at", Reach::kRecord, Closed},
    {Kind::kDormantOpportunity, "last_activity_at", Reach::kRecord, Newer<&P::live_activity_days>},
    {Kind::kDormantOpportunity, "stage_changed_at", Reach::kRecord, Newer<&P::live_stage_days>},
    {Kind::kDormantOpportunity, "expected_close", Reach::kRecord, ClosesInTime},
    {Kind::kDormantOpportunity, "created_at", Reach::kRecord, Closed},
    {Kind::kPriorMarketingSource, "at", Reach::kRecord, Older<&P::marketing_lookback_days>},
    {Kind::kPriorMarketingSource, "created_at", Reach::kRecord, Older<&P::marketing_lookback_days>},
    {Kind::kSelfReportedSources, "partner_id", Reach::kRecord, SameSource},
    {Kind::kNamedAccount, "named_account.list_id", Reach::kRecord, EntryEnded},
    {Kind::kTerritoryMismatch, "region", Reach::kPart, InsideTerritory},
    {Kind::kTerritoryMismatch, "company.address.country", Reach::kPart, InsideTerritory},
    {Kind::kTerritoryMismatch, "company.industry", Reach::kPart, InsideVerticals},
    {Kind::kCorporateFamily, "kind", Reach::kPart, NoCustomer},
    {Kind::kCorporateFamily, "is_closed", Reach::kPart, RelativeClosed},
    {Kind::kCorporateFamily, "partner_id", Reach::kPart, RelativeUnclaimed},
    {Kind::kNoCompanyIdentity, "company.name", Reach::kAll, WithName},
    {Kind::kExistingCustomer, "last_purchase_at", Reach::kPart, Older<&P::new_customer_after_days>},
    {Kind::kExistingCustomer, "kind", Reach::kPart, NoCustomer},
    {Kind::kRenewalIncumbent, "contract_ends_at", Reach::kRecord, ContractEndsLater},
    {Kind::kRenewalIncumbent, "opportunity_type", Reach::kRecord, Closed},
    {Kind::kRenewalIncumbent, "partner_of_record", Reach::kAll, OwnOfRecord},
    {Kind::kLapsedRegistration, "expires_at", Reach::kRecord, EndsAtReceipt},
    {Kind::kLapsedRegistration, "extensions.until", Reach::kRecord, EndsAtReceipt},
    {Kind::kLapsedRegistration, "protection_window_days", Reach::kRecord, EndsAtReceipt},
    {Kind::kLapsedRegistration, "expires_at", Reach::kRecord, ExtendedInTime},
    {Kind::kLapsedRegistration, "extensions.until", Reach::kRecord, ExtendedInTime},
    {Kind::kLapsedRegistration, "protection_window_days", Reach::kRecord, ExtendedInTime},
    {Kind::kContestedConsent, "consent.withdrawn_at", Reach::kPart, NotWithdrawn},
    {Kind::kContestedConsent, "opt_out.email", Reach::kPart, NotOptedOut},
    {Kind::kContestedConsent, "opt_out.phone", Reach::kPart, NotOptedOut},
    {Kind::kContestedConsent, "opt_out.all", Reach::kPart, NotOptedOut},
    {Kind::kContestedConsent, "consent.share_forward", Reach::kPart, Agreed},
    {Kind::kContestedConsent, "consent.contact", Reach::kPart, Agreed},
    {Kind::kContestedConsent, "consent.report_back", Reach::kPart, Agreed},
    {Kind::kMissingAttribution, "referrer", Reach::kAll, SomebodyNamed},
    {Kind::kSelfReferral, "lead.emails", Reach::kPart, OtherMailbox},
    {Kind::kSelfReferral, "referrer", Reach::kPart, Without},
    {Kind::kSelfReferral, "payout_identity", Reach::kPart, Without},
    {Kind::kDuplicateReferrer, "submitted_by", Reach::kPart, SameUser},
    {Kind::kDuplicateReferrer, "referrer", Reach::kPart, NoReferrer},
    {Kind::kIneligiblePartner, "program_status", Reach::kPart, Active},
    {Kind::kIneligiblePartner, "certifications.expires", Reach::kPart, ExpiresToday},
    {Kind::kPublicTender, "tender.published_at", Reach::kPart, MoveToNext},
    {Kind::kCustomerChoice, "customer_choice.partner_id", Reach::kAll, ChoseEarliest},
    {Kind::kTwoTierClaim, "expires_at", Reach::kRecord, EndedBefore},
    {Kind::kTwoTierClaim, "extensions.until", Reach::kRecord, EndedBefore},
    {Kind::kTwoTierClaim, "protection_window_days", Reach::kRecord, EndedBefore},
    {Kind::kRetroactiveClaim, "created_at", Reach::kRecord, CreatedAfter},
    {Kind::kRetroactiveClaim, "last_activity_at", Reach::kRecord, Older<&P::worked_activity_days>},
    {Kind::kRetroactiveClaim, "evidence.at", Reach::kAll, IntroducedBefore},
    {Kind::kOwnerDisagreement, "owner", Reach::kPart, SameOwner},
    {Kind::kRewardConflict, "reward.status", Reach::kPart, Refused},
    {Kind::kRewardConflict, "lanes.attribution", Reach::kPart, Done},
    {Kind::kAlteredEvidence, "claimed_at", Reach::kPart, ClaimedInTime},
    {Kind::kAlteredEvidence, "evidence.at", Reach::kPart, ClaimedInTime},
    {Kind::kAlteredEvidence, "evidence.hash", Reach::kPart, SeenHash},
    {Kind::kChannelPrecedence, "kind", Reach::kRecord, LinksOlder},
    {Kind::kChannelPrecedence, "channel", Reach::kRecord, OtherChannel},
    {Kind::kMergedSource, "merge.loser.created_at", Reach::kRecord, MoveToNext},
    {Kind::kRelationshipHold, "open_issues", Reach::kRecord, IssuesClosed},
};

// What one record's facts offer.
struct OfRecord {
  std::optional<Lever> parts;
  std::vector<Lever> single;
};

}  // namespace

bool IsSmaller(const Lever& a, const Lever& b) {
  return std::tuple(a.changes.size(), a.seconds) < std::tuple(b.changes.size(), b.seconds);
}

Lever Together(Lever a, const Lever& b) {
  for (const FactChange& change : b.changes) {
    const bool is_there =
        std::any_of(a.changes.begin(), a.changes.end(), [&](const FactChange& one) {
          return one.path == change.path && one.record.id == change.record.id &&
                 one.record.type == change.record.type && one.from == change.from;
        });
    if (!is_there) a.changes.push_back(change);
  }
  a.seconds = std::max(a.seconds, b.seconds);
  return a;
}

Levers LeversOf(const Hearing& hearing, const Conflict& conflict) {
  Levers levers;
  std::map<std::pair<std::string_view, std::string_view>, OfRecord> by_record;
  std::map<std::string_view, Lever> whole;
  for (const Fact& fact : conflict.facts) {
    for (const Row& row : kRows) {
      if (row.kind != conflict.kind || row.path != fact.path) continue;
      const auto lever = row.turn(hearing, conflict, fact);
      OfRecord& record = by_record[{fact.record.type, fact.record.id}];
      if (row.reach == Reach::kAll) {
        if (lever.has_value()) whole[row.path] = Together(whole[row.path], *lever);
      } else if (row.reach == Reach::kRecord) {
        if (lever.has_value()) record.single.push_back(*lever);
      } else if (lever.has_value()) {
        record.parts = Together(record.parts.value_or(Lever{}), *lever);
      }
    }
  }
  for (auto& [key, record] : by_record) {
    std::vector<Lever> choice = std::move(record.single);
    if (record.parts.has_value()) choice.push_back(std::move(*record.parts));
    std::erase_if(choice, [](const Lever& lever) { return lever.changes.empty(); });
    if (choice.empty()) continue;
    std::stable_sort(choice.begin(), choice.end(), IsSmaller);
    levers.each.push_back(std::move(choice));
  }
  for (auto& [path, lever] : whole) levers.alone.push_back(std::move(lever));
  const auto add = [&](std::vector<Lever> more) {
    for (Lever& lever : more) levers.alone.push_back(std::move(lever));
  };
  switch (conflict.kind) {
    case Kind::kPartnerVsPartner:
    case Kind::kNearSimultaneous: add(ReceiptLevers(hearing, conflict)); break;
    case Kind::kDifferentScope: add(ScopeLevers(hearing, conflict)); break;
    case Kind::kRegistrationHoarding: add(HoardingLevers(hearing, conflict)); break;
    default: break;
  }
  return levers;
}

}  // namespace referee
