// Ed25519 signatures over entries: optional, for hosts that must prove who wrote them.

#ifndef REFEREE_SRC_STORE_SIGNER_H_
#define REFEREE_SRC_STORE_SIGNER_H_

#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "src/base/hash.h"

namespace referee {

class Signer {
 public:
  // From a seed of 32 bytes; kInvalidArgument for another length.
  static absl::StatusOr<Signer> FromSeed(std::string_view seed);

  // Of the hash of an entry; 64 bytes.
  std::string Sign(const Sha256Digest& hash) const;

  // Hexadecimal.
  const std::string& public_key() const { return public_key_; }

 private:
  std::string secret_key_, public_key_;
};

// True when `signature` is that of the holder of the key (hexadecimal) over the hash.
bool IsSignedBy(std::string_view public_key, const Sha256Digest& hash, std::string_view signature);

// The bytes of hexadecimal text; "" when it is none.
std::string BytesFromHex(std::string_view hex);

}  // namespace referee

#endif  // REFEREE_SRC_STORE_SIGNER_H_
