#include "src/store/erasure.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "src/base/error_location.h"
#include "src/base/json.h"
#include "src/base/json_writer.h"
#include "src/base/status_macros.h"
#include "src/store/link.h"

namespace referee {
namespace {

constexpr std::uint64_t kRowsPerPoll = 256;
// A person's records lead to each other by addresses; more rounds than this are a list of people
// behind one address.
constexpr int kMostRounds = 8;

absl::StatusOr<const json::Node*> ParseKept(json::Parser& parser, std::string_view text) {
  Limits limits;
  limits.max_document_bytes = limits.max_elements = limits.max_members = text.size() + 1;
  return parser.Parse(text, limits);
}

// Where the texts of one entry are.
struct EntryTexts {
  std::uint64_t sequence = 0;
  std::int64_t input = 0, output = 0, referral = 0, directory = 0, frame = 0;
  std::vector<std::int64_t> records;
  std::vector<std::uint64_t> history;  // Sequences of submissions that were read.
  std::uint64_t submission = 0;        // 0: an act of a person.
  std::string referral_id;
};

class Planning {
 public:
  Planning(Database* database, std::int64_t tenant, ErasureRequest request, const CallContext& call)
      : database_(*database), tenant_(tenant), request_(std::move(request)), call_(call) {}

  absl::StatusOr<ErasurePlan> Run();

 private:
  // Calls `use` with the id and the parsed text of each content row.
  template <typename Use>
  absl::Status ForEachText(const Use& use);
  absl::Status ReadEntries();
  absl::Status LearnFromSubmission();
  absl::Status LearnFromRecords();
  absl::Status FindMentions();
  absl::Status FollowLinks();
  void TakeWhole(const EntryTexts& entry);
  bool ReadsErased(const EntryTexts& entry) const;
  absl::Status MarkIfMentioned(std::int64_t id);
  absl::StatusOr<ErasurePlan> Collect();

  Database& database_;
  const std::int64_t tenant_;
  ErasureRequest request_;
  const CallContext& call_;
  std::vector<EntryTexts> entries_;
  std::set<std::int64_t> erased_;
};

template <typename Use>
absl::Status Planning::ForEachText(const Use& use) {
  REFEREE_ASSIGN_OR_RETURN(Statement select,
                           database_.Prepare("SELECT id, text FROM content WHERE tenant=?1 AND text"
                                             " IS NOT NULL ORDER BY id"));
  select.Integer(1, tenant_);
  json::Parser parser;
  for (std::uint64_t row = 1;; ++row) {
    REFEREE_ASSIGN_OR_RETURN(const bool has_row, select.Step());
    if (!has_row) return absl::OkStatus();
    if (row % kRowsPerPoll == 0) REFEREE_RETURN_IF_ERROR(call_.Poll());
    const absl::StatusOr<const json::Node*> node = ParseKept(parser, select.BytesAt(1));
    if (!node.ok())
      return absl::DataLossError("the store: a text is damaged; audit verify says which");
    use(select.IntegerAt(0), **node);
  }
}

std::vector<std::int64_t> ReadIds(std::string_view list) {
  std::vector<std::int64_t> ids;
  json::Parser parser;
  const absl::StatusOr<const json::Node*> node = ParseKept(parser, list);
  if (!node.ok()) return ids;
  for (const json::Node& element : (*node)->elements) {
    const absl::StatusOr<std::int64_t> id = json::ToInteger(element, 1, INT64_MAX);
    if (id.ok()) ids.push_back(*id);
  }
  return ids;
}

absl::Status Planning::ReadEntries() {
  REFEREE_ASSIGN_OR_RETURN(
      Statement select,
      database_.Prepare("SELECT e.sequence, e.submission, e.input, e.output, e.referral,"
                        " e.directory, e.frame, e.records, json_extract(f.text, '$.history'),"
                        " e.referral_id"
                        " FROM entry e LEFT JOIN content f ON f.id=e.frame"
                        " WHERE e.tenant=?1 ORDER BY e.sequence"));
  select.Integer(1, tenant_);
  while (true) {
    REFEREE_ASSIGN_OR_RETURN(const bool has_row, select.Step());
    if (!has_row) return absl::OkStatus();
    EntryTexts entry;
    entry.sequence = static_cast<std::uint64_t>(select.IntegerAt(0));
    entry.submission = static_cast<std::uint64_t>(select.IntegerAt(1));
    entry.input = select.IntegerAt(2);
    entry.output = select.IntegerAt(3);
    entry.referral = select.IntegerAt(4);
    entry.directory = select.IntegerAt(5);
    entry.frame = select.IntegerAt(6);
    if (!select.IsNull(7)) entry.records = ReadIds(select.BytesAt(7));
    if (!select.IsNull(8)) {
      for (const std::int64_t read : ReadIds(select.BytesAt(8))) {
        entry.history.push_back(static_cast<std::uint64_t>(read));
      }
    }
    entry.referral_id = select.BytesAt(9);
    entries_.push_back(std::move(entry));
  }
}

// The person of a submission is its lead.
absl::Status Planning::LearnFromSubmission() {
  if (request_.submission_id.empty()) return absl::OkStatus();
  bool is_known = false;
  std::set<std::int64_t> inputs;
  for (const EntryTexts& entry : entries_) {
    if (entry.submission > 0) inputs.insert(entry.input);
  }
  REFEREE_RETURN_IF_ERROR(ForEachText([&](std::int64_t id, const json::Node& node) {
    const json::Node* name = node.Find("id");
    if (!inputs.contains(id) || name == nullptr || name->text != request_.submission_id) return;
    is_known = true;
    erased_.insert(id);
    if (const json::Node* lead = node.Find("lead")) AddPerson(*lead, &request_.person);
  }));
  if (is_known) return absl::OkStatus();
  return InsideOf("submission_id",
                  absl::NotFoundError("the tenant has no such submission, or it was erased"));
}

// A record or a lead with one of the person's addresses tells the others.
absl::Status Planning::LearnFromRecords() {
  for (int round = 0; round < kMostRounds; ++round) {
    const std::size_t known = request_.person.size();
    REFEREE_RETURN_IF_ERROR(ForEachText([&](std::int64_t /*id*/, const json::Node& node) {
      const json::Node* type = node.Find("type");
      const json::Node* id = node.Find("id");
      if (type == nullptr) return;
      if (IsPerson(node, request_.person)) {
        AddPerson(node, &request_.person);
        const bool is_record = type->text == "contact" || type->text == "lead";
        if (is_record && id != nullptr) request_.person.ids.insert(std::string(id->text));
      }
      for (const std::string_view member : {"lead", "referrer", "person"}) {
        const json::Node* person = node.Find(member);
        if (person != nullptr && IsPerson(*person, request_.person)) {
          AddPerson(*person, &request_.person);
        }
      }
    }));
    if (request_.person.size() == known) break;
  }
  return absl::OkStatus();
}

absl::Status Planning::FindMentions() {
  return ForEachText([&](std::int64_t id, const json::Node& node) {
    if (IsPerson(node, request_.person) || Mentions(node, request_.person, Mention::kAnywhere)) {
      erased_.insert(id);
    }
  });
}

// What was made from an erased submission goes with it.
void Planning::TakeWhole(const EntryTexts& entry) {
  for (const std::int64_t id : {entry.output, entry.frame}) {
    if (id != 0) erased_.insert(id);
  }
}

bool Planning::ReadsErased(const EntryTexts& entry) const {
  for (const std::int64_t record : entry.records) {
    if (erased_.contains(record)) return true;
  }
  for (const EntryTexts& other : entries_) {
    const bool is_read = other.submission > 0 &&
                         std::find(entry.history.begin(), entry.history.end(), other.submission) !=
                             entry.history.end();
    if (is_read && erased_.contains(other.input)) return true;
  }
  return false;
}

absl::Status Planning::MarkIfMentioned(std::int64_t id) {
  if (id == 0 || erased_.contains(id)) return absl::OkStatus();
  REFEREE_ASSIGN_OR_RETURN(Statement select,
                           database_.Prepare("SELECT text FROM content WHERE id=?1"));
  REFEREE_ASSIGN_OR_RETURN(const bool is_there, select.Integer(1, id).Step());
  if (!is_there || select.IsNull(0)) return absl::OkStatus();
  json::Parser parser;
  REFEREE_ASSIGN_OR_RETURN(const json::Node* node, ParseKept(parser, select.BytesAt(0)));
  if (Mentions(*node, request_.person, Mention::kLinked)) erased_.insert(id);
  return absl::OkStatus();
}

absl::Status Planning::FollowLinks() {
  std::set<std::string> referrals;
  for (const EntryTexts& entry : entries_) {
    const bool is_own = erased_.contains(entry.input) && entry.submission > 0;
    if (is_own) TakeWhole(entry);
    if (is_own) referrals.insert(entry.referral_id);
    // What people did about the person's referral may say why.
    const bool is_act = entry.submission == 0 && referrals.contains(entry.referral_id);
    if (is_act) REFEREE_RETURN_IF_ERROR(MarkIfMentioned(entry.input));
    if (!is_own && !is_act && !ReadsErased(entry)) continue;
    for (const std::int64_t id : {entry.output, entry.frame, entry.referral}) {
      REFEREE_RETURN_IF_ERROR(MarkIfMentioned(id));
    }
  }
  return absl::OkStatus();
}

absl::StatusOr<ErasurePlan> Planning::Collect() {
  ErasurePlan plan;
  REFEREE_ASSIGN_OR_RETURN(
      Statement select,
      database_.Prepare("SELECT commitment FROM content WHERE id=?1 AND text IS NOT NULL"));
  for (const std::int64_t id : erased_) {
    REFEREE_ASSIGN_OR_RETURN(const bool is_there, select.Integer(1, id).Step());
    if (is_there) {
      plan.texts.push_back({id, DigestFromBytes(select.BytesAt(0)).value_or(Sha256Digest())});
    }
    select.Reset();
  }
  for (const EntryTexts& entry : entries_) {
    bool is_touched = false;
    for (const std::int64_t id :
         {entry.input, entry.output, entry.referral, entry.directory, entry.frame}) {
      is_touched = is_touched || erased_.contains(id);
    }
    for (const std::int64_t id : entry.records) is_touched = is_touched || erased_.contains(id);
    if (is_touched) plan.entries.push_back(entry.sequence);
  }
  return plan;
}

absl::StatusOr<ErasurePlan> Planning::Run() {
  REFEREE_RETURN_IF_ERROR(ReadEntries());
  REFEREE_RETURN_IF_ERROR(LearnFromSubmission());
  REFEREE_RETURN_IF_ERROR(LearnFromRecords());
  REFEREE_RETURN_IF_ERROR(FindMentions());
  REFEREE_RETURN_IF_ERROR(FollowLinks());
  return Collect();
}

}  // namespace

absl::StatusOr<ErasureRequest> ReadErasure(std::string_view json, const Limits& limits) {
  json::Parser parser;
  REFEREE_ASSIGN_OR_RETURN(const json::Node* node, parser.Parse(json, limits));
  const json::Node* type = node->Find("type");
  const json::Node* id = node->Find("id");
  const json::Node* submission = node->Find("submission_id");
  const json::Node* person = node->Find("person");
  if (type == nullptr || type->text != "erasure") {
    return InsideOf("type", Invalid("must be erasure"));
  }
  if (id == nullptr || id->kind != json::Kind::kString || id->text.empty()) {
    return InsideOf("id", Invalid("must be a text that is not empty"));
  }
  if ((submission == nullptr) == (person == nullptr)) {
    return InsideOf("person", Invalid("give either person or submission_id"));
  }
  ErasureRequest request;
  request.id = std::string(id->text);
  if (const json::Node* user = node->Find("user")) {
    if (user->kind != json::Kind::kString) {
      return InsideOf("user", InvalidKind("a text", json::KindName(user->kind)));
    }
    request.user = std::string(user->text);
  }
  json::AppendCanonical(*node, request.content);
  if (submission != nullptr) {
    if (submission->kind != json::Kind::kString || submission->text.empty()) {
      return InsideOf("submission_id", Invalid("must be a text that is not empty"));
    }
    request.submission_id = std::string(submission->text);
    return request;
  }
  if (person->kind != json::Kind::kObject) {
    return InsideOf("person", InvalidKind("an object", json::KindName(person->kind)));
  }
  AddPerson(*person, &request.person);
  const json::Node* person_id = person->Find("id");
  if (person_id != nullptr && !person_id->text.empty()) {
    request.person.ids.insert(std::string(person_id->text));
  }
  // A name alone would erase everybody of that name.
  if (request.person.ids.empty() && request.person.emails.empty()) {
    return InsideOf("person", Invalid("must have an id or an e-mail address"));
  }
  return request;
}

absl::StatusOr<ErasurePlan> PlanErasure(Database* database, std::int64_t tenant,
                                        ErasureRequest request, const CallContext& call) {
  return Planning(database, tenant, std::move(request), call).Run();
}

std::string ErasureJson(const ErasureRequest& request, std::string_view at,
                        const ErasurePlan& plan) {
  std::string out;
  json::Writer writer(&out);
  writer.BeginObject().Key("schema").String("referee.erasure/1").Key("id").String(request.id);
  writer.Key("at").String(at).Key("by");
  if (request.user.empty()) {
    writer.Null();
  } else {
    writer.String(request.user);
  }
  writer.Key("texts").Integer(static_cast<std::int64_t>(plan.texts.size()));
  writer.Key("entries").BeginArray();
  for (const std::uint64_t entry : plan.entries) writer.Integer(static_cast<std::int64_t>(entry));
  writer.EndArray().Key("erased").BeginArray();
  for (const ErasurePlan::Text& text : plan.texts) writer.String(DigestText(text.commitment));
  writer.EndArray().EndObject();
  return out;
}

absl::Status EraseTexts(Database* database, const ErasurePlan& plan, std::uint64_t erased_by) {
  REFEREE_ASSIGN_OR_RETURN(Statement erase,
                           database->Prepare("UPDATE content SET text=NULL, salt=NULL, digest=NULL,"
                                             " erased_by=?2 WHERE id=?1"));
  for (const ErasurePlan::Text& text : plan.texts) {
    REFEREE_RETURN_IF_ERROR(
        erase.Integer(1, text.id).Integer(2, static_cast<std::int64_t>(erased_by)).Run());
  }
  return database->Execute("UPDATE meta SET value='1' WHERE name='erasures_to_finish'");
}

absl::Status FinishErasures(Database* database) {
  REFEREE_ASSIGN_OR_RETURN(
      const std::string left,
      database->ReadText("SELECT value FROM meta WHERE name='erasures_to_finish'"));
  if (left == "0") return absl::OkStatus();
  // Overwriting rows leaves copies in pages that were split or merged before: only pages written
  // anew are clean.
  REFEREE_RETURN_IF_ERROR(database->Execute("VACUUM"));
  const absl::Status busy = absl::UnavailableError(
      "the store: erased, but another process still reads an earlier state of the file; close it"
      " and open the store for writing again");
  REFEREE_ASSIGN_OR_RETURN(const std::int64_t is_busy,
                           database->ReadInteger("PRAGMA wal_checkpoint(TRUNCATE)"));
  if (is_busy != 0) return busy;
  REFEREE_RETURN_IF_ERROR(
      database->Execute("UPDATE meta SET value='0' WHERE name='erasures_to_finish'"));
  REFEREE_ASSIGN_OR_RETURN(const std::int64_t is_still_busy,
                           database->ReadInteger("PRAGMA wal_checkpoint(TRUNCATE)"));
  return is_still_busy != 0 ? busy : absl::OkStatus();
}

}  // namespace referee
