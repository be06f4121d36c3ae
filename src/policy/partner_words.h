// What partner-visible text may say: the lexical and the slot rules of the policy.
//
// Lexical: no text may contain a promising phrase, however it is spelt (src/policy/look_alike.h).
// Slots: a value that goes into such a text (the partner's name, an id) is one line of bounded
// length without invisible characters, and promises nothing; else its stand-in takes its place.

#ifndef REFEREE_SRC_POLICY_PARTNER_WORDS_H_
#define REFEREE_SRC_POLICY_PARTNER_WORDS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "src/base/json.h"
#include "src/base/string_map.h"

namespace referee::policy {

class PartnerWords {
 public:
  // {"phrases":[...],"slots":{name:{"most_letters","stand_in"}},"neutral"}.  Fails with the pointer
  // of the member; also for a neutral text or a stand-in that promises.
  static absl::StatusOr<PartnerWords> Read(const json::Node& node);

  // True when `text` contains a promising phrase in any reading.  Linear in the text.
  bool Promises(std::string_view text) const;

  // The value as it may be shown in this slot, or the stand-in.  A slot that the policy does not
  // name shows nothing.
  std::string Slot(std::string_view name, std::string_view value) const;

  // What stands in for a text that promises; promises nothing.
  const std::string& neutral() const { return neutral_; }

 private:
  // A phrase as the shapes of its parts; "..." in the document stands for a few words between them.
  using Phrase = std::vector<std::string>;
  struct SlotRule {
    std::size_t most_letters = 0;
    std::string stand_in;
  };

  bool IsIn(std::string_view shape) const;
  absl::Status ReadPhrases(const json::Node& node);
  absl::Status ReadSlots(const json::Node& node);

  std::array<std::vector<Phrase>, 26> phrases_;  // By the first letter.
  // Of each first letter, the second letters of its phrases, a bit each: most letters of a text
  // start none.
  std::array<std::uint32_t, 26> second_letters_{};
  StringMap<SlotRule> slots_;
  std::string neutral_;
};

}  // namespace referee::policy

#endif  // REFEREE_SRC_POLICY_PARTNER_WORDS_H_
