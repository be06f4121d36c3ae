#include "src/adjudicate/gate_facts.h"

#include <algorithm>
#include <string>

#include "src/attribution/consent.h"
#include "src/attribution/facts.h"
#include "src/base/text.h"
#include "src/policy/case_facts.h"

namespace referee {
namespace {

using Facts = std::vector<Fact>;

RecordRef OwnSubmission(const Case& the_case) { return {"submission", the_case.submission.id}; }

Facts OpenOpportunities(const Case& the_case, const Parameters&) {
  Facts facts;
  for (const Known<Opportunity>& known : the_case.opportunities) {
    const Opportunity& record = known.record;
    if (known.best() != Band::kSame || !record.is_closed.has() || *record.is_closed) continue;
    facts.push_back(
        FlagFact("is_closed", false, {"opportunity", record.id}, record.created_at->text));
  }
  return facts;
}

Facts Owners(const Case& the_case, const Parameters&) {
  Facts facts;
  for (const policy::Owned& one : policy::OwnedRecords(the_case)) {
    facts.push_back(TextFact("owner", one.owner, one.record));
  }
  return facts;
}

Facts Accounts(const Case& the_case, const Parameters&) {
  Facts facts;
  for (const Known<Account>& known : the_case.accounts) {
    if (known.company != Band::kSame) continue;
    facts.push_back(TextFact("name", known.record.company.name.get(), {"account", known.record.id},
                             known.record.created_at->text));
  }
  return facts;
}

Facts StrategicOrSensitive(const Case& the_case, const Parameters& parameters) {
  Facts facts;
  if (the_case.submission.sensitive.get()) {
    facts.push_back(FlagFact("sensitive", true, OwnSubmission(the_case)));
  }
  for (const Known<Account>& known : the_case.accounts) {
    if (known.company != Band::kSame) continue;
    const RecordRef record = {"account", known.record.id};
    if (known.record.company.sensitive.get()) {
      facts.push_back(FlagFact("sensitive", true, record));
    }
    const auto& lists = parameters.strategic_lists;
    std::string list = policy::NamedListAt(known.record, the_case.receipt);
    if (std::find(lists.begin(), lists.end(), list) == lists.end()) continue;
    facts.push_back(TextFact("named_account.list_id", std::move(list), record,
                             known.record.named_account->valid.from->text));
  }
  return facts;
}

const Submission* FindSubmission(const Case& the_case, std::string_view id) {
  if (the_case.submission.id == id) return &the_case.submission;
  for (const PriorSubmission& prior : the_case.prior) {
    if (prior.submission.id == id) return &prior.submission;
  }
  return nullptr;
}

// The flag of the contact or lead that opts out, of all channels before one.
template <typename Person>
Fact OptOutFact(const std::vector<Known<Person>>& people, const RecordRef& record) {
  std::string_view path = "opt_out.all";
  for (const Known<Person>& known : people) {
    if (known.record.id != record.id || known.record.opt_out->all.get()) continue;
    path = known.record.opt_out->email.get() ? "opt_out.email" : "opt_out.phone";
  }
  return FlagFact(path, true, record);
}

// What takes a permission away in one of the records that do.
Fact Refusal(const Case& the_case, const std::string& permission, const RecordRef& record) {
  if (record.type == "contact") return OptOutFact(the_case.contacts, record);
  if (record.type == "lead") return OptOutFact(the_case.leads, record);
  const Submission* submission = FindSubmission(the_case, record.id);
  const Moment& withdrawn = submission->consent->withdrawn_at;
  if (withdrawn.has() && withdrawn->instant <= the_case.receipt) {
    return TimeFact("consent.withdrawn_at", *withdrawn, record);
  }
  return FlagFact("consent." + permission, false, record, submission->received_at->text);
}

Facts Refusals(const Case& the_case, const Parameters& parameters) {
  Facts facts;
  for (const ConsentState& consent : ConsentOf(the_case)) {
    const auto& required = parameters.required_consent;
    const bool counts =
        consent.channel.empty() && consent.state == "refused" &&
        std::find(required.begin(), required.end(), consent.permission) != required.end();
    if (!counts) continue;
    for (const RecordRef& record : consent.narrowed_by) {
      facts.push_back(Refusal(the_case, consent.permission, record));
    }
  }
  return facts;
}

Facts Promises(const Case& the_case, const Parameters&) {
  Facts facts;
  const auto add = [&](std::string_view path, const TextList& texts) {
    for (const std::string& text : texts.get()) {
      facts.push_back(TextFact(path, text, OwnSubmission(the_case)));
    }
  };
  add("commitments", the_case.submission.commitments);
  add("call.promises", the_case.submission.call->promises);
  return facts;
}

Facts Contradicting(const Case& the_case, const Parameters&) {
  return {TextFact("contradictions", Join(policy::Contradictions(the_case), ", "),
                   OwnSubmission(the_case))};
}

struct Row {
  std::string_view code;
  Facts (*facts)(const Case&, const Parameters&);
};

constexpr Row kRows[] = {
    {"consent_incomplete", Refusals},      {"implied_commitment", Promises},
    {"duplicate_ownership", Owners},       {"strategic_or_sensitive", StrategicOrSensitive},
    {"data_contradictory", Contradicting}, {"existing_opportunity", OpenOpportunities},
    {"duplicate_account", Accounts}};

}  // namespace

std::vector<Fact> FactsOfGate(std::string_view code, const Case& the_case,
                              const Parameters& parameters) {
  for (const Row& row : kRows) {
    if (row.code == code) return row.facts(the_case, parameters);
  }
  return {};
}

}  // namespace referee
