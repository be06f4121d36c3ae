#include "src/policy/document_reader.h"

#include <algorithm>

#include "src/base/error_location.h"
#include "src/base/status_macros.h"

namespace referee::policy {

absl::StatusOr<const json::Node*> OptionalMember(const json::Node& object, std::string_view name,
                                                 json::Kind kind) {
  const json::Node* member = object.Find(name);
  if (member != nullptr && member->kind != kind) {
    return InsideOf(name, InvalidKind(json::KindName(kind), json::KindName(member->kind)));
  }
  return member;
}

absl::StatusOr<const json::Node*> Member(const json::Node& object, std::string_view name,
                                         json::Kind kind) {
  if (object.kind != json::Kind::kObject) {
    return InvalidKind("an object", json::KindName(object.kind));
  }
  REFEREE_ASSIGN_OR_RETURN(const json::Node* member, OptionalMember(object, name, kind));
  if (member == nullptr) return InsideOf(name, Invalid("is required"));
  return member;
}

absl::StatusOr<std::string> TextMember(const json::Node& object, std::string_view name) {
  REFEREE_ASSIGN_OR_RETURN(const json::Node* member, Member(object, name, json::Kind::kString));
  return std::string(member->text);
}

absl::StatusOr<std::string> OptionalText(const json::Node& object, std::string_view name) {
  REFEREE_ASSIGN_OR_RETURN(const json::Node* member,
                           OptionalMember(object, name, json::Kind::kString));
  return member == nullptr ? std::string() : std::string(member->text);
}

absl::StatusOr<std::int64_t> OptionalInteger(const json::Node& object, std::string_view name,
                                             std::int64_t low, std::int64_t high,
                                             std::int64_t otherwise) {
  REFEREE_ASSIGN_OR_RETURN(const json::Node* member,
                           OptionalMember(object, name, json::Kind::kNumber));
  if (member == nullptr) return otherwise;
  auto value = json::ToInteger(*member, low, high);
  if (!value.ok()) return InsideOf(name, value.status());
  return value;
}

absl::StatusOr<bool> OptionalFlag(const json::Node& object, std::string_view name, bool otherwise) {
  REFEREE_ASSIGN_OR_RETURN(const json::Node* member,
                           OptionalMember(object, name, json::Kind::kBool));
  return member == nullptr ? otherwise : member->boolean;
}

absl::Status OnlyMembers(const json::Node& object, std::initializer_list<std::string_view> names) {
  for (const json::Member& member : object.members) {
    if (std::find(names.begin(), names.end(), member.name) == names.end()) {
      return InsideOf(member.name, Invalid("is no member that a policy has here"));
    }
  }
  return absl::OkStatus();
}

absl::StatusOr<std::vector<std::string>> Texts(const json::Node& list) {
  if (list.kind != json::Kind::kArray) {
    return InvalidKind("a list of strings", json::KindName(list.kind));
  }
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < list.elements.size(); ++i) {
    const json::Node& element = list.elements[i];
    if (element.kind != json::Kind::kString) {
      return InsideOf(i, InvalidKind("a string", json::KindName(element.kind)));
    }
    texts.emplace_back(element.text);
  }
  return texts;
}

absl::StatusOr<std::vector<std::string>> TextsMember(const json::Node& object,
                                                     std::string_view name) {
  REFEREE_ASSIGN_OR_RETURN(const json::Node* member, Member(object, name, json::Kind::kArray));
  auto texts = Texts(*member);
  if (!texts.ok()) return InsideOf(name, texts.status());
  return texts;
}

}  // namespace referee::policy
