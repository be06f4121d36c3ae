// Pieces of documents that several parts share: texts, references to records, facts, what is
// missing.

#ifndef REFEREE_SRC_OUTPUT_FACT_JSON_H_
#define REFEREE_SRC_OUTPUT_FACT_JSON_H_

#include <string>
#include <string_view>
#include <vector>

#include "src/base/json_writer.h"
#include "src/record/decision.h"

namespace referee {

void WriteTextOrNull(json::Writer& writer, std::string_view text);  // "" is null.
void WriteTexts(json::Writer& writer, const std::vector<std::string>& texts);
void WriteFactValue(json::Writer& writer, const FactValue& value);
void WriteRef(json::Writer& writer, const RecordRef& ref);
void WriteFacts(json::Writer& writer, const std::vector<Fact>& facts);
void WriteFact(json::Writer& writer, const Fact& fact);

// The members "missing" (paths) and "unknown" (paths with reasons).
void WriteMissing(json::Writer& writer, const std::vector<MissingFact>& missing);
// The member "review".
void WriteReview(json::Writer& writer, std::string_view role);

}  // namespace referee

#endif  // REFEREE_SRC_OUTPUT_FACT_JSON_H_
