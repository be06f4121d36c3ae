#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "src/base/error_location.h"
#include "src/base/instant.h"
#include "src/base/status_macros.h"
#include "src/cel/base64.h"
#include "src/cel/cel.h"
#include "src/cel/duration_text.h"
#include "src/cel/type.h"

namespace referee::cel {
namespace {

// Converts by declared type; `kDyn` is what the JSON itself says.
class Reader {
 public:
  absl::StatusOr<Value> ReadDeclared(const json::Node& node, const SchemaNode* schema) {
    if (schema == nullptr) return Read(node, IdOf(TypeKind::kDyn));
    if (node.kind == json::Kind::kNull) return Value::Null();
    if (const SchemaNode* element = schema->Element(); element != nullptr) {
      if (node.kind != json::Kind::kArray) {
        return InvalidKind("a list", json::KindName(node.kind));
      }
      return ReadElements(node,
                          [&](const json::Node& each) { return ReadDeclared(each, element); });
    }
    if (!schema->members.empty()) {
      if (node.kind != json::Kind::kObject) {
        return InvalidKind("an object", json::KindName(node.kind));
      }
      return ReadMembers(node, [&](const json::Member& each) {
        return ReadDeclared(each.value, schema->Find(each.name));
      });
    }
    if (schema->type.empty()) return ReadAsWritten(node);
    REFEREE_ASSIGN_OR_RETURN(const TypeId type, types_.Parse(schema->type));
    return Read(node, type);
  }

 private:
  template <typename ReadOne>
  absl::StatusOr<Value> ReadElements(const json::Node& node, const ReadOne& read_one) {
    std::vector<Value> elements;
    elements.reserve(node.elements.size());
    for (std::size_t i = 0; i < node.elements.size(); ++i) {
      auto element = read_one(node.elements[i]);
      if (!element.ok()) return InsideOf(i, element.status());
      elements.push_back(*std::move(element));
    }
    return Value::List(std::move(elements));
  }

  template <typename ReadOne>
  absl::StatusOr<Value> ReadMembers(const json::Node& node, const ReadOne& read_one) {
    std::vector<std::pair<std::string, Value>> members;
    members.reserve(node.members.size());
    for (const json::Member& member : node.members) {
      auto value = read_one(member);
      if (!value.ok()) return InsideOf(member.name, value.status());
      members.emplace_back(std::string(member.name), *std::move(value));
    }
    return Value::Object(std::move(members));
  }

  absl::StatusOr<Value> Read(const json::Node& node, TypeId id) {
    if (node.kind == json::Kind::kNull) return Value::Null();
    const Type& type = types_.At(id);
    switch (type.kind) {
      case TypeKind::kInt:
      case TypeKind::kUint:
      case TypeKind::kDouble: return ReadNumber(node, type.kind);
      case TypeKind::kBool:
        if (node.kind != json::Kind::kBool) return Mismatch("a boolean", node);
        return Value::Bool(node.boolean);
      case TypeKind::kString:
      case TypeKind::kBytes:
      case TypeKind::kTimestamp:
      case TypeKind::kDuration: return ReadText(node, type.kind);
      case TypeKind::kList:
        if (node.kind != json::Kind::kArray) return Mismatch("a list", node);
        return ReadElements(node,
                            [&](const json::Node& each) { return Read(each, type.arguments[0]); });
      case TypeKind::kMap:
        if (node.kind != json::Kind::kObject) return Mismatch("an object", node);
        return ReadMembers(
            node, [&](const json::Member& each) { return Read(each.value, type.arguments[1]); });
      case TypeKind::kWrapper: return Read(node, type.arguments[0]);
      default: return ReadAsWritten(node);
    }
  }

  static absl::Status Mismatch(std::string_view expected, const json::Node& node) {
    return InvalidKind(expected, json::KindName(node.kind));
  }

  static absl::StatusOr<Value> ReadNumber(const json::Node& node, TypeKind kind) {
    if (node.kind != json::Kind::kNumber) return Mismatch("a number", node);
    constexpr auto kMax = std::numeric_limits<std::int64_t>::max();
    if (kind == TypeKind::kDouble) {
      REFEREE_ASSIGN_OR_RETURN(const double number, json::ToDouble(node));
      return Value::Double(number);
    }
    const std::int64_t low = kind == TypeKind::kUint ? 0 : std::numeric_limits<std::int64_t>::min();
    REFEREE_ASSIGN_OR_RETURN(const std::int64_t number, json::ToInteger(node, low, kMax));
    return kind == TypeKind::kUint ? Value::Uint(static_cast<std::uint64_t>(number))
                                   : Value::Int(number);
  }

  static absl::StatusOr<Value> ReadText(const json::Node& node, TypeKind kind) {
    if (node.kind != json::Kind::kString) return Mismatch("a string", node);
    if (kind == TypeKind::kTimestamp) {
      REFEREE_ASSIGN_OR_RETURN(const Instant instant, ParseInstant(node.text));
      return Value::Timestamp(instant);
    }
    if (kind == TypeKind::kDuration) {
      Value duration = ParseDuration(node.text);
      if (duration.is_error()) return Invalid("is no duration such as 1h30m or 1.5s");
      return duration;
    }
    if (kind == TypeKind::kBytes) {
      auto bytes = DecodeBase64(node.text);
      if (!bytes.has_value()) return Invalid("is not base64");
      return Value::Bytes(*std::move(bytes));
    }
    return Value::String(std::string(node.text));
  }

  absl::StatusOr<Value> ReadAsWritten(const json::Node& node) {
    const TypeId dyn = IdOf(TypeKind::kDyn);
    switch (node.kind) {
      case json::Kind::kNull: return Value::Null();
      case json::Kind::kBool: return Value::Bool(node.boolean);
      case json::Kind::kString: return Value::String(std::string(node.text));
      case json::Kind::kArray:
        return ReadElements(node, [&](const json::Node& each) { return Read(each, dyn); });
      case json::Kind::kObject:
        return ReadMembers(node, [&](const json::Member& each) { return Read(each.value, dyn); });
      case json::Kind::kNumber: break;
    }
    const auto integer = json::ToInteger(node, std::numeric_limits<std::int64_t>::min(),
                                         std::numeric_limits<std::int64_t>::max());
    if (integer.ok()) return Value::Int(*integer);
    REFEREE_ASSIGN_OR_RETURN(const double number, json::ToDouble(node));
    return Value::Double(number);
  }

  TypePool types_;
};

}  // namespace

absl::StatusOr<Value> FromJson(const json::Node& node, const Schema* schema) {
  return Reader().ReadDeclared(node, schema == nullptr ? nullptr : &schema->root());
}

}  // namespace referee::cel
