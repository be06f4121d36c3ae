// Features: what matching compares, computed once per record and kept with it.
//
// A record describes up to two parties: a person and a company.  Features hold normal forms only:
// folded (Unicode NFKC case folding, marks stripped, letters such as ø and ł spelt out), trimmed
// and split, never raw text.  Everything is derived: total, no failure, same input same features.
//
// Features are stored packed (PackFeatures) beside the index and read back (UnpackFeatures): as
// texts of their own, or as views of the packed bytes, which copies nothing.

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

template <typename String>
struct BasicEmailFeature {
  String address;  // Canonical: lower case, no plus tag, provider rules applied.
  String local;    // The part before the @ of `address`.
  String domain;   // Registrable domain, in A-labels.
  DomainClass domain_class = DomainClass::kNone;
  bool is_role = false;        // info@, sales@: a desk, not a person.
  bool from_own_name = false;  // The local part derives from the person's own name.
};

template <typename String>
struct BasicPhoneFeature {
  String e164;  // "+49401234568"; or the digits as given when no country is known.
  String extension;
  bool is_e164 = false;
};

template <typename String>
struct BasicAddressFeature {
  String street;  // Street name without the house number, abbreviations spelt one way.
  String house_number;
  String unit;
  String city;
  String region;
  String postal;   // Letters and digits only.
  String country;  // ISO 3166-1 alpha-2, upper case, or "".
};

template <typename String>
struct BasicPersonFeatures {
  String given, middle, family;     // Folded; family keeps its particles ("van der berg").
  String suffix;                    // jr, iii ...
  std::vector<String> name_tokens;  // All tokens of the name, sorted: word order is not evidence.
  std::vector<std::uint32_t> given_groups;  // Nickname groups the given name belongs to.
  String family_phonetic;                   // A phonetic code of the family name.
  std::vector<BasicEmailFeature<String>> emails;
  std::vector<BasicPhoneFeature<String>> phones;
  String title;
  String birth_date;   // YYYY-MM-DD or "".
  String national_id;  // Letters and digits only.
  String country;

  bool empty() const { return name_tokens.empty() && emails.empty() && phones.empty(); }
};

template <typename String>
struct BasicRegistryFeature {
  String kind;           // Lower case: duns, lei, vat, company_no ...
  String value;          // Upper case letters and digits, without a leading country code.
  bool check_ok = true;  // False when a check digit of a known kind fails: lowers weight only.
};

template <typename String>
struct BasicCompanyFeatures {
  String name;  // Folded, whole, without the legal form.
  std::vector<String>
      name_tokens;            // In order, without the legal form; abbreviations spelt one way.
  String legal_form;          // Canonical ("gmbh", "ltd", "sa") or "".
  String legal_form_country;  // Country the form belongs to when it is telling, or "".
  String acronym;             // Initials of the tokens ("ibm"), "" for one token.
  std::vector<String> place_tokens;    // Tokens of the name that name a branch or a place.
  std::vector<String> numerals;        // Numbers and ordinals of the name, normalised.
  std::vector<String> domains;         // Registrable domains of the company, corporate ones only.
  std::vector<String> shared_domains;  // Free-mail, disposable and shared ones that were given.
  std::vector<BasicRegistryFeature<String>> registry_ids;
  std::vector<BasicPhoneFeature<String>> phones;
  BasicAddressFeature<String> address;
  String industry;
  std::int32_t employees = -1;  // -1: not known.

  bool empty() const {
    return name_tokens.empty() && domains.empty() && registry_ids.empty() && phones.empty();
  }
};

// Both parties of one record.  A contact has a person; its company is found through company_id or,
// failing that, through the corporate domains of its e-mail addresses (copied into company.domains
// with company.domains_from_email set).
template <typename String>
struct BasicFeatures {
  BasicPersonFeatures<String> person;
  BasicCompanyFeatures<String> company;
  bool domains_from_email = false;  // company.domains hold only e-mail domains.
};

using EmailFeature = BasicEmailFeature<std::string>;
using PhoneFeature = BasicPhoneFeature<std::string>;
using AddressFeature = BasicAddressFeature<std::string>;
using PersonFeatures = BasicPersonFeatures<std::string>;
using RegistryFeature = BasicRegistryFeature<std::string>;
using CompanyFeatures = BasicCompanyFeatures<std::string>;
using Features = BasicFeatures<std::string>;

// The same, borrowed from packed bytes.
using EmailView = BasicEmailFeature<std::string_view>;
using PhoneView = BasicPhoneFeature<std::string_view>;
using AddressView = BasicAddressFeature<std::string_view>;
using PersonView = BasicPersonFeatures<std::string_view>;
using CompanyView = BasicCompanyFeatures<std::string_view>;
using FeaturesView = BasicFeatures<std::string_view>;

// Appends a compact form to `out`; equal features give equal bytes.
void PackFeatures(const Features& features, std::string& out);

// Reads what PackFeatures wrote, replacing *features.  False for bytes that it did not write.
bool UnpackFeatures(std::string_view packed, Features* features);
bool UnpackFeatures(std::string_view packed, FeaturesView* features);  // Borrows `packed`.

}  // namespace referee

#endif  // REFEREE_SRC_NORMALIZE_FEATURES_H_
