#include "src/store/directory.h"

#include <doctest/doctest.h>

namespace referee {
namespace {

TEST_SUITE_BEGIN("store/directory");

std::shared_ptr<const User> UserOf(const char* id, std::vector<std::string> roles) {
  auto user = std::make_shared<User>();
  user->id = id;
  user->roles = std::move(roles);
  return user;
}

TEST_CASE("a directory read back is the same") {
  const Directory directory = {{"u-1", {"partner_manager", "program_owner"}, true},
                               {"u-2", {}, false}};
  const absl::StatusOr<Directory> read = DirectoryFromJson(DirectoryJson(directory));
  REQUIRE(read.ok());
  CHECK(*read == directory);
}

TEST_CASE("a user is found by id and an absent flag counts as active") {
  const Directory directory = DirectoryOf({UserOf("u-1", {"a"}), UserOf("u-2", {"b"})});
  REQUIRE(FindDirectoryUser(directory, "u-2") != nullptr);
  CHECK(FindDirectoryUser(directory, "u-2")->is_active);
  CHECK(FindDirectoryUser(directory, "u-3") == nullptr);
}

TEST_CASE("only other content counts as a change and no users at all change nothing") {
  DirectoryFollower follower;
  CHECK(follower.Follow({UserOf("u-1", {"a"})}));
  CHECK_FALSE(follower.Follow({UserOf("u-1", {"a"})}));
  CHECK_FALSE(follower.Follow({}));
  CHECK(follower.directory().size() == 1);
  CHECK(follower.Follow({UserOf("u-1", {"b"})}));
}

TEST_SUITE_END();

}  // namespace
}  // namespace referee
