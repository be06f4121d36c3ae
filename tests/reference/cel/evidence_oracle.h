// A slow, obvious evaluator of conditions over incomplete evidence: the oracle for evidence mode.
//
// It walks a tree of its own and knows only maps of ints, so that nothing of src/cel is trusted.

#ifndef REFEREE_TESTS_REFERENCE_CEL_EVIDENCE_ORACLE_H_
#define REFEREE_TESTS_REFERENCE_CEL_EVIDENCE_ORACLE_H_

#include <map>
#include <memory>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace referee::cel::oracle {

// A field that is there, is null or is not there at all.
struct Field {
  enum class State { kPresent, kNull, kAbsent };
  State state = State::kAbsent;
  int value = 0;
};

using Record = std::map<std::string, Field>;

// `r` has int fields a to d and, unless it is absent, a list of records.
struct Document {
  Record record;
  std::optional<std::vector<Record>> list;
};

struct Answer {
  enum class Kind { kTrue, kFalse, kUnknown, kError };
  Kind kind = Kind::kFalse;
  std::set<std::string> paths;  // Of kUnknown, each with its reason: "r.a absent".
};

struct Condition {
  enum class Kind {
    kTrue,
    kFalse,
    kError,    // 1 / 0 == 1
    kEqual,    // field == number
    kLess,     // field < number
    kIsOneOf,  // field in [number, 3]
    kHas,      // has(field)
    kSum,      // field + field == number
    kNot,
    kAnd,
    kOr,
    kConditional,
    kExists,  // r.list.exists(e, ...)
    kAll,     // r.list.all(e, ...)
  };
  Kind kind = Kind::kTrue;
  std::string field;
  std::string other_field;
  int number = 0;
  bool of_element = false;  // The fields are those of the element of the innermost macro.
  std::vector<std::unique_ptr<Condition>> parts;
};

std::unique_ptr<Condition> RandomCondition(std::mt19937& random, int depth, bool in_macro = false);
Document RandomDocument(std::mt19937& random);

// The text of the condition in the language.
std::string ToText(const Condition& condition);

// The bindings {"r": ...} as JSON.
std::string ToJsonText(const Document& document);

Answer Evaluate(const Condition& condition, const Document& document);

}  // namespace referee::cel::oracle

#endif  // REFEREE_TESTS_REFERENCE_CEL_EVIDENCE_ORACLE_H_
