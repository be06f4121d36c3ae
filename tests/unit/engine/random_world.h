// Small worlds of records and submissions drawn at random from a fixed seed: a handful of companies
// that share names, domains and people, several partners who claim them, and every kind of record
// that a conflict reads.

#ifndef REFEREE_TESTS_UNIT_ENGINE_RANDOM_WORLD_H_
#define REFEREE_TESTS_UNIT_ENGINE_RANDOM_WORLD_H_

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "src/base/instant.h"

namespace referee::testing {

struct World {
  std::vector<std::string> records;      // One JSON document each.
  std::vector<std::string> submissions;  // In the order of their receipt numbers.
};

class WorldMaker {
 public:
  explicit WorldMaker(std::uint32_t seed) : random_(seed) {}

  World Make() {
    AddDirectory();
    for (int i = 0; i < kCompanies; ++i) AddCompany(i);
    const int submissions = 4 + Below(5);
    for (int i = 0; i < submissions; ++i) AddSubmission(i);
    return std::move(world_);
  }

  // Records that have nothing to do with the party of any submission.
  static std::vector<std::string> Unrelated(std::uint32_t seed, int count) {
    std::mt19937 random(seed);
    std::vector<std::string> records;
    for (int i = 0; i < count; ++i) {
      const std::string n = std::to_string(i);
      const std::string word = Word(random);
      records.push_back(R"({"type":"account","id":"z-a)" + n + R"(","name":")" + word + " " +
                        Word(random) + R"( Oy","domains":[")" + word + n +
                        R"(.test"],"address":{"country":"FI"},"owner":"u-other"})");
      records.push_back(R"({"type":"contact","id":"z-c)" + n + R"(","first_name":")" +
                        Word(random) + R"(","last_name":")" + Word(random) + R"(","emails":["x)" +
                        n + "@" + word + n + R"(.test"],"company_id":"z-a)" + n + R"("})");
      records.push_back(R"({"type":"deal_registration","id":"z-d)" + n +
                        R"(","partner_id":"p-far","company_id":"z-a)" + n +
                        R"(","status":"approved","submitted_at":"2026-05-01T00:00:00Z"})");
    }
    return records;
  }

 private:
  static constexpr int kCompanies = 4;
  static constexpr std::string_view kNames[kCompanies] = {"Falkenried Werke", "Norrland Timber",
                                                          "Quinta do Vale", "Brightwater Labs"};
  static constexpr std::string_view kDomains[kCompanies] = {
      "falkenried.example", "norrland.example", "quinta.example", "brightwater.example"};
  static constexpr std::string_view kPeople[kCompanies] = {"Jonas Weber", "Ida Lindqvist",
                                                           "Rui Tavares", "Ada Whitcombe"};
  static constexpr std::string_view kPartners[4] = {"p-a", "p-b", "p-c", "p-d"};

  static std::string Word(std::mt19937& random) {
    constexpr std::string_view kSyllables[12] = {"ka",  "ro",  "mi",  "tu", "sel", "vo",
                                                 "pan", "dri", "lek", "bu", "nor", "zi"};
    std::string word;
    for (int i = 0; i < 4; ++i) word += kSyllables[random() % 12];
    word[0] = static_cast<char>(word[0] - 'a' + 'A');
    return word;
  }

  int Below(int bound) { return static_cast<int>(random_() % static_cast<std::uint32_t>(bound)); }
  bool Chance(int percent) { return Below(100) < percent; }
  template <std::size_t kSize>
  std::string Pick(const std::string_view (&list)[kSize]) {
    return std::string(list[Below(static_cast<int>(kSize))]);
  }
  std::string Any(std::initializer_list<std::string_view> list) {
    return std::string(list.begin()[Below(static_cast<int>(list.size()))]);
  }

  // An instant at most `days` before or after 2026-06-01, on a whole second.
  std::string When(int from_days, int to_days) {
    const Instant base = *ParseInstant("2026-06-01T10:00:00Z");
    const int days = from_days + Below(to_days - from_days + 1);
    return FormatInstant(base.PlusSeconds(std::int64_t{days} * 86400 + Below(86400)));
  }

  std::string NextId(std::string_view prefix) {
    return std::string(prefix) + std::to_string(++last_id_);
  }

  void AddDirectory() {
    for (const std::string_view id : kPartners) {
      std::string line = R"({"type":"partner","id":")" + std::string(id) + R"(","name":"Partner )" +
                         std::string(id) + R"(","program_status":[{"status":")" +
                         Any({"active", "active", "active", "suspended"}) +
                         R"("}],"referral_codes":["CODE-)" + std::string(id) +
                         R"("],"partner_manager":"u-maya","users":[{"id":"pu-)" + std::string(id) +
                         R"("},{"id":"pv-)" + std::string(id) + R"("}])";
      if (id == "p-d" && Chance(50)) line += R"(,"parent_partner_id":"p-a")";
      if (Chance(20)) line += R"(,"territories":["t-1"])";
      world_.records.push_back(line + "}");
    }
    world_.records.push_back(
        R"({"type":"territory","id":"t-1","countries":["DE","SE"],"owner":"u-sam"})");
    world_.records.push_back(
        R"({"type":"user","id":"u-maya","roles":["partner_manager"],"active":true})");
    world_.records.push_back(
        R"({"type":"user","id":"u-sam","roles":["sales_owner"],"active":true})");
  }

  void AddCompany(int i) {
    const std::string n = std::to_string(i);
    const std::string account = "a-" + n;
    const int copies = Chance(25) ? 2 : 1;
    for (int copy = 0; copy < copies; ++copy) {
      std::string line = R"({"type":"account","id":")" + account + (copy == 0 ? "" : "x") +
                         R"(","name":")" + std::string(kNames[i]) + R"( AG","domains":[")" +
                         std::string(kDomains[i]) + R"("],"owner":")" + Any({"u-sam", "u-tom"}) +
                         R"(","kind":")" + Any({"prospect", "prospect", "customer"}) +
                         R"(","created_at":")" + When(-700, -400) + '"';
      if (Chance(20)) line += R"(,"named_account":{"list_id":"house","owner":"u-sam"})";
      if (Chance(20)) line += R"(,"partner_of_record":")" + Pick(kPartners) + '"';
      if (Chance(20)) line += R"(,"contract_ends_at":")" + When(-50, 200) + '"';
      if (Chance(20)) {
        line += R"(,"open_issues":[{"id":"i","kind":"support","severity":")" +
                Any({"low", "medium", "high"}) + R"(","since":")" + When(-20, 5) + R"("}])";
      }
      world_.records.push_back(line + "}");
    }
    world_.records.push_back(R"({"type":"contact","id":"c-)" + n + R"(","full_name":")" +
                             std::string(kPeople[i]) + R"(","emails":["contact@)" +
                             std::string(kDomains[i]) + R"("],"company_id":")" + account +
                             R"(","created_at":")" + When(-300, -1) + R"("})");
    for (int k = Below(4); k > 0; --k) AddLead(i);
    for (int k = Below(4); k > 0; --k) AddRegistration(account);
    for (int k = Below(3); k > 0; --k) AddOpportunity(account);
    for (int k = Below(5); k > 0; --k) AddTouch(i, account);
    if (Chance(30)) {
      world_.records.push_back(R"({"type":"reward","id":")" + NextId("w-") + R"(","company_id":")" +
                               account + R"(","partner_id":")" + Pick(kPartners) +
                               R"(","status":")" + Any({"paid", "held", "approved"}) +
                               R"(","at":")" + When(-60, 5) + R"("})");
    }
  }

  void AddLead(int i) {
    const std::string id = NextId("l-");
    std::string line = R"({"type":"lead","id":")" + id + R"(","full_name":")" +
                       std::string(kPeople[i]) + R"(","emails":["contact@)" +
                       std::string(kDomains[i]) + R"("],"company":{"name":")" +
                       std::string(kNames[i]) + R"("},"lead_source":")" +
                       Any({"webinar", "partner", "list", "Partner Referral"}) +
                       R"(","owner":"u-sam","created_at":")" + When(-250, 3) +
                       R"(","last_activity_at":")" + When(-120, 5) + R"("})";
    world_.records.push_back(line);
    if (!Chance(40)) return;
    world_.records.push_back(R"({"type":"merge","id":")" + NextId("m-") +
                             R"(","of":"lead","winner_id":")" + id + R"(","at":")" + When(-60, 2) +
                             R"(","loser":{"id":")" + NextId("gone-") + R"(","partner_id":")" +
                             Pick(kPartners) + R"(","created_at":")" + When(-400, -200) + R"("}})");
  }

  void AddRegistration(const std::string& account) {
    std::string line = R"({"type":"deal_registration","id":")" + NextId("d-") +
                       R"(","partner_id":")" + Pick(kPartners) + R"(","company_id":")" + account +
                       R"(","product_families":[")" + Any({"erp", "erp", "crm"}) +
                       R"("],"status":")" +
                       Any({"approved", "submitted", "withdrawn", "expired", "rejected"}) +
                       R"(","submitted_at":")" + When(-150, -2) + '"';
    if (Chance(60)) line += R"(,"decided_at":")" + When(-100, 2) + '"';
    if (Chance(40)) line += R"(,"expires_at":")" + When(-40, 60) + '"';
    if (Chance(30)) {
      line += R"(,"extensions":[{"requested_at":")" + When(-50, 0) + '"';
      if (Chance(60)) line += R"(,"until":")" + When(-5, 80) + '"';
      line += "}]";
    }
    world_.records.push_back(line + "}");
  }

  void AddOpportunity(const std::string& account) {
    world_.records.push_back(
        R"({"type":"opportunity","id":")" + NextId("o-") + R"(","company_id":")" + account +
        R"(","name":"Deal","is_closed":)" + Any({"false", "false", "true"}) + R"(,"created_at":")" +
        When(-200, 2) + R"(","last_activity_at":")" + When(-200, 2) + R"(","opportunity_type":")" +
        Any({"new", "renewal"}) + R"(","owner":")" + Any({"u-sam", "u-tom"}) + R"("})");
  }

  void AddTouch(int i, const std::string& account) {
    std::string line =
        R"({"type":"touch","id":")" + NextId("t-") + R"(","kind":")" +
        Any({"webinar", "form", "call_mention", "link_click", "outbound", "email_intro"}) +
        R"(","at":")" + When(-200, 2) + R"(","person_id":"c-)" + std::to_string(i) +
        R"(","company_id":")" + account + R"(","by":")" + Any({"prospect", "vendor", "partner"}) +
        '"';
    if (Chance(50)) line += R"(,"partner_id":")" + Pick(kPartners) + '"';
    world_.records.push_back(line + "}");
  }

  void AddSubmission(int number) {
    const int i = Below(kCompanies);
    const std::string partner = Pick(kPartners);
    const std::string received = When(-3, 3);
    std::string line =
        R"({"type":"submission","id":"s-)" + std::to_string(number) + R"(","channel":")" +
        Any({"portal", "email", "link"}) + R"(","intent":")" +
        Any({"referral", "referral", "mention", "introduction", "deal_registration", "reward_claim",
             "status_query"}) +
        R"(","partner_id":")" + partner + R"(","submitted_by":")" + Any({"pu-", "pv-"}) + partner +
        R"(","received_at":")" + received + R"(","lead":{"full_name":")" + std::string(kPeople[i]) +
        R"(","last_name":"X","emails":["contact@)" + std::string(kDomains[i]) +
        R"("]},"company":{"name":")" + std::string(kNames[i]) + R"( AG","domains":[")" +
        std::string(kDomains[i]) +
        R"("],"industry":"manufacturing","employees":120},"need":"ERP")" +
        R"(,"urgency":"this_quarter","region":"DE","product_interest":[")" +
        Any({"erp", "erp", "crm"}) + R"("],"amount":{"minor":5000000,"currency":"EUR"})" +
        R"(,"introduction_path":"project","consent":{"basis":"consent","share_forward":true,)" +
        R"("contact":)" + Any({"true", "true", "false"}) + R"(,"report_back":true})";
    if (Chance(40))
      line += R"(,"evidence":[{"id":"e-1","kind":"email","at":")" + When(-60, 2) + R"(","hash":")" +
              Any({"h:1", "h:2"}) + R"("}])";
    if (Chance(15)) {
      line += R"(,"customer_choice":{"partner_id":")" + Pick(kPartners) +
              R"(","by":"decision_maker","at":")" + When(-20, -1) + R"("})";
    }
    world_.submissions.push_back(line + "}");
  }

  std::mt19937 random_;
  World world_;
  int last_id_ = 0;
};

}  // namespace referee::testing

#endif  // REFEREE_TESTS_UNIT_ENGINE_RANDOM_WORLD_H_
