#include "src/base/sha256_x86.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>
#endif

namespace referee {

#if defined(__x86_64__)
namespace {

constexpr std::size_t kBlock = 64;

// FIPS 180-4, section 4.2.2.
alignas(16) constexpr std::uint32_t kRounds[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

#define REFEREE_SHA256_TARGET __attribute__((target("sha,sse4.1,ssse3")))

// The eight words of the state in the order that the instructions want: ABEF and CDGH.
struct State {
  __m128i abef, cdgh;
};

REFEREE_SHA256_TARGET State FirstState() {
  // Section 5.3.3.
  return {_mm_set_epi32(0x6a09e667, static_cast<int>(0xbb67ae85), 0x510e527f,
                        static_cast<int>(0x9b05688c)),
          _mm_set_epi32(0x3c6ef372, static_cast<int>(0xa54ff53a), 0x1f83d9ab, 0x5be0cd19)};
}

REFEREE_SHA256_TARGET void Compress(const char* blocks, std::size_t count, State* state) {
  const __m128i big_endian = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
  for (; count > 0; --count, blocks += kBlock) {
    const State before = *state;
    __m128i words[4];  // The last sixteen words of the message schedule, in a ring.
    for (std::size_t i = 0; i < 16; ++i) {
      __m128i& word = words[i % 4];
      if (i < 4) {
        word = _mm_loadu_si128(reinterpret_cast<const __m128i*>(blocks + 16 * i));
        word = _mm_shuffle_epi8(word, big_endian);
      } else {
        const __m128i last = words[(i + 3) % 4];
        const __m128i seventh = _mm_alignr_epi8(last, words[(i + 2) % 4], 4);
        word = _mm_add_epi32(_mm_sha256msg1_epu32(word, words[(i + 1) % 4]), seventh);
        word = _mm_sha256msg2_epu32(word, last);
      }
      const __m128i rounds = _mm_load_si128(reinterpret_cast<const __m128i*>(kRounds + 4 * i));
      const __m128i sum = _mm_add_epi32(word, rounds);
      state->cdgh = _mm_sha256rnds2_epu32(state->cdgh, state->abef, sum);
      state->abef = _mm_sha256rnds2_epu32(state->abef, state->cdgh, _mm_shuffle_epi32(sum, 0x0E));
    }
    state->abef = _mm_add_epi32(state->abef, before.abef);
    state->cdgh = _mm_add_epi32(state->cdgh, before.cdgh);
  }
}

REFEREE_SHA256_TARGET std::array<unsigned char, 32> DigestOf(const State& state) {
  alignas(16) std::uint32_t abef[4], cdgh[4];
  _mm_store_si128(reinterpret_cast<__m128i*>(abef), state.abef);
  _mm_store_si128(reinterpret_cast<__m128i*>(cdgh), state.cdgh);
  const std::uint32_t words[8] = {abef[3], abef[2], cdgh[3], cdgh[2],
                                  abef[1], abef[0], cdgh[1], cdgh[0]};
  std::array<unsigned char, 32> digest;
  for (std::size_t i = 0; i < digest.size(); ++i) {
    digest[i] = static_cast<unsigned char>(words[i / 4] >> (24 - 8 * (i % 4)));
  }
  return digest;
}

class Hasher {
 public:
  void Add(std::string_view bytes) {
    size_ += bytes.size();
    if (held_ > 0) {
      const std::size_t taken = std::min(kBlock - held_, bytes.size());
      Hold(bytes.substr(0, taken));
      bytes.remove_prefix(taken);
      if (held_ < kBlock) return;
      Compress(buffer_, 1, &state_);
      held_ = 0;
    }
    const std::size_t whole = bytes.size() / kBlock;
    Compress(bytes.data(), whole, &state_);
    Hold(bytes.substr(whole * kBlock));
  }

  // Adds a one bit, zeros, and the length in bits: they fill one block or two.
  std::array<unsigned char, 32> Finish() {
    const std::uint64_t bits = size_ * 8;
    std::memset(buffer_ + held_, 0, sizeof buffer_ - held_);
    buffer_[held_] = static_cast<char>(0x80);
    const std::size_t blocks = held_ + 1 + sizeof bits <= kBlock ? 1 : 2;
    for (std::size_t i = 0; i < sizeof bits; ++i) {
      buffer_[blocks * kBlock - 1 - i] = static_cast<char>(bits >> (8 * i));
    }
    Compress(buffer_, blocks, &state_);
    return DigestOf(state_);
  }

 private:
  void Hold(std::string_view bytes) {
    if (!bytes.empty()) std::memcpy(buffer_ + held_, bytes.data(), bytes.size());
    held_ += bytes.size();
  }

  State state_ = FirstState();
  std::uint64_t size_ = 0;
  char buffer_[2 * kBlock];
  std::size_t held_ = 0;  // Bytes of the buffer that wait for a whole block.
};

bool AskProcessor() {
  unsigned a = 0, b = 0, c = 0, d = 0;
  if (__get_cpuid(1, &a, &b, &c, &d) == 0) return false;
  const bool has_vectors = (c & bit_SSSE3) != 0 && (c & bit_SSE4_1) != 0;
  return has_vectors && __get_cpuid_count(7, 0, &a, &b, &c, &d) != 0 && (b & bit_SHA) != 0;
}

}  // namespace

bool HasSha256Instructions() {
  static const bool has = AskProcessor();
  return has;
}

std::array<unsigned char, 32> Sha256ByInstructions(std::string_view first,
                                                   std::string_view second) {
  Hasher hasher;
  hasher.Add(first);
  hasher.Add(second);
  return hasher.Finish();
}

#else

bool HasSha256Instructions() { return false; }
std::array<unsigned char, 32> Sha256ByInstructions(std::string_view, std::string_view) {
  return {};
}

#endif

}  // namespace referee
