// The types that the checker works with, as numbers into a pool.

#ifndef REFEREE_SRC_CEL_TYPE_H_
#define REFEREE_SRC_CEL_TYPE_H_

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>

#include "absl/container/inlined_vector.h"
#include "absl/status/statusor.h"
#include "src/cel/schema.h"
#include "src/cel/value.h"

namespace referee::cel {

enum class TypeKind : std::uint8_t {
  // Without arguments: the number of the type is that of its kind.
  kDyn,
  kNull,
  kBool,
  kInt,
  kUint,
  kDouble,
  kString,
  kBytes,
  kTimestamp,
  kDuration,
  // With arguments or a name.
  kType,
  kList,
  kMap,
  kOptional,
  kWrapper,    // A scalar or null.
  kOpaque,     // Named, with any number of arguments.
  kParameter,  // Stands for any type; named.
  kObject,     // A declared path with declared members.
};

using TypeId = std::uint32_t;

// The number of a type without arguments.
constexpr TypeId IdOf(TypeKind kind) { return static_cast<TypeId>(kind); }

struct Type {
  TypeKind kind = TypeKind::kDyn;
  std::string name;
  absl::InlinedVector<TypeId, 2> arguments;
  const SchemaNode* schema = nullptr;
};

// Owns types; those of `base`, if any, are also seen.
class TypePool {
 public:
  TypePool();
  // Requires: `base` outlives this pool and no longer changes.
  explicit TypePool(const TypePool* base);

  const Type& At(TypeId id) const;
  TypeId Add(Type type);
  TypeId Of(TypeKind kind, TypeId argument) { return Add({kind, {}, {argument}, nullptr}); }
  TypeId MapOf(TypeId key, TypeId value) {
    return Add({TypeKind::kMap, {}, {key, value}, nullptr});
  }

  // "int", "list(string)", "map(string, dyn)", "type(int)", "abstract(name, int)", "param(T)",
  // "timestamp"; one capital letter is a parameter.  Fails with kInvalidArgument.
  absl::StatusOr<TypeId> Parse(std::string_view text);

  // The same notation.
  std::string Text(TypeId id) const;

  // The type of a declared path: an object if it has declared members, a list of its elements, or
  // what its type text says.
  TypeId OfSchema(const SchemaNode& node);

 private:
  const TypePool* base_ = nullptr;
  TypeId first_ = 0;
  std::deque<Type> types_;  // References stay valid while types are added.
};

}  // namespace referee::cel

#endif  // REFEREE_SRC_CEL_TYPE_H_
