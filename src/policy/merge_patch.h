// JSON Merge Patch (RFC 7396): a document with some members changed.

#ifndef REFEREE_SRC_POLICY_MERGE_PATCH_H_
#define REFEREE_SRC_POLICY_MERGE_PATCH_H_

#include <string>

#include "src/base/json.h"

namespace referee::policy {

// Appends `target` (null for none) as `patch` changes it: objects merge member by member, null
// removes, everything else replaces.  Linear but for looking members up by name.
void AppendMerged(const json::Node* target, const json::Node& patch, std::string& out);

}  // namespace referee::policy

#endif  // REFEREE_SRC_POLICY_MERGE_PATCH_H_
