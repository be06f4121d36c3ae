// Just enough JSON for a thin user: reading the documents that the library gives, and quoting.

#ifndef REFEREE_BINDINGS_CLI_JSON_H_
#define REFEREE_BINDINGS_CLI_JSON_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace referee::cli {

struct JsonMember;

struct Json {
  enum class Kind { kNull, kBool, kNumber, kString, kArray, kObject };

  Kind kind = Kind::kNull;
  std::string text;  // A string's value; a number or a boolean as written.
  std::vector<Json> elements;
  std::vector<JsonMember> members;

  // The member of this name; a null value when there is none, so that paths can be chained.
  const Json& operator[](std::string_view name) const;
};

struct JsonMember {
  std::string name;
  Json value;
};

// One JSON value and nothing else, or nothing.  Nested at most 64 deep.
std::optional<Json> ParseJson(std::string_view text);

// `text` as a JSON string literal.
std::string QuoteJson(std::string_view text);

}  // namespace referee::cli

#endif  // REFEREE_BINDINGS_CLI_JSON_H_
