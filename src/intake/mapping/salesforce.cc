#include "src/intake/mapping/mapping.h"

namespace referee::mapping {
namespace {

constexpr Code kAccountTypes[] = {{"Prospect", "prospect"},
                                  {"Customer", "customer"},
                                  {"Customer - Direct", "customer"},
                                  {"Customer - Channel", "customer"},
                                  {"Former Customer", "former_customer"},
                                  {"Channel Partner / Reseller", "partner"},
                                  {"Installation Partner", "partner"},
                                  {"Technology Partner", "partner"},
                                  {"Partner", "partner"},
                                  {"Competitor", "competitor"}};

constexpr Code kOpportunityTypes[] = {{"New Business", "new"},
                                      {"New Customer", "new"},
                                      {"Existing Business", "expansion"},
                                      {"Existing Customer - Upgrade", "expansion"},
                                      {"Expansion", "expansion"},
                                      {"Existing Customer - Renewal", "renewal"},
                                      {"Renewal", "renewal"}};

constexpr Code kPartnerRoles[] = {{"Source", "source"},       {"Referral", "source"},
                                  {"Influence", "influence"}, {"Consultant", "influence"},
                                  {"Reseller", "fulfil"},     {"VAR/Reseller", "fulfil"},
                                  {"Teaming", "teaming"}};

constexpr Code kTaskTypes[] = {{"Call", "inbound_call"}, {"Email", "outbound"},
                               {"Outbound", "outbound"}, {"Meeting", "meeting"},
                               {"Webinar", "webinar"},   {"Event", "event"},
                               {"Form", "form"}};

constexpr Column kLead[] = {
    {"Id", "id"},
    {"FirstName", "first_name"},
    {"MiddleName", "middle_name"},
    {"LastName", "last_name"},
    {"Salutation", "salutation"},
    {"Email", "emails[]"},
    {"Phone", "phones[]"},
    {"MobilePhone", "phones[]"},
    {"Title", "title"},
    {"Authority__c", "authority"},
    {"Company", "company.name"},
    {"Website", "company.website"},
    {"Street", "company.address.line1"},
    {"City", "company.address.city"},
    {"State", "company.address.region"},
    {"PostalCode", "company.address.postal"},
    {"Country", "company.address.country"},
    {"Industry", "company.industry"},
    {"NumberOfEmployees", "company.employees", Convert::kInteger},
    {"CompanyDunsNumber", "company.registry_ids[duns]"},
    {"Status", "lead_status"},
    {"LeadSource", "lead_source"},
    {"OwnerId", "owner"},
    {"PartnerAccountId", "partner_id"},
    {"HasOptedOutOfEmail", "opt_out.email", Convert::kBool},
    {"DoNotCall", "opt_out.phone", Convert::kBool},
    {"CreatedDate", "created_at", Convert::kTime},
    {"LastActivityDate", "last_activity_at", Convert::kTime},
    {"ConvertedDate", "converted_at", Convert::kTime},
};

constexpr Column kContact[] = {
    {"Id", "id"},
    {"FirstName", "first_name"},
    {"MiddleName", "middle_name"},
    {"LastName", "last_name"},
    {"Salutation", "salutation"},
    {"Email", "emails[]"},
    {"Phone", "phones[]"},
    {"MobilePhone", "phones[]"},
    {"Title", "title"},
    {"Authority__c", "authority"},
    {"AccountId", "company_id"},
    {"LeadSource", "lead_source"},
    {"OwnerId", "owner"},
    {"HasOptedOutOfEmail", "opt_out.email", Convert::kBool},
    {"DoNotCall", "opt_out.phone", Convert::kBool},
    {"CreatedDate", "created_at", Convert::kTime},
    {"LastActivityDate", "last_activity_at", Convert::kTime},
};

constexpr Column kAccount[] = {
    {"Id", "id"},
    {"Name", "name"},
    {"Legal_Name__c", "legal_name"},
    {"Website", "website"},
    {"ParentId", "parent_id"},
    {"Ultimate_Parent__c", "ultimate_parent_id"},
    {"Phone", "phones[]"},
    {"BillingStreet", "address.line1"},
    {"BillingCity", "address.city"},
    {"BillingState", "address.region"},
    {"BillingPostalCode", "address.postal"},
    {"BillingCountry", "address.country"},
    {"Industry", "industry"},
    {"NumberOfEmployees", "employees", Convert::kInteger},
    {"AnnualRevenue", "revenue", Convert::kMajorMoney, {}, "CurrencyIsoCode"},
    {"Type", "kind", Convert::kCode, kAccountTypes},
    {"Segment__c", "segment"},
    {"OwnerId", "owner"},
    {"Territory__c", "territory"},
    {"DunsNumber", "registry_ids[duns]"},
    {"Vat__c", "registry_ids[vat]"},
    {"Named_Account_List__c", "named_account.list_id"},
    {"Named_Account_From__c", "named_account.from", Convert::kTime},
    {"Named_Account_To__c", "named_account.to", Convert::kTime},
    {"Partner_Of_Record__c", "partner_of_record"},
    {"Product_Families__c", "product_families", Convert::kList},
    {"Last_Purchase__c", "last_purchase_at", Convert::kTime},
    {"Contract_End__c", "contract_ends_at", Convert::kTime},
    {"CreatedDate", "created_at", Convert::kTime},
    {"LastActivityDate", "last_activity_at", Convert::kTime},
};

constexpr Column kOpportunity[] = {
    {"Id", "id"},
    {"AccountId", "company_id"},
    {"ContactId", "person_ids[]"},
    {"Name", "name"},
    {"StageName", "stage"},
    {"LastStageChangeDate", "stage_changed_at", Convert::kTime},
    {"IsClosed", "is_closed", Convert::kBool},
    {"IsWon", "is_won", Convert::kBool},
    {"Amount", "amount", Convert::kMajorMoney, {}, "CurrencyIsoCode"},
    {"CreatedDate", "created_at", Convert::kTime},
    {"LastActivityDate", "last_activity_at", Convert::kTime},
    {"CloseDate", "expected_close", Convert::kDay},
    {"Type", "opportunity_type", Convert::kCode, kOpportunityTypes},
    {"Product_Families__c", "product_families", Convert::kList},
    {"OwnerId", "owner"},
    {"Territory2Id", "territory"},
    {"LeadSource", "lead_source"},
};

constexpr Column kOpportunityPartner[] = {
    {"OpportunityId", "id"},
    {"AccountToId", "partners[+].partner_id"},
    {"Role", "partners[+].role", Convert::kCode, kPartnerRoles},
    {"IsPrimary", "partners[+].primary", Convert::kBool},
};

constexpr Column kUser[] = {
    {"Id", "id"},
    {"Name", "name"},
    {"Email", "email"},
    {"IsActive", "active", Convert::kBool},
    {"Roles__c", "roles", Convert::kList},
    {"Backup__c", "backup_user"},
};

constexpr Column kTask[] = {
    {"Id", "id"},
    {"WhoId", "person_id"},
    {"AccountId", "company_id"},
    {"Type", "kind", Convert::kCode, kTaskTypes},
    {"CompletedDateTime", "at", Convert::kTime},
    {"By__c", "by"},
    {"Partner__c", "partner_id"},
    {"Campaign__c", "utm.campaign"},
};

constexpr Object kObjects[] = {
    {"salesforce", "lead", "lead", kLead},
    {"salesforce", "contact", "contact", kContact},
    {"salesforce", "account", "account", kAccount},
    {"salesforce", "opportunity", "opportunity", kOpportunity},
    {"salesforce", "opportunity_partner", "opportunity", kOpportunityPartner, true},
    {"salesforce", "user", "user", kUser},
    {"salesforce", "task", "touch", kTask},
};

}  // namespace

std::span<const Object> SalesforceObjects() { return kObjects; }

}  // namespace referee::mapping
