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

DirectoryUser EntryOf(const User& user) {
  DirectoryUser entry;
  entry.id = user.id;
  entry.roles = user.roles.get();
  entry.is_active = user.active.has() ? user.active.get() : true;
  entry.time_zone = user.time_zone.get();
  for (const OpeningHours& hours : user.hours.get()) {
    entry.hours.push_back({hours.days, hours.from.get(), hours.to.get()});
  }
  for (const OutOfOffice& away : user.ooo.get()) {
    entry.ooo.push_back({away.from->text, away.to->text});
  }
  return entry;
}

void WriteAvailability(json::Writer& writer, const DirectoryUser& user) {
  if (user.time_zone.empty() && user.hours.empty() && user.ooo.empty()) return;
  writer.Key("availability").BeginObject().Key("tz").String(user.time_zone);
  writer.Key("hours").BeginArray();
  for (const DirectoryUser::Hours& hours : user.hours) {
    writer.BeginObject().Key("days").BeginArray();
    for (const std::int32_t day : hours.days) writer.Integer(day);
    writer.EndArray().Key("from").String(hours.from).Key("to").String(hours.to).EndObject();
  }
  writer.EndArray().Key("ooo").BeginArray();
  for (const DirectoryUser::Away& away : user.ooo) {
    writer.BeginObject().Key("from").String(away.from).Key("to").String(away.to).EndObject();
  }
  writer.EndArray().EndObject();
}

absl::Status ReadText(const json::Node& object, std::string_view name, std::string* out) {
  const json::Node* node = object.Find(name);
  if (node == nullptr || node->kind != json::Kind::kString) {
    return InsideOf(name, Invalid("must be a text"));
  }
  *out = node->text;
  return absl::OkStatus();
}

absl::StatusOr<const json::Node*> ListOf(const json::Node& object, std::string_view name) {
  const json::Node* node = object.Find(name);
  if (node == nullptr || node->kind != json::Kind::kArray) {
    return InsideOf(name, Invalid("must be a list"));
  }
  return node;
}

absl::Status ReadHours(const json::Node& node, DirectoryUser::Hours* out) {
  REFEREE_ASSIGN_OR_RETURN(const json::Node* days, ListOf(node, "days"));
  for (const json::Node& element : days->elements) {
    REFEREE_ASSIGN_OR_RETURN(const std::int64_t day, json::ToInteger(element, 1, 7));
    out->days.push_back(static_cast<std::int32_t>(day));
  }
  REFEREE_RETURN_IF_ERROR(ReadText(node, "from", &out->from));
  return ReadText(node, "to", &out->to);
}

absl::Status ReadAvailability(const json::Node& node, DirectoryUser* out) {
  REFEREE_RETURN_IF_ERROR(ReadText(node, "tz", &out->time_zone));
  REFEREE_ASSIGN_OR_RETURN(const json::Node* hours, ListOf(node, "hours"));
  for (const json::Node& element : hours->elements) {
    REFEREE_RETURN_IF_ERROR(ReadHours(element, &out->hours.emplace_back()));
  }
  REFEREE_ASSIGN_OR_RETURN(const json::Node* ooo, ListOf(node, "ooo"));
  for (const json::Node& element : ooo->elements) {
    DirectoryUser::Away& away = out->ooo.emplace_back();
    REFEREE_RETURN_IF_ERROR(ReadText(element, "from", &away.from));
    REFEREE_RETURN_IF_ERROR(ReadText(element, "to", &away.to));
  }
  return absl::OkStatus();
}

// "" and what is no instant are an open end.
Moment MomentOf(const std::string& text) {
  const auto instant = ParseInstant(text);
  return instant.ok() ? Moment(Time{*instant, text}) : Moment();
}

}  // namespace

Directory DirectoryOf(const std::vector<std::shared_ptr<const User>>& users) {
  Directory directory;
  directory.reserve(users.size());
  for (const std::shared_ptr<const User>& user : users) directory.push_back(EntryOf(*user));
  return directory;
}

std::string DirectoryJson(const Directory& directory) {
  std::string out;
  json::Writer writer(&out);
  writer.BeginObject().Key("schema").String("referee.directory/1").Key("users").BeginArray();
  for (const DirectoryUser& user : directory) {
    writer.BeginObject().Key("id").String(user.id).Key("roles").BeginArray();
    for (const std::string& role : user.roles) writer.String(role);
    writer.EndArray().Key("active").Bool(user.is_active);
    WriteAvailability(writer, user);
    writer.EndObject();
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
    if (const json::Node* availability = element.Find("availability")) {
      const absl::Status read = ReadAvailability(*availability, &user);
      if (!read.ok()) {
        return InsideOf("users", InsideOf(directory.size(), InsideOf("availability", read)));
      }
    }
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

User UserFrom(const DirectoryUser& found) {
  User user;
  user.id = found.id;
  user.roles = found.roles;
  user.active = found.is_active;
  if (!found.time_zone.empty()) user.time_zone = found.time_zone;
  for (const DirectoryUser::Hours& hours : found.hours) {
    user.hours.mutable_value().push_back({hours.days, Text(hours.from), Text(hours.to)});
  }
  for (const DirectoryUser::Away& away : found.ooo) {
    user.ooo.mutable_value().push_back({MomentOf(away.from), MomentOf(away.to)});
  }
  return user;
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
