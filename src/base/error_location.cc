#include "src/base/error_location.h"

#include <charconv>
#include <optional>
#include <string>
#include <utility>

#include "absl/strings/cord.h"

namespace referee {
namespace {

constexpr char kPointerPayload[] = "referee/json-pointer";
constexpr char kFilePayload[] = "referee/file";
constexpr char kLinePayload[] = "referee/line";
constexpr char kColumnPayload[] = "referee/column";
constexpr char kCodePayload[] = "referee/code";

std::string Payload(const absl::Status& status, const char* url) {
  const auto payload = status.GetPayload(url);
  return payload.has_value() ? std::string(*payload) : std::string();
}

std::size_t NumberPayload(const absl::Status& status, const char* url) {
  const std::string text = Payload(status, url);
  std::size_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

void AppendEscaped(std::string_view segment, std::string& out) {
  for (const char c : segment) {
    if (c == '~') {
      out += "~0";
    } else if (c == '/') {
      out += "~1";
    } else {
      out += c;
    }
  }
}

}  // namespace

absl::Status Invalid(std::string_view message) {
  return absl::InvalidArgumentError(std::string(message));
}

absl::Status InvalidKind(std::string_view expected, std::string_view found) {
  std::string message = "must be ";
  message += expected;
  message += ", found ";
  message += found;
  return absl::InvalidArgumentError(message);
}

absl::Status InsideOf(std::string_view segment, absl::Status status) {
  if (status.ok()) return status;
  std::string pointer = "/";
  AppendEscaped(segment, pointer);
  pointer += ErrorPointer(status);
  status.SetPayload(kPointerPayload, absl::Cord(std::move(pointer)));
  return status;
}

absl::Status InsideOf(std::size_t index, absl::Status status) {
  if (status.ok()) return status;
  return InsideOf(std::string_view(std::to_string(index)), std::move(status));
}

absl::Status AtLine(std::string_view file, std::size_t line, absl::Status status) {
  if (status.ok() || ErrorLine(status) != 0) return status;
  if (!file.empty()) status.SetPayload(kFilePayload, absl::Cord(std::string(file)));
  if (line != 0) status.SetPayload(kLinePayload, absl::Cord(std::to_string(line)));
  return status;
}

absl::Status AtColumn(std::size_t line, std::size_t column, absl::Status status) {
  if (status.ok()) return status;
  status.SetPayload(kLinePayload, absl::Cord(std::to_string(line)));
  status.SetPayload(kColumnPayload, absl::Cord(std::to_string(column)));
  return status;
}

absl::Status WithCode(std::string_view code, absl::Status status) {
  if (!status.ok()) status.SetPayload(kCodePayload, absl::Cord(std::string(code)));
  return status;
}

std::string ErrorPointer(const absl::Status& status) { return Payload(status, kPointerPayload); }
std::string ErrorFile(const absl::Status& status) { return Payload(status, kFilePayload); }
std::size_t ErrorLine(const absl::Status& status) { return NumberPayload(status, kLinePayload); }
std::size_t ErrorColumn(const absl::Status& status) {
  return NumberPayload(status, kColumnPayload);
}
std::string ErrorCode(const absl::Status& status) { return Payload(status, kCodePayload); }

std::string DescribeError(const absl::Status& status) {
  std::string out = ErrorFile(status);
  const std::size_t line = ErrorLine(status);
  if (line != 0) {
    if (!out.empty()) out += ':';
    out += std::to_string(line);
    const std::size_t column = ErrorColumn(status);
    if (column != 0) {
      out += ':';
      out += std::to_string(column);
    }
  }
  if (!out.empty()) out += ": ";
  const std::string pointer = ErrorPointer(status);
  if (!pointer.empty()) {
    out += pointer;
    out += ": ";
  }
  out.append(status.message().data(), status.message().size());
  return out;
}

}  // namespace referee
