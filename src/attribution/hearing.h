// What every conflict detector hears: the case, the parameters and the timeline, under one
// assumption about what is missing; and what it answers.

#ifndef REFEREE_SRC_ATTRIBUTION_HEARING_H_
#define REFEREE_SRC_ATTRIBUTION_HEARING_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "src/attribution/case.h"
#include "src/attribution/timeline.h"
#include "src/record/decision.h"
#include "src/record/parameters.h"

namespace referee {

struct Hearing {
  const Case& the_case;
  const Parameters& parameters;
  Assumption assumption;
  Timeline timeline;

  Hearing(const Case& gathered, const Parameters& given, Assumption assumed)
      : the_case(gathered),
        parameters(given),
        assumption(assumed),
        timeline(LayOut(gathered, given, assumed)) {}

  const Instant& receipt() const { return the_case.receipt; }
  bool IsSame(Band band) const { return band >= WeakestSame(assumption); }

  // The partner in question: of the submission, or for a query of the claim it asks about; "".
  std::string_view partner_id() const {
    if (the_case.source.partner != nullptr) return the_case.source.partner->id;
    const Title* subject = timeline.Subject();
    return subject == nullptr ? std::string_view() : std::string_view(subject->claim.partner_id);
  }
  const Partner* partner() const;

  // The scope in question.
  Scope scope() const;

  // True when `moment` is known and not after receipt.  Later activity counts as absent.
  bool IsKnown(const Moment& moment) const { return moment.has() && moment->instant <= receipt(); }
  // Known, and at most this many days before receipt.
  bool IsWithinDays(const Moment& moment, std::int64_t days) const {
    return IsKnown(moment) && Within(moment->instant, receipt(), days * 86400);
  }

  // Accounts of the same company and open opportunities of it; none that is dated after receipt.
  std::vector<const Account*> SameAccounts() const;
  std::vector<const Opportunity*> OpenOpportunities() const;
  bool IsOpen(const Opportunity& opportunity) const;
};

// Nothing, a conflict, or facts without which it cannot be told.
struct Detection {
  std::optional<Conflict> conflict;
  std::vector<MissingFact> missing;

  Detection() = default;
  Detection(Conflict found) : conflict(std::move(found)) {}  // NOLINT: a conflict is an answer

  static Detection Undecided(std::string path, std::string reason) {
    Detection detection;
    detection.missing.push_back({std::move(path), std::move(reason)});
    return detection;
  }
};

using Detector = Detection (*)(const Hearing&);

}  // namespace referee

#endif  // REFEREE_SRC_ATTRIBUTION_HEARING_H_
