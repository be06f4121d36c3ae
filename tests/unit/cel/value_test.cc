#include "src/cel/value.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "src/cel/equality.h"

TEST_SUITE_BEGIN("cel/value");

namespace referee::cel {
namespace {

TEST_CASE("a copy shares and outlives its original") {
  Value copy;
  {
    const Value original = Value::List({Value::String("a text"), Value::Int(1)});
    copy = original;
    const Value another = copy;
    CHECK(another.elements().data() == original.elements().data());
  }
  CHECK(copy.elements()[0].string_value() == "a text");
  copy = copy.elements()[0];
  CHECK(copy.string_value() == "a text");
}

TEST_CASE("every entry of a map of any size is found, by keys of any number type") {
  for (const int size : {0, 1, 8, 9, 100, 1000}) {
    std::vector<MapEntry> entries;
    for (int i = 0; i < size; ++i) {
      if (i % 2 == 0) {
        entries.emplace_back(Value::Int(i), Value::Int(i));
      } else {
        entries.emplace_back(Value::String("k" + std::to_string(i)), Value::Int(i));
      }
    }
    const Value map = Value::Map(std::move(entries));
    for (int i = 0; i < size; ++i) {
      CAPTURE(i);
      if (i % 2 == 1) {
        REQUIRE(map.Find("k" + std::to_string(i)) != nullptr);
        CHECK(map.Find("k" + std::to_string(i))->int_value() == i);
        continue;
      }
      for (const Value& key : {Value::Int(i), Value::Uint(static_cast<std::uint64_t>(i)),
                               Value::Double(static_cast<double>(i))}) {
        REQUIRE(map.FindKey(key) != nullptr);
        CHECK(map.FindKey(key)->int_value() == i);
      }
    }
    CHECK(map.Find("none") == nullptr);
    CHECK(map.FindKey(Value::Double(0.5)) == nullptr);
    CHECK(map.FindKey(Value::Null()) == nullptr);
  }
}

TEST_CASE("numbers compare on one line, exactly") {
  const double two_to_53 = 9007199254740992.0;
  CHECK(Equal(Value::Int(9007199254740992), Value::Double(two_to_53)));
  CHECK_FALSE(Equal(Value::Int(9007199254740993), Value::Double(two_to_53)));
  CHECK(Compare(Value::Int(9007199254740993), Value::Double(two_to_53)) ==
        std::partial_ordering::greater);
  CHECK(Compare(Value::Int(-1), Value::Uint(0)) == std::partial_ordering::less);
  CHECK(Compare(Value::Uint(1), Value::Double(1.5)) == std::partial_ordering::less);
  CHECK(Compare(Value::Double(-0.5), Value::Uint(0)) == std::partial_ordering::less);
  CHECK_FALSE(Compare(Value::Int(1), Value::String("1")).has_value());
}

TEST_CASE("order and equality of random numbers agree with those of long double") {
  std::mt19937_64 random(7);
  const auto make = [&](long double* exact) {
    switch (random() % 3) {
      case 0: {
        const auto number = static_cast<std::int64_t>(random() >> (random() % 64));
        *exact = static_cast<long double>(number);
        return Value::Int(number);
      }
      case 1: {
        const std::uint64_t number = random() >> (random() % 64);
        *exact = static_cast<long double>(number);
        return Value::Uint(number);
      }
      default: {
        const double number = static_cast<double>(random() >> (random() % 64)) / 4 - 1000;
        *exact = static_cast<long double>(number);
        return Value::Double(number);
      }
    }
  };
  for (int i = 0; i < 20000; ++i) {
    long double left = 0;
    long double right = 0;
    const Value a = make(&left);
    const Value b = make(&right);
    CHECK(Equal(a, b) == (left == right));
    CHECK(Compare(a, b) == (left <=> right));
  }
}

TEST_CASE("maps are equal whatever their order, lists are not") {
  const auto pair = [](std::string_view a, std::string_view b) {
    return Value::Object({{std::string(a), Value::Int(1)}, {std::string(b), Value::Int(1)}});
  };
  CHECK(Equal(pair("x", "y"), pair("y", "x")));
  CHECK_FALSE(Equal(pair("x", "y"), pair("x", "z")));
  CHECK_FALSE(Equal(Value::List({Value::Int(1), Value::Int(2)}),
                    Value::List({Value::Int(2), Value::Int(1)})));
  CHECK(Equal(Value::List({Value::Int(1)}), Value::List({Value::Double(1)})));
}

TEST_CASE("a weight counts what is shared every time, and never overflows") {
  Value value = Value::Int(1);
  for (int i = 0; i < 100; ++i) value = Value::LiteralList({value, value});
  CHECK(value.weight() == Value::kMaxWeight);
}

}  // namespace
}  // namespace referee::cel

TEST_SUITE_END();
