// What an audit of a store says.

#ifndef REFEREE_SRC_STORE_AUDIT_H_
#define REFEREE_SRC_STORE_AUDIT_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "src/base/hash.h"

namespace referee {

// One thing that is not as it was written.
struct Damage {
  std::string tenant;       // "" when it concerns the whole file, or the tenant without a name.
  std::uint64_t entry = 0;  // 0 when it concerns no entry.
  std::string table, row;   // "content", "17".
  std::string what;         // One sentence; never a stored value.
};

struct TenantHead {
  std::string tenant;
  std::uint64_t entries = 0, submissions = 0;
  Sha256Digest head{};  // Hash of the newest entry.
  Sha256Digest root{};  // Of the Merkle tree over all entries.
};

struct AuditReport {
  std::vector<TenantHead> tenants;  // In the order of their first entries.
  std::vector<Damage> damage;       // The first ones.
  std::uint64_t damage_count = 0;   // All of them.
  std::uint64_t contents = 0, erased = 0;

  bool is_sound() const { return damage_count == 0; }
};

// {"schema":"referee.audit/1","sound","tenants","contents","erased","damage_count","damage"}
std::string AuditJson(const AuditReport& report);

}  // namespace referee

#endif  // REFEREE_SRC_STORE_AUDIT_H_
