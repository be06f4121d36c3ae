// Small documents for tests of conditions: JSON that lives as long as the test, and case documents.

#ifndef REFEREE_TESTS_UNIT_POLICY_DOCUMENTS_H_
#define REFEREE_TESTS_UNIT_POLICY_DOCUMENTS_H_

#include <doctest/doctest.h>

#include <string_view>

#include "src/base/error_location.h"
#include "src/base/json.h"
#include "src/cel/cel.h"
#include "src/policy/case_schema.h"

namespace referee::testing {

class Json {
 public:
  explicit Json(std::string_view text) {
    const auto parsed = parser_.Parse(text);
    INFO(text);
    REQUIRE(parsed.ok());
    node_ = *parsed;
  }
  const json::Node& operator*() const { return *node_; }
  const json::Node* operator->() const { return node_; }

 private:
  json::Parser parser_;
  const json::Node* node_ = nullptr;
};

// A case document with these members; everything else is absent.
inline cel::Value CaseOf(std::string_view json) {
  const Json node(json);
  auto value = cel::FromJson(*node, &policy::CaseSchema());
  REQUIRE(value.ok());
  return *value;
}

}  // namespace referee::testing

#endif  // REFEREE_TESTS_UNIT_POLICY_DOCUMENTS_H_
