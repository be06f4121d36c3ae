#include "src/cel/type.h"

#include <array>
#include <cstddef>
#include <utility>

#include "src/base/error_location.h"
#include "src/base/status_macros.h"
#include "src/base/text.h"

namespace referee::cel {
namespace {

// Of the text of a type: cel-cpp's limit for nested types is 13.
constexpr int kMaxTypeNesting = 13;

struct NamedType {
  std::string_view name;
  TypeKind kind;
};

// The first name of a kind is the one that is printed.
constexpr std::array<NamedType, 14> kPlainTypes = {{
    {"dyn", TypeKind::kDyn},
    {"null", TypeKind::kNull},
    {"bool", TypeKind::kBool},
    {"int", TypeKind::kInt},
    {"uint", TypeKind::kUint},
    {"double", TypeKind::kDouble},
    {"string", TypeKind::kString},
    {"bytes", TypeKind::kBytes},
    {"timestamp", TypeKind::kTimestamp},
    {"duration", TypeKind::kDuration},
    {"null_type", TypeKind::kNull},
    {"google.protobuf.Timestamp", TypeKind::kTimestamp},
    {"google.protobuf.Duration", TypeKind::kDuration},
    {"any", TypeKind::kDyn},
}};

struct TypeConstructor {
  std::string_view name;
  TypeKind kind;
  std::size_t arguments;
};

constexpr std::array<TypeConstructor, 5> kConstructors = {
    {{"list", TypeKind::kList, 1},
     {"map", TypeKind::kMap, 2},
     {"type", TypeKind::kType, 1},
     {"optional_type", TypeKind::kOptional, 1},
     {"wrapper", TypeKind::kWrapper, 1}}};

bool ContinuesTypeName(char c) {
  return IsAsciiLetter(c) || IsAsciiDigit(c) || c == '_' || c == '.';
}

// Recursive descent over the text of one type.
class TypeReader {
 public:
  TypeReader(std::string_view text, TypePool& pool) : rest_(text), pool_(pool) {}

  absl::StatusOr<TypeId> ReadAll() {
    REFEREE_ASSIGN_OR_RETURN(const TypeId type, Read(0));
    SkipSpaces();
    if (!rest_.empty()) return Malformed();
    return type;
  }

 private:
  static absl::Status Malformed() { return Invalid("is not the text of a type"); }

  void SkipSpaces() {
    while (rest_.starts_with(' ')) rest_.remove_prefix(1);
  }

  bool Take(char c) {
    SkipSpaces();
    if (!rest_.starts_with(c)) return false;
    rest_.remove_prefix(1);
    return true;
  }

  std::string_view ReadName() {
    SkipSpaces();
    std::size_t length = 0;
    while (length < rest_.size() && ContinuesTypeName(rest_[length])) ++length;
    const std::string_view name = rest_.substr(0, length);
    rest_.remove_prefix(length);
    return name;
  }

  absl::StatusOr<TypeId> Read(int depth) {
    if (depth > kMaxTypeNesting) return Invalid("is a type that is nested too deeply");
    const std::string_view name = ReadName();
    if (name.empty()) return Malformed();
    if (Take('(')) return ReadArguments(name, depth);
    for (const NamedType& plain : kPlainTypes) {
      if (plain.name == name) return IdOf(plain.kind);
    }
    for (const TypeConstructor& constructor : kConstructors) {
      if (constructor.name == name) return Construct(constructor, {});
    }
    if (name.size() == 1 && name[0] >= 'A' && name[0] <= 'Z') return Parameter(name);
    return Malformed();
  }

  TypeId Parameter(std::string_view name) {
    return pool_.Add({TypeKind::kParameter, std::string(name), {}, nullptr});
  }

  // Missing arguments are dyn: "list" is "list(dyn)".
  absl::StatusOr<TypeId> Construct(const TypeConstructor& constructor,
                                   absl::InlinedVector<TypeId, 2> arguments) {
    if (arguments.size() > constructor.arguments) return Malformed();
    if (!arguments.empty() && arguments.size() < constructor.arguments) return Malformed();
    arguments.resize(constructor.arguments, IdOf(TypeKind::kDyn));
    return pool_.Add({constructor.kind, {}, std::move(arguments), nullptr});
  }

  absl::StatusOr<TypeId> ReadArguments(std::string_view name, int depth) {
    if (name == "param") {
      const std::string_view parameter = ReadName();
      if (parameter.empty() || !Take(')')) return Malformed();
      return Parameter(parameter);
    }
    Type opaque = {TypeKind::kOpaque, {}, {}, nullptr};
    if (name == "abstract") {
      opaque.name = ReadName();
      if (opaque.name.empty()) return Malformed();
      if (Take(')')) return pool_.Add(std::move(opaque));
      if (!Take(',')) return Malformed();
    }
    do {
      REFEREE_ASSIGN_OR_RETURN(const TypeId argument, Read(depth + 1));
      opaque.arguments.push_back(argument);
    } while (Take(','));
    if (!Take(')')) return Malformed();
    const std::string_view constructed = name == "abstract" ? std::string_view(opaque.name) : name;
    for (const TypeConstructor& constructor : kConstructors) {
      if (constructor.name == constructed) return Construct(constructor, opaque.arguments);
    }
    if (name != "abstract") return Malformed();
    return pool_.Add(std::move(opaque));
  }

  std::string_view rest_;
  TypePool& pool_;
};

}  // namespace

TypePool::TypePool() {
  for (TypeId id = 0; id <= IdOf(TypeKind::kDuration); ++id) {
    types_.push_back({static_cast<TypeKind>(id), {}, {}, nullptr});
  }
}

TypePool::TypePool(const TypePool* base)
    : base_(base), first_(base->first_ + static_cast<TypeId>(base->types_.size())) {}

const Type& TypePool::At(TypeId id) const {
  return id < first_ ? base_->At(id) : types_[id - first_];
}

TypeId TypePool::Add(Type type) {
  types_.push_back(std::move(type));
  return first_ + static_cast<TypeId>(types_.size() - 1);
}

absl::StatusOr<TypeId> TypePool::Parse(std::string_view text) {
  return TypeReader(text, *this).ReadAll();
}

std::string TypePool::Text(TypeId id) const {
  const Type& type = At(id);
  std::string out;
  switch (type.kind) {
    case TypeKind::kParameter: return "param(" + type.name + ")";
    case TypeKind::kObject: return "map(string, dyn)";
    case TypeKind::kOpaque: out = "abstract(" + type.name; break;
    case TypeKind::kOptional: out = "abstract(optional_type"; break;
    default: break;
  }
  for (const NamedType& plain : kPlainTypes) {
    if (out.empty() && plain.kind == type.kind) return std::string(plain.name);
  }
  bool needs_comma = !out.empty();
  for (const TypeConstructor& constructor : kConstructors) {
    if (out.empty() && constructor.kind == type.kind) out = std::string(constructor.name) + "(";
  }
  for (const TypeId argument : type.arguments) {
    if (needs_comma) out += ", ";
    needs_comma = true;
    out += Text(argument);
  }
  return out + ")";
}

TypeId TypePool::OfSchema(const SchemaNode& node) {
  if (const SchemaNode* element = node.Element(); element != nullptr) {
    return Of(TypeKind::kList, OfSchema(*element));
  }
  if (!node.members.empty()) return Add({TypeKind::kObject, {}, {}, &node});
  // Schema::Create() has checked the text.
  const auto type = Parse(node.type);
  if (!type.ok()) return IdOf(TypeKind::kDyn);
  // A scalar that may be none is then null, but a bool is false.
  const bool can_be_null = node.absent == Field::Absent::kNone && *type >= IdOf(TypeKind::kInt) &&
                           *type <= IdOf(TypeKind::kDuration);
  return can_be_null ? Of(TypeKind::kWrapper, *type) : *type;
}

}  // namespace referee::cel
