// Features: what matching compares, computed once per record and kept with it.
//
// A record describes up to two parties: a person and a company.  Features hold normal forms only:
// folded (Unicode NFKC case folding, marks stripped, letters such as ø and ł spelt out), trimmed
// and split, never raw text.  Everything is derived: total, no failure, same input same features.
//
// Features are stored packed (PackFeatures) beside the index and read back as views
// (UnpackFeatures) without allocation for scalars.

#ifndef REFEREE_SRC_NORMALIZE_FEATURES_H_
#define REFEREE_SRC_NORMALIZE_FEATURES_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/inlined_vector.h"

namespace referee {

// How telling an e-mail domain is about a company.
enum class DomainClass : std::uint8_t {
  kNone,        // No domain.
  kCorporate,   // Nothing known against it.
  kFreeMail,    // Anybody may have a mailbox there (gmail.com), or it is an Internet provider.
  kDisposable,  // Throw-away mailboxes.
  kShared,      // Hosts many companies: site builders, marketplaces, social networks.
};

struct EmailFeature {
  std::string address;  // Canonical: lower case, no plus tag, provider rules applied.
  std::string local;    // The part before the @ of `address`.
  std::string domain;   // Registrable domain, in A-labels.
  DomainClass domain_class = DomainClass::kNone;
  bool is_role = false;        // info@, sales@: a desk, not a person.
  bool from_own_name = false;  // The local part derives from the person's own name.
};

struct PhoneFeature {
  std::string e164;  // "+49401234568"; or the digits as given when no country is known.
  std::string extension;
  bool is_e164 = false;
};

struct AddressFeature {
  std::string street;  // Street name without the house number, abbreviations spelt one way.
  std::string house_number;
  std::string unit;
  std::string city;
  std::string region;
  std::string postal;   // Letters and digits only.
  std::string country;  // ISO 3166-1 alpha-2, upper case, or "".
};

struct PersonFeatures {
  std::string given, middle, family;  // Folded; family keeps its particles ("van der berg").
  std::string suffix;                 // jr, iii ...
  std::vector<std::string>
      name_tokens;  // All tokens of the name, sorted: word order is not evidence.
  std::vector<std::uint32_t> given_groups;  // Nickname groups the given name belongs to.
  std::string family_phonetic;              // A phonetic code of the family name.
  std::vector<EmailFeature> emails;
  std::vector<PhoneFeature> phones;
  std::string title;
  std::string birth_date;   // YYYY-MM-DD or "".
  std::string national_id;  // Letters and digits only.
  std::string country;

  bool empty() const { return name_tokens.empty() && emails.empty() && phones.empty(); }
};

struct RegistryFeature {
  std::string kind;      // Lower case: duns, lei, vat, company_no ...
  std::string value;     // Upper case letters and digits, without a leading country code.
  bool check_ok = true;  // False when a check digit of a known kind fails: lowers weight only.
};

struct CompanyFeatures {
  std::string name;  // Folded, whole, without the legal form.
  std::vector<std::string>
      name_tokens;                 // In order, without the legal form; abbreviations spelt one way.
  std::string legal_form;          // Canonical ("gmbh", "ltd", "sa") or "".
  std::string legal_form_country;  // Country the form belongs to when it is telling, or "".
  std::string acronym;             // Initials of the tokens ("ibm"), "" for one token.
  std::vector<std::string> place_tokens;  // Tokens of the name that name a branch or a place.
  std::vector<std::string> numerals;      // Numbers and ordinals of the name, normalised.
  std::vector<std::string> domains;  // Registrable domains of the company, corporate ones only.
  std::vector<std::string>
      shared_domains;  // Free-mail, disposable and shared ones that were given.
  std::vector<RegistryFeature> registry_ids;
  std::vector<PhoneFeature> phones;
  AddressFeature address;
  std::string industry;
  std::int32_t employees = -1;  // -1: not known.

  bool empty() const {
    return name_tokens.empty() && domains.empty() && registry_ids.empty() && phones.empty();
  }
};

// Both parties of one record.  A contact has a person; its company is found through company_id or,
// failing that, through the corporate domains of its e-mail addresses (copied into company.domains
// with company.domains_from_email set).
struct Features {
  PersonFeatures person;
  CompanyFeatures company;
  bool domains_from_email = false;  // company.domains hold only e-mail domains.
};

// Appends a compact form to `out`; equal features give equal bytes.
void PackFeatures(const Features& features, std::string& out);

// Reads what PackFeatures wrote, replacing *features.  False for bytes that it did not write.
bool UnpackFeatures(std::string_view packed, Features* features);

}  // namespace referee

#endif  // REFEREE_SRC_NORMALIZE_FEATURES_H_
