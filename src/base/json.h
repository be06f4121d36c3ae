// Strict JSON: bytes -> a tree of nodes.  The only place that knows simdjson.
//
// Stricter than RFC 8259 where two readers could disagree: duplicate member names, invalid UTF-8,
// lone surrogates, a byte order mark, text after the document, numbers that are not JSON and
// nesting beyond the limit are errors, each with the JSON pointer of the place.  Numbers keep
// their text, so no digit is lost; whoever knows the field decides whether it is an integer.

#ifndef REFEREE_SRC_BASE_JSON_H_
#define REFEREE_SRC_BASE_JSON_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "src/base/call.h"

namespace referee::json {

enum class Kind : std::uint8_t { kNull, kBool, kNumber, kString, kArray, kObject };

// "null", "a boolean", "a number", "a string", "a list", "an object": for error messages.
std::string_view KindName(Kind kind);

struct Member;

// One value.  Plain data that borrows from its Document.
struct Node {
  Kind kind = Kind::kNull;
  bool boolean = false;
  std::string_view text;            // String: decoded.  Number: as written.
  std::span<const Node> elements;   // Array.
  std::span<const Member> members;  // Object, in the order of the source.

  // The member of this name, or null when this is no object or has none.  Linear.
  const Node* Find(std::string_view name) const;
};

struct Member {
  std::string_view name;
  Node value;
};

// Owns the bytes and the nodes of one document.  Reusable: Parse() again invalidates what the
// last Parse() gave and reuses its memory.  One thread at a time.
class Parser {
 public:
  Parser();
  ~Parser();
  Parser(Parser&&) noexcept;
  Parser& operator=(Parser&&) noexcept;

  // Fails with kInvalidArgument (place in the JSON pointer) or kResourceExhausted (limits).
  // The result lives until the next call or the end of the parser.  Linear in the size.
  absl::StatusOr<const Node*> Parse(std::string_view bytes, const Limits& limits = {});

  // The same for a document that Parse() has taken before, in a third of the time: nothing is
  // checked again.  The nodes borrow `bytes`.  Null for what it does not read, such as a string
  // with an escape, and for most that is no JSON.
  const Node* ParseAgain(std::string_view bytes);

 private:
  struct State;
  class Again;
  std::unique_ptr<State> state_;
};

// Chooses the kernel for this processor.  simdjson would otherwise do so, with `new`, inside a
// noexcept function at the first use, and end the process when memory runs out.
void WarmUp();

// The number as an integer; fails with "must be an integer ..." when it is written with a
// fraction or an exponent, or outside [low, high].
absl::StatusOr<std::int64_t> ToInteger(const Node& node, std::int64_t low, std::int64_t high);

// The nearest double; fails when the number is too large for a finite one.
absl::StatusOr<double> ToDouble(const Node& node);

// The value as compact JSON: members in their order, numbers as written.
void AppendJson(const Node& node, std::string& out);

// The same value with members sorted by name and without white space: equal content gives equal
// bytes whatever the member order.  Numbers stay as written.
void AppendCanonical(const Node& node, std::string& out);

}  // namespace referee::json

#endif  // REFEREE_SRC_BASE_JSON_H_
