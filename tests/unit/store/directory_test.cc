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
  DirectoryUser busy;
  busy.id = "u-1";
  busy.roles = {"partner_manager", "program_owner"};
  busy.time_zone = "Europe/Berlin";
  busy.hours = {{{1, 2, 3}, "09:00", "17:30"}};
  busy.ooo = {{"2026-06-01T00:00:00Z", ""}};
  DirectoryUser gone;
  gone.id = "u-2";
  gone.is_active = false;
  const Directory directory = {busy, gone};
  const absl::StatusOr<Directory> read = DirectoryFromJson(DirectoryJson(directory));
  REQUIRE(read.ok());
  CHECK(*read == directory);
}

TEST_CASE("the working time of a user comes back from the directory [RSO-04]") {
  User user;
  user.id = "u-1";
  user.time_zone = std::string("Europe/Berlin");
  user.hours.mutable_value().push_back({{1, 5}, std::string("09:00"), std::string("17:00")});
  const Instant from = ParseInstant("2026-06-01T00:00:00Z").value();
  user.ooo.mutable_value().push_back({Time{from, "2026-06-01T00:00:00Z"}, Moment()});
  const Directory directory = DirectoryOf({std::make_shared<const User>(user)});
  const auto read = DirectoryFromJson(DirectoryJson(directory));
  REQUIRE(read.ok());
  const User back = UserFrom(read->front());
  CHECK(*back.time_zone == "Europe/Berlin");
  REQUIRE(back.hours->size() == 1);
  CHECK(back.hours->front().days == std::vector<std::int32_t>{1, 5});
  CHECK(*back.hours->front().to == "17:00");
  REQUIRE(back.ooo->size() == 1);
  CHECK(back.ooo->front().from->instant == from);
  CHECK_FALSE(back.ooo->front().to.has());
}

TEST_CASE("a directory whose working time is damaged is refused with its pointer") {
  const auto read = DirectoryFromJson(
      R"({"users":[{"id":"u-1","roles":[],"active":true,"availability":{"tz":"UTC","hours":[{"days":[8],"from":"09:00","to":"17:00"}],"ooo":[]}}]})");
  CHECK(read.status().code() == absl::StatusCode::kInvalidArgument);
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
