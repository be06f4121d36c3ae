// Which paths a host's documents may have, and their types: what turns a misspelt field into an
// error at load, and what decides whether an absent field is missing evidence or simply none.

#ifndef REFEREE_SRC_CEL_SCHEMA_H_
#define REFEREE_SRC_CEL_SCHEMA_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "src/base/json.h"

namespace referee::cel {

// One declared path.  Names are separated by dots, the elements of a list are "[]":
// "referral.consent", "submission.touches[].kind".
struct Field {
  // What absence means: missing evidence, or nothing there (a list is [], a map {}, a bool false,
  // anything else null).
  enum class Absent : std::uint8_t { kUnknown, kNone };

  std::string path;
  std::string type;  // CEL type text: "string", "int", "list(string)", "map(string, dyn)", "dyn".
  Absent absent = Absent::kUnknown;
};

// One step of the tree of declared paths.  Immutable.
struct SchemaNode {
  std::string name;  // "[]" for the elements of a list.
  std::string path;  // From the root.
  std::string type;  // "" for an object or a list that is known by its members alone.
  Field::Absent absent = Field::Absent::kUnknown;
  std::vector<std::unique_ptr<SchemaNode>> members;  // Sorted by name.

  // The member of this name, or null.  Logarithmic.
  const SchemaNode* Find(std::string_view member) const;
  // The elements, or null when this is not a list of declared objects.
  const SchemaNode* Element() const { return Find("[]"); }
};

// Immutable, cheap to copy, shared freely.
class Schema {
 public:
  // Fails with kInvalidArgument for a malformed path or type and for a path declared twice with
  // different types; the pointer of the error is the path.
  static absl::StatusOr<Schema> Create(std::vector<Field> fields);

  Schema();  // Declares nothing.

  // Its members are the top-level names.
  const SchemaNode& root() const { return *root_; }

  // The declared path nearest to `path` by edit distance, or "" when none is near.
  std::string Nearest(std::string_view path) const;

 private:
  explicit Schema(std::shared_ptr<const SchemaNode> root) : root_(std::move(root)) {}

  std::shared_ptr<const SchemaNode> root_;
};

// {"path": "type", ...}; a type may also be {"type": "...", "absent": "none"}.
absl::StatusOr<Schema> SchemaFromJson(const json::Node& node);

}  // namespace referee::cel

#endif  // REFEREE_SRC_CEL_SCHEMA_H_
