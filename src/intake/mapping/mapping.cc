#include "src/intake/mapping/mapping.h"

#include <algorithm>
#include <array>

#include "src/base/error_location.h"
#include "src/base/status_macros.h"
#include "src/base/text.h"

namespace referee::mapping {
namespace {

struct ConvertName {
  std::string_view name;
  Convert convert;
};
constexpr std::array<ConvertName, 9> kConverts = {{{"text", Convert::kText},
                                                   {"list", Convert::kList},
                                                   {"bool", Convert::kBool},
                                                   {"time", Convert::kTime},
                                                   {"day", Convert::kDay},
                                                   {"epoch", Convert::kEpoch},
                                                   {"integer", Convert::kInteger},
                                                   {"money", Convert::kMajorMoney},
                                                   {"minor_money", Convert::kMinorMoney}}};

// Records nest less deeply.
constexpr std::size_t kMostSteps = 6;

std::span<const Object> ObjectsOf(std::string_view vendor) {
  if (vendor == "salesforce") return SalesforceObjects();
  if (vendor == "hubspot") return HubspotObjects();
  if (vendor == "dynamics") return DynamicsObjects();
  if (vendor == "partnerstack") return PartnerstackObjects();
  return {};
}

bool IsName(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || IsAsciiDigit(c) || c == '_'; });
}

// A member's name, and behind it perhaps "[]", "[+]" or "[kind]".
bool IsStep(std::string_view step) {
  const std::size_t bracket = std::min(step.find('['), step.size());
  const std::string_view name = step.substr(0, bracket), mark = step.substr(bracket);
  if (name.empty() || !IsName(name)) return false;
  if (mark.empty() || mark == "[+]") return true;
  return mark.size() > 1 && mark.back() == ']' && IsName(mark.substr(1, mark.size() - 2));
}

absl::Status ReadPath(const json::Node& node, std::string* path) {
  if (node.kind != json::Kind::kString) return InvalidKind("a path", json::KindName(node.kind));
  const std::vector<std::string_view> steps = Split(node.text, '.');
  const bool is_path =
      steps.size() <= kMostSteps && std::all_of(steps.begin(), steps.end(), IsStep);
  if (!is_path || node.text == "type") {
    return Invalid("must be a path such as company.address.city or emails[], found another text");
  }
  *path = node.text;
  return absl::OkStatus();
}

absl::Status ReadConvert(const json::Node& node, Convert* convert) {
  std::string known;
  for (const ConvertName& row : kConverts) {
    if (node.kind == json::Kind::kString && node.text == row.name) {
      *convert = row.convert;
      return absl::OkStatus();
    }
    known += row.name;
    known += &row == &kConverts.back() ? "; found " : ", ";
  }
  const bool is_text = node.kind == json::Kind::kString;
  return Invalid("must be one of " + known +
                 std::string(is_text ? "another text" : json::KindName(node.kind)));
}

absl::Status ReadWords(const json::Node& node, CustomColumn* out) {
  if (node.kind != json::Kind::kObject) {
    return InvalidKind("an object", json::KindName(node.kind));
  }
  for (const json::Member& word : node.members) {
    if (word.value.kind != json::Kind::kString) {
      return InsideOf(word.name, InvalidKind("a string", json::KindName(word.value.kind)));
    }
    out->words.emplace_back(word.name, word.value.text);
  }
  out->convert = Convert::kCode;
  return absl::OkStatus();
}

absl::Status ReadColumnMember(const json::Member& member, CustomColumn* out) {
  if (member.name == "path") return ReadPath(member.value, &out->path);
  if (member.name == "as") return ReadConvert(member.value, &out->convert);
  if (member.name == "words") return ReadWords(member.value, out);
  if (member.name != "currency") return Invalid("is not known; path, as, currency and words are");
  if (member.value.kind != json::Kind::kString) {
    return InvalidKind("a string", json::KindName(member.value.kind));
  }
  out->currency_column = member.value.text;
  return absl::OkStatus();
}

absl::Status ReadColumn(const json::Node& node, CustomColumn* out) {
  if (node.kind == json::Kind::kString) return ReadPath(node, &out->path);
  if (node.kind != json::Kind::kObject) {
    return InvalidKind("a path or an object with a path", json::KindName(node.kind));
  }
  for (const json::Member& member : node.members) {
    REFEREE_RETURN_IF_ERROR(InsideOf(member.name, ReadColumnMember(member, out)));
  }
  if (node.Find("path") == nullptr) return InsideOf("path", Invalid("is required"));
  if (node.Find("words") != nullptr && node.Find("as") != nullptr) {
    return InsideOf("as", Invalid("cannot stand beside words"));
  }
  return absl::OkStatus();
}

absl::Status ReadObjectColumns(std::string_view vendor, const json::Member& object,
                               std::vector<CustomColumn>* out) {
  if (FindObject(vendor, object.name) == nullptr) {
    return Invalid("is no object of this vendor; known are " + KnownObjects(vendor));
  }
  if (object.value.kind != json::Kind::kObject) {
    return InvalidKind("an object", json::KindName(object.value.kind));
  }
  for (const json::Member& member : object.value.members) {
    CustomColumn column;
    column.vendor = vendor;
    column.object = object.name;
    column.name = member.name;
    REFEREE_RETURN_IF_ERROR(InsideOf(member.name, ReadColumn(member.value, &column)));
    out->push_back(std::move(column));
  }
  return absl::OkStatus();
}

}  // namespace

const Object* FindObject(std::string_view vendor, std::string_view name) {
  for (const Object& object : ObjectsOf(vendor)) {
    if (object.name == name) return &object;
  }
  return nullptr;
}

std::string KnownObjects(std::string_view vendor) {
  std::string out;
  for (const Object& object : ObjectsOf(vendor)) {
    if (!out.empty()) out += ", ";
    out += object.name;
  }
  return out.empty() ? "none: the vendors are salesforce, hubspot, dynamics and partnerstack" : out;
}

absl::StatusOr<std::vector<CustomColumn>> ReadCustomColumns(const json::Node& node) {
  if (node.kind != json::Kind::kObject) {
    return InvalidKind("an object", json::KindName(node.kind));
  }
  const json::Node* schema = node.Find("schema");
  if (schema == nullptr || schema->kind != json::Kind::kString ||
      schema->text != "referee.mapping/1") {
    return InsideOf("schema", Invalid("must be referee.mapping/1"));
  }
  std::vector<CustomColumn> columns;
  for (const json::Member& vendor : node.members) {
    if (vendor.name == "schema") continue;
    if (ObjectsOf(vendor.name).empty()) {
      return InsideOf(vendor.name, Invalid("is no vendor that is known"));
    }
    if (vendor.value.kind != json::Kind::kObject) {
      return InsideOf(vendor.name, InvalidKind("an object", json::KindName(vendor.value.kind)));
    }
    for (const json::Member& object : vendor.value.members) {
      REFEREE_RETURN_IF_ERROR(InsideOf(
          vendor.name, InsideOf(object.name, ReadObjectColumns(vendor.name, object, &columns))));
    }
  }
  return columns;
}

}  // namespace referee::mapping
