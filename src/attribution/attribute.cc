#include "src/attribution/attribute.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "src/attribution/conflict_kinds.h"
#include "src/attribution/consent.h"
#include "src/attribution/evidence_label.h"
#include "src/attribution/hearing.h"
#include "src/attribution/signals.h"

namespace referee {
namespace {

// What each kind is missing, as far as known.
using MissingByKind = std::array<std::vector<MissingFact>, kConflictKindCount>;
using FoundKinds = std::array<bool, kConflictKindCount>;

struct AssumptionRow {
  Assumption assumption;
  bool (*applies)(const Case&, const Timeline&);
  std::string_view path, reason;
};

template <typename T>
bool AnyPossible(const std::vector<Known<T>>& records) {
  return std::any_of(records.begin(), records.end(), [](const Known<T>& known) {
    return known.person == Band::kPossible || known.company == Band::kPossible;
  });
}

bool HasPossible(const Case& the_case, const Timeline&) {
  const auto is_possible = [](const PriorSubmission& prior) {
    return !prior.same_referral &&
           (prior.person == Band::kPossible || prior.company == Band::kPossible);
  };
  const auto is_possible_relative = [](const FamilyMember& member) {
    return member.company == Band::kPossible;
  };
  return AnyPossible(the_case.accounts) || AnyPossible(the_case.contacts) ||
         AnyPossible(the_case.leads) || AnyPossible(the_case.opportunities) ||
         AnyPossible(the_case.registrations) || AnyPossible(the_case.touches) ||
         AnyPossible(the_case.rewards) || AnyPossible(the_case.merges) ||
         the_case.source.referrer_is_lead == Band::kPossible ||
         std::any_of(the_case.prior.begin(), the_case.prior.end(), is_possible) ||
         std::any_of(the_case.family.begin(), the_case.family.end(), is_possible_relative);
}

bool HasUndecidedExtension(const Case& the_case, const Timeline& timeline) {
  const auto asks = [](const DealRegistration& registration) {
    const auto& extensions = registration.extensions.get();
    return std::any_of(extensions.begin(), extensions.end(), [](const Extension& extension) {
      return extension.requested_at.has() && (!extension.until.has() || extension.decided_at.has());
    });
  };
  return std::any_of(timeline.titles.begin(), timeline.titles.end(),
                     [](const Title& title) { return title.claim.extension_undecided; }) ||
         std::any_of(the_case.partner_registrations.begin(), the_case.partner_registrations.end(),
                     asks) ||
         std::any_of(
             the_case.family.begin(), the_case.family.end(), [&](const FamilyMember& member) {
               return std::any_of(member.registrations.begin(), member.registrations.end(), asks);
             });
}

bool HasUnknownStage(const Case& the_case, const Timeline&) {
  const auto is_unknown = [](const Opportunity& opportunity) {
    return !opportunity.is_closed.has();
  };
  return std::any_of(the_case.opportunities.begin(), the_case.opportunities.end(),
                     [&](const auto& known) { return is_unknown(known.record); }) ||
         std::any_of(the_case.family.begin(), the_case.family.end(),
                     [&](const FamilyMember& member) {
                       return std::any_of(member.opportunities.begin(), member.opportunities.end(),
                                          is_unknown);
                     });
}

constexpr std::array<AssumptionRow, 4> kAssumptions = {{
    {Assumption::kPossibleIsSame, HasPossible, "matches", "possible"},
    {Assumption::kExtensionsGranted, HasUndecidedExtension, "registrations.extensions.until",
     "absent"},
    {Assumption::kExtensionsRefused, HasUndecidedExtension, "registrations.extensions.until",
     "absent"},
    {Assumption::kUnknownStageIsOpen, HasUnknownStage, "opportunities.is_closed", "absent"},
}};

std::size_t IndexOf(ConflictKind kind) { return static_cast<std::size_t>(kind); }

void AddMissing(const MissingFact& fact, std::vector<MissingFact>* missing) {
  const bool is_known = std::any_of(missing->begin(), missing->end(),
                                    [&](const MissingFact& one) { return one.path == fact.path; });
  if (!is_known) missing->push_back(fact);
}

// Conflicts that fire on what is known, and facts that their detectors ask for themselves.
void DetectKnown(const Hearing& hearing, Attribution* attribution, FoundKinds* found,
                 MissingByKind* missing) {
  for (const ConflictKindRow& row : kConflictKinds) {
    Detection detection = row.detect(hearing);
    if (detection.conflict.has_value()) {
      (*found)[IndexOf(row.kind)] = true;
      attribution->conflicts.push_back(std::move(*detection.conflict));
    } else {
      (*missing)[IndexOf(row.kind)] = std::move(detection.missing);
    }
  }
}

// What disputes the claim that a query asks about stays listed: the query itself brings no papers
// and comes later, which settles nothing.  An opportunity that fell asleep since is listed as what
// it is now.
void KeepThoseOfClaim(const Case& claim, const Parameters& parameters, Attribution* attribution,
                      FoundKinds* found, MissingByKind* missing) {
  const Hearing hearing(claim, parameters, Assumption::kNone);
  const bool is_asleep = (*found)[IndexOf(ConflictKind::kDormantOpportunity)];
  for (const ConflictKindRow& row : kConflictKinds) {
    if ((*found)[IndexOf(row.kind)]) continue;
    if (row.kind == ConflictKind::kLiveOpportunity && is_asleep) continue;
    Detection detection = row.detect(hearing);
    if (!detection.conflict.has_value()) continue;
    detection.conflict->is_of_claim = true;
    (*found)[IndexOf(row.kind)] = true;
    (*missing)[IndexOf(row.kind)].clear();
    attribution->conflicts.push_back(std::move(*detection.conflict));
  }
  std::stable_sort(attribution->conflicts.begin(), attribution->conflicts.end(),
                   [](const Conflict& a, const Conflict& b) { return a.kind < b.kind; });
}

// Conflicts that would fire if a missing fact were as assumed: they wait for it.
void DetectAssumed(const Case& the_case, const Parameters& parameters, const AssumptionRow& row,
                   const FoundKinds& found, MissingByKind* missing) {
  const Hearing hearing(the_case, parameters, row.assumption);
  for (const ConflictKindRow& kind : kConflictKinds) {
    if (found[IndexOf(kind.kind)]) continue;
    const Detection detection = kind.detect(hearing);
    const bool waits = detection.conflict.has_value() ||
                       detection.missing.size() > (*missing)[IndexOf(kind.kind)].size();
    if (!waits) continue;
    AddMissing({std::string(row.path), std::string(row.reason)}, &(*missing)[IndexOf(kind.kind)]);
  }
}

}  // namespace

Attribution Attribute(const Case& the_case, const Parameters& parameters) {
  const Hearing hearing(the_case, parameters, Assumption::kNone);
  Attribution attribution;
  FoundKinds found{};
  MissingByKind missing;
  DetectKnown(hearing, &attribution, &found, &missing);
  if (the_case.claim != nullptr) {
    KeepThoseOfClaim(*the_case.claim, parameters, &attribution, &found, &missing);
  }
  for (const AssumptionRow& row : kAssumptions) {
    if (!row.applies(the_case, hearing.timeline)) continue;
    DetectAssumed(the_case, parameters, row, found, &missing);
  }
  for (const ConflictKindRow& row : kConflictKinds) {
    std::vector<MissingFact>& facts = missing[IndexOf(row.kind)];
    if (!facts.empty()) attribution.undecided.push_back({row.kind, std::move(facts)});
  }
  for (const Title& title : hearing.timeline.titles) attribution.claims.push_back(title.claim);
  LabelledEvidence labelled = LabelEvidence(hearing);
  attribution.evidence = labelled.label;
  attribution.evidence_rule = labelled.rule;
  attribution.evidence_note = std::move(labelled.note);
  attribution.consent = ConsentOf(the_case);
  attribution.signals = FindSignals(hearing);
  return attribution;
}

}  // namespace referee
