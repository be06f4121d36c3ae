// Who may act: the vendor's users with their roles, as they were last seen with records.  Holds ids
// and roles only: names and addresses stay in the records.

#ifndef REFEREE_SRC_STORE_DIRECTORY_H_
#define REFEREE_SRC_STORE_DIRECTORY_H_

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "src/record/records.h"

namespace referee {

struct DirectoryUser {
  std::string id;
  std::vector<std::string> roles;  // As the record lists them.
  bool is_active = true;           // Absent counts as active.

  bool operator==(const DirectoryUser&) const = default;
};

// Ascending by id.
using Directory = std::vector<DirectoryUser>;

// The directory of these users, which are ascending by id.
Directory DirectoryOf(const std::vector<std::shared_ptr<const User>>& users);

// {"schema":"referee.directory/1","users":[{"id","roles","active"}]} and back.  Reading fails with
// kInvalidArgument where the document is not as it was written.
std::string DirectoryJson(const Directory& directory);
absl::StatusOr<Directory> DirectoryFromJson(std::string_view json);

// The user of this id, or null.  Logarithmic.
const DirectoryUser* FindDirectoryUser(const Directory& directory, std::string_view id);

// Keeps a directory up to date at the cost of a pointer comparison a user while nothing changes.
class DirectoryFollower {
 public:
  // True when the users say something else than before.  No users at all change nothing: a call
  // without records does not take everybody's role away.
  bool Follow(const std::vector<std::shared_ptr<const User>>& users);

  void Set(Directory directory);
  const Directory& directory() const { return directory_; }

 private:
  std::vector<std::shared_ptr<const User>> seen_;
  Directory directory_;
};

}  // namespace referee

#endif  // REFEREE_SRC_STORE_DIRECTORY_H_
