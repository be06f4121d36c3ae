// When one type may stand where another is expected, and what type parameters then stand for.

#ifndef REFEREE_SRC_CEL_UNIFY_H_
#define REFEREE_SRC_CEL_UNIFY_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "src/cel/type.h"

namespace referee::cel {

// The type parameters of one expression and what they stand for.
class Unifier {
 public:
  explicit Unifier(TypePool& types) : types_(types) {}

  // A parameter that stands for nothing yet.
  TypeId Fresh();

  // `type` with its parameters replaced by fresh ones; the same name becomes the same parameter
  // while `renamed` is the same.
  using Renaming = std::vector<std::pair<std::string, TypeId>>;
  TypeId Instantiate(TypeId type, Renaming& renamed);

  // Whether each of `from` may stand where its counterpart in `to` is expected.  What parameters
  // stand for is remembered only when all do.
  bool Assign(std::span<const TypeId> from, std::span<const TypeId> to);
  bool Assign(TypeId from, TypeId to) { return Assign(std::span(&from, 1), std::span(&to, 1)); }

  // The type of a list or a conditional that holds both.
  TypeId Join(TypeId a, TypeId b);

  enum class Open : std::uint8_t { kKeep, kMakeDynamic };
  // `type` with parameters replaced by what they stand for; those that stand for nothing stay or
  // become dyn.
  TypeId Resolve(TypeId type, Open open) const;

 private:
  bool IsAssignable(TypeId from, TypeId to);
  bool AreAssignable(const Type& from, const Type& to);
  // Whether `type` may be bound to `parameter`; `was_bound` tells that it already had a type.
  bool Substitute(TypeId type, TypeId parameter, bool* was_bound);
  // What a parameter stands for, or null.
  const TypeId* Find(TypeId parameter) const;
  void Bind(TypeId parameter, TypeId type);
  void UndoTo(std::size_t mark);
  bool Occurs(TypeId parameter, TypeId type) const;
  bool IsSame(TypeId a, TypeId b) const;
  bool IsAtLeastAsGeneral(TypeId a, TypeId b) const;
  static bool TakesNull(const Type& type);

  TypePool& types_;
  absl::flat_hash_map<TypeId, TypeId> bindings_;
  // What each binding replaced, so that a failed assignment leaves no trace.
  std::vector<std::pair<TypeId, std::optional<TypeId>>> trail_;
  TypeId next_name_ = 0;
};

}  // namespace referee::cel

#endif  // REFEREE_SRC_CEL_UNIFY_H_
