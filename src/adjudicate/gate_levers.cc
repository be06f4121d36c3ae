#include "src/adjudicate/gate_levers.h"

#include <algorithm>
#include <compare>
#include <cstdint>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "src/base/text.h"
#include "src/policy/case_facts.h"
#include "src/policy/money.h"

namespace referee {
namespace {

using Changes = std::vector<FactChange>;

RecordRef OwnSubmission(const Case& the_case) { return {"submission", the_case.submission.id}; }

// One of the party's own submissions, this one last.
template <typename Visit>
void EachSubmission(const Case& the_case, Visit visit) {
  for (const PriorSubmission& prior : the_case.prior) {
    if (prior.same_referral) visit(prior.submission);
  }
  visit(the_case.submission);
}

Changes BasisKnown(const Case& the_case, const Parameters&) {
  if (the_case.submission.consent->basis.get() != "unknown") return {};
  return {
      {"consent.basis", std::string("unknown"), std::string("consent"), OwnSubmission(the_case)}};
}

// Whoever said no in this referral says yes.
Changes Agreed(const Case& the_case, const Parameters& parameters) {
  Changes changes;
  EachSubmission(the_case, [&](const Submission& submission) {
    const Consent& consent = submission.consent.get();
    const std::pair<std::string_view, const Flag*> flags[] = {
        {"share_forward", &consent.share_forward},
        {"contact", &consent.contact},
        {"report_back", &consent.report_back}};
    for (const auto& [name, flag] : flags) {
      const auto& required = parameters.required_consent;
      const bool is_required = std::find(required.begin(), required.end(), name) != required.end();
      if (!is_required || !flag->has() || **flag) continue;
      changes.push_back(
          {"consent." + std::string(name), false, true, {"submission", submission.id}});
    }
  });
  return changes;
}

// The vendor's latest asks lie longer ago.
Changes AskedEarlier(const Case& the_case, const Parameters& parameters) {
  Changes changes;
  const std::int64_t window = std::int64_t{parameters.recent_ask_days} * 86400;
  const Instant outside = the_case.as_of.PlusSeconds(-window - 1);
  for (const Known<Touch>& known : the_case.touches) {
    const Touch& touch = known.record;
    const bool is_ask = touch.kind.get() == "outbound" || touch.kind.get() == "meeting";
    if (!is_ask || touch.by.get() != "vendor" || !touch.at.has()) continue;
    if (known.person != Band::kSame || touch.at->instant <= outside) continue;
    changes.push_back({"at", touch.at->text, FormatInstant(outside), {"touch", touch.id}});
  }
  return changes;
}

// Nobody asks for a reward, and none is under way.
Changes NoReward(const Case& the_case, const Parameters&) {
  Changes changes;
  const Maybe<Money>& asked = the_case.submission.reward;
  if (asked.has()) {
    const FactValue from = asked->has() ? FactValue(**asked) : FactValue(std::string("asked"));
    changes.push_back({"reward", from, FactValue(), OwnSubmission(the_case)});
  }
  for (const Known<Reward>& known : the_case.rewards) {
    const Text& status = known.record.status;
    if (known.best() != Band::kSame || !status.has()) continue;
    if (*status == "paid" || *status == "refused" || *status == "none") continue;
    changes.push_back(
        {"reward.status", *status, std::string("refused"), {"reward", known.record.id}});
  }
  return changes;
}

Changes AdvocacyApproved(const Case& the_case, const Parameters&) {
  const Advocacy& advocacy = the_case.submission.advocacy.get();
  if (!advocacy.requested.get() || !advocacy.approved.has() || *advocacy.approved) return {};
  return {{"advocacy.approved", false, true, OwnSubmission(the_case)}};
}

Changes NothingPromised(const Case& the_case, const Parameters&) {
  Changes changes;
  const auto add = [&](std::string_view path, const TextList& texts) {
    if (!texts.has() || texts->empty()) return;
    changes.push_back(
        {std::string(path), Join(*texts, ", "), FactValue(), OwnSubmission(the_case)});
  };
  add("commitments", the_case.submission.commitments);
  add("call.promises", the_case.submission.call->promises);
  return changes;
}

// Who owns most keeps all; of equals the first record's owner, an account's before the others'.
Changes OneOwner(const Case& the_case, const Parameters&) {
  const std::vector<policy::Owned> owned = policy::OwnedRecords(the_case);
  std::map<std::string_view, int> votes;
  for (const policy::Owned& one : owned) ++votes[one.owner];
  std::string_view keeper;
  for (const policy::Owned& one : owned) {
    if (keeper.empty() || votes[one.owner] > votes[keeper]) keeper = one.owner;
  }
  Changes changes;
  for (const policy::Owned& one : owned) {
    if (one.owner != keeper) {
      changes.push_back({"owner", one.owner, std::string(keeper), one.record});
    }
  }
  return changes;
}

Changes NeitherSensitiveNorListed(const Case& the_case, const Parameters& parameters) {
  Changes changes;
  if (the_case.submission.sensitive.get()) {
    changes.push_back({"sensitive", true, false, OwnSubmission(the_case)});
  }
  for (const Known<Account>& known : the_case.accounts) {
    if (known.company != Band::kSame) continue;
    const Account& account = known.record;
    const RecordRef record = {"account", account.id};
    if (account.company.sensitive.get()) changes.push_back({"sensitive", true, false, record});
    const auto& lists = parameters.strategic_lists;
    const std::string list = policy::NamedListAt(account, the_case.receipt);
    if (std::find(lists.begin(), lists.end(), list) == lists.end()) continue;
    const Moment& to = account.named_account->valid.to;
    changes.push_back({"named_account.to", to.has() ? FactValue(to->text) : FactValue(),
                       FormatInstant(the_case.receipt), record});
  }
  return changes;
}

// The newest evidence lies at the edge of what is not stale.
Changes EvidenceNewer(const Case& the_case, const Parameters& parameters) {
  const auto newest = policy::NewestEvidence(the_case);
  if (!newest.has_value()) return {};
  const std::int64_t window = std::int64_t{parameters.stale_evidence_days} * 86400;
  const std::string edge = FormatInstant(the_case.as_of.PlusSeconds(-window));
  for (const Known<Touch>& known : the_case.touches) {
    const Moment& at = known.record.at;
    if (known.best() != Band::kSame || !at.has() || at->instant != *newest) continue;
    return {{"at", at->text, edge, {"touch", known.record.id}}};
  }
  Changes changes;
  EachSubmission(the_case, [&](const Submission& submission) {
    for (const Evidence& evidence : submission.evidence.get()) {
      if (!changes.empty() || !evidence.at.has() || evidence.at->instant != *newest) continue;
      changes.push_back({"evidence.at", evidence.at->text, edge, {"submission", submission.id}});
    }
  });
  return changes;
}

// No amount is asked about that is larger.
constexpr std::int64_t kMostMinor = std::int64_t{1} << 53;

// The amount of the case changed to the least one of its currency that is not below `limit`, or to
// the greatest that is.
Changes AmountAt(const Case& the_case, const Parameters& parameters, const Amount& limit,
                 bool reaches) {
  const Money amount = policy::AmountOf(the_case);
  if (!amount.has()) return {};
  Amount moved = *amount;
  const auto is_below = [&](std::int64_t minor) -> std::optional<bool> {
    moved.minor = minor;
    const auto order = CompareMoney(parameters.exchange, moved, limit);
    if (!order.has_value()) return std::nullopt;
    return std::is_lt(*order);
  };
  if (!is_below(0).value_or(false) || is_below(kMostMinor).value_or(true)) return {};
  std::int64_t below = 0, above = kMostMinor;
  while (above - below > 1) {
    const std::int64_t middle = below + (above - below) / 2;
    (*is_below(middle) ? below : above) = middle;
  }
  moved.minor = reaches ? above : below;
  return {{"amount", *amount, moved, OwnSubmission(the_case)}};
}

Changes AmountReachesMinimum(const Case& the_case, const Parameters& parameters) {
  const Money amount = policy::AmountOf(the_case);
  const auto order = CompareMoney(parameters.exchange, amount.get(), parameters.minimum_deal);
  if (!order.has_value() || std::is_gteq(*order)) return {};
  return AmountAt(the_case, parameters, parameters.minimum_deal, true);
}

Changes AmountBelowHighValue(const Case& the_case, const Parameters& parameters) {
  return AmountAt(the_case, parameters, parameters.high_value, false);
}

Changes FewerEmployees(const Case& the_case, const Parameters& parameters) {
  const Integer& employees = the_case.party.company.employees;
  if (!employees.has()) return {};
  RecordRef record = OwnSubmission(the_case);
  for (const MergedParty::Origin& origin : the_case.party.origins) {
    if (origin.path == "company.employees") record = origin.record;
  }
  return {{"company.employees", std::int64_t{*employees},
           std::int64_t{parameters.enterprise_employees} - 1, std::move(record)}};
}

// Open opportunities of the company were closed.
Changes OpportunitiesClosed(const Case& the_case, const Parameters&) {
  Changes changes;
  for (const Known<Opportunity>& known : the_case.opportunities) {
    const Flag& is_closed = known.record.is_closed;
    if (known.best() != Band::kSame || !is_closed.has() || *is_closed) continue;
    changes.push_back({"is_closed", false, true, {"opportunity", known.record.id}});
  }
  return changes;
}

struct Row {
  std::string_view code;
  Changes (*turn)(const Case&, const Parameters&);
};

constexpr Row kRows[] = {{"consent_unclear", BasisKnown},
                         {"consent_incomplete", Agreed},
                         {"poorly_timed", AskedEarlier},
                         {"reward_involved", NoReward},
                         {"advocacy_not_approved", AdvocacyApproved},
                         {"implied_commitment", NothingPromised},
                         {"duplicate_ownership", OneOwner},
                         {"strategic_or_sensitive", NeitherSensitiveNorListed},
                         {"data_stale", EvidenceNewer},
                         {"out_of_policy", AmountReachesMinimum},
                         {"high_value", AmountBelowHighValue},
                         {"enterprise_lead", FewerEmployees},
                         {"existing_opportunity", OpportunitiesClosed}};

}  // namespace

bool HasLever(std::string_view code) {
  return std::any_of(std::begin(kRows), std::end(kRows),
                     [&](const Row& row) { return row.code == code; });
}

std::vector<FactChange> LeverOfGate(std::string_view code, const Case& the_case,
                                    const Parameters& parameters) {
  for (const Row& row : kRows) {
    if (row.code == code) return row.turn(the_case, parameters);
  }
  return {};
}

}  // namespace referee
