#include "bindings/cli/json.h"

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstdio>

namespace referee::cli {
namespace {

constexpr int kMaxDepth = 64;

void AppendUtf8(std::uint32_t code, std::string& out) {
  const auto append = [&out](std::uint32_t byte) { out += static_cast<char>(byte); };
  if (code < 0x80) {
    append(code);
  } else if (code < 0x800) {
    append(0xC0 | (code >> 6));
    append(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    append(0xE0 | (code >> 12));
    append(0x80 | ((code >> 6) & 0x3F));
    append(0x80 | (code & 0x3F));
  } else {
    append(0xF0 | (code >> 18));
    append(0x80 | ((code >> 12) & 0x3F));
    append(0x80 | ((code >> 6) & 0x3F));
    append(0x80 | (code & 0x3F));
  }
}

class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  bool ReadDocument(Json& out) {
    if (!ReadValue(out, 0)) return false;
    SkipBlanks();
    return rest_.empty();
  }

 private:
  void SkipBlanks() {
    const std::size_t start = rest_.find_first_not_of(" \t\r\n");
    rest_.remove_prefix(start == std::string_view::npos ? rest_.size() : start);
  }

  bool Take(std::string_view token) {
    if (rest_.substr(0, token.size()) != token) return false;
    rest_.remove_prefix(token.size());
    return true;
  }

  bool ReadValue(Json& out, int depth) {
    SkipBlanks();
    if (rest_.empty() || depth > kMaxDepth) return false;
    switch (rest_[0]) {
      case '{': return ReadObject(out, depth);
      case '[': return ReadArray(out, depth);
      case '"': out.kind = Json::Kind::kString; return ReadString(out.text);
      case 'n': return Take("null");
      case 't':
      case 'f':
        out.kind = Json::Kind::kBool;
        out.text = rest_[0] == 't' ? "true" : "false";
        return Take(out.text);
      default: return ReadNumber(out);
    }
  }

  bool ReadObject(Json& out, int depth) {
    out.kind = Json::Kind::kObject;
    Take("{");
    SkipBlanks();
    if (Take("}")) return true;
    do {
      SkipBlanks();
      auto& [name, value] = out.members.emplace_back(JsonMember());
      if (!ReadString(name)) return false;
      SkipBlanks();
      if (!Take(":") || !ReadValue(value, depth + 1)) return false;
      SkipBlanks();
    } while (Take(","));
    return Take("}");
  }

  bool ReadArray(Json& out, int depth) {
    out.kind = Json::Kind::kArray;
    Take("[");
    SkipBlanks();
    if (Take("]")) return true;
    do {
      if (!ReadValue(out.elements.emplace_back(), depth + 1)) return false;
      SkipBlanks();
    } while (Take(","));
    return Take("]");
  }

  bool ReadString(std::string& out) {
    if (!Take("\"")) return false;
    while (!rest_.empty()) {
      const char c = rest_[0];
      rest_.remove_prefix(1);
      if (c == '"') return true;
      if (static_cast<unsigned char>(c) < 0x20) return false;
      if (c != '\\') {
        out += c;
      } else if (!ReadEscape(out)) {
        return false;
      }
    }
    return false;
  }

  bool ReadEscape(std::string& out) {
    if (rest_.empty()) return false;
    constexpr std::string_view kLetters = "\"\\/bfnrt";
    constexpr std::string_view kMeanings = "\"\\/\b\f\n\r\t";
    const char letter = rest_[0];
    rest_.remove_prefix(1);
    if (const std::size_t at = kLetters.find(letter); at != std::string_view::npos) {
      out += kMeanings[at];
      return true;
    }
    std::uint32_t code = 0;
    if (letter != 'u' || !ReadHex(code)) return false;
    if (code >= 0xD800 && code < 0xDC00) {
      std::uint32_t low = 0;
      if (!Take("\\u") || !ReadHex(low) || low < 0xDC00 || low > 0xDFFF) return false;
      code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
    }
    AppendUtf8(code, out);
    return true;
  }

  bool ReadHex(std::uint32_t& code) {
    if (rest_.size() < 4) return false;
    const char* end = rest_.data() + 4;
    if (std::from_chars(rest_.data(), end, code, 16).ptr != end) return false;
    rest_.remove_prefix(4);
    return true;
  }

  bool ReadNumber(Json& out) {
    out.kind = Json::Kind::kNumber;
    const std::size_t end = rest_.find_first_not_of("+-.0123456789eE");
    out.text = std::string(rest_.substr(0, end));
    double value = 0;
    const char* last = out.text.data() + out.text.size();
    if (out.text.empty() || std::from_chars(out.text.data(), last, value).ptr != last) return false;
    rest_.remove_prefix(out.text.size());
    return true;
  }

  std::string_view rest_;
};

}  // namespace

const Json& Json::operator[](std::string_view name) const {
  static const Json nothing;
  for (const JsonMember& member : members) {
    if (member.name == name) return member.value;
  }
  return nothing;
}

std::optional<Json> ParseJson(std::string_view text) {
  Json out;
  if (!Reader(text).ReadDocument(out)) return std::nullopt;
  return out;
}

std::string QuoteJson(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      char escape[8];
      std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned>(c));
      out += escape;
    } else {
      out += c;
    }
  }
  out += '"';
  return out;
}

}  // namespace referee::cli
