#include "src/attribution/facts.h"

#include <algorithm>
#include <utility>

#include "src/attribution/scope.h"

namespace referee {
namespace {

Fact MakeFact(std::string_view path, FactValue value, RecordRef record, std::string at) {
  Fact fact;
  fact.path = std::string(path);
  fact.value = std::move(value);
  fact.record = std::move(record);
  fact.at = std::move(at);
  return fact;
}

}  // namespace

Fact TextFact(std::string_view path, std::string value, RecordRef record, std::string at) {
  return MakeFact(path, std::move(value), std::move(record), std::move(at));
}

Fact FlagFact(std::string_view path, bool value, RecordRef record, std::string at) {
  return MakeFact(path, value, std::move(record), std::move(at));
}

Fact CountFact(std::string_view path, std::int64_t value, RecordRef record) {
  return MakeFact(path, value, std::move(record), {});
}

Fact TimeFact(std::string_view path, const Time& time, RecordRef record) {
  return MakeFact(path, time.text, std::move(record), time.text);
}

Fact TimeFact(std::string_view path, std::string text, RecordRef record) {
  std::string value = text;
  return MakeFact(path, std::move(value), std::move(record), std::move(text));
}

Fact Against(Fact fact) {
  fact.is_for = false;
  return fact;
}

Fact ReceiptFact(const Claim& claim) {
  return TimeFact("received_at", claim.received_text, claim.source);
}

Fact PartnerFact(const Claim& claim) {
  return TextFact("partner_id", claim.partner_id, claim.source, claim.received_text);
}

Fact EndFact(const Title& title) {
  return TimeFact(title.ends_path, title.claim.ends_text, title.claim.source);
}

Fact ScopeFact(const Claim& claim) {
  return TextFact("product_families", ScopeInWords(claim.scope), claim.source, claim.received_text);
}

ConflictBuilder& ConflictBuilder::Claims(const Claim& claim) {
  conflict_.claims.push_back(claim.id);
  return *this;
}

ConflictBuilder& ConflictBuilder::Add(Fact fact) {
  conflict_.facts.push_back(std::move(fact));
  return *this;
}

ConflictBuilder& ConflictBuilder::Decide(Fact fact) {
  conflict_.decides = conflict_.facts.size();
  return Add(std::move(fact));
}

Conflict ConflictBuilder::Build(std::string would_flip) {
  std::sort(conflict_.claims.begin(), conflict_.claims.end());
  conflict_.claims.erase(std::unique(conflict_.claims.begin(), conflict_.claims.end()),
                         conflict_.claims.end());
  conflict_.would_flip = std::move(would_flip);
  return std::move(conflict_);
}

RecordRef SubmissionRef(const Submission& submission) { return {"submission", submission.id}; }

}  // namespace referee
