#include "src/store/directory.h"

#include <algorithm>
#include <utility>

#include "src/base/error_location.h"
#include "src/base/json.h"
#include "src/base/json_writer.h"
#include "src/base/status_macros.h"

namespace referee {
namespace {

// Of our own making, so that only the memory of the process bounds it.
constexpr std::size_t kMaxDirectoryBytes = std::size_t{1} << 31;

}  // namespace

Directory DirectoryOf(const std::vector<std::shared_ptr<const User>>& users) {
  Directory directory;
  directory.reserve(users.size());
  for (const std::shared_ptr<const User>& user : users) {
    directory.push_back(
        {user->id, user->roles.get(), user->active.has() ? user->active.get() : true});
  }
  return directory;
}

std::string DirectoryJson(const Directory& directory) {
  std::string out;
  json::Writer writer(&out);
  writer.BeginObject().Key("schema").String("referee.directory/1").Key("users").BeginArray();
  for (const DirectoryUser& user : directory) {
    writer.BeginObject().Key("id").String(user.id).Key("roles").BeginArray();
    for (const std::string& role : user.roles) writer.String(role);
    writer.EndArray().Key("active").Bool(user.is_active).EndObject();
  }
  writer.EndArray().EndObject();
  return out;
}

absl::StatusOr<Directory> DirectoryFromJson(std::string_view json) {
  json::Parser parser;
  Limits limits;
  limits.max_document_bytes = kMaxDirectoryBytes;
  limits.max_elements = kMaxDirectoryBytes;
  REFEREE_ASSIGN_OR_RETURN(const json::Node* node, parser.Parse(json, limits));
  const json::Node* users = node->Find("users");
  if (users == nullptr) return InsideOf("users", Invalid("is required"));
  Directory directory;
  for (const json::Node& element : users->elements) {
    const json::Node* id = element.Find("id");
    const json::Node* roles = element.Find("roles");
    const json::Node* active = element.Find("active");
    if (id == nullptr || roles == nullptr || active == nullptr) {
      return InsideOf("users", InsideOf(directory.size(), Invalid("lacks a member")));
    }
    DirectoryUser user;
    user.id = id->text;
    for (const json::Node& role : roles->elements) user.roles.emplace_back(role.text);
    user.is_active = active->boolean;
    directory.push_back(std::move(user));
  }
  return directory;
}

const DirectoryUser* FindDirectoryUser(const Directory& directory, std::string_view id) {
  const auto found = std::lower_bound(
      directory.begin(), directory.end(), id,
      [](const DirectoryUser& user, std::string_view wanted) { return user.id < wanted; });
  return found != directory.end() && found->id == id ? &*found : nullptr;
}

bool DirectoryFollower::Follow(const std::vector<std::shared_ptr<const User>>& users) {
  if (users.empty() || users == seen_) return false;
  seen_ = users;
  Directory directory = DirectoryOf(users);
  if (directory == directory_) return false;
  directory_ = std::move(directory);
  return true;
}

void DirectoryFollower::Set(Directory directory) {
  seen_.clear();
  directory_ = std::move(directory);
}

}  // namespace referee
