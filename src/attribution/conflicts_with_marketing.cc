// Where the prospect came from: marketing, the prospect's own word, tracked links.

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "src/attribution/detectors.h"
#include "src/attribution/duration_words.h"
#include "src/attribution/facts.h"
#include "src/attribution/scope.h"
#include "src/attribution/source_party.h"

namespace referee {
namespace {

template <std::size_t size>
bool IsOneOf(const std::array<std::string_view, size>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 8> kMarketingKinds = {
    "utm", "form", "link_click", "webinar", "event", "chat", "list_import", "inbound_call"};
constexpr std::array<std::string_view, 4> kSelfReportKinds = {"form", "call_mention", "chat",
                                                              "inbound_call"};

RecordRef RefOf(const Touch& touch) { return {"touch", touch.id}; }

Fact KindFact(const Touch& touch) {
  return TextFact("kind", touch.kind.get(), RefOf(touch), touch.at->text);
}

// The marketing scope of the policy: the person alone, or the company too.
bool InMarketingScope(const Hearing& hearing, bool same_person, bool same_company) {
  return same_person || (same_company && hearing.parameters.marketing_scope != "person");
}

bool PrecedesWithin(const Hearing& hearing, const Moment& moment, std::int64_t days) {
  return hearing.IsWithinDays(moment, days) && moment->instant < hearing.receipt();
}

// A lead whose source is known and is no partner's.  An unknown partner id is no partner.
bool IsMarketingLead(const Hearing& hearing, const Lead& lead) {
  if (!lead.lead_source.has() || IsPartnerSource(*lead.lead_source)) return false;
  return !lead.partner_id.has() ||
         hearing.the_case.records.FindPartner(*lead.partner_id) == nullptr;
}

// How long ago the newest fact happened: the smallest change to the window that flips.
void Newest(const Hearing& hearing, const Moment& moment, std::int64_t* newest) {
  const std::int64_t age = SecondsBetween(hearing.receipt(), moment->instant);
  *newest = *newest < 0 ? age : std::min(*newest, age);
}

// The latest tracked touch of one partner inside the link window.
struct TrackedLink {
  Fact kind;
  Instant at;
};

// A submission that came through a link counts as a link touch of its partner.
void AddLinkSubmissions(const Hearing& hearing, std::map<std::string_view, TrackedLink>* links) {
  const std::int64_t window = std::int64_t{hearing.parameters.link_window_days} * 86400;
  for (const Title& title : hearing.timeline.titles) {
    const Claim& claim = title.claim;
    if (title.submission == nullptr || !title.same_referral || !title.HasPartner()) continue;
    if (title.submission->channel.get() != "link") continue;
    if (!Within(claim.received, hearing.receipt(), window)) continue;
    TrackedLink& link = (*links)[claim.partner_id];
    if (!link.kind.path.empty() && link.at >= claim.received) continue;
    link = {TextFact("channel", "link", claim.source, claim.received_text), claim.received};
  }
}

std::map<std::string_view, TrackedLink> LinksOf(const Hearing& hearing) {
  std::map<std::string_view, TrackedLink> links;
  for (const DatedTouch& dated : hearing.timeline.touches) {
    if (dated.partner_id.empty() || !IsTracked(*dated.touch)) continue;
    if (!hearing.IsWithinDays(dated.touch->at, hearing.parameters.link_window_days)) continue;
    // Ascending by time: the latest touch stays.
    links[dated.partner_id] = {KindFact(*dated.touch), dated.touch->at->instant};
  }
  AddLinkSubmissions(hearing, &links);
  return links;
}

// Registrations and submissions that a link may meet: live, and of this referral's scope.
std::vector<const Title*> LiveClaimsOf(const Hearing& hearing) {
  const Scope scope = hearing.scope();
  std::vector<const Title*> claims;
  for (const Title& title : hearing.timeline.titles) {
    if (!title.IsLive() || !title.HasPartner()) continue;
    if (title.same_referral || Overlaps(title.claim.scope, scope)) claims.push_back(&title);
  }
  return claims;
}

}  // namespace

Detection DetectPriorMarketingSource(const Hearing& hearing) {
  const std::int64_t days = hearing.parameters.marketing_lookback_days;
  ConflictBuilder builder(ConflictKind::kPriorMarketingSource);
  std::int64_t newest = -1;
  for (const DatedTouch& dated : hearing.timeline.touches) {
    const Touch& touch = *dated.touch;
    if (!dated.partner_id.empty() || !IsOneOf(kMarketingKinds, touch.kind.get())) continue;
    if (!InMarketingScope(hearing, dated.same_person, dated.same_company)) continue;
    if (!PrecedesWithin(hearing, touch.at, days)) continue;
    builder.Add(KindFact(touch)).Add(TimeFact("at", *touch.at, RefOf(touch)));
    Newest(hearing, touch.at, &newest);
  }
  for (const Known<Lead>& known : hearing.the_case.leads) {
    const Lead& lead = known.record;
    if (!IsMarketingLead(hearing, lead) || !PrecedesWithin(hearing, lead.created_at, days))
      continue;
    if (!InMarketingScope(hearing, hearing.IsSame(known.person), hearing.IsSame(known.company))) {
      continue;
    }
    const RecordRef record = {"lead", lead.id};
    builder.Add(TextFact("lead_source", *lead.lead_source, record, lead.created_at->text));
    builder.Add(TimeFact("created_at", *lead.created_at, record));
    Newest(hearing, lead.created_at, &newest);
  }
  if (builder.empty()) return {};
  builder.Add(TimeFact("received_at", hearing.the_case.receipt_text,
                       SubmissionRef(hearing.the_case.submission)));
  if (hearing.timeline.Subject() != nullptr) builder.Claims(hearing.timeline.Subject()->claim);
  return builder.Build("It would fall away if the newest marketing source were " +
                       InWords(days * 86400 - newest + 1) + " older: it is " + InWords(newest) +
                       " old, the lookback is " + std::to_string(days) + " d.");
}

Detection DetectSelfReportedSources(const Hearing& hearing) {
  const std::int64_t days = hearing.parameters.marketing_lookback_days;
  std::set<std::string_view> sources;
  ConflictBuilder builder(ConflictKind::kSelfReportedSources);
  for (const DatedTouch& dated : hearing.timeline.touches) {
    const Touch& touch = *dated.touch;
    if (!dated.same_person || touch.by.get() != "prospect") continue;
    if (!IsOneOf(kSelfReportKinds, touch.kind.get())) continue;
    if (!hearing.IsWithinDays(touch.at, days)) continue;
    sources.insert(dated.partner_id);
    builder.Add(KindFact(touch));
    builder.Add(TextFact("partner_id", dated.partner_id.empty() ? "none" : dated.partner_id,
                         RefOf(touch), touch.at->text));
  }
  // Two different sources, of which at least one is then a partner.
  if (sources.size() < 2) return {};
  return builder.Build("It would fall away if the prospect had named one source instead of " +
                       std::to_string(sources.size()) + ".");
}

Detection DetectChannelPrecedence(const Hearing& hearing) {
  const std::map<std::string_view, TrackedLink> links = LinksOf(hearing);
  const std::vector<const Title*> claims = LiveClaimsOf(hearing);
  ConflictBuilder builder(ConflictKind::kChannelPrecedence);
  std::int64_t newest = 0;
  for (const auto& [partner, link] : links) {
    const bool meets_another = std::any_of(
        claims.begin(), claims.end(),
        [&, name = partner](const Title* title) { return title->claim.partner_id != name; });
    if (!meets_another) continue;
    builder.Add(link.kind).Add(
        TextFact("partner_id", std::string(partner), link.kind.record, link.kind.at));
    const std::int64_t age = SecondsBetween(hearing.receipt(), link.at);
    newest = newest == 0 ? age : std::min(newest, age);
  }
  if (builder.empty()) return {};
  for (const Title* title : claims) {
    builder.Claims(title->claim).Add(ReceiptFact(title->claim)).Add(PartnerFact(title->claim));
  }
  const std::int64_t window = std::int64_t{hearing.parameters.link_window_days} * 86400;
  return builder.Build("It would fall away if the newest tracked touch were " +
                       InWords(window - newest + 1) + " older: it is " + InWords(newest) +
                       " old, the link window is " + InWords(window) + ".");
}

}  // namespace referee
