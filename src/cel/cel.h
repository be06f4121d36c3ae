// Expressions of the Common Expression Language (cel.dev) without protocol buffers.
//
//   absl::StatusOr<cel::Program> program = cel::Compile("partner.tier == 'gold'", options);
//   if (!program.ok()) return program.status();
//   const cel::Value answer = cel::Evaluate(*program, {.variables = record});
//
// Strict mode is the language as its conformance suite defines it.  Evidence mode treats a bound
// field that is absent or null as unknown instead of an error, so that missing evidence never
// reads as a verdict.

#ifndef REFEREE_SRC_CEL_CEL_H_
#define REFEREE_SRC_CEL_CEL_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "src/base/json.h"
#include "src/cel/limits.h"
#include "src/cel/schema.h"
#include "src/cel/value.h"

namespace referee::cel {

enum class Mode : std::uint8_t { kStrict, kEvidence };

// A variable for the checker.
struct Variable {
  std::string name;  // May be qualified: "com.example.x".
  std::string type;  // CEL type text; "param(T)" and "abstract(name, ...)" are understood.
};

// One overload of a function of the host.  Without an implementation it can be checked, not run.
struct HostOverload {
  enum class Style : std::uint8_t { kGlobal, kMember };

  std::vector<std::string> parameters;  // CEL type texts; the receiver of a member comes first.
  std::string result;
  Style style = Style::kGlobal;
  // Pure: the same arguments give the same value.  Never sees an error or an unknown.
  Value (*call)(const std::vector<Value>& arguments) = nullptr;
};

struct HostFunction {
  std::string name;
  std::vector<HostOverload> overloads;
};

struct CompileOptions {
  Mode mode = Mode::kStrict;
  const Schema* schema = nullptr;  // Not owned; only read during Compile().
  std::string container;           // Names are resolved inside it, from the innermost outwards.
  bool check = true;
  bool macros = true;
  std::vector<Variable> variables;  // Besides those of the schema.
  std::vector<HostFunction> functions;
  Limits limits;
};

struct Plan;

// A compiled expression.  Immutable, cheap to copy, shared freely between threads.
class Program {
 public:
  // The paths of bound data that the expression reads, sorted: "partner.tier", "touches[].kind".
  const std::vector<std::string>& read_paths() const;

  // The type that the checker found, as text; "dyn" when it was not asked.
  const std::string& result_type() const;

  const Plan& plan() const { return *plan_; }
  explicit Program(std::shared_ptr<const Plan> plan) : plan_(std::move(plan)) {}

 private:
  std::shared_ptr<const Plan> plan_;
};

// Fails with kInvalidArgument, carrying line, column and a code such as "cel.syntax",
// "cel.undeclared" or "cel.no_such_overload", or with kResourceExhausted when a limit is passed.
// In evidence mode with a schema an undeclared path is an error that suggests the nearest
// declared one.  Near-linear in the length of the source.
absl::StatusOr<Program> Compile(std::string_view source, const CompileOptions& options);

struct Activation {
  Value variables;  // A map of top-level names.
};

struct EvaluateOptions {
  std::uint64_t max_cost = 0;     // 0: that of the program's limits.
  std::uint64_t* cost = nullptr;  // If not null, receives what the evaluation cost.
};

// Never fails otherwise: errors and unknowns are values.
Value Evaluate(const Program& program, const Activation& activation,
               const EvaluateOptions& options = {});

// A document as a value to bind.  With a schema, numbers, timestamps and durations become what
// their path declares; a value that does not fit fails with its JSON pointer.  Where nothing is
// declared, a number written without fraction and exponent is an int if it fits, else a double.
absl::StatusOr<Value> FromJson(const json::Node& node, const Schema* schema = nullptr);

// A dynamic declaration for each top-level name of `bindings`.
std::vector<Variable> DeclareDynamic(const Value& bindings);

}  // namespace referee::cel

#endif  // REFEREE_SRC_CEL_CEL_H_
