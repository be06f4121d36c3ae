// The encoders extension: base64.encode() and base64.decode().

#include "src/cel/base64.h"
#include "src/cel/error.h"
#include "src/cel/function_table.h"

namespace referee::cel {
namespace {

Value Encode(Arguments arguments) {
  return Value::String(EncodeBase64(arguments[0]->bytes_value()));
}

Value Decode(Arguments arguments) {
  auto bytes = DecodeBase64(arguments[0]->string_value());
  if (!bytes.has_value()) return ErrorOf(kInvalidArgument, "the text is not base64");
  return Value::Bytes(*std::move(bytes));
}

constexpr FunctionRow kRows[] = {
    {"base64.encode", "(bytes) -> string", Encode, Cost::kText},
    {"base64.decode", "(string) -> bytes", Decode, Cost::kText},
};

}  // namespace

std::span<const FunctionRow> EncoderRows() { return kRows; }

}  // namespace referee::cel
