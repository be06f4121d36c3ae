// The most that comparing two people can give, told in a fraction of the time of comparing them.
//
// A search finds everybody whose family name sounds alike or who works where the person asked about
// does.  Whoever shares neither mailbox nor number nor identifier, and not the whole name, mostly
// cannot be that person: such a candidate is told from its packed features as they stand.

#ifndef REFEREE_SRC_MATCH_PERSON_CEILING_H_
#define REFEREE_SRC_MATCH_PERSON_CEILING_H_

#include <string_view>
#include <vector>

#include "absl/container/inlined_vector.h"
#include "src/match/company_ceiling.h"
#include "src/match/letter_set.h"
#include "src/match/term_statistics.h"
#include "src/match/weights.h"
#include "src/normalize/feature_sketch.h"
#include "src/normalize/features.h"

namespace referee {

class PersonCeiling {
 public:
  // For comparisons with the person of `query`.  Borrows all three.
  PersonCeiling(const Model::Weights& weights, const TermStatistics& statistics,
                const Features& query);

  // No less than what ComparePeople() adds to the evidence for the two; infinite where only it can
  // tell.  `companies` is the outlook of the two companies' names.
  double Bits(const FeaturesView& other, NameOutlook companies) const;
  double Bits(const FeatureSketch& other, NameOutlook companies) const;

 private:
  struct Employer {
    std::string_view domain;
    double bits;  // Of working under it.
    ShortHash hash;
  };

  bool SharesIdentity(const PersonView& other) const;
  bool SharesWholeName(const PersonView& other) const;
  double NameBits(const PersonView& other) const;
  double GivenBits(const PersonView& other, bool* is_different) const;
  double FamilyBits(const PersonView& other, bool* is_different) const;
  double EmailBits(const PersonView& other) const;
  double EmployerBits(const FeaturesView& other, NameOutlook companies) const;
  double RestBits(const FeaturesView& other) const;

  bool MayShareIdentity(const FeatureSketch& other) const;
  bool MayShareWholeName(const FeatureSketch& other) const;
  double GivenBits(const FeatureSketch& other, bool* is_different) const;
  double FamilyBits(const FeatureSketch& other, bool* is_different) const;
  double EmailBits(const FeatureSketch& other) const;
  double EmployerBits(const FeatureSketch& other, NameOutlook companies) const;
  double OtherEmployerBits(bool has_domain, NameOutlook companies) const;
  double RestBits(const FeatureSketch& other) const;

  const PersonWeights& weights_;
  const PersonFeatures& person_;
  SpeltWord given_, family_;
  double given_bits_ = 0, family_bits_ = 0;            // When they are equal.
  double given_near_bits_ = 0, family_near_bits_ = 0;  // When they are not, at most.
  std::vector<Employer> employers_;
  struct Mailbox {
    ShortHash address, local, domain;
  };
  FeatureSketch sketch_;  // Of the query, and of what it has more of than a sketch holds:
  WordSketch middle_;
  TinyHash given_hash_ = 0;
  absl::InlinedVector<Mailbox, 2> mailboxes_;
  absl::InlinedVector<ShortHash, 4> phones_;
};

}  // namespace referee

#endif  // REFEREE_SRC_MATCH_PERSON_CEILING_H_
