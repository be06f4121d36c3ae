#include "absl/status/status.h"
#include "capi/guard.h"
#include "include/referee/referee.h"

using referee::capi::Guard;

referee_status referee_corpus_load_csv(referee_corpus*, const char*, size_t, const char*, size_t,
                                       const char*, size_t, const referee_call_options*,
                                       referee_error** error) {
  return Guard(error, [] { return absl::UnimplementedError("CSV is not read yet"); });
}

referee_status referee_corpus_set_mapping_json(referee_corpus*, const char*, size_t,
                                               referee_error** error) {
  return Guard(error, [] { return absl::UnimplementedError("CSV is not read yet"); });
}
