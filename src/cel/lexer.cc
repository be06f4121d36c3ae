#include "src/cel/lexer.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "src/base/text.h"
#include "src/cel/issue.h"

namespace referee::cel {
namespace {

bool StartsName(char c) { return IsAsciiLetter(c) || c == '_'; }
bool ContinuesName(char c) { return StartsName(c) || IsAsciiDigit(c); }
bool IsHexDigit(char c) {
  return IsAsciiDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
bool IsBlankCharacter(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}
bool ContinuesQuotedName(char c) {
  return ContinuesName(c) || c == '.' || c == '-' || c == '/' || c == ' ';
}

struct OperatorToken {
  std::string_view text;
  TokenKind kind;
};

// Longer ones first: "<=" is not "<" and "=".
constexpr std::array<OperatorToken, 24> kOperators = {{
    {"&&", TokenKind::kAnd},
    {"||", TokenKind::kOr},
    {"<=", TokenKind::kLessEqual},
    {">=", TokenKind::kGreaterEqual},
    {"==", TokenKind::kEqual},
    {"!=", TokenKind::kNotEqual},
    {"<", TokenKind::kLess},
    {">", TokenKind::kGreater},
    {"(", TokenKind::kLeftParenthesis},
    {")", TokenKind::kRightParenthesis},
    {"[", TokenKind::kLeftBracket},
    {"]", TokenKind::kRightBracket},
    {"{", TokenKind::kLeftBrace},
    {"}", TokenKind::kRightBrace},
    {".", TokenKind::kDot},
    {",", TokenKind::kComma},
    {":", TokenKind::kColon},
    {"?", TokenKind::kQuestion},
    {"+", TokenKind::kPlus},
    {"-", TokenKind::kMinus},
    {"*", TokenKind::kStar},
    {"/", TokenKind::kSlash},
    {"%", TokenKind::kPercent},
    {"!", TokenKind::kNot},
}};

TokenKind KindOfName(std::string_view name) {
  if (name == "true") return TokenKind::kTrue;
  if (name == "false") return TokenKind::kFalse;
  if (name == "null") return TokenKind::kNull;
  if (name == "in") return TokenKind::kIn;
  return TokenKind::kIdentifier;
}

}  // namespace

bool IsReservedWord(std::string_view name) {
  constexpr std::array<std::string_view, 16> kWords = {
      "as",     "break", "const", "continue", "else",      "for",    "function", "if",
      "import", "let",   "loop",  "package",  "namespace", "return", "var",      "void"};
  return name == "while" || std::find(kWords.begin(), kWords.end(), name) != kWords.end();
}

absl::StatusOr<Token> Lexer::Next() {
  const absl::Status skipped = SkipBlanks();
  if (!skipped.ok()) return skipped;
  if (cursor_.AtEnd()) return Token{TokenKind::kEnd, cursor_.position(), {}};

  const char c = cursor_.Peek();
  const std::size_t prefix = TextPrefix();
  if (prefix != std::string_view::npos) return TakeText(prefix);
  if (StartsName(c)) return TakeName();
  if (IsAsciiDigit(c) || (c == '.' && IsAsciiDigit(cursor_.Peek(1)))) return TakeNumber();
  if (c == '`') return TakeQuotedName();
  return TakeOperator();
}

absl::Status Lexer::SkipBlanks() {
  while (!cursor_.AtEnd()) {
    if (IsBlankCharacter(cursor_.Peek())) {
      cursor_.Advance();
    } else if (cursor_.Peek() == '/' && cursor_.Peek(1) == '/') {
      const std::string_view rest = cursor_.text().substr(cursor_.offset());
      cursor_.Advance(std::min(rest.find('\n'), rest.size()));
    } else {
      break;
    }
  }
  return absl::OkStatus();
}

Token Lexer::Take(TokenKind kind, std::size_t length) {
  const Token token{kind, cursor_.position(), cursor_.text().substr(cursor_.offset(), length)};
  cursor_.Advance(length);
  return token;
}

Token Lexer::TakeName() {
  std::size_t length = 1;
  while (ContinuesName(cursor_.Peek(length))) ++length;
  return Take(KindOfName(cursor_.text().substr(cursor_.offset(), length)), length);
}

absl::StatusOr<Token> Lexer::TakeNumber() {
  const Position start = cursor_.position();
  TokenKind kind = TokenKind::kInt;
  std::size_t length = 0;
  const auto skip_digits = [&] {
    while (IsAsciiDigit(cursor_.Peek(length))) ++length;
  };
  if (cursor_.Peek() == '0' && cursor_.Peek(1) == 'x') {
    length = 2;
    while (IsHexDigit(cursor_.Peek(length))) ++length;
    if (length == 2) return IssueAt(start, kSyntaxIssue, "a hexadecimal number needs a digit");
  } else {
    skip_digits();
    // Without a digit after it, the dot selects: 42.charAt(2).
    if (cursor_.Peek(length) == '.' && IsAsciiDigit(cursor_.Peek(length + 1))) {
      kind = TokenKind::kDouble;
      ++length;
      skip_digits();
    }
    const char e = cursor_.Peek(length);
    if (e == 'e' || e == 'E') {
      const char sign = cursor_.Peek(length + 1);
      const std::size_t digits = length + (sign == '+' || sign == '-' ? 2 : 1);
      if (IsAsciiDigit(cursor_.Peek(digits))) {
        kind = TokenKind::kDouble;
        length = digits;
        skip_digits();
      }
    }
  }
  const char suffix = cursor_.Peek(length);
  if (kind == TokenKind::kInt && (suffix == 'u' || suffix == 'U')) {
    const Token token = Take(TokenKind::kUint, length);
    cursor_.Advance();
    if (ContinuesName(cursor_.Peek())) {
      return IssueAt(start, kSyntaxIssue, "a number must not run into a name");
    }
    return token;
  }
  if (ContinuesName(suffix)) {
    return IssueAt(start, kSyntaxIssue, "a number must not run into a name");
  }
  return Take(kind, length);
}

// How many letters stand before the opening quote of a text that starts here, or npos when none
// does.
std::size_t Lexer::TextPrefix() const {
  std::size_t length = 0;
  bool has_raw = false;
  bool has_bytes = false;
  for (;; ++length) {
    const char c = cursor_.Peek(length);
    if (c == '"' || c == '\'') return length;
    if ((c == 'r' || c == 'R') && !has_raw) {
      has_raw = true;
    } else if ((c == 'b' || c == 'B') && !has_bytes) {
      has_bytes = true;
    } else {
      return std::string_view::npos;
    }
  }
}

absl::StatusOr<Token> Lexer::TakeText(std::size_t prefix) {
  const Position start = cursor_.position();
  bool is_raw = false;
  bool is_bytes = false;
  for (std::size_t i = 0; i < prefix; ++i) {
    const char c = cursor_.Peek(i);
    is_raw = is_raw || c == 'r' || c == 'R';
    is_bytes = is_bytes || c == 'b' || c == 'B';
  }
  const std::string_view rest = cursor_.text().substr(cursor_.offset());
  const char quote = rest[prefix];
  const bool is_triple =
      rest.size() >= prefix + 3 && rest[prefix + 1] == quote && rest[prefix + 2] == quote;
  const std::string_view closing = rest.substr(prefix, is_triple ? 3 : 1);

  std::size_t at = prefix + closing.size();
  while (at < rest.size()) {
    if (rest.substr(at, closing.size()) == closing) {
      return Take(is_bytes ? TokenKind::kBytes : TokenKind::kString, at + closing.size());
    }
    if (!is_triple && (rest[at] == '\n' || rest[at] == '\r')) break;
    // Whatever an escape means, the quote after a backslash does not close.
    at += rest[at] == '\\' && !is_raw && at + 1 < rest.size() ? 2 : 1;
  }
  return IssueAt(start, kSyntaxIssue, "a text is not closed");
}

absl::StatusOr<Token> Lexer::TakeQuotedName() {
  const Position start = cursor_.position();
  cursor_.Advance();
  std::size_t length = 0;
  while (ContinuesQuotedName(cursor_.Peek(length))) ++length;
  if (length == 0 || cursor_.Peek(length) != '`') {
    return IssueAt(start, kSyntaxIssue,
                   "a quoted name holds letters, digits, '_', '.', '-', '/' and spaces");
  }
  Token token = Take(TokenKind::kQuotedIdentifier, length);
  token.position = start;
  cursor_.Advance();
  return token;
}

absl::StatusOr<Token> Lexer::TakeOperator() {
  const std::string_view rest = cursor_.text().substr(cursor_.offset());
  for (const OperatorToken& candidate : kOperators) {
    if (rest.starts_with(candidate.text)) return Take(candidate.kind, candidate.text.size());
  }
  return IssueAt(cursor_.position(), kSyntaxIssue, "a character that starts nothing known");
}

}  // namespace referee::cel
