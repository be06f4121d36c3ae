#include "src/attribution/consent.h"

#include <algorithm>
#include <utility>

#include "src/attribution/scope.h"

namespace referee {
namespace {

constexpr std::array<Permission, kPermissionCount> kPermissions = {
    Permission::kShareForward, Permission::kContact, Permission::kReportBack};

const Flag& FlagOf(const Consent& consent, Permission permission) {
  switch (permission) {
    case Permission::kShareForward: return consent.share_forward;
    case Permission::kContact: return consent.contact;
    case Permission::kReportBack: return consent.report_back;
  }
  return consent.contact;
}

bool Contains(const std::vector<std::string>& sorted, std::string_view value) {
  return std::binary_search(sorted.begin(), sorted.end(), value);
}

// True when the grant is for every channel or lists this one.
bool Lists(const Consent& own, std::string_view channel) {
  if (!own.channels.has()) return true;
  return std::any_of(own.channels->begin(), own.channels->end(),
                     [&](const std::string& listed) { return FoldedText(listed) == channel; });
}

struct Source {
  RecordRef record;
  Refusals refusals;
};

template <typename T>
void AddPeople(const std::vector<Known<T>>& people, const char* type, std::vector<Source>* out) {
  for (const Known<T>& known : people) {
    if (known.person != Band::kSame || !known.record.opt_out.has()) continue;
    out->push_back({{type, known.record.id}, RefusalsOf(*known.record.opt_out)});
  }
}

std::vector<Source> SourcesOf(const Case& the_case) {
  std::vector<Source> sources;
  const Submission& own = the_case.submission;
  sources.push_back({{"submission", own.id}, RefusalsOf(own.consent.get(), the_case.receipt)});
  for (const PriorSubmission& prior : the_case.prior) {
    if (!prior.same_referral || !prior.submission.consent.has()) continue;
    sources.push_back({{"submission", prior.submission.id},
                       RefusalsOf(*prior.submission.consent, the_case.receipt)});
  }
  AddPeople(the_case.contacts, "contact", &sources);
  AddPeople(the_case.leads, "lead", &sources);
  return sources;
}

bool Refuses(const Refusals& refusals, Permission permission, std::string_view channel) {
  if (refusals.everywhere[static_cast<std::size_t>(permission)]) return true;
  if (permission != Permission::kContact) return false;
  return channel.empty() ? !refusals.contact_channels.empty()
                         : Contains(refusals.contact_channels, channel);
}

}  // namespace

std::string_view PermissionName(Permission permission) {
  constexpr std::array<std::string_view, kPermissionCount> kNames = {"share_forward", "contact",
                                                                     "report_back"};
  return kNames[static_cast<std::size_t>(permission)];
}

std::string_view ConsentAnswerName(ConsentAnswer answer) {
  constexpr std::array<std::string_view, 3> kNames = {"granted", "unknown", "refused"};
  return kNames[static_cast<std::size_t>(answer)];
}

Refusals Join(const Refusals& a, const Refusals& b) {
  Refusals joined;
  for (std::size_t i = 0; i < kPermissionCount; ++i) {
    joined.everywhere[i] = a.everywhere[i] || b.everywhere[i];
  }
  std::set_union(a.contact_channels.begin(), a.contact_channels.end(), b.contact_channels.begin(),
                 b.contact_channels.end(), std::back_inserter(joined.contact_channels));
  return joined;
}

bool IsWithin(const Refusals& a, const Refusals& b) { return Join(a, b) == b; }

Refusals RefusalsOf(const Consent& consent, const Instant& receipt) {
  Refusals refusals;
  const bool is_withdrawn = consent.withdrawn_at.has() && consent.withdrawn_at->instant <= receipt;
  for (const Permission permission : kPermissions) {
    const Flag& flag = FlagOf(consent, permission);
    refusals.everywhere[static_cast<std::size_t>(permission)] =
        is_withdrawn || (flag.has() && !*flag);
  }
  return refusals;
}

Refusals RefusalsOf(const OptOut& opt_out) {
  Refusals refusals;
  const auto is_set = [](const Flag& flag) { return flag.has() && *flag; };
  refusals.everywhere[static_cast<std::size_t>(Permission::kContact)] = is_set(opt_out.all);
  if (is_set(opt_out.email)) refusals.contact_channels.emplace_back("email");
  if (is_set(opt_out.phone)) refusals.contact_channels.emplace_back("phone");
  return refusals;
}

ConsentAnswer EffectiveConsent(const Consent& own, const Refusals& refusals, Permission permission,
                               std::string_view channel) {
  if (Refuses(refusals, permission, channel)) return ConsentAnswer::kRefused;
  const Flag& flag = FlagOf(own, permission);
  if (!flag.has()) return ConsentAnswer::kUnknown;
  if (!*flag) return ConsentAnswer::kRefused;
  if (!channel.empty() && !Lists(own, channel)) return ConsentAnswer::kUnknown;
  return ConsentAnswer::kGranted;
}

Refusals LinkedRefusals(const Case& the_case) {
  Refusals joined;
  for (const Source& source : SourcesOf(the_case)) joined = Join(joined, source.refusals);
  return joined;
}

std::vector<ConsentState> ConsentOf(const Case& the_case) {
  const std::vector<Source> sources = SourcesOf(the_case);
  const Consent& own = the_case.submission.consent.get();
  Refusals joined;
  for (const Source& source : sources) joined = Join(joined, source.refusals);
  std::vector<std::string> channels = {"email", "phone"};
  for (const std::string& listed : own.channels.get()) channels.push_back(FoldedText(listed));
  std::sort(channels.begin(), channels.end());
  channels.erase(std::unique(channels.begin(), channels.end()), channels.end());

  std::vector<ConsentState> states;
  const auto add = [&](Permission permission, const std::string& channel) {
    ConsentState state;
    state.permission = PermissionName(permission);
    state.channel = channel;
    state.state = ConsentAnswerName(EffectiveConsent(own, joined, permission, channel));
    for (const Source& source : sources) {
      if (Refuses(source.refusals, permission, channel)) state.narrowed_by.push_back(source.record);
    }
    states.push_back(std::move(state));
  };
  for (const Permission permission : kPermissions) add(permission, "");
  for (const std::string& channel : channels) add(Permission::kContact, channel);
  return states;
}

}  // namespace referee
