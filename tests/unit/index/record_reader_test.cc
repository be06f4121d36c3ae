#include "src/index/record_reader.h"

#include <doctest/doctest.h>

#include <string>
#include <variant>

namespace referee {
namespace {

TEST_SUITE_BEGIN("index/record_reader");

TEST_CASE("one reader gives each record whole whatever it read before") {
  Corpus corpus;
  std::string records;
  for (int i = 0; i < 20; ++i) {
    const std::string number = std::to_string(i);
    // Long and short documents in turn: what one leaves behind must not show in the next.
    records += R"({"type":"account","id":"a-)" + number + R"(","name":")" +
               std::string(i % 2 == 0 ? 3000 : 3, 'x') + "\"}\n";
    records += R"({"type":"contact","id":"c-)" + number + R"(","emails":["p)" + number +
               "@x.example\"]}\n";
  }
  REQUIRE(corpus.LoadNdjson("records", records, CallContext()).ok());
  const Snapshot snapshot = corpus.Publish();
  RecordReader reader;
  for (int i = 0; i < 20; ++i) {
    const std::string number = std::to_string(i);
    CAPTURE(i);
    const Record account =
        reader.Read(snapshot, snapshot.Find(RecordType::kAccount, "a-" + number));
    const Record contact =
        reader.Read(snapshot, snapshot.Find(RecordType::kContact, "c-" + number));
    CHECK(std::get<Account>(account).id == "a-" + number);
    CHECK(std::get<Account>(account).company.name->size() == (i % 2 == 0 ? 3000 : 3));
    CHECK(std::get<Contact>(contact).person.emails->front() == "p" + number + "@x.example");
    CHECK(!std::get<Contact>(contact).person.phones.has());
  }
}

TEST_CASE("a record whose texts have escapes is read again whole") {
  Corpus corpus;
  const std::string record =
      R"({"type":"account","id":"a-1","name":"Falken\u0072ied \"Werke\"\nNord","employees":12})";
  REQUIRE(corpus.LoadNdjson("records", record, CallContext()).ok());
  const Snapshot snapshot = corpus.Publish();
  const Record account = RecordReader().Read(snapshot, snapshot.Find(RecordType::kAccount, "a-1"));
  CHECK(*std::get<Account>(account).company.name == "Falkenried \"Werke\"\nNord");
  CHECK(*std::get<Account>(account).company.employees == 12);
}

TEST_SUITE_END();

}  // namespace
}  // namespace referee
