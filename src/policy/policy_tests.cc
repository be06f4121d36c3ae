#include "src/policy/policy_tests.h"

#include <algorithm>

#include "src/base/error_location.h"
#include "src/base/status_macros.h"
#include "src/intake/parse_record.h"
#include "src/policy/document_reader.h"
#include "src/policy/merge_patch.h"

namespace referee::policy {
namespace {

using json::Kind;
using json::Node;

std::string_view TextAt(const Node& object, std::string_view name) {
  const Node* member = object.Find(name);
  return member != nullptr && member->kind == Kind::kString ? member->text : std::string_view();
}

// The record of this type and id among `records`, or their end.
std::vector<std::string>::iterator FindRecord(std::vector<std::string>& records,
                                              const Node& record) {
  return std::find_if(records.begin(), records.end(), [&](const std::string& document) {
    json::Parser parser;
    const auto node = parser.Parse(document);
    return node.ok() && TextAt(**node, "type") == TextAt(record, "type") &&
           TextAt(**node, "id") == TextAt(record, "id");
  });
}

absl::Status ReadRecords(const Node& node, PolicyTest* test) {
  REFEREE_ASSIGN_OR_RETURN(const Node* list, OptionalMember(node, "records", Kind::kArray));
  if (list == nullptr) return absl::OkStatus();
  for (std::size_t i = 0; i < list->elements.size(); ++i) {
    const Node& record = list->elements[i];
    const auto parsed = ParseRecord(record, nullptr);
    if (!parsed.ok()) return InsideOf("records", InsideOf(i, parsed.status()));
    std::string document;
    json::AppendJson(record, document);
    const auto same = FindRecord(test->records, record);
    if (same != test->records.end()) {
      *same = std::move(document);
    } else {
      test->records.push_back(std::move(document));
    }
  }
  return absl::OkStatus();
}

absl::Status ReadSubmissions(const Node& node, PolicyTest* test) {
  REFEREE_ASSIGN_OR_RETURN(const Node* list, OptionalMember(node, "submissions", Kind::kArray));
  if (list != nullptr) {
    test->submissions.clear();
    for (std::size_t i = 0; i < list->elements.size(); ++i) {
      const auto parsed = ParseSubmission(list->elements[i], nullptr);
      if (!parsed.ok()) return InsideOf("submissions", InsideOf(i, parsed.status()));
      json::AppendJson(list->elements[i], test->submissions.emplace_back());
    }
  }
  if (test->submissions.empty()) return InsideOf("submissions", Invalid("must have a submission"));
  return absl::OkStatus();
}

absl::Status ApplyChange(const Node& node, PolicyTest* test) {
  REFEREE_ASSIGN_OR_RETURN(const Node* change, OptionalMember(node, "change", Kind::kObject));
  if (change == nullptr) return absl::OkStatus();
  json::Parser parser;
  REFEREE_ASSIGN_OR_RETURN(const Node* last, parser.Parse(test->submissions.back()));
  std::string changed;
  AppendMerged(last, *change, changed);
  json::Parser changed_parser;
  REFEREE_ASSIGN_OR_RETURN(const Node* submission, changed_parser.Parse(changed));
  const auto parsed = ParseSubmission(*submission, nullptr);
  if (!parsed.ok()) return InsideOf("change", parsed.status());
  test->submissions.back() = std::move(changed);
  return absl::OkStatus();
}

absl::Status ReadSettings(const Node& node, PolicyTest* test) {
  REFEREE_ASSIGN_OR_RETURN(const Node* settings, OptionalMember(node, "set", Kind::kObject));
  if (settings == nullptr) return absl::OkStatus();
  for (const json::Member& member : settings->members) {
    std::string value;
    json::AppendJson(member.value, value);
    test->set.emplace_back(member.name, std::move(value));
  }
  return absl::OkStatus();
}

absl::Status ReadExpected(const Node& node, PolicyTest* test) {
  REFEREE_ASSIGN_OR_RETURN(const Node* list, Member(node, "expect", Kind::kArray));
  if (list->elements.size() != test->submissions.size()) {
    return InsideOf("expect", Invalid("must have one member for each submission"));
  }
  for (std::size_t i = 0; i < list->elements.size(); ++i) {
    auto expectation = ReadExpectation(list->elements[i]);
    if (!expectation.ok()) return InsideOf("expect", InsideOf(i, expectation.status()));
    test->expect.push_back(std::move(*expectation));
  }
  return absl::OkStatus();
}

absl::StatusOr<PolicyTest> ReadTest(const Node& node, const std::vector<PolicyTest>& earlier) {
  PolicyTest test;
  const auto named = [&](std::string_view name) {
    return std::find_if(earlier.begin(), earlier.end(),
                        [&](const PolicyTest& other) { return other.name == name; });
  };
  REFEREE_ASSIGN_OR_RETURN(const std::string like, OptionalText(node, "like"));
  if (!like.empty()) {
    const auto base = named(like);
    if (base == earlier.end()) return InsideOf("like", Invalid("must name an earlier test"));
    test = *base;
    test.expect.clear();
    test.covers.clear();
  }
  REFEREE_ASSIGN_OR_RETURN(test.name, TextMember(node, "name"));
  if (test.name.empty() || named(test.name) != earlier.end()) {
    return InsideOf("name", Invalid("must be a name that no earlier test has"));
  }
  if (node.Find("covers") != nullptr) {
    REFEREE_ASSIGN_OR_RETURN(test.covers, TextsMember(node, "covers"));
  }
  REFEREE_RETURN_IF_ERROR(ReadRecords(node, &test));
  REFEREE_RETURN_IF_ERROR(ReadSubmissions(node, &test));
  REFEREE_RETURN_IF_ERROR(ApplyChange(node, &test));
  REFEREE_RETURN_IF_ERROR(ReadSettings(node, &test));
  REFEREE_RETURN_IF_ERROR(ReadExpected(node, &test));
  REFEREE_RETURN_IF_ERROR(OnlyMembers(
      node, {"name", "covers", "like", "records", "submissions", "change", "set", "expect"}));
  return test;
}

}  // namespace

absl::StatusOr<std::vector<PolicyTest>> ReadTests(const Node& list) {
  std::vector<PolicyTest> tests;
  for (std::size_t i = 0; i < list.elements.size(); ++i) {
    auto test = ReadTest(list.elements[i], tests);
    if (!test.ok()) return InsideOf(i, test.status());
    tests.push_back(std::move(*test));
  }
  return tests;
}

}  // namespace referee::policy
