#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "src/base/error_location.h"
#include "src/base/json.h"
#include "src/index/candidates.h"
#include "src/index/snapshot.h"
#include "src/intake/parse_record.h"
#include "src/normalize/normalize.h"
#include "src/normalize/table_overrides.h"
#include "tests/reference/index/scan.h"
#include "tests/unit/index/random_records.h"

TEST_SUITE_BEGIN("index/corpus");

namespace referee {
namespace {

using reference::Identities;
using reference::Scan;

Record Read(const std::string& line) {
  json::Parser parser;
  const auto node = parser.Parse(line);
  REQUIRE(node.ok());
  auto record = ParseRecord(**node, nullptr);
  REQUIRE(record.ok());
  return *record;
}

Identities Named(const Snapshot& snapshot, const std::vector<RecordNo>& records) {
  Identities out;
  for (const RecordNo record : records) {
    // A record that is answered twice is a fault of its own.
    CHECK(out.insert({snapshot.TypeAt(record), std::string(snapshot.IdAt(record))}).second);
  }
  return out;
}

Identities Candidates(const Snapshot& snapshot, const Features& query) {
  CandidateSet found;
  FindCandidates(snapshot, query, {}, &found);
  CHECK(!found.truncated);
  CHECK(found.skipped_keys.empty());
  CHECK(std::is_sorted(found.records.begin(), found.records.end()));
  return Named(snapshot, found.records);
}

// How common values are depends on the present records alone: the counts are those of a corpus that
// never had any other.
void CheckSameCounts(const Snapshot& snapshot, const Scan& scan, testing::RandomRecords& random) {
  Corpus anew;
  for (const Record& record : scan.records()) {
    const RecordNo found = snapshot.Find(TypeOf(record), IdOf(record));
    REQUIRE(anew.Upsert(snapshot.DocumentAt(found), {}).ok());
  }
  const Snapshot fresh = anew.Publish();
  REQUIRE(PeopleCount(snapshot) == PeopleCount(fresh));
  REQUIRE(CompanyCount(snapshot) == CompanyCount(fresh));
  for (int i = 0; i < 20; ++i) {
    const Features any = NormalizeRecord(Read(i % 2 == 0 ? random.Lead() : random.Account()));
    const auto check = [&](Term term, const std::string& value) {
      REQUIRE(Frequency(snapshot, term, value) == Frequency(fresh, term, value));
    };
    check(Term::kFamilyName, any.person.family);
    check(Term::kCompanyName, any.company.name);
    for (const std::string& domain : any.company.domains) check(Term::kDomain, domain);
  }
}

// Everything that can be asked must be as the scan says.
void CheckSame(const Snapshot& snapshot, const Scan& scan, testing::RandomRecords& random) {
  REQUIRE(snapshot.size() == scan.size());
  CheckSameCounts(snapshot, scan, random);
  for (int i = 0; i < static_cast<int>(RecordType::kSubmission); ++i) {
    const auto type = static_cast<RecordType>(i);
    const std::vector<RecordNo> all = snapshot.AllOf(type);
    REQUIRE(Named(snapshot, all) == scan.All(type));
    REQUIRE(std::is_sorted(all.begin(), all.end(), [&](RecordNo a, RecordNo b) {
      return snapshot.IdAt(a) < snapshot.IdAt(b);
    }));
    for (const auto& [t, id] : scan.All(type)) {
      const RecordNo found = snapshot.Find(type, id);
      REQUIRE(found != kNoRecord);
      REQUIRE(snapshot.IdAt(found) == id);
    }
  }
  REQUIRE(snapshot.partners().size() == scan.All(RecordType::kPartner).size());
  REQUIRE(snapshot.territories().size() == scan.All(RecordType::kTerritory).size());
  for (int i = 0; i <= static_cast<int>(Reference::kApprovalReferral); ++i) {
    const auto reference = static_cast<Reference>(i);
    for (const char* const type : {"account", "contact", "partner", "lead"}) {
      const std::string target = std::string(type) + "-" + std::to_string(random.Below(30));
      REQUIRE(Named(snapshot, snapshot.Referring(reference, target)) ==
              scan.Referring(reference, target));
    }
  }
  for (int i = 0; i < 4; ++i) {
    const Features query = NormalizeRecord(Read(i % 2 == 0 ? random.Lead() : random.Account()));
    REQUIRE(Candidates(snapshot, query) == scan.Candidates(query));
  }
}

TEST_CASE("after any loads and upserts and removals every answer is that of a full scan") {
  for (const unsigned seed : {1u, 2u}) {
    CAPTURE(seed);
    testing::RandomRecords random(seed);
    Corpus corpus;
    Scan scan;
    for (int step = 0; step < 60; ++step) {
      CAPTURE(step);
      const unsigned act = random.Below(4);
      if (act == 0) {
        // A batch in which every type and id stands once.
        std::string batch;
        Identities seen;
        for (unsigned n = random.Below(40); n > 0; --n) {
          const std::string line = random.Line();
          const Record record = Read(line);
          if (!seen.insert({TypeOf(record), IdOf(record)}).second) continue;
          batch += line + "\n";
          scan.Upsert(record);
        }
        REQUIRE(corpus.LoadNdjson("f", batch, {}).ok());
      } else if (act < 3) {
        const std::string line = random.Line();
        REQUIRE(corpus.Upsert(line, {}).ok());
        scan.Upsert(Read(line));
      } else {
        const auto type = static_cast<RecordType>(random.Below(kRecordTypeCount - 1));
        const std::string id =
            std::string(RecordTypeName(type)) + "-" + std::to_string(random.Below(60));
        REQUIRE(corpus.Remove(type, id) == scan.Remove(type, id));
      }
      if (step % 10 == 9) CheckSame(corpus.Publish(), scan, random);
    }
  }
}

TEST_CASE("any order of lines and any batches give the same candidates") {
  testing::RandomRecords random(4);
  std::vector<std::string> lines;
  Identities seen;
  while (lines.size() < 300) {
    const std::string line = random.Line();
    const Record record = Read(line);
    if (seen.insert({TypeOf(record), IdOf(record)}).second) lines.push_back(line);
    if (seen.size() > 290 && lines.size() == seen.size()) break;
  }
  std::vector<Features> queries;
  for (int i = 0; i < 20; ++i) queries.push_back(NormalizeRecord(Read(random.Lead())));
  std::vector<Identities> expected;
  std::mt19937 shuffle(5);
  for (const std::size_t batch_size : {1000u, 1u, 7u, 64u}) {
    Corpus corpus;
    for (std::size_t i = 0; i < lines.size();) {
      std::string batch;
      for (std::size_t n = 0; n < batch_size && i < lines.size(); ++n, ++i)
        batch += lines[i] + "\n";
      REQUIRE(corpus.LoadNdjson("f", batch, {}).ok());
    }
    const Snapshot snapshot = corpus.Publish();
    for (std::size_t q = 0; q < queries.size(); ++q) {
      const Identities found = Candidates(snapshot, queries[q]);
      if (expected.size() <= q) expected.push_back(found);
      CHECK(found == expected[q]);
    }
    std::shuffle(lines.begin(), lines.end(), shuffle);
  }
}

TEST_CASE("a published snapshot does not change under its readers") {
  testing::RandomRecords random(6);
  Corpus corpus;
  Scan before;
  for (int i = 0; i < 50; ++i) {
    const std::string line = random.Line();
    REQUIRE(corpus.Upsert(line, {}).ok());
    before.Upsert(Read(line));
  }
  const Snapshot snapshot = corpus.Publish();
  for (int i = 0; i < 200; ++i) {
    REQUIRE(corpus.Upsert(random.Line(), {}).ok());
    corpus.Remove(RecordType::kAccount, "account-" + std::to_string(i % 60));
  }
  static_cast<void>(corpus.Publish());
  CheckSame(snapshot, before, random);
}

TEST_CASE("the same type and id twice in one load names both lines and changes nothing") {
  Corpus corpus;
  REQUIRE(corpus.LoadNdjson("old", R"({"type":"account","id":"a","name":"Old"})", {}).ok());
  const absl::Status status = corpus.LoadNdjson(
      "new.ndjson",
      "{\"type\":\"account\",\"id\":\"a\",\"name\":\"New\"}\n\n{\"type\":\"lead\",\"id\":\"a\"}\n"
      "{\"type\":\"account\",\"id\":\"a\"}\n",
      {});
  CHECK(DescribeError(status) ==
        "new.ndjson:4: /id: the same type and id stand in this load already, at new.ndjson:1");
  CHECK(status.code() == absl::StatusCode::kAlreadyExists);
  const Snapshot snapshot = corpus.Publish();
  CHECK(snapshot.size() == 1);
  CHECK(snapshot.DocumentAt(snapshot.Find(RecordType::kAccount, "a")).find("Old") !=
        std::string_view::npos);
}

TEST_CASE("the same type and id in another load replaces the record") {
  Corpus corpus;
  REQUIRE(corpus.LoadNdjson("one", R"({"type":"account","id":"a","name":"Old"})", {}).ok());
  REQUIRE(corpus.LoadNdjson("two", R"({"type":"account","id":"a","name":"New"})", {}).ok());
  const Snapshot snapshot = corpus.Publish();
  CHECK(snapshot.size() == 1);
  CHECK(*std::get<Account>(snapshot.RecordAt(snapshot.Find(RecordType::kAccount, "a")))
             .company.name == "New");
}

TEST_CASE("a bad line names its file and line and pointer and refuses the whole load") {
  struct Case {
    std::string line, error;
  };
  const Case cases[] = {
      {R"({"type":"sandwich","id":"x"})",
       "f:2: /type: must name a record type, found another text"},
      {R"({"type":"account","id":"x","id":"y"})", "f:2: /id: is given twice"},
      {"{\"type\":\"account\",\"id\":\"\xFF\"}", "f:2: is not valid UTF-8"},
      {R"({"type":"account","id":"x","name":"\udc00"})",
       "f:2: /name: is a string with an invalid escape"},
      {R"({"type":"account","id":"x","employees":"many"})",
       "f:2: /employees: must be an integer, found a string"},
      {R"({"type":"account","id":"x","created_at":"2026-06-01T10:00:60Z"})",
       "f:2: /created_at: is a time that does not exist"},
      {R"({"type":"account","id":"x"} {})", "f:2: has text after the JSON document"},
      {R"({"type":"account")", "f:2: is not valid JSON"},
      {"not json", "f:2: is not valid JSON"},
  };
  for (const Case& test : cases) {
    CAPTURE(test.line);
    Corpus corpus;
    const absl::Status status = corpus.LoadNdjson(
        "f",
        "{\"type\":\"account\",\"id\":\"a\"}\n" + test.line + "\n{\"type\":\"lead\",\"id\":\"l\"}",
        {});
    CHECK(DescribeError(status) == test.error);
    CHECK(corpus.Publish().size() == 0);
  }
}

TEST_CASE("a line beyond the limits is refused with its line") {
  CallContext call;
  call.limits.max_document_bytes = 60;
  Corpus corpus;
  const std::string line =
      "{\"type\":\"account\",\"id\":\"a\",\"name\":\"" + std::string(60, 'x') + "\"}";
  const absl::Status status = corpus.LoadNdjson("f", "\n" + line, call);
  CHECK(status.code() == absl::StatusCode::kResourceExhausted);
  CHECK(ErrorLine(status) == 2);
  CHECK(corpus.Publish().size() == 0);
}

TEST_CASE("several files are one load from its begin to its end") {
  Corpus corpus;
  corpus.BeginLoad();
  REQUIRE(corpus.LoadNdjson("one", R"({"type":"account","id":"a"})", {}).ok());
  CHECK(corpus.Publish().size() == 0);
  CHECK(!corpus.Upsert(R"({"type":"account","id":"z"})", {}).ok());
  const absl::Status twice = corpus.LoadNdjson("two", R"({"type":"account","id":"a"})", {});
  CHECK(DescribeError(twice).find("two:1: /id: ") == 0);
  CHECK(DescribeError(twice).find("at one:1") != std::string::npos);
  CHECK(corpus.EndLoad().code() == absl::StatusCode::kFailedPrecondition);
  CHECK(corpus.Publish().size() == 0);
  corpus.BeginLoad();
  REQUIRE(corpus.LoadNdjson("one", R"({"type":"account","id":"a"})", {}).ok());
  REQUIRE(corpus.LoadCsv("salesforce:account", "Accounts.csv", "Id,Name\nb,Falke\n", {}).ok());
  REQUIRE(corpus.EndLoad().ok());
  CHECK(corpus.Publish().size() == 2);
}

TEST_CASE("a row of an export and a line of NDJSON with one id are named both") {
  Corpus corpus;
  corpus.BeginLoad();
  REQUIRE(corpus.LoadNdjson("one", R"({"type":"account","id":"a"})", {}).ok());
  REQUIRE(corpus.LoadCsv("salesforce:account", "Accounts.csv", "Id\nb\na\n", {}).ok());
  const absl::Status twice = corpus.EndLoad();
  CHECK(DescribeError(twice) ==
        "Accounts.csv:3: /id: the same type and id stand in this load already, at one:1");
  CHECK(corpus.Publish().size() == 0);
}

TEST_CASE("a cancelled load leaves nothing behind") {
  std::string bytes;
  for (int i = 0; i < 2000; ++i) {
    bytes += "{\"type\":\"lead\",\"id\":\"l" + std::to_string(i) + "\"}\n";
  }
  CallContext call;
  int polls = 0;
  call.poll = [&] { return ++polls > 3 ? absl::CancelledError("stop") : absl::OkStatus(); };
  Corpus corpus;
  CHECK(corpus.LoadNdjson("f", bytes, call).code() == absl::StatusCode::kCancelled);
  CHECK(corpus.Publish().size() == 0);
  CHECK(corpus.LoadNdjson("f", bytes, {}).ok());
  CHECK(corpus.Publish().size() == 2000);
}

TEST_CASE("unknown members are named once for a whole load") {
  Corpus corpus;
  std::vector<std::string> unknown;
  REQUIRE(corpus
              .LoadNdjson("f",
                          "{\"type\":\"lead\",\"id\":\"1\",\"mood\":1}\n"
                          "{\"type\":\"lead\",\"id\":\"2\",\"mood\":2,\"pet\":3}\n",
                          {}, &unknown)
              .ok());
  CHECK(unknown == std::vector<std::string>{"lead.mood", "lead.pet"});
}

std::shared_ptr<const TableOverrides> FreeMailAt(const std::string& domain) {
  const auto tables = ReadTableOverrides(
      R"({"schema":"referee.tables/1","free_mail_domains":{"add":[")" + domain + R"("]}})");
  REQUIRE(tables.ok());
  return *tables;
}

constexpr std::string_view kAtFalke =
    R"({"type":"contact","id":"c","emails":["jonas@falke.example"]})";

// How many domains speak for the company of a contact at falke.example.
std::size_t DomainsOf(const Snapshot& snapshot) {
  Features features;
  snapshot.FeaturesAt(snapshot.Find(RecordType::kContact, "c"), &features);
  return features.company.domains.size();
}

TEST_CASE("records are normalised by the tables of their corpus and its snapshots tell them") {
  Corpus plain, changed;
  const auto tables = FreeMailAt("falke.example");
  REQUIRE(changed.SetTables(FreeMailAt("other.example")).ok());
  REQUIRE(changed.SetTables(tables).ok());
  REQUIRE(plain.Upsert(kAtFalke, {}).ok());
  REQUIRE(changed.Upsert(kAtFalke, {}).ok());
  CHECK(DomainsOf(plain.Publish()) == 1);
  CHECK(DomainsOf(changed.Publish()) == 0);
  CHECK(plain.Publish().tables() == nullptr);
  CHECK(changed.Publish().tables() == tables);
  // A load is as an upsert.
  REQUIRE(changed.LoadNdjson("f", kAtFalke, {}).ok());
  CHECK(DomainsOf(changed.Publish()) == 0);
}

TEST_CASE("tables are set before the first record and outside of a load") {
  const auto is_refused = [](Corpus& corpus) {
    const absl::Status status = corpus.SetTables(FreeMailAt("falke.example"));
    return status.code() == absl::StatusCode::kFailedPrecondition;
  };
  Corpus corpus;
  corpus.BeginLoad();
  CHECK(is_refused(corpus));
  REQUIRE(corpus.LoadNdjson("f", kAtFalke, {}).ok());
  REQUIRE(corpus.EndLoad().ok());
  CHECK(is_refused(corpus));
  REQUIRE(corpus.Remove(RecordType::kContact, "c"));
  CHECK(is_refused(corpus));
  CHECK(corpus.Publish().tables() == nullptr);
}

TEST_CASE("a history by other tables has the same submissions at the same places") {
  Corpus corpus;
  for (const int number : {1, 2, 10}) {
    Submission submission;
    submission.id = "s";
    submission.lead.mutable_value().emails = std::vector<std::string>{"jonas@falke.example"};
    const std::string json = R"({"type":"submission","id":"s","intent":"referral",)"
                             R"("lead":{"emails":["jonas@falke.example"]}})";
    REQUIRE(
        corpus.AddSubmission(submission, json, {"r", static_cast<std::uint64_t>(number), {}}).ok());
  }
  const auto tables = FreeMailAt("falke.example");
  Corpus other = Corpus::WithTables(corpus.Publish(), tables);
  const Snapshot history = other.Publish();
  CHECK(history.tables() == tables);
  std::vector<std::uint64_t> sequences;
  for (RecordNo record = 0; record < history.size(); ++record) {
    sequences.push_back(history.HistoryAt(record).sequence);
    Features features;
    history.FeaturesAt(record, &features);
    CHECK(features.company.domains.empty());
    CHECK(history.HistoryAt(record).referral_id == "r");
  }
  CHECK(sequences == std::vector<std::uint64_t>{1, 2, 10});
  CHECK(Corpus::WithTables(Snapshot(), nullptr).Publish().size() == 0);
}

TEST_CASE("a record is read back as it was written") {
  testing::RandomRecords random(9);
  Corpus corpus;
  for (int i = 0; i < 200; ++i) {
    const std::string line = random.Line();
    REQUIRE(corpus.Upsert(line, {}).ok());
    const Record record = Read(line);
    const Snapshot snapshot = corpus.Publish();
    const RecordNo found = snapshot.Find(TypeOf(record), IdOf(record));
    REQUIRE(found != kNoRecord);
    CHECK(snapshot.DocumentAt(found) == line);
    Features stored;
    snapshot.FeaturesAt(found, &stored);
    std::string packed, expected;
    PackFeatures(stored, packed);
    const RecordType type = TypeOf(record);
    const bool is_searched = type == RecordType::kAccount || type == RecordType::kContact ||
                             type == RecordType::kLead || type == RecordType::kTouch;
    Features parties = is_searched ? NormalizeRecord(record) : Features();
    // What names no party is not kept.
    if (parties.person.empty() && parties.company.empty()) parties = Features();
    PackFeatures(parties, expected);
    CHECK(packed == expected);
  }
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
