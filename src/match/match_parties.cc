#include "src/match/match_parties.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "src/base/status_macros.h"
#include "src/index/candidates.h"
#include "src/match/company_ceiling.h"
#include "src/match/compete.h"
#include "src/match/person_ceiling.h"
#include "src/match/score.h"
#include "src/match/term_bits.h"
#include "src/match/term_statistics.h"
#include "src/match/weights.h"

namespace referee {
namespace {

// Between two polls a call spends some fifty microseconds.
constexpr std::size_t kCandidatesPerPoll = 256;

// Candidates lie anywhere in memory: so many before one is read the processor is told where.
constexpr std::size_t kReadAhead = 12;

// Far above what sums of bits lose by rounding, far below what a level is worth.
constexpr double kRoundingBits = 1e-3;

// Two candidates are one party rather than rivals at about these odds.  Lower than even: both
// already look like the query.
constexpr double kOnePartyBits = -2;

bool DescribesParty(RecordType type) {
  switch (type) {
    case RecordType::kAccount:
    case RecordType::kContact:
    case RecordType::kLead:
    case RecordType::kTouch:
    case RecordType::kSubmission: return true;
    default: return false;
  }
}

using Scorer = AspectMatch (*)(const Model&, const TermStatistics&, const Features&,
                               const Features&, const Effort&);

class Search {
 public:
  Search(const Model& model, const Snapshot& snapshot, const Features& query,
         const MatchOptions& options, const CallContext& call)
      : model_(model),
        snapshot_(snapshot),
        statistics_(snapshot),
        query_(query),
        options_(options),
        call_(call),
        people_(model.weights(), statistics_, query),
        companies_(model.weights().company, statistics_, query.company) {
    const double least = BitsOf(options.possible_match) - kRoundingBits;
    least_person_bits_ = least - PriorBits(model.weights().person.population, statistics_.People());
    least_company_bits_ =
        least - PriorBits(model.weights().company.population, statistics_.Companies());
  }

  absl::StatusOr<MatchResult> Run() {
    MatchResult result;
    CandidateSet candidates;
    FindCandidates(snapshot_, query_, CandidateOptions{}, &candidates);
    result.truncated = candidates.truncated;
    REFEREE_RETURN_IF_ERROR(Score(candidates.records));
    Settle(&Match::person, ScorePeople);
    Settle(&Match::company, ScoreCompanies);
    std::erase_if(matches_, [](const Match& match) { return !IsReached(match); });
    if (options_.explain == Explain::kYes) {
      REFEREE_RETURN_IF_ERROR(ExplainAll());
    }
    SortMatches();
    result.matches = std::move(matches_);
    return result;
  }

 private:
  // Those whose sketch does not rule them out.
  absl::StatusOr<std::vector<RecordNo>> Sift(const std::vector<RecordNo>& records) const {
    std::vector<RecordNo> left;
    for (std::size_t i = 0; i < records.size(); ++i) {
      if (i % kCandidatesPerPoll == 0) {
        REFEREE_RETURN_IF_ERROR(call_.Poll());
      }
      if (i + kReadAhead < records.size()) snapshot_.ExpectSketch(records[i + kReadAhead]);
      const RecordType type = snapshot_.TypeAt(records[i]);
      if (!DescribesParty(type) || IsHopeless(type, snapshot_.SketchAt(records[i]))) continue;
      left.push_back(records[i]);
      // Where its features are is asked for now, to be there when all sketches are seen.
      snapshot_.ExpectFeaturesPlace(records[i]);
    }
    return left;
  }

  // Scores without explanation and keeps whoever could still reach a band.
  absl::Status Score(const std::vector<RecordNo>& records) {
    const Effort effort = {Explain::kNo, BitsOf(options_.possible_match)};
    REFEREE_ASSIGN_OR_RETURN(const std::vector<RecordNo> left, Sift(records));
    FeaturesView glance;
    Features features;
    for (std::size_t i = 0; i < std::min(kReadAhead, left.size()); ++i) {
      snapshot_.ExpectFeatures(left[i]);
    }
    for (std::size_t i = 0; i < left.size(); ++i) {
      if (i % kCandidatesPerPoll == 0) {
        REFEREE_RETURN_IF_ERROR(call_.Poll());
      }
      if (i + kReadAhead < left.size()) snapshot_.ExpectFeatures(left[i + kReadAhead]);
      const RecordNo record = left[i];
      const RecordType type = snapshot_.TypeAt(record);
      snapshot_.FeaturesAt(record, &glance);
      if (IsHopeless(type, glance)) continue;
      snapshot_.FeaturesAt(record, &features);
      Match match;
      match.type = type;
      match.record = record;
      match.person = ScorePeople(model_, statistics_, query_, features, effort);
      SetBand(match.person);
      // A contact counts by its person alone.
      if (type == RecordType::kContact && match.person.band == Band::kNone) continue;
      match.company = ScoreCompanies(model_, statistics_, query_, features, effort);
      SetBand(match.company);
      if (!IsReached(match)) continue;
      match.id = snapshot_.IdAt(record);
      matches_.push_back(std::move(match));
    }
    return absl::OkStatus();
  }

  // Whether no aspect could reach a band: most candidates, in a fraction of the time of scoring.
  bool IsHopeless(RecordType type, const FeatureSketch& candidate) const {
    const NameOutlook names = companies_.OutlookOf(candidate);
    if (!query_.person.empty() && candidate.Has(FeatureSketch::kPerson) &&
        people_.Bits(candidate, names) >= least_person_bits_) {
      return false;
    }
    if (type == RecordType::kContact) return true;
    return query_.company.empty() || !candidate.Has(FeatureSketch::kCompany) ||
           companies_.Bits(candidate, names) < least_company_bits_;
  }

  bool IsHopeless(RecordType type, const FeaturesView& candidate) const {
    const NameOutlook names = companies_.OutlookOf(candidate.company);
    if (!query_.person.empty() && !candidate.person.empty() &&
        people_.Bits(candidate, names) >= least_person_bits_) {
      return false;
    }
    if (type == RecordType::kContact) return true;
    return query_.company.empty() || candidate.company.empty() ||
           companies_.Bits(candidate.company, names) < least_company_bits_;
  }

  void SetBand(AspectMatch& aspect) const {
    if (aspect.compared) aspect.band = BandOf(aspect.probability, options_);
  }

  static bool IsReached(const Match& match) {
    return match.person.band != Band::kNone ||
           (match.company.band != Band::kNone && match.type != RecordType::kContact);
  }

  // Lets the candidates of one aspect compete.
  void Settle(AspectMatch Match::*aspect, Scorer score) {
    // Records are numbered in the order of loading; type and id do not depend on it.
    std::sort(matches_.begin(), matches_.end(), [](const Match& a, const Match& b) {
      return std::pair(a.type, std::string_view(a.id)) < std::pair(b.type, std::string_view(b.id));
    });
    std::vector<std::size_t> entrants;
    std::vector<double> bits;
    for (std::size_t i = 0; i < matches_.size(); ++i) {
      if ((matches_[i].*aspect).band == Band::kNone) continue;
      entrants.push_back(i);
      bits.push_back((matches_[i].*aspect).bits);
    }
    Features a, b;
    const auto are_one_party = [&](std::size_t i, std::size_t j) {
      snapshot_.FeaturesAt(matches_[entrants[i]].record, &a);
      snapshot_.FeaturesAt(matches_[entrants[j]].record, &b);
      const AspectMatch pair = score(model_, statistics_, a, b, Effort{});
      return pair.compared && pair.bits >= kOnePartyBits;
    };
    const std::vector<double> probability = Compete(bits, options_, are_one_party);
    for (std::size_t i = 0; i < entrants.size(); ++i) {
      AspectMatch& settled = matches_[entrants[i]].*aspect;
      if (probability[i] < settled.probability) {
        settled.probability = probability[i];
        settled.bits = BitsOf(probability[i]);
        settled.band = BandOf(probability[i], options_);
      }
    }
  }

  absl::Status ExplainAll() {
    Features features;
    for (std::size_t i = 0; i < matches_.size(); ++i) {
      if (i % kCandidatesPerPoll == 0) {
        REFEREE_RETURN_IF_ERROR(call_.Poll());
      }
      snapshot_.FeaturesAt(matches_[i].record, &features);
      ExplainAspect(features, ScorePeople, matches_[i].person);
      ExplainAspect(features, ScoreCompanies, matches_[i].company);
    }
    return absl::OkStatus();
  }

  void ExplainAspect(const Features& features, Scorer score, AspectMatch& aspect) const {
    if (!aspect.compared) return;
    AspectMatch pair = score(model_, statistics_, query_, features, Effort{Explain::kYes});
    if (pair.bits != aspect.bits) {
      pair.explanation.push_back({"competition", "other_candidates", aspect.bits - pair.bits});
    }
    aspect.explanation = std::move(pair.explanation);
  }

  void SortMatches() {
    std::sort(matches_.begin(), matches_.end(), [](const Match& a, const Match& b) {
      const double left = a.Main().probability;
      const double right = b.Main().probability;
      if (left != right) return left > right;
      return std::pair(a.type, std::string_view(a.id)) < std::pair(b.type, std::string_view(b.id));
    });
  }

  const Model& model_;
  const Snapshot& snapshot_;
  SnapshotStatistics statistics_;
  const Features& query_;
  const MatchOptions& options_;
  const CallContext& call_;
  PersonCeiling people_;
  CompanyCeiling companies_;
  double least_person_bits_, least_company_bits_;
  std::vector<Match> matches_;
};

}  // namespace

absl::StatusOr<MatchResult> MatchParties(const Model& model, const Snapshot& snapshot,
                                         const Features& query, const MatchOptions& options,
                                         const CallContext& call) {
  return Search(model, snapshot, query, options, call).Run();
}

void ScorePair(const Model& model, const Snapshot& snapshot, const Features& a, const Features& b,
               const MatchOptions& options, AspectMatch* person, AspectMatch* company) {
  const SnapshotStatistics statistics(snapshot);
  *person = ScorePeople(model, statistics, a, b, Effort{options.explain});
  *company = ScoreCompanies(model, statistics, a, b, Effort{options.explain});
  if (person->compared) person->band = BandOf(person->probability, options);
  if (company->compared) company->band = BandOf(company->probability, options);
}

}  // namespace referee
