// A mapping of the customer's columns, a zero byte, the name of a shipped mapping, a zero byte, and
// a CSV file: refused with a place, or records that intake accepts or refuses with a place.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "src/base/error_location.h"
#include "src/index/snapshot.h"

namespace {

using namespace referee;

void Require(bool holds) {
  if (!holds) __builtin_trap();
}

std::string_view TakePart(std::string_view* rest) {
  const std::size_t end = std::min(rest->find('\0'), rest->size());
  const std::string_view part = rest->substr(0, end);
  rest->remove_prefix(std::min(end + 1, rest->size()));
  return part;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  const std::string_view mapping = TakePart(&rest);
  const std::string_view map = TakePart(&rest);
  Corpus corpus;
  static_cast<void>(corpus.SetMapping(mapping, {}));
  const absl::Status loaded = corpus.LoadCsv(map, "fuzz.csv", rest, {});
  if (!loaded.ok()) {
    Require(ErrorLine(loaded) > 0);
    Require(ErrorFile(loaded) == "fuzz.csv");
    Require(corpus.Publish().size() == 0);
  }
  // Nothing of a refused file spoils the next load.
  if (mapping.empty()) {
    Require(corpus.LoadCsv("salesforce:lead", "next.csv", "Id\nl1\n", {}).ok());
  }
  return 0;
}
