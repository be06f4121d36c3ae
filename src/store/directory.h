// Who may act: the vendor's users with their roles and working time, as they were last seen with
// records.  Names and addresses stay in the records.

#ifndef REFEREE_SRC_STORE_DIRECTORY_H_
#define REFEREE_SRC_STORE_DIRECTORY_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "src/record/records.h"

namespace referee {

struct DirectoryUser {
  // Opening hours of these weekdays, 1 is Monday.
  struct Hours {
    std::vector<std::int32_t> days;
    std::string from, to;
    bool operator==(const Hours&) const = default;
  };
  // Out of office; instants as the record gives them, "" for an open end.
  struct Away {
    std::string from, to;
    bool operator==(const Away&) const = default;
  };

  std::string id;
  std::vector<std::string> roles;  // As the record lists them.
  bool is_active = true;           // Absent counts as active.
  std::string time_zone;           // "" for none.
  std::vector<Hours> hours;
  std::vector<Away> ooo;

  bool operator==(const DirectoryUser&) const = default;
};

// Ascending by id.
using Directory = std::vector<DirectoryUser>;

// The directory of these users, which are ascending by id.
Directory DirectoryOf(const std::vector<std::shared_ptr<const User>>& users);

// {"schema":"referee.directory/1","users":[{"id","roles","active"}]} and back; a user with working
// time has "availability":{"tz","hours":[{"days","from","to"}],"ooo":[{"from","to"}]} as well.
// Reading fails with kInvalidArgument where the document is not as it was written.
std::string DirectoryJson(const Directory& directory);
absl::StatusOr<Directory> DirectoryFromJson(std::string_view json);

// The user of this id, or null.  Logarithmic.
const DirectoryUser* FindDirectoryUser(const Directory& directory, std::string_view id);

// The user as the checks of acts and due times read users.
User UserFrom(const DirectoryUser& found);

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
