#include "src/match/person_name_levels.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "src/match/edit_distance.h"
#include "src/match/jaro_winkler.h"
#include "src/match/letter_set.h"
#include "src/match/sketched_words.h"
#include "src/match/term_bits.h"
#include "src/match/transcription.h"

namespace referee {
namespace {

constexpr double kSimilarEnough = 0.92;
// Words of three letters or more that are one edit apart are at least this similar.
constexpr double kLeastSimilar = 0.5;

double BitsOf(const RateTable<NameLevel>& rates, NameLevel level) {
  return rates[static_cast<std::size_t>(level)].bits;
}

// True when all words of the shorter name stand in the longer one, as words.
bool IsPartOf(std::string_view part, std::string_view whole) {
  if (part.size() >= whole.size()) return false;
  const auto is_edge = [](char c) { return c == ' ' || c == '-' || c == '\''; };
  for (std::size_t at = whole.find(part); at != std::string_view::npos;
       at = whole.find(part, at + 1)) {
    const std::size_t end = at + part.size();
    if ((at == 0 || is_edge(whole[at - 1])) && (end == whole.size() || is_edge(whole[end]))) {
      return true;
    }
  }
  return false;
}

bool IsInitialOf(std::string_view initial, std::string_view name) {
  return initial.size() == 1 && !name.empty() && name.front() == initial.front();
}

bool ShareGroup(const PersonFeatures& a, const PersonFeatures& b) {
  return std::any_of(a.given_groups.begin(), a.given_groups.end(), [&](std::uint32_t group) {
    return std::find(b.given_groups.begin(), b.given_groups.end(), group) != b.given_groups.end();
  });
}

NameLevel CompareFamilyNames(const PersonFeatures& a, const PersonFeatures& b) {
  const NameLevel level = CompareSpelling(a.family, b.family);
  if (level == NameLevel::kDifferent && !a.family_phonetic.empty() &&
      a.family_phonetic == b.family_phonetic) {
    return NameLevel::kSoundsAlike;
  }
  return level;
}

bool IsDifferent(NameLevel level) { return level == NameLevel::kDifferent; }
bool IsCompared(NameLevel level) { return level != NameLevel::kAbsent; }

// Names compared part by part, or as a whole where that says more.
class NameComparison {
 public:
  NameComparison(const PersonWeights& weights, const TermStatistics& statistics,
                 const PersonFeatures& a, const PersonFeatures& b)
      : weights_(weights), statistics_(statistics), a_(a), b_(b) {
    CompareParts();
    if (given_ != NameLevel::kExact || family_ != NameLevel::kExact) CompareWhole();
  }

  PersonNameMatch Report(EvidenceSum& evidence) const {
    const double before = evidence.total();
    if (whole_ != WholeNameLevel::kAbsent) {
      evidence.Add("name", whole_, whole_bits_);
    }
    if (parts_count_) {
      evidence.Add("given_name", given_, given_bits_);
      evidence.Add("family_name", family_, family_bits_);
      ReportMiddle(evidence);
    }
    ReportSuffix(evidence);
    return {Agreement(), evidence.total() - before};
  }

 private:
  double ExactBits(const ValueRate& rate, Term term, std::string_view value) const {
    return ValueBits(rate, weights_.population, statistics_.People(),
                     statistics_.Count(term, value));
  }
  // Of a name in two spellings, as common as the commoner of them.
  double ExactBits(const ValueRate& rate, Term term, std::string_view a, std::string_view b) const {
    const double bits = ExactBits(rate, term, a);
    return a == b ? bits : std::min(bits, ExactBits(rate, term, b));
  }

  void CompareParts() {
    given_ = CompareGivenNames(a_, b_);
    family_ = CompareFamilyNames(a_, b_);
    given_bits_ = given_ == NameLevel::kExact
                      ? ExactBits(weights_.given, Term::kGivenName, a_.given, b_.given)
                      : BitsOf(weights_.given_levels, given_);
    family_bits_ = family_ == NameLevel::kExact
                       ? ExactBits(weights_.family, Term::kFamilyName, a_.family, b_.family)
                       : BitsOf(weights_.family_levels, family_);
    if (given_ == NameLevel::kExact && family_ == NameLevel::kExact) LimitByFullName();
    if (IsDifferent(given_) && IsDifferent(family_)) {
      whole_ = WholeNameLevel::kDifferent;
      whole_bits_ = WholeBits(whole_);
    }
  }

  // Given and family names go together by language and fashion; the count of the full name shows
  // it.  What is over is taken from the family name.
  void LimitByFullName() {
    const double full_bits = ExactBits(weights_.full_name, Term::kFullName,
                                       a_.given + ' ' + a_.family, b_.given + ' ' + b_.family);
    const double surplus = given_bits_ + family_bits_ - full_bits;
    if (surplus > 0) family_bits_ -= std::min(surplus, family_bits_);
  }

  double FullNameBits() const {
    return ExactBits(weights_.full_name, Term::kFullName, a_.given + ' ' + a_.family);
  }

  void CompareWhole() {
    const double parts = given_bits_ + family_bits_ + whole_bits_;
    double bits = 0;
    WholeNameLevel level = WholeNameLevel::kAbsent;
    if (IsSwapped()) {
      level = WholeNameLevel::kSwapped;
      bits = SwappedBits();
    } else if (IsReordered()) {
      level = WholeNameLevel::kReordered;
      bits = FullNameBits() + WholeBits(level);
    }
    if (level == WholeNameLevel::kAbsent || bits <= parts) return;
    whole_ = level;
    whole_bits_ = bits;
    parts_count_ = false;
  }

  bool IsSwapped() const {
    if (a_.given.empty() || a_.family.empty() || b_.given.empty() || b_.family.empty()) {
      return false;
    }
    return a_.given == b_.family && a_.family == b_.given;
  }

  // Each word counts as the commoner of what it is as a given and as a family name.
  double SwappedBits() const {
    const auto word = [&](std::string_view value) {
      return std::min(ExactBits(weights_.given, Term::kGivenName, value),
                      ExactBits(weights_.family, Term::kFamilyName, value));
    };
    return word(a_.given) + word(a_.family) + WholeBits(WholeNameLevel::kSwapped);
  }

  bool IsReordered() const {
    return a_.name_tokens.size() >= 2 && a_.name_tokens == b_.name_tokens;
  }

  double WholeBits(WholeNameLevel level) const {
    return weights_.whole_name_levels[static_cast<std::size_t>(level)].bits;
  }

  void ReportMiddle(EvidenceSum& evidence) const {
    NameLevel level = CompareSpelling(a_.middle, b_.middle);
    if (IsInitialOf(a_.middle, b_.middle) || IsInitialOf(b_.middle, a_.middle)) {
      level = a_.middle == b_.middle ? NameLevel::kExact : NameLevel::kInitial;
    }
    evidence.Add("middle_name", level, BitsOf(weights_.middle_levels, level));
  }

  void ReportSuffix(EvidenceSum& evidence) const {
    SuffixLevel level = SuffixLevel::kAbsent;
    if (!a_.suffix.empty() && !b_.suffix.empty()) {
      level = a_.suffix == b_.suffix ? SuffixLevel::kExact : SuffixLevel::kDifferent;
    }
    evidence.Add("suffix", level, weights_.suffix_levels[static_cast<std::size_t>(level)].bits);
  }

  NameAgreement Agreement() const {
    if (!parts_count_) return NameAgreement::kAgree;
    if (!IsCompared(given_) && !IsCompared(family_)) return NameAgreement::kUnknown;
    if (IsDifferent(given_) && (IsDifferent(family_) || !IsCompared(family_))) {
      return NameAgreement::kDiffer;
    }
    if (IsDifferent(given_)) return NameAgreement::kPartial;
    if (IsDifferent(family_)) {
      return IsCompared(given_) ? NameAgreement::kPartial : NameAgreement::kDiffer;
    }
    return IsCompared(given_) && IsCompared(family_) ? NameAgreement::kAgree
                                                     : NameAgreement::kContained;
  }

  const PersonWeights& weights_;
  const TermStatistics& statistics_;
  const PersonFeatures& a_;
  const PersonFeatures& b_;
  NameLevel given_ = NameLevel::kAbsent, family_ = NameLevel::kAbsent;
  double given_bits_ = 0, family_bits_ = 0;
  WholeNameLevel whole_ = WholeNameLevel::kAbsent;
  double whole_bits_ = 0;
  bool parts_count_ = true;
};

}  // namespace

bool MayBeSpeltAlike(const SpeltWord& a, const SpeltWord& b) {
  const SpeltWord& shorter = a.text.size() <= b.text.size() ? a : b;
  const SpeltWord& longer = a.text.size() <= b.text.size() ? b : a;
  if (a.text == b.text) return true;
  if (LettersWithoutPartner(shorter, longer) == 0 && IsPartOf(shorter.text, longer.text)) {
    return true;
  }
  // One letter of a name of three or fewer is too much of it: Kim is not Tim.
  if (shorter.text.size() < 3 || longer.text.size() < 4) return false;
  if (!MayBeSimilar(a, b, kLeastSimilar)) return false;
  return MayBeWithin(a, b, 1) || (shorter.text.size() >= 4 && MayBeSimilar(a, b, kSimilarEnough));
}

bool MayBeSpeltAlike(const WordSketch& a, const WordSketch& b) {
  const WordSketch& shorter = a.size() <= b.size() ? a : b;
  const WordSketch& longer = a.size() <= b.size() ? b : a;
  if (MayBePartOf(shorter, longer)) return true;
  if (shorter.size() < 3 || longer.size() < 4) return false;
  if (!MayBeSimilar(a, b, kLeastSimilar)) return false;
  return MayBeWithin(a, b, 1) || (shorter.size() >= 4 && MayBeSimilar(a, b, kSimilarEnough));
}

NameLevel CompareSpelling(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return NameLevel::kAbsent;
  if (a == b || AreTranscriptions(a, b)) return NameLevel::kExact;
  if (!MayBeSpeltAlike(SpeltWord(a), SpeltWord(b))) return NameLevel::kDifferent;
  if (IsPartOf(a, b) || IsPartOf(b, a)) return NameLevel::kPart;
  if (EditDistance(a, b, 1) <= 1) return NameLevel::kOneEdit;
  return std::min(a.size(), b.size()) >= 4 && JaroWinkler(a, b) >= kSimilarEnough
             ? NameLevel::kSimilar
             : NameLevel::kDifferent;
}

NameLevel CompareGivenNames(const PersonFeatures& a, const PersonFeatures& b) {
  if (a.given.empty() || b.given.empty()) return NameLevel::kAbsent;
  if (a.given == b.given || AreTranscriptions(a.given, b.given)) return NameLevel::kExact;
  if (IsInitialOf(a.given, b.given) || IsInitialOf(b.given, a.given)) return NameLevel::kInitial;
  if (ShareGroup(a, b)) return NameLevel::kNickname;
  // Some people go by their middle name.
  if (a.given == b.middle || b.given == a.middle) return NameLevel::kPart;
  const NameLevel level = CompareSpelling(a.given, b.given);
  // Two known names of different groups, Julia and Julian, are seldom a typing error of each other.
  const bool both_known = !a.given_groups.empty() && !b.given_groups.empty();
  if (both_known && (level == NameLevel::kOneEdit || level == NameLevel::kSimilar)) {
    return NameLevel::kSoundsAlike;
  }
  return level;
}

PersonNameMatch ComparePersonNames(const PersonWeights& weights, const TermStatistics& statistics,
                                   const PersonFeatures& a, const PersonFeatures& b,
                                   EvidenceSum& evidence) {
  return NameComparison(weights, statistics, a, b).Report(evidence);
}

}  // namespace referee
