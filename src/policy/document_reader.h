// Reads the members of a policy document with errors that point at them.

#ifndef REFEREE_SRC_POLICY_DOCUMENT_READER_H_
#define REFEREE_SRC_POLICY_DOCUMENT_READER_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "src/base/json.h"

namespace referee::policy {

// A required member of the given kind.
absl::StatusOr<const json::Node*> Member(const json::Node& object, std::string_view name,
                                         json::Kind kind);
// The member, or null when it is absent; an error when it is of another kind.
absl::StatusOr<const json::Node*> OptionalMember(const json::Node& object, std::string_view name,
                                                 json::Kind kind);

absl::StatusOr<std::string> TextMember(const json::Node& object, std::string_view name);
absl::StatusOr<std::string> OptionalText(const json::Node& object, std::string_view name);
absl::StatusOr<std::vector<std::string>> TextsMember(const json::Node& object,
                                                     std::string_view name);
absl::StatusOr<std::vector<std::string>> Texts(const json::Node& list);

}  // namespace referee::policy

#endif  // REFEREE_SRC_POLICY_DOCUMENT_READER_H_
