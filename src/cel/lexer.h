// Text -> tokens, one at a time, without allocation.

#ifndef REFEREE_SRC_CEL_LEXER_H_
#define REFEREE_SRC_CEL_LEXER_H_

#include <cstdint>
#include <string_view>

#include "absl/status/statusor.h"
#include "src/cel/source.h"

namespace referee::cel {

enum class TokenKind : std::uint8_t {
  kEnd,
  kIdentifier,        // Reserved words included: after a dot they are names.
  kQuotedIdentifier,  // `content-type`; the text is without the back quotes.
  kTrue,
  kFalse,
  kNull,
  kIn,
  kInt,
  kUint,  // The text is without the suffix.
  kDouble,
  kString,  // Text as written: prefix, quotes and escapes included.
  kBytes,
  kLeftParenthesis,
  kRightParenthesis,
  kLeftBracket,
  kRightBracket,
  kLeftBrace,
  kRightBrace,
  kDot,
  kComma,
  kColon,
  kQuestion,
  kPlus,
  kMinus,
  kStar,
  kSlash,
  kPercent,
  kNot,
  kAnd,
  kOr,
  kLess,
  kLessEqual,
  kGreater,
  kGreaterEqual,
  kEqual,
  kNotEqual,
};

struct Token {
  TokenKind kind = TokenKind::kEnd;
  Position position;
  std::string_view text;  // Borrowed from the source.
};

class Lexer {
 public:
  // Requires: `source` is valid UTF-8 and outlives the lexer and its tokens.
  explicit Lexer(std::string_view source) : cursor_(source) {}

  // The next token; kEnd for ever at the end.  Fails with kInvalidArgument and the place for a
  // character that starts no token and for text that is not closed.
  absl::StatusOr<Token> Next();

 private:
  absl::Status SkipBlanks();
  Token Take(TokenKind kind, std::size_t length);
  Token TakeName();
  absl::StatusOr<Token> TakeNumber();
  absl::StatusOr<Token> TakeText(std::size_t prefix);
  absl::StatusOr<Token> TakeQuotedName();
  absl::StatusOr<Token> TakeOperator();
  std::size_t TextPrefix() const;

  Cursor cursor_;
};

// One of the words that are no name for a variable or a function: "as", "break", "package" ...
bool IsReservedWord(std::string_view name);

}  // namespace referee::cel

#endif  // REFEREE_SRC_CEL_LEXER_H_
