#include "src/output/read_decision.h"

#include <string>
#include <vector>

#include "src/base/error_location.h"
#include "src/base/json.h"
#include "src/base/status_macros.h"

namespace referee {
namespace {

using json::Kind;
using json::Node;

const Node& Nothing() {
  static const Node& nothing = *new Node();
  return nothing;
}

// Reads members as they were written and remembers the first that is not.
class Reader {
 public:
  absl::Status status() const {
    if (bad_.empty()) return absl::OkStatus();
    return InsideOf(bad_, absl::DataLossError("is not what a decision holds there"));
  }

  // A member, or a node of kind null when there is none.
  const Node& Member(const Node& node, std::string_view name) {
    const Node* found = node.Find(name);
    return found == nullptr ? Nothing() : *found;
  }

  // "" for null.
  std::string Text(const Node& node, std::string_view name) {
    const Node& member = Member(node, name);
    if (member.kind == Kind::kString) return std::string(member.text);
    if (member.kind != Kind::kNull) Refuse(name);
    return {};
  }

  std::int64_t Integer(const Node& node, std::string_view name) {
    const absl::StatusOr<std::int64_t> value =
        json::ToInteger(Member(node, name), INT64_MIN, INT64_MAX);
    if (!value.ok()) Refuse(name);
    return value.ok() ? *value : 0;
  }

  double Real(const Node& node, std::string_view name) {
    const absl::StatusOr<double> value = json::ToDouble(Member(node, name));
    if (!value.ok()) Refuse(name);
    return value.ok() ? *value : 0;
  }

  bool Flag(const Node& node, std::string_view name) {
    const Node& member = Member(node, name);
    if (member.kind != Kind::kBool) Refuse(name);
    return member.boolean;
  }

  std::vector<std::string> Texts(const Node& node, std::string_view name) {
    std::vector<std::string> texts;
    for (const Node& element : Member(node, name).elements) texts.emplace_back(element.text);
    return texts;
  }

  // The value of an enumeration whose names are those of `name_of`, from 0 on.
  template <typename Enum>
  Enum Named(const Node& node, std::string_view name, std::string_view (*name_of)(Enum),
             int count) {
    const std::string text = Text(node, name);
    for (int i = 0; i < count; ++i) {
      if (name_of(static_cast<Enum>(i)) == text) return static_cast<Enum>(i);
    }
    Refuse(name);
    return Enum();
  }

  void Refuse(std::string_view name) {
    if (bad_.empty()) bad_ = name;
  }

 private:
  std::string bad_;
};

Amount ReadAmount(const Node& node) {
  Amount amount;
  const absl::StatusOr<std::int64_t> minor =
      node.Find("minor") == nullptr ? Invalid("is required")
                                    : json::ToInteger(*node.Find("minor"), INT64_MIN, INT64_MAX);
  if (minor.ok()) amount.minor = *minor;
  const Node* currency = node.Find("currency");
  if (currency != nullptr && currency->kind == Kind::kString) {
    amount.currency = std::string(currency->text);
  }
  return amount;
}

FactValue ReadValue(const Node& node) {
  switch (node.kind) {
    case Kind::kBool: return node.boolean;
    case Kind::kNumber: {
      const absl::StatusOr<std::int64_t> value = json::ToInteger(node, INT64_MIN, INT64_MAX);
      return value.ok() ? FactValue(*value) : FactValue();
    }
    case Kind::kString: return std::string(node.text);
    case Kind::kObject: return ReadAmount(node);
    case Kind::kNull:
    case Kind::kArray: break;
  }
  return {};
}

RecordRef ReadRef(Reader& reader, const Node& node) {
  return {reader.Text(node, "type"), reader.Text(node, "id")};
}

Fact ReadFact(Reader& reader, const Node& node) {
  Fact fact;
  fact.path = reader.Text(node, "path");
  fact.value = ReadValue(reader.Member(node, "value"));
  fact.record = ReadRef(reader, reader.Member(node, "record"));
  fact.at = reader.Text(node, "at");
  fact.is_for = reader.Flag(node, "for");
  return fact;
}

std::vector<Fact> ReadFacts(Reader& reader, const Node& list) {
  std::vector<Fact> facts;
  for (const Node& node : list.elements) facts.push_back(ReadFact(reader, node));
  return facts;
}

std::vector<MissingFact> ReadMissing(Reader& reader, const Node& node) {
  std::vector<MissingFact> missing;
  for (const Node& fact : reader.Member(node, "unknown").elements) {
    missing.push_back({reader.Text(fact, "path"), reader.Text(fact, "reason")});
  }
  return missing;
}

std::string ReadReview(Reader& reader, const Node& node) {
  return reader.Text(reader.Member(node, "review"), "role");
}

Finding ReadFinding(Reader& reader, const Node& node) {
  Finding finding;
  finding.code = reader.Text(node, "code");
  finding.lane = reader.Named(node, "lane", &LaneName, kLaneCount);
  finding.verdict = reader.Named(node, "verdict", &VerdictName, 4);
  finding.because = reader.Text(node, "because");
  finding.evidence = ReadFacts(reader, reader.Member(node, "evidence"));
  finding.missing = ReadMissing(reader, node);
  finding.review_role = ReadReview(reader, node);
  finding.covers = reader.Texts(node, "covers");
  return finding;
}

Conflict ReadConflict(Reader& reader, const Node& node) {
  Conflict conflict;
  conflict.kind = reader.Named(node, "kind", &ConflictKindName, kConflictKindCount);
  conflict.claims = reader.Texts(node, "claims");
  conflict.facts = ReadFacts(reader, reader.Member(node, "facts"));
  conflict.would_flip = reader.Text(node, "would_flip");
  conflict.missing = ReadMissing(reader, node);
  conflict.clause = reader.Text(node, "clause");
  conflict.proposal = reader.Text(node, "proposal");
  conflict.review_role = ReadReview(reader, node);
  conflict.precedence = static_cast<std::int32_t>(reader.Integer(node, "precedence"));
  return conflict;
}

Band ReadBand(Reader& reader, const Node& node) {
  const std::string band = reader.Text(node, "band");
  return band == "same" ? Band::kSame : band == "possible" ? Band::kPossible : Band::kNone;
}

AspectMatch ReadAspect(Reader& reader, const Node& node) {
  AspectMatch aspect;
  aspect.compared = true;
  aspect.probability = reader.Real(node, "probability");
  aspect.bits = reader.Real(node, "bits");
  aspect.band = ReadBand(reader, node);
  for (const Node& field : reader.Member(node, "explanation").elements) {
    aspect.explanation.push_back(
        {reader.Text(field, "field"), reader.Text(field, "level"), reader.Real(field, "bits")});
  }
  return aspect;
}

RecordType ReadType(Reader& reader, const Node& node) {
  return reader.Named(node, "type", &RecordTypeName, kRecordTypeCount);
}

// The main aspect stands in the match itself; without the explanation nothing tells which it was
// but the type.
Match ReadMatch(Reader& reader, const Node& node) {
  Match match;
  match.type = ReadType(reader, node);
  match.id = reader.Text(node, "id");
  const Node& aspects = reader.Member(node, "aspects");
  if (const Node* person = aspects.Find("person")) match.person = ReadAspect(reader, *person);
  if (const Node* company = aspects.Find("company")) match.company = ReadAspect(reader, *company);
  const bool is_person = match.type == RecordType::kContact || match.type == RecordType::kLead;
  AspectMatch& main = is_person && (match.person.compared || aspects.kind == Kind::kNull)
                          ? match.person
                          : match.company;
  const bool was_compared = main.compared || aspects.kind == Kind::kNull;
  main = ReadAspect(reader, node);
  main.compared = was_compared;
  return match;
}

void ReadLists(Reader& reader, const Node& node, Decision* decision) {
  for (const Node& finding : reader.Member(node, "findings").elements) {
    decision->findings.push_back(ReadFinding(reader, finding));
  }
  for (const Node& match : reader.Member(node, "matches").elements) {
    decision->matches.push_back(ReadMatch(reader, match));
  }
  for (const Node& conflict : reader.Member(node, "conflicts").elements) {
    decision->conflicts.push_back(ReadConflict(reader, conflict));
  }
}

}  // namespace

absl::StatusOr<Decision> ReadDecision(std::string_view json) {
  json::Parser parser;
  Limits limits;
  // Of our own making: as long and as wide as it is.
  limits.max_document_bytes = limits.max_elements = limits.max_members = json.size() + 1;
  REFEREE_ASSIGN_OR_RETURN(const Node* node, parser.Parse(json, limits));
  Reader reader;
  Decision decision;
  decision.submission_id = reader.Text(*node, "submission_id");
  decision.referral_id = reader.Text(*node, "referral_id");
  decision.sequence = static_cast<std::uint64_t>(reader.Integer(*node, "sequence"));
  decision.as_of = reader.Text(*node, "as_of");
  decision.recommendation = reader.Named(*node, "recommendation", &RecommendationName, 4);
  for (int i = 0; i < kLaneCount; ++i) {
    decision.lanes[static_cast<std::size_t>(i)] = reader.Named(
        reader.Member(*node, "lanes"), LaneName(static_cast<Lane>(i)), &LaneStateName, 4);
  }
  ReadLists(reader, *node, &decision);
  const Node& attribution = reader.Member(*node, "attribution");
  decision.attribution.confidence = reader.Named(attribution, "confidence", &ConfidenceName, 6);
  decision.attribution.note = reader.Text(attribution, "note");
  const Node& policy = reader.Member(*node, "policy");
  decision.policy_id = reader.Text(policy, "id");
  decision.policy_version = reader.Text(policy, "version");
  decision.policy_hash = reader.Text(policy, "hash");
  decision.tables_hash = reader.Text(reader.Member(*node, "tables"), "hash");
  REFEREE_RETURN_IF_ERROR(reader.status());
  return decision;
}

}  // namespace referee
