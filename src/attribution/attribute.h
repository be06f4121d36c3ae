// case -> attribution: claims on one timeline, the conflicts between them, and what the evidence
// is worth.

#ifndef REFEREE_SRC_ATTRIBUTION_ATTRIBUTE_H_
#define REFEREE_SRC_ATTRIBUTION_ATTRIBUTE_H_

#include <string>
#include <vector>

#include "src/attribution/case.h"
#include "src/record/decision.h"
#include "src/record/parameters.h"

namespace referee {

// A conflict that cannot be told because a fact is missing: its gate waits and asks.
struct UndecidedConflict {
  ConflictKind kind;
  std::vector<MissingFact> missing;
};

// What the evidence says about the title, before disputes and people have their say.
enum class EvidenceLabel : std::uint8_t { kNone, kLow, kMedium, kHigh };

struct Attribution {
  std::vector<Claim> claims;                 // Ascending by receipt, sequence, id.
  std::vector<Conflict> conflicts;           // Ascending by kind; open ones only.
  std::vector<UndecidedConflict> undecided;  // Ascending by kind.
  EvidenceLabel evidence = EvidenceLabel::kNone;
  std::string evidence_note;  // Names the evidence behind the label.
  std::string evidence_rule;  // Which rule of confidence gave it: "high_introduction".
  std::vector<ConsentState> consent;
  std::vector<Signal> signals;
};

// Total.  Linear in the size of the case but for sorting.
Attribution Attribute(const Case& the_case, const Parameters& parameters);

}  // namespace referee

#endif  // REFEREE_SRC_ATTRIBUTION_ATTRIBUTE_H_
