// Amounts of different currencies, compared exactly in integers by the policy's dated table.

#ifndef REFEREE_SRC_POLICY_MONEY_H_
#define REFEREE_SRC_POLICY_MONEY_H_

#include <compare>
#include <optional>

#include "src/record/field.h"
#include "src/record/parameters.h"

namespace referee {

// How `a` stands to `b`; nothing when an amount or its currency is missing, or one of two
// different currencies has no rate.  The same currency needs no rate.
std::optional<std::strong_ordering> CompareMoney(const Exchange& exchange, const Amount& a,
                                                 const Amount& b);

}  // namespace referee

#endif  // REFEREE_SRC_POLICY_MONEY_H_
