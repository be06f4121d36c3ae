// Any bytes as a JSON document: accepted and understood exactly as the slow strict reader does.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "src/base/json.h"
// A fuzz target is one file: the oracle is compiled into it.
#include "tests/reference/base/strict_json.cc"

namespace {

void Require(bool holds) {
  if (!holds) __builtin_trap();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  // Small, so that inputs of a few bytes reach the limits too.
  referee::Limits limits;
  limits.max_depth = 6;
  limits.max_members = 60;
  limits.max_elements = 8;
  static auto& parser = *new referee::json::Parser();
  // Whatever it is given, reading again stays inside of it.
  static auto& second = *new referee::json::Parser();
  const referee::json::Node* known = second.ParseAgain(bytes);
  const auto node = parser.Parse(bytes, limits);
  const auto expected = referee::reference::StrictJson(bytes, limits);
  Require(node.ok() == expected.has_value());
  if (!node.ok()) return 0;
  std::string text, canonical, again;
  referee::json::AppendJson(**node, text);
  Require(text == *expected);
  if (known != nullptr) {
    referee::json::AppendJson(*known, again);
    Require(again == text);
    again.clear();
  }
  referee::json::AppendCanonical(**node, canonical);
  const auto reread = parser.Parse(canonical, limits);
  Require(reread.ok());
  referee::json::AppendCanonical(**reread, again);
  Require(again == canonical);
  return 0;
}
