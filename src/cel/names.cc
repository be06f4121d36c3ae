#include "src/cel/names.h"

#include <algorithm>

namespace referee::cel {

std::vector<std::string> NamesInContainer(std::string_view container, std::string_view name) {
  std::vector<std::string> names;
  while (!container.empty()) {
    names.push_back(std::string(container) + "." + std::string(name));
    const std::size_t dot = container.rfind('.');
    container = dot == std::string_view::npos ? std::string_view() : container.substr(0, dot);
  }
  names.emplace_back(name);
  return names;
}

std::vector<std::string_view> QualifiedName(const Ast& ast, ExprId id) {
  std::vector<std::string_view> parts;
  while (ast.At(id).kind == ExprKind::kSelect && !ast.At(id).is_optional) {
    parts.push_back(ast.At(id).name);
    id = ast.ChildrenOf(id).front();
  }
  if (ast.At(id).kind != ExprKind::kName) return {};
  parts.push_back(ast.At(id).name);
  std::reverse(parts.begin(), parts.end());
  return parts;
}

std::string JoinName(const std::vector<std::string_view>& parts, std::size_t count) {
  std::string name;
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) name += '.';
    name += parts[i];
  }
  return name;
}

std::optional<Value> TypeByName(std::string_view name) {
  for (int kind = 0; kind <= static_cast<int>(Kind::kOptional); ++kind) {
    if (TypeName(static_cast<Kind>(kind)) == name) return Value::Type(static_cast<Kind>(kind));
  }
  return std::nullopt;
}

}  // namespace referee::cel
