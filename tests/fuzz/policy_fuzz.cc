// Any bytes as a policy document: refused with a place, or a policy that can be read back.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "src/policy/policy.h"

namespace {

void Require(bool holds) {
  if (!holds) __builtin_trap();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view json(reinterpret_cast<const char*>(data), size);
  const auto policy = referee::Policy::FromJson(json);
  if (!policy.ok()) return 0;
  const auto again = referee::Policy::FromJson(policy->document());
  Require(again.ok());
  Require(again->hash() == policy->hash());
  return 0;
}
