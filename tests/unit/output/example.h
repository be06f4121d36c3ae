// A complete referral of partner Nova, and the records that most tests of outputs need.

#ifndef REFEREE_TESTS_UNIT_OUTPUT_EXAMPLE_H_
#define REFEREE_TESTS_UNIT_OUTPUT_EXAMPLE_H_

#include <string>
#include <string_view>

#include "src/policy/merge_patch.h"
#include "tests/unit/output/decide.h"

namespace referee::testing {

inline constexpr std::string_view kNova =
    R"({"type":"partner","id":"p-nova","name":"Nova Cloud GmbH","tier":"gold","program_id":"prog","program_status":[{"status":"active"}],"partner_manager":"u-maya","partner_owner":"u-tom","feedback_owner":"u-maya","users":[{"id":"pu-1","email":"ira@nova.example"}]}
{"type":"partner","id":"p-rival","name":"Rival Systems AG","domains":["rival.example"],"program_id":"prog","program_status":[{"status":"active"}],"users":[{"id":"pu-9","name":"Olga Petrov","email":"olga@rival.example"}]}
{"type":"user","id":"u-maya","roles":["partner_manager"],"active":true}
{"type":"user","id":"u-tom","roles":["partner_owner"],"active":true}
{"type":"user","id":"u-sam","roles":["sales_owner"],"active":true}
)";

// The company of the example in the CRM, and a live registration of the rival for it.
inline constexpr std::string_view kAccount =
    R"({"type":"account","id":"a-1","name":"Falkenried Werke AG","domains":["falkenried.example"],"address":{"country":"DE"},"industry":"manufacturing","employees":420,"owner":"u-sam"}
)";
inline constexpr std::string_view kRivalRegistration =
    R"({"type":"deal_registration","id":"d-9","partner_id":"p-rival","company_id":"a-1","product_families":["erp"],"status":"approved","submitted_at":"2026-04-01T08:00:00Z","decided_at":"2026-04-02T08:00:00Z"}
)";

inline constexpr std::string_view kSubmission =
    R"({"type":"submission","id":"s-1","channel":"portal","intent":"referral","submitted_by":"pu-1","partner_id":"p-nova","program_id":"prog","received_at":"2026-06-01T10:00:20Z","lead":{"first_name":"Jonas","last_name":"Weber","emails":["jonas.weber@falkenried.example"],"authority":"decision_maker"},"company":{"name":"Falkenried Werke AG","domains":["falkenried.example"],"address":{"country":"DE"},"industry":"manufacturing","employees":420},"need":"Replace an ERP","urgency":"this_quarter","region":"DE","product_interest":["erp"],"amount":{"minor":1200000,"currency":"EUR"},"introduction_path":"worked together","relationship":"customer","consent":{"basis":"consent","share_forward":true,"contact":true,"report_back":true},"evidence":[{"id":"e-1","kind":"email","at":"2026-05-30T12:00:00Z"}]})";

// The submission of the example, changed by a merge patch.
inline std::string Submitted(std::string_view patch = "{}") {
  json::Parser parser, patch_parser;
  const auto base = parser.Parse(kSubmission);
  const auto change = patch_parser.Parse(patch);
  REQUIRE(base.ok());
  REQUIRE(change.ok());
  std::string out;
  policy::AppendMerged(*base, **change, out);
  return out;
}

inline std::string Records(std::string_view more = {}) {
  std::string records(kNova);
  records += more;
  return records;
}

}  // namespace referee::testing

#endif  // REFEREE_TESTS_UNIT_OUTPUT_EXAMPLE_H_
