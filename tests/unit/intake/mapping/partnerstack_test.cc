#include <doctest/doctest.h>

#include "tests/unit/intake/mapping/read_export.h"

TEST_SUITE_BEGIN("intake/mapping/partnerstack");

namespace referee::mapping {
namespace {

using testing::ReadExport;

TEST_CASE("a partnership of PartnerStack becomes a partner with its team") {
  CHECK(
      ReadExport(
          {{"partnerstack:partnership",
            R"x(partner_key,company,domain,group,status,joined_at,manager,tags,link_key,parent_partner_key
p1,Nova,nova.example,prog,active,1735689600,u1,manufacturing;retail,NOVA10,p0
)x"},
           {"partnerstack:team_member", R"x(partner_key,key,name,email,joined_at
p1,m1,Ira,i@nova.example,1735689600000
)x"}}) ==
      R"x({"type":"partner","id":"p1","name":"Nova","domains":["nova.example"],"program_id":"prog","program_status":[{"status":"active","from":"2025-01-01T00:00:00Z"}],"partner_manager":"u1","verticals":["manufacturing","retail"],"referral_codes":["NOVA10"],"parent_partner_id":"p0","users":[{"id":"m1","name":"Ira","email":"i@nova.example","from":"2025-01-01T00:00:00Z"}]}
)x");
}

TEST_CASE("a deal of PartnerStack becomes a registration in minor units") {
  CHECK(
      ReadExport({{"partnerstack:deal",
                   R"x(key,partner_key,account_key,stage,amount,currency,created_at,expires_at
d1,p1,a1,approved,12000000,EUR,1772352000,1780300800000
)x"}}) ==
      R"x({"type":"deal_registration","id":"d1","partner_id":"p1","company_id":"a1","status":"approved","amount":{"minor":12000000,"currency":"EUR"},"submitted_at":"2026-03-01T08:00:00Z","expires_at":"2026-06-01T08:00:00Z"}
)x");
}

TEST_CASE("leads and rewards of PartnerStack become leads and rewards") {
  CHECK(
      ReadExport({{"partnerstack:lead", R"x(key,partner_key,status,created_at
k1,p1,accepted,1772352000
)x"},
                  {"partnerstack:reward", R"x(key,partner_key,status,amount,currency,created_at
w1,p1,paid,50000,USD,1772352000
)x"}}) ==
      R"x({"type":"lead","id":"k1","partner_id":"p1","lead_status":"accepted","created_at":"2026-03-01T08:00:00Z"}
{"type":"reward","id":"w1","partner_id":"p1","status":"paid","amount":{"minor":50000,"currency":"USD"},"at":"2026-03-01T08:00:00Z"}
)x");
}

}  // namespace
}  // namespace referee::mapping

TEST_SUITE_END();
