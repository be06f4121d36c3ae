#include "src/attribution/claims.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "src/attribution/protection.h"
#include "src/attribution/scope.h"

namespace referee {
namespace {

struct FieldRow {
  std::string_view path;
  bool (*is_given)(const Submission&);
};

bool HasAny(const TextList& list) { return list.has() && !list->empty(); }

constexpr std::array<FieldRow, 19> kFields = {{
    {"amount",
     [](const Submission& s) {
       return s.amount->minor.has() || s.registration->amount->minor.has();
     }},
    {"company.address.country",
     [](const Submission& s) { return s.company->address->country.has(); }},
    {"company.domains", [](const Submission& s) { return HasAny(s.company->domains); }},
    {"company.employees", [](const Submission& s) { return s.company->employees.has(); }},
    {"company.industry", [](const Submission& s) { return s.company->industry.has(); }},
    {"company.name", [](const Submission& s) { return s.company->name.has(); }},
    {"company.website", [](const Submission& s) { return s.company->website.has(); }},
    {"introduction_path", [](const Submission& s) { return s.introduction_path.has(); }},
    {"lead.authority", [](const Submission& s) { return s.lead->authority.has(); }},
    {"lead.emails", [](const Submission& s) { return HasAny(s.lead->emails); }},
    {"lead.first_name", [](const Submission& s) { return s.lead->first_name.has(); }},
    {"lead.last_name", [](const Submission& s) { return s.lead->last_name.has(); }},
    {"lead.phones", [](const Submission& s) { return HasAny(s.lead->phones); }},
    {"lead.title", [](const Submission& s) { return s.lead->title.has(); }},
    {"need", [](const Submission& s) { return s.need.has(); }},
    {"product_families",
     [](const Submission& s) {
       return HasAny(s.registration->product_families) || HasAny(s.product_interest);
     }},
    {"region", [](const Submission& s) { return s.region.has(); }},
    {"timeline", [](const Submission& s) { return s.timeline.has(); }},
    {"urgency", [](const Submission& s) { return s.urgency.has(); }},
}};

// One submission of the party as its claim sees it.
struct Received {
  const Submission* submission;
  std::string partner_id, referral_id;
  std::uint64_t sequence;
  Instant at;
  std::string text;
  bool same_referral;
};

std::string TextOf(const Moment& moment, const Instant& instant) {
  return moment.has() && moment->instant == instant ? moment->text : FormatInstant(instant);
}

ClaimKind KindOf(const DealRegistration& registration) {
  return registration.registration_type.get() == "teaming" ? ClaimKind::kTeaming
                                                           : ClaimKind::kSource;
}

void ResolveExtension(Assumption assumption, Title* title) {
  if (!title->claim.extension_undecided) return;
  if (assumption == Assumption::kExtensionsGranted) {
    title->claim.state = ClaimState::kLive;
    title->claim.extension_undecided = false;
  } else if (assumption == Assumption::kExtensionsRefused) {
    title->claim.extension_undecided = false;
  }
}

void Protect(const DealRegistration& registration, RegistrationState state, const Instant& at,
             const Parameters& parameters, Assumption assumption, Title* title) {
  const Protection protection =
      ProtectionOf(registration, state, title->claim.received, at, parameters);
  title->claim.state = protection.state;
  title->claim.ends = protection.ends;
  title->claim.ends_text = protection.ends_text;
  title->claim.starts_text = protection.starts_text;
  title->claim.extensions = protection.extensions;
  const bool is_over = protection.state != ClaimState::kLive;
  if (is_over && registration.closed_at.has())
    title->claim.closed_text = registration.closed_at->text;
  title->claim.extension_undecided = protection.extension_undecided;
  title->ends_path = protection.ends_path;
  ResolveExtension(assumption, title);
}

// A submission's registration has no decision yet unless it says so itself.
RegistrationState StateOfSubmitted(const DealRegistration& registration, const Instant& at) {
  const RegistrationState state = StateAt(registration, at);
  return state == RegistrationState::kNone ? RegistrationState::kPending : state;
}

Title TitleOf(const Received& received, const Case& the_case, const Parameters& parameters,
              Assumption assumption) {
  const Submission& submission = *received.submission;
  const DealRegistration& registration = submission.registration.get();
  Title title;
  Claim& claim = title.claim;
  claim.id = "submission:" + submission.id;
  claim.partner_id = received.partner_id;
  claim.kind = KindOf(registration);
  claim.source = {"submission", submission.id};
  claim.received = received.at;
  claim.received_text = received.text;
  claim.sequence = received.sequence;
  claim.scope = ScopeOf(submission);
  claim.is_registration = submission.intent == Intent::kDealRegistration;
  claim.submitted_by = submission.submitted_by.get();
  claim.referrer_id = submission.referrer->id.get();
  claim.referral_id = received.referral_id;
  title.program_id = submission.program_id.get();
  title.sub_partner_id = registration.sub_partner_id.get();
  title.registration = submission.registration.has() ? &registration : nullptr;
  title.submission = &submission;
  title.same_referral = received.same_referral;
  const RegistrationState state = StateOfSubmitted(registration, the_case.receipt);
  claim.is_approved = claim.is_registration && state == RegistrationState::kApproved;
  Protect(registration, state, the_case.receipt, parameters, assumption, &title);
  return title;
}

// One referral is one person, or one company with overlapping scope.  Resolution has told so for
// matches of band same; for possible ones it depends on the assumption.
bool WouldBeSameReferral(const PriorSubmission& prior, const Case& the_case, Band weakest) {
  if (prior.same_referral) return true;
  if (weakest == Band::kSame) return false;
  return prior.person >= weakest ||
         (prior.company >= weakest &&
          Overlaps(ScopeOf(prior.submission), ScopeOf(the_case.submission)));
}

// An earlier line may carry a later receipt: it is kept, and claims compare by receipt.
std::vector<Received> SubmissionsOf(const Case& the_case, Band weakest) {
  std::vector<Received> all;
  for (const PriorSubmission& prior : the_case.prior) {
    if (!MakesClaim(prior.submission.intent)) continue;
    const bool same_referral = WouldBeSameReferral(prior, the_case, weakest);
    if (!same_referral && prior.company < weakest) continue;
    all.push_back({&prior.submission, prior.partner_id, prior.referral_id, prior.sequence,
                   prior.receipt, TextOf(prior.submission.received_at, prior.receipt),
                   same_referral});
  }
  if (MakesClaim(the_case.submission.intent)) {
    const Partner* partner = the_case.source.partner;
    all.push_back({&the_case.submission, partner == nullptr ? "" : partner->id,
                   the_case.referral_id, the_case.sequence, the_case.receipt,
                   TextOf(the_case.submission.received_at, the_case.receipt), true});
  }
  std::sort(all.begin(), all.end(), [](const Received& a, const Received& b) {
    return std::tie(a.at, a.sequence, a.submission->id) <
           std::tie(b.at, b.sequence, b.submission->id);
  });
  return all;
}

// The submissions of one partner on one referral, in order of receipt.
using Series = std::vector<std::size_t>;

// The position in the series at which all required fields have been given, or its size.
std::size_t CompletedAt(const std::vector<Received>& all, const Series& series,
                        const std::vector<std::string>& required) {
  std::vector<std::string> lacking = required;
  for (std::size_t i = 0; i < series.size(); ++i) {
    const Submission& submission = *all[series[i]].submission;
    lacking.erase(
        std::remove_if(lacking.begin(), lacking.end(),
                       [&](const std::string& path) { return GivesField(submission, path); }),
        lacking.end());
    if (lacking.empty()) return i;
  }
  return series.size();
}

void AddSeries(const std::vector<Received>& all, const Series& series, const Case& the_case,
               const Parameters& parameters, Assumption assumption, std::vector<Title>* titles) {
  const std::size_t completed = CompletedAt(all, series, parameters.required_registration_fields);
  for (std::size_t i = 0; i < series.size(); ++i) {
    Received received = all[series[i]];
    const bool waits = received.submission->intent == Intent::kDealRegistration && i < completed;
    if (waits && completed < series.size()) {
      const Received& completing = all[series[completed]];
      received.at = completing.at;
      received.text = completing.text;
      received.sequence = completing.sequence;
    }
    titles->push_back(TitleOf(received, the_case, parameters, assumption));
    if (waits && completed == series.size()) titles->back().claim.state = ClaimState::kIncomplete;
  }
}

void AddRegistration(const Known<DealRegistration>& known, const Case& the_case,
                     const Parameters& parameters, Assumption assumption,
                     std::vector<Title>* titles) {
  const DealRegistration& registration = known.record;
  const Time* receipt = ReceiptOf(registration);
  if (receipt == nullptr || receipt->instant > the_case.receipt) return;
  const RegistrationState state = StateAt(registration, the_case.receipt);
  if (state == RegistrationState::kNone) return;
  Title title;
  Claim& claim = title.claim;
  claim.id = "deal_registration:" + registration.id;
  claim.partner_id = registration.partner_id.get();
  claim.kind = KindOf(registration);
  claim.source = {"deal_registration", registration.id};
  claim.received = receipt->instant;
  claim.received_text = receipt->text;
  claim.scope = ScopeOf(registration);
  claim.is_registration = true;
  claim.is_approved = state == RegistrationState::kApproved;
  title.program_id = registration.program_id.get();
  title.sub_partner_id = registration.sub_partner_id.get();
  title.registration = &registration;
  Protect(registration, state, the_case.receipt, parameters, assumption, &title);
  titles->push_back(std::move(title));
}

}  // namespace

bool GivesField(const Submission& submission, std::string_view path) {
  for (const FieldRow& row : kFields) {
    if (row.path == path) return row.is_given(submission);
  }
  return false;
}

std::vector<Title> FindTitles(const Case& the_case, const Parameters& parameters,
                              Assumption assumption) {
  const Band weakest = WeakestSame(assumption);
  const std::string& program = the_case.submission.program_id.get();
  std::vector<Title> titles;
  const std::vector<Received> all = SubmissionsOf(the_case, weakest);
  std::map<std::pair<std::string_view, std::string_view>, Series> series_of;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!SameProgram(all[i].submission->program_id.get(), program)) continue;
    series_of[{all[i].partner_id, all[i].referral_id}].push_back(i);
  }
  for (const auto& [key, series] : series_of) {
    AddSeries(all, series, the_case, parameters, assumption, &titles);
  }
  for (const auto& known : the_case.registrations) {
    if (known.company < weakest) continue;
    if (!SameProgram(known.record.program_id.get(), program)) continue;
    AddRegistration(known, the_case, parameters, assumption, &titles);
  }
  return titles;
}

}  // namespace referee
