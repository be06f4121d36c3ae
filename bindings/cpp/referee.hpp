// referee.hpp - C++17 over referee.h: handles that free themselves, exceptions, std::string_view.
//
//   referee::Engine engine;
//   referee::Policy policy = referee::Policy::Standard();
//   referee::Corpus corpus;
//   corpus.LoadNdjson("records.ndjson", bytes);
//   referee::Store store;
//   referee::Decision decision = engine.Submit(policy, corpus.TakeSnapshot(), store, submission);
//   std::cout << decision.json() << '\n';
//
// Header-only and over the C ABI alone: a plugin built with another compiler, or against another
// C++ library, than libreferee.so works.  What fails throws referee::Error.  A std::string_view or
// a Finding, Conflict or Match lives as long as the object it was read from.  Threads are as in
// referee.h: const member functions may run on many threads at once.

#ifndef REFEREE_REFEREE_HPP_
#define REFEREE_REFEREE_HPP_

#include <referee/referee.h>

#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace referee {
// The native C++ sources use the same outer namespace; a host may link both.
inline namespace v1 {

inline std::string_view View(referee_str text) { return {text.data, text.size}; }

inline std::string_view Version() { return View(referee_version_string()); }

// What a call reports: the status, and where in which input.
class Error : public std::runtime_error {
 public:
  // Takes over `error`, which may be null only when `status` says it all.
  Error(referee_status status, referee_error* error)
      : std::runtime_error(std::string(View(referee_error_message(error)))),
        status_(status),
        error_(error, referee_error_free) {}

  referee_status status() const noexcept { return status_; }
  std::string_view status_name() const noexcept { return View(referee_status_name(status_)); }
  std::string_view pointer() const noexcept { return View(referee_error_pointer(error_.get())); }
  std::string_view file() const noexcept { return View(referee_error_file(error_.get())); }
  std::size_t line() const noexcept { return referee_error_line(error_.get()); }
  std::size_t column() const noexcept { return referee_error_column(error_.get()); }
  std::string_view code() const noexcept { return View(referee_error_code(error_.get())); }
  std::string_view json() const noexcept { return View(referee_error_json(error_.get())); }

 private:
  referee_status status_;
  std::shared_ptr<referee_error> error_;  // Exceptions are copied.
};

namespace internal {

// Calls a fallible function with a trailing error and throws what it reports.
template <typename Function, typename... Arguments>
void Check(Function function, Arguments... arguments) {
  referee_error* error = nullptr;
  const referee_status status = function(arguments..., &error);
  if (status != REFEREE_OK) throw Error(status, error);
}

template <typename T, void (*kFree)(T*)>
struct Freer {
  void operator()(T* handle) const noexcept { kFree(handle); }
};
template <typename T, void (*kFree)(T*)>
using Handle = std::unique_ptr<T, Freer<T, kFree>>;

}  // namespace internal

// Asks running calls to stop; the one object that several threads may use and change.
class Cancel {
 public:
  Cancel() {
    referee_cancel* handle = nullptr;
    internal::Check(referee_cancel_new, &handle);
    handle_.reset(handle);
  }
  void Request() noexcept { referee_cancel_request(handle_.get()); }
  const referee_cancel* get() const noexcept { return handle_.get(); }

 private:
  internal::Handle<referee_cancel, referee_cancel_free> handle_;
};

// Per-call options; what is not set is the default.  See referee_call_options.
struct CallOptions {
  std::string as_of;
  std::string tenant;
  const Cancel* cancel = nullptr;
  std::int64_t deadline_ms = 0;
  // Returns true to go on.
  std::function<bool(std::uint64_t done, std::uint64_t total)> progress;
  std::function<void(std::string_view member)> unknown;
  std::uint32_t omit_parts = 0;
  std::int32_t max_threads = 0;
  std::int64_t max_document_bytes = 0;
  std::int64_t max_depth = 0;
};

namespace internal {

// The C struct for one call.  An exception of a callback must not cross the C ABI: it is kept here
// and thrown again after the call.
class NativeOptions {
 public:
  explicit NativeOptions(const CallOptions& options) : options_(options) {
    native_.as_of = {options.as_of.data(), options.as_of.size()};
    native_.tenant = {options.tenant.data(), options.tenant.size()};
    native_.cancel = options.cancel == nullptr ? nullptr : options.cancel->get();
    native_.deadline_ms = options.deadline_ms;
    if (options.progress) {
      native_.progress = OnProgress;
      native_.progress_data = this;
    }
    if (options.unknown) {
      native_.unknown = OnUnknown;
      native_.unknown_data = this;
    }
    native_.omit_parts = options.omit_parts;
    native_.max_threads = options.max_threads;
    native_.max_document_bytes = options.max_document_bytes;
    native_.max_depth = options.max_depth;
  }
  NativeOptions(const NativeOptions&) = delete;
  NativeOptions& operator=(const NativeOptions&) = delete;

  // Check() with these options; `call` gets them and the place for the error.
  template <typename Call>
  void Run(Call call) {
    referee_error* error = nullptr;
    const referee_status status = call(&native_, &error);
    if (thrown_) {
      referee_error_free(error);
      std::rethrow_exception(thrown_);
    }
    if (status != REFEREE_OK) throw Error(status, error);
  }

 private:
  static std::int32_t OnProgress(void* self, std::uint64_t done, std::uint64_t total) {
    auto* options = static_cast<NativeOptions*>(self);
    try {
      return options->options_.progress(done, total) ? 0 : 1;
    } catch (...) {
      options->thrown_ = std::current_exception();
      return 1;
    }
  }
  static void OnUnknown(void* self, referee_str member) {
    auto* options = static_cast<NativeOptions*>(self);
    try {
      if (!options->thrown_) options->options_.unknown(View(member));
    } catch (...) {
      options->thrown_ = std::current_exception();
    }
  }

  const CallOptions& options_;
  referee_call_options native_ = REFEREE_CALL_OPTIONS_INIT;
  std::exception_ptr thrown_;
};

}  // namespace internal

class Policy {
 public:
  static Policy Standard() {
    referee_policy* handle = nullptr;
    internal::Check(referee_policy_standard, &handle);
    return Policy(handle);
  }
  static Policy FromJson(std::string_view json, const CallOptions& options = {}) {
    referee_policy* handle = nullptr;
    internal::NativeOptions(options).Run([&](const referee_call_options* o, referee_error** e) {
      return referee_policy_from_json(json.data(), json.size(), o, &handle, e);
    });
    return Policy(handle);
  }
  // `json` is an object of parameters to replace.
  Policy With(std::string_view json) const {
    referee_policy* handle = nullptr;
    internal::Check(referee_policy_with_parameters, get(), json.data(), json.size(), &handle);
    return Policy(handle);
  }

  std::string_view id() const noexcept { return View(referee_policy_id(get())); }
  std::string_view version() const noexcept { return View(referee_policy_version(get())); }
  std::string_view hash() const noexcept { return View(referee_policy_hash(get())); }
  std::string_view json() const noexcept { return View(referee_policy_json(get())); }
  const referee_policy* get() const noexcept { return handle_.get(); }

 private:
  explicit Policy(referee_policy* handle) : handle_(handle) {}

  internal::Handle<referee_policy, referee_policy_free> handle_;
};

// The records of one state.
class Snapshot {
 public:
  explicit Snapshot(referee_snapshot* handle) : handle_(handle) {}  // Takes over `handle`.

  std::size_t size() const noexcept { return referee_snapshot_count(get()); }
  const referee_snapshot* get() const noexcept { return handle_.get(); }

 private:
  internal::Handle<referee_snapshot, referee_snapshot_free> handle_;
};

// The writer of records.
class Corpus {
 public:
  Corpus() {
    referee_corpus* handle = nullptr;
    internal::Check(referee_corpus_new, &handle);
    handle_.reset(handle);
  }

  void LoadNdjson(std::string_view file_name, std::string_view bytes,
                  const CallOptions& options = {}) {
    internal::NativeOptions(options).Run([&](const referee_call_options* o, referee_error** e) {
      return referee_corpus_load_ndjson(get(), file_name.data(), file_name.size(), bytes.data(),
                                        bytes.size(), o, e);
    });
  }
  void LoadCsv(std::string_view mapping, std::string_view file_name, std::string_view bytes,
               const CallOptions& options = {}) {
    internal::NativeOptions(options).Run([&](const referee_call_options* o, referee_error** e) {
      return referee_corpus_load_csv(get(), mapping.data(), mapping.size(), file_name.data(),
                                     file_name.size(), bytes.data(), bytes.size(), o, e);
    });
  }
  void SetMapping(std::string_view json) {
    internal::Check(referee_corpus_set_mapping_json, get(), json.data(), json.size());
  }
  // Changes the tables of normalisation, before the first record.
  void SetTables(std::string_view json) {
    internal::Check(referee_corpus_set_tables_json, get(), json.data(), json.size());
  }
  void BeginLoad() { internal::Check(referee_corpus_begin_load, get()); }
  void EndLoad() { internal::Check(referee_corpus_end_load, get()); }
  void Upsert(std::string_view json, const CallOptions& options = {}) {
    internal::NativeOptions(options).Run([&](const referee_call_options* o, referee_error** e) {
      return referee_corpus_upsert(get(), json.data(), json.size(), o, e);
    });
  }
  // Returns false when there was no such record.
  bool Remove(std::string_view type, std::string_view id) {
    referee_error* error = nullptr;
    const referee_status status =
        referee_corpus_remove(get(), type.data(), type.size(), id.data(), id.size(), &error);
    if (status != REFEREE_OK && status != REFEREE_NOT_FOUND) throw Error(status, error);
    referee_error_free(error);
    return status == REFEREE_OK;
  }
  Snapshot TakeSnapshot() {
    referee_snapshot* handle = nullptr;
    internal::Check(referee_corpus_snapshot, get(), &handle);
    return Snapshot(handle);
  }
  referee_corpus* get() const noexcept { return handle_.get(); }

 private:
  internal::Handle<referee_corpus, referee_corpus_free> handle_;
};

// What was submitted and decided, in memory.
// A JSON answer.
class Document {
 public:
  explicit Document(referee_document* handle) : handle_(handle) {}  // Takes over `handle`.

  std::string_view json() const noexcept { return View(referee_document_json(handle_.get())); }

 private:
  internal::Handle<referee_document, referee_document_free> handle_;
};

// How a store file is opened; see referee_store_options.
struct StoreOptions {
  std::string sign_key;
  bool read_only = false;
  std::int32_t busy_timeout_ms = 0;
};

// What an audit found: a document, and the one thing that a program branches on.
struct Audit {
  bool is_good = false;  // Nothing is wrong with the store, or the proof holds.
  Document document;
};

class Store {
 public:
  // In memory.
  Store() {
    referee_store* handle = nullptr;
    internal::Check(referee_store_new_memory, &handle);
    handle_.reset(handle);
  }
  static Store Open(std::string_view path, const StoreOptions& options = {}) {
    referee_store_options native = REFEREE_STORE_OPTIONS_INIT;
    native.sign_key = {options.sign_key.data(), options.sign_key.size()};
    native.read_only = options.read_only ? 1 : 0;
    native.busy_timeout_ms = options.busy_timeout_ms;
    referee_store* handle = nullptr;
    internal::Check(referee_store_open, path.data(), path.size(),
                    static_cast<const referee_store_options*>(&native), &handle);
    return Store(handle);
  }

  std::uint64_t CountEntries(const CallOptions& options = {}) {
    std::uint64_t count = 0;
    internal::NativeOptions(options).Run([&](const referee_call_options* o, referee_error** e) {
      return referee_store_entry_count(get(), o, &count, e);
    });
    return count;
  }
  Audit Verify(std::string_view head = {}, const CallOptions& options = {}) {
    std::int32_t is_sound = 0;
    referee_document* out = nullptr;
    internal::NativeOptions(options).Run([&](const referee_call_options* o, referee_error** e) {
      return referee_store_audit_verify(get(), head.data(), head.size(), o, &is_sound, &out, e);
    });
    return {is_sound != 0, Document(out)};
  }
  // `disclose` is a sum of REFEREE_DISCLOSE_*.
  Document Prove(std::uint64_t entry, std::uint32_t disclose, const CallOptions& options = {}) {
    referee_document* out = nullptr;
    internal::NativeOptions(options).Run([&](const referee_call_options* o, referee_error** e) {
      return referee_store_audit_prove(get(), entry, disclose, o, &out, e);
    });
    return Document(out);
  }
  Document Erase(std::string_view erasure, const CallOptions& options) {
    referee_document* out = nullptr;
    internal::NativeOptions(options).Run([&](const referee_call_options* o, referee_error** e) {
      return referee_store_erase(get(), erasure.data(), erasure.size(), o, &out, e);
    });
    return Document(out);
  }
  referee_store* get() const noexcept { return handle_.get(); }

 private:
  explicit Store(referee_store* handle) : handle_(handle) {}
  internal::Handle<referee_store, referee_store_free> handle_;
};

// Checks a proof with nothing but the proof; see referee_audit_check().
inline Audit CheckProof(std::string_view proof, std::string_view root = {},
                        const CallOptions& options = {}) {
  std::int32_t is_valid = 0;
  referee_document* out = nullptr;
  internal::NativeOptions(options).Run([&](const referee_call_options* o, referee_error** e) {
    return referee_audit_check(proof.data(), proof.size(), root.data(), root.size(), o, &is_valid,
                               &out, e);
  });
  return {is_valid != 0, Document(out)};
}

class Finding {
 public:
  explicit Finding(const referee_finding* handle) : handle_(handle) {}
  std::string_view code() const noexcept { return View(referee_finding_code(handle_)); }
  referee_lane lane() const noexcept { return referee_finding_lane(handle_); }
  referee_verdict verdict() const noexcept { return referee_finding_verdict(handle_); }
  std::string_view because() const noexcept { return View(referee_finding_because(handle_)); }
  std::string_view review_role() const noexcept {
    return View(referee_finding_review_role(handle_));
  }

 private:
  const referee_finding* handle_;
};

class Conflict {
 public:
  explicit Conflict(const referee_conflict* handle) : handle_(handle) {}
  std::string_view kind() const noexcept { return View(referee_conflict_kind(handle_)); }
  std::string_view proposal() const noexcept { return View(referee_conflict_proposal(handle_)); }
  std::string_view review_role() const noexcept {
    return View(referee_conflict_review_role(handle_));
  }

 private:
  const referee_conflict* handle_;
};

class Match {
 public:
  explicit Match(const referee_match* handle) : handle_(handle) {}
  std::string_view type() const noexcept { return View(referee_match_type(handle_)); }
  std::string_view id() const noexcept { return View(referee_match_id(handle_)); }
  double probability() const noexcept { return referee_match_probability(handle_); }
  double bits() const noexcept { return referee_match_bits(handle_); }
  referee_band band() const noexcept { return referee_match_band(handle_); }

 private:
  const referee_match* handle_;
};

// The answer to one submission.  Beyond a count, an index gives the empty value.
class Decision {
 public:
  explicit Decision(referee_decision* handle) : handle_(handle) {}  // Takes over `handle`.

  std::string_view submission_id() const noexcept {
    return View(referee_decision_submission_id(get()));
  }
  std::string_view referral_id() const noexcept {
    return View(referee_decision_referral_id(get()));
  }
  std::uint64_t sequence() const noexcept { return referee_decision_sequence(get()); }
  referee_recommendation recommendation() const noexcept {
    return referee_decision_recommendation(get());
  }
  referee_lane_state lane(referee_lane which) const noexcept {
    return referee_decision_lane(get(), which);
  }
  referee_confidence confidence() const noexcept { return referee_decision_confidence(get()); }
  std::size_t finding_count() const noexcept { return referee_decision_finding_count(get()); }
  Finding finding(std::size_t index) const noexcept {
    return Finding(referee_decision_finding_at(get(), index));
  }
  std::size_t conflict_count() const noexcept { return referee_decision_conflict_count(get()); }
  Conflict conflict(std::size_t index) const noexcept {
    return Conflict(referee_decision_conflict_at(get(), index));
  }
  std::size_t match_count() const noexcept { return referee_decision_match_count(get()); }
  Match match(std::size_t index) const noexcept {
    return Match(referee_decision_match_at(get(), index));
  }
  std::string_view json() const noexcept { return View(referee_decision_json(get())); }
  const referee_decision* get() const noexcept { return handle_.get(); }

 private:
  internal::Handle<referee_decision, referee_decision_free> handle_;
};

// Where a referral stands: after an act of a person, or as the answer to a question.
class Standing {
 public:
  explicit Standing(referee_standing* handle) : handle_(handle) {}  // Takes over `handle`.

  std::string_view referral_id() const noexcept {
    return View(referee_standing_referral_id(get()));
  }
  referee_state state(referee_aspect aspect) const noexcept {
    return referee_standing_state(get(), aspect);
  }
  referee_lane_state lane(referee_lane which) const noexcept {
    return referee_standing_lane(get(), which);
  }
  bool is_recorded() const noexcept { return referee_standing_is_recorded(get()) == 1; }
  std::string_view json() const noexcept { return View(referee_standing_json(get())); }
  const referee_standing* get() const noexcept { return handle_.get(); }

 private:
  internal::Handle<referee_standing, referee_standing_free> handle_;
};

class Engine {
 public:
  // `config_json` as in referee_config_set_json(); "" takes the defaults.
  explicit Engine(std::string_view config_json = {}) {
    referee_config* made = nullptr;
    internal::Check(referee_config_new, &made);
    const internal::Handle<referee_config, referee_config_free> config(made);
    if (!config_json.empty()) {
      internal::Check(referee_config_set_json, made, config_json.data(), config_json.size());
    }
    referee_engine* handle = nullptr;
    internal::Check(referee_engine_new, static_cast<const referee_config*>(made), &handle);
    handle_.reset(handle);
  }

  Decision Submit(const Policy& policy, const Snapshot& snapshot, Store& store,
                  std::string_view submission, const CallOptions& options = {}) const {
    referee_decision* out = nullptr;
    internal::NativeOptions(options).Run([&](const referee_call_options* o, referee_error** e) {
      return referee_engine_submit(get(), policy.get(), snapshot.get(), store.get(),
                                   submission.data(), submission.size(), o, &out, e);
    });
    return Decision(out);
  }
  Document FindMatches(const Policy& policy, const Snapshot& snapshot, std::string_view query,
                       const CallOptions& options = {}) const {
    referee_document* out = nullptr;
    internal::NativeOptions(options).Run([&](const referee_call_options* o, referee_error** e) {
      return referee_engine_match(get(), policy.get(), snapshot.get(), query.data(), query.size(),
                                  o, &out, e);
    });
    return Document(out);
  }
  // The decision of one entry made again; `outcome` (may be null) is REFEREE_REPLAY_*.
  Document Replay(Store& store, std::uint64_t entry, referee_replay* outcome,
                  const CallOptions& options = {}) const {
    referee_document* out = nullptr;
    internal::NativeOptions(options).Run([&](const referee_call_options* o, referee_error** e) {
      return referee_engine_replay(get(), store.get(), entry, o, outcome, &out, e);
    });
    return Document(out);
  }
  // What people do about a referral and what they may know of it; options.as_of is required.
  Standing Approve(const Policy& policy, Store& store, std::string_view act,
                   const CallOptions& options) const {
    return Act(referee_engine_approve, policy, store, act, options);
  }
  Standing Transition(const Policy& policy, Store& store, std::string_view act,
                      const CallOptions& options) const {
    return Act(referee_engine_transition, policy, store, act, options);
  }
  Standing Status(const Policy& policy, Store& store, std::string_view query,
                  const CallOptions& options) const {
    return Act(referee_engine_status, policy, store, query, options);
  }
  const referee_engine* get() const noexcept { return handle_.get(); }

 private:
  template <typename Function>
  Standing Act(Function function, const Policy& policy, Store& store, std::string_view document,
               const CallOptions& options) const {
    referee_standing* out = nullptr;
    internal::NativeOptions(options).Run([&](const referee_call_options* o, referee_error** e) {
      return function(get(), policy.get(), store.get(), document.data(), document.size(), o, &out,
                      e);
    });
    return Standing(out);
  }

  internal::Handle<referee_engine, referee_engine_free> handle_;
};

// Every code that documents carry; see referee_codes_json().
inline Document Codes() {
  referee_document* out = nullptr;
  internal::Check(referee_codes_json, &out);
  return Document(out);
}

// One CEL expression; see referee_expression_eval().
inline Document Evaluate(std::string_view expression, std::string_view bindings = {},
                         std::string_view schema = {}, referee_mode mode = REFEREE_MODE_STRICT,
                         const CallOptions& options = {}) {
  referee_document* out = nullptr;
  internal::NativeOptions(options).Run([&](const referee_call_options* o, referee_error** e) {
    return referee_expression_eval(expression.data(), expression.size(), bindings.data(),
                                   bindings.size(), schema.data(), schema.size(), mode, o, &out, e);
  });
  return Document(out);
}

}  // namespace v1
}  // namespace referee

#endif  // REFEREE_REFEREE_HPP_
