// Tests that a policy carries with it: cases with what must come out, in the form of scenario
// files (contract, section 6).
//
// {"name","covers"?,"like"?,"records"?,"submissions"?,"change"?,"set"?,"expect"}.  `like` names an
// earlier test whose records, submissions and settings this one takes over; a record of the same
// type and id replaces the one taken over, `change` is a merge patch (RFC 7396) on the last
// submission.  `expect` has one object a submission.

#ifndef REFEREE_SRC_POLICY_POLICY_TESTS_H_
#define REFEREE_SRC_POLICY_POLICY_TESTS_H_

#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "src/base/json.h"
#include "src/policy/expectation.h"

namespace referee {

struct PolicyTest {
  std::string name;
  std::vector<std::string> covers;
  std::vector<std::string> records, submissions;         // JSON documents, `like` filled in.
  std::vector<std::pair<std::string, std::string>> set;  // Parameters, as for Policy::With().
  std::vector<Expectation> expect;                       // One a submission.
};

namespace policy {

// Reads and checks `tests`: names are unique, records and submissions are valid, `like` points
// backwards.  Fails with the pointer of the member.
absl::StatusOr<std::vector<PolicyTest>> ReadTests(const json::Node& list);

}  // namespace policy
}  // namespace referee

#endif  // REFEREE_SRC_POLICY_POLICY_TESTS_H_
