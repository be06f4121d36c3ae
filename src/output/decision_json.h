// decision -> its document, schema "referee.decision/1" (design section 6).

#ifndef REFEREE_SRC_OUTPUT_DECISION_JSON_H_
#define REFEREE_SRC_OUTPUT_DECISION_JSON_H_

#include <string>
#include <string_view>
#include <vector>

#include "src/record/decision.h"

namespace referee {

// Which parts the caller wants; the others are left out of the document.
struct DecisionParts {
  bool matches = true, explanation = true, outputs = true, counterfactuals = true;
};

// The place of a decision in its tenant's audit chain.
struct AuditStamp {
  std::uint64_t sequence = 0;
  std::string hash;
};

// The version of the engine that decides, as the documents state it.
std::string_view EngineVersion();

// One line of compact JSON without a line end and without the member "audit".  Same decision, same
// bytes.
std::string DecisionJson(const Decision& decision, const DecisionParts& parts);

// The same document with "audit" as its last member.
std::string WithAudit(std::string decision_json, const AuditStamp& audit);

// The answer of `match`: {"schema":"referee.matches/1","id","matches","truncated"}.
std::string MatchesJson(std::string_view query_id, const std::vector<Match>& matches,
                        bool truncated);

}  // namespace referee

#endif  // REFEREE_SRC_OUTPUT_DECISION_JSON_H_
