#include "src/store/proof.h"

#include <optional>
#include <utility>
#include <vector>

#include "src/base/error_location.h"
#include "src/base/json.h"
#include "src/base/json_writer.h"
#include "src/base/status_macros.h"
#include "src/store/archive.h"
#include "src/store/link.h"
#include "src/store/merkle.h"
#include "src/store/read_link.h"
#include "src/store/signer.h"

namespace referee {
namespace {

absl::StatusOr<std::vector<Sha256Digest>> ReadHashes(Database* database, std::int64_t tenant) {
  REFEREE_ASSIGN_OR_RETURN(
      Statement select,
      database->Prepare("SELECT hash FROM entry WHERE tenant=?1 ORDER BY sequence"));
  select.Integer(1, tenant);
  std::vector<Sha256Digest> hashes;
  while (true) {
    REFEREE_ASSIGN_OR_RETURN(const bool has_row, select.Step());
    if (!has_row) return hashes;
    hashes.push_back(DigestFromBytes(select.BytesAt(0)).value_or(Sha256Digest()));
  }
}

absl::Status Disclose(Database* database, std::string_view name, std::int64_t id,
                      json::Writer& writer) {
  REFEREE_ASSIGN_OR_RETURN(Statement select,
                           database->Prepare("SELECT salt, text FROM content WHERE id=?1"));
  REFEREE_ASSIGN_OR_RETURN(const bool is_there, select.Integer(1, id).Step());
  if (!is_there || select.IsNull(1)) return absl::OkStatus();
  writer.Key(name).BeginObject().Key("salt").String(HexText(select.BytesAt(0)));
  writer.Key("text").String(select.BytesAt(1)).EndObject();
  return absl::OkStatus();
}

// What a proof says, read.
struct Proof {
  std::string entry;
  Sha256Digest hash{}, root{};
  std::uint64_t size = 0, index = 0;
  std::vector<Sha256Digest> path;
  std::string signature;
  struct Text {
    std::string salt, text;
  };
  std::optional<Text> input, output;
};

absl::StatusOr<Sha256Digest> ReadDigest(const json::Node* node) {
  const std::optional<Sha256Digest> digest =
      node == nullptr ? std::nullopt : DigestFromText(node->text);
  if (!digest.has_value()) return Invalid("must be sha256: and 64 hexadecimal digits");
  return *digest;
}

absl::Status ReadTree(const json::Node& tree, Proof* proof) {
  const json::Node* size = tree.Find("size");
  const json::Node* index = tree.Find("index");
  const json::Node* path = tree.Find("path");
  if (size == nullptr || index == nullptr || path == nullptr) {
    return Invalid("must have size, index, root and path");
  }
  REFEREE_ASSIGN_OR_RETURN(const std::int64_t number, json::ToInteger(*size, 1, INT64_MAX));
  proof->size = static_cast<std::uint64_t>(number);
  REFEREE_ASSIGN_OR_RETURN(const std::int64_t place, json::ToInteger(*index, 0, INT64_MAX));
  proof->index = static_cast<std::uint64_t>(place);
  for (const json::Node& sibling : path->elements) {
    REFEREE_ASSIGN_OR_RETURN(const Sha256Digest digest, ReadDigest(&sibling));
    proof->path.push_back(digest);
  }
  REFEREE_ASSIGN_OR_RETURN(proof->root, ReadDigest(tree.Find("root")));
  return absl::OkStatus();
}

absl::StatusOr<Proof> ReadProof(const json::Node& node) {
  const json::Node* schema = node.Find("schema");
  if (schema == nullptr || schema->text != "referee.proof/1") {
    return InsideOf("schema", Invalid("must be referee.proof/1"));
  }
  Proof proof;
  const json::Node* entry = node.Find("entry");
  if (entry == nullptr || entry->kind != json::Kind::kString) {
    return InsideOf("entry", Invalid("must be the document of an entry as a text"));
  }
  proof.entry = std::string(entry->text);
  const absl::StatusOr<Sha256Digest> hash = ReadDigest(node.Find("hash"));
  if (!hash.ok()) return InsideOf("hash", hash.status());
  proof.hash = *hash;
  const json::Node* tree = node.Find("tree");
  if (tree == nullptr) return InsideOf("tree", Invalid("is required"));
  REFEREE_RETURN_IF_ERROR(InsideOf("tree", ReadTree(*tree, &proof)));
  const json::Node* signature = node.Find("signature");
  if (signature != nullptr) proof.signature = BytesFromHex(signature->text);
  const json::Node* disclosed = node.Find("disclosed");
  if (disclosed == nullptr) return proof;
  for (const auto& [name, text] :
       {std::pair("input", &proof.input), std::pair("output", &proof.output)}) {
    const json::Node* shown = disclosed->Find(name);
    if (shown == nullptr) continue;
    const json::Node* salt = shown->Find("salt");
    const json::Node* bytes = shown->Find("text");
    if (salt == nullptr || bytes == nullptr) {
      return InsideOf("disclosed", InsideOf(name, Invalid("must have salt and text")));
    }
    *text = Proof::Text{BytesFromHex(salt->text), std::string(bytes->text)};
  }
  return proof;
}

bool IsCommitted(const std::optional<Proof::Text>& shown,
                 const std::optional<Sha256Digest>& commitment) {
  if (!shown.has_value()) return true;
  return commitment.has_value() && Commitment(shown->salt, shown->text) == *commitment;
}

// Why the proof does not hold, "" when it does.
std::string ReasonAgainst(const Proof& proof, const absl::StatusOr<Link>& link,
                          const Sha256Digest& hash, std::string_view expected_root) {
  if (!link.ok()) return "the entry is no link of a chain";
  if (proof.hash != hash) return "the hash is not that of the entry";
  if (proof.index + 1 != link->sequence) return "the place in the tree is not that of the entry";
  const std::optional<Sha256Digest> root = RootFromPath(hash, proof.index, proof.size, proof.path);
  if (root != proof.root) return "the path does not lead from the entry to the root";
  if (!expected_root.empty() && DigestText(proof.root) != expected_root) {
    return "the root is not the one that was published";
  }
  if (!IsCommitted(proof.input, link->input)) return "the input is not the one of the entry";
  if (!IsCommitted(proof.output, link->output)) return "the output is not the one of the entry";
  if (!link->signer.empty() && !IsSignedBy(link->signer, hash, proof.signature)) {
    return "the signature is not that of the signer";
  }
  return "";
}

}  // namespace

absl::StatusOr<std::string> ProveEntry(Database* database, std::string_view tenant,
                                       std::uint64_t sequence, const Disclosure& disclosure) {
  REFEREE_ASSIGN_OR_RETURN(const std::int64_t tenant_id, FindTenant(database, tenant));
  REFEREE_ASSIGN_OR_RETURN(
      Statement select, database->Prepare("SELECT link, hash, signature, input, output FROM entry"
                                          " WHERE tenant=?1 AND sequence=?2"));
  select.Integer(1, tenant_id).Integer(2, static_cast<std::int64_t>(sequence));
  REFEREE_ASSIGN_OR_RETURN(const bool is_there, select.Step());
  REFEREE_ASSIGN_OR_RETURN(const std::vector<Sha256Digest> hashes, ReadHashes(database, tenant_id));
  if (!is_there || sequence > hashes.size()) {
    return absl::NotFoundError("the journal has no entry of this number");
  }
  std::string out;
  json::Writer writer(&out);
  writer.BeginObject().Key("schema").String("referee.proof/1");
  writer.Key("entry").String(select.BytesAt(0)).Key("hash");
  writer.String(DigestText(DigestFromBytes(select.BytesAt(1)).value_or(Sha256Digest())));
  writer.Key("signature");
  if (select.IsNull(2)) {
    writer.Null();
  } else {
    writer.String(HexText(select.BytesAt(2)));
  }
  writer.Key("tree").BeginObject();
  writer.Key("size").Integer(static_cast<std::int64_t>(hashes.size()));
  writer.Key("index").Integer(static_cast<std::int64_t>(sequence) - 1);
  writer.Key("root").String(DigestText(MerkleRoot(hashes))).Key("path").BeginArray();
  for (const Sha256Digest& sibling : MerklePath(hashes, sequence - 1)) {
    writer.String(DigestText(sibling));
  }
  writer.EndArray().EndObject().Key("disclosed").BeginObject();
  const std::int64_t input = select.IntegerAt(3), output = select.IntegerAt(4);
  if (disclosure.input) REFEREE_RETURN_IF_ERROR(Disclose(database, "input", input, writer));
  if (disclosure.output) REFEREE_RETURN_IF_ERROR(Disclose(database, "output", output, writer));
  writer.EndObject().EndObject();
  return out;
}

absl::StatusOr<ProofCheck> CheckProof(std::string_view json, std::string_view expected_root,
                                      const Limits& limits) {
  json::Parser parser;
  REFEREE_ASSIGN_OR_RETURN(const json::Node* node, parser.Parse(json, limits));
  REFEREE_ASSIGN_OR_RETURN(const Proof proof, ReadProof(*node));
  const absl::StatusOr<Link> link = LinkFromJson(proof.entry);
  const Sha256Digest hash = Sha256(proof.entry);
  const std::string reason = ReasonAgainst(proof, link, hash, expected_root);
  ProofCheck check;
  check.is_valid = reason.empty();
  json::Writer writer(&check.json);
  writer.BeginObject().Key("schema").String("referee.proof_check/1");
  writer.Key("valid").Bool(check.is_valid);
  writer.Key("reason");
  if (reason.empty()) {
    writer.Null();
  } else {
    writer.String(reason);
  }
  writer.Key("hash").String(DigestText(hash)).Key("root").String(DigestText(proof.root));
  writer.Key("size").Integer(static_cast<std::int64_t>(proof.size));
  writer.Key("signer");
  if (!link.ok() || link->signer.empty()) {
    writer.Null();
  } else {
    writer.String(link->signer);
  }
  writer.Key("disclosed").BeginArray();
  if (proof.input.has_value()) writer.String("input");
  if (proof.output.has_value()) writer.String("output");
  writer.EndArray().Key("entry");
  if (link.ok()) {
    writer.Raw(proof.entry);
  } else {
    writer.Null();
  }
  writer.EndObject();
  return check;
}

}  // namespace referee
