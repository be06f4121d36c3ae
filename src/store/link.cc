#include "src/store/link.h"

#include <algorithm>

#include "src/base/json_writer.h"
#include "src/store/signer.h"

namespace referee {
namespace {

void WriteDigest(json::Writer& writer, std::string_view name,
                 const std::optional<Sha256Digest>& digest) {
  writer.Key(name);
  if (digest.has_value()) {
    writer.String(DigestText(*digest));
  } else {
    writer.Null();
  }
}

void WriteTextOrNull(json::Writer& writer, std::string_view text) {
  if (text.empty()) {
    writer.Null();
  } else {
    writer.String(text);
  }
}

}  // namespace

Sha256Digest Commitment(std::string_view salt, std::string_view bytes) {
  return Sha256(salt, bytes);
}

std::string LinkJson(const Link& link) {
  std::string out;
  json::Writer writer(&out);
  writer.BeginObject().Key("schema").String("referee.entry/1");
  writer.Key("sequence").Integer(static_cast<std::int64_t>(link.sequence));
  writer.Key("kind").String(link.kind).Key("at").String(link.at).Key("submission");
  if (link.submission > 0) {
    writer.Integer(static_cast<std::int64_t>(link.submission));
  } else {
    writer.Null();
  }
  writer.Key("referral_id");
  WriteTextOrNull(writer, link.referral_id);
  WriteDigest(writer, "input", link.input);
  WriteDigest(writer, "key", link.key);
  WriteDigest(writer, "output", link.output);
  WriteDigest(writer, "referral", link.referral);
  WriteDigest(writer, "directory", link.directory);
  WriteDigest(writer, "frame", link.frame);
  WriteDigest(writer, "records", link.records);
  WriteDigest(writer, "policy", link.policy);
  if (link.tables.has_value()) WriteDigest(writer, "tables", link.tables);
  writer.Key("engine").String(link.engine);
  WriteDigest(writer, "host_functions", link.host_functions);
  writer.Key("signer");
  WriteTextOrNull(writer, link.signer);
  WriteDigest(writer, "previous", link.previous);
  writer.EndObject();
  return out;
}

Sha256Digest StoreGenesis(std::string_view store_id, std::string_view engine) {
  std::string text = "referee.genesis/1\n";
  text += store_id;
  text += '\n';
  text += engine;
  return Sha256(text);
}

Sha256Digest TenantGenesis(const Sha256Digest& store, std::string_view name,
                           std::string_view salt) {
  std::string text = "referee.tenant/1\n";
  text += DigestText(store);
  text += '\n';
  text += HexText(salt);
  text += '\n';
  text += name;
  return Sha256(text);
}

Sha256Digest WithTenant(const Sha256Digest& tenants, const Sha256Digest& genesis) {
  return Sha256(BytesOf(tenants), BytesOf(genesis));
}

std::optional<Sha256Digest> DigestFromBytes(std::string_view bytes) {
  Sha256Digest digest;
  if (bytes.size() != digest.size()) return std::nullopt;
  std::copy(bytes.begin(), bytes.end(), digest.begin());
  return digest;
}

std::optional<Sha256Digest> DigestFromText(std::string_view text) {
  constexpr std::string_view kPrefix = "sha256:";
  if (!text.starts_with(kPrefix)) return std::nullopt;
  return DigestFromBytes(BytesFromHex(text.substr(kPrefix.size())));
}

Sha256Digest KeyCommitment(std::string_view tenant_salt, std::string_view key) {
  return Sha256(tenant_salt, key);
}

Sha256Digest HostFunctionsHash() { return Sha256("[]"); }

}  // namespace referee
