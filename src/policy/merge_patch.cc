#include "src/policy/merge_patch.h"

#include "src/base/json_writer.h"

namespace referee::policy {

void AppendMerged(const json::Node* target, const json::Node& patch, std::string& out) {
  if (patch.kind != json::Kind::kObject) {
    json::AppendJson(patch, out);
    return;
  }
  out += '{';
  bool needs_comma = false;
  const auto begin = [&](std::string_view name) {
    if (needs_comma) out += ',';
    needs_comma = true;
    json::AppendString(name, out);
    out += ':';
  };
  const bool merges = target != nullptr && target->kind == json::Kind::kObject;
  if (merges) {
    for (const json::Member& member : target->members) {
      const json::Node* change = patch.Find(member.name);
      if (change != nullptr && change->kind == json::Kind::kNull) continue;
      begin(member.name);
      if (change == nullptr) {
        json::AppendJson(member.value, out);
      } else {
        AppendMerged(&member.value, *change, out);
      }
    }
  }
  for (const json::Member& member : patch.members) {
    const bool known = merges && target->Find(member.name) != nullptr;
    if (known || member.value.kind == json::Kind::kNull) continue;
    begin(member.name);
    AppendMerged(nullptr, member.value, out);
  }
  out += '}';
}

}  // namespace referee::policy
