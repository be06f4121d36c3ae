#include "src/base/sha256_x86.h"

#include <doctest/doctest.h>

#include <string>

#include "src/base/hash.h"

namespace referee {
namespace {

TEST_SUITE_BEGIN("base/sha256_x86");

std::string Hex(const std::array<unsigned char, 32>& digest) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string hex;
  for (const unsigned char byte : digest) {
    hex += kDigits[byte >> 4];
    hex += kDigits[byte & 15];
  }
  return hex;
}

TEST_CASE("the examples of FIPS 180-4 hash as printed there") {
  if (!HasSha256Instructions()) return;
  CHECK(Hex(Sha256ByInstructions("")) ==
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(Hex(Sha256ByInstructions("abc")) ==
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(Hex(Sha256ByInstructions("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")) ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  CHECK(Hex(Sha256ByInstructions(std::string(1'000'000, 'a'))) ==
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

// The digest of the digests of three hundred texts, made with Python's hashlib: every length of a
// last block, each byte value.
TEST_CASE("texts of every length hash as another implementation has it") {
  if (!HasSha256Instructions()) return;
  std::string text, digests;
  for (int i = 0; i < 300; ++i) {
    const auto digest = Sha256ByInstructions(text);
    digests.append(digest.begin(), digest.end());
    text += static_cast<char>((i * 131 + 7) % 256);
  }
  CHECK(Hex(Sha256ByInstructions(digests)) ==
        "84100941cbee301ab11f242dc54c2d521cecc54294528c65a98b75b07e28996a");
}

TEST_CASE("two parts hash as the whole wherever the text is cut") {
  if (!HasSha256Instructions()) return;
  std::string text;
  for (int i = 0; i < 200; ++i) text += static_cast<char>((i * 37 + 1) % 256);
  const auto whole = Sha256ByInstructions(text);
  for (std::size_t cut = 0; cut <= text.size(); ++cut) {
    CAPTURE(cut);
    const std::string_view view = text;
    CHECK(Sha256ByInstructions(view.substr(0, cut), view.substr(cut)) == whole);
  }
}

TEST_CASE("Sha256 gives the same with these instructions as without") {
  // Sha256Text chooses by the processor; this value was computed without them.
  CHECK(Sha256Text("abc") ==
        "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_SUITE_END();

}  // namespace
}  // namespace referee
