#include "src/store/contents.h"

#include <sodium.h>

#include <utility>

#include "src/base/status_macros.h"
#include "src/store/link.h"

namespace referee {

std::string DrawSalt() {
  std::string salt(16, '\0');
  randombytes_buf(salt.data(), salt.size());
  return salt;
}

Contents::Contents(Database* database, Statement insert, Statement find, Statement get)
    : database_(database),
      insert_(std::move(insert)),
      find_(std::move(find)),
      get_(std::move(get)) {}

absl::StatusOr<Contents> Contents::Prepare(Database* database) {
  REFEREE_ASSIGN_OR_RETURN(
      Statement insert,
      database->Prepare("INSERT INTO content(tenant, commitment, salt, text, digest, erased_by)"
                        " VALUES(?1, ?2, ?3, ?4, ?5, ?6)"));
  REFEREE_ASSIGN_OR_RETURN(
      Statement find,
      database->Prepare("SELECT id, commitment FROM content WHERE tenant=?1 AND digest=?2"));
  REFEREE_ASSIGN_OR_RETURN(Statement get,
                           database->Prepare("SELECT text, commitment FROM content WHERE id=?1"));
  return Contents(database, std::move(insert), std::move(find), std::move(get));
}

absl::StatusOr<ContentRef> Contents::Insert(std::int64_t tenant, std::string_view text,
                                            const Sha256Digest* digest) {
  const std::string salt = DrawSalt();
  ContentRef ref;
  ref.commitment = Commitment(salt, text);
  insert_.Integer(1, tenant).Blob(2, BytesOf(ref.commitment)).Blob(3, salt).Text(4, text);
  if (digest != nullptr) insert_.Blob(5, BytesOf(*digest));
  REFEREE_RETURN_IF_ERROR(insert_.Run());
  ref.id = database_->LastInsertId();
  return ref;
}

absl::StatusOr<ContentRef> Contents::Put(std::int64_t tenant, std::string_view text) {
  return Insert(tenant, text, nullptr);
}

absl::StatusOr<ContentRef> Contents::PutOnce(std::int64_t tenant, std::string_view text) {
  const Sha256Digest digest = Sha256(text);
  const absl::StatusOr<bool> found = find_.Integer(1, tenant).Blob(2, BytesOf(digest)).Step();
  ContentRef ref;
  if (found.ok() && *found) {
    ref.id = find_.IntegerAt(0);
    ref.commitment = DigestFromBytes(find_.BytesAt(1)).value_or(Sha256Digest());
  }
  find_.Reset();
  REFEREE_RETURN_IF_ERROR(found.status());
  return ref.id != 0 ? ref : Insert(tenant, text, &digest);
}

absl::StatusOr<ContentRef> Contents::PutErased(std::int64_t tenant, std::string_view text,
                                               std::uint64_t erased_by) {
  ContentRef ref;
  ref.commitment = Commitment(DrawSalt(), text);
  insert_.Integer(1, tenant).Blob(2, BytesOf(ref.commitment));
  insert_.Integer(6, static_cast<std::int64_t>(erased_by));
  REFEREE_RETURN_IF_ERROR(insert_.Run());
  ref.id = database_->LastInsertId();
  return ref;
}

absl::StatusOr<Content> Contents::Get(std::int64_t id) {
  Content content;
  const absl::StatusOr<bool> found = get_.Integer(1, id).Step();
  if (found.ok() && *found) {
    if (!get_.IsNull(0)) content.text = std::string(get_.BytesAt(0));
    content.commitment = DigestFromBytes(get_.BytesAt(1)).value_or(Sha256Digest());
  }
  get_.Reset();
  REFEREE_RETURN_IF_ERROR(found.status());
  if (!*found) return absl::DataLossError("the store: a text that an entry names is not there");
  return content;
}

}  // namespace referee
