#include "src/adjudicate/questions.h"

#include <set>
#include <string>
#include <utility>

namespace referee {

std::vector<Question> QuestionsFor(const Policy& policy, const std::vector<Finding>& findings,
                                   const std::vector<Conflict>& conflicts) {
  std::set<std::string> paths;
  for (const Finding& finding : findings) {
    if (!finding.HoldsALane())
      continue;  // Nobody is asked for what only a rule would like to know.
    for (const MissingFact& fact : finding.missing) paths.insert(fact.path);
  }
  for (const Conflict& conflict : conflicts) {
    for (const MissingFact& fact : conflict.missing) paths.insert(fact.path);
  }
  std::vector<Question> questions;
  for (const std::string& path : paths) {
    auto [question, ask] = policy.QuestionFor(path);
    questions.push_back({path, std::move(question), std::move(ask)});
  }
  return questions;
}

}  // namespace referee
