// Fails the first allocation of a call, then the second, and so on until the call succeeds.  Each
// failure must surface as REFEREE_RESOURCE_EXHAUSTED with a readable error, commit nothing and leak
// nothing (run under AddressSanitizer to see that).
//
//   out_of_memory_test [STEP]    fails every STEP-th allocation only, for a quick look

#include <cstdio>
#include <cstdlib>
#include <new>

#include "tests/capi/world.hpp"

namespace {

long allocations_left = -1;  // Negative: memory never runs out.

void* Allocate(std::size_t size) {
  if (allocations_left == 0) return nullptr;
  if (allocations_left > 0) --allocations_left;
  return std::malloc(size == 0 ? 1 : size);
}

void* AllocateAligned(std::size_t size, std::align_val_t alignment) {
  if (allocations_left == 0) return nullptr;
  if (allocations_left > 0) --allocations_left;
  const auto boundary = static_cast<std::size_t>(alignment);
  return std::aligned_alloc(boundary, (size + boundary - 1) / boundary * boundary);
}

void* OrThrow(void* memory) {
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}

}  // namespace

void* operator new(std::size_t size) { return OrThrow(Allocate(size)); }
void* operator new[](std::size_t size) { return OrThrow(Allocate(size)); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return Allocate(size); }
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept { return Allocate(size); }
void* operator new(std::size_t size, std::align_val_t alignment) {
  return OrThrow(AllocateAligned(size, alignment));
}
void* operator new[](std::size_t size, std::align_val_t alignment) {
  return OrThrow(AllocateAligned(size, alignment));
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete(void* memory, std::align_val_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::align_val_t) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t, std::align_val_t) noexcept { std::free(memory); }

namespace {

// Submits with `allowed` allocations; true when that was enough.
bool SubmitWith(long allowed, const World& world) {
  referee_store* store = nullptr;
  if (referee_store_new_memory(&store, nullptr) != REFEREE_OK) std::abort();
  referee_decision* decision = nullptr;
  referee_error* error = nullptr;
  allocations_left = allowed;
  const referee_status status =
      referee_engine_submit(world.engine.get(), world.policy.get(), world.records.get(), store,
                            kSubmission, REFEREE_NUL, nullptr, &decision, &error);
  allocations_left = -1;
  if (status == REFEREE_OK) {
    CHECK(error == nullptr && referee_decision_sequence(decision) == 1);
  } else {
    CHECK(status == REFEREE_RESOURCE_EXHAUSTED && decision == nullptr && error != nullptr);
    CHECK(referee_error_message(error).size > 0);
    if (status != REFEREE_RESOURCE_EXHAUSTED) {
      std::printf("allocation %ld: %s\n", allowed, referee_error_json(error).data);
    }
  }
  referee_decision_free(decision);
  referee_error_free(error);
  referee_store_free(store);
  return status == REFEREE_OK;
}

constexpr char kTables[] =
    R"({"schema":"referee.tables/1","free_mail_domains":{"add":["mail.example"]},)"
    R"("nicknames":{"add":[["jonas","joni"]]},"legal_forms":{"add":[{"alias":"a b","form":"ag"}]},)"
    R"("phone_regions":{"add":[{"country":"DE","calling_code":"49","lengths":[9]}]}})";

// Changes the tables of a corpus with `allowed` allocations; true when that was enough.
bool SetTablesWith(long allowed) {
  referee::Corpus corpus;
  referee_error* error = nullptr;
  allocations_left = allowed;
  const referee_status status =
      referee_corpus_set_tables_json(corpus.get(), kTables, REFEREE_NUL, &error);
  allocations_left = -1;
  CHECK(status == REFEREE_OK ? error == nullptr : status == REFEREE_RESOURCE_EXHAUSTED);
  referee_error_free(error);
  return status == REFEREE_OK;
}

referee::Snapshot RecordsByTables() {
  referee::Corpus corpus;
  corpus.SetTables(kTables);
  corpus.LoadNdjson("records.ndjson", kRecords);
  return corpus.TakeSnapshot();
}

// Calls with ever more allocations until it says that they were enough.
template <typename Call>
void Exhaust(const char* what, long step, Call call) {
  call(-1);  // Whatever is made once is made now.
  long allowed = 0;
  while (!call(allowed)) allowed += step;
  std::printf("%s: memory ran out at %ld allocations in turn\n", what, allowed / step);
}

}  // namespace

int main(int argc, char** argv) {
  const long step = argc > 1 ? std::atol(argv[1]) : 1;
  World world;
  if (!SubmitWith(-1, world)) return 1;
  Exhaust("decision", step, [&](long allowed) { return SubmitWith(allowed, world); });
  Exhaust("tables", 1, SetTablesWith);
  world.records = RecordsByTables();
  Exhaust("decision by changed tables", step,
          [&](long allowed) { return SubmitWith(allowed, world); });
  std::printf("%d passed, %d failed\n", checks_passed, checks_failed);
  return checks_failed == 0 ? 0 : 1;
}
