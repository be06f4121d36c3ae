"""Writes records as the CSV exports of Salesforce, HubSpot, Dynamics and PartnerStack."""

import csv
import datetime

# Dynamics has no code for a webinar: it is a seminar there.
SOURCE_CODES = {"partner": "4", "trade_show": "7", "web": "8", "seminar": "6", "other": "10", "webinar": "6"}
TASK_TYPES = {"inbound_call": "Call", "outbound": "Email", "meeting": "Meeting", "webinar": "Webinar", "event": "Event",
              "form": "Form"}


def at(record, path):
    """The value at a dotted path; "x.0" is the first element of a list; "" when absent."""
    value = record
    for step in path.split("."):
        if isinstance(value, list):
            value = value[int(step)] if int(step) < len(value) else None
        else:
            value = (value or {}).get(step)
    return "" if value is None else value


def plain(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return ";".join(value)
    return str(value)


def millis(value):
    if not value:
        return ""
    moment = datetime.datetime.fromisoformat(value.replace("Z", "+00:00"))
    return str(int(moment.timestamp() * 1000))


def major(record, path):
    minor, currency = at(record, path + ".minor"), at(record, path + ".currency")
    if minor == "" or currency == "JPY":
        return str(minor)
    return f"{minor // 100}.{minor % 100:02}"


def flag(value):
    return {True: "1", False: "0"}.get(value, "")


def sheet(folder, name, records, columns):
    """One CSV: columns are (header, path or function)."""
    folder.mkdir(exist_ok=True)
    with open(folder / f"{name}.csv", "w", newline="", encoding="utf-8") as f:
        out = csv.writer(f, lineterminator="\n")
        out.writerow([header for header, _ in columns])
        for record in records:
            out.writerow([plain(get(record) if callable(get) else at(record, get)) for _, get in columns])


def of_type(records, kind):
    return [r for r in records if r["type"] == kind]


def children(records, kind, member):
    """One row for each element of a list, with its parent under "parent"."""
    return [{"parent": r, **element} for r in of_type(records, kind) for element in r.get(member) or []]


def salesforce(folder, crm):
    company = [("Website", "company.website"), ("Company", "company.name"), ("Street", "company.address.line1"),
               ("City", "company.address.city"), ("PostalCode", "company.address.postal"),
               ("Country", "company.address.country"), ("Industry", "company.industry"),
               ("NumberOfEmployees", "company.employees")]
    person = [("Id", "id"), ("FirstName", "first_name"), ("LastName", "last_name"), ("Email", "emails.0"),
              ("Phone", "phones.0"), ("Title", "title"), ("Authority__c", "authority"),
              ("HasOptedOutOfEmail", "opt_out.email"), ("DoNotCall", "opt_out.phone"), ("CreatedDate", "created_at"),
              ("LastActivityDate", "last_activity_at")]
    sheet(folder, "lead", of_type(crm, "lead"), person + company + [
        ("Status", "lead_status"), ("LeadSource", "lead_source"), ("OwnerId", "owner"), ("PartnerAccountId", "partner_id")])
    sheet(folder, "contact", of_type(crm, "contact"), person + [("AccountId", "company_id")])
    sheet(folder, "account", of_type(crm, "account"), [
        ("Id", "id"), ("Name", "name"), ("Website", "website"), ("ParentId", "parent_id"), ("Phone", "phones.0"),
        ("BillingStreet", "address.line1"), ("BillingCity", "address.city"), ("BillingState", "address.region"),
        ("BillingPostalCode", "address.postal"), ("BillingCountry", "address.country"), ("Industry", "industry"),
        ("NumberOfEmployees", "employees"), ("Type", lambda r: at(r, "kind").replace("_", " ").title()), ("OwnerId", "owner"),
        ("Territory__c", "territory"), ("Strategic_List__c", "named_account.list_id"),
        ("Named_Account_From__c", "named_account.from"), ("Partner_Of_Record__c", "partner_of_record"),
        ("Product_Families__c", "product_families"), ("Last_Purchase__c", "last_purchase_at"),
        ("Contract_End__c", "contract_ends_at"), ("CreatedDate", "created_at"), ("LastActivityDate", "last_activity_at")])
    sheet(folder, "opportunity", of_type(crm, "opportunity"), [
        ("Id", "id"), ("AccountId", "company_id"), ("ContactId", "person_ids.0"), ("Name", "name"), ("StageName", "stage"),
        ("LastStageChangeDate", "stage_changed_at"), ("IsClosed", "is_closed"), ("IsWon", "is_won"),
        ("Amount", lambda r: major(r, "amount")), ("CurrencyIsoCode", "amount.currency"), ("CreatedDate", "created_at"),
        ("LastActivityDate", "last_activity_at"), ("CloseDate", "expected_close"),
        ("Type", lambda r: {"new": "New Business", "expansion": "Expansion", "renewal": "Renewal"}.get(at(r, "opportunity_type"), "")),
        ("Product_Families__c", "product_families"), ("OwnerId", "owner"), ("Territory2Id", "territory")])
    sheet(folder, "opportunity_partner", children(crm, "opportunity", "partners"), [
        ("OpportunityId", "parent.id"), ("AccountToId", "partner_id"), ("Role", lambda r: at(r, "role").title()),
        ("IsPrimary", "primary")])
    sheet(folder, "user", of_type(crm, "user"), [
        ("Id", "id"), ("Name", "name"), ("Email", "email"), ("IsActive", "active"), ("Roles__c", "roles"), ("Backup__c", "backup_user")])
    sheet(folder, "task", of_type(crm, "touch"), [
        ("Id", "id"), ("WhoId", "person_id"), ("AccountId", "company_id"), ("Type", lambda r: TASK_TYPES.get(r["kind"], r["kind"])), ("CompletedDateTime", "at"),
        ("By__c", "by"), ("Partner__c", "partner_id"), ("Campaign__c", "utm.campaign")])


def hubspot(folder, crm):
    person = [("hs_object_id", "id"), ("firstname", "first_name"), ("lastname", "last_name"), ("email", "emails.0"),
              ("phone", "phones.0"), ("jobtitle", "title"), ("hs_buying_role", "authority"), ("hs_email_optout", "opt_out.email"),
              ("do_not_call", "opt_out.phone"), ("createdate", lambda r: millis(at(r, "created_at"))),
              ("notes_last_contacted", lambda r: millis(at(r, "last_activity_at")))]
    sheet(folder, "contact", of_type(crm, "contact"), person + [("associatedcompanyid", "company_id")])
    sheet(folder, "lead", of_type(crm, "lead"), person + [
        ("company", "company.name"), ("website", "company.website"), ("city", "company.address.city"),
        ("zip", "company.address.postal"), ("country", "company.address.country"), ("industry", "company.industry"),
        ("numemployees", "company.employees"), ("hs_lead_status", "lead_status"), ("hs_analytics_source", "lead_source"),
        ("hubspot_owner_id", "owner"), ("partner_id", "partner_id")])
    sheet(folder, "company", of_type(crm, "account"), [
        ("hs_object_id", "id"), ("name", "name"), ("website", "website"), ("hs_parent_company_id", "parent_id"),
        ("phone", "phones.0"), ("address", "address.line1"), ("city", "address.city"), ("state", "address.region"),
        ("zip", "address.postal"), ("country", "address.country"), ("industry", "industry"), ("numberofemployees", "employees"),
        ("type", lambda r: at(r, "kind").upper()), ("hubspot_owner_id", "owner"), ("territory", "territory"),
        ("named_account_list", "named_account.list_id"), ("named_account_from", lambda r: millis(at(r, "named_account.from"))),
        ("partner_of_record", "partner_of_record"), ("product_families", "product_families"),
        ("last_purchase_at", lambda r: millis(at(r, "last_purchase_at"))), ("contract_end", lambda r: millis(at(r, "contract_ends_at"))),
        ("createdate", lambda r: millis(at(r, "created_at"))), ("notes_last_contacted", lambda r: millis(at(r, "last_activity_at")))])
    sheet(folder, "deal", of_type(crm, "opportunity"), [
        ("hs_object_id", "id"), ("associated_company_id", "company_id"), ("associated_contact_ids", "person_ids"),
        ("dealname", "name"), ("dealstage", "stage"),
        ("hs_v2_date_entered_current_stage", lambda r: millis(at(r, "stage_changed_at"))), ("hs_is_closed", "is_closed"),
        ("hs_is_closed_won", "is_won"), ("amount", lambda r: major(r, "amount")), ("deal_currency_code", "amount.currency"),
        ("createdate", lambda r: millis(at(r, "created_at"))), ("notes_last_contacted", lambda r: millis(at(r, "last_activity_at"))),
        ("closedate", "expected_close"),
        ("dealtype", lambda r: {"new": "newbusiness", "expansion": "existingbusiness"}.get(at(r, "opportunity_type"), at(r, "opportunity_type"))),
        ("product_families", "product_families"), ("hubspot_owner_id", "owner"), ("territory", "territory")])
    sheet(folder, "deal_partner", children(crm, "opportunity", "partners"), [
        ("deal_id", "parent.id"), ("partner_id", "partner_id"), ("role", "role"), ("is_primary", "primary")])
    sheet(folder, "owner", of_type(crm, "user"), [
        ("id", "id"), ("name", "name"), ("email", "email"), ("active", "active"), ("roles", "roles"), ("backup_owner_id", "backup_user")])
    sheet(folder, "engagement", of_type(crm, "touch"), [
        ("hs_object_id", "id"), ("associated_contact_id", "person_id"), ("associated_company_id", "company_id"),
        ("touch_kind", "kind"), ("hs_timestamp", lambda r: millis(at(r, "at"))), ("by", "by"), ("partner_id", "partner_id"),
        ("utm_campaign", "utm.campaign")])


def dynamics(folder, crm):
    def person(ident):
        return [(ident, "id"), ("firstname", "first_name"), ("lastname", "last_name"), ("emailaddress1", "emails.0"),
                ("telephone1", "phones.0"), ("jobtitle", "title"), ("ref_authority", "authority"),
                ("donotemail", lambda r: flag(at(r, "opt_out.email"))), ("donotphone", lambda r: flag(at(r, "opt_out.phone"))),
                ("createdon", "created_at"), ("ref_lastactivity", "last_activity_at")]
    sheet(folder, "lead", of_type(crm, "lead"), person("leadid") + [
        ("companyname", "company.name"), ("websiteurl", "company.website"), ("address1_city", "company.address.city"),
        ("address1_postalcode", "company.address.postal"), ("address1_country", "company.address.country"),
        ("industrycode", "company.industry"), ("numberofemployees", "company.employees"), ("statecode", lambda r: "0"),
        ("leadsourcecode", lambda r: SOURCE_CODES[at(r, "lead_source")]), ("ownerid", "owner"), ("ref_partnerid", "partner_id")])
    sheet(folder, "contact", of_type(crm, "contact"), person("contactid") + [("parentcustomerid", "company_id")])
    sheet(folder, "account", of_type(crm, "account"), [
        ("accountid", "id"), ("name", "name"), ("websiteurl", "website"), ("parentaccountid", "parent_id"), ("telephone1", "phones.0"),
        ("address1_line1", "address.line1"), ("address1_city", "address.city"), ("address1_stateorprovince", "address.region"),
        ("address1_postalcode", "address.postal"), ("address1_country", "address.country"), ("industrycode", "industry"),
        ("numberofemployees", "employees"), ("customertypecode", lambda r: at(r, "kind").replace("_", " ").title()),
        ("ownerid", "owner"), ("territoryid", "territory"), ("ref_namedlist", "named_account.list_id"),
        ("ref_namedfrom", "named_account.from"), ("msa_managingpartnerid", "partner_of_record"),
        ("ref_productfamilies", "product_families"), ("ref_lastpurchase", "last_purchase_at"),
        ("ref_contractend", "contract_ends_at"), ("createdon", "created_at"), ("ref_lastactivity", "last_activity_at")])
    sheet(folder, "opportunity", of_type(crm, "opportunity"), [
        ("opportunityid", "id"), ("parentaccountid", "company_id"), ("parentcontactid", "person_ids.0"), ("name", "name"),
        ("stepname", "stage"), ("ref_stagechangedon", "stage_changed_at"),
        ("statecode", lambda r: "0" if not r["is_closed"] else "1" if r["is_won"] else "2"),
        ("ref_wonstate", lambda r: "0" if not r["is_closed"] else "1" if r["is_won"] else "2"),
        ("estimatedvalue", lambda r: major(r, "amount")), ("transactioncurrencyid", "amount.currency"), ("createdon", "created_at"),
        ("ref_lastactivity", "last_activity_at"), ("estimatedclosedate", "expected_close"),
        ("ref_opportunitytype", lambda r: at(r, "opportunity_type").title()), ("ref_productfamilies", "product_families"),
        ("ownerid", "owner"), ("territoryid", "territory"), ("msa_partnerid", "partners.0.partner_id"),
        ("ref_partnerrole", "partners.0.role"), ("ref_partnerprimary", "partners.0.primary")])
    sheet(folder, "systemuser", of_type(crm, "user"), [
        ("systemuserid", "id"), ("fullname", "name"), ("internalemailaddress", "email"), ("ref_active", "active"),
        ("ref_roles", "roles"), ("ref_backupuserid", "backup_user")])
    sheet(folder, "activity", of_type(crm, "touch"), [
        ("activityid", "id"), ("regardingcontactid", "person_id"), ("regardingaccountid", "company_id"), ("ref_touchkind", "kind"),
        ("actualend", "at"), ("ref_by", "by"), ("ref_partnerid", "partner_id"), ("ref_campaign", "utm.campaign")])


def partnerstack(folder, side):
    sheet(folder, "partnership", of_type(side, "partner"), [
        ("partner_key", "id"), ("company", "name"), ("domain", "domains.0"), ("kind", "kind"), ("tier", "tier"),
        ("group", "program_id"), ("status", "program_status.0.status"),
        ("joined_at", lambda r: millis(at(r, "program_status.0.from"))), ("manager", "partner_manager"), ("owner", "partner_owner"),
        ("feedback_owner", "feedback_owner"), ("territories", "territories"), ("link_key", "referral_codes.0"),
        ("parent_partner_key", "parent_partner_id")])
    sheet(folder, "team_member", children(side, "partner", "users"), [
        ("partner_key", "parent.id"), ("key", "id"), ("name", "name"), ("email", "email"), ("joined_at", lambda r: millis(at(r, "from")))])
    sheet(folder, "deal", of_type(side, "deal_registration"), [
        ("key", "id"), ("partner_key", "partner_id"), ("type", "registration_type"), ("account_key", "company_id"),
        ("product_families", "product_families"), ("stage", "status"), ("amount", "amount.minor"), ("currency", "amount.currency"),
        ("created_at", lambda r: millis(at(r, "submitted_at"))), ("completed_at", lambda r: millis(at(r, "complete_at"))),
        ("decided_at", lambda r: millis(at(r, "decided_at"))), ("window_start", lambda r: millis(at(r, "window_start"))),
        ("expires_at", lambda r: millis(at(r, "expires_at")))])
    sheet(folder, "reward", of_type(side, "reward"), [
        ("key", "id"), ("partner_key", "partner_id"), ("account_key", "company_id"), ("status", "status"),
        ("amount", "amount.minor"), ("currency", "amount.currency"), ("created_at", lambda r: millis(at(r, "at")))])


def write_all(folder, crm, side):
    salesforce(folder / "salesforce", crm)
    hubspot(folder / "hubspot", crm)
    dynamics(folder / "dynamics", crm)
    partnerstack(folder / "partnerstack", side)
