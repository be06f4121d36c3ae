#include "src/base/json.h"

#include <simdjson.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <limits>
#include <new>
#include <type_traits>
#include <utility>
#include <vector>

#include "src/base/error_location.h"
#include "src/base/json_writer.h"
#include "src/base/status_macros.h"

namespace referee::json {
namespace {

namespace ondemand = simdjson::ondemand;

// Nodes are plain data, so that a document is freed by rewinding.
static_assert(std::is_trivially_destructible_v<Node> && std::is_trivially_destructible_v<Member>);

// Bump allocation in blocks that are kept for the next document.
class Arena {
 public:
  void Rewind() { block_ = used_ = 0; }

  template <typename T>
  std::span<const T> Copy(const std::vector<T>& stack, std::size_t first) {
    const std::size_t count = stack.size() - first;
    if (count == 0) return {};
    auto* place = static_cast<T*>(Allocate(count * sizeof(T)));
    std::uninitialized_copy(stack.begin() + static_cast<std::ptrdiff_t>(first), stack.end(), place);
    return {place, count};
  }

 private:
  static constexpr std::size_t kBlock = std::size_t{32} * 1024;

  struct Block {
    std::unique_ptr<std::byte[]> bytes;
    std::size_t size;
  };

  void* Allocate(std::size_t size) {
    size = (size + alignof(std::max_align_t) - 1) & ~(alignof(std::max_align_t) - 1);
    while (block_ < blocks_.size() && used_ + size > blocks_[block_].size) {
      ++block_;
      used_ = 0;
    }
    if (block_ == blocks_.size()) {
      const std::size_t capacity = std::max(size, kBlock);
      blocks_.push_back({std::make_unique_for_overwrite<std::byte[]>(capacity), capacity});
      used_ = 0;
    }
    void* place = blocks_[block_].bytes.get() + used_;
    used_ += size;
    return place;
  }

  std::vector<Block> blocks_;
  std::size_t block_ = 0, used_ = 0;
};

absl::Status Fault(simdjson::error_code code) {
  switch (code) {
    case simdjson::MEMALLOC: return absl::ResourceExhaustedError("out of memory");
    case simdjson::CAPACITY: return absl::ResourceExhaustedError("the document is too large");
    case simdjson::UTF8_ERROR: return Invalid("is not valid UTF-8");
    case simdjson::STRING_ERROR: return Invalid("is a string with an invalid escape");
    case simdjson::UNCLOSED_STRING: return Invalid("has a string that does not end");
    case simdjson::EMPTY: return Invalid("must be a JSON document, found nothing");
    default: return Invalid("is not valid JSON");
  }
}

bool SkipDigits(std::string_view text, std::size_t* at) {
  const std::size_t start = *at;
  while (*at < text.size() && text[*at] >= '0' && text[*at] <= '9') ++*at;
  return *at > start;
}

// The number grammar of RFC 8259: no plus sign, no leading zero, digits around the point.
bool IsNumber(std::string_view text) {
  std::size_t at = 0;
  if (at < text.size() && text[at] == '-') ++at;
  const std::size_t first = at;
  if (!SkipDigits(text, &at)) return false;
  if (text[first] == '0' && at - first > 1) return false;
  if (at < text.size() && text[at] == '.' && !SkipDigits(text, &++at)) return false;
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
    if (!SkipDigits(text, &at)) return false;
  }
  return at == text.size();
}

// Fills `node` from a document that is no more than a boolean, null or number.  Of these simdjson
// would take "falsee" for false and refuse numbers beyond a double.
bool ReadToken(std::string_view token, Node* node) {
  if (token == "true" || token == "false") {
    node->kind = Kind::kBool;
    node->boolean = token == "true";
    return true;
  }
  node->kind = token == "null" ? Kind::kNull : Kind::kNumber;
  if (node->kind == Kind::kNumber) node->text = token;
  return node->kind == Kind::kNull || IsNumber(token);
}

std::string_view TrimToken(std::string_view token) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const std::size_t end = token.find_last_not_of(kBlanks);
  if (end == std::string_view::npos) return {};
  const std::size_t start = token.find_first_not_of(kBlanks);
  return token.substr(start, end + 1 - start);
}

}  // namespace

struct Parser::State {
  ondemand::parser parser;
  std::vector<char> buffer;
  Arena arena;
  std::vector<Node> elements;   // Children of the open arrays, innermost last.
  std::vector<Member> members;  // The same for objects.
  Node root;
  Limits limits;

  void Rewind() {
    arena.Rewind();
    elements.clear();
    members.clear();
    root = Node();
  }

  absl::Status Read(ondemand::value value, std::size_t depth, Node* node);
  absl::Status ReadArray(ondemand::array array, std::size_t depth, Node* node);
  absl::Status ReadObject(ondemand::object object, std::size_t depth, Node* node);
  absl::Status ReadMember(ondemand::field field, std::size_t first, std::size_t depth);
  template <typename Value>
  absl::Status ReadScalar(Value& value, ondemand::json_type type, Node* node);
  absl::Status ReadRoot(ondemand::document& document, std::string_view text);
};

template <typename Value>
absl::Status Parser::State::ReadScalar(Value& value, ondemand::json_type type, Node* node) {
  simdjson::error_code error = simdjson::SUCCESS;
  switch (type) {
    case ondemand::json_type::string:
      node->kind = Kind::kString;
      error = value.get_string().get(node->text);
      break;
    case ondemand::json_type::boolean:
      node->kind = Kind::kBool;
      error = value.get_bool().get(node->boolean);
      break;
    case ondemand::json_type::null: {
      node->kind = Kind::kNull;
      bool is_null = false;
      error = simdjson::simdjson_result<bool>(value.is_null()).get(is_null);
      if (error == simdjson::SUCCESS && !is_null) return Invalid("is not valid JSON");
      break;
    }
    default: {
      node->kind = Kind::kNumber;
      std::string_view token;
      error = simdjson::simdjson_result<std::string_view>(value.raw_json_token()).get(token);
      node->text = TrimToken(token);
      if (error == simdjson::SUCCESS && !IsNumber(node->text)) return Invalid("is not valid JSON");
      // Consumes the token; its value and range are the reader's business.
      if (error == simdjson::SUCCESS) {
        const auto consumed = value.get_double();
        static_cast<void>(consumed.error());
      }
    }
  }
  return error == simdjson::SUCCESS ? absl::OkStatus() : Fault(error);
}

absl::Status Parser::State::Read(ondemand::value value, std::size_t depth, Node* node) {
  ondemand::json_type type;
  if (const auto error = value.type().get(type)) return Fault(error);
  if (type == ondemand::json_type::array || type == ondemand::json_type::object) {
    if (depth >= limits.max_depth) {
      return Invalid("nests deeper than " + std::to_string(limits.max_depth) + " levels");
    }
    if (type == ondemand::json_type::array) {
      ondemand::array array;
      if (const auto error = value.get_array().get(array)) return Fault(error);
      return ReadArray(array, depth + 1, node);
    }
    ondemand::object object;
    if (const auto error = value.get_object().get(object)) return Fault(error);
    return ReadObject(object, depth + 1, node);
  }
  return ReadScalar(value, type, node);
}

absl::Status Parser::State::ReadArray(ondemand::array array, std::size_t depth, Node* node) {
  const std::size_t first = elements.size();
  node->kind = Kind::kArray;
  for (auto element : array) {
    const std::size_t index = elements.size() - first;
    if (index >= limits.max_elements) return absl::ResourceExhaustedError("has too many elements");
    ondemand::value value;
    // get() wants an rvalue.  NOLINTNEXTLINE(performance-move-const-arg)
    if (const auto error = std::move(element).get(value)) return InsideOf(index, Fault(error));
    Node child;
    REFEREE_RETURN_IF_ERROR(InsideOf(index, Read(value, depth, &child)));
    elements.push_back(child);
  }
  node->elements = arena.Copy(elements, first);
  elements.resize(first);
  return absl::OkStatus();
}

absl::Status Parser::State::ReadMember(ondemand::field field, std::size_t first,
                                       std::size_t depth) {
  std::string_view name;
  if (const auto error = field.unescaped_key().get(name)) return Fault(error);
  Member member{name, {}};
  REFEREE_RETURN_IF_ERROR(InsideOf(name, Read(field.value(), depth, &member.value)));
  // Few members: comparing with each is faster than a set.  Many: checked once, sorted, at the end.
  constexpr std::size_t kFew = 48;
  if (members.size() - first < kFew) {
    for (std::size_t i = first; i < members.size(); ++i) {
      if (members[i].name == name) return InsideOf(name, Invalid("is given twice"));
    }
  }
  members.push_back(member);
  return absl::OkStatus();
}

// The name of a member that occurs twice; empty and false when there is none.
static bool FindDuplicate(std::span<const Member> members, std::string_view* name) {
  std::vector<std::string_view> names;
  names.reserve(members.size());
  for (const Member& member : members) names.push_back(member.name);
  std::sort(names.begin(), names.end());
  const auto twin = std::adjacent_find(names.begin(), names.end());
  if (twin == names.end()) return false;
  *name = *twin;
  return true;
}

absl::Status Parser::State::ReadObject(ondemand::object object, std::size_t depth, Node* node) {
  const std::size_t first = members.size();
  node->kind = Kind::kObject;
  for (auto element : object) {
    if (members.size() - first >= limits.max_members) {
      return absl::ResourceExhaustedError("has too many members");
    }
    ondemand::field field;
    if (const auto error = std::move(element).get(field)) return Fault(error);
    REFEREE_RETURN_IF_ERROR(ReadMember(field, first, depth));
  }
  node->members = arena.Copy(members, first);
  members.resize(first);
  std::string_view twice;
  if (node->members.size() >= 48 && FindDuplicate(node->members, &twice)) {
    return InsideOf(twice, Invalid("is given twice"));
  }
  return absl::OkStatus();
}

absl::Status Parser::State::ReadRoot(ondemand::document& document, std::string_view text) {
  ondemand::json_type type;
  if (const auto error = document.type().get(type)) return Fault(error);
  if (type == ondemand::json_type::object) {
    ondemand::object object;
    if (const auto error = document.get_object().get(object)) return Fault(error);
    REFEREE_RETURN_IF_ERROR(ReadObject(object, 1, &root));
  } else if (type == ondemand::json_type::array) {
    ondemand::array array;
    if (const auto error = document.get_array().get(array)) return Fault(error);
    REFEREE_RETURN_IF_ERROR(ReadArray(array, 1, &root));
  } else if (type == ondemand::json_type::string) {
    REFEREE_RETURN_IF_ERROR(ReadScalar(document, type, &root));
  } else {
    return ReadToken(TrimToken(text), &root) ? absl::OkStatus() : Invalid("is not valid JSON");
  }
  const char* rest = nullptr;
  const auto end = document.current_location().get(rest);
  return end == simdjson::OUT_OF_BOUNDS ? absl::OkStatus()
                                        : Invalid("has text after the JSON document");
}

// Reads a document that is known to be valid: looks for where values end, and for no faults.
class Parser::Again {
 public:
  Again(State* state, std::string_view bytes)
      : state_(*state), at_(bytes.data()), end_(bytes.data() + bytes.size()) {}

  bool Run(Node* root) {
    SkipBlanks();
    return ReadValue(0, root);
  }

 private:
  static constexpr std::ptrdiff_t kWord = sizeof(std::uint64_t);

  // Whether one of eight bytes is a quotation mark or a backslash.
  static bool HasMark(const char* eight) {
    constexpr std::uint64_t kOnes = 0x0101010101010101u, kTops = 0x8080808080808080u;
    std::uint64_t word = 0;
    std::memcpy(&word, eight, sizeof word);
    const auto zeros = [](std::uint64_t x) { return (x - kOnes) & ~x & kTops; };
    return (zeros(word ^ (kOnes * '"')) | zeros(word ^ (kOnes * '\\'))) != 0;
  }

  bool Is(char c) const { return at_ != end_ && *at_ == c; }
  void SkipBlanks() {
    while (at_ != end_ && (*at_ == ' ' || *at_ == '\n' || *at_ == '\r' || *at_ == '\t')) ++at_;
  }
  // Passes over a punctuation mark and the blanks around it.
  bool Take(char c) {
    if (!Is(c)) return false;
    ++at_;
    SkipBlanks();
    return true;
  }

  bool ReadString(std::string_view* text) {
    const char* const start = ++at_;
    while (end_ - at_ >= kWord && !HasMark(at_)) at_ += kWord;
    while (at_ != end_ && *at_ != '"' && *at_ != '\\') ++at_;
    if (!Is('"')) return false;
    *text = {start, static_cast<std::size_t>(at_ - start)};
    ++at_;
    SkipBlanks();
    return true;
  }

  bool ReadPlain(Node* node) {
    const char* const start = at_;
    while (at_ != end_ && *at_ != ',' && *at_ != '}' && *at_ != ']' && *at_ > ' ') ++at_;
    const std::string_view token(start, static_cast<std::size_t>(at_ - start));
    SkipBlanks();
    return ReadToken(token, node);
  }

  bool ReadArray(std::size_t depth, Node* node) {
    const std::size_t first = state_.elements.size();
    node->kind = Kind::kArray;
    Take('[');
    while (!Is(']')) {
      Node child;
      if (!ReadValue(depth, &child)) return false;
      state_.elements.push_back(child);
      if (!Take(',') && !Is(']')) return false;
    }
    node->elements = state_.arena.Copy(state_.elements, first);
    state_.elements.resize(first);
    return Take(']');
  }

  bool ReadObject(std::size_t depth, Node* node) {
    const std::size_t first = state_.members.size();
    node->kind = Kind::kObject;
    Take('{');
    while (!Is('}')) {
      Member member;
      if (!Is('"') || !ReadString(&member.name) || !Take(':')) return false;
      if (!ReadValue(depth, &member.value)) return false;
      state_.members.push_back(member);
      if (!Take(',') && !Is('}')) return false;
    }
    node->members = state_.arena.Copy(state_.members, first);
    state_.members.resize(first);
    return Take('}');
  }

  bool ReadValue(std::size_t depth, Node* node) {
    if (at_ == end_ || depth > state_.limits.max_depth) return false;
    switch (*at_) {
      case '{': return ReadObject(depth + 1, node);
      case '[': return ReadArray(depth + 1, node);
      case '"': node->kind = Kind::kString; return ReadString(&node->text);
      default: return ReadPlain(node);
    }
  }

  State& state_;
  const char* at_;
  const char* end_;
};

Parser::Parser() : state_(std::make_unique<State>()) {}
Parser::~Parser() = default;
Parser::Parser(Parser&&) noexcept = default;
Parser& Parser::operator=(Parser&&) noexcept = default;

absl::StatusOr<const Node*> Parser::Parse(std::string_view bytes, const Limits& limits) {
  if (bytes.size() > limits.max_document_bytes) {
    return absl::ResourceExhaustedError("the document is larger than " +
                                        std::to_string(limits.max_document_bytes) + " bytes");
  }
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") return Invalid("starts with a byte order mark");
  State& state = *state_;
  state.limits = limits;
  state.Rewind();
  state.buffer.resize(bytes.size() + simdjson::SIMDJSON_PADDING);
  if (!bytes.empty()) std::memcpy(state.buffer.data(), bytes.data(), bytes.size());
  std::memset(state.buffer.data() + bytes.size(), 0, simdjson::SIMDJSON_PADDING);

  ondemand::document document;
  const simdjson::padded_string_view view(state.buffer.data(), bytes.size(), state.buffer.size());
  if (const auto error = state.parser.iterate(view).get(document)) return Fault(error);
  REFEREE_RETURN_IF_ERROR(state.ReadRoot(document, {state.buffer.data(), bytes.size()}));
  return &state.root;
}

const Node* Parser::ParseAgain(std::string_view bytes) {
  State& state = *state_;
  state.limits = Limits();
  state.Rewind();
  return Again(&state, bytes).Run(&state.root) ? &state.root : nullptr;
}

std::string_view KindName(Kind kind) {
  switch (kind) {
    case Kind::kNull: return "null";
    case Kind::kBool: return "a boolean";
    case Kind::kNumber: return "a number";
    case Kind::kString: return "a string";
    case Kind::kArray: return "a list";
    case Kind::kObject: return "an object";
  }
  return "a value";
}

const Node* Node::Find(std::string_view name) const {
  for (const Member& member : members) {
    if (member.name == name) return &member.value;
  }
  return nullptr;
}

void WarmUp() { [[maybe_unused]] const bool chosen = simdjson::validate_utf8("warm", 4); }

absl::StatusOr<std::int64_t> ToInteger(const Node& node, std::int64_t low, std::int64_t high) {
  if (node.kind != Kind::kNumber) return InvalidKind("an integer", KindName(node.kind));
  if (node.text.find_first_of(".eE") != std::string_view::npos) {
    return InvalidKind("an integer", "a number with a fraction or an exponent");
  }
  std::int64_t value = 0;
  const char* end = node.text.data() + node.text.size();
  const auto result = std::from_chars(node.text.data(), end, value);
  if (result.ec != std::errc() || result.ptr != end || value < low || value > high) {
    return Invalid("must be an integer from " + std::to_string(low) + " to " +
                   std::to_string(high) + ", found a number outside of that range");
  }
  return value;
}

// Of a number that no double holds: whether it is too small rather than too large.  Compares the
// place of the first digit with the exponent.
static bool IsTiny(std::string_view number) {
  const std::size_t mark = std::min(number.find_first_of("eE"), number.size());
  const std::string_view digits = number.substr(0, mark);
  const auto point = static_cast<std::int64_t>(std::min(digits.find('.'), digits.size()));
  const std::size_t first = digits.find_first_of("123456789");
  if (first == std::string_view::npos) return true;
  std::string_view exponent = number.substr(std::min(mark + 1, number.size()));
  if (exponent.starts_with('+')) exponent.remove_prefix(1);
  if (exponent.size() > 10) return exponent.front() == '-';
  std::int64_t power = 0;
  std::from_chars(exponent.data(), exponent.data() + exponent.size(), power);
  return point - static_cast<std::int64_t>(first) + power < 0;
}

absl::StatusOr<double> ToDouble(const Node& node) {
  if (node.kind != Kind::kNumber) return InvalidKind("a number", KindName(node.kind));
  double value = 0;
  const auto result = std::from_chars(node.text.data(), node.text.data() + node.text.size(), value);
  // A number too small for a double is zero; one too large is no number that can be used.
  if (result.ec == std::errc::result_out_of_range && IsTiny(node.text)) return 0.0;
  if (result.ec != std::errc() || !std::isfinite(value)) {
    return Invalid("must be a number, found one that is too large");
  }
  return value;
}

namespace {

enum class MemberOrder { kAsWritten, kSorted };

void Append(const Node& node, MemberOrder order, std::string& out);

void AppendMembers(const Node& node, MemberOrder order, std::string& out) {
  std::vector<const Member*> sequence;
  sequence.reserve(node.members.size());
  for (const Member& member : node.members) sequence.push_back(&member);
  if (order == MemberOrder::kSorted) {
    std::sort(sequence.begin(), sequence.end(),
              [](const Member* a, const Member* b) { return a->name < b->name; });
  }
  out += '{';
  for (const Member* member : sequence) {
    if (member != sequence.front()) out += ',';
    AppendString(member->name, out);
    out += ':';
    Append(member->value, order, out);
  }
  out += '}';
}

// Recursion is bounded by the depth limit of the parser.
void Append(const Node& node, MemberOrder order, std::string& out) {
  switch (node.kind) {
    case Kind::kNull: out += "null"; break;
    case Kind::kBool: out += node.boolean ? "true" : "false"; break;
    case Kind::kNumber: out += node.text; break;
    case Kind::kString: AppendString(node.text, out); break;
    case Kind::kArray:
      out += '[';
      for (std::size_t i = 0; i < node.elements.size(); ++i) {
        if (i > 0) out += ',';
        Append(node.elements[i], order, out);
      }
      out += ']';
      break;
    case Kind::kObject: AppendMembers(node, order, out); break;
  }
}

}  // namespace

void AppendJson(const Node& node, std::string& out) { Append(node, MemberOrder::kAsWritten, out); }

void AppendCanonical(const Node& node, std::string& out) {
  Append(node, MemberOrder::kSorted, out);
}

}  // namespace referee::json
