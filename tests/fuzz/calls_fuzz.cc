// Any sequence of calls of the C API: every handle may be null or freed before what it gave, every
// text foreign.  Whatever happens, a call answers with a status, an object or an error, never both;
// and nothing that is kept for people is reached before one of them has acted.
//
// A script of lines: the letter of a call, then its text.  In a text, "$" and a letter stands for a
// document of the fixtures or for an id of the last decision, so that the words that a call needs
// are within reach of a mutation.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "referee/referee.h"
#include "tests/capi/fixture.h"

namespace {

constexpr std::size_t kMostCalls = 64;
constexpr char kLater[] = "2026-06-03T10:00:00Z";

void Require(bool holds) {
  if (!holds) __builtin_trap();
}

std::string_view View(referee_str text) {
  Require(text.data != nullptr && text.data[text.size] == '\0');
  return {text.data, text.size};
}

// The text behind `"name":"` in a document, or "".
std::string_view Member(std::string_view json, std::string_view name) {
  const std::string key = '"' + std::string(name) + "\":\"";
  const std::size_t at = json.find(key);
  if (at == std::string_view::npos) return {};
  json.remove_prefix(at + key.size());
  return json.substr(0, json.find('"'));
}

class Calls {
 public:
  Calls() {
    Require(referee_engine_new(nullptr, &engine_, nullptr) == REFEREE_OK);
    options_.as_of = {kLater, sizeof kLater - 1};
  }
  Calls(const Calls&) = delete;
  Calls& operator=(const Calls&) = delete;
  ~Calls() {
    referee_standing_free(standing_);
    referee_decision_free(decision_);
    referee_store_free(store_);
    referee_snapshot_free(snapshot_);
    referee_corpus_free(corpus_);
    referee_policy_free(changed_policy_);
    referee_engine_free(engine_);
  }

  void Run(char call, std::string_view script) {
    const std::string text = Filled(script);
    const char* data = text.data();
    const std::size_t size = text.size();
    switch (call) {
      case 'c': Renew(&corpus_, referee_corpus_free, referee_corpus_new); break;
      case 'o': Renew(&store_, referee_store_free, referee_store_new_memory); break;
      case 'p': policy_ = StandardPolicy(); break;
      case 'w': Parameters(text); break;
      case 'l': Load(text); break;
      case 'v': LoadCsv(text); break;
      case 'm': Settle(referee_corpus_set_mapping_json(corpus_, data, size, &error_)); break;
      case 't': Settle(referee_corpus_set_tables_json(corpus_, data, size, &error_)); break;
      case 'b': Settle(referee_corpus_begin_load(corpus_, &error_)); break;
      case 'n': Settle(referee_corpus_end_load(corpus_, &error_)); break;
      case 'u': Settle(referee_corpus_upsert(corpus_, data, size, &options_, &error_)); break;
      case 'r': Remove(text); break;
      case 's': Snapshot(); break;
      case 'j': Submit(text); break;
      case 'a': Act(referee_engine_approve, text, true); break;
      case 'z': Act(referee_engine_transition, text, false); break;
      case 'q': Act(referee_engine_status, text, false); break;
      case 'f': Match(text); break;
      case 'h': Evaluate(text); break;
      case 'y': Audit(); break;
      case 'e': Erase(text); break;
      case 'x': Free(text); break;
      default: break;
    }
  }

 private:
  // Reading it takes longer than all else that a script does.
  static const referee_policy* StandardPolicy() {
    static const referee_policy* const policy = [] {
      referee_policy* made = nullptr;
      Require(referee_policy_standard(&made, nullptr) == REFEREE_OK);
      return made;
    }();
    return policy;
  }

  // The status and the error are two sides of one answer.
  bool Settle(referee_status status) {
    Require((status == REFEREE_OK) == (error_ == nullptr));
    if (error_ == nullptr) return true;
    Require(referee_error_status(error_) == status);
    Require(!View(referee_error_message(error_)).empty());
    Require(View(referee_error_json(error_)).starts_with('{'));
    View(referee_error_pointer(error_));
    View(referee_error_code(error_));
    Require(referee_error_issue_at(error_, referee_error_issue_count(error_)) == nullptr);
    referee_error_free(error_);
    error_ = nullptr;
    return false;
  }

  // An object was made, or an error said why not.
  template <typename T>
  bool Settle(referee_status status, const T* made) {
    Require((status == REFEREE_OK) == (made != nullptr));
    return Settle(status);
  }

  template <typename T>
  void Renew(T** handle, void (*free)(T*), referee_status (*make)(T**, referee_error**)) {
    free(*handle);
    const referee_status status = make(handle, &error_);
    Require(Settle(status, *handle));
  }

  std::string Filled(std::string_view script) const {
    std::string text;
    for (std::size_t i = 0; i < script.size(); ++i) {
      if (script[i] != '$' || i + 1 == script.size()) {
        text += script[i];
        continue;
      }
      switch (script[++i]) {
        case 'K': text += kRecords; break;
        case 'S': text += kSubmission; break;
        case 'C': text += kRival; break;
        case 'U': text += kReusedKey; break;
        case 'R': text += Member(View(referee_decision_json(decision_)), "referral_id"); break;
        case 'H': text += Member(View(referee_decision_json(decision_)), "subject_hash"); break;
        case 'A': text += Member(View(referee_decision_json(decision_)), "action"); break;
        case 'O': text += Member(View(referee_decision_json(decision_)), "role"); break;
        default: text += script[i];
      }
    }
    return text;
  }

  void Parameters(const std::string& text) {
    referee_policy* changed = nullptr;
    const referee_status status =
        referee_policy_with_parameters(policy_, text.data(), text.size(), &changed, &error_);
    if (!Settle(status, changed)) return;
    referee_policy_free(changed_policy_);
    policy_ = changed_policy_ = changed;
    View(referee_policy_hash(policy_));
  }

  void Load(const std::string& text) {
    Settle(referee_corpus_load_ndjson(corpus_, "fuzz", 4, text.data(), text.size(), &options_,
                                      &error_));
  }

  // "salesforce:Account|Id,Name|1,Nova", a line for each bar.
  void LoadCsv(std::string text) {
    const std::size_t bar = std::min(text.find('|'), text.size());
    const std::string mapping = text.substr(0, bar);
    text.erase(0, bar + 1);
    for (char& c : text) c = c == '|' ? '\n' : c;
    Settle(referee_corpus_load_csv(corpus_, mapping.data(), mapping.size(), "fuzz", 4, text.data(),
                                   text.size(), &options_, &error_));
  }

  void Remove(const std::string& text) {
    const std::size_t blank = std::min(text.find(' '), text.size());
    Settle(referee_corpus_remove(corpus_, text.data(), blank, text.data() + blank,
                                 text.size() - blank, &error_));
  }

  void Snapshot() {
    referee_snapshot* taken = nullptr;
    const referee_status status = referee_corpus_snapshot(corpus_, &taken, &error_);
    if (!Settle(status, taken)) return;
    referee_snapshot_free(snapshot_);
    snapshot_ = taken;
    referee_snapshot_count(snapshot_);
  }

  void Submit(const std::string& text) {
    referee_decision* made = nullptr;
    const referee_status status = referee_engine_submit(
        engine_, policy_, snapshot_, store_, text.data(), text.size(), &options_, &made, &error_);
    if (!Settle(status, made)) return;
    referee_decision_free(decision_);
    decision_ = made;
    Require(View(referee_decision_json(decision_)).starts_with('{'));
    Require(referee_decision_finding_at(decision_, referee_decision_finding_count(decision_)) ==
            nullptr);
    for (std::size_t i = 0; i < referee_decision_match_count(decision_); ++i) {
      const double probability = referee_match_probability(referee_decision_match_at(decision_, i));
      Require(probability >= 0 && probability <= 1);
    }
    for (referee_lane lane = REFEREE_LANE_NONE; lane <= REFEREE_LANE_COMMS + 1; ++lane) {
      if (!has_act_) Require(referee_decision_lane(decision_, lane) != REFEREE_LANE_STATE_DONE);
    }
  }

  using ActCall = referee_status (*)(const referee_engine*, const referee_policy*, referee_store*,
                                     const char*, std::size_t, const referee_call_options*,
                                     referee_standing**, referee_error**);

  void Act(ActCall act, const std::string& text, bool is_approval) {
    referee_standing* stands = nullptr;
    const referee_status status =
        act(engine_, policy_, store_, text.data(), text.size(), &options_, &stands, &error_);
    if (!Settle(status, stands)) return;
    referee_standing_free(standing_);
    standing_ = stands;
    has_act_ = has_act_ || is_approval;
    if (!has_act_) RequireNothingGranted();
    Require(View(referee_standing_json(standing_)).starts_with('{'));
  }

  void RequireNothingGranted() const {
    for (const referee_state granted :
         {REFEREE_STATE_ACCEPTED, REFEREE_STATE_ROUTED, REFEREE_STATE_CONVERTED,
          REFEREE_STATE_REWARDED, REFEREE_STATE_REJECTED, REFEREE_STATE_CREDITED,
          REFEREE_STATE_REWARD_APPROVED, REFEREE_STATE_REWARD_PAID, REFEREE_STATE_FEEDBACK_APPROVED,
          REFEREE_STATE_FEEDBACK_SENT, REFEREE_STATE_COMMITTED, REFEREE_STATE_ADVOCACY_ALLOWED}) {
      for (referee_aspect aspect = REFEREE_ASPECT_NONE; aspect <= REFEREE_ASPECT_ADVOCACY;
           ++aspect) {
        Require(referee_standing_state(standing_, aspect) != granted);
      }
    }
  }

  void SettleDocument(referee_status status, referee_document* document) {
    if (Settle(status, document)) Require(!View(referee_document_json(document)).empty());
    referee_document_free(document);
  }

  void Match(const std::string& text) {
    referee_document* found = nullptr;
    const referee_status status = referee_engine_match(engine_, policy_, snapshot_, text.data(),
                                                       text.size(), &options_, &found, &error_);
    SettleDocument(status, found);
  }

  void Evaluate(const std::string& text) {
    referee_document* value = nullptr;
    const referee_status status =
        referee_expression_eval(text.data(), text.size(), kSubmission, sizeof kSubmission - 1,
                                nullptr, 0, REFEREE_MODE_EVIDENCE, &options_, &value, &error_);
    SettleDocument(status, value);
  }

  // A store in memory answers neither; it says so and goes on.
  void Audit() {
    referee_document* report = nullptr;
    std::int32_t is_sound = 0;
    referee_status status =
        referee_store_audit_verify(store_, nullptr, 0, &options_, &is_sound, &report, &error_);
    SettleDocument(status, report);
    referee_document* replayed = nullptr;
    referee_replay outcome = 0;
    status = referee_engine_replay(engine_, store_, 1, &options_, &outcome, &replayed, &error_);
    SettleDocument(status, replayed);
  }

  void Erase(const std::string& text) {
    referee_document* receipt = nullptr;
    const referee_status status =
        referee_store_erase(store_, text.data(), text.size(), &options_, &receipt, &error_);
    SettleDocument(status, receipt);
  }

  // What a handle gave lives on, so that any of them may go at any time.
  void Free(const std::string& text) {
    for (const char which : text) {
      switch (which) {
        case 'c': Drop(&corpus_, referee_corpus_free); break;
        case 's': Drop(&snapshot_, referee_snapshot_free); break;
        case 'o': Drop(&store_, referee_store_free); break;
        case 'p': policy_ = nullptr; break;
        case 'd': Drop(&decision_, referee_decision_free); break;
        case 'e': Drop(&engine_, referee_engine_free); break;
        default: break;
      }
    }
  }
  template <typename T>
  static void Drop(T** handle, void (*free)(T*)) {
    free(*handle);
    *handle = nullptr;
  }

  referee_call_options options_ = REFEREE_CALL_OPTIONS_INIT;
  referee_error* error_ = nullptr;
  referee_engine* engine_ = nullptr;
  const referee_policy* policy_ = nullptr;  // The standard one, or
  referee_policy* changed_policy_ = nullptr;
  referee_corpus* corpus_ = nullptr;
  referee_snapshot* snapshot_ = nullptr;
  referee_store* store_ = nullptr;
  referee_decision* decision_ = nullptr;
  referee_standing* standing_ = nullptr;
  bool has_act_ = false;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view script(reinterpret_cast<const char*>(data), size);
  Calls calls;
  for (std::size_t i = 0; i < kMostCalls && !script.empty(); ++i) {
    const std::string_view line = script.substr(0, script.find('\n'));
    script.remove_prefix(std::min(line.size() + 1, script.size()));
    if (!line.empty()) calls.Run(line[0], line.substr(1));
  }
  return 0;
}
