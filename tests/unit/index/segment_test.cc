#include "src/index/segment.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "src/index/keys.h"

TEST_SUITE_BEGIN("index/segment");

namespace referee {
namespace {

Record NamedLead(const std::string& id, const std::string& last_name) {
  Lead lead;
  lead.id = id;
  lead.person.last_name = last_name;
  lead.company_id = std::string("a1");
  return lead;
}

TEST_CASE("a segment keeps records under their numbers and finds them by their keys") {
  SegmentBuilder builder;
  CHECK(builder.Add(NamedLead("l0", "King"), "{0}") == 0);
  CHECK(builder.Add(NamedLead("l1", "King"), "{1}") == 1);
  const auto segment = builder.Finish();
  REQUIRE(segment->size() == 2);
  CHECK(segment->ids.At(1) == "l1");
  CHECK(segment->documents.At(0) == "{0}");
  CHECK(segment->index.Find(IdentityKey(RecordType::kLead, "l1")).size() == 1);
  CHECK(segment->index.Find(ReferenceKey(Reference::kPersonCompany, "a1")).size() == 2);
  CHECK(segment->terms.Count(TermKey(Term::kFamilyName, "king")) == 2);
  CHECK(segment->people == 2);
  // The builder starts anew.
  CHECK(builder.size() == 0);
}

TEST_CASE("merging drops what is dead and keeps the rest in order under new numbers") {
  SegmentBuilder builder;
  for (const char* const id : {"l0", "l1", "l2"}) builder.Add(NamedLead(id, "King"), id);
  const auto a = builder.Finish();
  for (const char* const id : {"l3", "l4"}) builder.Add(NamedLead(id, "King"), id);
  const auto b = builder.Finish();
  const auto merged =
      MergeSegments(*a, *Removals::Add(nullptr, *a, {1}), *b, *Removals::Add(nullptr, *b, {0}));
  REQUIRE(merged->size() == 3);
  std::string order;
  for (std::size_t i = 0; i < 3; ++i) order += std::string(merged->documents.At(i)) + " ";
  CHECK(order == "l0 l2 l4 ");
  CHECK(merged->index.Find(IdentityKey(RecordType::kLead, "l1")).empty());
  REQUIRE(merged->index.Find(IdentityKey(RecordType::kLead, "l4")).size() == 1);
  CHECK(merged->index.Find(IdentityKey(RecordType::kLead, "l4"))[0] == 2);
  CHECK(merged->index.Find(ReferenceKey(Reference::kPersonCompany, "a1")).size() == 3);
  CHECK(merged->terms.Count(TermKey(Term::kFamilyName, "king")) == 3);
  CHECK(merged->people == 3);
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
