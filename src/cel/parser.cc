#include "src/cel/parser.h"

#include <array>
#include <cstddef>
#include <optional>
#include <utility>

#include "absl/container/inlined_vector.h"
#include "src/base/status_macros.h"
#include "src/base/text.h"
#include "src/cel/ast_builder.h"
#include "src/cel/issue.h"
#include "src/cel/lexer.h"
#include "src/cel/literal.h"
#include "src/cel/macros.h"

namespace referee::cel {
namespace {

using Children = absl::InlinedVector<ExprId, 8>;

struct BinaryOperator {
  TokenKind token;
  int binds;  // Tighter operators have greater numbers.
  std::string_view function;
};

constexpr int kRelation = 1;
constexpr int kSum = 2;
constexpr int kProduct = 3;

constexpr std::array<BinaryOperator, 12> kBinaryOperators = {{
    {TokenKind::kLess, kRelation, operators::kLess},
    {TokenKind::kLessEqual, kRelation, operators::kLessEqual},
    {TokenKind::kGreater, kRelation, operators::kGreater},
    {TokenKind::kGreaterEqual, kRelation, operators::kGreaterEqual},
    {TokenKind::kEqual, kRelation, operators::kEqual},
    {TokenKind::kNotEqual, kRelation, operators::kNotEqual},
    {TokenKind::kIn, kRelation, operators::kIn},
    {TokenKind::kPlus, kSum, operators::kAdd},
    {TokenKind::kMinus, kSum, operators::kSubtract},
    {TokenKind::kStar, kProduct, operators::kMultiply},
    {TokenKind::kSlash, kProduct, operators::kDivide},
    {TokenKind::kPercent, kProduct, operators::kModulo},
}};

const BinaryOperator* FindBinaryOperator(TokenKind token) {
  for (const BinaryOperator& candidate : kBinaryOperators) {
    if (candidate.token == token) return &candidate;
  }
  return nullptr;
}

bool IsNumber(TokenKind kind) {
  return kind == TokenKind::kInt || kind == TokenKind::kUint || kind == TokenKind::kDouble;
}

class Parser {
 public:
  Parser(std::string_view source, MacroUse macros, const Limits& limits)
      : lexer_(source), macros_(macros), limits_(limits), builder_(limits) {}

  absl::StatusOr<Ast> Run() {
    REFEREE_RETURN_IF_ERROR(Advance());
    REFEREE_ASSIGN_OR_RETURN(const ExprId root, ParseExpression());
    if (token_.kind != TokenKind::kEnd) return Unexpected("the end");
    return std::move(builder_).Finish(root);
  }

 private:
  absl::Status Advance() {
    REFEREE_ASSIGN_OR_RETURN(token_, lexer_.Next());
    return absl::OkStatus();
  }

  absl::Status Unexpected(std::string_view expected) const {
    std::string message =
        token_.kind == TokenKind::kEnd ? "the expression ends, but expects " : "expects ";
    message += expected;
    return IssueAt(token_.position, kSyntaxIssue, message);
  }

  absl::Status Expect(TokenKind kind, std::string_view what) {
    if (token_.kind != kind) return Unexpected(what);
    return Advance();
  }

  // Takes the token if it is of this kind.
  absl::StatusOr<bool> Accept(TokenKind kind) {
    if (token_.kind != kind) return false;
    REFEREE_RETURN_IF_ERROR(Advance());
    return true;
  }

  // condition ? then : otherwise
  absl::StatusOr<ExprId> ParseExpression() {
    if (++depth_ > limits_.max_nesting) {
      return LimitAt(token_.position, "the expression is nested too deeply");
    }
    REFEREE_ASSIGN_OR_RETURN(ExprId result, ParseOr());
    if (token_.kind == TokenKind::kQuestion) {
      Expr node;
      node.kind = ExprKind::kConditional;
      node.position = token_.position;
      REFEREE_RETURN_IF_ERROR(Advance());
      REFEREE_ASSIGN_OR_RETURN(const ExprId then, ParseOr());
      REFEREE_RETURN_IF_ERROR(Expect(TokenKind::kColon, "':' of a conditional"));
      REFEREE_ASSIGN_OR_RETURN(const ExprId otherwise, ParseExpression());
      const std::array<ExprId, 3> children = {result, then, otherwise};
      REFEREE_ASSIGN_OR_RETURN(result, builder_.Add(node, children));
    }
    --depth_;
    return result;
  }

  absl::StatusOr<ExprId> ParseOr() {
    return ParseLogic(TokenKind::kOr, ExprKind::kOr, &Parser::ParseAnd);
  }

  absl::StatusOr<ExprId> ParseAnd() {
    return ParseLogic(TokenKind::kAnd, ExprKind::kAnd, &Parser::ParseRelations);
  }

  absl::StatusOr<ExprId> ParseRelations() { return ParseBinary(kRelation); }

  // One node for a whole row of operands: thousands of them are no deeper than two.
  absl::StatusOr<ExprId> ParseLogic(TokenKind token, ExprKind kind,
                                    absl::StatusOr<ExprId> (Parser::*parse_operand)()) {
    REFEREE_ASSIGN_OR_RETURN(const ExprId first, (this->*parse_operand)());
    if (token_.kind != token) return first;
    Expr node;
    node.kind = kind;
    node.position = token_.position;
    Children operands = {first};
    while (token_.kind == token) {
      REFEREE_RETURN_IF_ERROR(Advance());
      REFEREE_ASSIGN_OR_RETURN(const ExprId operand, (this->*parse_operand)());
      operands.push_back(operand);
    }
    return builder_.Add(node, operands);
  }

  // All operators that bind at least as tightly as `binds`.
  absl::StatusOr<ExprId> ParseBinary(int binds) {
    REFEREE_ASSIGN_OR_RETURN(ExprId left, ParseUnary());
    for (;;) {
      const BinaryOperator* found = FindBinaryOperator(token_.kind);
      if (found == nullptr || found->binds < binds) return left;
      const Position position = token_.position;
      REFEREE_RETURN_IF_ERROR(Advance());
      REFEREE_ASSIGN_OR_RETURN(const ExprId right, ParseBinary(found->binds + 1));
      const std::array<ExprId, 2> operands = {left, right};
      REFEREE_ASSIGN_OR_RETURN(left, builder_.AddCall(found->function, position, operands));
    }
  }

  // A row of '!' or a row of '-', then a member.
  absl::StatusOr<ExprId> ParseUnary() {
    const TokenKind sign = token_.kind;
    if (sign != TokenKind::kNot && sign != TokenKind::kMinus) return ParseMember(Sign::kPlus);
    absl::InlinedVector<Position, 4> places;
    while (token_.kind == sign) {
      if (places.size() >= limits_.max_nesting) {
        return LimitAt(token_.position, "the expression is nested too deeply");
      }
      places.push_back(token_.position);
      REFEREE_RETURN_IF_ERROR(Advance());
    }
    Sign literal_sign = Sign::kPlus;
    if (sign == TokenKind::kMinus && IsNumber(token_.kind)) {
      literal_sign = Sign::kMinus;
      places.pop_back();
    } else if (sign == TokenKind::kNot && token_.kind == TokenKind::kMinus) {
      // The grammar allows a negative number here, but no negation.
      REFEREE_RETURN_IF_ERROR(Advance());
      if (!IsNumber(token_.kind)) return Unexpected("a number: '!' and '-' need parentheses");
      literal_sign = Sign::kMinus;
    }
    REFEREE_ASSIGN_OR_RETURN(ExprId result, ParseMember(literal_sign));
    const std::string_view function =
        sign == TokenKind::kNot ? operators::kNot : operators::kNegate;
    for (; !places.empty(); places.pop_back()) {
      REFEREE_ASSIGN_OR_RETURN(result,
                               builder_.AddCall(function, places.back(), std::span(&result, 1)));
    }
    return result;
  }

  // A primary, then any number of .name, .name(...), [index].  `sign` belongs to a number.
  absl::StatusOr<ExprId> ParseMember(Sign sign) {
    REFEREE_ASSIGN_OR_RETURN(ExprId result, ParsePrimary(sign));
    for (;;) {
      if (token_.kind == TokenKind::kDot) {
        REFEREE_ASSIGN_OR_RETURN(result, ParseSelection(result));
      } else if (token_.kind == TokenKind::kLeftBracket) {
        REFEREE_ASSIGN_OR_RETURN(result, ParseIndex(result));
      } else if (token_.kind == TokenKind::kLeftBrace && IsQualifiedName(result)) {
        return IssueAt(token_.position, kUnsupportedIssue, "messages are not supported here");
      } else {
        return result;
      }
    }
  }

  bool IsQualifiedName(ExprId id) const {
    const Ast& ast = builder_.ast();
    while (ast.At(id).kind == ExprKind::kSelect && !ast.At(id).is_optional) {
      id = ast.ChildrenOf(id).front();
    }
    return ast.At(id).kind == ExprKind::kName;
  }

  absl::StatusOr<ExprId> ParseSelection(ExprId operand) {
    REFEREE_RETURN_IF_ERROR(Advance());
    REFEREE_ASSIGN_OR_RETURN(const bool is_optional, Accept(TokenKind::kQuestion));
    const Token name = token_;
    if (name.kind != TokenKind::kIdentifier && name.kind != TokenKind::kQuotedIdentifier) {
      return Unexpected("the name of a field");
    }
    REFEREE_RETURN_IF_ERROR(Advance());
    const bool can_call = !is_optional && name.kind == TokenKind::kIdentifier;
    if (can_call && token_.kind == TokenKind::kLeftParenthesis) return ParseCall(name, &operand);
    Expr node;
    node.kind = ExprKind::kSelect;
    node.position = name.position;
    node.name = name.text;
    node.is_optional = is_optional;
    return builder_.Add(node, std::span(&operand, 1));
  }

  absl::StatusOr<ExprId> ParseIndex(ExprId operand) {
    const Position position = token_.position;
    REFEREE_RETURN_IF_ERROR(Advance());
    REFEREE_ASSIGN_OR_RETURN(const bool is_optional, Accept(TokenKind::kQuestion));
    REFEREE_ASSIGN_OR_RETURN(const ExprId index, ParseExpression());
    REFEREE_RETURN_IF_ERROR(Expect(TokenKind::kRightBracket, "']'"));
    const std::array<ExprId, 2> arguments = {operand, index};
    return builder_.AddCall(is_optional ? operators::kOptionalIndex : operators::kIndex, position,
                            arguments);
  }

  // Requires: the token is the opening parenthesis.
  absl::StatusOr<ExprId> ParseCall(const Token& name, const ExprId* receiver) {
    REFEREE_RETURN_IF_ERROR(Advance());
    Children arguments;
    if (token_.kind != TokenKind::kRightParenthesis) {
      for (;;) {
        REFEREE_ASSIGN_OR_RETURN(const ExprId argument, ParseExpression());
        arguments.push_back(argument);
        REFEREE_ASSIGN_OR_RETURN(const bool has_more, Accept(TokenKind::kComma));
        if (!has_more) break;
      }
    }
    REFEREE_RETURN_IF_ERROR(Expect(TokenKind::kRightParenthesis, "')'"));
    if (macros_ == MacroUse::kExpand) {
      REFEREE_ASSIGN_OR_RETURN(
          const std::optional<ExprId> expanded,
          ExpandMacro(name.text, name.position, receiver, arguments, builder_));
      if (expanded.has_value()) return *expanded;
    }
    if (receiver != nullptr) arguments.insert(arguments.begin(), *receiver);
    Expr node;
    node.kind = ExprKind::kCall;
    node.position = name.position;
    node.name = name.text;
    node.is_member = receiver != nullptr;
    return builder_.Add(node, arguments);
  }

  absl::StatusOr<ExprId> ParsePrimary(Sign sign) {
    const Token token = token_;
    switch (token.kind) {
      case TokenKind::kInt:
      case TokenKind::kUint:
      case TokenKind::kDouble: {
        REFEREE_ASSIGN_OR_RETURN(Value number, NumberLiteral(token, sign));
        return TakeLiteral(std::move(number));
      }
      case TokenKind::kString:
      case TokenKind::kBytes: {
        REFEREE_ASSIGN_OR_RETURN(Value text, TextLiteral(token));
        return TakeLiteral(std::move(text));
      }
      case TokenKind::kTrue: return TakeLiteral(Value::Bool(true));
      case TokenKind::kFalse: return TakeLiteral(Value::Bool(false));
      case TokenKind::kNull: return TakeLiteral(Value::Null());
      case TokenKind::kLeftParenthesis: return ParseParenthesis();
      case TokenKind::kLeftBracket: return ParseList();
      case TokenKind::kLeftBrace: return ParseMap();
      case TokenKind::kDot:
      case TokenKind::kIdentifier: return ParseName();
      default: return Unexpected("a value");
    }
  }

  absl::StatusOr<ExprId> TakeLiteral(Value value) {
    const Position position = token_.position;
    REFEREE_RETURN_IF_ERROR(Advance());
    return builder_.AddLiteral(std::move(value), position);
  }

  absl::StatusOr<ExprId> ParseParenthesis() {
    REFEREE_RETURN_IF_ERROR(Advance());
    REFEREE_ASSIGN_OR_RETURN(const ExprId inner, ParseExpression());
    REFEREE_RETURN_IF_ERROR(Expect(TokenKind::kRightParenthesis, "')'"));
    return inner;
  }

  absl::StatusOr<ExprId> ParseName() {
    REFEREE_ASSIGN_OR_RETURN(const bool is_root, Accept(TokenKind::kDot));
    const Token name = token_;
    if (name.kind != TokenKind::kIdentifier) return Unexpected("a name");
    if (IsReservedWord(name.text)) {
      return IssueAt(name.position, kSyntaxIssue, "a reserved word is no name");
    }
    REFEREE_RETURN_IF_ERROR(Advance());
    if (token_.kind == TokenKind::kLeftParenthesis) return ParseCall(name, nullptr);
    Expr node;
    node.kind = ExprKind::kName;
    node.position = name.position;
    node.name = name.text;
    node.is_root = is_root;
    return builder_.Add(node);
  }

  // `?` and then a value that is to be left out when it is none; else just a value.
  absl::StatusOr<ExprId> ParseEntryValue(bool is_optional) {
    REFEREE_ASSIGN_OR_RETURN(const ExprId value, ParseExpression());
    if (!is_optional) return value;
    Expr node;
    node.kind = ExprKind::kOptionalEntry;
    node.position = builder_.ast().At(value).position;
    return builder_.Add(node, std::span(&value, 1));
  }

  absl::StatusOr<ExprId> ParseList() {
    Expr node;
    node.kind = ExprKind::kList;
    node.position = token_.position;
    REFEREE_RETURN_IF_ERROR(Advance());
    Children elements;
    while (token_.kind != TokenKind::kRightBracket) {
      REFEREE_ASSIGN_OR_RETURN(const bool is_optional, Accept(TokenKind::kQuestion));
      REFEREE_ASSIGN_OR_RETURN(const ExprId element, ParseEntryValue(is_optional));
      elements.push_back(element);
      REFEREE_ASSIGN_OR_RETURN(const bool has_more, Accept(TokenKind::kComma));
      if (!has_more) break;
    }
    REFEREE_RETURN_IF_ERROR(Expect(TokenKind::kRightBracket, "',' or ']'"));
    return builder_.Add(node, elements);
  }

  absl::StatusOr<ExprId> ParseMap() {
    Expr node;
    node.kind = ExprKind::kMap;
    node.position = token_.position;
    REFEREE_RETURN_IF_ERROR(Advance());
    Children entries;
    while (token_.kind != TokenKind::kRightBrace) {
      REFEREE_ASSIGN_OR_RETURN(const bool is_optional, Accept(TokenKind::kQuestion));
      REFEREE_ASSIGN_OR_RETURN(const ExprId key, ParseExpression());
      REFEREE_RETURN_IF_ERROR(Expect(TokenKind::kColon, "':' after a key"));
      REFEREE_ASSIGN_OR_RETURN(const ExprId value, ParseEntryValue(is_optional));
      entries.push_back(key);
      entries.push_back(value);
      REFEREE_ASSIGN_OR_RETURN(const bool has_more, Accept(TokenKind::kComma));
      if (!has_more) break;
    }
    REFEREE_RETURN_IF_ERROR(Expect(TokenKind::kRightBrace, "',' or '}'"));
    return builder_.Add(node, entries);
  }

  Lexer lexer_;
  MacroUse macros_;
  const Limits& limits_;
  AstBuilder builder_;
  Token token_;
  std::size_t depth_ = 0;
};

}  // namespace

absl::StatusOr<Ast> Parse(std::string_view source, MacroUse macros, const Limits& limits) {
  // Before anything reads the text: a code point has at most four octets.
  if (source.size() > limits.max_code_points * 4) return LimitAt({}, "the source is too long");
  if (!IsValidUtf8(source)) return IssueAt({}, kSyntaxIssue, "the source is not valid UTF-8");
  if (CountCodePoints(source) > limits.max_code_points) {
    return LimitAt({}, "the source is too long");
  }
  return Parser(source, macros, limits).Run();
}

}  // namespace referee::cel
