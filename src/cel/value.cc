#include "src/cel/value.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "src/base/hash.h"
#include "src/cel/equality.h"

namespace referee::cel {
namespace {

struct TextPayload : Payload {
  explicit TextPayload(std::string value) : text(std::move(value)) {}
  std::string text;
};

struct ListPayload : Payload {
  ListPayload(std::vector<Value> values, bool is_bound_value)
      : elements(std::move(values)), is_bound(is_bound_value) {
    for (const Value& element : elements) weight += element.weight();
    weight = std::min(weight, Value::kMaxWeight);
  }
  std::vector<Value> elements;
  std::uint64_t weight = 1;
  bool is_bound;
};

// Numbers of different types that are equal are the same key: one number line, one hash.
std::uint64_t HashKey(const Value& key) {
  switch (key.kind()) {
    case Kind::kString: return Hash64(key.string_value());
    case Kind::kBool: return key.bool_value() ? 1 : 2;
    case Kind::kInt: return Mix64(static_cast<std::uint64_t>(key.int_value()));
    case Kind::kUint: return Mix64(key.uint_value());
    case Kind::kDouble: {
      const double number = key.double_value();
      // Only integral doubles can equal a key; the casts below are defined for their ranges.
      if (number >= -0x1p63 && number < 0x1p63) {
        return Mix64(static_cast<std::uint64_t>(static_cast<std::int64_t>(number)));
      }
      if (number >= 0x1p63 && number < 0x1p64) return Mix64(static_cast<std::uint64_t>(number));
      return 0;
    }
    default: return 0;
  }
}

// Up to here a linear search is faster than hashing.
constexpr std::size_t kLinearEntries = 8;

struct MapPayload : Payload {
  MapPayload(std::vector<MapEntry> values, bool is_bound_value)
      : entries(std::move(values)), is_bound(is_bound_value) {
    for (const MapEntry& entry : entries) weight += entry.second.weight() + 1;
    weight = std::min(weight, Value::kMaxWeight);
    if (entries.size() > kLinearEntries) BuildIndex();
  }

  void BuildIndex() {
    std::size_t capacity = 16;
    while (capacity < entries.size() * 2) capacity *= 2;
    slots.assign(capacity, 0);
    for (std::size_t i = 0; i < entries.size(); ++i) {
      std::size_t slot = HashKey(entries[i].first) & (capacity - 1);
      while (slots[slot] != 0) slot = (slot + 1) & (capacity - 1);
      slots[slot] = static_cast<std::uint32_t>(i + 1);
    }
  }

  template <typename IsEqual>
  const Value* Search(std::uint64_t hash, const IsEqual& is_equal) const {
    std::size_t slot = hash & (slots.size() - 1);
    for (; slots[slot] != 0; slot = (slot + 1) & (slots.size() - 1)) {
      const MapEntry& entry = entries[slots[slot] - 1];
      if (is_equal(entry.first)) return &entry.second;
    }
    return nullptr;
  }

  std::vector<MapEntry> entries;
  std::uint64_t weight = 1;
  std::vector<std::uint32_t> slots;  // Open addressing; position + 1, 0 is empty.
  bool is_bound;
};

struct OptionalPayload : Payload {
  explicit OptionalPayload(std::optional<Value> inner) : value(std::move(inner)) {}
  std::optional<Value> value;
};

struct ErrorPayload : Payload {
  std::string code;
  std::string message;
  std::size_t line = 0;
  std::size_t column = 0;
};

struct UnknownPayload : Payload {
  std::vector<UnknownPath> paths;
  bool is_missing = false;
};

template <typename T>
const T& As(const Payload* payload) {
  return *static_cast<const T*>(payload);
}

}  // namespace

std::string_view TypeName(Kind kind) {
  constexpr std::array<std::string_view, 15> kNames = {"null_type",
                                                       "bool",
                                                       "int",
                                                       "uint",
                                                       "double",
                                                       "string",
                                                       "bytes",
                                                       "list",
                                                       "map",
                                                       "type",
                                                       "google.protobuf.Timestamp",
                                                       "google.protobuf.Duration",
                                                       "optional_type",
                                                       "error",
                                                       "unknown"};
  return kNames[static_cast<std::size_t>(kind)];
}

Value Value::String(std::string value) {
  return Value(Kind::kString, new TextPayload(std::move(value)));
}

Value Value::Constant(std::string_view value) {
  Value constant = String(std::string(value));
  constant.is_counted_ = false;
  return constant;
}

Value Value::Bytes(std::string value) {
  return Value(Kind::kBytes, new TextPayload(std::move(value)));
}

Value Value::List(std::vector<Value> elements) {
  return Value(Kind::kList, new ListPayload(std::move(elements), true));
}

Value Value::LiteralList(std::vector<Value> elements) {
  return Value(Kind::kList, new ListPayload(std::move(elements), false));
}

Value Value::Map(std::vector<MapEntry> entries) {
  return Value(Kind::kMap, new MapPayload(std::move(entries), true));
}

Value Value::LiteralMap(std::vector<MapEntry> entries) {
  return Value(Kind::kMap, new MapPayload(std::move(entries), false));
}

Value Value::Object(std::vector<std::pair<std::string, Value>> members) {
  std::vector<MapEntry> entries;
  entries.reserve(members.size());
  for (auto& [name, value] : members) {
    entries.emplace_back(String(std::move(name)), std::move(value));
  }
  return Map(std::move(entries));
}

Value Value::Optional(Value value) {
  return Value(Kind::kOptional, new OptionalPayload(std::move(value)));
}

Value Value::OptionalNone() { return Value(Kind::kOptional, new OptionalPayload(std::nullopt)); }

Value Value::Missing(std::string reason) {
  auto* payload = new UnknownPayload;
  payload->paths.push_back({"", std::move(reason)});
  payload->is_missing = true;
  return Value(Kind::kUnknown, payload);
}

Value Value::Unknown(std::vector<UnknownPath> paths) {
  std::sort(paths.begin(), paths.end());
  paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
  auto* payload = new UnknownPayload;
  payload->paths = std::move(paths);
  return Value(Kind::kUnknown, payload);
}

Value Value::Error(std::string code, std::string message, std::size_t line, std::size_t column) {
  auto* payload = new ErrorPayload;
  payload->code = std::move(code);
  payload->message = std::move(message);
  payload->line = line;
  payload->column = column;
  return Value(Kind::kError, payload);
}

bool Value::is_missing() const {
  return kind_ == Kind::kUnknown && As<UnknownPayload>(data_.payload).is_missing;
}

std::string_view Value::string_value() const { return As<TextPayload>(data_.payload).text; }
std::string_view Value::bytes_value() const { return As<TextPayload>(data_.payload).text; }

std::span<const Value> Value::elements() const {
  if (kind_ != Kind::kList) return {};
  return As<ListPayload>(data_.payload).elements;
}

std::span<const MapEntry> Value::entries() const {
  if (kind_ != Kind::kMap) return {};
  return As<MapPayload>(data_.payload).entries;
}

std::size_t Value::size() const {
  switch (kind_) {
    case Kind::kList: return elements().size();
    case Kind::kMap: return entries().size();
    case Kind::kString:
    case Kind::kBytes: return string_value().size();
    default: return 0;
  }
}

std::uint64_t Value::weight() const {
  switch (kind_) {
    case Kind::kList: return As<ListPayload>(data_.payload).weight;
    case Kind::kMap: return As<MapPayload>(data_.payload).weight;
    case Kind::kString:
    case Kind::kBytes: return 1 + size() / 16;
    case Kind::kOptional: return optional_value() == nullptr ? 1 : 1 + optional_value()->weight();
    default: return 1;
  }
}

const Value* Value::Find(std::string_view key) const { return Find(key, Hash64(key)); }

const Value* Value::Find(std::string_view key, std::uint64_t hash) const {
  if (kind_ != Kind::kMap) return nullptr;
  const auto& map = As<MapPayload>(data_.payload);
  const auto is_equal = [&](const Value& other) {
    return other.kind_ == Kind::kString && other.string_value() == key;
  };
  if (!map.slots.empty()) return map.Search(hash, is_equal);
  for (const MapEntry& entry : map.entries) {
    if (is_equal(entry.first)) return &entry.second;
  }
  return nullptr;
}

const Value* Value::FindKey(const Value& key) const {
  if (key.kind_ == Kind::kString) return Find(key.string_value());
  if (kind_ != Kind::kMap) return nullptr;
  const auto& map = As<MapPayload>(data_.payload);
  const auto is_equal = [&](const Value& other) { return Equal(other, key); };
  if (!map.slots.empty()) return map.Search(HashKey(key), is_equal);
  for (const MapEntry& entry : map.entries) {
    if (is_equal(entry.first)) return &entry.second;
  }
  return nullptr;
}

bool Value::is_bound() const {
  if (kind_ == Kind::kList) return As<ListPayload>(data_.payload).is_bound;
  if (kind_ == Kind::kMap) return As<MapPayload>(data_.payload).is_bound;
  return false;
}

const Value* Value::optional_value() const {
  if (kind_ != Kind::kOptional) return nullptr;
  const auto& value = As<OptionalPayload>(data_.payload).value;
  return value.has_value() ? &*value : nullptr;
}

std::span<const UnknownPath> Value::unknown_paths() const {
  if (kind_ != Kind::kUnknown) return {};
  return As<UnknownPayload>(data_.payload).paths;
}

std::string_view Value::missing_reason() const {
  return is_missing() ? std::string_view(unknown_paths().front().reason) : std::string_view();
}

std::string_view Value::error_code() const {
  return is_error() ? std::string_view(As<ErrorPayload>(data_.payload).code) : std::string_view();
}

std::string_view Value::error_message() const {
  return is_error() ? std::string_view(As<ErrorPayload>(data_.payload).message)
                    : std::string_view();
}

std::size_t Value::error_line() const {
  return is_error() ? As<ErrorPayload>(data_.payload).line : 0;
}

std::size_t Value::error_column() const {
  return is_error() ? As<ErrorPayload>(data_.payload).column : 0;
}

}  // namespace referee::cel
