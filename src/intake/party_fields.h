// The tables of what records and submissions share: people, companies, touches, registrations.

#ifndef REFEREE_SRC_INTAKE_PARTY_FIELDS_H_
#define REFEREE_SRC_INTAKE_PARTY_FIELDS_H_

#include "src/intake/field_reader.h"
#include "src/record/records.h"

namespace referee::intake {

template <>
Rows<Address> RowsOf<Address>();
template <>
Rows<RegistryId> RowsOf<RegistryId>();
template <>
Rows<Person> RowsOf<Person>();
template <>
Rows<Company> RowsOf<Company>();
template <>
Rows<Utm> RowsOf<Utm>();
template <>
Rows<Touch> RowsOf<Touch>();
template <>
Rows<Extension> RowsOf<Extension>();
template <>
Rows<Milestone> RowsOf<Milestone>();
template <>
Rows<Tender> RowsOf<Tender>();
template <>
Rows<DealRegistration> RowsOf<DealRegistration>();

}  // namespace referee::intake

#endif  // REFEREE_SRC_INTAKE_PARTY_FIELDS_H_
