#include "src/attribution/counterfactual.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "src/attribution/altered_case.h"
#include "src/attribution/conflict_kinds.h"
#include "src/attribution/duration_words.h"
#include "src/attribution/hearing.h"
#include "src/attribution/levers.h"

namespace referee {
namespace {

std::size_t RecordsOf(const Case& c) {
  return c.accounts.size() + c.contacts.size() + c.leads.size() + c.opportunities.size() +
         c.registrations.size() + c.touches.size() + c.rewards.size() + c.merges.size() +
         c.prior.size() + c.family.size() + c.partner_registrations.size() + c.same_evidence.size();
}

// What to try, smallest first: each lever that does alone, and one lever of every record, with
// each record's second choice as well.
std::vector<Lever> Candidates(const Levers& levers) {
  std::vector<Lever> candidates = levers.alone;
  for (std::size_t other = 0; other <= levers.each.size() && !levers.each.empty(); ++other) {
    Lever all;
    bool is_complete = true;
    for (std::size_t i = 0; i < levers.each.size(); ++i) {
      const std::size_t choice = other == i + 1 ? 1 : 0;
      is_complete = is_complete && choice < levers.each[i].size();
      if (is_complete) all = Together(std::move(all), levers.each[i][choice]);
    }
    if (is_complete) candidates.push_back(std::move(all));
  }
  std::erase_if(candidates, [](const Lever& lever) {
    return lever.changes.empty() || lever.changes.size() > kMaxChanges;
  });
  std::stable_sort(candidates.begin(), candidates.end(), IsSmaller);
  if (candidates.size() > kMaxTrials) candidates.resize(kMaxTrials);
  return candidates;
}

std::string ValueInWords(const FactValue& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return text->empty() ? "nothing" : *text;
  if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
  if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
  if (const auto* amount = std::get_if<Amount>(&value)) {
    return std::to_string(amount->minor.get()) + " minor units of " + amount->currency.get();
  }
  return "nothing";
}

// "3 h earlier", or "" where the change is not one of a time.
std::string ShiftInWords(const FactChange& change) {
  const auto* from = std::get_if<std::string>(&change.from);
  const auto* to = std::get_if<std::string>(&change.to);
  if (from == nullptr || to == nullptr) return {};
  const auto a = ParseInstant(*from);
  const auto b = ParseInstant(*to);
  std::int64_t seconds = 0;
  if (a.ok() && b.ok()) {
    seconds = SecondsBetween(*b, *a);
  } else {
    const auto c = ParseDay(*from);
    const auto d = ParseDay(*to);
    if (!c.ok() || !d.ok()) return {};
    seconds = (std::int64_t{*d} - *c) * 86400;
  }
  return InWords(seconds) + (seconds < 0 ? " earlier" : " later");
}

class Search {
 public:
  Search(Case* the_case, const Parameters& parameters, const std::vector<Conflict>& conflicts)
      : hearing_(*the_case, parameters, Assumption::kNone), altered_(the_case) {
    for (const Conflict& conflict : conflicts) {
      is_open_[static_cast<std::size_t>(conflict.kind)] = true;
    }
  }

  // The smallest lever that turns the conflict, and where that brings about another one the
  // smallest that does not.
  void Explain(Conflict* conflict) {
    for (const Lever& lever : Candidates(LeversOf(hearing_, *conflict))) {
      altered_.Reset();
      const bool applies =
          std::all_of(lever.changes.begin(), lever.changes.end(),
                      [&](const FactChange& change) { return altered_.Apply(change); });
      if (!applies) continue;
      const Hearing again(altered_.the_case(), hearing_.parameters, Assumption::kNone);
      if (Finds(again, conflict->kind)) continue;
      Counterfactual found = Verified(lever, again);
      const bool is_first = conflict->counterfactual.changes.empty();
      const bool settles = found.would_open.empty();
      if (settles && !is_first) conflict->settling = lever.changes;
      if (is_first) conflict->counterfactual = std::move(found);
      if (settles) break;
    }
    altered_.Reset();
  }

 private:
  static bool Finds(const Hearing& hearing, ConflictKind kind) {
    return kConflictKinds[static_cast<std::size_t>(kind)].detect(hearing).conflict.has_value();
  }

  Counterfactual Verified(const Lever& lever, const Hearing& again) const {
    Counterfactual found;
    found.changes = lever.changes;
    found.sentence = "It would fall away if " + ChangesInWords(lever.changes);
    for (const ConflictKindRow& row : kConflictKinds) {
      if (is_open_[static_cast<std::size_t>(row.kind)] || !Finds(again, row.kind)) continue;
      found.sentence += found.would_open.empty() ? "; then there would be " : " and ";
      found.sentence += ConflictKindName(row.kind);
      found.would_open.push_back(row.kind);
    }
    found.sentence += '.';
    return found;
  }

  const Hearing hearing_;
  AlteredCase altered_;
  std::array<bool, kConflictKindCount> is_open_{};
};

}  // namespace

std::string ChangesInWords(const std::vector<FactChange>& changes) {
  std::string words;
  for (const FactChange& change : changes) {
    if (!words.empty()) words += " and ";
    words += change.path + " of " + change.record.type + " " + change.record.id + " were ";
    const std::string shift = ShiftInWords(change);
    if (!shift.empty()) words += shift + ": ";
    words += ValueInWords(change.to) + " instead of " + ValueInWords(change.from);
  }
  return words;
}

void FindCounterfactuals(Case* the_case, const Parameters& parameters,
                         std::vector<Conflict>* conflicts) {
  if (conflicts->empty() || RecordsOf(*the_case) > kMaxCaseRecords) return;
  Search search(the_case, parameters, *conflicts);
  for (Conflict& conflict : *conflicts) {
    // The search alters the facts of this submission's case, not those of an earlier one.
    if (conflict.is_of_claim) continue;
    search.Explain(&conflict);
    // What was verified goes before what the detector only says.
    if (!conflict.counterfactual.changes.empty()) {
      conflict.would_flip = conflict.counterfactual.sentence;
    }
  }
}

}  // namespace referee
