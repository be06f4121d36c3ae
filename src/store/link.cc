#include "src/store/link.h"

#include "src/base/json_writer.h"

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

}  // namespace

Sha256Digest Commitment(std::string_view salt, std::string_view bytes) {
  return Sha256(salt, bytes);
}

std::string LinkJson(const Link& link) {
  std::string out;
  json::Writer writer(&out);
  writer.BeginObject().Key("schema").String("referee.entry/1");
  writer.Key("sequence").Integer(static_cast<std::int64_t>(link.sequence));
  writer.Key("kind").String(link.kind).Key("at").String(link.at);
  WriteDigest(writer, "input", link.input);
  WriteDigest(writer, "key", link.key);
  WriteDigest(writer, "output", link.output);
  WriteDigest(writer, "frame", link.frame);
  WriteDigest(writer, "referral", link.referral);
  WriteDigest(writer, "directory", link.directory);
  WriteDigest(writer, "policy", link.policy);
  writer.Key("engine").String(link.engine);
  WriteDigest(writer, "host_functions", link.host_functions);
  writer.Key("signer");
  if (link.signer.empty()) {
    writer.Null();
  } else {
    writer.String(link.signer);
  }
  WriteDigest(writer, "previous", link.previous);
  writer.EndObject();
  return out;
}

Sha256Digest GenesisOf(std::string_view store_id) {
  return Sha256("referee.genesis/1\n", store_id);
}

Sha256Digest HostFunctionsHash() { return Sha256("[]"); }

}  // namespace referee
