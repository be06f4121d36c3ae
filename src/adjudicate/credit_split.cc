#include "src/adjudicate/credit_split.h"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <utility>

namespace referee {
namespace {

std::string TextOf(const Fact& fact) {
  const auto* text = std::get_if<std::string>(&fact.value);
  return text == nullptr ? std::string() : *text;
}

const Fact* FactAt(const Conflict& conflict, std::string_view path) {
  const auto found = std::find_if(conflict.facts.begin(), conflict.facts.end(),
                                  [&](const Fact& fact) { return fact.path == path; });
  return found == conflict.facts.end() ? nullptr : &*found;
}

bool Names(const Conflict& conflict, const Claim& claim) {
  return std::find(conflict.claims.begin(), conflict.claims.end(), claim.id) !=
         conflict.claims.end();
}

// Live claims of partners, without those that a difference of scope lets stand beside this one.
std::vector<const Claim*> Contenders(const std::vector<Claim>& claims,
                                     const std::vector<Conflict>& conflicts) {
  std::vector<const Claim*> contenders;
  for (const Claim& claim : claims) {
    if (claim.state != ClaimState::kLive || claim.partner_id.empty()) continue;
    const bool stands_apart =
        std::any_of(conflicts.begin(), conflicts.end(), [&](const Conflict& conflict) {
          return conflict.kind == ConflictKind::kDifferentScope && Names(conflict, claim) &&
                 !conflict.facts.empty() &&
                 conflict.facts[conflict.decides].record.id == claim.source.id;
        });
    if (!stands_apart) contenders.push_back(&claim);
  }
  return contenders;
}

const Claim* ClaimOf(const std::vector<const Claim*>& contenders, std::string_view partner_id) {
  const auto found = std::find_if(contenders.begin(), contenders.end(), [&](const Claim* claim) {
    return claim->partner_id == partner_id;
  });
  return found == contenders.end() ? nullptr : *found;
}

Credit CreditOf(const Claim& claim, std::string because) {
  return {claim.partner_id, claim.id, claim.source, std::move(because)};
}

// The source that the merge dropped earliest.
struct Dropped {
  const Fact* source = nullptr;
  std::string_view since;
};

Dropped EarliestDropped(const Conflict& conflict) {
  Dropped earliest;
  for (std::size_t i = 0; i + 1 < conflict.facts.size(); ++i) {
    const Fact& fact = conflict.facts[i];
    const bool names_source = fact.path.starts_with("merge.loser.") &&
                              conflict.facts[i + 1].path == "merge.loser.created_at";
    if (!names_source) continue;
    const std::string& since = conflict.facts[i + 1].at;
    const auto a = ParseInstant(since);
    const auto b = ParseInstant(earliest.since);
    if (earliest.source == nullptr || (a.ok() && b.ok() && *a < *b)) earliest = {&fact, since};
  }
  return earliest;
}

// Partner named by a fact, with its claim where it has one.
Credit CreditOfFact(const Fact& fact, const std::vector<const Claim*>& contenders,
                    std::string because) {
  const std::string partner = TextOf(fact);
  const Claim* claim = ClaimOf(contenders, partner);
  if (claim != nullptr) return CreditOf(*claim, std::move(because));
  return {partner, "", fact.record, std::move(because)};
}

// What a conflict says about the source: nothing, nobody, or somebody.
struct Opinion {
  bool has_one = false;
  std::optional<Credit> source;
};

Opinion NamedBy(const Fact* fact, const std::vector<const Claim*>& contenders,
                std::string because) {
  if (fact == nullptr) return {};
  return {true, CreditOfFact(*fact, contenders, std::move(because))};
}

Opinion OpinionOf(const Conflict& conflict, const std::vector<const Claim*>& contenders) {
  const Fact* decides =
      conflict.decides < conflict.facts.size() ? &conflict.facts[conflict.decides] : nullptr;
  switch (conflict.kind) {
    case ConflictKind::kCustomerChoice:
      return NamedBy(decides, contenders, "The customer's decision-maker chose this partner.");
    case ConflictKind::kRenewalIncumbent:
      return NamedBy(FactAt(conflict, "partner_of_record"), contenders,
                     "The partner of record keeps the renewal.");
    case ConflictKind::kMergedSource: {
      const Dropped dropped = EarliestDropped(conflict);
      if (dropped.source == nullptr || dropped.source->path != "merge.loser.partner_id") return {};
      return NamedBy(dropped.source, contenders, "A merge dropped this earlier source.");
    }
    case ConflictKind::kLiveOpportunity:
    case ConflictKind::kRetroactiveClaim:
    case ConflictKind::kPriorMarketingSource:
      if (decides == nullptr) return {};
      return {true, Credit{"", "", decides->record, "The vendor's own record is older."}};
    case ConflictKind::kNearSimultaneous:
    case ConflictKind::kSelfReportedSources:
    case ConflictKind::kMissingAttribution: return {true, std::nullopt};
    default: return {};
  }
}

std::string Sentence(const Conflict& conflict) {
  return conflict.clause + ": " + conflict.proposal;
}

}  // namespace

CreditSplit ProposeSplit(const std::vector<Claim>& claims, const std::vector<Conflict>& conflicts) {
  const std::vector<const Claim*> contenders = Contenders(claims, conflicts);
  CreditSplit split;
  bool is_settled = false;
  for (const Conflict& conflict : conflicts) {
    Opinion opinion = OpinionOf(conflict, contenders);
    if (!opinion.has_one) continue;
    split.sourced_by = std::move(opinion.source);
    split.because = Sentence(conflict);
    is_settled = true;
    break;
  }
  if (!is_settled) {
    split.because = contenders.empty() ? "No partner holds a live claim."
                                       : "The earliest live claim is the source.";
    if (!contenders.empty()) {
      split.sourced_by = CreditOf(*contenders.front(), "Its claim was received first.");
    }
  }
  const std::string_view source =
      split.sourced_by ? std::string_view(split.sourced_by->partner_id) : std::string_view();
  for (const Claim* claim : contenders) {
    const bool is_credited =
        claim->partner_id == source ||
        std::any_of(split.influenced_by.begin(), split.influenced_by.end(),
                    [&](const Credit& credit) { return credit.partner_id == claim->partner_id; });
    if (!is_credited) {
      split.influenced_by.push_back(CreditOf(*claim, "It holds a live claim as well."));
    }
  }
  std::sort(split.influenced_by.begin(), split.influenced_by.end(),
            [](const Credit& a, const Credit& b) {
              return std::tie(a.partner_id, a.claim_id) < std::tie(b.partner_id, b.claim_id);
            });
  return split;
}

std::string RestoredSource(const Conflict& conflict, const std::vector<Claim>& claims) {
  if (conflict.kind != ConflictKind::kMergedSource) return {};
  const Dropped dropped = EarliestDropped(conflict);
  if (dropped.source == nullptr) return {};
  const std::string partner = TextOf(*dropped.source);
  std::string words = "Restore ";
  words += dropped.source->path == "merge.loser.partner_id" ? "partner " : "source ";
  words += partner + " (merge " + dropped.source->record.id + "), known since ";
  words += dropped.since;
  const auto claim = std::find_if(claims.begin(), claims.end(),
                                  [&](const Claim& one) { return one.partner_id == partner; });
  if (claim != claims.end()) words += ", as the origin of claim " + claim->id;
  return words + ".";
}

}  // namespace referee
