#include "src/index/key_directory.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "src/base/hash.h"

namespace referee {
namespace {

TEST_SUITE_BEGIN("index/key_directory");

TEST_CASE("every key is found at its place and nothing else is found") {
  for (const std::size_t count : {0u, 1u, 2u, 5u, 100u, 5000u}) {
    CAPTURE(count);
    std::vector<std::uint64_t> keys;
    for (std::size_t i = 0; i < count; ++i) keys.push_back(Mix64(i + 1) | 1);
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    const KeyDirectory directory(keys);
    for (std::size_t i = 0; i < keys.size(); ++i) {
      CHECK(directory.Find(keys[i]) == i);
      CHECK(directory.Find(keys[i] ^ 1) == KeyDirectory::kNowhere);
    }
    CHECK(directory.Find(0) == KeyDirectory::kNowhere);
    CHECK(directory.Find(~std::uint64_t{0} - 1) == KeyDirectory::kNowhere);
  }
}

TEST_CASE("the least and the greatest hash are keys like others") {
  const KeyDirectory directory({0, 7, ~std::uint64_t{0}});
  CHECK(directory.Find(0) == 0);
  CHECK(directory.Find(7) == 1);
  CHECK(directory.Find(~std::uint64_t{0}) == 2);
  CHECK(directory.Find(8) == KeyDirectory::kNowhere);
}

TEST_SUITE_END();

}  // namespace
}  // namespace referee
