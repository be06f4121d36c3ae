// The features of a record in one cache line: what two records cannot have in common.
//
// A search looks at hundreds of candidates for each that is one.  A sketch tells most of them apart
// without reading their features: equal parts have equal sketches, so that what differs here
// differs there.  The reverse does not hold: sixteen bits of a hash may be equal by chance.

#ifndef REFEREE_SRC_NORMALIZE_FEATURE_SKETCH_H_
#define REFEREE_SRC_NORMALIZE_FEATURE_SKETCH_H_

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "src/normalize/features.h"

namespace referee {

// Letters, length and first letters of a word.
class WordSketch {
 public:
  static constexpr std::uint32_t kLongest = 127;  // Longer words have this length.
  static constexpr int kPrefix = 4;

  WordSketch() = default;
  explicit WordSketch(std::string_view word);

  std::uint32_t letters() const { return letters_; }                      // As in SpeltWord.
  std::uint32_t size() const { return rest_ >> kSizeShift & kLongest; }   // In bytes.
  std::uint32_t first_letter() const { return 1u << (rest_ & kLetter); }  // One of letters().
  bool is_ascii() const { return rest_ >> kOtherShift == 0; }
  bool empty() const { return size() == 0; }

  bool operator==(const WordSketch&) const = default;

  // At most so many letters of the words' beginnings are the same, one after the other; kPrefix
  // for all that are known.
  int CommonPrefix(const WordSketch& other) const {
    constexpr std::uint32_t kEnd = 1u << kSizeShift;
    return std::countr_zero((rest_ ^ other.rest_) | kEnd) / kLetterBits;
  }

 private:
  static constexpr std::uint32_t kLetter = 31;
  static constexpr int kLetterBits = 5, kSizeShift = kPrefix * kLetterBits, kOtherShift = 31;

  std::uint32_t letters_ = 0;
  std::uint32_t rest_ = 0;  // Prefix, length, whether a byte is not ASCII.
};

// 0 for an empty text only.
using ShortHash = std::uint16_t;
ShortHash ShortHashOf(std::string_view text);

// As far as it matters that two texts differ, and not how often two are taken for equal.
using TinyHash = std::uint8_t;
TinyHash TinyHashOf(std::string_view text);

// Of the digits by which MayShareNumber() compares.
ShortHash ShortHashOfNumber(std::string_view e164);

// Of a name whatever the order of its words.
ShortHash ShortHashOfName(const std::vector<std::string>& sorted_tokens);

struct FeatureSketch {
  // What the record says at all.
  enum Flag : std::uint32_t {
    kPerson = 1u << 0,  // As Features::person is not empty.
    kCompany = 1u << 1,
    kMailbox = 1u << 2,
    kUnlikeMailbox = 1u << 3,  // One that does not derive from the person's own name.
    kMoreMailboxes = 1u << 4,  // Than the one below.
    kPersonPhone = 1u << 5,
    kCompanyPhone = 1u << 6,
    kMorePhones = 1u << 7,
    kBirthDate = 1u << 8,
    kNationalId = 1u << 9,
    kTitle = 1u << 10,
    kSuffix = 1u << 11,
    kCorporateDomain = 1u << 12,  // Of the company or of a mailbox.
    kCompanyDomain = 1u << 13,
    kMoreDomains = 1u << 14,
    kRegistryId = 1u << 15,
    kMoreRegistryIds = 1u << 16,
    kCompanyName = 1u << 17,
    kMoreWords = 1u << 18,
    kCity = 1u << 19,
    kPostal = 1u << 20,
    kStreet = 1u << 21,
    kIndustry = 1u << 22,
    kEmployees = 1u << 23,
  };
  static constexpr std::size_t kCompanyWords = 3;

  std::uint32_t flags = 0;
  WordSketch given, family;
  std::array<WordSketch, kCompanyWords> company_words;  // The first.
  ShortHash address = 0, local = 0;                     // Of the first mailbox.
  std::array<ShortHash, 2> phones{};                    // Of person and company.
  std::array<ShortHash, 2> domains{};                   // Of company and mailboxes.
  ShortHash registry_id = 0;                            // The first.
  ShortHash whole_name = 0;
  TinyHash phonetic = 0, middle = 0, country = 0;  // The company's country.
  std::uint8_t groups = 0;  // A bit for each nickname group; two may share one.

  bool Has(std::uint32_t flag) const { return (flags & flag) != 0; }
};
static_assert(sizeof(FeatureSketch) == 64);

FeatureSketch SketchOf(const Features& features);

}  // namespace referee

#endif  // REFEREE_SRC_NORMALIZE_FEATURE_SKETCH_H_
