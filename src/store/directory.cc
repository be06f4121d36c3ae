#include "src/store/directory.h"

#include <algorithm>
#include <utility>

namespace referee {

Directory DirectoryOf(const std::vector<std::shared_ptr<const User>>& users) {
  Directory directory;
  directory.reserve(users.size());
  for (const std::shared_ptr<const User>& user : users) {
    directory.push_back(
        {user->id, user->roles.get(), user->active.has() ? user->active.get() : true});
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
