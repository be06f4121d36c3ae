// A CEL value: what expressions read, compute and give back.
//
// Sixteen bytes, cheap to copy (texts, lists and maps are shared and counted), immutable, safe to
// share between threads.  `kError` and `kUnknown` are not values of the language: an error says
// what went wrong and where, an unknown names the paths whose evidence is missing.

#ifndef REFEREE_SRC_CEL_VALUE_H_
#define REFEREE_SRC_CEL_VALUE_H_

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "src/base/instant.h"

namespace referee::cel {

enum class Kind : std::uint8_t {
  kNull,
  kBool,
  kInt,
  kUint,
  kDouble,
  kString,
  kBytes,
  kList,
  kMap,
  kType,
  kTimestamp,
  kDuration,
  kOptional,
  kError,
  kUnknown,
};

// The name of the type in the language: "int", "null_type", "google.protobuf.Timestamp" ...;
// "error" and "unknown" for what is not a value of the language.
std::string_view TypeName(Kind kind);

struct UnknownPath {
  std::string path;    // "referral.consent", "touches[2].kind".
  std::string reason;  // "absent", "null", "empty".

  friend bool operator==(const UnknownPath&, const UnknownPath&) = default;
  friend auto operator<=>(const UnknownPath&, const UnknownPath&) = default;  // NOLINT: no null
};

class Value;
using MapEntry = std::pair<Value, Value>;

// What a value shares with its copies.
struct Payload {
  Payload() = default;
  Payload(const Payload&) = delete;
  Payload& operator=(const Payload&) = delete;
  virtual ~Payload() = default;

  mutable std::atomic<std::uint32_t> references{1};
};

class Value {
 public:
  Value() = default;  // null
  Value(const Value& other)
      : data_(other.data_),
        nanos_(other.nanos_),
        kind_(other.kind_),
        is_counted_(other.is_counted_) {
    if (is_counted_) Retain();
  }
  Value(Value&& other) noexcept
      : data_(other.data_),
        nanos_(other.nanos_),
        kind_(other.kind_),
        is_counted_(other.is_counted_) {
    other.kind_ = Kind::kNull;
    other.is_counted_ = false;
  }
  Value& operator=(Value other) noexcept {
    std::swap(data_, other.data_);
    std::swap(nanos_, other.nanos_);
    std::swap(kind_, other.kind_);
    std::swap(is_counted_, other.is_counted_);
    return *this;
  }
  ~Value() {
    if (is_counted_) Release();
  }

  static Value Null() { return Value(); }
  static Value Bool(bool value) { return Value(Kind::kBool, Data{.integer = value ? 1 : 0}); }
  static Value Int(std::int64_t value) { return Value(Kind::kInt, Data{.integer = value}); }
  static Value Uint(std::uint64_t value) { return Value(Kind::kUint, Data{.natural = value}); }
  static Value Double(double value) { return Value(Kind::kDouble, Data{.real = value}); }
  static Value String(std::string value);  // UTF-8.
  // A string for the life of the process: its copies are not counted, so that threads that share
  // it do not meet.  Never freed.
  static Value Constant(std::string_view value);
  static Value Bytes(std::string value);
  static Value Timestamp(Instant value) {
    return Value(Kind::kTimestamp, Data{.integer = value.seconds}, value.nanoseconds);
  }
  // The sign of `nanos` is that of the whole, as in google.protobuf.Duration.
  static Value Duration(std::int64_t seconds, std::int32_t nanos) {
    return Value(Kind::kDuration, Data{.integer = seconds}, nanos);
  }
  // The type of this kind; not of kError and kUnknown.
  static Value Type(Kind kind) {
    return Value(Kind::kType, Data{.integer = static_cast<std::int64_t>(kind)});
  }

  // Lists and maps that the host binds: what they lack is missing evidence.  Keys are strings,
  // ints, uints or bools; of equal keys the first is found.
  static Value List(std::vector<Value> elements);
  static Value Map(std::vector<MapEntry> entries);
  // A map with string keys; duplicates are not allowed.
  static Value Object(std::vector<std::pair<std::string, Value>> members);

  // The same made by an expression: what they lack is an error, not missing evidence.
  static Value LiteralList(std::vector<Value> elements);
  static Value LiteralMap(std::vector<MapEntry> entries);

  static Value Optional(Value value);
  static Value OptionalNone();

  // Inside an Object: a declared member without a value, with its reason ("null", "empty").  It
  // is unknown in evidence mode and an absent key in strict mode.
  static Value Missing(std::string reason);
  static Value Unknown(std::vector<UnknownPath> paths);
  // `line` and `column` count from 1; 0 where the place is not known.
  static Value Error(std::string code, std::string message, std::size_t line = 0,
                     std::size_t column = 0);

  Kind kind() const { return kind_; }
  bool is_error() const { return kind_ == Kind::kError; }
  bool is_unknown() const { return kind_ == Kind::kUnknown; }
  bool is_missing() const;  // Made by Missing().

  // Each Requires: the kind it is named after.
  bool bool_value() const { return data_.integer != 0; }
  std::int64_t int_value() const { return data_.integer; }
  std::uint64_t uint_value() const { return data_.natural; }
  double double_value() const { return data_.real; }
  std::string_view string_value() const;
  std::string_view bytes_value() const;
  Instant timestamp_value() const { return Instant{data_.integer, nanos_}; }
  std::int64_t duration_seconds() const { return data_.integer; }
  std::int32_t duration_nanos() const { return nanos_; }
  Kind type_value() const { return static_cast<Kind>(data_.integer); }

  std::span<const Value> elements() const;    // Of a list; empty for other kinds.
  std::span<const MapEntry> entries() const;  // Of a map, in order of making; empty otherwise.
  // Elements of a list, entries of a map, octets of bytes or of a string; 0 otherwise.
  std::size_t size() const;
  // How many values this one shows when it is written out, itself included; what is shared counts
  // every time.  At most kMaxWeight.  Constant time.
  std::uint64_t weight() const;
  static constexpr std::uint64_t kMaxWeight = std::uint64_t{1} << 40;

  // The entry of a map, or null when there is none or this is no map.  Missing() members are
  // found.  Constant time on average.
  const Value* Find(std::string_view key) const;
  const Value* Find(std::string_view key, std::uint64_t hash) const;  // `hash` is Hash64(key).
  const Value* FindKey(const Value& key) const;  // Numbers of any type by their value.
  bool is_bound() const;                         // A list or map that the host bound.

  // Of an optional: its value, or null when it has none.
  const Value* optional_value() const;

  std::span<const UnknownPath> unknown_paths() const;  // Sorted, without duplicates.
  std::string_view missing_reason() const;             // Of Missing().
  std::string_view error_code() const;                 // "divide_by_zero".
  std::string_view error_message() const;
  std::size_t error_line() const;
  std::size_t error_column() const;

 private:
  union Data {
    std::int64_t integer;
    std::uint64_t natural;
    double real;
    const Payload* payload;
  };

  Value(Kind kind, Data data, std::int32_t nanos = 0) : data_(data), nanos_(nanos), kind_(kind) {}
  Value(Kind kind, const Payload* payload)
      : data_(Data{.payload = payload}), kind_(kind), is_counted_(true) {}

  void Retain() const { data_.payload->references.fetch_add(1, std::memory_order_relaxed); }
  void Release() const {
    if (data_.payload->references.fetch_sub(1, std::memory_order_acq_rel) == 1) {
      delete data_.payload;
    }
  }

  Data data_ = {.integer = 0};
  std::int32_t nanos_ = 0;
  Kind kind_ = Kind::kNull;
  bool is_counted_ = false;  // The payload is shared and counted.
};

static_assert(sizeof(Value) == 16);

// The JSON form that `eval` prints: numbers as numbers (a double that is not finite as its name in
// a string), timestamps as RFC 3339, durations as "90s", bytes as base64, an absent optional as
// null, map keys as text.  Errors and unknowns become the objects {"error": ...} and
// {"unknown": [...]}.  Linear.
std::string ToJson(const Value& value);

}  // namespace referee::cel

#endif  // REFEREE_SRC_CEL_VALUE_H_
