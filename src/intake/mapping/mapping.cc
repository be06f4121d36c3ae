#include "src/intake/mapping/mapping.h"

#include <array>

#include "src/base/error_location.h"
#include "src/base/status_macros.h"

namespace referee::mapping {
namespace {

struct ConvertName {
  std::string_view name;
  Convert convert;
};
constexpr std::array<ConvertName, 7> kConverts = {{{"text", Convert::kText},
                                                   {"list", Convert::kList},
                                                   {"bool", Convert::kBool},
                                                   {"time", Convert::kTime},
                                                   {"day", Convert::kDay},
                                                   {"epoch", Convert::kEpoch},
                                                   {"integer", Convert::kInteger}}};

std::span<const Object> ObjectsOf(std::string_view vendor) {
  if (vendor == "salesforce") return SalesforceObjects();
  if (vendor == "hubspot") return HubspotObjects();
  if (vendor == "dynamics") return DynamicsObjects();
  if (vendor == "partnerstack") return PartnerstackObjects();
  return {};
}

absl::Status ReadColumn(const json::Node& node, CustomColumn* out) {
  if (node.kind == json::Kind::kString) {
    out->path = node.text;
    return absl::OkStatus();
  }
  const json::Node* path = node.Find("path");
  if (path == nullptr || path->kind != json::Kind::kString) {
    return Invalid("must be a path, or an object with a path");
  }
  out->path = path->text;
  const json::Node* as = node.Find("as");
  if (as == nullptr) return absl::OkStatus();
  for (const ConvertName& row : kConverts) {
    if (as->kind == json::Kind::kString && as->text == row.name) {
      out->convert = row.convert;
      return absl::OkStatus();
    }
  }
  return InsideOf("as", Invalid("must be one of text, list, bool, time, day, epoch, integer"));
}

absl::Status ReadObjectColumns(std::string_view vendor, const json::Member& object,
                               std::vector<CustomColumn>* out) {
  if (FindObject(vendor, object.name) == nullptr) {
    return Invalid("is no object of this vendor; known are " + KnownObjects(vendor));
  }
  for (const json::Member& member : object.value.members) {
    CustomColumn column{std::string(vendor),
                        std::string(object.name),
                        std::string(member.name),
                        {},
                        Convert::kText};
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
  if (schema == nullptr || schema->text != "referee.mapping/1") {
    return InsideOf("schema", Invalid("must be referee.mapping/1"));
  }
  std::vector<CustomColumn> columns;
  for (const json::Member& vendor : node.members) {
    if (vendor.name == "schema") continue;
    if (ObjectsOf(vendor.name).empty()) {
      return InsideOf(vendor.name, Invalid("is no vendor that is known"));
    }
    for (const json::Member& object : vendor.value.members) {
      REFEREE_RETURN_IF_ERROR(InsideOf(
          vendor.name, InsideOf(object.name, ReadObjectColumns(vendor.name, object, &columns))));
    }
  }
  return columns;
}

}  // namespace referee::mapping
