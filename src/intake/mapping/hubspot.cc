#include "src/intake/mapping/mapping.h"

namespace referee::mapping {
namespace {

constexpr Code kCompanyTypes[] = {
    {"PROSPECT", "prospect"}, {"CUSTOMER", "customer"}, {"FORMER_CUSTOMER", "former_customer"},
    {"PARTNER", "partner"},   {"RESELLER", "partner"},  {"COMPETITOR", "competitor"}};

constexpr Code kDealTypes[] = {
    {"newbusiness", "new"}, {"existingbusiness", "expansion"}, {"renewal", "renewal"}};

constexpr Column kContact[] = {
    {"hs_object_id", "id"},
    {"firstname", "first_name"},
    {"lastname", "last_name"},
    {"salutation", "salutation"},
    {"email", "emails[]"},
    {"hs_additional_emails", "emails[]", Convert::kList},
    {"phone", "phones[]"},
    {"mobilephone", "phones[]"},
    {"jobtitle", "title"},
    {"hs_buying_role", "authority"},
    {"associatedcompanyid", "company_id"},
    {"hs_analytics_source", "lead_source"},
    {"hubspot_owner_id", "owner"},
    {"hs_email_optout", "opt_out.email", Convert::kBool},
    {"do_not_call", "opt_out.phone", Convert::kBool},
    {"createdate", "created_at", Convert::kEpoch},
    {"notes_last_contacted", "last_activity_at", Convert::kEpoch},
};

constexpr Column kLead[] = {
    {"hs_object_id", "id"},
    {"firstname", "first_name"},
    {"lastname", "last_name"},
    {"salutation", "salutation"},
    {"email", "emails[]"},
    {"phone", "phones[]"},
    {"mobilephone", "phones[]"},
    {"jobtitle", "title"},
    {"hs_buying_role", "authority"},
    {"company", "company.name"},
    {"website", "company.website"},
    {"address", "company.address.line1"},
    {"city", "company.address.city"},
    {"state", "company.address.region"},
    {"zip", "company.address.postal"},
    {"country", "company.address.country"},
    {"industry", "company.industry"},
    {"numemployees", "company.employees", Convert::kInteger},
    {"hs_lead_status", "lead_status"},
    {"hs_analytics_source", "lead_source"},
    {"partner_id", "partner_id"},
    {"hubspot_owner_id", "owner"},
    {"hs_email_optout", "opt_out.email", Convert::kBool},
    {"do_not_call", "opt_out.phone", Convert::kBool},
    {"createdate", "created_at", Convert::kEpoch},
    {"notes_last_contacted", "last_activity_at", Convert::kEpoch},
    {"hs_converted_at", "converted_at", Convert::kEpoch},
};

constexpr Column kCompany[] = {
    {"hs_object_id", "id"},
    {"name", "name"},
    {"legal_name", "legal_name"},
    {"domain", "domains[]"},
    {"hs_additional_domains", "domains[]", Convert::kList},
    {"website", "website"},
    {"hs_parent_company_id", "parent_id"},
    {"ultimate_parent_id", "ultimate_parent_id"},
    {"phone", "phones[]"},
    {"address", "address.line1"},
    {"city", "address.city"},
    {"state", "address.region"},
    {"zip", "address.postal"},
    {"country", "address.country"},
    {"industry", "industry"},
    {"numberofemployees", "employees", Convert::kInteger},
    {"annualrevenue", "revenue", Convert::kMajorMoney, {}, "currency"},
    {"type", "kind", Convert::kCode, kCompanyTypes},
    {"segment", "segment"},
    {"hubspot_owner_id", "owner"},
    {"territory", "territory"},
    {"duns_number", "registry_ids[duns]"},
    {"vat_number", "registry_ids[vat]"},
    {"named_account_list", "named_account.list_id"},
    {"named_account_from", "named_account.from", Convert::kEpoch},
    {"named_account_to", "named_account.to", Convert::kEpoch},
    {"partner_of_record", "partner_of_record"},
    {"product_families", "product_families", Convert::kList},
    {"last_purchase_at", "last_purchase_at", Convert::kEpoch},
    {"contract_end", "contract_ends_at", Convert::kEpoch},
    {"createdate", "created_at", Convert::kEpoch},
    {"notes_last_contacted", "last_activity_at", Convert::kEpoch},
};

constexpr Column kDeal[] = {
    {"hs_object_id", "id"},
    {"associated_company_id", "company_id"},
    {"associated_contact_ids", "person_ids", Convert::kList},
    {"dealname", "name"},
    {"dealstage", "stage"},
    {"hs_v2_date_entered_current_stage", "stage_changed_at", Convert::kEpoch},
    {"hs_is_closed", "is_closed", Convert::kBool},
    {"hs_is_closed_won", "is_won", Convert::kBool},
    {"amount", "amount", Convert::kMajorMoney, {}, "deal_currency_code"},
    {"createdate", "created_at", Convert::kEpoch},
    {"notes_last_contacted", "last_activity_at", Convert::kEpoch},
    {"closedate", "expected_close", Convert::kDay},
    {"dealtype", "opportunity_type", Convert::kCode, kDealTypes},
    {"product_families", "product_families", Convert::kList},
    {"hubspot_owner_id", "owner"},
    {"territory", "territory"},
    {"hs_analytics_source", "lead_source"},
};

constexpr Column kDealPartner[] = {
    {"deal_id", "id"},
    {"partner_id", "partners[+].partner_id"},
    {"role", "partners[+].role"},
    {"is_primary", "partners[+].primary", Convert::kBool},
};

constexpr Column kOwner[] = {
    {"id", "id"},
    {"name", "name"},
    {"email", "email"},
    {"active", "active", Convert::kBool},
    {"roles", "roles", Convert::kList},
    {"backup_owner_id", "backup_user"},
};

constexpr Column kEngagement[] = {
    {"hs_object_id", "id"},
    {"associated_contact_id", "person_id"},
    {"associated_company_id", "company_id"},
    {"touch_kind", "kind"},
    {"hs_timestamp", "at", Convert::kEpoch},
    {"by", "by"},
    {"partner_id", "partner_id"},
    {"utm_campaign", "utm.campaign"},
};

constexpr Object kObjects[] = {
    {"hubspot", "contact", "contact", kContact},
    {"hubspot", "lead", "lead", kLead},
    {"hubspot", "company", "account", kCompany},
    {"hubspot", "deal", "opportunity", kDeal},
    {"hubspot", "deal_partner", "opportunity", kDealPartner, true},
    {"hubspot", "owner", "user", kOwner},
    {"hubspot", "engagement", "touch", kEngagement},
};

}  // namespace

std::span<const Object> HubspotObjects() { return kObjects; }

}  // namespace referee::mapping
