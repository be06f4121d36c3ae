#!/usr/bin/env python3
"""Writes the sample world: canonical NDJSON and the same as exports of four vendors.

usage: generate.py [FOLDER]     FOLDER: where to write, by default beside this file

No randomness: the same program writes the same bytes.  tests/world checks that.
"""

import json
import pathlib
import sys
import unicodedata

import exports
from data import ACCOUNTS, FIRST, LAST, PARTNERS, TERRITORIES, TITLES, USERS
from stories import EXTRA_CONTACTS, EXTRA_LEADS, MERGES, OPPORTUNITIES, REGISTRATIONS, REWARDS, SUBMISSIONS, TOUCHES

DIAL = {"DE": "+49 40 55501", "AT": "+43 512 5550", "CH": "+41 44 555 01", "NO": "+47 77 55 01", "SE": "+46 35 555 01",
        "DK": "+45 75 55 01", "FI": "+358 5 555 01", "FR": "+33 4 55 55 01", "ES": "+34 972 55 01", "IT": "+39 0461 5501",
        "PT": "+351 22 555 01", "NL": "+31 10 555 01", "GB": "+44 113 555 01", "IE": "+353 1 555 01", "PL": "+48 17 555 01",
        "CZ": "+420 222 555 1", "US": "+1 615 555 01", "JP": "+81 256 55 01", "IN": "+91 281 555 01", "AU": "+61 3 5555 01"}


def ascii_of(text):
    text = text.replace("ł", "l").replace("ø", "o").replace("ß", "ss")
    return "".join(c for c in unicodedata.normalize("NFKD", text) if c.isascii()).lower()


def accounts():
    for i, row in enumerate(ACCOUNTS):
        ident, name, form, domain, country, region, city, postal, street, industry, employees, kind, owner, territory, parent = row
        full = f"{form}{name}" if form == "株式会社" else f"{name} {form}"
        record = {"type": "account", "id": ident, "name": full, "website": f"https://www.{domain}",
                  "phones": [f"{DIAL[country]}{10 + i}"] if country in DIAL else [],
                  "address": {"line1": street, "city": city, "region": region, "postal": postal, "country": country},
                  "industry": industry, "employees": int(employees), "kind": kind, "owner": owner, "territory": territory,
                  "created_at": f"2024-{1 + i % 12:02}-0{1 + i % 8}T09:00:00Z"}
        if parent:
            record["parent_id"] = parent
        if kind == "customer":
            record["last_purchase_at"] = "2025-11-15T00:00:00Z"
            record["product_families"] = ["erp"]
        if ident == "a-45":
            record["named_account"] = {"list_id": "strategic", "from": "2025-01-01T00:00:00Z"}
        if ident == "a-25":
            record["partner_of_record"] = "p-isarwerk"
            record["contract_ends_at"] = "2026-08-31T00:00:00Z"
        yield record


def contacts():
    """Two a company, three where the family is of interest."""
    number = 0
    for i, row in enumerate(ACCOUNTS):
        ident, domain = row[0], row[3]
        if ident == "a-48":  # The twin of a-47 has no people of its own.
            continue
        for k in range(2):
            number += 1
            first, last = FIRST[(i * 2 + k) % len(FIRST)], LAST[(i * 7 + k * 11) % len(LAST)]
            yield {"type": "contact", "id": f"c-{number:03}", "first_name": first, "last_name": last,
                   "emails": [f"{ascii_of(first)}.{ascii_of(last)}@{domain}"], "title": TITLES[(i + k) % len(TITLES)],
                   "authority": "decision_maker" if k == 0 else "user", "company_id": ident,
                   "opt_out": {"email": False, "phone": False}, "created_at": f"2025-0{1 + i % 9}-1{k}T08:00:00Z"}
    yield from EXTRA_CONTACTS


def leads():
    """Leads of companies that have no account, and those that the stories need."""
    for i in range(26):
        first, last, town = FIRST[(i * 3) % len(FIRST)], LAST[(i * 5 + 2) % len(LAST)], ACCOUNTS[(i * 4) % len(ACCOUNTS)]
        company = f"{LAST[(i * 9 + 1) % len(LAST)]} {['Systems', 'Trading', 'Bau', 'Foods', 'Studio'][i % 5]}"
        domain = f"{ascii_of(company).replace(' ', '-')}{i}.example"
        yield {"type": "lead", "id": f"l-{i + 1:03}", "first_name": first, "last_name": last,
               "emails": [f"{ascii_of(first)[0]}.{ascii_of(last)}@{domain}"],
               "company": {"name": company, "website": f"https://{domain}",
                           "address": {"city": town[6], "country": town[4]}, "industry": town[9]},
               "lead_status": "open", "lead_source": ["partner", "trade_show", "web", "seminar", "other"][i % 5],
               "owner": town[12], "created_at": f"2026-01-{1 + i:02}T10:00:00Z", "last_activity_at": f"2026-02-{1 + i:02}T00:00:00Z"}
    yield from EXTRA_LEADS


def directory():
    for ident, name, role, backup, active in USERS:
        yield {"type": "user", "id": ident, "name": name, "email": f"{ascii_of(name).replace(' ', '.')}@vendor.example",
               "roles": [role], "active": active, "backup_user": backup}
    for ident, name, countries, owner in TERRITORIES:
        yield {"type": "territory", "id": ident, "name": name, "countries": countries.split(), "owner": owner,
               "priority": 10, "from": "2025-01-01T00:00:00Z"}


def partners():
    for ident, name, domain, kind, tier, code, territories, users in PARTNERS:
        record = {"type": "partner", "id": ident, "name": name, "domains": [domain], "kind": kind, "tier": tier,
                  "program_id": "prog", "program_status": [{"status": "active", "from": "2025-01-01T00:00:00Z"}],
                  "partner_manager": "u-maya", "partner_owner": "u-tom", "feedback_owner": "u-maya",
                  "territories": territories.split(), "referral_codes": [code],
                  "users": [{"id": u, "name": n, "email": f"{ascii_of(n).replace(' ', '.')}@{domain}",
                             "from": "2025-01-01T00:00:00Z"} for u, n in users]}
        if ident == "p-donau":
            record["parent_partner_id"] = "p-rhon"
        yield record


def write(path, records):
    path.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records), encoding="utf-8")


def main():
    folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else __file__).resolve()
    folder = folder if folder.is_dir() else folder.parent
    crm = [*accounts(), *contacts(), *leads(), *OPPORTUNITIES, *TOUCHES]
    side = [*partners(), *REGISTRATIONS, *REWARDS]
    kept = [*directory(), *MERGES]
    write(folder / "records.ndjson", [*kept, *side, *crm])
    # What no export of the vendors holds: territories and merges.
    write(folder / "directory.ndjson", [r for r in kept if r["type"] != "user"])
    write(folder / "submissions.ndjson", SUBMISSIONS)
    exports.write_all(folder, [r for r in kept if r["type"] == "user"] + crm, side)


if __name__ == "__main__":
    main()
