#include "bench/data.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "bench/dice.h"
#include "bench/json_text.h"
#include "bench/words.h"

namespace referee::bench {
namespace {

// Streams of numbers: one a kind of thing.
enum Stream : std::uint64_t {
  kCompanies,
  kPeople,
  kAccounts,
  kContacts,
  kLeads,
  kOpportunities,
  kRegistrations,
  kSubmissions,
  kDirectory,
};

// How names spread: a common family name is borne by 0.8 % of people, a common given name by 2 %.
constexpr std::size_t kGivenNames = 2'000, kFamilyNames = 60'000, kBrands = 40'000;
constexpr double kGivenFlat = 10, kFamilyFlat = 15, kBrandFlat = 60;

constexpr double kTypingErrors = 0.02, kMissingPhones = 0.3, kMissingMail = 0.1;
constexpr double kAccountsTwice = 0.08, kContactsTwice = 0.05, kFamilies = 0.12;

constexpr std::size_t kPieceBytes = 4u << 20;

constexpr std::string_view kFreeMail[] = {"gmail.com", "outlook.com", "yahoo.com", "gmx.de"};
constexpr std::string_view kFamiliesOfProducts[] = {"erp", "crm", "analytics", "security"};

// One letter left out, doubled or swapped with the next.  ASCII letters only.
std::string WithTypingError(std::string text, Dice& dice) {
  if (text.size() < 4) return text;
  const std::size_t at = 1 + dice.Below(text.size() - 2);
  const auto is_letter = [&](std::size_t i) { return (text[i] | 0x20) >= 'a' && text[i] >= 0; };
  if (!is_letter(at) || !is_letter(at + 1)) return text;
  switch (dice.Below(3)) {
    case 0: text.erase(at, 1); break;
    case 1: text.insert(at, 1, text[at]); break;
    default: std::swap(text[at], text[at + 1]);
  }
  return text;
}

std::string Name(const std::string& name, Dice& dice) {
  return dice.Chance(kTypingErrors) ? WithTypingError(name, dice) : name;
}

// A day between 2022-01-01 and 2026-10-28, later ones more often.
std::string Day(Dice& dice) {
  const std::size_t months_ago = dice.Skewed(58);
  const std::size_t month = 57 - months_ago;
  std::string day = std::to_string(2022 + month / 12) + '-';
  Append2(month % 12 + 1, day);
  day += '-';
  Append2(1 + dice.Below(28), day);
  return day;
}

std::string Time(Dice& dice) {
  std::string time = Day(dice) + 'T';
  Append2(dice.Below(24), time);
  time += ':';
  Append2(dice.Below(60), time);
  return time + ":00Z";
}

std::string Product(Dice& dice) { return std::string(kFamiliesOfProducts[dice.Below(4)]); }

// The member "company" and what goes with it in a lead or a submission.
std::string CompanyObject(const CompanyTruth& company, Dice& dice) {
  JsonObject address;
  address.Text("city", company.city).Text("country", CountryAt(company.country).code);
  JsonObject object;
  std::string name = Name(company.name, dice);
  if (dice.Chance(0.6)) name += ' ' + company.legal_form;
  object.Text("name", name);
  if (dice.Chance(0.7)) object.Texts("domains", {company.domain});
  object.Raw("address", address.Done());
  if (dice.Chance(0.5)) object.Text("industry", company.industry);
  if (dice.Chance(0.4)) object.Number("employees", company.employees);
  return object.Done();
}

void AddPerson(const PersonTruth& person, Dice& dice, JsonObject* object) {
  object->Text("first_name", Name(person.given, dice));
  object->Text("last_name", Name(person.family, dice));
  if (!dice.Chance(kMissingMail)) object->Texts("emails", {person.email});
  if (!dice.Chance(kMissingPhones)) object->Texts("phones", {person.phone});
  object->Text("title", person.title);
}

}  // namespace

World::World(const WorldOptions& options) : options_(options) {
  const std::size_t n = options.records;
  accounts_ = n * 16 / 100;
  contacts_ = n * 44 / 100;
  leads_ = n * 24 / 100;
  opportunities_ = n * 11 / 100;
  registrations_ = n - accounts_ - contacts_ - leads_ - opportunities_;
  companies_ = static_cast<std::size_t>(static_cast<double>(accounts_) * (1 - kAccountsTwice));
  people_ = static_cast<std::size_t>(static_cast<double>(contacts_) * (1 - kContactsTwice));
  partners_ = std::clamp<std::size_t>(n / 500, 20, 2'000);
  users_ = std::clamp<std::size_t>(n / 5'000, 20, 200);
}

CompanyTruth World::Company(std::size_t number) const {
  Dice dice(options_.seed, kCompanies, number);
  CompanyTruth company;
  company.number = company.parent = number;
  const std::size_t brand = dice.Rank(kBrands, kBrandFlat);
  const Trade& trade = TradeAt(dice.Below(TradeCount()));
  company.country = dice.Rank(CountryCount(), 2);
  const Country& country = CountryAt(company.country);
  company.name = BrandName(brand) + ' ' + std::string(trade.word);
  company.legal_form = country.legal_forms[dice.Rank(3, 1)];
  company.industry = trade.industry;
  company.city = country.cities[dice.Rank(6, 2)];
  company.street = FamilyName(dice.Rank(3'000, 20)) + std::string(country.street_suffix) + ' ' +
                   std::to_string(1 + dice.Below(120));
  company.postal = std::to_string(10'000 + dice.Rank(80'000, 500));
  company.phone = std::string(country.dial) + ' ' + std::to_string(20 + dice.Below(70)) + ' ' +
                  std::to_string(1'000'000 + dice.Below(9'000'000));
  company.employees = 3 + dice.Rank(80'000, 40);
  company.domain = Slug(company.name) + '-' + std::to_string(number) + ".example";
  if (number > 0 && number < companies_ && dice.Chance(kFamilies)) {
    // A subsidiary bears its parent's name; a branch has its domain and switchboard too.
    company.parent = dice.Skewed(number);
    const CompanyTruth parent = Company(company.parent);
    const bool is_branch = dice.Chance(0.4);
    company.name =
        is_branch ? parent.name + ' ' + company.city
                  : parent.name.substr(0, parent.name.find(' ')) + ' ' + std::string(trade.word);
    if (is_branch) company.domain = parent.domain;
    if (is_branch) company.phone = parent.phone;
  }
  return company;
}

PersonTruth World::Person(std::size_t number) const {
  Dice dice(options_.seed, kPeople, number);
  PersonTruth person;
  person.number = number;
  person.company = dice.Skewed(companies_);
  // People without a contact work anywhere, half of them where nobody is known.
  if (number >= people_ && dice.Chance(0.5)) person.company = companies_ + number;
  person.given = GivenName(dice.Rank(kGivenNames, kGivenFlat));
  person.family = FamilyName(dice.Rank(kFamilyNames, kFamilyFlat));
  const CompanyTruth company = Company(person.company);
  const std::string given = Slug(person.given), family = Slug(person.family);
  const bool has_free_mail = dice.Chance(0.06);
  std::string local = dice.Chance(0.7) ? given + '.' + family : given.substr(0, 1) + family;
  // Who bears a common name needs a number at a big mail provider.
  if (has_free_mail) local += std::to_string(dice.Below(1'000));
  person.email =
      local + '@' + (has_free_mail ? std::string(kFreeMail[dice.Below(4)]) : company.domain);
  person.phone = dice.Chance(0.08) ? company.phone
                                   : std::string(CountryAt(company.country).dial) + ' ' +
                                         std::to_string(150 + dice.Below(30)) + ' ' +
                                         std::to_string(1'000'000 + dice.Below(9'000'000));
  person.title = TitleAt(dice.Below(TitleCount()));
  return person;
}

std::size_t World::PartnerFor(std::uint64_t kind, std::size_t i) const {
  Dice dice(options_.seed, 100 + kind, i);
  return dice.Skewed(partners_);
}

std::string World::Directory() const {
  std::string lines;
  for (std::size_t i = 0; i < users_; ++i) {
    JsonObject user;
    user.Text("type", "user").Text("id", "u-" + std::to_string(i));
    user.Text("name", GivenName(i % 60) + ' ' + FamilyName(i));
    user.Text("email", "user" + std::to_string(i) + "@vendor.example");
    user.Texts("roles", {i % 4 == 0 ? "partner_manager" : "sales_owner"}).Raw("active", "true");
    user.Raw("capacity", R"({"open_max":40})").Number("open_count", i % 30);
    lines += user.Done() + '\n';
  }
  for (std::size_t i = 0; i < CountryCount(); ++i) {
    JsonObject territory;
    territory.Text("type", "territory").Text("id", "t-" + std::to_string(i));
    territory.Text("name", CountryAt(i).code).Texts("countries", {CountryAt(i).code});
    territory.Text("owner", "u-" + std::to_string(i)).Number("priority", 10);
    territory.Text("from", "2022-01-01T00:00:00Z");
    lines += territory.Done() + '\n';
  }
  for (std::size_t i = 0; i < partners_; ++i) {
    const std::string id = std::to_string(i);
    JsonObject partner, status, seller;
    status.Text("status", "active").Text("from", "2022-01-01T00:00:00Z").Raw("to", "null");
    seller.Text("id", "pu-" + id).Text("name", "Seller " + FamilyName(i));
    seller.Text("email", "seller@partner" + id + ".example").Text("from", "2022-01-01T00:00:00Z");
    partner.Text("type", "partner").Text("id", "p-" + id);
    partner.Text("name", BrandName(i * 7) + " Partners")
        .Text("tier", i % 5 == 0 ? "gold" : "silver");
    partner.Texts("domains", {"partner" + id + ".example"}).Text("kind", "referral");
    partner.Text("program_id", "prog").Raw("program_status", '[' + status.Done() + ']');
    partner.Text("partner_manager", "u-" + std::to_string(i % users_));
    partner.Text("partner_owner", "u-" + std::to_string((i + 1) % users_));
    partner.Texts("territories", {"t-" + std::to_string(i % CountryCount())});
    partner.Texts("product_families", {"erp", "crm"}).Texts("referral_codes", {"CODE" + id});
    partner.Raw("users", '[' + seller.Done() + ']').Raw("accepts_leads", "true");
    lines += partner.Done() + '\n';
  }
  return lines;
}

std::string World::Account(std::size_t i) const {
  Dice dice(options_.seed, kAccounts, i);
  // The last accounts are second records of companies that have one already.
  const bool is_second = i >= companies_;
  const CompanyTruth company = Company(is_second ? dice.Below(companies_) : i);
  const Country& country = CountryAt(company.country);
  std::string name = is_second && dice.Chance(0.3) ? WithTypingError(company.name, dice)
                                                   : Name(company.name, dice);
  if (!is_second || dice.Chance(0.5)) name += ' ' + company.legal_form;
  JsonObject account;
  account.Text("type", "account").Text("id", "a-" + std::to_string(i)).Text("name", name);
  if (!is_second || dice.Chance(0.6)) {
    account.Texts("domains", {company.domain}).Text("website", "https://www." + company.domain);
  }
  if (!dice.Chance(kMissingPhones)) account.Texts("phones", {company.phone});
  if (company.parent != company.number) {
    account.Text("parent_id", "a-" + std::to_string(company.parent));
  }
  JsonObject address;
  address.Text("line1", company.street).Text("city", company.city);
  address.Text("postal", company.postal).Text("country", country.code);
  account.Raw("address", address.Done()).Text("industry", company.industry);
  account.Number("employees", company.employees);
  account.Text("kind", dice.Chance(0.2) ? "customer" : "prospect").Text("segment", "mid_market");
  account.Text("owner", "u-" + std::to_string(dice.Below(users_)));
  account.Text("territory", "t-" + std::to_string(company.country));
  account.Text("created_at", Time(dice)).Text("last_activity_at", Time(dice));
  return account.Done();
}

std::string World::Contact(std::size_t i) const {
  Dice dice(options_.seed, kContacts, i);
  const PersonTruth person = Person(i < people_ ? i : dice.Below(people_));
  JsonObject contact;
  contact.Text("type", "contact").Text("id", "c-" + std::to_string(i));
  AddPerson(person, dice, &contact);
  if (dice.Chance(0.2)) contact.Text("authority", "decision_maker");
  contact.Text("company_id", "a-" + std::to_string(person.company));
  contact.Raw("opt_out", R"({"email":false,"phone":false,"all":false})");
  contact.Text("created_at", Time(dice)).Text("last_activity_at", Time(dice));
  return contact.Done();
}

std::string World::Lead(std::size_t i) const {
  Dice dice(options_.seed, kLeads, i);
  const PersonTruth person = Person(dice.Chance(0.5) ? dice.Below(people_) : people_ + i);
  JsonObject lead;
  lead.Text("type", "lead").Text("id", "l-" + std::to_string(i));
  AddPerson(person, dice, &lead);
  lead.Raw("company", CompanyObject(Company(person.company), dice));
  lead.Text("lead_status", dice.Chance(0.6) ? "open" : "closed");
  lead.Text("lead_source", dice.Chance(0.3) ? "webinar" : "web");
  lead.Text("owner", "u-" + std::to_string(dice.Below(users_)));
  lead.Text("created_at", Time(dice)).Text("last_activity_at", Time(dice));
  return lead.Done();
}

std::string World::Opportunity(std::size_t i) const {
  Dice dice(options_.seed, kOpportunities, i);
  const std::size_t company = dice.Skewed(companies_);
  const bool is_closed = dice.Chance(0.7);
  JsonObject opportunity, amount;
  amount.Number("minor", 100'000 + 1'000 * dice.Below(30'000)).Text("currency", "EUR");
  opportunity.Text("type", "opportunity").Text("id", "o-" + std::to_string(i));
  opportunity.Text("company_id", "a-" + std::to_string(company));
  opportunity.Text("name", Product(dice) + " rollout")
      .Text("stage", is_closed ? "closed" : "proposal");
  opportunity.Text("stage_changed_at", Time(dice)).Raw("is_closed", is_closed ? "true" : "false");
  opportunity.Raw("is_won", is_closed && dice.Chance(0.3) ? "true" : "false");
  opportunity.Raw("amount", amount.Done()).Text("created_at", Time(dice));
  opportunity.Text("last_activity_at", Time(dice)).Text("expected_close", Day(dice));
  opportunity.Text("opportunity_type", "new").Texts("product_families", {Product(dice)});
  opportunity.Text("owner", "u-" + std::to_string(dice.Below(users_)));
  if (dice.Chance(0.25)) {
    JsonObject partner;
    partner.Text("partner_id", "p-" + std::to_string(PartnerFor(kOpportunities, i)));
    partner.Text("role", "source").Raw("primary", "true");
    opportunity.Raw("partners", '[' + partner.Done() + ']');
  }
  return opportunity.Done();
}

std::string World::Registration(std::size_t i) const {
  constexpr std::string_view kStatuses[] = {"approved", "expired", "rejected", "submitted",
                                            "converted"};
  Dice dice(options_.seed, kRegistrations, i);
  JsonObject registration, amount;
  amount.Number("minor", 100'000 + 1'000 * dice.Below(30'000)).Text("currency", "EUR");
  const std::string day = Day(dice);
  registration.Text("type", "deal_registration").Text("id", "d-" + std::to_string(i));
  registration.Text("partner_id", "p-" + std::to_string(PartnerFor(kRegistrations, i)));
  registration.Text("registration_type", "hunting");
  registration.Text("company_id", "a-" + std::to_string(dice.Skewed(companies_)));
  registration.Texts("product_families", {Product(dice)}).Raw("amount", amount.Done());
  registration.Text("status", kStatuses[dice.Rank(5, 2)]).Text("submitted_at", day + "T08:00:00Z");
  registration.Text("complete_at", day + "T09:00:00Z").Text("decided_at", day + "T10:00:00Z");
  registration.Text("window_start", day + "T10:00:00Z");
  return registration.Done();
}

void World::WriteRecords(const std::function<void(std::string_view ndjson)>& sink) const {
  struct Kind {
    std::size_t count;
    std::string (World::*make)(std::size_t) const;
  };
  const Kind kinds[] = {{accounts_, &World::Account},
                        {contacts_, &World::Contact},
                        {leads_, &World::Lead},
                        {opportunities_, &World::Opportunity},
                        {registrations_, &World::Registration}};
  std::string piece;
  for (const Kind& kind : kinds) {
    for (std::size_t i = 0; i < kind.count; ++i) {
      piece += (this->*kind.make)(i);
      piece += '\n';
      if (piece.size() < kPieceBytes) continue;
      sink(piece);
      piece.clear();
    }
  }
  sink(piece);
}

std::string World::Submission(std::size_t i) const {
  Dice dice(options_.seed, kSubmissions, i);
  const double kind = dice.Unit();
  const bool is_query = kind >= 0.98;
  const bool is_repeat = (is_query || (kind >= 0.85 && kind < 0.95)) && i > 0;
  // A party that was brought before is described by the numbers of that submission.
  const std::size_t subject = is_repeat ? i - 1 - dice.Below(std::min<std::size_t>(i, 50)) : i;
  Dice about(options_.seed, kSubmissions + 1'000, subject);
  PersonTruth person;
  const double whom = Dice(options_.seed, kSubmissions, subject).Unit();
  if (whom < 0.30) {
    person = Person(about.Below(people_));
  } else {
    person = Person(people_ + leads_ + subject);
    if (whom < 0.55) person.company = about.Skewed(companies_);
    if (whom >= 0.55 && (whom < 0.73 || whom >= 0.95)) {
      person.company = 2 * (companies_ + people_) + leads_ + subject;
    }
  }
  const CompanyTruth company = Company(person.company);
  const bool is_free_mail = whom >= 0.73 && whom < 0.85;
  person.email = Slug(person.given) + '.' + Slug(person.family) +
                 (is_free_mail ? "@gmail.com" : '@' + company.domain);

  std::string received = "2026-11-";
  Append2(1 + i / 1'000 % 28, received);
  received += 'T';
  Append2(i % 1'000 / 60, received);
  received += ':';
  Append2(i % 60, received);
  received += ":00Z";

  const std::size_t partner = PartnerFor(kSubmissions, i);
  JsonObject submission, lead, consent, amount, evidence;
  submission.Text("type", "submission").Text("id", "s-" + std::to_string(i));
  submission.Text("idempotency_key", "portal:" + std::to_string(i)).Text("channel", "portal");
  submission.Text("intent", is_query ? "status_query" : "referral");
  submission.Text("submitted_by", "pu-" + std::to_string(partner));
  submission.Text("partner_id", "p-" + std::to_string(partner)).Text("program_id", "prog");
  submission.Text("claimed_at", received).Text("received_at", received);
  AddPerson(person, dice, &lead);
  if (dice.Chance(0.7)) lead.Text("authority", "decision_maker");
  submission.Raw("lead", lead.Done());
  if (!is_free_mail || dice.Chance(0.5)) submission.Raw("company", CompanyObject(company, dice));
  submission.Text("need", "Replace a system that is older than the people who know it");
  submission.Text("urgency", "this_quarter").Text("timeline", "2027-Q1");
  submission.Text("region", CountryAt(company.country).code);
  submission.Texts("product_interest", {Product(dice)});
  amount.Number("minor", 500'000 + 10'000 * dice.Below(3'000)).Text("currency", "EUR");
  submission.Raw("amount", amount.Done()).Text("introduction_path", "worked together before");
  submission.Text("relationship", "customer");
  consent.Text("basis", "consent").Raw("share_forward", "true").Raw("contact", "true");
  consent.Raw("report_back", "true").Texts("channels", {"email", "phone"});
  consent.Text("obtained_by", "pu-" + std::to_string(partner)).Text("obtained_at", received);
  submission.Raw("consent", consent.Done());
  evidence.Text("id", "e-" + std::to_string(i)).Text("kind", "email").Text("at", received);
  submission.Raw("evidence", '[' + evidence.Done() + ']');
  return submission.Done();
}

std::vector<std::string> World::Submissions(std::size_t count) const {
  std::vector<std::string> submissions;
  submissions.reserve(count);
  for (std::size_t i = 0; i < count; ++i) submissions.push_back(Submission(i));
  return submissions;
}

std::string CrowdedCompany(std::size_t people) {
  JsonObject account;
  account.Text("type", "account").Text("id", "a-crowd").Text("name", "Crowded Holding AG");
  account.Texts("domains", {"crowded.example"}).Text("created_at", "2024-01-01T00:00:00Z");
  std::string lines = account.Done() + '\n';
  for (std::size_t i = 0; i < people; ++i) {
    Dice dice(7, kContacts, i);
    const std::string given = GivenName(dice.Rank(kGivenNames, kGivenFlat));
    const std::string family = FamilyName(dice.Rank(kFamilyNames, kFamilyFlat));
    const std::string number = std::to_string(i);
    JsonObject person, company;
    const bool is_lead = i % 2 == 1;
    person.Text("type", is_lead ? "lead" : "contact");
    person.Text("id", (is_lead ? "l-crowd-" : "c-crowd-") + number);
    person.Text("first_name", given).Text("last_name", family);
    person.Texts("emails", {Slug(given) + '.' + Slug(family) + number + "@crowded.example"});
    person.Texts("phones", {"+49 40 1234567"});
    if (is_lead) {
      company.Text("name", "Crowded Holding").Texts("domains", {"crowded.example"});
      person.Raw("company", company.Done()).Text("lead_status", "open");
    } else {
      person.Text("company_id", "a-crowd");
    }
    person.Text("created_at", "2024-02-01T00:00:00Z");
    lines += person.Done() + '\n';
  }
  JsonObject opportunity, registration;
  opportunity.Text("type", "opportunity").Text("id", "o-crowd").Text("company_id", "a-crowd");
  opportunity.Raw("is_closed", "false").Text("stage", "proposal").Text("owner", "u-1");
  opportunity.Text("created_at", "2026-09-01T00:00:00Z");
  opportunity.Text("last_activity_at", "2026-10-20T00:00:00Z");
  lines += opportunity.Done() + '\n';
  registration.Text("type", "deal_registration").Text("id", "d-crowd").Text("partner_id", "p-1");
  registration.Text("company_id", "a-crowd").Text("registration_type", "hunting");
  registration.Text("status", "approved").Text("submitted_at", "2026-10-01T08:00:00Z");
  registration.Text("complete_at", "2026-10-01T08:00:00Z");
  registration.Text("decided_at", "2026-10-02T08:00:00Z")
      .Text("expires_at", "2026-12-31T08:00:00Z");
  lines += registration.Done() + '\n';
  return lines;
}

std::string CrowdedSubmission() {
  return R"({"type":"submission","id":"s-crowd","intent":"referral","partner_id":"p-2",)"
         R"("program_id":"prog","received_at":"2026-11-10T10:00:00Z","lead":{"first_name":"Ada",)"
         R"("last_name":"Newcomer","emails":["ada.newcomer@crowded.example"]},)"
         R"("company":{"name":"Crowded Holding AG","domains":["crowded.example"]},)"
         R"("need":"A new system","region":"DE","product_interest":["erp"]})";
}

}  // namespace referee::bench
