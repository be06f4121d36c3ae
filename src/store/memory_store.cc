#include <map>
#include <mutex>
#include <utility>

#include "src/base/error_location.h"
#include "src/base/hash.h"
#include "src/base/status_macros.h"
#include "src/base/string_map.h"
#include "src/output/read_decision.h"
#include "src/store/link.h"
#include "src/store/store.h"

namespace referee {
namespace {

// What was answered under a key.  The bytes say all: a decision is read from them again in the rare
// case that its caller asks twice.
struct KeyEntry {
  std::string content, json;
};

// Tenants share nothing: every lookup starts here.
struct Tenant {
  Corpus history;
  Snapshot published;
  std::uint64_t submissions = 0, entries = 0;
  Sha256Digest head = TenantGenesis(StoreGenesis("", ""), "", "");
  StringMap<KeyEntry> keys[kEntryKindCount];
  StringMap<Referral> referrals;
  DirectoryFollower users;
};

// Commitments carry no salt here: nothing outlives the process, and equal input gives equal bytes.
Link LinkOf(const Tenant& tenant, const JournalEntry& entry) {
  Link link;
  link.sequence = tenant.entries + 1;
  link.kind = EntryKindName(entry.kind);
  link.at = entry.at;
  link.submission = entry.submission != nullptr ? entry.place.sequence : 0;
  link.referral_id = entry.ReferralId();
  link.input = Commitment("", entry.input);
  link.output = Commitment("", entry.output);
  if (!entry.policy_hash.empty()) link.policy = Sha256(entry.policy_hash);
  if (!entry.tables_hash.empty()) link.tables = DigestFromText(entry.tables_hash);
  link.engine = EngineVersion();
  link.host_functions = HostFunctionsHash();
  link.previous = tenant.head;
  return link;
}

class MemorySession final : public Session {
 public:
  MemorySession(std::unique_lock<std::mutex> lock, Tenant* tenant)
      : lock_(std::move(lock)), tenant_(*tenant) {}

  absl::StatusOr<std::shared_ptr<const StoredAnswer>> FindKey(EntryKind kind, std::string_view key,
                                                              std::string_view content) override {
    const auto& keys = tenant_.keys[static_cast<std::size_t>(kind)];
    const auto found = keys.find(key);
    if (key.empty() || found == keys.end()) return std::shared_ptr<const StoredAnswer>();
    if (found->second.content != content) return OtherContent(kind);
    auto answer = std::make_shared<StoredAnswer>();
    answer->json = found->second.json;
    if (kind == EntryKind::kSubmission) {
      REFEREE_ASSIGN_OR_RETURN(answer->decision, ReadDecision(answer->json));
    }
    return std::shared_ptr<const StoredAnswer>(std::move(answer));
  }

  std::uint64_t NextSequence() const override { return tenant_.submissions + 1; }
  const Snapshot& History() const override { return tenant_.published; }
  const Directory& Users() const override { return tenant_.users.directory(); }

  void UseTables(const std::shared_ptr<const TableOverrides>& tables) override {
    if (HashOf(tables.get()) == HashOf(tenant_.published.tables().get())) return;
    Corpus history = Corpus::WithTables(tenant_.published, tables);
    tenant_.published = history.Publish();
    tenant_.history = std::move(history);
  }

  absl::StatusOr<std::optional<Referral>> FindReferral(std::string_view id) override {
    const auto found = tenant_.referrals.find(id);
    if (found == tenant_.referrals.end()) return std::optional<Referral>();
    return std::optional<Referral>(found->second);
  }

  absl::StatusOr<std::shared_ptr<const StoredAnswer>> Commit(JournalEntry entry) override {
    const Link link = LinkOf(tenant_, entry);
    const Sha256Digest head = Sha256(LinkJson(link));
    auto answer = std::make_shared<StoredAnswer>();
    answer->json = WithAudit(std::move(entry.output), {link.sequence, DigestText(head)});
    answer->decision = std::move(entry.decision);
    // The only step that can fail comes first: nothing is half-written.
    if (entry.submission != nullptr) {
      REFEREE_RETURN_IF_ERROR(
          tenant_.history.AddSubmission(*entry.submission, entry.input, entry.place));
      tenant_.published = tenant_.history.Publish();
      tenant_.submissions = entry.place.sequence;
    }
    tenant_.entries = link.sequence;
    tenant_.head = head;
    if (entry.users != nullptr) tenant_.users.Follow(*entry.users);
    if (entry.referral.has_value()) {
      std::string id = entry.referral->id;
      tenant_.referrals.insert_or_assign(std::move(id), std::move(*entry.referral));
    }
    if (!entry.key.empty()) {
      tenant_.keys[static_cast<std::size_t>(entry.kind)].insert_or_assign(
          std::move(entry.key), KeyEntry{std::move(entry.content), answer->json});
    }
    return std::shared_ptr<const StoredAnswer>(std::move(answer));
  }

 private:
  std::unique_lock<std::mutex> lock_;
  Tenant& tenant_;
};

class MemoryStore final : public Store {
 public:
  bool KeepsFrames() const override { return false; }

  absl::StatusOr<std::unique_ptr<Session>> Begin(std::string_view tenant,
                                                 const CallContext& /*call*/) override {
    std::unique_lock<std::mutex> lock(mutex_);
    Tenant& state = tenants_[std::string(tenant)];
    return std::unique_ptr<Session>(std::make_unique<MemorySession>(std::move(lock), &state));
  }

 private:
  std::mutex mutex_;
  std::map<std::string, Tenant> tenants_;
};

}  // namespace

std::unique_ptr<Store> NewMemoryStore() { return std::make_unique<MemoryStore>(); }

}  // namespace referee
