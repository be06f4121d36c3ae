// Facts of a conflict, each with where it was read and when it holds, and the conflict they make.

#ifndef REFEREE_SRC_ATTRIBUTION_FACTS_H_
#define REFEREE_SRC_ATTRIBUTION_FACTS_H_

#include <string>
#include <string_view>
#include <vector>

#include "src/attribution/timeline.h"
#include "src/record/decision.h"
#include "src/record/field.h"

namespace referee {

Fact TextFact(std::string_view path, std::string value, RecordRef record, std::string at = {});
Fact FlagFact(std::string_view path, bool value, RecordRef record, std::string at = {});
Fact CountFact(std::string_view path, std::int64_t value, RecordRef record);
// The time as given is both the value and the time of the fact.
Fact TimeFact(std::string_view path, const Time& time, RecordRef record);
Fact TimeFact(std::string_view path, std::string text, RecordRef record);

// The same fact, speaking against the conflict.
Fact Against(Fact fact);

// When a claim was received: the fact that orders claims.
Fact ReceiptFact(const Claim& claim);
// Who claims.
Fact PartnerFact(const Claim& claim);
// When its protection ends or ended.
Fact EndFact(const Title& title);
// What it claims, as one text.
Fact ScopeFact(const Claim& claim);

// A conflict whose deciding fact is the first one added.
class ConflictBuilder {
 public:
  explicit ConflictBuilder(ConflictKind kind) { conflict_.kind = kind; }

  ConflictBuilder& Claims(const Claim& claim);  // Once each, however often it is named.
  ConflictBuilder& Add(Fact fact);
  // The fact that decides under this policy.
  ConflictBuilder& Decide(Fact fact);
  bool empty() const { return conflict_.facts.empty(); }

  // `would_flip`: the smallest change that turns the verdict, as a sentence.
  Conflict Build(std::string would_flip);

 private:
  Conflict conflict_;
};

// "submission" and its id, as facts of the submission under decision name it.
RecordRef SubmissionRef(const Submission& submission);

}  // namespace referee

#endif  // REFEREE_SRC_ATTRIBUTION_FACTS_H_
