// Any bytes as NDJSON records: refused without a trace, or loaded and found again.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "src/index/candidates.h"
#include "src/index/snapshot.h"
#include "src/normalize/normalize.h"

namespace {

using namespace referee;

void Require(bool holds) {
  if (!holds) __builtin_trap();
}

void CheckLoaded(const Snapshot& snapshot) {
  for (int i = 0; i < static_cast<int>(RecordType::kSubmission); ++i) {
    const auto type = static_cast<RecordType>(i);
    for (const RecordNo number : snapshot.AllOf(type)) {
      const Record record = snapshot.RecordAt(number);
      Require(TypeOf(record) == type && IdOf(record) == snapshot.IdAt(number));
      Require(snapshot.Find(type, IdOf(record)) == number);
      Features stored;
      snapshot.FeaturesAt(number, &stored);
      if (stored.person.empty() && stored.company.empty()) continue;
      CandidateSet found;
      FindCandidates(snapshot, stored, {}, &found);
      Require(!found.truncated);
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  Corpus corpus;
  const absl::Status loaded = corpus.LoadNdjson("fuzz", bytes, {});
  const Snapshot snapshot = corpus.Publish();
  if (!loaded.ok()) {
    Require(snapshot.size() == 0);
  } else {
    CheckLoaded(snapshot);
    // The same once more replaces every record.
    Require(corpus.LoadNdjson("again", bytes, {}).ok());
    Require(corpus.Publish().size() == snapshot.size());
  }
  return 0;
}
