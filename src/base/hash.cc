#include "src/base/hash.h"

#include <sodium.h>

#include <cstring>

#include "src/base/sha256_x86.h"

namespace referee {
namespace {

// Little-endian reads keep the hash equal on every machine.
template <std::size_t kSize>
std::uint64_t Read(const char* p) {
  std::uint64_t word = 0;
  for (std::size_t i = 0; i < kSize; ++i) {
    word |= static_cast<std::uint64_t>(static_cast<unsigned char>(p[i])) << (8 * i);
  }
  return word;
}

// The last one to seven bytes: reads that overlap say the same of the bytes they share.
std::uint64_t ReadRest(const char* p, std::size_t size) {
  if (size >= 4) return Read<4>(p) | Read<4>(p + size - 4) << (8 * (size - 4));
  if (size >= 2) return Read<2>(p) | Read<2>(p + size - 2) << (8 * (size - 2));
  return Read<1>(p);
}

std::uint64_t Fold(std::uint64_t a, std::uint64_t b) {
  __extension__ using Wide = unsigned __int128;
  const Wide product = static_cast<Wide>(a) * b;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

// Odd constants with balanced bits (fractional parts of square roots of primes).
constexpr std::uint64_t kFirst = 0x6a09e667f3bcc909ULL;
constexpr std::uint64_t kSecond = 0xbb67ae8584caa73bULL;

}  // namespace

std::uint64_t Hash64(std::string_view bytes, std::uint64_t seed) {
  // The seed is mixed first: a small one would otherwise cancel against the first bytes of the
  // text.
  std::uint64_t state = Mix64(seed) ^ kFirst ^ (bytes.size() * kSecond);
  const char* p = bytes.data();
  std::size_t left = bytes.size();
  while (left >= 8) {
    state = Fold(state ^ Read<8>(p), kSecond);
    p += 8;
    left -= 8;
  }
  if (left > 0) state = Fold(state ^ ReadRest(p, left), kFirst);
  return Mix64(state ^ bytes.size());
}

Sha256Digest Sha256(std::string_view bytes) {
  if (HasSha256Instructions()) return Sha256ByInstructions(bytes);
  Sha256Digest digest;
  static_assert(sizeof digest == crypto_hash_sha256_BYTES);
  crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(bytes.data()),
                     bytes.size());
  return digest;
}

Sha256Digest Sha256(std::string_view first, std::string_view second) {
  if (HasSha256Instructions()) return Sha256ByInstructions(first, second);
  crypto_hash_sha256_state state;
  crypto_hash_sha256_init(&state);
  for (const std::string_view part : {first, second}) {
    crypto_hash_sha256_update(&state, reinterpret_cast<const unsigned char*>(part.data()),
                              part.size());
  }
  Sha256Digest digest;
  crypto_hash_sha256_final(&state, digest.data());
  return digest;
}

std::string HexText(std::string_view bytes) {
  constexpr char kHex[] = "0123456789abcdef";
  std::string out;
  out.reserve(bytes.size() * 2);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    out += kHex[byte >> 4];
    out += kHex[byte & 15];
  }
  return out;
}

std::string DigestText(const Sha256Digest& digest) {
  std::string out = "sha256:";
  out += HexText({reinterpret_cast<const char*>(digest.data()), digest.size()});
  return out;
}

std::string Sha256Text(std::string_view bytes) { return DigestText(Sha256(bytes)); }

}  // namespace referee
