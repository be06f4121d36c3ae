#include "src/cel/schema.h"

#include <algorithm>
#include <utility>

#include "src/base/error_location.h"
#include "src/base/status_macros.h"
#include "src/cel/type.h"

namespace referee::cel {
namespace {

// A path with more steps is no path of a record.
constexpr std::size_t kMaxSteps = 32;
constexpr std::size_t kMaxPathBytes = 1024;

// "submission.touches[].kind" -> submission, touches, [], kind.
absl::StatusOr<std::vector<std::string>> SplitPath(std::string_view path) {
  if (path.size() > kMaxPathBytes) return Invalid("is a path that is too long");
  std::vector<std::string> steps;
  while (!path.empty()) {
    const std::size_t end = std::min(path.find_first_of(".["), path.size());
    if (end == 0) return Invalid("is a path with an empty step");
    steps.emplace_back(path.substr(0, end));
    path.remove_prefix(end);
    while (path.starts_with("[]")) {
      steps.emplace_back("[]");
      path.remove_prefix(2);
    }
    if (path.empty()) break;
    if (path.front() != '.' || path.size() == 1) return Invalid("is no path such as a.b or a[].b");
    path.remove_prefix(1);
  }
  if (steps.empty() || steps.size() > kMaxSteps) return Invalid("is no path such as a.b or a[].b");
  return steps;
}

bool NameBefore(const std::unique_ptr<SchemaNode>& node, std::string_view name) {
  return node->name < name;
}

SchemaNode* AddMember(SchemaNode* parent, const std::string& name) {
  auto& members = parent->members;
  const auto place = std::lower_bound(members.begin(), members.end(), name, NameBefore);
  if (place != members.end() && (*place)->name == name) return place->get();
  auto node = std::make_unique<SchemaNode>();
  node->name = name;
  node->path =
      name == "[]" || parent->path.empty() ? parent->path + name : parent->path + "." + name;
  return members.insert(place, std::move(node))->get();
}

// The number of single-character changes between two texts, or `limit` when it is no less.
std::size_t EditDistance(std::string_view a, std::string_view b, std::size_t limit) {
  const std::size_t difference = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (difference >= limit) return limit;
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
    }
  }
  return std::min(row[b.size()], limit);
}

void FindNearest(const SchemaNode& node, std::string_view path, std::size_t* distance,
                 std::string* nearest) {
  for (const auto& member : node.members) {
    const std::size_t here = EditDistance(path, member->path, *distance);
    if (here < *distance) {
      *distance = here;
      *nearest = member->path;
    }
    FindNearest(*member, path, distance, nearest);
  }
}

absl::Status AddField(SchemaNode* root, const Field& field) {
  REFEREE_ASSIGN_OR_RETURN(const std::vector<std::string> steps, SplitPath(field.path));
  TypePool types;
  REFEREE_RETURN_IF_ERROR(types.Parse(field.type).status());
  SchemaNode* node = root;
  for (const std::string& step : steps) node = AddMember(node, step);
  if (!node->type.empty() && node->type != field.type) {
    return Invalid("is declared twice with different types");
  }
  node->type = field.type;
  node->absent = field.absent;
  return absl::OkStatus();
}

absl::StatusOr<Field> FieldFromJson(std::string_view path, const json::Node& node) {
  Field field;
  field.path = path;
  const json::Node* type = &node;
  if (node.kind == json::Kind::kObject) {
    type = node.Find("type");
    if (type == nullptr) return Invalid("needs a \"type\"");
    if (const json::Node* absent = node.Find("absent"); absent != nullptr) {
      if (absent->kind != json::Kind::kString ||
          (absent->text != "none" && absent->text != "unknown")) {
        return InsideOf("absent", Invalid("must be \"none\" or \"unknown\""));
      }
      field.absent = absent->text == "none" ? Field::Absent::kNone : Field::Absent::kUnknown;
    }
  }
  if (type->kind != json::Kind::kString) {
    return InvalidKind("the text of a type", json::KindName(type->kind));
  }
  field.type = type->text;
  return field;
}

}  // namespace

const SchemaNode* SchemaNode::Find(std::string_view member) const {
  const auto place = std::lower_bound(members.begin(), members.end(), member, NameBefore);
  return place != members.end() && (*place)->name == member ? place->get() : nullptr;
}

Schema::Schema() : root_(std::make_shared<const SchemaNode>()) {}

absl::StatusOr<Schema> Schema::Create(std::vector<Field> fields) {
  auto root = std::make_shared<SchemaNode>();
  for (const Field& field : fields) {
    const absl::Status added = AddField(root.get(), field);
    if (!added.ok()) return InsideOf(field.path, added);
  }
  return Schema(std::move(root));
}

std::string Schema::Nearest(std::string_view path) const {
  // More than a third of it changed is another path, not a misspelling.
  std::size_t distance = std::max<std::size_t>(2, path.size() / 3 + 1);
  std::string nearest;
  FindNearest(*root_, path.substr(0, kMaxPathBytes), &distance, &nearest);
  return nearest;
}

absl::StatusOr<Schema> SchemaFromJson(const json::Node& node) {
  if (node.kind != json::Kind::kObject) {
    return InvalidKind("an object of paths and types", json::KindName(node.kind));
  }
  std::vector<Field> fields;
  for (const json::Member& member : node.members) {
    auto field = FieldFromJson(member.name, member.value);
    if (!field.ok()) return InsideOf(member.name, field.status());
    fields.push_back(*std::move(field));
  }
  return Schema::Create(std::move(fields));
}

}  // namespace referee::cel
