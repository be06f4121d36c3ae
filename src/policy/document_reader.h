// Reads the members of a policy document with errors that point at them.

#ifndef REFEREE_SRC_POLICY_DOCUMENT_READER_H_
#define REFEREE_SRC_POLICY_DOCUMENT_READER_H_

#include <cstdint>
#include <initializer_list>
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
// An integer between `low` and `high`, or `otherwise` when the member is absent.
absl::StatusOr<std::int64_t> OptionalInteger(const json::Node& object, std::string_view name,
                                             std::int64_t low, std::int64_t high,
                                             std::int64_t otherwise);
absl::StatusOr<bool> OptionalFlag(const json::Node& object, std::string_view name, bool otherwise);

// Fails at a member that is not among `names`: what is misspelt must not be ignored.
absl::Status OnlyMembers(const json::Node& object, std::initializer_list<std::string_view> names);

absl::StatusOr<std::vector<std::string>> TextsMember(const json::Node& object,
                                                     std::string_view name);
absl::StatusOr<std::vector<std::string>> Texts(const json::Node& list);

}  // namespace referee::policy

#endif  // REFEREE_SRC_POLICY_DOCUMENT_READER_H_
