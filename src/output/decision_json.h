// decision -> its document, schema "referee.decision/1" (design section 6).

#ifndef REFEREE_SRC_OUTPUT_DECISION_JSON_H_
#define REFEREE_SRC_OUTPUT_DECISION_JSON_H_

#include <string>
#include <string_view>

#include "src/record/decision.h"

namespace referee {

// Which parts the caller wants; the others are left out of the document.
struct DecisionParts {
  bool matches = true, explanation = true, outputs = true;
};

struct AuditStamp {
  std::uint64_t sequence = 0;
  std::string hash;
};

// One line of compact JSON without a line end.  Same decision, same bytes.
std::string DecisionJson(const Decision& decision, const DecisionParts& parts,
                         const AuditStamp& audit);

// One match as it stands in the decision's "matches" and in the answer of `match`.
void AppendMatchJson(const Match& match, bool with_explanation, std::string& out);

}  // namespace referee

#endif  // REFEREE_SRC_OUTPUT_DECISION_JSON_H_
