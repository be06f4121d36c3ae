#include "src/routing/route.h"

#include <algorithm>
#include <string>

#include "src/routing/business_hours.h"
#include "src/routing/territory_choice.h"

namespace referee {
namespace {

// Walks the candidates for one seat until somebody can take it; notes every skip.
class Seat {
 public:
  Seat(const Case& the_case, Route* route) : case_(the_case), route_(route) {}

  // True when `owner` (or the backup of one who is not there) takes the seat.
  bool Try(const Text& owner, std::string_view why, std::string* seat) {
    if (!owner.has()) return false;
    const User* user = case_.records.FindUser(*owner);
    if (user == nullptr) {
      Note(why, *owner, "is not a known user");
      return false;
    }
    const std::string_view absence = AbsenceOf(*user);
    if (absence.empty()) {
      *seat = user->id;
      Note(why, user->id, "is proposed");
      return true;
    }
    std::string what(absence);
    const User* backup =
        user->backup_user.has() ? case_.records.FindUser(*user->backup_user) : nullptr;
    if (backup != nullptr && AbsenceOf(*backup).empty()) {
      *seat = backup->id;
      Note(why, user->id, what + ": " + backup->id + " stands in");
      return true;
    }
    Note(why, user->id, what + " and nobody stands in");
    return false;
  }

 private:
  // Why the user cannot take a seat now, or "".
  std::string_view AbsenceOf(const User& user) const {
    if (user.active.has() && !*user.active) return "is not active";
    return IsOutOfOffice(user, case_.as_of) ? "is out of office" : std::string_view();
  }

  void Note(std::string_view why, std::string_view who, std::string_view what) {
    std::string reason(why);
    reason += ": ";
    reason += who;
    reason += ' ';
    reason += what;
    route_->reasons.push_back(std::move(reason));
  }

  const Case& case_;
  Route* route_;
};

void ProposeSalesOwner(const Case& the_case, Seat& seat, Route* route) {
  for (const auto& known : the_case.opportunities) {
    const bool open = known.record.is_closed.has() && !*known.record.is_closed;
    if (known.best() == Band::kSame && open &&
        seat.Try(known.record.owner, "owner of the open opportunity", &route->sales_owner)) {
      return;
    }
  }
  for (const auto& known : the_case.accounts) {
    if (known.company == Band::kSame &&
        seat.Try(known.record.owner, "owner of the account", &route->sales_owner)) {
      return;
    }
  }
  const Territory* territory = TerritoryOf(the_case);
  if (territory != nullptr) {
    seat.Try(territory->owner, "owner of territory " + territory->id, &route->sales_owner);
  }
}

}  // namespace

Route ProposeRoute(const Policy& policy, const Case& the_case) {
  Route route;
  Seat seat(the_case, &route);
  ProposeSalesOwner(the_case, seat, &route);
  if (const Partner* partner = the_case.source.partner; partner != nullptr) {
    if (!seat.Try(partner->partner_owner, "partner owner", &route.partner_owner)) {
      seat.Try(partner->partner_manager, "partner manager", &route.partner_owner);
    }
    if (!seat.Try(partner->feedback_owner, "feedback owner", &route.feedback_owner)) {
      seat.Try(partner->partner_manager, "partner manager", &route.feedback_owner);
    }
  }
  if (route.sales_owner.empty()) {
    route.queue = policy.queue();
    route.reasons.push_back("no sales owner is known: the queue " + policy.queue() + " takes it");
  }
  const User* owner =
      route.sales_owner.empty() ? nullptr : the_case.records.FindUser(route.sales_owner);
  if (owner != nullptr && !KnowsTimeZone(*owner)) {
    route.reasons.push_back("the time zone of " + owner->id +
                            " is not known: its opening hours are read in UTC");
  }
  route.due = FormatInstant(AfterWorkingHours(owner, the_case.as_of, policy.SlaHours("owner")));
  return route;
}

}  // namespace referee
