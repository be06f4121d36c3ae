#include "src/cel/literal.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include "src/base/status_macros.h"
#include "src/base/text.h"
#include "src/cel/issue.h"
#include "src/cel/number_text.h"

namespace referee::cel {
namespace {

absl::StatusOr<std::uint64_t> Magnitude(const Token& token) {
  std::string_view digits = token.text;
  int base = 10;
  if (digits.starts_with("0x")) {
    digits.remove_prefix(2);
    base = 16;
  }
  std::uint64_t value = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
  if (error != std::errc() || end != digits.data() + digits.size()) {
    return IssueAt(token.position, kSyntaxIssue, "a number is out of range");
  }
  return value;
}

absl::StatusOr<Value> IntLiteral(const Token& token, Sign sign) {
  REFEREE_ASSIGN_OR_RETURN(const std::uint64_t magnitude, Magnitude(token));
  constexpr auto kMax = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
  if (magnitude > kMax + (sign == Sign::kMinus ? 1 : 0)) {
    return IssueAt(token.position, kSyntaxIssue, "an int is out of range");
  }
  // Negated as unsigned: the least int has no positive counterpart.
  return Value::Int(static_cast<std::int64_t>(sign == Sign::kMinus ? 0 - magnitude : magnitude));
}

absl::StatusOr<Value> DoubleLiteral(const Token& token, Sign sign) {
  const std::optional<double> value = ParseDouble(token.text);
  if (!value.has_value()) return IssueAt(token.position, kSyntaxIssue, "a double is out of range");
  return Value::Double(sign == Sign::kMinus ? -*value : *value);
}

// Decodes the escapes of one text.
class Unescaper {
 public:
  Unescaper(std::string_view body, bool is_bytes) : rest_(body), is_bytes_(is_bytes) {}

  // False when an escape is malformed.
  bool Run() {
    while (!rest_.empty()) {
      const std::size_t plain = std::min(rest_.find('\\'), rest_.size());
      out_ += rest_.substr(0, plain);
      rest_.remove_prefix(plain);
      if (!rest_.empty() && !Escape()) return false;
    }
    return true;
  }

  std::string Take() { return std::move(out_); }

 private:
  bool Escape() {
    if (rest_.size() < 2) return false;
    const char letter = rest_[1];
    rest_.remove_prefix(2);
    switch (letter) {
      case 'a': out_ += '\a'; return true;
      case 'b': out_ += '\b'; return true;
      case 'f': out_ += '\f'; return true;
      case 'n': out_ += '\n'; return true;
      case 'r': out_ += '\r'; return true;
      case 't': out_ += '\t'; return true;
      case 'v': out_ += '\v'; return true;
      case '\\':
      case '?':
      case '"':
      case '\'':
      case '`': out_ += letter; return true;
      case 'x':
      case 'X': return Digits(2, 16, 0);
      case 'u': return !is_bytes_ && Digits(4, 16, 0);
      case 'U': return !is_bytes_ && Digits(8, 16, 0);
      case '0':
      case '1':
      case '2':
      case '3': return Digits(2, 8, static_cast<std::uint32_t>(letter - '0'));
      default: return false;
    }
  }

  bool Digits(std::size_t count, int base, std::uint32_t high) {
    if (rest_.size() < count) return false;
    std::uint32_t low = 0;
    const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + count, low, base);
    if (error != std::errc() || end != rest_.data() + count) return false;
    rest_.remove_prefix(count);
    const std::uint32_t code = high * 64 + low;
    if (is_bytes_) {
      out_ += static_cast<char>(static_cast<unsigned char>(code));
      return true;
    }
    if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return false;
    AppendUtf8(static_cast<char32_t>(code), out_);
    return true;
  }

  std::string_view rest_;
  bool is_bytes_;
  std::string out_;
};

}  // namespace

absl::StatusOr<Value> NumberLiteral(const Token& token, Sign sign) {
  if (token.kind == TokenKind::kInt) return IntLiteral(token, sign);
  if (token.kind == TokenKind::kDouble) return DoubleLiteral(token, sign);
  if (sign == Sign::kMinus) {
    return IssueAt(token.position, kSyntaxIssue, "a uint has no negative numbers");
  }
  REFEREE_ASSIGN_OR_RETURN(const std::uint64_t magnitude, Magnitude(token));
  return Value::Uint(magnitude);
}

absl::StatusOr<Value> TextLiteral(const Token& token) {
  std::string_view body = token.text;
  bool is_raw = false;
  while (body.front() != '"' && body.front() != '\'') {
    is_raw = is_raw || body.front() == 'r' || body.front() == 'R';
    body.remove_prefix(1);
  }
  const std::size_t quotes = body.size() >= 6 && body[1] == body[0] && body[2] == body[0] ? 3 : 1;
  body = body.substr(quotes, body.size() - 2 * quotes);

  const bool is_bytes = token.kind == TokenKind::kBytes;
  std::string text;
  if (is_raw) {
    text = body;
  } else {
    Unescaper unescaper(body, is_bytes);
    if (!unescaper.Run()) {
      return IssueAt(token.position, kSyntaxIssue, "a text holds an escape that is not one");
    }
    text = unescaper.Take();
  }
  return is_bytes ? Value::Bytes(std::move(text)) : Value::String(std::move(text));
}

}  // namespace referee::cel
