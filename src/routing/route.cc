#include "src/routing/route.h"

#include <algorithm>
#include <string>

#include "src/routing/business_hours.h"

namespace referee {
namespace {

bool Contains(const TextList& list, std::string_view value) {
  return std::find(list.get().begin(), list.get().end(), value) != list.get().end();
}

// The territory of the party's place at receipt: the highest priority, then the smallest id.
const Territory* TerritoryOf(const Case& the_case) {
  const std::string country = the_case.party.company.address->country.get();
  const Territory* best = nullptr;
  for (const auto& territory : the_case.records.ScanTerritories()) {
    if (!Covers(territory->valid, the_case.receipt) || country.empty()) continue;
    if (territory->countries.get().empty() || !Contains(territory->countries, country)) continue;
    the_case.records.NoteFound(RecordType::kTerritory, territory->id);
    if (best == nullptr || territory->priority.get() > best->priority.get()) {
      best = territory.get();
    }
  }
  return best;
}

// Walks the candidates for one seat until somebody can take it; notes every skip.
class Seat {
 public:
  Seat(const Case& the_case, Route* route) : case_(the_case), route_(route) {}

  // True when `owner` (or the backup of an inactive one) takes the seat.
  bool Try(const Text& owner, std::string_view why, std::string* seat) {
    if (!owner.has()) return false;
    const User* user = case_.records.FindUser(*owner);
    if (user == nullptr) {
      Note(why, *owner, "is not a known user");
      return false;
    }
    if (!user->active.has() || *user->active) {
      *seat = user->id;
      Note(why, user->id, "is proposed");
      return true;
    }
    const User* backup =
        user->backup_user.has() ? case_.records.FindUser(*user->backup_user) : nullptr;
    if (backup != nullptr && (!backup->active.has() || *backup->active)) {
      *seat = backup->id;
      Note(why, user->id, "is not active: " + backup->id + " stands in");
      return true;
    }
    Note(why, user->id, "is not active and nobody stands in");
    return false;
  }

 private:
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
  route.due =
      FormatInstant(AfterWorkingHours(owner, the_case.as_of, policy.parameters().owner_sla_hours));
  return route;
}

}  // namespace referee
