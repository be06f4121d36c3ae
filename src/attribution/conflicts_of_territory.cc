// Where the partner may sell, against where the company is and what it does.

#include <algorithm>
#include <optional>

#include "src/attribution/detectors.h"
#include "src/attribution/facts.h"
#include "src/attribution/scope.h"
#include "src/base/text.h"
#include "src/normalize/address.h"
#include "src/normalize/unicode.h"

namespace referee {
namespace {

// The company's place and trade as the case knows them; "" for what is unknown.
struct Place {
  std::string country, region, postal, industry;
  Fact country_fact, industry_fact;
};

// Subdivisions compare without case: "by" is "BY".
std::string UpperAscii(std::string_view text) {
  std::string upper(TrimAscii(text));
  for (char& c : upper) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return upper;
}

// The region of a submission names a country ("DE"), a subdivision of one ("DE-BY", or "BY" where
// the address beside it says so) or neither.
void ReadRegion(std::string_view region, const Address& own, const TableOverrides* overrides,
                Place* place) {
  const std::string upper = UpperAscii(region);
  const bool is_subdivision = own.country.has() && own.region.has() &&
                              UpperAscii(*own.region) == upper && UpperAscii(*own.country) != upper;
  if (is_subdivision) return;
  place->country = NormalizeCountry(region, overrides);
  const std::size_t dash = upper.find('-');
  if (!place->country.empty() || dash == std::string::npos) return;
  place->country = NormalizeCountry(upper.substr(0, dash), overrides);
  if (!place->country.empty()) place->region = upper.substr(dash + 1);
}

RecordRef OriginOf(const Case& the_case, std::string_view path) {
  for (const MergedParty::Origin& origin : the_case.party.origins) {
    if (origin.path == path) return origin.record;
  }
  return SubmissionRef(the_case.submission);
}

// The submission's own address goes before the account's; its region before both.
Place PlaceOf(const Case& the_case) {
  Place place;
  const TableOverrides* overrides = the_case.records.tables().get();
  const Submission& submission = the_case.submission;
  const Address& own = submission.company->address.get();
  const Address& known = the_case.party.company.address.get();
  const Address& address = own.country.has() ? own : known;
  if (submission.region.has()) {
    ReadRegion(*submission.region, own, overrides, &place);
    if (!place.country.empty()) {
      place.country_fact = TextFact("region", *submission.region, SubmissionRef(submission));
    }
  }
  if (place.country.empty() && address.country.has()) {
    place.country = NormalizeCountry(*address.country, overrides);
    const RecordRef origin = own.country.has() ? SubmissionRef(submission)
                                               : OriginOf(the_case, "company.address.country");
    place.country_fact = TextFact("company.address.country", *address.country, origin);
  }
  const bool is_there =
      !address.country.has() || NormalizeCountry(*address.country, overrides) == place.country;
  if (is_there && place.region.empty() && address.region.has()) {
    place.region = UpperAscii(*address.region);
  }
  if (is_there && address.postal.has()) place.postal = Alphanumeric(FoldedText(*address.postal));
  const Text& industry = submission.company->industry.has() ? submission.company->industry
                                                            : the_case.party.company.industry;
  if (industry.has()) {
    place.industry = FoldedText(*industry);
    const RecordRef origin = submission.company->industry.has()
                                 ? SubmissionRef(submission)
                                 : OriginOf(the_case, "company.industry");
    place.industry_fact = TextFact("company.industry", *industry, origin);
  }
  return place;
}

bool Lists(const TextList& list, std::string_view value) {
  return std::any_of(list->begin(), list->end(), [&](const std::string& entry) {
    return FoldedText(entry) == FoldedText(value);
  });
}

bool ListsCountry(const TextList& countries, std::string_view country,
                  const TableOverrides* overrides) {
  return std::any_of(countries->begin(), countries->end(), [&](const std::string& entry) {
    return NormalizeCountry(entry, overrides) == country;
  });
}

// "DE-BY" and "BY" name the same subdivision of DE.
bool ListsRegion(const TextList& regions, const Place& place) {
  return Lists(regions, place.region) || Lists(regions, place.country + "-" + place.region);
}

bool StartsWithAny(const TextList& prefixes, std::string_view postal) {
  return std::any_of(prefixes->begin(), prefixes->end(), [&](const std::string& prefix) {
    const std::string normal = Alphanumeric(FoldedText(prefix));
    return postal.substr(0, normal.size()) == normal;
  });
}

enum class Inside : std::uint8_t { kNo, kYes, kCountryUnknown, kOtherUnknown };

// An empty list is any place or trade.
Inside IsInside(const Territory& territory, const Place& place, const TableOverrides* overrides) {
  Inside inside = Inside::kYes;
  if (!territory.industries->empty()) {
    if (place.industry.empty()) {
      inside = Inside::kOtherUnknown;
    } else if (!Lists(territory.industries, place.industry)) {
      return Inside::kNo;
    }
  }
  if (!territory.regions->empty()) {
    if (place.region.empty()) {
      inside = Inside::kOtherUnknown;
    } else if (!place.country.empty() && !ListsRegion(territory.regions, place)) {
      return Inside::kNo;
    }
  }
  if (!territory.postal_prefixes->empty()) {
    if (place.postal.empty()) {
      inside = Inside::kOtherUnknown;
    } else if (!place.country.empty() && !StartsWithAny(territory.postal_prefixes, place.postal)) {
      return Inside::kNo;
    }
  }
  if (territory.countries->empty()) return inside;
  if (place.country.empty()) return Inside::kCountryUnknown;
  return ListsCountry(territory.countries, place.country, overrides) ? inside : Inside::kNo;
}

struct Standing {
  bool is_outside = false;
  bool country_unknown = false;
  std::vector<const Territory*> territories;
};

// Outside all territories that are valid at receipt.  Territories that nobody knows say nothing.
Standing JudgeTerritories(const Hearing& hearing, const Partner& partner, const Place& place) {
  Standing standing;
  bool may_be_inside = false;
  const TableOverrides* overrides = hearing.the_case.records.tables().get();
  for (const std::string& id : partner.territories.get()) {
    const Territory* territory = hearing.the_case.records.FindTerritory(id);
    if (territory == nullptr) {
      may_be_inside = true;
      continue;
    }
    standing.territories.push_back(territory);
    if (!Covers(territory->valid, hearing.receipt())) continue;
    const Inside inside = IsInside(*territory, place, overrides);
    if (inside == Inside::kYes) return {};
    standing.country_unknown = standing.country_unknown || inside == Inside::kCountryUnknown;
    may_be_inside = may_be_inside || inside == Inside::kOtherUnknown;
  }
  standing.is_outside =
      !standing.territories.empty() && !standing.country_unknown && !may_be_inside;
  return standing;
}

bool IsOutsideVerticals(const Partner& partner, const Place& place) {
  return !partner.verticals->empty() && !place.industry.empty() &&
         !Lists(partner.verticals, place.industry);
}

Fact VerticalsFact(const Partner& partner) {
  return TextFact("verticals", Join(*partner.verticals, ", "), {"partner", partner.id});
}

}  // namespace

Detection DetectTerritoryMismatch(const Hearing& hearing) {
  const Partner* partner = hearing.partner();
  if (partner == nullptr) return {};
  const Place place = PlaceOf(hearing.the_case);
  const Standing standing = JudgeTerritories(hearing, *partner, place);
  const bool outside_verticals = IsOutsideVerticals(*partner, place);
  if (!standing.is_outside && !outside_verticals) {
    if (!standing.country_unknown) return {};
    return Detection::Undecided("company.address.country", "absent");
  }
  ConflictBuilder builder(ConflictKind::kTerritoryMismatch);
  if (standing.is_outside) {
    builder.Add(
        TextFact("territories", Join(*partner->territories, ", "), {"partner", partner->id}));
    if (!place.country_fact.path.empty()) builder.Add(place.country_fact);
    for (const Territory* territory : standing.territories) {
      builder.Add(TextFact("countries", Join(*territory->countries, ", "),
                           {"territory", territory->id}, territory->valid.from->text));
    }
  }
  if (outside_verticals) builder.Add(VerticalsFact(*partner)).Add(place.industry_fact);
  if (hearing.timeline.Subject() != nullptr) builder.Claims(hearing.timeline.Subject()->claim);
  return builder.Build(
      outside_verticals && !standing.is_outside
          ? "It would fall away if one of the partner's verticals were the company's "
            "industry."
          : "It would fall away if one of the partner's " +
                std::to_string(standing.territories.size()) +
                " territories valid at receipt covered the company's place and "
                "industry.");
}

}  // namespace referee
