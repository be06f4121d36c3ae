#include "src/policy/case_document.h"

#include <algorithm>
#include <compare>
#include <string>
#include <utility>
#include <vector>

#include "src/policy/case_facts.h"
#include "src/policy/money.h"

namespace referee::policy {
namespace {

using cel::Value;

Value TextValues(const std::vector<std::string>& texts) {
  std::vector<Value> elements;
  elements.reserve(texts.size());
  for (const std::string& text : texts) elements.push_back(Value::String(text));
  return Value::List(std::move(elements));
}

// The name of a member, known when this is compiled.
template <std::size_t kSize>
struct Name {
  char text[kSize];
  consteval Name(const char (&given)[kSize]) {  // NOLINT: a literal is a name
    std::copy_n(given, kSize, text);
  }
};

// Made once: a case has some two hundred members, and every decision has a case.
template <Name kName>
const Value& NameValue() {
  static const Value name = Value::Constant(kName.text);
  return name;
}

// Members of one object; fields that are null or empty keep their reason, absent ones stay out.
class ObjectBuilder {
 public:
  explicit ObjectBuilder(std::size_t most_members) { members_.reserve(most_members); }

  template <Name kName, typename Field>
  void Add(Field&& field) {
    Add(NameValue<kName>(), std::forward<Field>(field));
  }

  void Add(const Value& name, Value value) { members_.emplace_back(name, std::move(value)); }
  void Add(const Value& name, const Text& text) {
    AddMaybe(name, text, [](const std::string& value) { return Value::String(value); });
  }
  void Add(const Value& name, const Flag& flag) {
    AddMaybe(name, flag, [](bool value) { return Value::Bool(value); });
  }
  void Add(const Value& name, const Integer& number) {
    AddMaybe(name, number, [](std::int32_t value) { return Value::Int(value); });
  }
  void Add(const Value& name, const Moment& moment) {
    AddMaybe(name, moment, [](const Time& t) { return Value::Timestamp(t.instant); });
  }
  void Add(const Value& name, const TextList& list) { AddMaybe(name, list, TextValues); }

  Value Build() { return Value::Map(std::move(members_)); }

 private:
  template <typename T, typename MakeValue>
  void AddMaybe(const Value& name, const Maybe<T>& field, MakeValue make) {
    if (field.has()) {
      Add(name, make(*field));
    } else if (field.presence() != Presence::kAbsent) {
      Add(name, Value::Missing(std::string(PresenceName(field.presence()))));
    }
  }

  std::vector<cel::MapEntry> members_;
};

template <typename T>
Value UnknownField(std::string path, const Maybe<T>& field) {
  return Value::Unknown({{std::move(path), std::string(PresenceName(field.presence()))}});
}

Value AmountValue(const Money& money) {
  ObjectBuilder object(2);
  if (money->minor.has()) object.Add<"minor">(Value::Int(*money->minor));
  object.Add<"currency">(money->currency);
  return object.Build();
}

Value ConsentValue(const Consent& consent) {
  ObjectBuilder object(5);
  object.Add<"basis">(consent.basis);
  object.Add<"share_forward">(consent.share_forward);
  object.Add<"contact">(consent.contact);
  object.Add<"report_back">(consent.report_back);
  object.Add<"withdrawn_at">(consent.withdrawn_at);
  return object.Build();
}

Value SubmissionValue(const Submission& submission) {
  ObjectBuilder object(22);
  object.Add<"id">(Value::String(submission.id));
  object.Add<"channel">(submission.channel);
  object.Add<"intent">(Value::String(std::string(IntentName(submission.intent))));
  object.Add<"submitted_by">(submission.submitted_by);
  object.Add<"partner_id">(submission.partner_id);
  object.Add<"program_id">(submission.program_id);
  object.Add<"claimed_at">(submission.claimed_at);
  object.Add<"received_at">(submission.received_at);
  object.Add<"need">(submission.need);
  object.Add<"urgency">(submission.urgency);
  object.Add<"timeline">(submission.timeline);
  object.Add<"region">(submission.region);
  object.Add<"product_interest">(submission.product_interest);
  object.Add<"amount">(AmountValue(submission.amount));
  object.Add<"introduction_path">(submission.introduction_path);
  object.Add<"relationship">(submission.relationship);
  object.Add<"campaign">(submission.campaign);
  object.Add<"sensitive">(submission.sensitive);
  object.Add<"commitments">(submission.commitments);
  object.Add<"consent">(ConsentValue(submission.consent.get()));
  ObjectBuilder advocacy(2);
  advocacy.Add<"requested">(submission.advocacy->requested);
  advocacy.Add<"approved">(submission.advocacy->approved);
  object.Add<"advocacy">(advocacy.Build());
  ObjectBuilder call(3);
  call.Add<"intent">(submission.call->intent);
  call.Add<"outcome">(submission.call->outcome);
  call.Add<"promises">(submission.call->promises);
  object.Add<"call">(call.Build());
  return object.Build();
}

Value PartnerValue(const Partner* partner) {
  ObjectBuilder object(8);
  if (partner != nullptr) {
    object.Add<"id">(Value::String(partner->id));
    object.Add<"name">(partner->name);
    object.Add<"kind">(partner->kind);
    object.Add<"tier">(partner->tier);
    object.Add<"program_id">(partner->program_id);
    object.Add<"territories">(partner->territories);
    object.Add<"verticals">(partner->verticals);
    object.Add<"product_families">(partner->product_families);
  }
  return object.Build();
}

Value ReferrerValue(const SourceParty& source) {
  ObjectBuilder object(2);
  if (!source.referrer_id.empty()) object.Add<"id">(Value::String(source.referrer_id));
  object.Add<"known">(Value::Bool(source.referrer_known));
  return object.Build();
}

Value PersonValue(const Person& person) {
  ObjectBuilder object(5);
  object.Add<"first_name">(person.first_name);
  object.Add<"last_name">(person.last_name);
  object.Add<"title">(person.title);
  object.Add<"authority">(person.authority);
  object.Add<"emails">(person.emails);
  return object.Build();
}

Value CompanyValue(const Company& company) {
  ObjectBuilder object(5);
  object.Add<"name">(company.name);
  object.Add<"industry">(company.industry);
  object.Add<"employees">(company.employees);
  object.Add<"domains">(company.domains);
  ObjectBuilder address(3);
  address.Add<"country">(company.address->country);
  address.Add<"region">(company.address->region);
  address.Add<"city">(company.address->city);
  object.Add<"address">(address.Build());
  return object.Build();
}

Value MatchesValue(const std::vector<Match>& matches) {
  std::vector<Value> list;
  for (const Match& match : matches) {
    ObjectBuilder object(4);
    object.Add<"type">(Value::String(std::string(RecordTypeName(match.type))));
    object.Add<"id">(Value::String(match.id));
    object.Add<"probability">(Value::Double(match.Main().probability));
    object.Add<"band">(Value::String(match.Main().band == Band::kSame ? "same" : "possible"));
    list.push_back(object.Build());
  }
  return Value::List(std::move(list));
}

Value ClaimsValue(const std::vector<Claim>& claims) {
  std::vector<Value> list;
  for (const Claim& claim : claims) {
    ObjectBuilder object(4);
    object.Add<"id">(Value::String(claim.id));
    object.Add<"partner_id">(Value::String(claim.partner_id));
    object.Add<"state">(Value::String(std::string(ClaimStateName(claim.state))));
    object.Add<"received_at">(Value::Timestamp(claim.received));
    list.push_back(object.Build());
  }
  return Value::List(std::move(list));
}

Value ConflictsValue(const std::vector<Conflict>& conflicts) {
  std::vector<Value> list;
  for (const Conflict& conflict : conflicts) {
    ObjectBuilder object(2);
    object.Add<"kind">(Value::String(std::string(ConflictKindName(conflict.kind))));
    object.Add<"lane">(Value::String(std::string(LaneName(LaneOf(conflict.kind)))));
    list.push_back(object.Build());
  }
  return Value::List(std::move(list));
}

std::vector<Value> ConflictNames() {
  std::vector<Value> names;
  names.reserve(kConflictKindCount);
  for (int i = 0; i < kConflictKindCount; ++i) {
    names.push_back(Value::Constant(ConflictKindName(static_cast<ConflictKind>(i))));
  }
  return names;
}

// One member a kind: true when it is open, unknown when it cannot be told, else false.
Value ConflictFlags(const Attribution& attribution) {
  std::vector<Value> flags(kConflictKindCount, Value::Bool(false));
  for (const UndecidedConflict& undecided : attribution.undecided) {
    std::vector<cel::UnknownPath> paths;
    for (const MissingFact& fact : undecided.missing) paths.push_back({fact.path, fact.reason});
    flags[static_cast<std::size_t>(undecided.kind)] = Value::Unknown(std::move(paths));
  }
  for (const Conflict& conflict : attribution.conflicts) {
    flags[static_cast<std::size_t>(conflict.kind)] = Value::Bool(true);
  }
  static const auto& names = *new std::vector<Value>(ConflictNames());
  ObjectBuilder object(kConflictKindCount);
  for (std::size_t i = 0; i < names.size(); ++i) object.Add(names[i], std::move(flags[i]));
  return object.Build();
}

Value TouchesValue(const std::vector<Known<Touch>>& touches) {
  std::vector<Value> list;
  for (const Known<Touch>& known : touches) {
    // A touch without a kind or a time is evidence of nothing.
    if (!known.record.kind.has() || !known.record.at.has()) continue;
    ObjectBuilder object(5);
    object.Add<"kind">(known.record.kind);
    object.Add<"by">(Value::String(known.record.by.get()));
    object.Add<"at">(known.record.at);
    object.Add<"partner_id">(Value::String(known.record.partner_id.get()));
    object.Add<"same_person">(Value::Bool(known.person == Band::kSame));
    list.push_back(object.Build());
  }
  return Value::List(std::move(list));
}

Value RegistrationsValue(const std::vector<Known<DealRegistration>>& registrations) {
  std::vector<Value> list;
  for (const auto& known : registrations) {
    if (known.best() != Band::kSame) continue;
    ObjectBuilder object(3);
    object.Add<"id">(Value::String(known.record.id));
    object.Add<"partner_id">(known.record.partner_id);
    object.Add<"status">(known.record.status);
    list.push_back(object.Build());
  }
  return Value::List(std::move(list));
}

Value OpportunitiesValue(const std::vector<Known<Opportunity>>& opportunities) {
  std::vector<Value> list;
  for (const auto& known : opportunities) {
    if (known.best() != Band::kSame) continue;
    ObjectBuilder object(4);
    object.Add<"id">(Value::String(known.record.id));
    object.Add<"stage">(known.record.stage);
    object.Add<"owner">(known.record.owner);
    object.Add<"is_closed">(known.record.is_closed.has()
                                ? Value::Bool(*known.record.is_closed)
                                : UnknownField("opportunity.is_closed", known.record.is_closed));
    list.push_back(object.Build());
  }
  return Value::List(std::move(list));
}

Value HistoryValue(const std::vector<PriorSubmission>& history) {
  std::vector<Value> list;
  for (const PriorSubmission& prior : history) {
    if (!prior.same_referral) continue;
    ObjectBuilder object(4);
    object.Add<"id">(Value::String(prior.submission.id));
    object.Add<"intent">(Value::String(std::string(IntentName(prior.submission.intent))));
    object.Add<"partner_id">(Value::String(prior.submission.partner_id.get()));
    object.Add<"received_at">(Value::Timestamp(prior.receipt));
    list.push_back(object.Build());
  }
  return Value::List(std::move(list));
}

Value EffectiveConsentValue(const Case& the_case) {
  const Refusals linked = LinkedRefusals(the_case);
  const auto permission_of = [&](Permission permission) {
    const Flag flag = ConsentFlag(the_case, linked, permission);
    if (flag.has()) return Value::Bool(*flag);
    return UnknownField("submission.consent." + std::string(PermissionName(permission)), flag);
  };
  ObjectBuilder object(3);
  object.Add<"share_forward">(permission_of(Permission::kShareForward));
  object.Add<"contact">(permission_of(Permission::kContact));
  object.Add<"report_back">(permission_of(Permission::kReportBack));
  return object.Build();
}

Value AccountsValue(const Case& the_case) {
  std::vector<Value> list;
  for (const auto& known : the_case.accounts) {
    if (known.company != Band::kSame) continue;
    ObjectBuilder object(3);
    object.Add<"id">(Value::String(known.record.id));
    object.Add<"sensitive">(Value::Bool(known.record.company.sensitive.get()));
    object.Add<"named_list">(Value::String(NamedListAt(known.record, the_case.receipt)));
    list.push_back(object.Build());
  }
  return Value::List(std::move(list));
}

Value RewardsValue(const std::vector<Known<Reward>>& rewards) {
  std::vector<Value> list;
  for (const auto& known : rewards) {
    if (known.best() != Band::kSame) continue;
    ObjectBuilder object(1);
    object.Add<"status">(known.record.status.has()
                             ? Value::String(*known.record.status)
                             : UnknownField("reward.status", known.record.status));
    list.push_back(object.Build());
  }
  return Value::List(std::move(list));
}

// True when `known`, else unknown with the path that answers it.
Value KnownOr(bool known, const char* path) {
  return known ? Value::Bool(true) : Value::Unknown({{path, "absent"}});
}

// An urgency that is said to be unknown is asked for like one that is absent: as a value it would
// decide by itself, and nothing else would be asked.
Value KnownUrgency(const Text& urgency) {
  if (!urgency.has()) return UnknownField("submission.urgency", urgency);
  if (*urgency == "unknown") return Value::Unknown({{"submission.urgency", "unknown"}});
  return Value::Bool(true);
}

// The facts that make a referral ready to route.
Value ReadyValue(const Case& the_case) {
  const Person& person = the_case.party.person;
  const bool has_buyer = person.first_name.has() || person.last_name.has() ||
                         person.full_name.has() || !person.emails.get().empty();
  ObjectBuilder object(5);
  object.Add<"buyer">(KnownOr(has_buyer, "person.last_name"));
  object.Add<"source">(KnownOr(the_case.source.partner != nullptr || the_case.source.referrer_known,
                               "submission.partner_id"));
  object.Add<"region">(KnownOr(PlaceOf(the_case).has(), "submission.region"));
  object.Add<"product_interest">(
      KnownOr(ProductsOf(the_case).has(), "submission.product_interest"));
  object.Add<"urgency">(KnownUrgency(the_case.submission.urgency));
  return object.Build();
}

Value AmountFacts(const Case& the_case, const Parameters& parameters) {
  const Money amount = AmountOf(the_case);
  const auto to_minimum = CompareMoney(parameters.exchange, amount.get(), parameters.minimum_deal);
  const auto to_high = CompareMoney(parameters.exchange, amount.get(), parameters.high_value);
  const char* reason = amount.has() ? "no_rate" : "absent";
  const auto unknown = [&] { return Value::Unknown({{"submission.amount", reason}}); };
  ObjectBuilder object(2);
  object.Add<"below_minimum">(to_minimum.has_value() ? Value::Bool(std::is_lt(*to_minimum))
                                                     : unknown());
  object.Add<"high_value">(to_high.has_value() ? Value::Bool(std::is_gteq(*to_high)) : unknown());
  return object.Build();
}

// Whether the reward that is asked for reaches the high value.  False without an amount: there is
// nothing to compare, and the amount is bound into the subject of the approval.
Value RewardHighValue(const Case& the_case, const Parameters& parameters) {
  const Money& reward = the_case.submission.reward.get();
  if (!reward->minor.has()) return Value::Bool(false);
  const auto order = CompareMoney(parameters.exchange, reward.get(), parameters.high_value);
  return order.has_value() ? Value::Bool(std::is_gteq(*order))
                           : Value::Unknown({{"submission.reward.amount", "no_rate"}});
}

std::vector<std::string> PolicyWords(const std::vector<std::string>& texts) {
  std::vector<std::string> words;
  words.reserve(texts.size());
  for (const std::string& text : texts) words.push_back(PolicyWord(text));
  return words;
}

bool IsStrategic(const Case& the_case, const Parameters& parameters) {
  const std::vector<std::string> lists = PolicyWords(parameters.strategic_lists);
  return the_case.submission.sensitive.get() ||
         std::any_of(the_case.accounts.begin(), the_case.accounts.end(), [&](const auto& known) {
           return known.company == Band::kSame &&
                  (known.record.company.sensitive.get() ||
                   std::find(lists.begin(), lists.end(),
                             NamedListAt(known.record, the_case.receipt)) != lists.end());
         });
}

// What the evidence for the title is worth, as the confidence rules read it.
std::string EvidenceWord(EvidenceLabel label) {
  switch (label) {
    case EvidenceLabel::kNone: return "none";
    case EvidenceLabel::kLow: return "low";
    case EvidenceLabel::kMedium: return "medium";
    case EvidenceLabel::kHigh: return "high";
  }
  return "none";
}

Value FactsValue(const Case& the_case, const Attribution& attribution,
                 const Parameters& parameters) {
  ObjectBuilder object(19);
  object.Add<"consent">(EffectiveConsentValue(the_case));
  object.Add<"reward_asked">(Value::Bool(the_case.submission.reward.has()));
  object.Add<"reward_high_value">(RewardHighValue(the_case, parameters));
  object.Add<"rewards">(RewardsValue(the_case.rewards));
  object.Add<"owners">(TextValues(OwnersOfParty(the_case)));
  object.Add<"accounts">(AccountsValue(the_case));
  object.Add<"strategic">(Value::Bool(IsStrategic(the_case, parameters)));
  object.Add<"ready">(ReadyValue(the_case));
  object.Add<"contradictions">(TextValues(Contradictions(the_case)));
  const auto newest = NewestEvidence(the_case);
  object.Add<"evidence_known">(Value::Bool(newest.has_value()));
  if (newest.has_value()) object.Add<"newest_evidence">(Value::Timestamp(*newest));
  object.Add<"amount">(AmountFacts(the_case, parameters));
  object.Add<"duplicates">(Value::Int(static_cast<std::int64_t>(DuplicateCount(the_case))));
  object.Add<"search_truncated">(Value::Bool(the_case.search_truncated));
  object.Add<"only_possible_match">(Value::Bool(HasOnlyPossibleMatch(the_case)));
  const Text place = PlaceOf(the_case);
  object.Add<"place">(place.has() ? Value::String(PolicyWord(*place))
                                  : UnknownField("submission.region", place));
  const Text& industry = the_case.party.company.industry;
  object.Add<"industry">(industry.has() ? Value::String(PolicyWord(*industry))
                                        : UnknownField("company.industry", industry));
  const TextList products = ProductsOf(the_case);
  object.Add<"products">(products.has() ? TextValues(PolicyWords(*products))
                                        : UnknownField("submission.product_interest", products));
  object.Add<"title_evidence">(Value::String(EvidenceWord(attribution.evidence)));
  return object.Build();
}

}  // namespace

void ListsRead::Add(std::string_view path) {
  const std::string_view root = path.substr(0, path.find_first_of(".["));
  const std::pair<std::string_view, bool ListsRead::*> lists[] = {
      {"matches", &ListsRead::matches},
      {"claims", &ListsRead::claims},
      {"conflicts", &ListsRead::conflicts},
      {"touches", &ListsRead::touches},
      {"registrations", &ListsRead::registrations},
      {"opportunities", &ListsRead::opportunities},
      {"history", &ListsRead::history}};
  for (const auto& [name, list] : lists) {
    if (root == name) this->*list = true;
  }
}

Value CaseDocument(const Case& the_case, const Attribution& attribution,
                   const Parameters& parameters, const Value& policy, const ListsRead& lists) {
  ObjectBuilder object(18);
  object.Add<"submission">(SubmissionValue(the_case.submission));
  ObjectBuilder referral(2);
  if (!the_case.referral_id.empty()) referral.Add<"id">(Value::String(the_case.referral_id));
  const bool is_new =
      std::none_of(the_case.prior.begin(), the_case.prior.end(),
                   [](const PriorSubmission& prior) { return prior.same_referral; });
  referral.Add<"is_new">(Value::Bool(is_new));
  object.Add<"referral">(referral.Build());
  object.Add<"partner">(PartnerValue(the_case.source.partner));
  object.Add<"referrer">(ReferrerValue(the_case.source));
  object.Add<"person">(PersonValue(the_case.party.person));
  object.Add<"company">(CompanyValue(the_case.party.company));
  if (lists.matches) object.Add<"matches">(MatchesValue(the_case.matches));
  if (lists.claims) object.Add<"claims">(ClaimsValue(attribution.claims));
  if (lists.conflicts) object.Add<"conflicts">(ConflictsValue(attribution.conflicts));
  object.Add<"conflict">(ConflictFlags(attribution));
  if (lists.touches) object.Add<"touches">(TouchesValue(the_case.touches));
  if (lists.registrations) {
    object.Add<"registrations">(RegistrationsValue(the_case.registrations));
  }
  if (lists.opportunities) {
    object.Add<"opportunities">(OpportunitiesValue(the_case.opportunities));
  }
  if (lists.history) object.Add<"history">(HistoryValue(the_case.prior));
  object.Add<"facts">(FactsValue(the_case, attribution, parameters));
  object.Add<"policy">(policy);
  object.Add<"now">(Value::Timestamp(the_case.as_of));
  object.Add<"receipt">(Value::Timestamp(the_case.receipt));
  return object.Build();
}

Value WithVerdicts(const Value& document, std::string_view fit_tier,
                   const std::vector<std::string>& stopped) {
  const auto entries = document.entries();
  std::vector<cel::MapEntry> members(entries.begin(), entries.end());
  ObjectBuilder verdicts(2);
  verdicts.Add<"fit_tier">(Value::String(std::string(fit_tier)));
  verdicts.Add<"stopped">(TextValues(stopped));
  members.emplace_back(NameValue<"verdicts">(), verdicts.Build());
  return Value::Map(std::move(members));
}

}  // namespace referee::policy
