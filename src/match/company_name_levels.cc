#include "src/match/company_name_levels.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/inlined_vector.h"
#include "src/match/company_words.h"
#include "src/match/term_bits.h"
#include "src/match/token_alignment.h"
#include "src/match/token_likeness.h"

namespace referee {
namespace {

// The words of one name that are aligned: at most kMaxAlignedTokens, function words left out.
struct Words {
  absl::InlinedVector<std::string_view, kMaxAlignedTokens> text;  // Borrowed from features.
  bool joined = false;  // Two words were written as one on the other side.
};

Words WordsOf(const CompanyFeatures& company) {
  Words words;
  for (const std::string& token : company.name_tokens) {
    if (words.text.size() == kMaxAlignedTokens) break;
    if (KindOfWord(token) != WordKind::kFunction) words.text.push_back(token);
  }
  return words;
}

bool IsJoined(std::string_view whole, std::string_view first, std::string_view second) {
  return whole.size() == first.size() + second.size() && whole.starts_with(first) &&
         whole.ends_with(second);
}

// Writes neighbouring words of `words` together where `other` has them as one word.
void JoinCompounds(Words& words, const Words& other) {
  for (std::size_t i = 0; i + 1 < words.text.size(); ++i) {
    const auto whole = std::find_if(other.text.begin(), other.text.end(), [&](auto word) {
      return IsJoined(word, words.text[i], words.text[i + 1]);
    });
    if (whole == other.text.end()) continue;
    words.text[i] = *whole;
    words.text.erase(words.text.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    words.joined = true;
  }
}

// Letters of the acronym if the first word of one name is the beginning of the other's initials, as
// in MZK Wąwolnica for Miejskie Zakłady Komunalne w Wąwolnicy; else 0.  Two letters must be both
// names whole.
std::size_t AcronymLetters(const CompanyFeatures& shorter, const CompanyFeatures& longer) {
  if (shorter.name_tokens.empty() || longer.name_tokens.size() < 2) return 0;
  const std::string& word = shorter.name_tokens.front();
  if (word.size() == 2) {
    return shorter.name_tokens.size() == 1 && longer.acronym == word ? 2 : 0;
  }
  return word.size() >= 3 && longer.acronym.starts_with(word) ? word.size() : 0;
}

bool Contains(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

using WordBitsList = absl::InlinedVector<double, kMaxAlignedTokens>;

// What one name says beyond the other: words that make another company of it, and descriptors
// (group, company), which only cost a little.
struct Further {
  int words = 0, descriptors = 0;

  void Count(std::string_view word) {
    ++(KindOfWord(word) == WordKind::kDescriptor ? descriptors : words);
  }
  bool any() const { return words + descriptors > 0; }
};

// Two names, word by word.
struct Aligned {
  WordBitsList common;       // Bits of the words in common.
  double worst = kSameWord;  // Of their likenesses.
  bool in_order = true;
  Further further_in_a, further_in_b;
};

class NameComparison {
 public:
  NameComparison(const CompanyWeights& weights, const TermStatistics& statistics,
                 const CompanyFeatures& a, const CompanyFeatures& b)
      : weights_(weights), statistics_(statistics), a_(a), b_(b) {
    if (a.name_tokens.empty() || b.name_tokens.empty()) return;
    if (a.name_tokens == b.name_tokens) {
      level_ = CompanyNameLevel::kExact;
      bits_ = WholeBits(WordsOf(a)) + LevelBits();
      return;
    }
    AlignWords();
  }

  CompanyNameLevel level() const { return level_; }
  double bits() const { return bits_; }

 private:
  double LevelBits() const { return weights_.name_levels[static_cast<std::size_t>(level_)].bits; }

  double WordBits(std::string_view word) const {
    ValueRate rate = weights_.token;
    rate.m = 1;
    const WordKind kind = KindOfWord(word);
    if (kind == WordKind::kTrade || kind == WordKind::kDescriptor) {
      rate.typical = weights_.common_token;
    } else if (Contains(a_.place_tokens, word) || Contains(b_.place_tokens, word)) {
      rate.typical = weights_.place_token;
    }
    return std::max(ValueBits(rate, weights_.population, statistics_.Companies(),
                              statistics_.Count(Term::kCompanyToken, word)),
                    0.0);
  }

  // Words of one name come together: beyond the rarest each counts in part.
  double MassOf(WordBitsList bits) const {
    std::sort(bits.rbegin(), bits.rend());
    double mass = 0;
    for (std::size_t i = 0; i < bits.size(); ++i) {
      mass += i == 0 ? bits[i] : weights_.further_token * bits[i];
    }
    return mass;
  }

  // At most what the frequency of the whole name says, of both if they are spelt differently.
  double LimitByName(double mass) const {
    ValueRate rate = weights_.name;
    rate.m = 1;
    const std::uint64_t count = std::max(statistics_.Count(Term::kCompanyName, a_.name),
                                         statistics_.Count(Term::kCompanyName, b_.name));
    return std::min(mass, ValueBits(rate, weights_.population, statistics_.Companies(), count));
  }

  WordBitsList BitsOf(const Words& words) const {
    WordBitsList bits;
    for (const std::string_view word : words.text) bits.push_back(WordBits(word));
    return bits;
  }

  double WholeBits(const Words& words) const {
    return LimitByName(weights_.lone_name_bits + MassOf(BitsOf(words)));
  }

  void AlignWords() {
    Words a = WordsOf(a_);
    Words b = WordsOf(b_);
    JoinCompounds(a, b);
    JoinCompounds(b, a);
    TokenWeights likeness;
    likeness.rows = a.text.size();
    likeness.columns = b.text.size();
    bool any = false;
    for (std::size_t i = 0; i < a.text.size(); ++i) {
      for (std::size_t j = 0; j < b.text.size(); ++j) {
        likeness.weight[i][j] = TokenLikeness(a.text[i], b.text[j]);
        any = any || likeness.weight[i][j] > 0;
      }
    }
    if (any) Weigh(a, b, likeness);
    if (level_ == CompanyNameLevel::kAbsent || level_ == CompanyNameLevel::kPartial) {
      WeighWithoutCommonWords();
    }
  }

  void WeighWithoutCommonWords() {
    const std::size_t letters = std::max(AcronymLetters(a_, b_), AcronymLetters(b_, a_));
    double letter_bits = 0;
    if (letters > 0) {
      level_ = CompanyNameLevel::kAcronym;
      letter_bits = weights_.acronym_letter * static_cast<double>(letters);
    } else if (level_ == CompanyNameLevel::kAbsent) {
      level_ = CompanyNameLevel::kDifferent;
    } else {
      return;
    }
    bits_ = LevelBits() + letter_bits;
  }

  void Weigh(const Words& a, const Words& b, const TokenWeights& likeness) {
    const WordBitsList bits_a = BitsOf(a);
    const WordBitsList bits_b = BitsOf(b);
    TokenWeights weights = likeness;
    for (std::size_t i = 0; i < a.text.size(); ++i) {
      for (std::size_t j = 0; j < b.text.size(); ++j) {
        weights.weight[i][j] *= std::min(bits_a[i], bits_b[j]);
      }
    }
    const TokenAlignment alignment = AlignTokens(weights);

    Aligned aligned;
    aligned.worst = a.joined || b.joined ? kJoinedWords : kSameWord;
    std::array<bool, kMaxAlignedTokens> used{};
    std::size_t last = 0;
    for (std::size_t i = 0; i < a.text.size(); ++i) {
      if (alignment.partner[i] == TokenAlignment::kUnpaired) {
        aligned.further_in_a.Count(a.text[i]);
        continue;
      }
      const std::size_t j = static_cast<unsigned char>(alignment.partner[i]);
      used[j] = true;
      aligned.in_order = aligned.in_order && (aligned.common.empty() || j > last);
      last = j;
      aligned.worst = std::min(aligned.worst, likeness.weight[i][j]);
      aligned.common.push_back(weights.weight[i][j]);
    }
    for (std::size_t j = 0; j < b.text.size(); ++j) {
      if (!used[j]) aligned.further_in_b.Count(b.text[j]);
    }
    if (!aligned.common.empty()) Conclude(aligned, CoverageOf(aligned.common, bits_a, bits_b));
  }

  double CoverageOf(const WordBitsList& common, const WordBitsList& bits_a,
                    const WordBitsList& bits_b) const {
    const double most = std::max(MassOf(bits_a), MassOf(bits_b));
    return most > 0 ? std::min(MassOf(common) / most, 1.0) : 0;
  }

  void Conclude(const Aligned& aligned, double coverage) {
    const Further& a = aligned.further_in_a;
    const Further& b = aligned.further_in_b;
    if (a.words + b.words > 0 && a.any() && b.any()) {
      level_ = CompanyNameLevel::kPartial;
      bits_ = LevelBits();
      return;
    }
    double further = (a.descriptors + b.descriptors) * weights_.further_descriptor.bits;
    if (a.words + b.words > 0) {
      level_ = CompanyNameLevel::kContained;
      further += weights_.further_word.bits;
    } else if (aligned.worst <= kMisspeltWord) {
      level_ = aligned.worst == kShortenedWord ? CompanyNameLevel::kAbbreviated
                                               : CompanyNameLevel::kMisspelt;
    } else {
      const bool exact =
          aligned.in_order && aligned.worst >= kTranscribedWord && !a.any() && !b.any();
      level_ = exact ? CompanyNameLevel::kExact : CompanyNameLevel::kReordered;
    }
    const double mass = weights_.lone_name_bits * coverage + MassOf(aligned.common);
    bits_ = LimitByName(mass) + LevelBits() + further;
  }

  const CompanyWeights& weights_;
  const TermStatistics& statistics_;
  const CompanyFeatures& a_;
  const CompanyFeatures& b_;
  CompanyNameLevel level_ = CompanyNameLevel::kAbsent;
  double bits_ = 0;
};

LegalFormLevel CompareLegalForms(const CompanyFeatures& a, const CompanyFeatures& b) {
  if (a.legal_form.empty() || b.legal_form.empty()) return LegalFormLevel::kAbsent;
  return a.legal_form == b.legal_form ? LegalFormLevel::kSame : LegalFormLevel::kDifferent;
}

NumeralLevel CompareNumerals(const CompanyFeatures& a, const CompanyFeatures& b) {
  if (a.numerals.empty() && b.numerals.empty()) return NumeralLevel::kAbsent;
  if (a.numerals.empty() || b.numerals.empty()) return NumeralLevel::kOneSided;
  return a.numerals == b.numerals ? NumeralLevel::kSame : NumeralLevel::kDifferent;
}

// A place in one name is no difference when the other company has its address there.
bool IsAt(const CompanyFeatures& company, const std::vector<std::string>& places) {
  return Contains(places, company.address.city);
}

PlaceLevel ComparePlaces(const CompanyFeatures& a, const CompanyFeatures& b) {
  if (a.place_tokens.empty() && b.place_tokens.empty()) return PlaceLevel::kAbsent;
  if (a.place_tokens.empty() || b.place_tokens.empty()) {
    const bool is_there = IsAt(a, b.place_tokens) || IsAt(b, a.place_tokens);
    return is_there ? PlaceLevel::kAbsent : PlaceLevel::kOneSided;
  }
  const bool common =
      std::any_of(a.place_tokens.begin(), a.place_tokens.end(),
                  [&](const std::string& place) { return Contains(b.place_tokens, place); });
  return common ? PlaceLevel::kSame : PlaceLevel::kDifferent;
}

NameAgreement AgreementOf(CompanyNameLevel level, NumeralLevel numerals, PlaceLevel places) {
  if (level == CompanyNameLevel::kAbsent) return NameAgreement::kUnknown;
  if (level == CompanyNameLevel::kDifferent) return NameAgreement::kDiffer;
  if (level == CompanyNameLevel::kPartial || numerals == NumeralLevel::kDifferent ||
      places == PlaceLevel::kDifferent) {
    return NameAgreement::kPartial;
  }
  const bool contained = level == CompanyNameLevel::kContained ||
                         numerals == NumeralLevel::kOneSided || places == PlaceLevel::kOneSided;
  return contained ? NameAgreement::kContained : NameAgreement::kAgree;
}

}  // namespace

CompanyNameMatch CompareCompanyNames(const CompanyWeights& weights,
                                     const TermStatistics& statistics, const CompanyFeatures& a,
                                     const CompanyFeatures& b, EvidenceSum& evidence) {
  // Among equally good alignments the first is taken: which one must not depend on the side.
  const bool swap = b.name < a.name;
  const NameComparison name(weights, statistics, swap ? b : a, swap ? a : b);
  CompanyNameMatch match;
  match.level = name.level();
  if (match.level == CompanyNameLevel::kAbsent) return match;
  const double before = evidence.total();
  evidence.Add("company_name", match.level, name.bits());

  const NumeralLevel numerals = CompareNumerals(a, b);
  const PlaceLevel places = ComparePlaces(a, b);
  match.agreement = AgreementOf(match.level, numerals, places);
  // Form, numeral and place qualify a name; beside another name they say nothing more.
  if (match.agreement != NameAgreement::kDiffer) {
    const LegalFormLevel form = CompareLegalForms(a, b);
    evidence.Add("legal_form", form,
                 weights.legal_form_levels[static_cast<std::size_t>(form)].bits);
    evidence.Add("numeral", numerals,
                 weights.numeral_levels[static_cast<std::size_t>(numerals)].bits);
    evidence.Add("place", places, weights.place_levels[static_cast<std::size_t>(places)].bits);
  }
  match.bits = evidence.total() - before;
  return match;
}

}  // namespace referee
