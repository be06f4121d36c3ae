#include "src/intake/mapping/mapping.h"

namespace referee::mapping {
namespace {

constexpr Code kSources[] = {{"1", "advertisement"},    {"2", "employee_referral"},
                             {"3", "referral"},         {"4", "partner"},
                             {"5", "public_relations"}, {"6", "seminar"},
                             {"7", "trade_show"},       {"8", "web"},
                             {"9", "word_of_mouth"},    {"10", "other"}};

constexpr Code kStates[] = {{"0", "open"}, {"1", "qualified"}, {"2", "disqualified"}};

constexpr Code kCustomerTypes[] = {
    {"Prospect", "prospect"}, {"Customer", "customer"}, {"Former Customer", "former_customer"},
    {"Partner", "partner"},   {"Reseller", "partner"},  {"Competitor", "competitor"}};

constexpr Code kOpportunityTypes[] = {
    {"New", "new"}, {"Expansion", "expansion"}, {"Renewal", "renewal"}};

// Open, won, lost.
constexpr Code kClosed[] = {{"0", "false"}, {"1", "true"}, {"2", "true"}};
constexpr Code kWon[] = {{"0", "false"}, {"1", "true"}, {"2", "false"}};

constexpr Column kLead[] = {
    {"leadid", "id"},
    {"firstname", "first_name"},
    {"middlename", "middle_name"},
    {"lastname", "last_name"},
    {"salutation", "salutation"},
    {"emailaddress1", "emails[]"},
    {"emailaddress2", "emails[]"},
    {"emailaddress3", "emails[]"},
    {"telephone1", "phones[]"},
    {"telephone2", "phones[]"},
    {"telephone3", "phones[]"},
    {"mobilephone", "phones[]"},
    {"jobtitle", "title"},
    {"ref_authority", "authority"},
    {"companyname", "company.name"},
    {"websiteurl", "company.website"},
    {"address1_line1", "company.address.line1"},
    {"address1_city", "company.address.city"},
    {"address1_stateorprovince", "company.address.region"},
    {"address1_postalcode", "company.address.postal"},
    {"address1_country", "company.address.country"},
    {"industrycode", "company.industry"},
    {"numberofemployees", "company.employees", Convert::kInteger},
    {"statecode", "lead_status", Convert::kCode, kStates},
    {"leadsourcecode", "lead_source", Convert::kCode, kSources},
    {"ref_partnerid", "partner_id"},
    {"ownerid", "owner"},
    {"donotemail", "opt_out.email", Convert::kBool},
    {"donotphone", "opt_out.phone", Convert::kBool},
    {"createdon", "created_at", Convert::kTime},
    {"ref_lastactivity", "last_activity_at", Convert::kTime},
    {"ref_qualifiedon", "converted_at", Convert::kTime},
};

constexpr Column kContact[] = {
    {"contactid", "id"},
    {"firstname", "first_name"},
    {"middlename", "middle_name"},
    {"lastname", "last_name"},
    {"salutation", "salutation"},
    {"emailaddress1", "emails[]"},
    {"emailaddress2", "emails[]"},
    {"emailaddress3", "emails[]"},
    {"telephone1", "phones[]"},
    {"telephone2", "phones[]"},
    {"telephone3", "phones[]"},
    {"mobilephone", "phones[]"},
    {"jobtitle", "title"},
    {"ref_authority", "authority"},
    {"parentcustomerid", "company_id"},
    {"leadsourcecode", "lead_source", Convert::kCode, kSources},
    {"ownerid", "owner"},
    {"donotemail", "opt_out.email", Convert::kBool},
    {"donotphone", "opt_out.phone", Convert::kBool},
    {"createdon", "created_at", Convert::kTime},
    {"ref_lastactivity", "last_activity_at", Convert::kTime},
};

constexpr Column kAccount[] = {
    {"accountid", "id"},
    {"name", "name"},
    {"ref_legalname", "legal_name"},
    {"websiteurl", "website"},
    {"parentaccountid", "parent_id"},
    {"ref_ultimateparentid", "ultimate_parent_id"},
    {"telephone1", "phones[]"},
    {"address1_line1", "address.line1"},
    {"address1_city", "address.city"},
    {"address1_stateorprovince", "address.region"},
    {"address1_postalcode", "address.postal"},
    {"address1_country", "address.country"},
    {"industrycode", "industry"},
    {"numberofemployees", "employees", Convert::kInteger},
    {"revenue", "revenue", Convert::kMajorMoney, {}, "transactioncurrencyid"},
    {"customertypecode", "kind", Convert::kCode, kCustomerTypes},
    {"ref_segment", "segment"},
    {"ownerid", "owner"},
    {"territoryid", "territory"},
    {"ref_duns", "registry_ids[duns]"},
    {"ref_vat", "registry_ids[vat]"},
    {"ref_namedlist", "named_account.list_id"},
    {"ref_namedfrom", "named_account.from", Convert::kTime},
    {"ref_namedto", "named_account.to", Convert::kTime},
    {"msa_managingpartnerid", "partner_of_record"},
    {"ref_productfamilies", "product_families", Convert::kList},
    {"ref_lastpurchase", "last_purchase_at", Convert::kTime},
    {"ref_contractend", "contract_ends_at", Convert::kTime},
    {"createdon", "created_at", Convert::kTime},
    {"ref_lastactivity", "last_activity_at", Convert::kTime},
};

constexpr Column kOpportunity[] = {
    {"opportunityid", "id"},
    {"parentaccountid", "company_id"},
    {"parentcontactid", "person_ids[]"},
    {"name", "name"},
    {"stepname", "stage"},
    {"ref_stagechangedon", "stage_changed_at", Convert::kTime},
    {"statecode", "is_closed", Convert::kCode, kClosed},
    {"ref_wonstate", "is_won", Convert::kCode, kWon},
    {"estimatedvalue", "amount", Convert::kMajorMoney, {}, "transactioncurrencyid"},
    {"createdon", "created_at", Convert::kTime},
    {"ref_lastactivity", "last_activity_at", Convert::kTime},
    {"estimatedclosedate", "expected_close", Convert::kDay},
    {"ref_opportunitytype", "opportunity_type", Convert::kCode, kOpportunityTypes},
    {"ref_productfamilies", "product_families", Convert::kList},
    {"ownerid", "owner"},
    {"territoryid", "territory"},
    {"msa_partnerid", "partners[+].partner_id"},
    {"ref_partnerrole", "partners[+].role"},
    {"ref_partnerprimary", "partners[+].primary", Convert::kBool},
};

constexpr Column kUser[] = {
    {"systemuserid", "id"},
    {"fullname", "name"},
    {"internalemailaddress", "email"},
    {"ref_active", "active", Convert::kBool},
    {"ref_roles", "roles", Convert::kList},
    {"ref_backupuserid", "backup_user"},
};

constexpr Column kActivity[] = {
    {"activityid", "id"},
    {"regardingcontactid", "person_id"},
    {"regardingaccountid", "company_id"},
    {"ref_touchkind", "kind"},
    {"actualend", "at", Convert::kTime},
    {"ref_by", "by"},
    {"ref_partnerid", "partner_id"},
    {"ref_campaign", "utm.campaign"},
};

constexpr Object kObjects[] = {
    {"dynamics", "lead", "lead", kLead},
    {"dynamics", "contact", "contact", kContact},
    {"dynamics", "account", "account", kAccount},
    {"dynamics", "opportunity", "opportunity", kOpportunity},
    {"dynamics", "systemuser", "user", kUser},
    {"dynamics", "activity", "touch", kActivity},
};

}  // namespace

std::span<const Object> DynamicsObjects() { return kObjects; }

}  // namespace referee::mapping
