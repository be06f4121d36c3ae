#include "src/store/read_link.h"

#include <doctest/doctest.h>

namespace referee {
namespace {

TEST_SUITE_BEGIN("store/read_link");

Link FullLink() {
  Link link;
  link.sequence = 7;
  link.kind = "submission";
  link.at = "2026-06-01T10:00:00Z";
  link.submission = 5;
  link.referral_id = "r-1";
  link.input = Sha256("input");
  link.key = Sha256("key");
  link.output = Sha256("output");
  link.referral = Sha256("referral");
  link.frame = Sha256("frame");
  link.records = Sha256("records");
  link.policy = Sha256("policy");
  link.engine = "1.0.0";
  link.host_functions = HostFunctionsHash();
  link.previous = Sha256("previous");
  return link;
}

TEST_CASE("a link read back writes the same bytes") {
  Link least;
  least.sequence = 1;
  for (const Link& link : {least, FullLink()}) {
    const std::string json = LinkJson(link);
    const absl::StatusOr<Link> read = LinkFromJson(json);
    REQUIRE(read.ok());
    CHECK(LinkJson(*read) == json);
  }
}

TEST_CASE("what no journal writes is no link") {
  const std::string json = LinkJson(FullLink());
  for (const auto& [from, to] :
       {std::pair<std::string, std::string>{"\"sequence\":7", "\"sequence\":-7"},
        {"\"engine\"", "\"extra\":1,\"engine\""},
        {"sha256:", "sha255:"},
        {"{\"schema\"", "{ \"schema\""}}) {
    std::string altered = json;
    altered.replace(altered.find(from), from.size(), to);
    CAPTURE(altered);
    CHECK_FALSE(LinkFromJson(altered).ok());
  }
  CHECK_FALSE(LinkFromJson("[]").ok());
}

TEST_CASE("every member of a link is under its hash") {
  const Sha256Digest hash = Sha256(LinkJson(FullLink()));
  for (int member = 0; member < 6; ++member) {
    Link link = FullLink();
    if (member == 0) link.sequence = 8;
    if (member == 1) link.at += "Z";
    if (member == 2) link.output = Sha256("other");
    if (member == 3) link.policy = Sha256("other");
    if (member == 4) link.engine = "1.0.1";
    if (member == 5) link.previous = Sha256("other");
    CAPTURE(member);
    CHECK(Sha256(LinkJson(link)) != hash);
  }
}

TEST_SUITE_END();

}  // namespace
}  // namespace referee
