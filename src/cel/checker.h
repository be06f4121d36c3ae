// Types before evaluation: finds misspelt fields, undeclared names and calls that no overload
// takes, and resolves names and qualified functions.

#ifndef REFEREE_SRC_CEL_CHECKER_H_
#define REFEREE_SRC_CEL_CHECKER_H_

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "src/cel/ast.h"
#include "src/cel/cel.h"
#include "src/cel/function_table.h"
#include "src/cel/schema.h"

namespace referee::cel {

// What a name stands for.
struct Reference {
  enum class Target : std::uint8_t { kNone, kVariable, kType };

  Target target = Target::kNone;
  std::string name;                    // Fully qualified.
  const SchemaNode* schema = nullptr;  // The declared path that the node reads, if any.
};

// What the checker found, by ExprId.
struct Resolution {
  bool is_checked = false;
  std::vector<Reference> references;
  std::string result_type = "dyn";
};

// Fails with kInvalidArgument, place and code.  Near-linear in the size of the tree.
absl::StatusOr<Resolution> Check(const Ast& ast, const CompileOptions& options,
                                 const std::deque<Function>& host_functions, TypePool& types);

}  // namespace referee::cel

#endif  // REFEREE_SRC_CEL_CHECKER_H_
