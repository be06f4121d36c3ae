#include <map>
#include <utility>

#include "src/base/error_location.h"
#include "src/base/hash.h"
#include "src/base/status_macros.h"
#include "src/base/string_map.h"
#include "src/store/store.h"

namespace referee {
namespace {

// The head of an empty chain: no entry has this hash.
constexpr std::string_view kGenesis = "sha256:genesis";

struct KeyEntry {
  std::string content;
  std::shared_ptr<const StoredDecision> decision;
};

// Tenants share nothing: every lookup starts here.
struct Tenant {
  Corpus history;
  Snapshot published;
  std::uint64_t sequence = 0;
  std::string head = std::string(kGenesis);
  StringMap<KeyEntry> keys;
  StringMap<LastDecision> last;
  std::vector<std::shared_ptr<const StoredDecision>> decisions;
};

std::string ChainHash(std::string_view head, std::string_view decision) {
  std::string link(head);
  link += '\n';
  link += decision;
  return Sha256Text(link);
}

class MemoryStore final : public Store {
 public:
  std::unique_lock<std::mutex> Lock() override { return std::unique_lock<std::mutex>(mutex_); }

  absl::StatusOr<std::shared_ptr<const StoredDecision>> FindKey(std::string_view tenant,
                                                                std::string_view key,
                                                                std::string_view content) override {
    const Tenant& state = tenants_[std::string(tenant)];
    const auto found = state.keys.find(key);
    if (found == state.keys.end()) return std::shared_ptr<const StoredDecision>();
    if (found->second.content != content) {
      return InsideOf("idempotency_key",
                      absl::AlreadyExistsError("was used before with other content"));
    }
    return found->second.decision;
  }

  std::uint64_t NextSequence(std::string_view tenant) override {
    return tenants_[std::string(tenant)].sequence + 1;
  }

  Snapshot History(std::string_view tenant) override {
    return tenants_[std::string(tenant)].published;
  }

  std::optional<LastDecision> LastOf(std::string_view tenant,
                                     std::string_view referral_id) override {
    const Tenant& state = tenants_[std::string(tenant)];
    const auto found = state.last.find(referral_id);
    if (found == state.last.end()) return std::nullopt;
    return found->second;
  }

  AuditStamp Stamp(std::string_view tenant, std::string_view decision_without_audit) override {
    const Tenant& state = tenants_[std::string(tenant)];
    return {state.sequence + 1, ChainHash(state.head, decision_without_audit)};
  }

  absl::Status Commit(CommitEntry entry) override {
    Tenant& state = tenants_[entry.tenant];
    const Decision& decision = entry.decision->decision;
    const HistoryEntry place = {decision.referral_id, decision.sequence, entry.receipt};
    // The only step that can fail comes first: nothing is half-written.
    REFEREE_RETURN_IF_ERROR(
        state.history.AddSubmission(*entry.submission, entry.submission_json, place));
    state.published = state.history.Publish();
    state.sequence = decision.sequence;
    state.head = entry.audit_hash;
    if (!decision.referral_id.empty()) state.last[decision.referral_id] = {decision.lanes};
    if (entry.submission->idempotency_key.has()) {
      state.keys[*entry.submission->idempotency_key] = {std::move(entry.content), entry.decision};
    }
    state.decisions.push_back(std::move(entry.decision));
    return absl::OkStatus();
  }

 private:
  std::mutex mutex_;
  std::map<std::string, Tenant> tenants_;
};

}  // namespace

std::unique_ptr<Store> NewMemoryStore() { return std::make_unique<MemoryStore>(); }

}  // namespace referee
