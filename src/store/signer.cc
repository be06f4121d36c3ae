#include "src/store/signer.h"

#include <sodium.h>

#include "src/base/error_location.h"
#include "src/store/link.h"

namespace referee {
namespace {

const unsigned char* Bytes(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

unsigned char* Bytes(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

int HexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace

absl::StatusOr<Signer> Signer::FromSeed(std::string_view seed) {
  if (seed.size() != crypto_sign_SEEDBYTES) return Invalid("a signing key has 32 bytes");
  Signer signer;
  signer.secret_key_.resize(crypto_sign_SECRETKEYBYTES);
  std::string public_key(crypto_sign_PUBLICKEYBYTES, '\0');
  crypto_sign_seed_keypair(Bytes(public_key), Bytes(signer.secret_key_), Bytes(seed));
  signer.public_key_ = HexText(public_key);
  return signer;
}

std::string Signer::Sign(const Sha256Digest& hash) const {
  std::string signature(crypto_sign_BYTES, '\0');
  crypto_sign_detached(Bytes(signature), nullptr, hash.data(), hash.size(), Bytes(secret_key_));
  return signature;
}

bool IsSignedBy(std::string_view public_key, const Sha256Digest& hash, std::string_view signature) {
  const std::string key = BytesFromHex(public_key);
  if (key.size() != crypto_sign_PUBLICKEYBYTES || signature.size() != crypto_sign_BYTES) {
    return false;
  }
  return crypto_sign_verify_detached(Bytes(signature), hash.data(), hash.size(), Bytes(key)) == 0;
}

std::string BytesFromHex(std::string_view hex) {
  std::string bytes;
  if (hex.size() % 2 != 0) return bytes;
  for (std::size_t i = 0; i < hex.size(); i += 2) {
    const int high = HexDigit(hex[i]), low = HexDigit(hex[i + 1]);
    if (high < 0 || low < 0) return {};
    bytes += static_cast<char>(high * 16 + low);
  }
  return bytes;
}

}  // namespace referee
