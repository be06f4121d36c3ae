// The value of one optional field.  Absent, null and empty are three different things, and all
// three differ from a value: missing evidence is a verdict of its own, so it must be told apart.

#ifndef REFEREE_SRC_RECORD_FIELD_H_
#define REFEREE_SRC_RECORD_FIELD_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "src/base/instant.h"

namespace referee {

enum class Presence : std::uint8_t {
  kAbsent,   // The document does not mention the field.
  kNull,     // The document says null.
  kEmpty,    // A text that is empty or blank.
  kPresent,  // A value; an empty list, false and 0 are values.
};

// "absent", "null", "empty" or "present".
std::string_view PresenceName(Presence presence);

template <typename T>
class Maybe {
 public:
  Maybe() = default;
  Maybe(T value)  // NOLINT(google-explicit-constructor): a value is a Maybe
      : presence_(Presence::kPresent), value_(std::move(value)) {}

  static Maybe Without(Presence presence) {
    Maybe none;
    none.presence_ = presence;
    return none;
  }

  bool has() const { return presence_ == Presence::kPresent; }
  Presence presence() const { return presence_; }

  // The value, or T{} without one.
  const T& get() const { return value_; }
  const T* operator->() const { return &value_; }
  const T& operator*() const { return value_; }
  T& mutable_value() {
    presence_ = Presence::kPresent;
    return value_;
  }

  friend bool operator==(const Maybe& a, const Maybe& b) {
    return a.presence_ == b.presence_ && (!a.has() || a.value_ == b.value_);
  }

 private:
  Presence presence_ = Presence::kAbsent;
  T value_{};
};

using Text = Maybe<std::string>;  // Blank text is kEmpty; the value is kept as given.
using TextList = Maybe<std::vector<std::string>>;
using Flag = Maybe<bool>;
using Integer = Maybe<std::int32_t>;
using Number = Maybe<double>;

// A point in time and the text it was given as: facts are quoted as given.
struct Time {
  Instant instant;
  std::string text;
  friend bool operator==(const Time& a, const Time& b) { return a.instant == b.instant; }
};
using Moment = Maybe<Time>;

struct Date {
  Day day = 0;
  std::string text;
  friend bool operator==(const Date& a, const Date& b) { return a.day == b.day; }
};
using CalendarDate = Maybe<Date>;

// An amount in the minor units of its currency (ISO 4217), as "minor": 1250000, "currency": "USD".
struct Amount {
  Maybe<std::int64_t> minor;
  Text currency;
  friend bool operator==(const Amount&, const Amount&) = default;
};
using Money = Maybe<Amount>;

// A member that the contract does not name, kept as it was written.
struct ExtraMember {
  std::string name;
  std::string json;
  friend bool operator==(const ExtraMember&, const ExtraMember&) = default;
};

}  // namespace referee

#endif  // REFEREE_SRC_RECORD_FIELD_H_
