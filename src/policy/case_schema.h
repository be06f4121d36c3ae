// The paths that conditions of a policy may read, with their types and what absence means.

#ifndef REFEREE_SRC_POLICY_CASE_SCHEMA_H_
#define REFEREE_SRC_POLICY_CASE_SCHEMA_H_

#include "src/cel/schema.h"

namespace referee::policy {

// The schema of the case document; made once, lives for ever.
const cel::Schema& CaseSchema();

}  // namespace referee::policy

#endif  // REFEREE_SRC_POLICY_CASE_SCHEMA_H_
