// What the evidence for the title is worth, before disputes and people have their say.

#ifndef REFEREE_SRC_ATTRIBUTION_EVIDENCE_LABEL_H_
#define REFEREE_SRC_ATTRIBUTION_EVIDENCE_LABEL_H_

#include <string>
#include <string_view>

#include "src/attribution/attribute.h"
#include "src/attribution/hearing.h"

namespace referee {

struct LabelledEvidence {
  EvidenceLabel label = EvidenceLabel::kNone;
  std::string_view rule;  // The rule of confidence that gives it, as the policy names it.
  std::string note;       // Names the evidence behind the label.
};

// kNone when nobody can be found who brings the referral; kHigh with an approved registration of
// the partner, or an introduction or evidence dated within introduction_lookback_days; kLow when
// only a tracked link or a code names the partner; else kMedium.
LabelledEvidence LabelEvidence(const Hearing& hearing);

}  // namespace referee

#endif  // REFEREE_SRC_ATTRIBUTION_EVIDENCE_LABEL_H_
