#include "src/cel/function_table.h"

#include <utility>

#include "src/cel/ast.h"

namespace referee::cel {
namespace {

constexpr std::uint32_t Bit(Kind kind) { return 1u << static_cast<unsigned>(kind); }

// The checker's view of the operators; evaluation knows them by heart.
constexpr FunctionRow kOperatorRows[] = {
    {operators::kNot, "(bool) -> bool"},
    {operators::kNegate, "(int) -> int"},
    {operators::kNegate, "(double) -> double"},
    {operators::kAdd, "(int, int) -> int"},
    {operators::kAdd, "(uint, uint) -> uint"},
    {operators::kAdd, "(double, double) -> double"},
    {operators::kAdd, "(string, string) -> string"},
    {operators::kAdd, "(bytes, bytes) -> bytes"},
    {operators::kAdd, "(list(A), list(A)) -> list(A)"},
    {operators::kAdd, "(timestamp, duration) -> timestamp"},
    {operators::kAdd, "(duration, timestamp) -> timestamp"},
    {operators::kAdd, "(duration, duration) -> duration"},
    {operators::kSubtract, "(int, int) -> int"},
    {operators::kSubtract, "(uint, uint) -> uint"},
    {operators::kSubtract, "(double, double) -> double"},
    {operators::kSubtract, "(timestamp, timestamp) -> duration"},
    {operators::kSubtract, "(timestamp, duration) -> timestamp"},
    {operators::kSubtract, "(duration, duration) -> duration"},
    {operators::kMultiply, "(int, int) -> int"},
    {operators::kMultiply, "(uint, uint) -> uint"},
    {operators::kMultiply, "(double, double) -> double"},
    {operators::kDivide, "(int, int) -> int"},
    {operators::kDivide, "(uint, uint) -> uint"},
    {operators::kDivide, "(double, double) -> double"},
    {operators::kModulo, "(int, int) -> int"},
    {operators::kModulo, "(uint, uint) -> uint"},
    {operators::kEqual, "(A, A) -> bool"},
    {operators::kNotEqual, "(A, A) -> bool"},
    {operators::kIn, "(A, list(A)) -> bool"},
    {operators::kIn, "(A, map(A, B)) -> bool"},
    {operators::kIndex, "(list(A), int) -> A"},
    {operators::kIndex, "(map(A, B), A) -> B"},
    {operators::kIndex, "(optional_type(list(A)), int) -> optional_type(A)"},
    {operators::kIndex, "(optional_type(map(A, B)), A) -> optional_type(B)"},
    {operators::kOptionalIndex, "(list(A), int) -> optional_type(A)"},
    {operators::kOptionalIndex, "(map(A, B), A) -> optional_type(B)"},
    {operators::kOptionalIndex, "(optional_type(list(A)), int) -> optional_type(A)"},
    {operators::kOptionalIndex, "(optional_type(map(A, B)), A) -> optional_type(B)"},
};

constexpr std::string_view kOrderedTypes[] = {"bool",   "int",   "uint",      "double",
                                              "string", "bytes", "timestamp", "duration"};
constexpr std::string_view kOrderOperators[] = {operators::kLess, operators::kLessEqual,
                                                operators::kGreater, operators::kGreaterEqual};

}  // namespace

std::span<const FunctionRow> OperatorRows() { return kOperatorRows; }

std::uint32_t AcceptedKinds(const Type& type) {
  switch (type.kind) {
    case TypeKind::kNull: return Bit(Kind::kNull);
    case TypeKind::kBool: return Bit(Kind::kBool);
    case TypeKind::kInt: return Bit(Kind::kInt);
    case TypeKind::kUint: return Bit(Kind::kUint);
    case TypeKind::kDouble: return Bit(Kind::kDouble);
    case TypeKind::kString: return Bit(Kind::kString);
    case TypeKind::kBytes: return Bit(Kind::kBytes);
    case TypeKind::kTimestamp: return Bit(Kind::kTimestamp);
    case TypeKind::kDuration: return Bit(Kind::kDuration);
    case TypeKind::kType: return Bit(Kind::kType);
    case TypeKind::kList: return Bit(Kind::kList);
    case TypeKind::kMap:
    case TypeKind::kObject: return Bit(Kind::kMap);
    case TypeKind::kOptional: return Bit(Kind::kOptional);
    case TypeKind::kDyn:
    case TypeKind::kWrapper:
    case TypeKind::kOpaque:
    case TypeKind::kParameter: return ~0u;
  }
  return ~0u;
}

bool Overload::Accepts(Arguments arguments) const {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::uint32_t accepts = accepted[is_variadic ? 0 : i];
    if ((accepts & Bit(arguments[i]->kind())) == 0) return false;
  }
  return true;
}

const FunctionTable& FunctionTable::Standard() {
  // Never destroyed: a host may evaluate in its own static destructors.
  static const auto* const table = new FunctionTable();
  return *table;
}

const Function* FunctionTable::Find(std::string_view name) const {
  const auto found = functions_.find(name);
  return found == functions_.end() ? nullptr : &found->second;
}

FunctionTable::FunctionTable() {
  for (const auto rows : {OperatorRows(), CoreRows(), ConversionRows(), TimeRows(), OptionalRows(),
                          StringRows(), MathRows(), EncoderRows(), RefereeRows()}) {
    AddRows(rows);
  }
  for (const std::string_view name : kOrderOperators) {
    for (const std::string_view type : kOrderedTypes) {
      const std::string signature =
          "(" + std::string(type) + ", " + std::string(type) + ") -> bool";
      AddRow({name, signature, nullptr, Cost::kStep});
    }
  }
}

void FunctionTable::AddRows(std::span<const FunctionRow> rows) {
  for (const FunctionRow& row : rows) AddRow(row);
}

void FunctionTable::AddRow(const FunctionRow& row) {
  Overload overload;
  overload.call = row.call;
  overload.cost = row.cost;
  std::string_view text = row.signature;
  // The signatures are our own constants: tests read every row, so Parse() does not fail here.
  const auto parse = [&](std::string_view type) { return types_.Parse(type).value_or(0); };

  overload.is_member = !text.starts_with('(');
  const std::size_t open = overload.is_member ? text.find(".(") : 0;
  if (overload.is_member) {
    overload.parameters.push_back(parse(text.substr(0, open)));
  }
  const std::size_t arrow = text.rfind(" -> ");
  overload.result = parse(text.substr(arrow + 4));
  std::string_view list = text.substr(open + (overload.is_member ? 2 : 1));
  list = list.substr(0, list.rfind(") -> "));
  if (list.ends_with("...")) {
    overload.is_variadic = true;
    list.remove_suffix(3);
  }
  int depth = 0;
  for (std::size_t i = 0, start = 0; i <= list.size() && !list.empty(); ++i) {
    const char c = i < list.size() ? list[i] : ',';
    depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    if (c != ',' || depth != 0) continue;
    overload.parameters.push_back(parse(list.substr(start, i - start)));
    start = i + 1;
  }
  for (const TypeId parameter : overload.parameters) {
    overload.accepted.push_back(AcceptedKinds(types_.At(parameter)));
  }
  Function& function = functions_[std::string(row.name)];
  function.name = row.name;
  function.overloads.push_back(std::move(overload));
}

}  // namespace referee::cel
