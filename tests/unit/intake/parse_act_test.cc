#include "src/intake/parse_act.h"

#include <doctest/doctest.h>

#include <string>

#include "src/base/error_location.h"

TEST_SUITE_BEGIN("intake/parse_act");

namespace referee {
namespace {

constexpr std::string_view kApproval =
    R"({"type":"approval","id":"a-1","action":"accept","subject_hash":"sha256:1","referral_id":"r-1","user":"u-1","role":"partner_manager","at":"2026-06-01T10:00:00Z","decision":"approve","rationale":"fits","expires_at":null})";

std::string With(std::string_view document, std::string_view from, std::string_view to) {
  std::string text(document);
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

template <typename Parse>
absl::Status Read(std::string_view text, Parse parse) {
  json::Parser parser;
  const auto node = parser.Parse(text);
  REQUIRE(node.ok());
  return parse(**node).status();
}

TEST_CASE("an approval is read with every member") {
  json::Parser parser;
  const auto node = parser.Parse(kApproval);
  REQUIRE(node.ok());
  const auto act = ParseApprovalAct(**node);
  REQUIRE(act.ok());
  CHECK(act->action.get() == "accept");
  CHECK(act->at->text == "2026-06-01T10:00:00Z");
  CHECK(act->expires_at.presence() == Presence::kNull);
}

TEST_CASE("what is wrong in an act is named by its pointer and never repeated") {
  struct Case {
    const char *from, *to, *pointer;
  };
  const Case kCases[] = {
      {R"("approval")", R"("transition")", "/type"},
      {R"("id":"a-1")", R"("id":"")", "/id"},
      {R"("accept")", R"("secret")", "/action"},
      {R"("sha256:1")", "7", "/subject_hash"},
      {R"("r-1")", "null", "/referral_id"},
      {R"("u-1")", R"(" ")", "/user"},
      {R"("partner_manager")", "null", "/role"},
      {R"("2026-06-01T10:00:00Z")", R"("secret")", "/at"},
      {R"("approve")", R"("secret")", "/decision"},
      {R"("fits")", R"("")", "/rationale"},
      {R"("expires_at")", R"("expires")", "/expires"},
  };
  for (const Case& test : kCases) {
    CAPTURE(test.pointer);
    const absl::Status status = Read(With(kApproval, test.from, test.to), ParseApprovalAct);
    CHECK(status.code() == absl::StatusCode::kInvalidArgument);
    CHECK(ErrorPointer(status) == test.pointer);
    CHECK(DescribeError(status).find("secret") == std::string::npos);
  }
}

TEST_CASE("a transition needs an id, a referral, a state and a user") {
  constexpr std::string_view kMove =
      R"({"type":"transition","id":"m-1","referral_id":"r-1","to":"accepted","user":"u-1"})";
  CHECK(Read(kMove, ParseTransitionAct).ok());
  for (const char* name : {"id", "referral_id", "to", "user"}) {
    CAPTURE(name);
    const std::string quoted = '"' + std::string(name) + "\":\"";
    const std::string other = "\"x\":1,\"" + std::string(name) + "\":\"";
    CHECK(ErrorPointer(Read(With(kMove, quoted, other), ParseTransitionAct)) == "/x");
    const std::size_t begin = kMove.find(quoted) + quoted.size();
    const std::size_t end = kMove.find('"', begin);
    const std::string blank =
        With(kMove, kMove.substr(begin - quoted.size(), end - begin + quoted.size()), quoted);
    CHECK(ErrorPointer(Read(blank, ParseTransitionAct)) == '/' + std::string(name));
  }
}

TEST_CASE("a question about status names a referral or a submission, not both") {
  CHECK(Read(R"({"type":"status","referral_id":"r-1","user":"u"})", ParseStatusQuery).ok());
  CHECK(Read(R"({"type":"status","submission_id":"s-1","user":"u"})", ParseStatusQuery).ok());
  CHECK(ErrorPointer(Read(R"({"type":"status","user":"u"})", ParseStatusQuery)) == "/referral_id");
  CHECK(ErrorPointer(Read(R"({"type":"status","submission_id":"s","referral_id":"r","user":"u"})",
                          ParseStatusQuery)) == "/submission_id");
  CHECK(ErrorPointer(Read(R"({"type":"status","referral_id":"r"})", ParseStatusQuery)) == "/user");
  CHECK(ErrorPointer(Read(R"({"type":"status","referral_id":"r","user":"u","view":"all"})",
                          ParseStatusQuery)) == "/view");
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
