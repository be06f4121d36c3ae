#include "src/store/file_store.h"

#include <sodium.h>

#include <map>
#include <mutex>
#include <utility>

#include "src/base/error_location.h"
#include "src/base/hash.h"
#include "src/base/status_macros.h"
#include "src/store/archive.h"
#include "src/store/contents.h"
#include "src/store/database.h"
#include "src/store/erasure.h"
#include "src/store/journal.h"
#include "src/store/proof.h"
#include "src/store/schema.h"
#include "src/store/tenant_index.h"
#include "src/store/verify.h"

namespace referee {
namespace {

class FileSession final : public Session {
 public:
  FileSession(std::unique_lock<std::mutex> lock, Database* database, Journal* journal,
              TenantIndex* tenant, Transaction transaction)
      : lock_(std::move(lock)),
        database_(*database),
        journal_(*journal),
        tenant_(*tenant),
        transaction_(std::move(transaction)) {}

  ~FileSession() override { database_.SetCall(nullptr); }

  absl::StatusOr<std::shared_ptr<const StoredAnswer>> FindKey(EntryKind kind, std::string_view key,
                                                              std::string_view content) override {
    return journal_.FindKey(tenant_, kind, key, content);
  }

  std::uint64_t NextSequence() const override { return tenant_.submissions() + 1; }
  const Snapshot& History() const override { return tenant_.history(); }
  const Directory& Users() const override { return tenant_.users().directory(); }

  void UseTables(const std::shared_ptr<const TableOverrides>& tables) override {
    tenant_.UseTables(tables);
  }

  absl::StatusOr<std::optional<Referral>> FindReferral(std::string_view id) override {
    return journal_.FindReferral(tenant_, id);
  }

  absl::StatusOr<std::shared_ptr<const StoredAnswer>> Commit(JournalEntry entry) override {
    if (database_.options().read_only) {
      return absl::PermissionDeniedError("the store was opened for reading only");
    }
    // Whatever goes wrong from here on, the next session reads the file again.
    tenant_.Forget();
    REFEREE_ASSIGN_OR_RETURN(const WrittenEntry written, journal_.Write(entry, &tenant_));
    REFEREE_RETURN_IF_ERROR(transaction_.Commit());
    REFEREE_RETURN_IF_ERROR(tenant_.Add(entry, written.hash));
    auto answer = std::make_shared<StoredAnswer>();
    answer->json = WithAudit(std::move(entry.output), {written.sequence, DigestText(written.hash)});
    answer->decision = std::move(entry.decision);
    return std::shared_ptr<const StoredAnswer>(std::move(answer));
  }

 private:
  std::unique_lock<std::mutex> lock_;
  Database& database_;
  Journal& journal_;
  TenantIndex& tenant_;
  Transaction transaction_;
};

class FileStore final : public Store {
 public:
  FileStore(std::unique_ptr<Database> database, std::unique_ptr<Journal> journal)
      : database_(std::move(database)), journal_(std::move(journal)) {}

  bool KeepsFrames() const override { return true; }

  absl::StatusOr<std::unique_ptr<Session>> Begin(std::string_view tenant,
                                                 const CallContext& call) override {
    std::unique_lock<std::mutex> lock(mutex_);
    database_->SetCall(&call);
    absl::StatusOr<std::unique_ptr<Session>> session = BeginLocked(tenant, std::move(lock));
    if (!session.ok()) database_->SetCall(nullptr);
    return session;
  }

  absl::StatusOr<StoredEntry> ReadEntry(std::string_view tenant, std::uint64_t sequence,
                                        const CallContext& call) override {
    return Read<StoredEntry>(call,
                             [&] { return ReadStoredEntry(database_.get(), tenant, sequence); });
  }

  absl::StatusOr<StoredSubmission> ReadSubmission(std::string_view tenant, std::uint64_t sequence,
                                                  const CallContext& call) override {
    return Read<StoredSubmission>(
        call, [&] { return ReadStoredSubmission(database_.get(), tenant, sequence); });
  }

  absl::StatusOr<std::uint64_t> CountEntries(std::string_view tenant,
                                             const CallContext& call) override {
    return Read<std::uint64_t>(call, [&] { return CountStoredEntries(database_.get(), tenant); });
  }

  absl::StatusOr<AuditReport> Verify(std::string_view expected_head,
                                     const CallContext& call) override {
    std::optional<Sha256Digest> head;
    if (!expected_head.empty()) {
      head = DigestFromText(expected_head);
      if (!head.has_value()) return Invalid("the head must be sha256: and 64 hexadecimal digits");
    }
    return Read<AuditReport>(call, [&] { return VerifyStore(database_.get(), head, call); });
  }

  absl::StatusOr<std::string> Prove(std::string_view tenant, std::uint64_t sequence,
                                    const Disclosure& disclosure,
                                    const CallContext& call) override {
    return Read<std::string>(
        call, [&] { return ProveEntry(database_.get(), tenant, sequence, disclosure); });
  }

  absl::StatusOr<std::string> Erase(std::string_view tenant, std::string_view json,
                                    std::string_view as_of, const CallContext& call) override {
    const std::unique_lock<std::mutex> lock(mutex_);
    const CallOfDatabase asking(database_.get(), &call);
    REFEREE_ASSIGN_OR_RETURN(std::string answer, EraseLocked(tenant, json, as_of, call));
    // Also after an erasure that was given before: it may not have been finished.
    REFEREE_RETURN_IF_ERROR(FinishErasures(database_.get()));
    return answer;
  }

 private:
  // Runs `read` in a transaction of its own: it sees one state of the file.
  template <typename T, typename Function>
  absl::StatusOr<T> Read(const CallContext& call, const Function& read) {
    const std::unique_lock<std::mutex> lock(mutex_);
    const CallOfDatabase asking(database_.get(), &call);
    REFEREE_ASSIGN_OR_RETURN(const Transaction transaction,
                             Transaction::Begin(database_.get(), Transaction::Mode::kRead));
    return read();
  }

  absl::StatusOr<std::string> EraseLocked(std::string_view tenant, std::string_view json,
                                          std::string_view as_of, const CallContext& call) {
    if (database_->options().read_only) {
      return absl::PermissionDeniedError("the store was opened for reading only");
    }
    REFEREE_ASSIGN_OR_RETURN(ErasureRequest request, ReadErasure(json, call.limits));
    if (as_of.empty()) return InsideOf("as_of", Invalid("is required"));
    const absl::StatusOr<Instant> instant = ParseInstant(as_of);
    if (!instant.ok()) return InsideOf("as_of", instant.status());
    REFEREE_ASSIGN_OR_RETURN(Transaction transaction,
                             Transaction::Begin(database_.get(), Transaction::Mode::kWrite));
    TenantIndex& index = tenants_.try_emplace(std::string(tenant), tenant).first->second;
    REFEREE_RETURN_IF_ERROR(index.CatchUp(database_.get()));
    JournalEntry entry;
    entry.kind = EntryKind::kErasure;
    entry.at = as_of;
    entry.input = json;
    entry.key = request.id;
    REFEREE_ASSIGN_OR_RETURN(const std::shared_ptr<const StoredAnswer> earlier,
                             journal_->FindKey(index, entry.kind, entry.key, request.content));
    if (earlier != nullptr) return earlier->json;

    REFEREE_ASSIGN_OR_RETURN(const ErasurePlan plan,
                             PlanErasure(database_.get(), index.id(), request, call));
    entry.output = ErasureJson(request, as_of, plan);
    index.Forget();  // The history loses what is erased.
    REFEREE_ASSIGN_OR_RETURN(const WrittenEntry written, journal_->Write(entry, &index));
    REFEREE_RETURN_IF_ERROR(EraseTexts(database_.get(), plan, written.sequence));
    REFEREE_RETURN_IF_ERROR(transaction.Commit());
    return WithAudit(std::move(entry.output), {written.sequence, DigestText(written.hash)});
  }

  absl::StatusOr<std::unique_ptr<Session>> BeginLocked(std::string_view tenant,
                                                       std::unique_lock<std::mutex> lock) {
    const auto mode =
        database_->options().read_only ? Transaction::Mode::kRead : Transaction::Mode::kWrite;
    REFEREE_ASSIGN_OR_RETURN(Transaction transaction, Transaction::Begin(database_.get(), mode));
    TenantIndex& index = tenants_.try_emplace(std::string(tenant), tenant).first->second;
    REFEREE_RETURN_IF_ERROR(index.CatchUp(database_.get()));
    return std::unique_ptr<Session>(std::make_unique<FileSession>(
        std::move(lock), database_.get(), journal_.get(), &index, std::move(transaction)));
  }

  std::mutex mutex_;
  std::unique_ptr<Database> database_;
  std::unique_ptr<Journal> journal_;
  std::map<std::string, TenantIndex, std::less<>> tenants_;
};

}  // namespace

absl::StatusOr<std::unique_ptr<Store>> OpenFileStore(const std::string& path,
                                                     const FileStoreOptions& options,
                                                     const CallContext& call) {
  if (sodium_init() < 0) return absl::InternalError("the system gives no random numbers");
  std::optional<Signer> signer;
  if (!options.signing_seed.empty()) {
    REFEREE_ASSIGN_OR_RETURN(signer, Signer::FromSeed(options.signing_seed));
  }
  DatabaseOptions database_options;
  database_options.read_only = options.read_only;
  database_options.busy_timeout_ms = options.busy_timeout_ms;
  database_options.vfs = options.vfs;
  REFEREE_ASSIGN_OR_RETURN(std::unique_ptr<Database> database,
                           Database::Open(path, database_options));
  const CallOfDatabase asking(database.get(), &call);
  const StoreIdentity if_new = {HexText(DrawSalt()), std::string(EngineVersion())};
  REFEREE_RETURN_IF_ERROR(PrepareSchema(database.get(), if_new));
  if (!options.read_only) {
    // An erasure that a crash or a reader kept from its end.  While somebody still reads it waits
    // for the next time.
    const absl::Status finished = FinishErasures(database.get());
    if (!finished.ok() && finished.code() != absl::StatusCode::kUnavailable) return finished;
  }
  REFEREE_ASSIGN_OR_RETURN(std::unique_ptr<Journal> journal,
                           Journal::Prepare(database.get(), std::move(signer)));
  return std::unique_ptr<Store>(
      std::make_unique<FileStore>(std::move(database), std::move(journal)));
}

}  // namespace referee
