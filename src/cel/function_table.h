// All functions of the language and of its extensions: name, signature, implementation and cost.
//
// The checker reads the signatures, the evaluator picks the first overload whose parameters take
// the kinds of the arguments, so an implementation never sees other kinds.  An evaluation costs
// one for each step, and for each call what its row says.

#ifndef REFEREE_SRC_CEL_FUNCTION_TABLE_H_
#define REFEREE_SRC_CEL_FUNCTION_TABLE_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "src/base/string_map.h"
#include "src/cel/type.h"
#include "src/cel/value.h"

namespace referee::cel {

// Never errors or unknowns.
using Arguments = std::span<const Value* const>;
using Implementation = Value (*)(Arguments arguments);

// What a call costs beside the one for the step.
enum class Cost : std::uint8_t {
  kStep,     // Nothing more.
  kText,     // One for every ten octets of its arguments and its result.
  kPattern,  // One for every four octets of its arguments.
  kElements  // One for every element of its arguments and its result.
};

// "(int, int) -> int" for a global call, "string.(int) -> string" for a call on a receiver,
// "(dyn...) -> dyn" for one or more arguments; capital letters stand for any type.
struct FunctionRow {
  std::string_view name;
  std::string_view signature;
  Implementation call = nullptr;  // Null: an operator that plan.cc knows.
  Cost cost = Cost::kStep;
};

struct Overload {
  std::vector<TypeId> parameters;
  std::vector<std::uint32_t> accepted;  // For each parameter, the set of kinds as bits.
  TypeId result = 0;
  bool is_member = false;
  bool is_variadic = false;
  Implementation call = nullptr;
  Value (*host_call)(const std::vector<Value>& arguments) = nullptr;
  Cost cost = Cost::kStep;

  bool Takes(std::size_t arguments, bool as_member) const {
    if (is_member != as_member) return false;
    return is_variadic ? arguments >= 1 : arguments == parameters.size();
  }
  // Requires: Takes() their number.
  bool Accepts(Arguments arguments) const;
};

struct Function {
  std::string name;
  std::vector<Overload> overloads;
};

class FunctionTable {
 public:
  // The whole language.  Made once, never destroyed.
  static const FunctionTable& Standard();

  // The function of this name, or null.
  const Function* Find(std::string_view name) const;
  const TypePool& types() const { return types_; }

 private:
  FunctionTable();
  void AddRows(std::span<const FunctionRow> rows);
  void AddRow(const FunctionRow& row);

  TypePool types_;
  StringMap<Function> functions_;
};

// The kinds that a parameter of this type takes, as bits.
std::uint32_t AcceptedKinds(const Type& type);

// The rows, by family.
std::span<const FunctionRow> OperatorRows();
std::span<const FunctionRow> CoreRows();
std::span<const FunctionRow> ConversionRows();
std::span<const FunctionRow> TimeRows();
std::span<const FunctionRow> OptionalRows();
std::span<const FunctionRow> StringRows();
std::span<const FunctionRow> MathRows();
std::span<const FunctionRow> EncoderRows();
std::span<const FunctionRow> RefereeRows();  // Our own extension, version 1.

}  // namespace referee::cel

#endif  // REFEREE_SRC_CEL_FUNCTION_TABLE_H_
