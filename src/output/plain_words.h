// Codes, times and amounts as a person reads them.

#ifndef REFEREE_SRC_OUTPUT_PLAIN_WORDS_H_
#define REFEREE_SRC_OUTPUT_PLAIN_WORDS_H_

#include <string>
#include <string_view>

#include "src/policy/policy.h"
#include "src/record/decision.h"

namespace referee {

// "partner_owner" is "partner owner", "lead.emails" is "lead emails".
std::string CodeWords(std::string_view code);

// Begins with a capital, if it begins with an ASCII letter.
std::string Sentence(std::string text);

// "2026-06-01T08:15:00Z" is "2026-06-01 08:15 UTC".  Seconds are shown where they are not zero, an
// offset as it was given, and midnight UTC as the plain date.  Any other text comes back as it is.
std::string TimeWords(std::string_view time);

// 0.9995 as "99.9 %": rounded down, so that nothing reads as certain.
std::string PercentWords(double probability);

// "12,000 EUR", "12,000.50 EUR": the minor digits of the currency as the policy's table knows them,
// two where it does not; "" without an amount.
std::string AmountWords(const Policy& policy, const Money& money);

// What is wrong, as half a sentence: "another partner claims this customer".  The policy's text
// "conflict.KIND", else the kind in words.
std::string ConflictWords(const Policy& policy, ConflictKind kind);

// "open", "held", "stopped", "done".
std::string_view LaneStateWord(LaneState state);

// What is approved: "reject_message" is "the message of rejection".
std::string ActionWords(std::string_view action);

}  // namespace referee

#endif  // REFEREE_SRC_OUTPUT_PLAIN_WORDS_H_
