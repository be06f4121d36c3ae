#include "src/cel/base64.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

TEST_SUITE_BEGIN("cel/base64");

namespace referee::cel {
namespace {

TEST_CASE("random bytes come back, with padding and without") {
  std::mt19937 random(5);
  for (int i = 0; i < 2000; ++i) {
    std::string bytes(random() % 40, '\0');
    for (char& c : bytes) c = static_cast<char>(static_cast<unsigned char>(random()));
    std::string text = EncodeBase64(bytes);
    CHECK(text.size() % 4 == 0);
    CHECK(DecodeBase64(text) == bytes);
    while (text.ends_with('=')) text.pop_back();
    CHECK(DecodeBase64(text) == bytes);
  }
}

TEST_CASE("what is not base64 has no bytes") {
  for (const std::string text : {"A", "A===", "AA=", "AB==", "A B=", "AA-_", "====", "AAAA="}) {
    CAPTURE(text);
    CHECK_FALSE(DecodeBase64(text).has_value());
  }
}

}  // namespace
}  // namespace referee::cel

TEST_SUITE_END();
