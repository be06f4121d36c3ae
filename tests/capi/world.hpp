// The fixture's documents as C++ objects, for the tests that are not about C.

#ifndef REFEREE_TESTS_CAPI_WORLD_HPP_
#define REFEREE_TESTS_CAPI_WORLD_HPP_

#include "bindings/cpp/referee.hpp"
#include "tests/capi/check.h"
#include "tests/capi/fixture.h"

struct World {
  referee::Engine engine;
  referee::Policy policy = referee::Policy::Standard();
  referee::Snapshot records = Load();

  static referee::Snapshot Load() {
    referee::Corpus corpus;
    corpus.LoadNdjson("records.ndjson", kRecords);
    return corpus.TakeSnapshot();
  }
};

#endif  // REFEREE_TESTS_CAPI_WORLD_HPP_
