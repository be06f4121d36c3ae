#include "capi/error.h"

#include <exception>
#include <memory>
#include <new>
#include <string>
#include <utility>

#include "capi/text.h"
#include "src/base/error_location.h"
#include "src/base/json_writer.h"

namespace {

// The heap part of an error: what the views of referee_error show.
struct ErrorText {
  std::string message, pointer, file, code, json;
};

}  // namespace

// Views over constants or over `owned`, and trivially destructible: the error for "out of memory"
// can be a constant, with neither an allocation nor a destructor at exit.
struct referee_error {
  referee_status status;
  referee_str message, pointer, file, code, json;
  std::size_t line, column;
  const ErrorText* owned;  // Null for the constant.
};

namespace referee::capi {
namespace {

constexpr referee_error kOutOfMemory = {
    REFEREE_RESOURCE_EXHAUSTED,
    BorrowLiteral("out of memory"),
    kNoText,
    kNoText,
    BorrowLiteral("memory"),
    BorrowLiteral(R"({"schema":"referee.error/1","status":"RESOURCE_EXHAUSTED",)"
                  R"("message":"out of memory","code":"memory"})"),
    0,
    0,
    nullptr};

// absl has codes that the C API does not promise; they do not occur unless something is wrong.
referee_status CodeOf(const absl::Status& status) {
  switch (status.code()) {
    case absl::StatusCode::kUnknown:
    case absl::StatusCode::kOutOfRange:
    case absl::StatusCode::kUnauthenticated: return REFEREE_INTERNAL;
    default: return static_cast<referee_status>(status.code());
  }
}

std::string ErrorJson(const referee_error& error, const ErrorText& text) {
  std::string out;
  json::Writer writer(&out);
  const referee_str name = referee_status_name(error.status);
  writer.BeginObject().Key("schema").String("referee.error/1");
  writer.Key("status").String({name.data, name.size}).Key("message").String(text.message);
  if (!text.pointer.empty()) writer.Key("pointer").String(text.pointer);
  if (!text.file.empty()) writer.Key("file").String(text.file);
  if (error.line > 0) writer.Key("line").Integer(static_cast<std::int64_t>(error.line));
  if (error.column > 0) writer.Key("column").Integer(static_cast<std::int64_t>(error.column));
  if (!text.code.empty()) writer.Key("code").String(text.code);
  writer.EndObject();
  return out;
}

referee_error* NewError(const absl::Status& status) {
  auto text = std::make_unique<ErrorText>();
  auto error = std::make_unique<referee_error>();
  error->status = CodeOf(status);
  error->line = ErrorLine(status);
  error->column = ErrorColumn(status);
  text->message = std::string(status.message());
  text->pointer = ErrorPointer(status);
  text->file = ErrorFile(status);
  text->code = ErrorCode(status);
  text->json = ErrorJson(*error, *text);
  error->message = Borrow(text->message);
  error->pointer = Borrow(text->pointer);
  error->file = Borrow(text->file);
  error->code = Borrow(text->code);
  error->json = Borrow(text->json);
  error->owned = text.release();
  return error.release();
}

}  // namespace

referee_status Report(const absl::Status& status, referee_error** error) noexcept {
  try {
    if (error != nullptr) *error = NewError(status);
    return CodeOf(status);
  } catch (...) {
    return ReportOutOfMemory(error);
  }
}

referee_status ReportInternal(const char* what, referee_error** error) noexcept {
  try {
    return Report(absl::InternalError(std::string(what)), error);
  } catch (...) {
    return ReportOutOfMemory(error);
  }
}

referee_status ReportOutOfMemory(referee_error** error) noexcept {
  // The handle is not const in C, but referee_error_free() knows this one and nothing writes to it.
  if (error != nullptr) *error = const_cast<referee_error*>(&kOutOfMemory);
  return REFEREE_RESOURCE_EXHAUSTED;
}

}  // namespace referee::capi

using referee::capi::kNoText;

referee_status referee_error_status(const referee_error* error) {
  return error == nullptr ? REFEREE_OK : error->status;
}
referee_str referee_error_message(const referee_error* error) {
  return error == nullptr ? kNoText : error->message;
}
referee_str referee_error_pointer(const referee_error* error) {
  return error == nullptr ? kNoText : error->pointer;
}
referee_str referee_error_file(const referee_error* error) {
  return error == nullptr ? kNoText : error->file;
}
size_t referee_error_line(const referee_error* error) { return error == nullptr ? 0 : error->line; }
size_t referee_error_column(const referee_error* error) {
  return error == nullptr ? 0 : error->column;
}
referee_str referee_error_code(const referee_error* error) {
  return error == nullptr ? kNoText : error->code;
}
referee_str referee_error_json(const referee_error* error) {
  return error == nullptr ? kNoText : error->json;
}

size_t referee_error_issue_count(const referee_error* error) { return error == nullptr ? 0 : 1; }
const referee_error* referee_error_issue_at(const referee_error* error, size_t index) {
  return index == 0 ? error : nullptr;
}

void referee_error_free(referee_error* error) {
  if (error == nullptr || error->owned == nullptr) return;
  delete error->owned;
  delete error;
}
