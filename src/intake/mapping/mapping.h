// CRM exports -> canonical records.
//
// A mapping is a table: which column of which vendor's object goes where, and how its text is
// read.  Adding a column is one line in salesforce.cc, hubspot.cc, dynamics.cc or partnerstack.cc.
// Columns that no table names are ignored: exports are wide.

#ifndef REFEREE_SRC_INTAKE_MAPPING_MAPPING_H_
#define REFEREE_SRC_INTAKE_MAPPING_MAPPING_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "src/base/json.h"

namespace referee::mapping {

enum class Convert : std::uint8_t {
  kText,
  kList,   // Semicolons between the elements.
  kBool,   // true, false, 1, 0, yes, no.
  kTime,   // RFC 3339, or a date with a time as the vendor writes it; without an offset UTC.
  kDay,    // YYYY-MM-DD, a time is cut off.
  kEpoch,  // Milliseconds since 1970, or seconds when there are fewer than 12 digits.
  kInteger,
  kMajorMoney,  // A decimal amount; the currency stands in `argument`'s column, else `fallback`.
  kMinorMoney,  // An integer in minor units.
  kCode,        // A word of a vendor's list; `codes` says which canonical one.
};

struct Code {
  std::string_view vendor, canonical;
};

// `path` names the member: "company.address.city"; "emails[]" appends to a list, a kList cell each
// of its elements; all columns with "partners[+]...." in one row describe one new element;
// "registry_ids[duns]" is a new element of that kind.
struct Column {
  std::string_view name;
  std::string_view path;
  Convert convert = Convert::kText;
  std::span<const Code> codes = {};
  std::string_view argument = {};  // Column of the currency.
};

// One object of one vendor.  A row makes a record of `type`; where `is_part` is set, it adds to the
// record with that id, which another file makes.
struct Object {
  std::string_view vendor, name, type;
  std::span<const Column> columns;
  bool is_part = false;
};

std::span<const Object> SalesforceObjects();
std::span<const Object> HubspotObjects();
std::span<const Object> DynamicsObjects();
std::span<const Object> PartnerstackObjects();

// "salesforce", "lead": the object, or null when there is none.
const Object* FindObject(std::string_view vendor, std::string_view name);

// "salesforce:lead and salesforce:contact ..." for error messages.
std::string KnownObjects(std::string_view vendor);

// Columns of a customer's own, beside the tables: from JSON
//   {"schema": "referee.mapping/1", "salesforce": {"lead": {"Partner_Code__c": "partner_id"}}}
// A value may also be {"path": "...", "as": "list"}; `as` is one of text list bool time day epoch
// integer money minor_money.  Money may name the column of its currency: "currency": "Curr__c".
// "words": {"Gold Partner": "gold"} says what the customer's words mean.  A column that a table
// names too is read as the customer says.
struct CustomColumn {
  std::string vendor, object, name, path;
  Convert convert = Convert::kText;
  std::string currency_column;
  std::vector<std::pair<std::string, std::string>> words;
};

// Fails with the pointer of what is wrong: an unknown vendor, object, member or conversion, or a
// path that is none.
absl::StatusOr<std::vector<CustomColumn>> ReadCustomColumns(const json::Node& node);

}  // namespace referee::mapping

#endif  // REFEREE_SRC_INTAKE_MAPPING_MAPPING_H_
