#include "src/engine/engine.h"

#include <string>

#include "src/normalize/table_overrides.h"
#include "tests/unit/output/example.h"

TEST_SUITE_BEGIN("engine/engine");

namespace referee::testing {
namespace {

// The engine, records of the example, and a fresh store.
struct World {
  World() {
    Corpus corpus;
    REQUIRE(corpus.LoadNdjson("records", Records(kAccount), CallContext()).ok());
    records = corpus.Publish();
  }

  absl::StatusOr<std::string> Submit(const std::string& json, const std::string& as_of = "") {
    SubmitOptions options;
    options.as_of = as_of;
    const auto answer =
        engine.Submit(StandardPolicy(), records, *store, json, options, CallContext());
    if (!answer.ok()) return answer.status();
    return (*answer)->json;
  }

  Engine engine = Engine::Create({}).value();
  Snapshot records;
  std::unique_ptr<Store> store = NewMemoryStore();
};

TEST_CASE("equal inputs give equal bytes") {
  World one, other;
  const auto first = one.Submit(Submitted());
  const auto second = other.Submit(Submitted());
  REQUIRE(first.ok());
  REQUIRE(second.ok());
  CHECK(*first == *second);
}

TEST_CASE("one key with one content gives the same bytes and with another an error") {
  World world;
  const auto first = world.Submit(Submitted(R"({"idempotency_key":"k-1"})"));
  const auto again = world.Submit(Submitted(R"({"idempotency_key":"k-1"})"));
  REQUIRE(first.ok());
  REQUIRE(again.ok());
  CHECK(*first == *again);
  const auto other = world.Submit(Submitted(R"({"idempotency_key":"k-1","need":"other"})"));
  CHECK(other.status().code() == absl::StatusCode::kAlreadyExists);
  CHECK(ErrorPointer(other.status()) == "/idempotency_key");
}

TEST_CASE("a submission without a receipt needs an as-of time and a wrong one names it") {
  World world;
  const std::string timeless = Submitted(R"({"received_at":null})");
  CHECK(ErrorPointer(world.Submit(timeless).status()) == "/received_at");
  CHECK(ErrorPointer(world.Submit(timeless, "tomorrow").status()) == "/as_of");
  const auto decided = world.Submit(timeless, "2026-06-01T10:00:00Z");
  REQUIRE(decided.ok());
  CHECK(decided->find(R"("as_of":"2026-06-01T10:00:00Z")") != std::string::npos);
}

TEST_CASE("a second submission of one party attaches to the referral of the first [REC-01]") {
  World world;
  const auto id_of = [](const std::string& json) {
    const std::size_t at = json.find(R"("referral_id":")");
    return json.substr(at, json.find('"', at + 15) - at);
  };
  const auto first = world.Submit(Submitted());
  const auto second =
      world.Submit(Submitted(R"({"id":"s-2","received_at":"2026-06-05T10:00:00Z"})"));
  REQUIRE(first.ok());
  REQUIRE(second.ok());
  CHECK(id_of(*first) == id_of(*second));
}

TEST_CASE("matching answers for records and submissions") {
  World world;
  const auto matches = world.engine.Match(
      StandardPolicy(), world.records,
      R"({"type":"account","id":"q","name":"Falkenried Werke AG","domains":["falkenried.example"],"address":{"country":"DE"}})",
      CallContext());
  REQUIRE(matches.ok());
  CHECK(matches->find(R"("id":"a-1")") != std::string::npos);
  CHECK_FALSE(world.engine.Match(StandardPolicy(), world.records, "[]", CallContext()).ok());
}

// The records of the example where its domain is one of free mail.
Snapshot WhereFalkenriedIsFreeMail() {
  const auto tables = ReadTableOverrides(
      R"({"schema":"referee.tables/1","free_mail_domains":{"add":["falkenried.example"]}})");
  REQUIRE(tables.ok());
  Corpus corpus;
  REQUIRE(corpus.SetTables(*tables).ok());
  REQUIRE(corpus.LoadNdjson("records", Records(kAccount), CallContext()).ok());
  return corpus.Publish();
}

bool Mentions(const absl::StatusOr<std::string>& decision, std::string_view text) {
  REQUIRE(decision.ok());
  return decision->find(text) != std::string::npos;
}

// Somebody else, of a company of which only the domain is told.
std::string OfTheDomain(const std::string& id) {
  return Submitted(R"({"id":")" + id +
                   R"(","lead":{"first_name":"Ada","last_name":"Osei","emails":null},"company":)"
                   R"({"name":null,"address":null,"industry":null,"employees":null}})");
}

TEST_CASE("a domain that the tables call free mail joins nobody") {
  World plain, changed;
  changed.records = WhereFalkenriedIsFreeMail();
  constexpr char kMatch[] = R"("type":"account","id":"a-1","probability")";
  CHECK(Mentions(plain.Submit(OfTheDomain("s-2")), kMatch));
  CHECK_FALSE(Mentions(changed.Submit(OfTheDomain("s-2")), kMatch));
  const auto found = [](const World& world) {
    return world.engine.Match(StandardPolicy(), world.records,
                              R"({"type":"account","id":"q","domains":["falkenried.example"]})",
                              CallContext());
  };
  CHECK(Mentions(found(plain), "a-1"));
  CHECK_FALSE(Mentions(found(changed), "a-1"));
}

TEST_CASE("a decision names the tables that a host changed and nothing otherwise") {
  World plain, changed;
  changed.records = WhereFalkenriedIsFreeMail();
  CHECK_FALSE(Mentions(plain.Submit(Submitted()), R"("tables")"));
  CHECK(Mentions(changed.Submit(Submitted()),
                 R"("tables":{"hash":")" + changed.records.tables()->hash));
}

TEST_CASE("the history is searched by the tables of the records at hand") {
  World world;
  const Snapshot plain = world.records;
  constexpr char kEarlier[] = R"("type":"submission","id":"s-1","probability")";
  REQUIRE(world.Submit(Submitted()).ok());
  world.records = WhereFalkenriedIsFreeMail();
  CHECK_FALSE(Mentions(world.Submit(OfTheDomain("s-2")), kEarlier));
  world.records = plain;
  CHECK(Mentions(world.Submit(OfTheDomain("s-3")), kEarlier));
}

}  // namespace
}  // namespace referee::testing

TEST_SUITE_END();
