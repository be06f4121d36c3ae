"""A small vendor whose partners refer: what the tests of this folder start from."""

import copy
import json

import referee

ACTIVE = [{"status": "active", "from": "2025-01-01T00:00:00Z", "to": None}]
NOVA = {"type": "partner", "id": "p-nova", "name": "Nova Cloud GmbH", "tier": "gold",
        "kind": "technology", "domains": ["novacloud.example"], "program_id": "prog",
        "program_status": ACTIVE, "partner_manager": "u-maya", "partner_owner": "u-tom",
        "feedback_owner": "u-fee", "referral_codes": ["NOVA10"],
        "users": [{"id": "pu-ira", "name": "Ira Beck", "email": "ira@novacloud.example"}]}
PEAK = {"type": "partner", "id": "p-peak", "name": "Peak Systems AG", "tier": "silver",
        "program_id": "prog", "program_status": ACTIVE, "partner_manager": "u-maya",
        "partner_owner": "u-tom", "users": [{"id": "pu-pat"}]}
PEOPLE = [{"type": "user", "id": "u-maya", "roles": ["partner_manager"]},
          {"type": "user", "id": "u-tom", "roles": ["partner_owner"]},
          {"type": "user", "id": "u-fee", "roles": ["partner_manager"]},
          {"type": "user", "id": "u-pia", "roles": ["program_owner"]},
          {"type": "user", "id": "u-paul", "roles": ["program_owner"]},
          {"type": "user", "id": "u-rev", "roles": ["rev_ops"]},
          {"type": "user", "id": "u-sam", "roles": ["sales_owner"], "active": True},
          {"type": "territory", "id": "t-dach", "name": "DACH", "countries": ["DE", "AT", "CH"],
           "owner": "u-sam", "priority": 10}]
ACCOUNT = {"type": "account", "id": "a-1", "name": "Falkenried Werke AG",
           "domains": ["falkenried.example"], "industry": "manufacturing", "employees": 420,
           "address": {"city": "Hamburg", "country": "DE"}, "kind": "prospect", "owner": "u-sam"}
CONTACT = {"type": "contact", "id": "c-1", "first_name": "Jonas", "last_name": "Weber",
           "emails": ["jonas.weber@falkenried.example"], "company_id": "a-1"}
LEAD = {"type": "lead", "id": "l-1", "first_name": "Jonas", "last_name": "Weber",
        "emails": ["jonas.weber@falkenried.example"], "lead_status": "open", "owner": "u-sam",
        "company": {"name": "Falkenried Werke AG", "domains": ["falkenried.example"]},
        "created_at": "2026-05-01T09:00:00Z"}
REFERRAL = {
    "type": "submission", "channel": "portal", "intent": "referral", "submitted_by": "pu-ira",
    "partner_id": "p-nova", "program_id": "prog", "received_at": "2026-06-01T10:00:00Z",
    "lead": {"first_name": "Jonas", "last_name": "Weber", "title": "Head of IT",
             "emails": ["jonas.weber@falkenried.example"], "authority": "decision_maker"},
    "company": {"name": "Falkenried Werke AG", "domains": ["falkenried.example"],
                "address": {"city": "Hamburg", "country": "DE"}, "industry": "manufacturing",
                "employees": 420},
    "need": "Replace an old ERP", "urgency": "this_quarter", "timeline": "2026-Q3", "region": "DE",
    "product_interest": ["erp"], "amount": {"minor": 5000000, "currency": "EUR"},
    "introduction_path": "worked together on the warehouse", "relationship": "customer",
    "campaign": "spring", "consent": {"basis": "consent", "share_forward": True, "contact": True,
                                      "report_back": True}}
LATER = "2026-06-05T10:00:00Z"


def changed(document, **changes):
    """A copy with members replaced, `a__b` for nested ones; None leaves a member out."""
    out = copy.deepcopy(document)
    for name, value in changes.items():
        *path, last = name.split("__")
        place = out
        for step in path:
            place = place.setdefault(step, {})
        if value is None:
            place.pop(last, None)
        else:
            place[last] = value
    return out


class Desk:
    """One store, some records, and what a host would do with them."""

    engine = referee.Engine()
    standard = referee.Policy.standard()

    def __init__(self, *records, **parameters):
        self.policy = self.standard.with_parameters(**parameters) if parameters else self.standard
        self.store = referee.Store()
        self.submissions = self.acts = 0
        self.load(NOVA, PEAK, *PEOPLE, *records)

    def load(self, *records):
        corpus = referee.Corpus()
        latest = {(record["type"], record["id"]): record for record in records}
        corpus.load_ndjson("".join(json.dumps(record) + "\n" for record in latest.values()))
        self.records = corpus.snapshot()

    def submit(self, document=REFERRAL, **changes):
        """The decision on a referral with these changes, as an object."""
        self.submissions += 1
        submission = changed(document, **{"id": f"s-{self.submissions}", **changes})
        decision = self.engine.submit(self.policy, self.records, self.store, submission).document()
        self.referral = decision["referral_id"] or getattr(self, "referral", None)
        return decision

    def status(self, user="u-sam", as_of=LATER, **members):
        query = {"type": "status", "user": user, "referral_id": self.referral, **members}
        query = {name: value for name, value in query.items() if value is not None}
        return self.engine.status(self.policy, self.store, query, as_of=as_of).document()

    def approve(self, action, user, role, as_of=LATER, **members):
        """Approves what is to be approved under `action` now."""
        self.acts += 1
        subject = next(s for s in self.status(as_of=as_of)["subjects"] if s["action"] == action)
        act = {"type": "approval", "id": f"act-{self.acts}", "referral_id": self.referral,
               "action": action, "subject_hash": subject["subject_hash"], "user": user,
               "role": role, "decision": "approve", "rationale": "looked at it", **members}
        return self.engine.approve(self.policy, self.store, act, as_of=as_of).document()

    def approve_all(self, action, as_of=LATER):
        """Approves as everybody who is asked would."""
        people = {"partner_manager": ["u-maya"], "partner_owner": ["u-tom"],
                  "program_owner": ["u-pia", "u-paul"], "rev_ops": ["u-rev"]}
        for subject in self.status(as_of=as_of)["subjects"]:
            if subject["action"] == action:
                for user in people[subject["role"]]:
                    self.approve(action, user, subject["role"], as_of)

    def move(self, to, as_of=LATER, user="u-sam", **members):
        self.acts += 1
        act = {"type": "transition", "id": f"act-{self.acts}", "referral_id": self.referral,
               "to": to, "user": user, **members}
        return self.engine.transition(self.policy, self.store, act, as_of=as_of).document()


def kinds(decision):
    return [conflict["kind"] for conflict in decision["conflicts"]]


def verdict(decision, code):
    return next(f["verdict"] for f in decision["findings"] if f["code"] == code)


def finding(decision, code):
    return next(f for f in decision["findings"] if f["code"] == code)


def asked(decision):
    return [question["path"] for question in decision["missing"]]


def roles(decision, action):
    return {n["role"] for n in decision["approvals_needed"] if n["action"] == action}
