#include "src/intake/field_reader.h"

#include <algorithm>

#include "src/base/text.h"

namespace referee::intake {
namespace {

using json::Kind;
using json::KindName;
using json::Node;

constexpr std::int64_t kLargestMinor = std::numeric_limits<std::int64_t>::max();
constexpr std::int32_t kLargest32 = std::numeric_limits<std::int32_t>::max();
constexpr std::int32_t kSmallest32 = std::numeric_limits<std::int32_t>::min();

bool IsCurrencyCode(std::string_view text) {
  return text.size() == 3 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

absl::Status ReadCurrency(const Node& node, Text& out) {
  REFEREE_RETURN_IF_ERROR(Read(node, {}, out));
  if (out.has() && !IsCurrencyCode(*out)) {
    return Invalid(
        "must be a currency code of three capital letters (ISO 4217), found another text");
  }
  return absl::OkStatus();
}

std::string OneOf(Words allowed) {
  std::string message = "must be one of";
  for (const std::string_view word : allowed) {
    message += word == allowed.front() ? " " : ", ";
    message += word;
  }
  message += "; found another text";
  return message;
}

}  // namespace

absl::Status Read(const Node& node, const ReadContext&, std::string& out) {
  if (node.kind != Kind::kString) return InvalidKind("a string", KindName(node.kind));
  if (IsBlank(node.text)) return Invalid("must not be blank");
  out = node.text;
  return absl::OkStatus();
}

absl::Status Read(const Node& node, const ReadContext&, Text& out) {
  if (node.kind == Kind::kNull) {
    out = Text::Without(Presence::kNull);
    return absl::OkStatus();
  }
  if (node.kind != Kind::kString) return InvalidKind("a string", KindName(node.kind));
  out = IsBlank(node.text) ? Text::Without(Presence::kEmpty) : Text(std::string(node.text));
  return absl::OkStatus();
}

absl::Status Read(const Node& node, const ReadContext&, TextList& out) {
  if (node.kind == Kind::kNull) {
    out = TextList::Without(Presence::kNull);
    return absl::OkStatus();
  }
  if (node.kind != Kind::kArray) return InvalidKind("a list of strings", KindName(node.kind));
  std::vector<std::string>& list = out.mutable_value();
  for (std::size_t i = 0; i < node.elements.size(); ++i) {
    const Node& element = node.elements[i];
    if (element.kind != Kind::kString) {
      return InsideOf(i, InvalidKind("a string", KindName(element.kind)));
    }
    if (!IsBlank(element.text)) list.emplace_back(element.text);
  }
  return absl::OkStatus();
}

absl::Status Read(const Node& node, const ReadContext&, Flag& out) {
  if (node.kind == Kind::kNull) {
    out = Flag::Without(Presence::kNull);
    return absl::OkStatus();
  }
  if (node.kind != Kind::kBool) return InvalidKind("a boolean", KindName(node.kind));
  out = node.boolean;
  return absl::OkStatus();
}

absl::Status Read(const Node& node, const ReadContext&, Integer& out) {
  if (node.kind == Kind::kNull) {
    out = Integer::Without(Presence::kNull);
    return absl::OkStatus();
  }
  REFEREE_ASSIGN_OR_RETURN(const std::int64_t value,
                           json::ToInteger(node, kSmallest32, kLargest32));
  out = static_cast<std::int32_t>(value);
  return absl::OkStatus();
}

absl::Status ReadCount(const Node& node, Integer& out) {
  if (node.kind == Kind::kNull) {
    out = Integer::Without(Presence::kNull);
    return absl::OkStatus();
  }
  REFEREE_ASSIGN_OR_RETURN(const std::int64_t value, json::ToInteger(node, 0, kLargest32));
  out = static_cast<std::int32_t>(value);
  return absl::OkStatus();
}

absl::Status Read(const Node& node, const ReadContext&, Number& out) {
  if (node.kind == Kind::kNull) {
    out = Number::Without(Presence::kNull);
    return absl::OkStatus();
  }
  REFEREE_ASSIGN_OR_RETURN(const double value, json::ToDouble(node));
  out = value;
  return absl::OkStatus();
}

absl::Status Read(const Node& node, const ReadContext&, Moment& out) {
  if (node.kind == Kind::kNull) {
    out = Moment::Without(Presence::kNull);
    return absl::OkStatus();
  }
  if (node.kind != Kind::kString) return InvalidKind("a time of RFC 3339", KindName(node.kind));
  if (IsBlank(node.text)) {
    out = Moment::Without(Presence::kEmpty);
    return absl::OkStatus();
  }
  REFEREE_ASSIGN_OR_RETURN(const Instant instant, ParseInstant(node.text));
  out = Time{instant, std::string(node.text)};
  return absl::OkStatus();
}

absl::Status Read(const Node& node, const ReadContext&, CalendarDate& out) {
  if (node.kind == Kind::kNull) {
    out = CalendarDate::Without(Presence::kNull);
    return absl::OkStatus();
  }
  if (node.kind != Kind::kString) return InvalidKind("a date YYYY-MM-DD", KindName(node.kind));
  if (IsBlank(node.text)) {
    out = CalendarDate::Without(Presence::kEmpty);
    return absl::OkStatus();
  }
  REFEREE_ASSIGN_OR_RETURN(const Day day, ParseDay(node.text));
  out = Date{day, std::string(node.text)};
  return absl::OkStatus();
}

absl::Status Read(const Node& node, const ReadContext& context, Money& out) {
  if (node.kind == Kind::kNull) {
    out = Money::Without(Presence::kNull);
    return absl::OkStatus();
  }
  if (node.kind != Kind::kObject) return InvalidKind("an object", KindName(node.kind));
  Amount& amount = out.mutable_value();
  for (const json::Member& member : node.members) {
    if (member.name == "minor") {
      if (member.value.kind == Kind::kNull) {
        amount.minor = Maybe<std::int64_t>::Without(Presence::kNull);
        continue;
      }
      const auto minor = json::ToInteger(member.value, 0, kLargestMinor);
      if (!minor.ok()) return InsideOf("minor", minor.status());
      amount.minor = *minor;
    } else if (member.name == "currency") {
      REFEREE_RETURN_IF_ERROR(InsideOf("currency", ReadCurrency(member.value, amount.currency)));
    } else {
      KeepUnknown(context, member.name, member.value, nullptr);
    }
  }
  return absl::OkStatus();
}

absl::Status Read(const Node& node, const ReadContext&, std::vector<std::int32_t>& out) {
  if (node.kind == Kind::kNull) return absl::OkStatus();
  if (node.kind != Kind::kArray) return InvalidKind("a list of integers", KindName(node.kind));
  for (std::size_t i = 0; i < node.elements.size(); ++i) {
    const auto value = json::ToInteger(node.elements[i], kSmallest32, kLargest32);
    if (!value.ok()) return InsideOf(i, value.status());
    out.push_back(static_cast<std::int32_t>(*value));
  }
  return absl::OkStatus();
}

absl::Status ReadWord(const Node& node, Words allowed, Text& out) {
  REFEREE_RETURN_IF_ERROR(Read(node, {}, out));
  if (out.has() && std::find(allowed.begin(), allowed.end(), *out) == allowed.end()) {
    return Invalid(OneOf(allowed));
  }
  return absl::OkStatus();
}

absl::Status ReadWords(const Node& node, Words allowed, TextList& out) {
  REFEREE_RETURN_IF_ERROR(Read(node, {}, out));
  for (std::size_t i = 0; i < out.get().size(); ++i) {
    if (std::find(allowed.begin(), allowed.end(), out.get()[i]) == allowed.end()) {
      return InsideOf(i, Invalid(OneOf(allowed)));
    }
  }
  return absl::OkStatus();
}

void KeepUnknown(const ReadContext& context, std::string_view name, const Node& node,
                 std::vector<ExtraMember>* extra) {
  if (context.unknown != nullptr) {
    std::string place(context.place);
    place += '.';
    place += name;
    context.unknown->insert(std::move(place));
  }
  if (extra == nullptr) return;
  ExtraMember member;
  member.name = name;
  json::AppendJson(node, member.json);
  extra->push_back(std::move(member));
}

}  // namespace referee::intake
