#include "src/match/compete.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "src/match/score.h"

namespace referee {
namespace {

// Candidates this close to the best cannot be told from it by the evidence: a factor of four.
constexpr double kTieBits = 2;

constexpr std::size_t kNoParty = static_cast<std::size_t>(-1);

std::vector<std::size_t> BestFirst(const std::vector<double>& bits, const MatchOptions& options) {
  // Whoever could not reach `possible` alone is too weak to lower anybody noticeably.
  const double least = BitsOf(options.possible_match) - kTieBits;
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < bits.size(); ++i) {
    if (bits[i] >= least) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return bits[a] > bits[b]; });
  return order;
}

// Parties among `order`; each is led by its best candidate.
struct Parties {
  std::vector<std::size_t> leader;    // Of each party, an index into bits.
  std::vector<std::size_t> party_of;  // Of each candidate; kNoParty beyond kMaxParties.
};

Parties TellApart(const std::vector<std::size_t>& order, std::size_t candidates,
                  const std::function<bool(std::size_t, std::size_t)>& are_one_party) {
  Parties parties;
  parties.party_of.assign(candidates, kNoParty);
  for (const std::size_t i : order) {
    std::size_t party = 0;
    while (party < parties.leader.size() && !are_one_party(parties.leader[party], i)) ++party;
    if (party == kMaxParties) continue;
    if (party == parties.leader.size()) parties.leader.push_back(i);
    parties.party_of[i] = party;
  }
  return parties;
}

}  // namespace

std::vector<double> Compete(const std::vector<double>& bits, const MatchOptions& options,
                            const std::function<bool(std::size_t, std::size_t)>& are_one_party) {
  std::vector<double> probability(bits.size());
  std::transform(bits.begin(), bits.end(), probability.begin(), ProbabilityOf);
  const std::vector<std::size_t> order = BestFirst(bits, options);
  if (order.size() < 2) return probability;
  const Parties parties = TellApart(order, bits.size(), are_one_party);
  if (parties.leader.size() < 2) return probability;

  const double best = bits[order.front()];
  for (const std::size_t i : order) {
    // In proportion to this candidate's own odds, so that large bits do not overflow.
    double rivals = 0;
    for (std::size_t party = 0; party < parties.leader.size(); ++party) {
      if (party != parties.party_of[i]) rivals += std::exp2(bits[parties.leader[party]] - bits[i]);
    }
    double lowered = 1 / (1 + std::exp2(-bits[i]) + rivals);
    if (bits[i] + kTieBits >= best) {
      lowered = std::max(lowered, std::min(probability[i], options.possible_match));
    }
    probability[i] = std::min(probability[i], lowered);
  }
  return probability;
}

}  // namespace referee
