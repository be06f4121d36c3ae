#include "src/intake/party_fields.h"

#include "src/intake/words.h"

namespace referee::intake {

template <>
Rows<Address> RowsOf<Address>() {
  static constexpr FieldRow<Address> kRows[] = {
      Row<&Address::line1>("line1"),   Row<&Address::line2>("line2"),
      Row<&Address::city>("city"),     Row<&Address::region>("region"),
      Row<&Address::postal>("postal"), Row<&Address::country>("country"),
  };
  return kRows;
}

template <>
Rows<RegistryId> RowsOf<RegistryId>() {
  static constexpr FieldRow<RegistryId> kRows[] = {
      Row<&RegistryId::kind>("kind"),
      Row<&RegistryId::value>("value"),
  };
  return kRows;
}

template <>
Rows<Person> RowsOf<Person>() {
  static constexpr FieldRow<Person> kRows[] = {
      Row<&Person::id>("id"),
      Row<&Person::salutation>("salutation"),
      Row<&Person::first_name>("first_name"),
      Row<&Person::middle_name>("middle_name"),
      Row<&Person::last_name>("last_name"),
      Row<&Person::suffix>("suffix"),
      Row<&Person::full_name>("full_name"),
      Row<&Person::full_name>("name"),
      Row<&Person::emails>("emails"),
      Row<&Person::phones>("phones"),
      Row<&Person::title>("title"),
      WordRow<kAuthorities, &Person::authority>("authority"),
      Row<&Person::linkedin>("linkedin"),
      Row<&Person::country>("country"),
      Row<&Person::language>("language"),
      Row<&Person::payout_identity>("payout_identity"),
      Row<&Person::birth_date>("birth_date"),
      Row<&Person::national_id>("national_id"),
  };
  return kRows;
}

template <>
Rows<Company> RowsOf<Company>() {
  static constexpr FieldRow<Company> kRows[] = {
      Row<&Company::id>("id"),
      Row<&Company::name>("name"),
      Row<&Company::legal_name>("legal_name"),
      Row<&Company::domains>("domains"),
      Row<&Company::website>("website"),
      Row<&Company::registry_ids>("registry_ids"),
      Row<&Company::phones>("phones"),
      Row<&Company::address>("address"),
      Row<&Company::industry>("industry"),
      CountRow<&Company::employees>("employees"),
      Row<&Company::revenue>("revenue"),
      Row<&Company::sensitive>("sensitive"),
  };
  return kRows;
}

template <>
Rows<Utm> RowsOf<Utm>() {
  static constexpr FieldRow<Utm> kRows[] = {
      Row<&Utm::source>("source"), Row<&Utm::medium>("medium"),   Row<&Utm::campaign>("campaign"),
      Row<&Utm::term>("term"),     Row<&Utm::content>("content"),
  };
  return kRows;
}

template <>
Rows<Touch> RowsOf<Touch>() {
  static constexpr FieldRow<Touch> kRows[] = {
      Row<&Touch::id>("id"),
      WordRow<kTouchKinds, &Touch::kind>("kind"),
      Row<&Touch::at>("at"),
      Row<&Touch::person_id>("person_id"),
      Row<&Touch::company_id>("company_id"),
      Row<&Touch::partner_id>("partner_id"),
      Row<&Touch::person>("person"),
      Row<&Touch::company>("company"),
      WordRow<kTouchAuthors, &Touch::by>("by"),
      Row<&Touch::utm>("utm"),
      Row<&Touch::referral_code>("referral_code"),
      Row<&Touch::transcript>("transcript"),
      Row<&Touch::thread>("thread"),
  };
  return kRows;
}

template <>
Rows<Extension> RowsOf<Extension>() {
  static constexpr FieldRow<Extension> kRows[] = {
      Row<&Extension::requested_at>("requested_at"),
      Row<&Extension::decided_at>("decided_at"),
      Row<&Extension::until>("until"),
  };
  return kRows;
}

template <>
Rows<Milestone> RowsOf<Milestone>() {
  static constexpr FieldRow<Milestone> kRows[] = {
      Row<&Milestone::code>("code"),
      Row<&Milestone::due>("due"),
      Row<&Milestone::met_at>("met_at"),
  };
  return kRows;
}

template <>
Rows<Tender> RowsOf<Tender>() {
  static constexpr FieldRow<Tender> kRows[] = {
      Row<&Tender::is_public>("is_public"),
      Row<&Tender::published_at>("published_at"),
  };
  return kRows;
}

template <>
Rows<DealRegistration> RowsOf<DealRegistration>() {
  using T = DealRegistration;
  static constexpr FieldRow<T> kRows[] = {
      Row<&T::id>("id"),
      Row<&T::partner_id>("partner_id"),
      Row<&T::sub_partner_id>("sub_partner_id"),
      WordRow<kRegistrationTypes, &T::registration_type>("registration_type"),
      Row<&T::company_id>("company_id"),
      Row<&T::product_families>("product_families"),
      Row<&T::site>("site"),
      Row<&T::project>("project"),
      Row<&T::amount>("amount"),
      WordRow<kRegistrationStatuses, &T::status>("status"),
      Row<&T::program_id>("program_id"),
      Row<&T::submitted_at>("submitted_at"),
      Row<&T::complete_at>("complete_at"),
      Row<&T::decided_at>("decided_at"),
      Row<&T::window_start>("window_start"),
      Row<&T::expires_at>("expires_at"),
      Row<&T::closed_at>("closed_at"),
      Row<&T::extensions>("extensions"),
      Row<&T::milestones>("milestones"),
      Row<&T::tender>("tender"),
      Row<&T::opportunity_id>("opportunity_id"),
  };
  return kRows;
}

}  // namespace referee::intake
