#include "src/index/load_places.h"

#include <doctest/doctest.h>

#include <string>

#include "src/index/snapshot.h"

namespace referee {
namespace {

TEST_SUITE_BEGIN("index/load_places");

TEST_CASE("a second record of one type and id is refused with the place of the first") {
  Corpus corpus;
  corpus.BeginLoad();
  std::string lines;
  for (int i = 0; i < 500; ++i) {
    lines += R"({"type":"account","id":"x-)" + std::to_string(i) + "\"}\n";
  }
  REQUIRE(corpus.LoadNdjson("first.ndjson", lines, CallContext()).ok());
  REQUIRE(
      corpus.LoadNdjson("second.ndjson", R"({"type":"contact","id":"x-7"})", CallContext()).ok());
  const absl::Status status = corpus.LoadNdjson("third.ndjson",
                                                "\n"
                                                R"({"type":"contact","id":"x-7"})",
                                                CallContext());
  CHECK(status.code() == absl::StatusCode::kAlreadyExists);
  CHECK(std::string(status.message()).find("second.ndjson:1") != std::string::npos);

  corpus.BeginLoad();
  REQUIRE(corpus.LoadNdjson("first.ndjson", lines, CallContext()).ok());
  const absl::Status again =
      corpus.LoadNdjson("second.ndjson", R"({"type":"account","id":"x-499"})", CallContext());
  CHECK(std::string(again.message()).find("first.ndjson:500") != std::string::npos);
}

TEST_CASE("the same id of another type and the ids of an earlier load are no second record") {
  Corpus corpus;
  const std::string both =
      "{\"type\":\"account\",\"id\":\"1\"}\n{\"type\":\"contact\",\"id\":\"1\"}\n";
  CHECK(corpus.LoadNdjson("records", both, CallContext()).ok());
  CHECK(corpus.LoadNdjson("records", both, CallContext()).ok());
  CHECK(corpus.Publish().size() == 2);
}

TEST_SUITE_END();

}  // namespace
}  // namespace referee
