// SHA-256 with the instructions that newer x86 processors have for it: four times as fast as
// portable code, which counts as every decision is hashed whole.

#ifndef REFEREE_SRC_BASE_SHA256_X86_H_
#define REFEREE_SRC_BASE_SHA256_X86_H_

#include <array>
#include <string_view>

namespace referee {

// Whether this processor has them; false on others than x86-64.
bool HasSha256Instructions();

// The digest of FIPS 180-4 of both, one after the other.  Requires: HasSha256Instructions().
std::array<unsigned char, 32> Sha256ByInstructions(std::string_view first,
                                                   std::string_view second = {});

}  // namespace referee

#endif  // REFEREE_SRC_BASE_SHA256_X86_H_
