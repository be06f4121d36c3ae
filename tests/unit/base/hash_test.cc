#include "src/base/hash.h"

#include <doctest/doctest.h>

#include <bit>
#include <cstdint>
#include <set>
#include <string>

TEST_SUITE_BEGIN("base/hash");

namespace referee {
namespace {

TEST_CASE("a key hashes to the same number on every machine and in every version") {
  // Stored indexes and referral ids rest on these numbers: a change here is a change of format.
  CHECK(Hash64("") == Hash64(std::string()));
  CHECK(Hash64("a") == 0xb7c37986d09e507aULL);
  CHECK(Hash64("falkenried.example", 7) == 0x39dee0d9cd1a142fULL);
}

TEST_CASE("lengths and zero bytes count") {
  std::set<std::uint64_t> seen;
  std::string text;
  for (int i = 0; i < 40; ++i) {
    CHECK(seen.insert(Hash64(text)).second);
    text += '\0';
  }
}

TEST_CASE("a seed keeps families of keys apart") {
  std::set<std::uint64_t> seen;
  for (std::uint64_t seed = 0; seed < 1000; ++seed) CHECK(seen.insert(Hash64("x", seed)).second);
}

TEST_CASE("every bit of the input reaches every bit of the hash") {
  // Flip each input bit of many keys: each output bit must flip about half of the time.
  int flips[64] = {};
  int trials = 0;
  for (int i = 0; i < 200; ++i) {
    std::string key = "record-" + std::to_string(i) + "-key";
    const std::uint64_t before = Hash64(key);
    for (std::size_t bit = 0; bit < key.size() * 8; bit += 5) {
      std::string other = key;
      other[bit / 8] = static_cast<char>(other[bit / 8] ^ (1 << (bit % 8)));
      const std::uint64_t changed = before ^ Hash64(other);
      for (int i64 = 0; i64 < 64; ++i64) flips[i64] += static_cast<int>(changed >> i64 & 1);
      ++trials;
    }
  }
  for (const int count : flips) {
    CHECK(count > trials * 45 / 100);
    CHECK(count < trials * 55 / 100);
  }
}

TEST_CASE("SHA-256 gives the digests of FIPS 180-4") {
  CHECK(Sha256Text("") ==
        "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(Sha256Text("abc") ==
        "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(Sha256Text("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
        "sha256:248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
