#include "src/output/attribution_json.h"

#include <cstdint>
#include <string>

#include "src/output/fact_json.h"

namespace referee {
namespace {

using json::Writer;

void WriteChanges(Writer& writer, const std::vector<FactChange>& changes) {
  writer.Key("changes").BeginArray();
  for (const FactChange& change : changes) {
    writer.BeginObject().Key("path").String(change.path).Key("from");
    WriteFactValue(writer, change.from);
    writer.Key("to");
    WriteFactValue(writer, change.to);
    writer.Key("record");
    WriteRef(writer, change.record);
    writer.EndObject();
  }
  writer.EndArray();
}

// Only what was verified by evaluating again is ever written.
void WriteCounterfactual(Writer& writer, const Counterfactual& counterfactual) {
  if (counterfactual.changes.empty()) {
    writer.Null();
    return;
  }
  writer.BeginObject();
  WriteChanges(writer, counterfactual.changes);
  writer.Key("would_open").BeginArray();
  for (const ConflictKind kind : counterfactual.would_open) writer.String(ConflictKindName(kind));
  writer.EndArray().Key("sentence").String(counterfactual.sentence);
  writer.Key("verified").Bool(true).EndObject();
}

void WriteConflict(Writer& writer, const Conflict& conflict, bool with_counterfactual) {
  writer.BeginObject().Key("kind").String(ConflictKindName(conflict.kind));
  writer.Key("code").String("C" + std::to_string(static_cast<int>(conflict.kind) + 1));
  writer.Key("lane").String(LaneName(LaneOf(conflict.kind)));
  writer.Key("claims");
  WriteTexts(writer, conflict.claims);
  writer.Key("facts");
  WriteFacts(writer, conflict.facts);
  writer.Key("decides");
  if (conflict.decides < conflict.facts.size()) {
    WriteFact(writer, conflict.facts[conflict.decides]);
  } else {
    writer.Null();
  }
  writer.Key("would_flip");
  WriteTextOrNull(writer, conflict.would_flip);
  WriteMissing(writer, conflict.missing);
  writer.Key("clause").String(conflict.clause).Key("proposal").String(conflict.proposal);
  WriteReview(writer, conflict.review_role);
  writer.Key("precedence").Integer(conflict.precedence);
  writer.Key("ranked_by").String(conflict.ranked_by);
  if (with_counterfactual) {
    writer.Key("counterfactual");
    WriteCounterfactual(writer, conflict.counterfactual);
  }
  writer.EndObject();
}

void WriteScope(Writer& writer, const Scope& scope) {
  writer.BeginObject().Key("product_families");
  WriteTexts(writer, scope.product_families);
  writer.Key("site");
  WriteTextOrNull(writer, scope.site);
  writer.Key("project");
  WriteTextOrNull(writer, scope.project);
  writer.EndObject();
}

void WriteClaim(Writer& writer, const Claim& claim) {
  writer.BeginObject().Key("id").String(claim.id).Key("partner_id");
  WriteTextOrNull(writer, claim.partner_id);
  writer.Key("kind").String(ClaimKindName(claim.kind));
  writer.Key("state").String(ClaimStateName(claim.state)).Key("source");
  WriteRef(writer, claim.source);
  writer.Key("received_at");
  WriteTextOrNull(writer, claim.received_text);
  writer.Key("sequence").Integer(static_cast<std::int64_t>(claim.sequence));
  writer.Key("ends_at");
  WriteTextOrNull(writer, claim.ends_text);
  writer.Key("scope");
  WriteScope(writer, claim.scope);
  writer.Key("window").BeginObject().Key("from");
  WriteTextOrNull(writer, claim.starts_text);
  writer.Key("to");
  WriteTextOrNull(writer, claim.ends_text);
  writer.Key("extensions").Integer(claim.extensions);
  writer.Key("extension_undecided").Bool(claim.extension_undecided).EndObject();
  writer.Key("closed_at");
  WriteTextOrNull(writer, claim.closed_text);
  writer.EndObject();
}

void WriteCredit(Writer& writer, const Credit& credit) {
  writer.BeginObject().Key("partner_id");
  WriteTextOrNull(writer, credit.partner_id);
  writer.Key("claim_id");
  WriteTextOrNull(writer, credit.claim_id);
  writer.Key("record");
  WriteRef(writer, credit.record);
  writer.Key("because").String(credit.because).EndObject();
}

void WriteSplit(Writer& writer, const CreditSplit& split) {
  writer.Key("split").BeginObject().Key("sourced_by");
  if (split.sourced_by.has_value()) {
    WriteCredit(writer, *split.sourced_by);
  } else {
    writer.Null();
  }
  writer.Key("influenced_by").BeginArray();
  for (const Credit& credit : split.influenced_by) WriteCredit(writer, credit);
  writer.EndArray().Key("because").String(split.because).EndObject();
}

}  // namespace

void WriteConflicts(Writer& writer, const std::vector<Conflict>& conflicts,
                    bool with_counterfactuals) {
  writer.Key("conflicts").BeginArray();
  for (const Conflict& conflict : conflicts) WriteConflict(writer, conflict, with_counterfactuals);
  writer.EndArray();
}

void WriteLaneCounterfactuals(Writer& writer, const std::vector<LaneCounterfactual>& all) {
  writer.Key("counterfactuals").BeginArray();
  for (const LaneCounterfactual& one : all) {
    writer.BeginObject().Key("lane").String(LaneName(one.lane));
    WriteChanges(writer, one.counterfactual.changes);
    writer.Key("sentence").String(one.counterfactual.sentence).EndObject();
  }
  writer.EndArray();
}

void WriteAttribution(Writer& writer, const Decision& decision) {
  writer.Key("attribution").BeginObject().Key("claims").BeginArray();
  for (const Claim& claim : decision.attribution.claims) WriteClaim(writer, claim);
  writer.EndArray();
  writer.Key("confidence").String(ConfidenceName(decision.attribution.confidence));
  writer.Key("rule").String(decision.attribution.rule);
  writer.Key("note").String(decision.attribution.note);
  WriteSplit(writer, decision.attribution.split);
  writer.EndObject();
}

void WriteConsent(Writer& writer, const std::vector<ConsentState>& states) {
  writer.Key("consent").BeginArray();
  for (const ConsentState& state : states) {
    writer.BeginObject().Key("permission").String(state.permission).Key("channel");
    WriteTextOrNull(writer, state.channel);
    writer.Key("state").String(state.state).Key("narrowed_by").BeginArray();
    for (const RecordRef& record : state.narrowed_by) WriteRef(writer, record);
    writer.EndArray().EndObject();
  }
  writer.EndArray();
}

void WriteSignals(Writer& writer, const std::vector<Signal>& signals) {
  writer.Key("signals").BeginArray();
  for (const Signal& signal : signals) {
    writer.BeginObject().Key("code").String(signal.code).Key("partner_id");
    writer.String(signal.partner_id).Key("numbers").BeginObject();
    for (const auto& [name, number] : signal.numbers) writer.Key(name).Integer(number);
    writer.EndObject().Key("because").String(signal.because).Key("evidence");
    WriteFacts(writer, signal.evidence);
    writer.EndObject();
  }
  writer.EndArray();
}

}  // namespace referee
