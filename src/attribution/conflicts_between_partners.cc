// Claims of other partners on the same company: which of them dispute this one, and how.

#include <algorithm>
#include <cstdlib>
#include <tuple>
#include <utility>

#include "src/attribution/detectors.h"
#include "src/attribution/duration_words.h"
#include "src/attribution/facts.h"
#include "src/attribution/scope.h"
#include "src/attribution/tier_chain.h"

namespace referee {
namespace {

// How the claim of another partner stands to the claim in question.
enum class Relation : std::uint8_t { kNone, kElsewhere, kOneChain, kTied, kApart };

Relation RelationOf(const Hearing& hearing, const Title& own, const Title& other) {
  if (&own == &other || !other.IsLive() || !other.HasPartner()) return Relation::kNone;
  if (other.claim.partner_id == own.claim.partner_id) return Relation::kNone;
  if (!Overlaps(own.claim.scope, other.claim.scope)) return Relation::kElsewhere;
  if (AreOneChain(hearing.the_case.records, own, other)) return Relation::kOneChain;
  const std::int64_t window = std::int64_t{hearing.parameters.tie_window_hours} * 3600;
  const bool is_tied = Within(own.claim.received, other.claim.received, window);
  return is_tied ? Relation::kTied : Relation::kApart;
}

// The subject and the titles that stand to it in this relation, in order of receipt.
struct Dispute {
  const Title* own = nullptr;
  std::vector<const Title*> others;
};

Dispute FindDispute(const Hearing& hearing, Relation relation) {
  Dispute dispute;
  const Title* own = hearing.timeline.Subject();
  if (own == nullptr || !own->IsLive() || !own->HasPartner()) return dispute;
  dispute.own = own;
  for (const Title& other : hearing.timeline.titles) {
    if (RelationOf(hearing, *own, other) == relation) dispute.others.push_back(&other);
  }
  return dispute;
}

std::int64_t SecondsApart(const Claim& a, const Claim& b) {
  return std::abs(SecondsBetween(a.received, b.received));
}

// What both sides bring: receipts, ends of protection, and approval, which speaks for the side
// that has it, whoever was first.
void AddSides(const Dispute& dispute, ConflictBuilder* builder) {
  builder->Claims(dispute.own->claim).Add(ReceiptFact(dispute.own->claim));
  builder->Add(PartnerFact(dispute.own->claim));
  for (const Title* other : dispute.others) {
    builder->Claims(other->claim).Add(ReceiptFact(other->claim)).Add(PartnerFact(other->claim));
    builder->Add(EndFact(*other));
  }
  if (dispute.own->claim.is_approved && dispute.own->registration != nullptr) {
    builder->Add(Against(TextFact("status", "approved", dispute.own->claim.source,
                                  dispute.own->registration->decided_at->text)));
  }
}

// The other claim whose protection ends first.
const Title& FirstToEnd(const Dispute& dispute) {
  return **std::min_element(
      dispute.others.begin(), dispute.others.end(),
      [](const Title* a, const Title* b) { return a->claim.ends < b->claim.ends; });
}

std::string HadEndedEarlier(const Hearing& hearing, const Title& title) {
  const std::int64_t left = SecondsBetween(title.claim.ends, hearing.receipt());
  return title.claim.id + " had ended " + InWords(left + 1) + " earlier, before this receipt";
}

bool ReceivedFirst(const Title* a, const Title* b) {
  return std::tie(a->claim.received, a->claim.sequence, a->claim.id) <
         std::tie(b->claim.received, b->claim.sequence, b->claim.id);
}

const Title& Earliest(const Dispute& dispute) {
  const Title* first = dispute.others.front();
  return ReceivedFirst(dispute.own, first) ? *dispute.own : *first;
}

// The field in which the scopes differ.
Fact DifferenceFact(const Title& own, const Title& other) {
  const Scope& a = own.claim.scope;
  const Scope& b = other.claim.scope;
  if (!a.site.empty() && !b.site.empty() && a.site != b.site) {
    return TextFact("site", b.site, other.claim.source, other.claim.received_text);
  }
  if (!a.project.empty() && !b.project.empty() && a.project != b.project) {
    return TextFact("project", b.project, other.claim.source, other.claim.received_text);
  }
  return ScopeFact(other.claim);
}

// The field that makes one partner stand above the other.
Fact ChainFact(const Hearing& hearing, const Title& own, const Title& other) {
  for (const auto& [upper, lower] : {std::pair(&own, &other), std::pair(&other, &own)}) {
    if (upper->sub_partner_id == lower->claim.partner_id) {
      return TextFact("sub_partner_id", upper->sub_partner_id, upper->claim.source,
                      upper->claim.received_text);
    }
  }
  const Snapshot& records = hearing.the_case.records;
  const bool own_is_above = IsAbove(records, own.claim.partner_id, other.claim.partner_id);
  const std::string& lower = own_is_above ? other.claim.partner_id : own.claim.partner_id;
  const Partner* partner = records.FindPartner(lower);
  return TextFact("parent_partner_id", partner->parent_partner_id.get(), {"partner", lower});
}

}  // namespace

Detection DetectPartnerVsPartner(const Hearing& hearing) {
  const Dispute dispute = FindDispute(hearing, Relation::kApart);
  if (dispute.others.empty()) return {};
  const Title& earliest = Earliest(dispute);
  ConflictBuilder builder(ConflictKind::kPartnerVsPartner);
  builder.Decide(ReceiptFact(earliest.claim));
  AddSides(dispute, &builder);
  const std::int64_t tie = std::int64_t{hearing.parameters.tie_window_hours} * 3600;
  const Title& nearest = FirstToEnd(dispute);
  const std::int64_t apart = SecondsApart(dispute.own->claim, nearest.claim);
  return builder.Build("It would fall away if " + HadEndedEarlier(hearing, nearest) +
                       "; it would be a tie if the receipts were " + InWords(apart - tie) +
                       " closer together: they are " + InWords(apart) +
                       " apart, the tie window is " + InWords(tie) + ".");
}

Detection DetectNearSimultaneous(const Hearing& hearing) {
  const Dispute dispute = FindDispute(hearing, Relation::kTied);
  if (dispute.others.empty()) return {};
  const Title& other = *dispute.others.front();
  ConflictBuilder builder(ConflictKind::kNearSimultaneous);
  builder.Decide(ReceiptFact(other.claim));
  AddSides(dispute, &builder);
  const std::int64_t tie = std::int64_t{hearing.parameters.tie_window_hours} * 3600;
  const std::int64_t apart = SecondsApart(dispute.own->claim, other.claim);
  return builder.Build("The earlier claim would decide if the receipts were " +
                       InWords(tie - apart + 1) + " further apart: they are " + InWords(apart) +
                       " apart, the tie window is " + InWords(tie) + ".");
}

Detection DetectDifferentScope(const Hearing& hearing) {
  const Dispute dispute = FindDispute(hearing, Relation::kElsewhere);
  if (dispute.others.empty()) return {};
  const Title& other = *dispute.others.front();
  ConflictBuilder builder(ConflictKind::kDifferentScope);
  builder.Decide(DifferenceFact(*dispute.own, other));
  builder.Add(DifferenceFact(other, *dispute.own));
  AddSides(dispute, &builder);
  return builder.Build("The claims would dispute each other if this one, for " +
                       ScopeInWords(dispute.own->claim.scope) +
                       ", shared one product family, site and " + "project with " + other.claim.id +
                       ", for " + ScopeInWords(other.claim.scope) + ".");
}

Detection DetectTwoTierClaim(const Hearing& hearing) {
  const Dispute dispute = FindDispute(hearing, Relation::kOneChain);
  if (dispute.others.empty()) return {};
  const Title& other = *dispute.others.front();
  ConflictBuilder builder(ConflictKind::kTwoTierClaim);
  builder.Decide(ChainFact(hearing, *dispute.own, other));
  AddSides(dispute, &builder);
  return builder.Build(
      "The partners would dispute each other like strangers if neither stood above "
      "the other; it would fall away if " +
      HadEndedEarlier(hearing, FirstToEnd(dispute)) + ".");
}

}  // namespace referee
