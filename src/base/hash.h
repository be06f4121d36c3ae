// Hashes.  Hash64 places keys in tables and indexes: fast, the same on every machine, not
// collision-resistant.  Sha256 binds approvals and the audit chain to exact bytes.

#ifndef REFEREE_SRC_BASE_HASH_H_
#define REFEREE_SRC_BASE_HASH_H_

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace referee {

// A 64-bit hash of the bytes; equal on every platform and in every run.
std::uint64_t Hash64(std::string_view bytes, std::uint64_t seed = 0);

// Mixes the bits of one integer (the finalizer of SplitMix64).
constexpr std::uint64_t Mix64(std::uint64_t x) {
  x ^= x >> 30;
  x *= 0xbf58476d1ce4e5b9ULL;
  x ^= x >> 27;
  x *= 0x94d049bb133111ebULL;
  x ^= x >> 31;
  return x;
}

using Sha256Digest = std::array<unsigned char, 32>;
Sha256Digest Sha256(std::string_view bytes);
// Of both behind each other.
Sha256Digest Sha256(std::string_view first, std::string_view second);

// Two lower-case hexadecimal digits a byte.
std::string HexText(std::string_view bytes);

// "sha256:" and 64 hexadecimal digits.
std::string DigestText(const Sha256Digest& digest);
std::string Sha256Text(std::string_view bytes);

}  // namespace referee

#endif  // REFEREE_SRC_BASE_HASH_H_
