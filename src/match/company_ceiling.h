// The most that comparing two companies can give, told in a fraction of the time of comparing them.
//
// A search finds hundreds of companies that share a word of the name or a street with the one asked
// about, and a handful that are it.  Whoever has neither identifier, domain nor number in common
// and another name besides cannot be it, whatever the address says: such a candidate is told from
// its packed features as they stand, without frequencies, alignments and copies.

#ifndef REFEREE_SRC_MATCH_COMPANY_CEILING_H_
#define REFEREE_SRC_MATCH_COMPANY_CEILING_H_

#include <array>
#include <cstddef>
#include <cstdint>

#include "absl/container/inlined_vector.h"
#include "src/match/company_words.h"
#include "src/match/letter_set.h"
#include "src/match/levels.h"
#include "src/match/term_statistics.h"
#include "src/match/token_alignment.h"
#include "src/match/weights.h"
#include "src/normalize/feature_sketch.h"
#include "src/normalize/features.h"

namespace referee {

// What the words of two names allow.
enum class NameOutlook : std::uint8_t {
  kSilent,  // One side has no name.
  kApart,   // Each says something that the other does not: partial or different, no more.
  kOpen,    // Only the comparison can tell.
};

class CompanyCeiling {
 public:
  // For comparisons with this one.  Borrows all three.
  CompanyCeiling(const CompanyWeights& weights, const TermStatistics& statistics,
                 const CompanyFeatures& query);

  NameOutlook OutlookOf(const CompanyView& other) const;
  // The same, or kOpen where the sketch cannot tell.
  NameOutlook OutlookOf(const FeatureSketch& other) const;

  // No less than what CompareCompanies() adds for the two; infinite where only it can tell.
  // `names` is the outlook of `other`.
  double Bits(const CompanyView& other, NameOutlook names) const;
  double Bits(const FeatureSketch& other, NameOutlook names) const;

 private:
  struct Word {
    SpeltWord spelt;
    WordKind kind;
    WordSketch sketch;
  };
  using Words = absl::InlinedVector<Word, kMaxAlignedTokens>;

  template <typename Company>
  static Words WordsOf(const Company& company);

  bool MayBeAcronym(const CompanyView& other) const;
  bool MayBeAcronym(const FeatureSketch& other, std::size_t words) const;
  bool MayHaveCompound(const std::array<WordSketch, FeatureSketch::kCompanyWords>& words,
                       std::size_t count) const;
  bool SharesIdentity(const CompanyView& other) const;
  bool MayShareIdentity(const FeatureSketch& other) const;
  double NameBits(NameOutlook names) const;
  double ShareOf(NameOutlook names) const;
  double PlaceBits(const AddressView& other, double share) const;
  double PlaceBits(bool city, bool postal, bool street) const;
  double KindBits(const CompanyView& other) const;

  const CompanyWeights& weights_;
  const CompanyFeatures& query_;
  Words words_;
  double apart_bits_ = 0, apart_share_ = 0;  // Of names that stand apart, at most.
  double registry_bits_ = 0;                 // Of numbers that differ, at most.
  double city_bits_ = 0, near_city_bits_ = 0, postal_bits_ = 0, street_bits_ = 0;  // At most.
  absl::InlinedVector<ShortHash, 4> domains_, registry_ids_, phones_;
  TinyHash country_ = 0;
};

}  // namespace referee

#endif  // REFEREE_SRC_MATCH_COMPANY_CEILING_H_
