#include "src/store/read_link.h"

#include <string>
#include <utility>

#include "src/base/error_location.h"
#include "src/base/json.h"
#include "src/base/status_macros.h"

namespace referee {
namespace {

absl::StatusOr<std::optional<Sha256Digest>> ReadDigest(const json::Node& node) {
  if (node.kind == json::Kind::kNull) return std::optional<Sha256Digest>();
  const std::optional<Sha256Digest> digest = DigestFromText(node.text);
  if (!digest.has_value()) return Invalid("must be sha256: and 64 hexadecimal digits");
  return digest;
}

absl::Status ReadNumber(const json::Node& node, std::uint64_t* number) {
  if (node.kind == json::Kind::kNull) return absl::OkStatus();
  REFEREE_ASSIGN_OR_RETURN(const std::int64_t value, json::ToInteger(node, 1, INT64_MAX));
  *number = static_cast<std::uint64_t>(value);
  return absl::OkStatus();
}

absl::Status ReadMember(const json::Member& member, Link* link) {
  const std::pair<std::string_view, std::string*> texts[] = {{"kind", &link->kind},
                                                             {"at", &link->at},
                                                             {"referral_id", &link->referral_id},
                                                             {"engine", &link->engine},
                                                             {"signer", &link->signer}};
  for (const auto& [name, text] : texts) {
    if (member.name == name) *text = std::string(member.value.text);
  }
  if (member.name == "sequence") return ReadNumber(member.value, &link->sequence);
  if (member.name == "submission") return ReadNumber(member.value, &link->submission);
  std::optional<Sha256Digest> host_functions, previous;
  const std::pair<std::string_view, std::optional<Sha256Digest>*> digests[] = {
      {"input", &link->input},         {"key", &link->key},
      {"output", &link->output},       {"referral", &link->referral},
      {"directory", &link->directory}, {"frame", &link->frame},
      {"records", &link->records},     {"policy", &link->policy},
      {"tables", &link->tables},       {"host_functions", &host_functions},
      {"previous", &previous}};
  for (const auto& [name, digest] : digests) {
    if (member.name != name) continue;
    REFEREE_ASSIGN_OR_RETURN(*digest, ReadDigest(member.value));
  }
  if (host_functions.has_value()) link->host_functions = *host_functions;
  if (previous.has_value()) link->previous = *previous;
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<Link> LinkFromJson(std::string_view json) {
  json::Parser parser;
  REFEREE_ASSIGN_OR_RETURN(const json::Node* node, parser.Parse(json));
  if (node->kind != json::Kind::kObject) {
    return InvalidKind("an object", json::KindName(node->kind));
  }
  Link link;
  for (const json::Member& member : node->members) {
    REFEREE_RETURN_IF_ERROR(InsideOf(member.name, ReadMember(member, &link)));
  }
  if (LinkJson(link) != json) return Invalid("must be an entry as a journal holds it");
  return link;
}

}  // namespace referee
