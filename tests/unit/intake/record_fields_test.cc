#include <doctest/doctest.h>

#include <string>

#include "tests/unit/intake/read_document.h"

TEST_SUITE_BEGIN("intake/record_fields");

namespace referee {
namespace {

using testing::ReadRecord;
using testing::RecordError;
using testing::With;

TEST_CASE("a record has a type that is known and an id") {
  struct Case {
    std::string json, error;
  };
  const Case cases[] = {
      {R"([])", "must be an object, found a list"},
      {R"("account")", "must be an object, found a string"},
      {R"({})", "/type: is required"},
      {R"({"id":"x"})", "/type: is required"},
      {R"({"type":null,"id":"x"})", "/type: must be a string, found null"},
      {R"({"type":7,"id":"x"})", "/type: must be a string, found a number"},
      {R"({"type":"Account","id":"x"})", "/type: must name a record type, found another text"},
      {R"({"type":"","id":"x"})", "/type: must name a record type, found another text"},
      {R"({"type":"submission","id":"x"})", "/type: must name a record type, found another text"},
      {R"({"type":"account"})", "/id: is required"},
      {R"({"type":"account","id":null})", "/id: must be a string, found null"},
      {R"({"type":"account","id":7})", "/id: must be a string, found a number"},
      {R"({"type":"account","id":""})", "/id: must not be blank"},
      {R"({"type":"account","id":"\u3000"})", "/id: must not be blank"},
  };
  for (const Case& test : cases) {
    CAPTURE(test.json);
    CHECK(RecordError(test.json) == test.error);
  }
}

TEST_CASE("every type of record may be no more than its type and its id") {
  for (int i = 0; i < kRecordTypeCount; ++i) {
    const auto type = static_cast<RecordType>(i);
    if (type == RecordType::kSubmission) continue;
    const std::string name(RecordTypeName(type));
    CAPTURE(name);
    const auto record = ReadRecord("{\"type\":\"" + name + "\",\"id\":\"id-1\"}");
    REQUIRE(record.ok());
    CHECK(TypeOf(*record) == type);
    CHECK(IdOf(*record) == "id-1");
  }
}

// The example lines of the contract, section 1, and what each must have become.
TEST_CASE("a partner of the contract is read whole") {
  UnknownMembers unknown;
  const auto record = ReadRecord(
      R"({"type":"partner","id":"p-nova","name":"Nova Cloud GmbH","domains":["novacloud.example"],)"
      R"("kind":"technology","tier":"gold","program_id":"prog","program_status":[{"status":"active",)"
      R"("from":"2025-01-01T00:00:00Z","to":null}],"parent_partner_id":null,"partner_manager":"u-maya",)"
      R"("partner_owner":"u-tom","feedback_owner":"u-maya","territories":["t-dach"],)"
      R"("verticals":["manufacturing"],"product_families":["erp"],"certifications":[{"code":)"
      R"("erp-delivery","expires":"2027-01-31"}],"referral_codes":["NOVA10"],"users":[{"id":"pu-1",)"
      R"("name":"Ira Beck","email":"ira@novacloud.example","from":"2025-01-01T00:00:00Z","to":null}],)"
      R"("payout_identity":"h:91ab","hq":{"lat":52.52,"lon":13.40},"service_area":[{"lat":52.5,)"
      R"("lon":13.4,"radius_km":300}],"capacity":{"open_max":25},"weight":1.0,"accepts_leads":true,)"
      R"("ooo":[]})",
      &unknown);
  REQUIRE(record.ok());
  CHECK(unknown.empty());
  const auto& partner = std::get<Partner>(*record);
  CHECK(*partner.kind == "technology");
  REQUIRE(partner.program_status->size() == 1);
  CHECK(*(*partner.program_status)[0].status == "active");
  CHECK((*partner.program_status)[0].valid.to.presence() == Presence::kNull);
  CHECK(partner.parent_partner_id.presence() == Presence::kNull);
  CHECK(FormatDay((*partner.certifications)[0].expires->day) == "2027-01-31");
  CHECK(*(*partner.users)[0].email == "ira@novacloud.example");
  CHECK(*partner.hq->lon == 13.40);
  CHECK(*(*partner.service_area)[0].radius_km == 300);
  CHECK(*partner.capacity_open_max == 25);
  CHECK(*partner.weight == 1.0);
  CHECK(*partner.accepts_leads);
  CHECK(partner.ooo.has());
}

TEST_CASE("a user and a territory of the contract are read whole") {
  UnknownMembers unknown;
  const auto user = ReadRecord(
      R"({"type":"user","id":"u-maya","name":"Maya Lind","email":"maya@vendor.example",)"
      R"("roles":["partner_manager"],"territories":["t-dach"],"active":true,"capacity":{"open_max":40},)"
      R"("open_count":3,"availability":{"tz":"Europe/Berlin","hours":[{"days":[1,2,3,4,5],)"
      R"("from":"09:00","to":"17:30"}],"ooo":[]},"backup_user":"u-tom"})",
      &unknown);
  REQUIRE(user.ok());
  const auto& maya = std::get<User>(*user);
  CHECK(*maya.time_zone == "Europe/Berlin");
  CHECK((*maya.hours)[0].days == std::vector<std::int32_t>{1, 2, 3, 4, 5});
  CHECK(*(*maya.hours)[0].to == "17:30");
  CHECK(*maya.capacity_open_max == 40);
  const auto territory = ReadRecord(
      R"({"type":"territory","id":"t-dach","name":"DACH","countries":["DE","AT","CH"],"regions":[],)"
      R"("postal_prefixes":[],"industries":[],"employees":{"min":null,"max":500},"owner":"u-sam",)"
      R"("partner_ids":["p-nova"],"priority":10,"from":"2025-01-01T00:00:00Z","to":null})",
      &unknown);
  REQUIRE(territory.ok());
  const auto& dach = std::get<Territory>(*territory);
  CHECK(dach.employees_min.presence() == Presence::kNull);
  CHECK(*dach.employees_max == 500);
  CHECK(dach.regions.has());
  CHECK(*dach.priority == 10);
  CHECK(unknown.empty());
}

TEST_CASE("the CRM records of the contract are read whole") {
  const std::string lines[] = {
      R"({"type":"account","id":"a-1","name":"Falkenried Werke AG","legal_name":"Falkenried Werke AG","domains":["falkenried.example"],"website":"https://www.falkenried.example","registry_ids":[{"kind":"duns","value":"312345678"}],"parent_id":null,"ultimate_parent_id":null,"phones":["+49 40 1234567"],"address":{"line1":"Hafenstr. 1","city":"Hamburg","region":"HH","postal":"20457","country":"DE"},"industry":"manufacturing","employees":420,"revenue":{"minor":9000000000,"currency":"EUR"},"kind":"prospect","segment":"mid_market","named_account":null,"owner":"u-sam","territory":"t-dach","partner_of_record":null,"product_families":[],"last_purchase_at":null,"contract_ends_at":null,"open_issues":[{"id":"case-9","kind":"support","severity":"high","since":"2026-05-01T00:00:00Z"}],"created_at":"2024-03-01T00:00:00Z","last_activity_at":"2026-05-20T00:00:00Z","sensitive":true})",
      R"({"type":"contact","id":"c-1","first_name":"Jonas","last_name":"Weber","emails":["jonas.weber@falkenried.example"],"phones":["+49 40 1234568"],"title":"Head of IT","authority":"decision_maker","company_id":"a-1","opt_out":{"email":false,"phone":false,"all":false},"created_at":"2025-01-10T00:00:00Z"})",
      R"({"type":"lead","id":"l-1","first_name":"Jonas","last_name":"Weber","emails":["j.weber@falkenried.example"],"company":{"name":"Falkenried Werke","domains":["falkenried.example"]},"lead_status":"open","lead_source":"webinar","owner":"u-sam","created_at":"2026-04-02T09:00:00Z","last_activity_at":"2026-04-20T09:00:00Z","converted_at":null})",
      R"({"type":"opportunity","id":"o-1","company_id":"a-1","person_ids":["c-1"],"name":"ERP rollout","stage":"proposal","stage_changed_at":"2026-05-12T00:00:00Z","is_closed":false,"is_won":false,"amount":{"minor":12000000,"currency":"EUR"},"created_at":"2026-02-01T00:00:00Z","last_activity_at":"2026-05-20T00:00:00Z","expected_close":"2026-07-15","opportunity_type":"new","product_families":["erp"],"owner":"u-sam","territory":"t-dach","partners":[{"partner_id":"p-nova","role":"source","primary":true}]})",
      R"({"type":"deal_registration","id":"d-1","partner_id":"p-nova","sub_partner_id":null,"registration_type":"hunting","company_id":"a-1","product_families":["erp"],"site":null,"project":null,"amount":{"minor":12000000,"currency":"EUR"},"status":"approved","submitted_at":"2026-03-01T08:00:00Z","complete_at":"2026-03-02T08:00:00Z","decided_at":"2026-03-03T08:00:00Z","window_start":"2026-03-03T08:00:00Z","expires_at":"2026-06-01T08:00:00Z","extensions":[{"requested_at":"2026-05-20T08:00:00Z","decided_at":"2026-05-21T08:00:00Z","until":"2026-07-31T08:00:00Z"}],"milestones":[],"tender":{"is_public":false,"published_at":null},"opportunity_id":null})",
      R"({"type":"touch","id":"t-1","kind":"webinar","at":"2026-04-02T09:00:00Z","person_id":"c-1","company_id":"a-1","partner_id":null,"by":"prospect","utm":{"source":"newsletter","medium":"email","campaign":"spring"},"referral_code":null,"transcript":null,"thread":null,"person":{"full_name":"Jonas Weber"},"company":{"name":"Falkenried"}})",
      R"({"type":"reward","id":"w-1","referral_id":null,"company_id":"a-1","partner_id":"p-nova","status":"paid","amount":{"minor":50000,"currency":"EUR"},"at":"2026-05-01T00:00:00Z"})",
      R"({"type":"merge","id":"m-1","of":"lead","winner_id":"l-1","at":"2026-05-02T00:00:00Z","loser":{"id":"l-0","lead_source":"partner","partner_id":"p-nova","created_at":"2026-01-15T00:00:00Z"}})",
  };
  UnknownMembers unknown;
  for (const std::string& line : lines) {
    CAPTURE(line);
    const auto record = ReadRecord(line, &unknown);
    CHECK_MESSAGE(record.ok(), DescribeError(record.status()));
  }
  CHECK(unknown.empty());
}

TEST_CASE("each closed vocabulary refuses other words") {
  const std::string cases[][2] = {
      {"partner", R"("kind":"friend")"},
      {"partner", R"("program_status":[{"status":"gone"}])"},
      {"user", R"("roles":["king"])"},
      {"account", R"("open_issues":[{"severity":"dire"}])"},
      {"contact", R"("authority":"boss")"},
      {"opportunity", R"("opportunity_type":"old")"},
      {"opportunity", R"("partners":[{"role":"guest"}])"},
      {"deal_registration", R"("registration_type":"fishing")"},
      {"deal_registration", R"("status":"lost")"},
      {"touch", R"("kind":"fax")"},
      {"touch", R"("by":"nobody")"},
      {"reward", R"("status":"lost")"},
      {"merge", R"("of":"partner")"},
  };
  for (const auto& [type, member] : cases) {
    const std::string record = With(type, member);
    CAPTURE(record);
    CHECK(RecordError(record).find("must be one of") != std::string::npos);
  }
  // Kinds of evidence, issues and sources, segment, status and stage are text.
  CHECK(RecordError(With("account", R"("segment":"any","open_issues":[{"kind":"any"}])")) == "ok");
  CHECK(RecordError(With("lead", R"("lead_status":"any","lead_source":"any")")) == "ok");
  CHECK(RecordError(With("opportunity", R"("stage":"any")")) == "ok");
}

TEST_CASE("an integer outside of its field is refused") {
  CHECK(RecordError(With("territory", R"("priority":-2147483648)")) == "ok");
  CHECK(RecordError(With("territory", R"("priority":-2147483649)")).find("/priority: ") == 0);
  CHECK(RecordError(With("user", R"("open_count":2147483648)")).find("/open_count: ") == 0);
  CHECK(RecordError(With("user", R"("availability":{"hours":[{"days":[1,2.0]}]})"))
            .find("/availability/hours/0/days/1: ") == 0);
  CHECK(
      RecordError(With("partner", R"("capacity":{"open_max":-1})")).find("/capacity/open_max: ") ==
      0);
  CHECK(RecordError(With("partner", R"("weight":1e999)")) ==
        "/weight: must be a number, found one that is too large");
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
