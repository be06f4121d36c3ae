#include "src/attribution/levers_of_titles.h"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

#include "src/attribution/protection.h"
#include "src/attribution/scope.h"
#include "src/base/text.h"

namespace referee {
namespace {

// More than this is nothing that anybody would call a change.
constexpr std::size_t kMaxRegistrations = 8;

const Title* TitleOf(const Hearing& hearing, const RecordRef& record) {
  for (const Title& title : hearing.timeline.titles) {
    if (title.claim.source.type == record.type && title.claim.source.id == record.id) return &title;
  }
  return nullptr;
}

// The claims of the conflict other than the one in question.
std::vector<const Title*> OthersOf(const Hearing& hearing, const Conflict& conflict) {
  std::vector<const Title*> others;
  for (const Title& title : hearing.timeline.titles) {
    if (&title == hearing.timeline.Subject()) continue;
    const auto& ids = conflict.claims;
    if (std::find(ids.begin(), ids.end(), title.claim.id) != ids.end()) others.push_back(&title);
  }
  return others;
}

std::string_view ReceiptPath(const Title& title) {
  if (title.submission != nullptr) return "received_at";
  return title.registration->complete_at.has() ? "complete_at" : "submitted_at";
}

// The receipt of one title moved; nothing for a registration that another submission completed.
std::optional<Lever> ReceivedAt(const Hearing& hearing, const Title& title, const Instant& at) {
  const bool is_own = title.submission == &hearing.the_case.submission;
  if (is_own && title.claim.received != hearing.receipt()) return std::nullopt;
  // What is known later than the receipt was not gathered: a receipt can only be moved back.
  if (is_own && at > hearing.receipt()) return std::nullopt;
  FactChange change;
  change.path = ReceiptPath(title);
  change.from = title.claim.received_text;
  change.to = FormatInstant(at);
  change.record = title.claim.source;
  return Lever{{std::move(change)}, std::abs(SecondsBetween(at, title.claim.received))};
}

// Moves `title` towards `anchor` or away from it until they lie `seconds` apart, on the same side.
void AddMove(const Hearing& hearing, const Title& title, const Title& anchor, std::int64_t seconds,
             std::vector<Lever>* levers) {
  const bool is_earlier = title.claim.received < anchor.claim.received;
  const auto moved = ReceivedAt(hearing, title,
                                anchor.claim.received.PlusSeconds(is_earlier ? -seconds : seconds));
  if (moved.has_value()) levers->push_back(*moved);
}

FactChange FamiliesOf(const Title& own, const std::vector<std::string>& families) {
  return {"product_families", Join(own.claim.scope.product_families, ", "), Join(families, ", "),
          own.claim.source};
}

const DealRegistration& RegistrationOf(const Title& title) {
  return title.submission != nullptr ? title.submission->registration.get() : *title.registration;
}

// What differs of the scope of `own` is as `other` says.
Lever InScopeOf(const Title& own, const Title& other) {
  const Scope& mine = own.claim.scope;
  const Scope& wanted = other.claim.scope;
  Lever lever{{}, kNotATime};
  if (!Overlaps({mine.product_families, {}, {}}, {wanted.product_families, {}, {}})) {
    lever.changes.push_back(FamiliesOf(own, wanted.product_families));
  }
  const auto add = [&](std::string_view path, Text DealRegistration::*part) {
    lever.changes.push_back({std::string(path), (RegistrationOf(own).*part).get(),
                             (RegistrationOf(other).*part).get(), own.claim.source});
  };
  if (!Overlaps({{}, mine.site, {}}, {{}, wanted.site, {}})) add("site", &DealRegistration::site);
  if (!Overlaps({{}, {}, mine.project}, {{}, {}, wanted.project})) {
    add("project", &DealRegistration::project);
  }
  return lever;
}

}  // namespace

std::optional<Lever> EndAt(const Hearing& hearing, const Fact& fact, const Instant& end) {
  const Title* title = TitleOf(hearing, fact.record);
  if (title == nullptr) return std::nullopt;
  FactChange change;
  const bool is_submission = title->submission != nullptr;
  change.path = is_submission                     ? "registration.expires_at"
                : fact.path == "extensions.until" ? "extensions.until"
                                                  : "expires_at";
  if (fact.path != "protection_window_days") change.from = fact.value;
  change.to = FormatInstant(end);
  change.record = fact.record;
  return Lever{{std::move(change)}, std::abs(SecondsBetween(title->claim.ends, end))};
}

std::optional<Lever> RequestedInTime(const Hearing& hearing, const Fact& fact) {
  const Title* title = TitleOf(hearing, fact.record);
  if (title == nullptr || title->submission != nullptr) return std::nullopt;
  const Instant in_time = title->claim.ends.PlusSeconds(-1);
  std::optional<Lever> least;
  for (const Extension& extension : title->registration->extensions.get()) {
    const Moment& requested = extension.requested_at;
    if (!requested.has() || requested->instant <= in_time || !extension.until.has()) continue;
    if (extension.until->instant < hearing.receipt()) continue;
    const std::int64_t way = SecondsBetween(requested->instant, in_time);
    if (least.has_value() && least->seconds <= way) continue;
    least = Lever{
        {{"extensions.requested_at", requested->text, FormatInstant(in_time), title->claim.source}},
        way};
  }
  return least;
}

std::optional<Lever> NotExpired(const Hearing& hearing, const Fact& fact,
                                std::optional<Lever> lever) {
  const Title* title = TitleOf(hearing, fact.record);
  if (!lever.has_value() || title == nullptr || title->registration == nullptr) return lever;
  const std::string& status = title->registration->status.get();
  if (status != "expired") return lever;
  lever->changes.push_back({"status", status, std::string("approved"), title->claim.source});
  return lever;
}

std::vector<Lever> ReceiptLevers(const Hearing& hearing, const Conflict& conflict) {
  std::vector<Lever> levers;
  const Title* own = hearing.timeline.Subject();
  const std::vector<const Title*> others = OthersOf(hearing, conflict);
  if (own == nullptr || others.size() != 1) return levers;
  const Title& other = *others.front();
  const std::int64_t tie = std::int64_t{hearing.parameters.tie_window_hours} * 3600;
  const std::int64_t apart = conflict.kind == ConflictKind::kNearSimultaneous ? tie + 1 : tie;
  AddMove(hearing, *own, other, apart, &levers);
  AddMove(hearing, other, *own, apart, &levers);
  return levers;
}

std::vector<Lever> ScopeLevers(const Hearing& hearing, const Conflict& conflict) {
  const Title* own = hearing.timeline.Subject();
  const std::vector<const Title*> others = OthersOf(hearing, conflict);
  if (own == nullptr || own->submission == nullptr || others.empty()) return {};
  std::vector<std::string> all = own->claim.scope.product_families;
  for (const Title* other : others) {
    const auto& more = other->claim.scope.product_families;
    all.insert(all.end(), more.begin(), more.end());
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return {InScopeOf(*own, *others.front()), Lever{{FamiliesOf(*own, all)}, kNotATime}};
}

std::vector<Lever> HoardingLevers(const Hearing& hearing, const Conflict& conflict) {
  Lever lever;
  const auto count = std::count_if(conflict.facts.begin(), conflict.facts.end(), [](const Fact& f) {
    return f.record.type == "deal_registration";
  });
  const std::int64_t window = std::int64_t{hearing.parameters.resubmission_days} * 86400;
  const std::int64_t ended_too_many = count - hearing.parameters.resubmission_limit + 1;
  const Instant outside = hearing.receipt().PlusSeconds(-window - 1);
  std::vector<const Fact*> endings;
  std::int64_t open_too_many = 0;
  for (const Fact& fact : conflict.facts) {
    if (fact.record.type == "deal_registration") endings.push_back(&fact);
    const auto* open = std::get_if<std::int64_t>(&fact.value);
    if (open != nullptr) open_too_many = *open - hearing.parameters.registration_capacity;
  }
  std::stable_sort(endings.begin(), endings.end(), [](const Fact* a, const Fact* b) {
    return *ParseInstant(a->at) < *ParseInstant(b->at);
  });
  for (std::size_t i = 0; count > 0 && static_cast<std::int64_t>(i) < ended_too_many; ++i) {
    const std::string& path = endings[i]->path;
    const bool is_derived = path == "protection_window_days";
    lever.changes.push_back({is_derived ? "expires_at" : path,
                             is_derived ? FactValue() : endings[i]->value, FormatInstant(outside),
                             endings[i]->record});
    lever.seconds = std::max(lever.seconds, SecondsBetween(*ParseInstant(endings[i]->at), outside));
  }
  for (const DealRegistration& registration : hearing.the_case.partner_registrations) {
    if (open_too_many <= 0) break;
    const RegistrationState state = StateAt(registration, hearing.receipt());
    const bool is_open =
        state == RegistrationState::kPending || state == RegistrationState::kApproved;
    if (!is_open) continue;
    --open_too_many;
    lever.seconds = kNotATime;
    lever.changes.push_back({"status",
                             registration.status.get(),
                             std::string("rejected"),
                             {"deal_registration", registration.id}});
  }
  if (lever.changes.empty() || lever.changes.size() > kMaxRegistrations) return {};
  return {lever};
}

}  // namespace referee
