#include "src/match/score.h"

#include <algorithm>
#include <cmath>

#include "src/match/score_company.h"
#include "src/match/score_person.h"
#include "src/match/term_bits.h"

namespace referee {
namespace {

// No comparison of records is certain.
constexpr double kHighestProbability = 1 - 1e-9;

AspectMatch Compared(double bits) {
  AspectMatch match;
  match.compared = true;
  match.bits = bits;
  match.probability = ProbabilityOf(bits);
  return match;
}

}  // namespace

double ProbabilityOf(double bits) {
  return std::min(1 / (1 + std::exp2(-bits)), kHighestProbability);
}

double BitsOf(double probability) { return std::log2(probability / (1 - probability)); }

Band BandOf(double probability, const MatchOptions& options) {
  if (probability >= options.same_match) return Band::kSame;
  return probability >= options.possible_match ? Band::kPossible : Band::kNone;
}

AspectMatch ScorePeople(const Model& model, const TermStatistics& statistics, const Features& a,
                        const Features& b, const Effort& effort) {
  if (a.person.empty() || b.person.empty()) return {};
  const PersonWeights& weights = model.weights().person;
  std::vector<FieldEvidence> explanation;
  EvidenceSum evidence(effort.explain == Explain::kYes ? &explanation : nullptr);
  const double prior = PriorBits(weights.population, statistics.People());
  const double beyond_name =
      ComparePeople(model.weights(), statistics, a, b, effort.least_bits - prior, evidence);
  evidence.AddNote("prior", "one_in_the_corpus", prior);
  // However rare a name is, it can be borne twice: something beside it has to agree.
  if (evidence.total() > weights.most_by_name && beyond_name < weights.least_beyond_name) {
    evidence.AddNote("sufficiency", "name_alone", weights.most_by_name - evidence.total());
  }
  AspectMatch match = Compared(evidence.total());
  match.explanation = std::move(explanation);
  return match;
}

AspectMatch ScoreCompanies(const Model& model, const TermStatistics& statistics, const Features& a,
                           const Features& b, const Effort& effort) {
  if (a.company.empty() || b.company.empty()) return {};
  std::vector<FieldEvidence> explanation;
  EvidenceSum evidence(effort.explain == Explain::kYes ? &explanation : nullptr);
  const CompanyWeights& weights = model.weights().company;
  const double prior = PriorBits(weights.population, statistics.Companies());
  CompareCompanies(weights, statistics, a.company, b.company, effort.least_bits - prior, evidence);
  evidence.AddNote("prior", "one_in_the_corpus", prior);
  AspectMatch match = Compared(evidence.total());
  match.explanation = std::move(explanation);
  return match;
}

}  // namespace referee
