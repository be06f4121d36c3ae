#include "src/cel/unify.h"

#include <string>
#include <utility>

namespace referee::cel {

TypeId Unifier::Fresh() {
  return types_.Add({TypeKind::kParameter, "_" + std::to_string(next_name_++), {}, nullptr});
}

TypeId Unifier::Instantiate(TypeId id, Renaming& renamed) {
  const Type& type = types_.At(id);
  if (type.kind == TypeKind::kParameter) {
    for (const auto& [name, fresh] : renamed) {
      if (name == type.name) return fresh;
    }
    const TypeId fresh = Fresh();
    renamed.emplace_back(type.name, fresh);
    return fresh;
  }
  if (type.arguments.empty()) return id;
  Type copy = {type.kind, type.name, {}, type.schema};
  for (const TypeId argument : type.arguments) {
    copy.arguments.push_back(Instantiate(argument, renamed));
  }
  return types_.Add(std::move(copy));
}

bool Unifier::Assign(std::span<const TypeId> from, std::span<const TypeId> to) {
  const std::size_t mark = trail_.size();
  for (std::size_t i = 0; i < from.size(); ++i) {
    if (IsAssignable(from[i], to[i])) continue;
    UndoTo(mark);
    return false;
  }
  return true;
}

bool Unifier::IsAssignable(TypeId from, TypeId to) {
  const Type& source = types_.At(from);
  const Type& target = types_.At(to);
  if (target.kind == TypeKind::kParameter) {
    bool was_bound = false;
    if (Substitute(from, to, &was_bound)) return true;
    if (was_bound) return false;
  }
  if (source.kind == TypeKind::kParameter) {
    bool was_bound = false;
    return Substitute(to, from, &was_bound);
  }
  if (source.kind == TypeKind::kDyn || target.kind == TypeKind::kDyn) return true;
  if (source.kind == TypeKind::kNull) return TakesNull(target);
  if (target.kind == TypeKind::kNull) return TakesNull(source);
  return AreAssignable(source, target);
}

bool Unifier::AreAssignable(const Type& from, const Type& to) {
  if (from.kind == TypeKind::kWrapper || to.kind == TypeKind::kWrapper) {
    const auto inner = [this](const Type& type) {
      return type.kind == TypeKind::kWrapper ? types_.At(type.arguments[0]).kind : type.kind;
    };
    return inner(from) == inner(to);
  }
  // An object is a map from names to anything.
  if (from.kind == TypeKind::kObject && to.kind == TypeKind::kMap) {
    return IsAssignable(IdOf(TypeKind::kString), to.arguments[0]) &&
           IsAssignable(IdOf(TypeKind::kDyn), to.arguments[1]);
  }
  if (from.kind == TypeKind::kMap && to.kind == TypeKind::kObject) return AreAssignable(to, from);
  if (from.kind != to.kind) return false;
  switch (from.kind) {
    case TypeKind::kObject: return from.schema == to.schema;
    case TypeKind::kType: return true;
    case TypeKind::kOpaque:
      if (from.name != to.name || from.arguments.size() != to.arguments.size()) return false;
      break;
    default: break;
  }
  for (std::size_t i = 0; i < from.arguments.size(); ++i) {
    if (!IsAssignable(from.arguments[i], to.arguments[i])) return false;
  }
  return true;
}

bool Unifier::Substitute(TypeId type, TypeId parameter, bool* was_bound) {
  if (IsSame(type, parameter)) return true;
  if (const TypeId* found = Find(parameter); found != nullptr) {
    *was_bound = true;
    const TypeId bound = *found;
    if (IsSame(type, bound)) return true;
    if (!IsAssignable(type, bound)) return false;
    // The more general of the two serves both.
    const TypeId general = IsAtLeastAsGeneral(type, bound) ? type : bound;
    if (!Occurs(parameter, general)) Bind(parameter, general);
    return true;
  }
  if (Occurs(parameter, type)) return false;
  Bind(parameter, type);
  return true;
}

const TypeId* Unifier::Find(TypeId parameter) const {
  const auto found = bindings_.find(parameter);
  return found == bindings_.end() ? nullptr : &found->second;
}

void Unifier::Bind(TypeId parameter, TypeId type) {
  const TypeId* before = Find(parameter);
  trail_.emplace_back(parameter, before == nullptr ? std::nullopt : std::optional(*before));
  bindings_[parameter] = type;
}

void Unifier::UndoTo(std::size_t mark) {
  for (; trail_.size() > mark; trail_.pop_back()) {
    const auto& [parameter, before] = trail_.back();
    if (before.has_value()) {
      bindings_[parameter] = *before;
    } else {
      bindings_.erase(parameter);
    }
  }
}

bool Unifier::Occurs(TypeId parameter, TypeId id) const {
  if (id == parameter) return true;
  const Type& type = types_.At(id);
  if (type.kind == TypeKind::kParameter) {
    const TypeId* bound = Find(id);
    return bound != nullptr && Occurs(parameter, *bound);
  }
  for (const TypeId argument : type.arguments) {
    if (Occurs(parameter, argument)) return true;
  }
  return false;
}

bool Unifier::IsSame(TypeId a, TypeId b) const {
  if (a == b) return true;
  const Type& left = types_.At(a);
  const Type& right = types_.At(b);
  if (left.kind != right.kind || left.name != right.name || left.schema != right.schema ||
      left.arguments.size() != right.arguments.size()) {
    return false;
  }
  for (std::size_t i = 0; i < left.arguments.size(); ++i) {
    if (!IsSame(left.arguments[i], right.arguments[i])) return false;
  }
  return true;
}

bool Unifier::IsAtLeastAsGeneral(TypeId a, TypeId b) const {
  const Type& left = types_.At(a);
  const Type& right = types_.At(b);
  if (left.kind == TypeKind::kDyn || left.kind == TypeKind::kParameter) return true;
  if (right.kind == TypeKind::kDyn || right.kind == TypeKind::kParameter) return false;
  // A map takes any object, a wrapper its scalar, and what takes null takes more than null.
  if (left.kind == TypeKind::kMap && right.kind == TypeKind::kObject) return true;
  if (left.kind == TypeKind::kWrapper && right.kind != TypeKind::kWrapper) return true;
  if (right.kind == TypeKind::kNull && TakesNull(left)) return true;
  if (left.kind != right.kind || left.arguments.size() != right.arguments.size() ||
      left.name != right.name) {
    return false;
  }
  if (left.kind == TypeKind::kType) return true;
  for (std::size_t i = 0; i < left.arguments.size(); ++i) {
    if (!IsAtLeastAsGeneral(left.arguments[i], right.arguments[i])) return false;
  }
  return true;
}

bool Unifier::TakesNull(const Type& type) {
  switch (type.kind) {
    case TypeKind::kNull:
    case TypeKind::kTimestamp:
    case TypeKind::kDuration:
    case TypeKind::kOptional:
    case TypeKind::kOpaque:
    case TypeKind::kWrapper:
    case TypeKind::kObject: return true;
    default: return false;
  }
}

TypeId Unifier::Join(TypeId a, TypeId b) {
  if (!Assign(a, b)) return IdOf(TypeKind::kDyn);
  return IsAtLeastAsGeneral(a, b) ? a : b;
}

TypeId Unifier::Resolve(TypeId id, Open open) const {
  const Type& type = types_.At(id);
  if (type.kind == TypeKind::kParameter) {
    if (const TypeId* bound = Find(id); bound != nullptr) return Resolve(*bound, open);
    return open == Open::kKeep ? id : IdOf(TypeKind::kDyn);
  }
  if (type.arguments.empty()) return id;
  Type copy = {type.kind, type.name, {}, type.schema};
  bool has_changed = false;
  for (const TypeId argument : type.arguments) {
    copy.arguments.push_back(Resolve(argument, open));
    has_changed = has_changed || copy.arguments.back() != argument;
  }
  return has_changed ? types_.Add(std::move(copy)) : id;
}

}  // namespace referee::cel
