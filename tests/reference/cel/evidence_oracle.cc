#include "tests/reference/cel/evidence_oracle.h"

#include <utility>

namespace referee::cel::oracle {
namespace {

using Kind = Condition::Kind;

const std::vector<std::string> kFields = {"a", "b", "c", "d"};

Answer Of(bool value) { return {value ? Answer::Kind::kTrue : Answer::Kind::kFalse, {}}; }

// Where the fields of a condition stand.
struct Place {
  const Record* record;
  std::string path;
};

std::optional<std::string> MissingPath(const Place& place, const std::string& name) {
  const auto found = place.record->find(name);
  if (found == place.record->end() || found->second.state == Field::State::kAbsent) {
    return place.path + "." + name + " absent";
  }
  if (found->second.state == Field::State::kNull) return place.path + "." + name + " null";
  return std::nullopt;
}

// A value decides; else what is unknown is unknown; else an error is an error.
Answer Fold(const std::vector<Answer>& answers, Answer::Kind deciding, Answer::Kind otherwise) {
  Answer unknown{Answer::Kind::kUnknown, {}};
  bool has_error = false;
  for (const Answer& answer : answers) {
    if (answer.kind == deciding) return {deciding, {}};
    if (answer.kind == Answer::Kind::kError) has_error = true;
    unknown.paths.insert(answer.paths.begin(), answer.paths.end());
  }
  if (!unknown.paths.empty()) return unknown;
  return {has_error ? Answer::Kind::kError : otherwise, {}};
}

Answer Walk(const Condition& condition, const Document& document, const Place& element);

Answer WalkFields(const Condition& condition, const Place& place) {
  Answer unknown{Answer::Kind::kUnknown, {}};
  for (const std::string& name : {condition.field, condition.other_field}) {
    if (name.empty()) continue;
    if (const auto missing = MissingPath(place, name); missing.has_value()) {
      unknown.paths.insert(*missing);
    }
  }
  if (!unknown.paths.empty()) return unknown;
  const int value = place.record->at(condition.field).value;
  switch (condition.kind) {
    case Kind::kEqual: return Of(value == condition.number);
    case Kind::kLess: return Of(value < condition.number);
    case Kind::kIsOneOf: return Of(value == condition.number || value == 3);
    default: return Of(value + place.record->at(condition.other_field).value == condition.number);
  }
}

Answer WalkMacro(const Condition& condition, const Document& document) {
  if (!document.list.has_value()) return {Answer::Kind::kUnknown, {"r.list absent"}};
  std::vector<Answer> answers;
  for (std::size_t i = 0; i < document.list->size(); ++i) {
    const Place element{&(*document.list)[i], "r.list[" + std::to_string(i) + "]"};
    answers.push_back(Walk(*condition.parts[0], document, element));
  }
  return condition.kind == Kind::kExists ? Fold(answers, Answer::Kind::kTrue, Answer::Kind::kFalse)
                                         : Fold(answers, Answer::Kind::kFalse, Answer::Kind::kTrue);
}

Answer WalkConditional(const Condition& condition, const Document& document, const Place& element) {
  const Answer choice = Walk(*condition.parts[0], document, element);
  const Answer then = Walk(*condition.parts[1], document, element);
  const Answer otherwise = Walk(*condition.parts[2], document, element);
  if (choice.kind == Answer::Kind::kTrue) return then;
  if (choice.kind == Answer::Kind::kFalse) return otherwise;
  if (choice.kind == Answer::Kind::kError) return choice;
  const bool is_value = then.kind == Answer::Kind::kTrue || then.kind == Answer::Kind::kFalse;
  if (is_value && then.kind == otherwise.kind) return then;
  Answer unknown = choice;
  unknown.paths.insert(then.paths.begin(), then.paths.end());
  unknown.paths.insert(otherwise.paths.begin(), otherwise.paths.end());
  return unknown;
}

Answer Walk(const Condition& condition, const Document& document, const Place& element) {
  const Place place = condition.of_element ? element : Place{&document.record, "r"};
  std::vector<Answer> answers;
  switch (condition.kind) {
    case Kind::kTrue: return Of(true);
    case Kind::kFalse: return Of(false);
    case Kind::kError: return {Answer::Kind::kError, {}};
    case Kind::kEqual:
    case Kind::kLess:
    case Kind::kIsOneOf:
    case Kind::kSum: return WalkFields(condition, place);
    case Kind::kHas: return Of(!MissingPath(place, condition.field).has_value());
    case Kind::kNot: {
      const Answer inner = Walk(*condition.parts[0], document, element);
      if (inner.kind == Answer::Kind::kTrue) return Of(false);
      return inner.kind == Answer::Kind::kFalse ? Of(true) : inner;
    }
    case Kind::kConditional: return WalkConditional(condition, document, element);
    case Kind::kExists:
    case Kind::kAll: return WalkMacro(condition, document);
    case Kind::kAnd:
    case Kind::kOr: break;
  }
  for (const auto& part : condition.parts) answers.push_back(Walk(*part, document, element));
  return condition.kind == Kind::kOr ? Fold(answers, Answer::Kind::kTrue, Answer::Kind::kFalse)
                                     : Fold(answers, Answer::Kind::kFalse, Answer::Kind::kTrue);
}

int Pick(std::mt19937& random, int count) {
  return static_cast<int>(random() % static_cast<unsigned>(count));
}

Record RandomRecord(std::mt19937& random) {
  Record record;
  for (const std::string& name : kFields) {
    const auto state = static_cast<Field::State>(Pick(random, 3));
    record[name] = {state, Pick(random, 4)};
  }
  return record;
}

std::string RecordText(const Record& record) {
  std::string out;
  for (const auto& [name, field] : record) {
    if (field.state == Field::State::kAbsent) continue;
    if (!out.empty()) out += ",";
    out += "\"" + name + "\":";
    out += field.state == Field::State::kNull ? "null" : std::to_string(field.value);
  }
  return out;
}

std::string Joined(const Condition& condition, const std::string& separator) {
  std::string out = "(";
  for (std::size_t i = 0; i < condition.parts.size(); ++i) {
    if (i > 0) out += separator;
    out += ToText(*condition.parts[i]);
  }
  return out + ")";
}

}  // namespace

std::unique_ptr<Condition> RandomCondition(std::mt19937& random, int depth, bool in_macro) {
  auto condition = std::make_unique<Condition>();
  const int first = depth == 0 ? 0 : 5;
  const int last = depth == 0 ? 8 : in_macro ? 12 : 14;
  condition->kind = static_cast<Kind>(first + Pick(random, last - first));
  condition->field = kFields[static_cast<std::size_t>(Pick(random, 4))];
  if (condition->kind == Kind::kSum) {
    condition->other_field = kFields[static_cast<std::size_t>(Pick(random, 4))];
  }
  condition->number = Pick(random, 4);
  condition->of_element = in_macro && Pick(random, 3) > 0;
  std::size_t parts = 0;
  switch (condition->kind) {
    case Kind::kNot:
    case Kind::kExists:
    case Kind::kAll: parts = 1; break;
    case Kind::kAnd:
    case Kind::kOr: parts = 2 + static_cast<std::size_t>(Pick(random, 2)); break;
    case Kind::kConditional: parts = 3; break;
    default: break;
  }
  const bool opens = condition->kind == Kind::kExists || condition->kind == Kind::kAll;
  for (std::size_t i = 0; i < parts; ++i) {
    condition->parts.push_back(RandomCondition(random, depth - 1, in_macro || opens));
  }
  return condition;
}

Document RandomDocument(std::mt19937& random) {
  Document document;
  document.record = RandomRecord(random);
  if (Pick(random, 4) == 0) return document;
  document.list.emplace();
  const int size = Pick(random, 4);
  for (int i = 0; i < size; ++i) document.list->push_back(RandomRecord(random));
  return document;
}

std::string ToText(const Condition& condition) {
  const std::string base = condition.of_element ? "e." : "r.";
  const std::string number = std::to_string(condition.number);
  switch (condition.kind) {
    case Kind::kTrue: return "true";
    case Kind::kFalse: return "false";
    case Kind::kError: return "1 / 0 == 1";
    case Kind::kEqual: return base + condition.field + " == " + number;
    case Kind::kLess: return base + condition.field + " < " + number;
    case Kind::kIsOneOf: return base + condition.field + " in [" + number + ", 3]";
    case Kind::kHas: return "has(" + base + condition.field + ")";
    case Kind::kSum:
      return base + condition.field + " + " + base + condition.other_field + " == " + number;
    case Kind::kNot: return "!(" + ToText(*condition.parts[0]) + ")";
    case Kind::kAnd: return Joined(condition, " && ");
    case Kind::kOr: return Joined(condition, " || ");
    case Kind::kConditional:
      return "((" + ToText(*condition.parts[0]) + ") ? (" + ToText(*condition.parts[1]) + ") : (" +
             ToText(*condition.parts[2]) + "))";
    case Kind::kExists: return "r.list.exists(e, " + ToText(*condition.parts[0]) + ")";
    case Kind::kAll: return "r.list.all(e, " + ToText(*condition.parts[0]) + ")";
  }
  return "";
}

std::string ToJsonText(const Document& document) {
  std::string out = "{\"r\":{" + RecordText(document.record);
  if (document.list.has_value()) {
    if (out.back() != '{') out += ",";
    out += "\"list\":[";
    for (std::size_t i = 0; i < document.list->size(); ++i) {
      if (i > 0) out += ",";
      out += "{" + RecordText((*document.list)[i]) + "}";
    }
    out += "]";
  }
  return out + "}}";
}

Answer Evaluate(const Condition& condition, const Document& document) {
  return Walk(condition, document, {nullptr, ""});
}

}  // namespace referee::cel::oracle
