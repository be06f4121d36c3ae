"""What happened in the sample world: deals, registrations, touches, merges, rewards and the
submissions that are adjudicated.

Each submission tells one story; the statement of ../shared/mission/inventory.md that it plays is named
where there is one.  Receipts run from 1 to 16 June 2026.
"""

from data import ACCOUNTS

OWNER = {row[0]: row[12] for row in ACCOUNTS}
TERRITORY = {row[0]: row[13] for row in ACCOUNTS}


def money(text):
    """"120000 EUR" in minor units; the yen has none."""
    amount, currency = text.split()
    return {"minor": int(amount) * (1 if currency == "JPY" else 100), "currency": currency}


def midnight(day):
    return f"{day}T00:00:00Z"


# id|account|name|stage|created|stage changed|last activity|expected close|type|amount|families|outcome|partners
_OPPORTUNITIES = """
o-01|a-03|Plant Gdynia|proposal|2026-02-03|2026-05-11|2026-05-27|2026-08-31|expansion|84000 PLN|erp||p-nova:influence
o-02|a-05|Cold store|won|2025-04-02|2025-08-01|2025-08-01|2025-08-01|new|61000 EUR|erp|won|
o-03|a-06|Yard management|discovery|2026-04-20|2026-05-18|2026-05-29|2026-09-30|new|38000 CHF|wms||
o-04|a-11|Paper mill upgrade|negotiation|2026-01-15|2026-05-20|2026-05-28|2026-07-15|expansion|92000 EUR|analytics||p-nova:source
o-05|a-12|Shop network|lost|2025-02-10|2025-06-12|2025-06-12|2025-06-30|new|19000 EUR|pos|lost|
o-06|a-14|Claims desk|qualified|2026-03-12|2026-05-05|2026-05-22|2026-10-31|new|90000 EUR|crm||
o-07|a-15|Meter reading|lost|2025-03-01|2025-07-20|2025-07-20|2025-07-31|new|33000 EUR|analytics|lost|
o-08|a-16|Group consolidation|proposal|2026-02-17|2026-05-19|2026-05-30|2026-07-31|expansion|88000 EUR|erp||
o-09|a-17|Cellar stock|qualified|2026-05-04|2026-05-04|2026-05-25|2026-09-15|new|14000 EUR|wms||
o-10|a-19|Maintenance planning|proposal|2026-03-30|2026-05-21|2026-05-29|2026-07-10|new|47000 EUR|erp||
o-11|a-21|Service vans|lost|2024-11-05|2025-03-03|2025-03-03|2025-03-31|new|21000 EUR|field|lost|
o-12|a-22|Greenhouse control|won|2021-02-01|2021-06-30|2021-06-30|2021-06-30|new|17000 EUR|erp|won|
o-13|a-23|Calibration records|discovery|2026-05-11|2026-05-11|2026-05-26|2026-11-30|new|36000 GBP|quality||
o-14|a-25|Store rollout|won|2023-05-02|2023-08-31|2023-08-31|2023-08-31|new|72000 GBP|erp|won|p-isarwerk:source
o-15|a-26|Traceability|proposal|2026-04-07|2026-05-14|2026-05-27|2026-08-15|new|41000 EUR|quality||
o-16|a-28|Cutting plans|lost|2025-05-19|2025-09-01|2025-09-01|2025-09-30|new|120000 PLN|erp|lost|
o-17|a-30|Silo stock|qualified|2026-05-06|2026-05-06|2026-05-20|2026-10-01|new|26000 EUR|wms||
o-18|a-33|Patient billing|proposal|2026-03-18|2026-05-12|2026-05-28|2026-07-20|new|67000 USD|finance||
o-19|a-37|Timetables|discovery|2026-05-13|2026-05-13|2026-05-21|2026-12-15|new|52000 CAD|education||
o-20|a-39|Foundry floor|lost|2025-01-20|2025-04-28|2025-04-28|2025-04-30|new|2400000 INR|erp|lost|
o-21|a-40|Export papers|qualified|2026-04-24|2026-05-15|2026-05-29|2026-09-10|new|5200000 JPY|erp||p-kumoda:source
o-22|a-45|Clinic group finance|negotiation|2026-01-26|2026-05-25|2026-06-02|2026-07-31|new|410000 EUR|finance||
o-23|a-46|Grid maintenance|qualified|2026-04-14|2026-05-04|2026-05-19|2026-10-30|new|88000 EUR|field||
o-24|a-47|Barrel tracking|won|2024-02-12|2024-06-15|2024-06-15|2024-06-30|new|23000 EUR|erp|won|p-donau:source
o-25|a-50|Hotel group back office|proposal|2025-08-25|2025-10-06|2025-11-17|2026-01-31|new|54000 EUR|erp||
o-26|a-51|Site logistics|discovery|2026-05-08|2026-05-08|2026-05-22|2026-11-20|new|640000 SEK|wms||
o-27|a-54|Tool cribs|proposal|2026-03-03|2026-05-13|2026-05-26|2026-07-25|new|910000 CZK|wms||p-nova:teaming
o-28|a-56|Field crews|lost|2025-06-02|2025-10-10|2025-10-10|2025-10-31|new|95000 GBP|field|lost|
o-29|a-61|Box line|qualified|2026-05-01|2026-05-12|2026-05-28|2026-09-05|new|44000 GBP|erp||
o-30|a-62|Sample tracking|discovery|2026-05-15|2026-05-15|2026-05-27|2026-12-01|new|39000 EUR|quality||
""".strip().splitlines()

# id|partner|account|families|status|submitted|complete|decided|expires|amount
_REGISTRATIONS = """
d-01|p-nova|a-11|analytics|approved|2026-03-02T08:00:00Z|2026-03-03T08:00:00Z|2026-03-05T10:00:00Z|2026-08-05T10:00:00Z|92000 EUR
d-02|p-nova|a-54|wms|approved|2026-03-16T09:30:00Z|2026-03-16T09:30:00Z|2026-03-18T14:00:00Z|2026-09-18T14:00:00Z|910000 CZK
d-03|p-kumoda|a-40|erp|approved|2026-04-27T02:00:00Z|2026-04-27T02:00:00Z|2026-04-29T04:00:00Z|2026-10-29T04:00:00Z|5200000 JPY
d-04|p-nordhafen|a-46|field|approved|2026-04-20T07:45:00Z|2026-04-21T07:45:00Z|2026-04-23T11:00:00Z|2026-07-23T11:00:00Z|88000 EUR
d-05|p-brisa|a-17|wms|approved|2026-05-04T10:10:00Z|2026-05-04T10:10:00Z|2026-05-06T09:00:00Z|2026-08-06T09:00:00Z|14000 EUR
d-06|p-isarwerk|a-25|erp|converted|2023-05-03T09:00:00Z|2023-05-03T09:00:00Z|2023-05-05T09:00:00Z|2023-09-05T09:00:00Z|72000 GBP
d-07|p-brisa|a-60|analytics|in_review|2026-06-09T09:12:00Z|2026-06-09T09:12:00Z|||64000 EUR
d-08|p-tejoline|a-58|pos|rejected|2026-02-11T15:00:00Z|2026-02-12T15:00:00Z|2026-02-16T12:00:00Z||8000 EUR
d-09|p-donau|a-49|crm|withdrawn|2025-11-03T13:00:00Z|2025-11-03T13:00:00Z|||27000 CHF
d-10|p-kumoda|a-43|erp|expired|2025-08-12T01:00:00Z|2025-08-12T01:00:00Z|2025-08-14T03:00:00Z|2025-11-14T03:00:00Z|31000 NZD
d-11|p-nordhafen|a-30|wms|approved|2026-05-08T08:20:00Z|2026-05-08T08:20:00Z|2026-05-11T10:00:00Z|2026-08-11T10:00:00Z|26000 EUR
d-12|p-brisa|a-19|erp|submitted|2026-05-26T16:05:00Z|2026-05-27T16:05:00Z|||47000 EUR
""".strip().splitlines()

# id|kind|at|person|account|by|partner|campaign
_TOUCHES = """
t-01|webinar|2026-04-14T14:00:00Z|l-101|a-04|prospect||autumn-of-erp
t-02|outbound|2026-04-28T09:30:00Z|l-101|a-04|vendor||
t-03|meeting|2026-05-12T10:00:00Z|l-101|a-04|vendor||
t-04|form|2026-06-03T07:55:00Z|l-102|a-49|prospect||price-list
t-05|call_mention|2026-06-05T09:20:00Z|l-102|a-49|prospect|p-isarwerk|
t-06|meeting|2026-03-10T10:00:00Z|c-005|a-03|vendor||
t-07|event|2026-03-17T16:00:00Z|c-011|a-06|prospect||logistics-day
t-08|outbound|2026-03-19T08:30:00Z|c-011|a-06|vendor||
t-09|webinar|2026-02-26T14:00:00Z|c-013|a-07|prospect||winter-power
t-10|meeting|2026-05-20T12:00:00Z|c-021|a-11|vendor||
t-11|email_intro|2026-01-12T09:00:00Z|c-021|a-11|partner|p-nova|
t-12|chat|2026-03-11T17:20:00Z|c-027|a-14|prospect||
t-13|meeting|2026-05-05T09:00:00Z|c-027|a-14|vendor||
t-14|meeting|2026-05-19T11:30:00Z|c-031|a-16|vendor||
t-15|form|2026-05-03T18:45:00Z|c-033|a-17|prospect||
t-16|email_intro|2026-05-02T10:00:00Z|c-033|a-17|partner|p-brisa|
t-17|event|2026-03-26T10:00:00Z|c-037|a-19|prospect||milan-fair
t-18|meeting|2026-05-21T08:00:00Z|c-037|a-19|vendor||
t-19|form|2026-05-09T13:10:00Z|c-045|a-23|prospect||
t-20|outbound|2026-05-12T09:00:00Z|c-045|a-23|vendor||
t-21|webinar|2026-04-02T14:00:00Z|c-051|a-26|prospect||food-safety
t-22|meeting|2026-05-14T10:15:00Z|c-051|a-26|vendor||
t-23|inbound_call|2026-05-04T08:05:00Z|c-059|a-30|prospect||
t-24|event|2026-03-12T15:00:00Z|c-065|a-33|prospect||nashville-health
t-25|meeting|2026-05-12T16:00:00Z|c-065|a-33|vendor||
t-26|form|2026-05-11T19:30:00Z|c-073|a-37|prospect||
t-27|email_intro|2026-04-22T01:30:00Z|c-079|a-40|partner|p-kumoda|
t-28|meeting|2026-05-15T03:00:00Z|c-079|a-40|vendor||
t-29|meeting|2026-05-25T09:00:00Z|c-089|a-45|vendor||
t-30|outbound|2026-01-22T08:40:00Z|c-089|a-45|vendor||
t-31|webinar|2026-04-09T14:00:00Z|c-091|a-46|prospect||grid-talk
t-32|email_intro|2026-04-17T07:30:00Z|c-091|a-46|partner|p-nordhafen|
t-33|meeting|2025-09-15T10:00:00Z|c-097|a-50|vendor||
t-34|outbound|2025-11-17T10:00:00Z|c-097|a-50|vendor||
t-35|form|2026-05-07T06:50:00Z|c-099|a-51|prospect||
t-36|event|2026-02-27T15:30:00Z|c-105|a-54|prospect||brno-tools
t-37|meeting|2026-05-13T09:45:00Z|c-105|a-54|vendor||
t-38|list_import|2025-10-02T12:00:00Z|c-109|a-56|vendor||old-fair-list
t-39|form|2026-04-30T11:00:00Z|c-119|a-61|prospect||
t-40|webinar|2026-05-13T14:00:00Z|c-121|a-62|prospect||lab-day
""".strip().splitlines()


def _opportunity(line):
    ident, account, name, stage, created, changed, active, close, kind, amount, families, outcome, partners = line.split("|")
    return {"type": "opportunity", "id": ident, "company_id": account, "name": name, "stage": stage,
            "stage_changed_at": midnight(changed), "is_closed": outcome != "", "is_won": outcome == "won",
            "amount": money(amount), "created_at": midnight(created), "last_activity_at": midnight(active),
            "expected_close": close, "opportunity_type": kind, "product_families": families.split(),
            "owner": OWNER[account], "territory": TERRITORY[account],
            "partners": [{"partner_id": p.split(":")[0], "role": p.split(":")[1], "primary": True} for p in partners.split()]}


def _registration(line):
    ident, partner, account, families, status, submitted, complete, decided, expires, amount = line.split("|")
    record = {"type": "deal_registration", "id": ident, "partner_id": partner, "registration_type": "hunting",
              "company_id": account, "product_families": families.split(), "amount": money(amount), "status": status,
              "submitted_at": submitted, "complete_at": complete}
    if decided:
        record["decided_at"] = record["window_start"] = decided
    if expires:
        record["expires_at"] = expires
    return record


def _touch(line):
    ident, kind, when, person, account, by, partner, campaign = line.split("|")
    record = {"type": "touch", "id": ident, "kind": kind, "at": when, "person_id": person, "company_id": account, "by": by}
    if partner:
        record["partner_id"] = partner
    if campaign:
        record["utm"] = {"campaign": campaign}
    return record


OPPORTUNITIES = [_opportunity(line) for line in _OPPORTUNITIES]
REGISTRATIONS = [_registration(line) for line in _REGISTRATIONS]
TOUCHES = [_touch(line) for line in _TOUCHES]

REWARDS = [
    {"type": "reward", "id": "w-01", "partner_id": "p-nova", "company_id": "a-11", "status": "eligible",
     "amount": money("900 EUR"), "at": "2026-05-21T09:00:00Z"},
    {"type": "reward", "id": "w-02", "partner_id": "p-donau", "company_id": "a-47", "status": "paid",
     "amount": money("600 EUR"), "at": "2024-08-01T09:00:00Z"},
    {"type": "reward", "id": "w-03", "partner_id": "p-kumoda", "company_id": "a-40", "status": "pending_eligibility",
     "amount": money("45000 JPY"), "at": "2026-05-18T03:00:00Z"},
]


def _lead(ident, first, last, email, title, company, domain, city, country, industry, source, owner, created, active, **more):
    record = {"type": "lead", "id": ident, "first_name": first, "last_name": last, "emails": [email], "title": title,
              "company": {"name": company, "website": f"https://www.{domain}", "address": {"city": city, "country": country},
                          "industry": industry},
              "lead_status": "open", "lead_source": source, "created_at": created, "last_activity_at": active, **more}
    return record if owner is None else {**record, "owner": owner}


EXTRA_LEADS = [
    _lead("l-101", "Katrin", "Vogt", "katrin.vogt@pegnitzer-werkzeugbau.example", "Head of IT", "Pegnitzer Werkzeugbau GmbH",
          "pegnitzer-werkzeugbau.example", "Fürth", "DE", "manufacturing", "webinar", "u-sam",
          "2026-04-14T15:10:00Z", "2026-05-12T10:00:00Z"),
    _lead("l-102", "Regula", "Zgraggen", "regula.zgraggen@linthal.example", "CFO", "Linthal Versicherung AG", "linthal.example",
          "Glarus", "CH", "insurance", "web", None, "2026-06-03T07:55:00Z", "2026-06-05T09:20:00Z"),
    _lead("l-103", "Callum", "Ashby", "callum.ashby@wattlebird.example", "Operations Manager", "Wattlebird Foods Pty Ltd",
          "wattlebird.example", "Geelong", "AU", "manufacturing", "web", "u-kai", "2026-04-06T01:00:00Z", "2026-05-04T02:00:00Z"),
    _lead("l-104", "Solène", "Kerbrat", "s.kerbrat@clinique-verger.example", "Managing Director", "Clinique du Verger SAS",
          "clinique-verger.example", "Rennes", "FR", "healthcare", "partner", "u-lea", "2026-02-20T09:00:00Z",
          "2026-03-02T09:00:00Z", opt_out={"email": True, "phone": True}),
]

# People whom the submissions name, under another address or a shorter name.
EXTRA_CONTACTS = [
    {"type": "contact", "id": "c-201", "first_name": "Imogen", "last_name": "Tallow", "emails": ["i.tallow@tallowsons.example"],
     "title": "Managing Director", "authority": "decision_maker", "company_id": "a-25",
     "opt_out": {"email": False, "phone": False}, "created_at": "2023-04-20T08:00:00Z"},
    {"type": "contact", "id": "c-202", "first_name": "Ben", "last_name": "Raith", "emails": ["raith@isarkliniken.example"],
     "title": "Chief Financial Officer", "authority": "decision_maker", "company_id": "a-45",
     "opt_out": {"email": False, "phone": False}, "created_at": "2026-01-20T08:00:00Z"},
    {"type": "contact", "id": "c-203", "first_name": "Theda", "last_name": "Falk", "emails": ["theda.falk@falkenried.example"],
     "title": "Head of IT", "authority": "decision_maker", "company_id": "a-01",
     "opt_out": {"email": False, "phone": False}, "created_at": "2025-03-11T08:00:00Z"},
]

# Merging kept the lead that came over the web and dropped the one that the partner had brought.
MERGES = [
    {"type": "merge", "id": "m-01", "of": "lead", "winner_id": "l-103", "at": "2026-04-08T05:00:00Z",
     "loser": {"id": "l-100", "lead_source": "partner", "partner_id": "p-kumoda", "created_at": "2026-01-19T03:00:00Z"}},
]


def _person(name, email, title=None, authority=None, **more):
    first, last = name.split(" ", 1)
    person = {"first_name": first, "last_name": last, "emails": email and [email], "title": title, "authority": authority, **more}
    return {key: value for key, value in person.items() if value is not None}


def _company(name, domain, city, country, industry, employees):
    return {"name": name, "domains": [domain], "address": {"city": city, "country": country}, "industry": industry,
            "employees": employees}


def _consent(by, at, **more):
    return {"basis": "consent", "share_forward": True, "contact": True, "report_back": True, "channels": ["email", "phone"],
            "obtained_by": by, "obtained_at": at, **more}


def _submission(ident, key, channel, intent, received, **more):
    return {"type": "submission", "id": ident, "idempotency_key": key, "channel": channel, "intent": intent,
            "program_id": "prog", "received_at": received, **more}


SUBMISSIONS = [
    # SCN-01: a technology partner brings somebody who came to a webinar in April and whom sales works.
    _submission(
        "s-01", "portal:9001", "portal", "referral", "2026-06-01T08:15:00Z", claimed_at="2026-06-01T08:14:40Z",
        partner_id="p-nova", submitted_by="pu-ira",
        lead=_person("Katrin Vogt", "katrin.vogt@pegnitzer-werkzeugbau.example", "Head of IT", "decision_maker"),
        company=_company("Pegnitzer Werkzeugbau GmbH", "pegnitzer-werkzeugbau.example", "Fürth", "DE", "manufacturing", 180),
        need="Replace spreadsheets in tool planning before the new hall opens", urgency="this_quarter", region="DE",
        product_interest=["erp"], amount=money("48000 EUR"), relationship="customer",
        introduction_path="runs our cloud backup; asked us about planning tools",
        consent=_consent("pu-ira", "2026-05-27T12:00:00Z"),
        evidence=[{"id": "e-901", "kind": "email", "at": "2026-05-27T12:00:00Z"}]),
    # SCN-02, first half: a reseller brings a haulier, on a Monday.
    _submission(
        "s-02", "portal:9002", "portal", "referral", "2026-06-01T09:10:00Z", partner_id="p-nordhafen", submitted_by="pu-heike",
        lead=_person("Karin Sjöberg", "karin.sjoberg@halmkyl.example", "Operations Manager", "decision_maker"),
        company=_company("Halmstad Kyltransport AB", "halmkyl.example", "Halmstad", "SE", "logistics", 140),
        need="Know the temperature of every trailer and prove it to customers", urgency="this_quarter", region="SE",
        product_interest=["wms"], amount=money("520000 SEK"), relationship="customer",
        introduction_path="maintains their network since 2023",
        consent=_consent("pu-heike", "2026-05-29T08:00:00Z"),
        evidence=[{"id": "e-902", "kind": "email", "at": "2026-05-29T08:00:00Z"}]),
    # SCN-02, second half: another partner brings the same haulier on the Thursday.
    _submission(
        "s-03", "portal:9003", "portal", "referral", "2026-06-04T13:40:00Z", partner_id="p-nova", submitted_by="pu-jan",
        lead=_person("Karin Sjöberg", "k.sjoberg@halmkyl.example", "Operations Manager", "decision_maker"),
        company=_company("Halmstad Kyltransport", "halmkyl.example", "Halmstad", "SE", "logistics", 140),
        need="Cold chain monitoring in the cloud", urgency="this_month", region="SE", product_interest=["wms"],
        amount=money("480000 SEK"), relationship="customer", introduction_path="met at the Gothenburg transport fair",
        consent=_consent("pu-jan", "2026-06-03T15:00:00Z"),
        evidence=[{"id": "e-903", "kind": "call", "at": "2026-06-03T15:00:00Z"}]),
    # SCN-03: a prospect filled the web form, and names a partner on the discovery call.
    _submission(
        "s-04", "call:7741", "call", "mention", "2026-06-05T09:45:00Z", partner_id="p-isarwerk",
        lead=_person("Regula Zgraggen", "regula.zgraggen@linthal.example", "CFO", "decision_maker"),
        company=_company("Linthal Versicherung AG", "linthal.example", "Glarus", "CH", "insurance", 240),
        need="One view of every policy holder", urgency="this_quarter", region="CH", product_interest=["crm"],
        amount=money("36000 CHF"), relationship="customer", introduction_path="said on the call that Isarwerk told her about us",
        call={"id": "call-7741", "intent": "interested", "urgency": "this_quarter", "next_step": "demo in June",
              "outcome": "meeting agreed"},
        consent=_consent("u-sam", "2026-06-05T09:20:00Z"),
        evidence=[{"id": "e-904", "kind": "call", "at": "2026-06-05T09:20:00Z"}]),
    # SCN-04: the plain good case: a new company, everything that is asked for, nobody else there.
    _submission(
        "s-05", "form:3308", "form", "referral", "2026-06-08T07:30:00Z", partner_id="p-donau", submitted_by="pu-mia",
        lead=_person("Friederike Aumann", "f.aumann@brennhaeusle.example", "Managing Director", "decision_maker",
                     phones=["+49 7461 55501"]),
        company=_company("Brennhäusle Feinmechanik GmbH", "brennhaeusle.example", "Tuttlingen", "DE", "manufacturing", 95),
        need="Batch traceability for medical instruments, as the auditor asks", urgency="this_quarter", region="DE",
        product_interest=["quality"], amount=money("58000 EUR"), relationship="customer",
        introduction_path="we run her servers; she asked for an introduction",
        consent=_consent("pu-mia", "2026-06-05T10:00:00Z"),
        evidence=[{"id": "e-905", "kind": "email", "at": "2026-06-05T10:00:00Z"}]),
    # SCN-04, the other end: too small and in no industry of the program; only a person tells the partner.
    _submission(
        "s-06", "portal:9004", "portal", "referral", "2026-06-08T10:05:00Z", partner_id="p-tejoline", submitted_by="pu-rui",
        lead=_person("Amália Teles", "amalia@adegadofado.example", "Owner", "decision_maker"),
        company=_company("Adega do Fado Lda", "adegadofado.example", "Lisboa", "PT", "entertainment", 6),
        need="A till that prints the bill in three languages", urgency="this_month", region="PT", product_interest=["pos"],
        amount=money("6000 EUR"), relationship="customer", introduction_path="we design their posters",
        consent=_consent("pu-rui", "2026-06-07T18:00:00Z"),
        evidence=[{"id": "e-906", "kind": "email", "at": "2026-06-07T18:00:00Z"}]),
    # SCN-09: the reseller of SCN-02 asks what became of it and whether the credit is theirs.
    _submission(
        "s-07", "mail:5120", "email", "credit_query", "2026-06-08T14:20:00Z", partner_id="p-nordhafen", submitted_by="pu-cem",
        lead=_person("Karin Sjöberg", "karin.sjoberg@halmkyl.example"),
        company={"name": "Halmstad Kyltransport AB", "domains": ["halmkyl.example"]}),
    # SCN-10: a reward is claimed for the referral of SCN-03 while its attribution is open.
    _submission(
        "s-08", "portal:9005", "portal", "reward_claim", "2026-06-09T08:00:00Z", partner_id="p-isarwerk", submitted_by="pu-svenja",
        lead=_person("Regula Zgraggen", "regula.zgraggen@linthal.example"),
        company={"name": "Linthal Versicherung AG", "domains": ["linthal.example"]}, reward={"amount": money("1500 CHF")}),
    # Two claims within a working day: a registration of the morning, this one of the afternoon.
    _submission(
        "s-09", "portal:9006", "portal", "deal_registration", "2026-06-09T16:40:00Z", partner_id="p-tejoline", submitted_by="pu-rui",
        lead=_person("Duarte Lobo", "duarte.lobo@brisaenergia.example", "CFO", "decision_maker"),
        company=_company("Brisa Energia, S.A.", "brisaenergia.example", "Lisboa", "PT", "energy", 980),
        need="Forecast the output of forty wind parks", urgency="this_quarter", region="PT", product_interest=["analytics"],
        registration={"registration_type": "hunting", "product_families": ["analytics"], "amount": money("61000 EUR")},
        amount=money("61000 EUR"), relationship="customer", introduction_path="we built their annual report",
        consent=_consent("pu-rui", "2026-06-09T14:00:00Z"),
        evidence=[{"id": "e-909", "kind": "email", "at": "2026-06-09T14:00:00Z"}]),
    # An opportunity of last autumn fell asleep; a distributor registers the deal anew.
    _submission(
        "s-10", "portal:9007", "portal", "deal_registration", "2026-06-10T08:30:00Z", partner_id="p-rhon", submitted_by="pu-urs",
        lead=_person("Leopold Gruber", "l.gruber@murtalhotels.example", "CFO", "decision_maker"),
        company=_company("Murtal Hotels GmbH", "murtalhotels.example", "Graz", "AT", "hospitality", 125),
        need="One set of books for nine hotels", urgency="this_quarter", region="AT", product_interest=["erp"],
        registration={"registration_type": "hunting", "product_families": ["erp"], "amount": money("57000 EUR")},
        amount=money("57000 EUR"), relationship="customer", introduction_path="supplies their tills",
        consent=_consent("pu-urs", "2026-06-09T09:00:00Z"),
        evidence=[{"id": "e-910", "kind": "meeting", "at": "2026-06-09T09:00:00Z"}]),
    # Two leads were merged in April; the one that the partner had brought in January lost its source.
    _submission(
        "s-11", "portal:9008", "portal", "referral", "2026-06-11T02:10:00Z", partner_id="p-kumoda", submitted_by="pu-aiko",
        lead=_person("Callum Ashby", "callum.ashby@wattlebird.example", "Operations Manager", "influencer"),
        company=_company("Wattlebird Foods", "wattlebird.example", "Geelong", "AU", "manufacturing", 190),
        need="Plan two shifts from one order book", urgency="next_quarter", region="AU", product_interest=["erp"],
        amount=money("70000 AUD"), relationship="customer", introduction_path="introduced him in January already",
        consent=_consent("pu-aiko", "2026-01-16T03:00:00Z"),
        evidence=[{"id": "e-911", "kind": "email", "at": "2026-01-16T03:00:00Z"}]),
    # The partner says she may be contacted; she has told the vendor not to.
    _submission(
        "s-12", "mail:5121", "email", "introduction", "2026-06-11T11:25:00Z", partner_id="p-brisa", submitted_by="pu-lucia",
        lead=_person("Solène Kerbrat", "s.kerbrat@clinique-verger.example", "Managing Director", "decision_maker"),
        company=_company("Clinique du Verger", "clinique-verger.example", "Rennes", "FR", "healthcare", 380),
        need="Book operating rooms without the telephone", urgency="next_quarter", region="FR", product_interest=["crm"],
        amount=money("42000 EUR"), relationship="colleague", introduction_path="sat on a panel together",
        consent=_consent("pu-lucia", "2026-06-10T16:00:00Z"),
        evidence=[{"id": "e-912", "kind": "email", "at": "2026-06-10T16:00:00Z"}]),
    # An existing customer, eleven weeks before the renewal that another partner manages.
    _submission(
        "s-13", "portal:9009", "portal", "referral", "2026-06-12T09:00:00Z", partner_id="p-nordhafen", submitted_by="pu-cem",
        lead=_person("Imogen Tallow", "imogen.tallow@tallowsons.example", "Managing Director", "decision_maker"),
        company=_company("Tallow and Sons plc", "tallowsons.example", "York", "GB", "retail", 880),
        need="Extend the contract and add the new shops", urgency="this_quarter", region="GB", product_interest=["erp"],
        amount=money("66000 GBP"), relationship="customer", introduction_path="cabled the new shops",
        consent=_consent("pu-cem", "2026-06-11T13:00:00Z"),
        evidence=[{"id": "e-913", "kind": "email", "at": "2026-06-11T13:00:00Z"}]),
    # A form with a code that no partner owns.
    _submission(
        "s-14", "form:3309", "form", "referral", "2026-06-12T17:50:00Z", referral_code="SUMMER26",
        lead=_person("Darnell Oakes", "darnell.oakes@ridgepole.example", "Purchasing Manager", "influencer"),
        company=_company("Ridgepole Homes Corp", "ridgepole.example", "Portland", "US", "construction", 140),
        need="Order timber by the house plan", urgency="this_quarter", region="US", product_interest=["erp"],
        amount=money("39000 USD"), introduction_path="found the code in a newsletter",
        consent=_consent("self", "2026-06-12T17:50:00Z")),
    # A partner's user refers himself.
    _submission(
        "s-15", "portal:9010", "portal", "referral", "2026-06-15T10:15:00Z", partner_id="p-tejoline", submitted_by="pu-rui",
        lead=_person("Rui Valadas", "rui.valadas@tejoline.example", "Partner", "decision_maker"),
        company=_company("Tejoline Partners Lda", "tejoline.example", "Porto", "PT", "professional_services", 14),
        need="Use the product for the agency's own projects", urgency="this_month", region="PT", product_interest=["crm"],
        amount=money("7000 EUR"), relationship="self", introduction_path="my own company",
        consent=_consent("pu-rui", "2026-06-15T10:15:00Z"),
        evidence=[{"id": "e-915", "kind": "email", "at": "2026-06-14T10:00:00Z"}]),
    # A strategic account with a deal of direct sales, and a discount that somebody spoke of already.
    _submission(
        "s-16", "portal:9011", "portal", "referral", "2026-06-15T13:30:00Z", partner_id="p-isarwerk", submitted_by="pu-svenja",
        lead=_person("Benjamin Raith", None, "CFO", "decision_maker"),
        company=_company("Isarkliniken gGmbH", "isarkliniken.example", "München", "DE", "healthcare", 3200),
        need="Close the books of six clinics in five days", urgency="now", region="DE", product_interest=["finance"],
        amount=money("480000 EUR"), relationship="customer", introduction_path="runs their data centre",
        commitments=["ten percent off the list price if signed in July"],
        consent=_consent("pu-svenja", "2026-06-12T09:00:00Z"),
        evidence=[{"id": "e-916", "kind": "meeting", "at": "2026-06-12T09:00:00Z"}]),
    # A parent company without a deal, whose Polish subsidiary buys already.
    _submission(
        "s-17", "portal:9012", "portal", "referral", "2026-06-16T07:20:00Z", partner_id="p-nordhafen", submitted_by="pu-heike",
        lead=_person("Theda Falk", "theda.falk@falkenried.example", "Head of IT", "decision_maker", phones=["040 5550110"]),
        company=_company("Falkenried-Werke", "falkenried.example", "Hamburg", "DE", "manufacturing", 420),
        need="Service contracts of eleven hundred cranes in one place", urgency="next_quarter", region="DE",
        product_interest=["field"], amount=money("74000 EUR"), relationship="customer",
        introduction_path="looks after their workstations",
        consent=_consent("pu-heike", "2026-06-15T09:00:00Z"),
        evidence=[{"id": "e-917", "kind": "email", "at": "2026-06-15T09:00:00Z"}]),
    # A short mail: who and why, but not how soon, who decides, or whether contact is wanted.
    _submission(
        "s-18", "mail:5122", "email", "introduction", "2026-06-16T09:05:00Z", partner_id="p-kumoda", submitted_by="pu-aiko",
        lead=_person("Priya Menon", "priya.menon@straitshore.example", "Operations Manager"),
        company=_company("Straitshore Chandlers Pte Ltd", "straitshore.example", "Singapore", "SG", "logistics", 60),
        need="Count ship stores without closing the depot", region="SG", product_interest=["wms"], amount=money("24000 SGD"),
        relationship="customer", introduction_path="we host their mail",
        consent={"basis": "consent", "share_forward": True, "obtained_by": "pu-aiko", "obtained_at": "2026-06-15T09:00:00Z"},
        evidence=[{"id": "e-918", "kind": "email", "at": "2026-06-15T09:00:00Z"}]),
]
