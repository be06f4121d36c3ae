#include "src/policy/case_facts.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "src/base/text.h"
#include "src/normalize/address.h"
#include "src/normalize/registry_id.h"
#include "src/normalize/unicode.h"

namespace referee::policy {
namespace {

// What one source says about the company, for comparison.
struct Statement {
  std::string industry, country;
  std::map<std::string, std::set<std::string>> registry_ids;  // By kind.
  Integer employees;
};

Statement StatementOf(const Company& company, const TableOverrides* overrides) {
  Statement statement;
  if (company.industry.has()) statement.industry = PolicyWord(*company.industry);
  if (company.address.has() && company.address->country.has()) {
    statement.country = NormalizeCountry(*company.address->country, overrides);
    if (statement.country.empty()) statement.country = Fold(*company.address->country);
  }
  for (const RegistryId& id : company.registry_ids.get()) {
    if (!id.kind.has() || !id.value.has()) continue;
    const RegistryFeature feature = NormalizeRegistryId(*id.kind, *id.value);
    statement.registry_ids[feature.kind].insert(feature.value);
  }
  statement.employees = company.employees;
  return statement;
}

std::vector<Statement> StatementsOf(const Case& the_case) {
  std::vector<Statement> statements;
  const auto add = [&](const Company& company) {
    statements.push_back(StatementOf(company, the_case.records.tables().get()));
  };
  add(the_case.submission.company.get());
  for (const PriorSubmission& prior : the_case.prior) {
    if (prior.same_referral) add(prior.submission.company.get());
  }
  for (const auto& known : the_case.accounts) {
    if (known.company == Band::kSame) add(known.record.company);
  }
  for (const auto& known : the_case.leads) {
    if (known.company == Band::kSame) add(known.record.company.get());
  }
  return statements;
}

// A company may have several ids of one kind; two sources agree when they share one.
bool Intersect(const std::set<std::string>& a, const std::set<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& id) { return b.contains(id); });
}

void Note(const Moment& moment, const Instant& until, std::optional<Instant>* newest) {
  if (!moment.has() || moment->instant > until) return;
  if (!newest->has_value() || **newest < moment->instant) *newest = moment->instant;
}

bool IsSame(Band band) { return band == Band::kSame; }

}  // namespace

Flag ConsentFlag(const Case& the_case, const Refusals& linked, Permission permission) {
  const Consent& own = the_case.submission.consent.get();
  const ConsentAnswer answer = EffectiveConsent(own, linked, permission, "");
  if (answer == ConsentAnswer::kRefused) return Flag(false);
  switch (permission) {
    case Permission::kShareForward: return own.share_forward;
    case Permission::kContact: return own.contact;
    case Permission::kReportBack: return own.report_back;
  }
  return own.contact;
}

std::vector<Owned> OwnedRecords(const Case& the_case) {
  std::vector<Owned> owned;
  const auto add = [&](std::string_view type, const std::string& id, const Text& owner) {
    if (owner.has()) owned.push_back({{std::string(type), id}, *owner});
  };
  for (const auto& known : the_case.accounts) {
    if (IsSame(known.company)) add("account", known.record.id, known.record.owner);
  }
  for (const auto& known : the_case.opportunities) {
    const bool open = known.record.is_closed.has() && !*known.record.is_closed;
    if (IsSame(known.best()) && open) add("opportunity", known.record.id, known.record.owner);
  }
  for (const auto& known : the_case.leads) {
    if (IsSame(known.person)) add("lead", known.record.id, known.record.owner);
  }
  return owned;
}

std::vector<std::string> OwnersOfParty(const Case& the_case) {
  std::set<std::string> owners;
  for (Owned& owned : OwnedRecords(the_case)) owners.insert(std::move(owned.owner));
  return {owners.begin(), owners.end()};
}

std::vector<std::string> Contradictions(const Case& the_case) {
  std::set<std::string> industries, countries, fields;
  std::map<std::string, std::vector<const std::set<std::string>*>> registry_ids;
  std::int64_t fewest = -1, most = -1;
  const std::vector<Statement> statements = StatementsOf(the_case);
  for (const Statement& statement : statements) {
    if (!statement.industry.empty()) industries.insert(statement.industry);
    if (!statement.country.empty()) countries.insert(statement.country);
    for (const auto& [kind, values] : statement.registry_ids) {
      registry_ids[kind].push_back(&values);
    }
    if (statement.employees.has()) {
      const std::int64_t count = *statement.employees;
      fewest = fewest < 0 ? count : std::min(fewest, count);
      most = std::max(most, count);
    }
  }
  if (industries.size() > 1) fields.insert("industry");
  if (countries.size() > 1) fields.insert("country");
  for (const auto& [kind, sets] : registry_ids) {
    const bool differ = std::any_of(sets.begin(), sets.end(), [&first = *sets.front()](auto* set) {
      return !Intersect(first, *set);
    });
    if (differ) fields.insert("registry_ids." + kind);
  }
  if (fewest >= 0 && most > 2 * fewest) fields.insert("employees");
  return {fields.begin(), fields.end()};
}

std::optional<Instant> NewestEvidence(const Case& the_case) {
  std::optional<Instant> newest;
  const Instant& until = the_case.receipt;
  for (const Evidence& evidence : the_case.submission.evidence.get()) {
    Note(evidence.at, until, &newest);
  }
  for (const PriorSubmission& prior : the_case.prior) {
    if (!prior.same_referral) continue;
    for (const Evidence& evidence : prior.submission.evidence.get()) {
      Note(evidence.at, until, &newest);
    }
  }
  for (const auto& known : the_case.touches) {
    if (IsSame(known.best())) Note(known.record.at, until, &newest);
  }
  return newest;
}

std::size_t DuplicateCount(const Case& the_case) {
  std::size_t count = 0;
  const auto count_same = [&](const auto& list) {
    for (const auto& known : list) count += IsSame(known.best()) ? 1 : 0;
  };
  for (const auto& known : the_case.leads) count += IsSame(known.person) ? 1 : 0;
  count_same(the_case.contacts);
  count_same(the_case.accounts);
  count_same(the_case.opportunities);
  count_same(the_case.registrations);
  for (const PriorSubmission& prior : the_case.prior) {
    count += MakesClaim(prior.submission.intent) && prior.same_referral ? 1 : 0;
  }
  return count;
}

bool HasOnlyPossibleMatch(const Case& the_case) {
  Band person = Band::kNone, company = Band::kNone;
  for (const Match& match : the_case.matches) {
    person = std::max(person, match.person.band);
    company = std::max(company, match.company.band);
  }
  return person == Band::kPossible || company == Band::kPossible;
}

Text PlaceOf(const Case& the_case) {
  if (the_case.submission.region.has()) return the_case.submission.region;
  return the_case.party.company.address->country;
}

Money AmountOf(const Case& the_case) {
  const Submission& submission = the_case.submission;
  return submission.amount.has() ? submission.amount : submission.registration->amount;
}

TextList ProductsOf(const Case& the_case) {
  const Submission& submission = the_case.submission;
  return submission.product_interest.has() ? submission.product_interest
                                           : submission.registration->product_families;
}

std::string NamedListAt(const Account& account, const Instant& receipt) {
  const auto& named = account.named_account;
  if (!named.has() || !Covers(named->valid, receipt)) return {};
  return PolicyWord(named->list_id.get());
}

std::string PolicyWord(std::string_view text) {
  std::string word = Fold(text);
  std::replace(word.begin(), word.end(), ' ', '_');
  return word;
}

}  // namespace referee::policy
