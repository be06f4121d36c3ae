// A sequence of calls of the C API that the bytes choose, with pieces of them as documents: every
// call answers a status and sets what it promises, whatever came before.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "referee/referee.h"
#include "tests/capi/fixture.h"

namespace {

void Require(bool holds) {
  if (!holds) __builtin_trap();
}

class Calls {
 public:
  explicit Calls(std::string_view bytes) : rest_(bytes) {
    Require(referee_config_new(&config_, nullptr) == REFEREE_OK);
    Require(referee_corpus_new(&corpus_, nullptr) == REFEREE_OK);
    Require(referee_store_new_memory(&store_, nullptr) == REFEREE_OK);
    Require(referee_engine_new(nullptr, &engine_, nullptr) == REFEREE_OK);
    Require(referee_corpus_snapshot(corpus_, &snapshot_, nullptr) == REFEREE_OK);
  }
  Calls(const Calls&) = delete;
  Calls& operator=(const Calls&) = delete;
  ~Calls() {
    referee_config_free(config_);
    referee_corpus_free(corpus_);
    referee_store_free(store_);
    referee_engine_free(engine_);
    referee_snapshot_free(snapshot_);
  }

  void Run() {
    // Enough to reach every state; more only costs time.
    for (int i = 0; i < 24 && !rest_.empty(); ++i) Step();
  }

 private:
  unsigned Byte() {
    if (rest_.empty()) return 0;
    const auto byte = static_cast<unsigned char>(rest_[0]);
    rest_.remove_prefix(1);
    return byte;
  }

  // A document of the fixture, or the next bytes up to a zero.
  std::string_view Text() {
    constexpr std::array<std::string_view, 5> kKnown = {kRecords, kSubmission, kRival, kReusedKey,
                                                        kWrong};
    const unsigned choice = Byte();
    if (choice < kKnown.size()) return kKnown[choice];
    const std::size_t end = std::min(rest_.find('\0'), rest_.size());
    const std::string_view text = rest_.substr(0, end);
    rest_.remove_prefix(std::min(end + 1, rest_.size()));
    return text;
  }

  // Every status but OK comes with an error that describes itself.
  void Check(referee_status status, referee_error* error) {
    Require((status == REFEREE_OK) == (error == nullptr));
    if (error == nullptr) return;
    Require(referee_error_status(error) == status);
    Require(referee_error_message(error).size > 0);
    Require(referee_error_json(error).size > 0);
    Require(referee_error_issue_count(error) >= 1);
    referee_error_free(error);
  }

  void Step() {
    referee_error* error = nullptr;
    switch (Byte() % 12) {
      case 0: {
        const std::string_view text = Text();
        const referee_status status = referee_corpus_load_ndjson(corpus_, "fuzz", 4, text.data(),
                                                                 text.size(), nullptr, &error);
        return Check(status, error);
      }
      case 1: {
        const std::string_view map = Text(), text = Text();
        const referee_status status = referee_corpus_load_csv(
            corpus_, map.data(), map.size(), "f.csv", 5, text.data(), text.size(), nullptr, &error);
        return Check(status, error);
      }
      case 2: return Check(referee_corpus_begin_load(corpus_, &error), error);
      case 3: return Check(referee_corpus_end_load(corpus_, &error), error);
      case 4: {
        const std::string_view text = Text();
        const referee_status status =
            referee_corpus_upsert(corpus_, text.data(), text.size(), nullptr, &error);
        return Check(status, error);
      }
      case 5: {
        const std::string_view type = Text(), id = Text();
        const referee_status status =
            referee_corpus_remove(corpus_, type.data(), type.size(), id.data(), id.size(), &error);
        return Check(status, error);
      }
      case 6: {
        referee_snapshot_free(snapshot_);
        return Check(referee_corpus_snapshot(corpus_, &snapshot_, &error), error);
      }
      case 7: return Submit();
      case 8: return Match();
      case 9: return Eval();
      case 10: {
        const std::string_view text = Text();
        const referee_status status =
            referee_config_set_json(config_, text.data(), text.size(), &error);
        Check(status, error);
        referee_engine_free(engine_);
        error = nullptr;
        return Check(referee_engine_new(config_, &engine_, &error), error);
      }
      default: {
        const std::string_view text = Text();
        const referee_status status =
            referee_corpus_set_mapping_json(corpus_, text.data(), text.size(), &error);
        return Check(status, error);
      }
    }
  }

  static const referee_policy* Policy() {
    static const referee_policy* const policy = [] {
      referee_policy* standard = nullptr;
      Require(referee_policy_standard(&standard, nullptr) == REFEREE_OK);
      return standard;
    }();
    return policy;
  }

  void Submit() {
    const std::string_view text = Text();
    referee_decision* decision = nullptr;
    referee_error* error = nullptr;
    const referee_status status = referee_engine_submit(
        engine_, Policy(), snapshot_, store_, text.data(), text.size(), nullptr, &decision, &error);
    Require((status == REFEREE_OK) == (decision != nullptr));
    Check(status, error);
    if (decision == nullptr) return;
    const std::size_t findings = referee_decision_finding_count(decision);
    Require(referee_decision_finding_at(decision, findings) == nullptr);
    for (std::size_t i = 0; i < findings; ++i) {
      Require(referee_finding_code(referee_decision_finding_at(decision, i)).size > 0);
    }
    Require(referee_decision_json(decision).size > 0);
    referee_decision_free(decision);
  }

  void Match() {
    const std::string_view text = Text();
    referee_document* document = nullptr;
    referee_error* error = nullptr;
    const referee_status status = referee_engine_match(engine_, Policy(), snapshot_, text.data(),
                                                       text.size(), nullptr, &document, &error);
    Require((status == REFEREE_OK) == (document != nullptr));
    Check(status, error);
    referee_document_free(document);
  }

  void Eval() {
    const std::string_view expression = Text(), bindings = Text();
    const referee_mode mode = Byte() % 2 == 0 ? REFEREE_MODE_STRICT : REFEREE_MODE_EVIDENCE;
    referee_document* document = nullptr;
    referee_error* error = nullptr;
    const referee_status status =
        referee_expression_eval(expression.data(), expression.size(), bindings.data(),
                                bindings.size(), nullptr, 0, mode, nullptr, &document, &error);
    Require((status == REFEREE_OK) == (document != nullptr));
    Check(status, error);
    referee_document_free(document);
  }

  std::string_view rest_;
  referee_config* config_ = nullptr;
  referee_corpus* corpus_ = nullptr;
  referee_store* store_ = nullptr;
  referee_engine* engine_ = nullptr;
  referee_snapshot* snapshot_ = nullptr;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Calls(std::string_view(reinterpret_cast<const char*>(data), size)).Run();
  return 0;
}
