#include "src/cel/lexer.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

TEST_SUITE_BEGIN("cel/lexer");

namespace referee::cel {
namespace {

// The texts of all tokens, or "error" at the end.
std::vector<std::string> Tokens(std::string_view source) {
  Lexer lexer(source);
  std::vector<std::string> texts;
  for (;;) {
    const auto token = lexer.Next();
    if (!token.ok()) {
      texts.emplace_back("error");
      return texts;
    }
    if (token->kind == TokenKind::kEnd) return texts;
    texts.emplace_back(token->text);
  }
}

TEST_CASE("blanks and comments separate tokens and are none") {
  CHECK(Tokens("a \t\r\n\f// b\n c//") == std::vector<std::string>{"a", "c"});
  CHECK(Tokens("a\vb") == std::vector<std::string>{"a", "error"});
}

TEST_CASE("a number needs a digit on both sides of an inner dot") {
  CHECK(Tokens("42.charAt") == std::vector<std::string>{"42", ".", "charAt"});
  CHECK(Tokens(".5 1.5e-3 1e3") == std::vector<std::string>{".5", "1.5e-3", "1e3"});
  CHECK(Tokens("1u 0xFFu 0x1F") == std::vector<std::string>{"1", "0xFF", "0x1F"});
  for (const std::string bad : {"1a", "0x", "1ux", "1_0"}) {
    CAPTURE(bad);
    CHECK(Tokens(bad).back() == "error");
  }
}

TEST_CASE("texts of all forms are one token, and unclosed ones are errors") {
  for (const std::string text :
       {R"('a')", R"("a\"b")", "'''a\n'b'''", R"(r'\n')", R"(bR"\x")", R"(Rb'''a''')", R"('\\')"}) {
    CAPTURE(text);
    CHECK(Tokens(text) == std::vector<std::string>{text});
  }
  for (const std::string text : {"'a", "'a\n'", "'''a''", R"(r'a\')", "'\\"}) {
    CAPTURE(text);
    CHECK((Tokens(text).back() == "error") == (text != R"(r'a\')"));
  }
}

TEST_CASE("quoted names hold only what field names need") {
  CHECK(Tokens("`a-b/c.d e`") == std::vector<std::string>{"a-b/c.d e"});
  CHECK(Tokens("`a+b`") == std::vector<std::string>{"error"});
  CHECK(Tokens("``") == std::vector<std::string>{"error"});
}

TEST_CASE("places count lines, and columns in code points") {
  Lexer lexer("'\xC3\xA9'\n  x");
  REQUIRE(lexer.Next().ok());
  const auto token = lexer.Next();
  REQUIRE(token.ok());
  CHECK(token->position.line == 2);
  CHECK(token->position.column == 3);
}

}  // namespace
}  // namespace referee::cel

TEST_SUITE_END();
