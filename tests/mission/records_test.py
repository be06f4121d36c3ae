"""What a referral and the records around it hold, and that it comes through to the outputs."""

import json
import unittest

import referee
from desk import ACCOUNT, CONTACT, LEAD, LATER, NOVA, REFERRAL, Desk, changed, kinds, verdict


class TrackingTest(unittest.TestCase):
    def setUp(self):
        self.desk = Desk()
        self.decision = self.desk.submit()
        self.tracking = self.decision["outputs"]["tracking"]

    def test_fields_of_the_submission(self):
        """the tracking record holds what was submitted
        [REC-02] [REC-04] [REC-06] [REC-09] [REC-11] [REC-14] [REC-15] [REC-18] [REC-20] [REC-21]
        [REC-23] [ATT-02]"""
        expected = {"partner_id": "p-nova", "partner_tier": "gold", "channel": "portal",
                    "introduction_path": "worked together on the warehouse",
                    "company": "Falkenried Werke AG", "need": "Replace an old ERP",
                    "urgency": "this_quarter", "region": "DE", "campaign": "spring",
                    "referral_timestamp": "2026-06-01T10:00:00Z"}
        self.assertEqual({name: self.tracking[name] for name in expected}, expected)

    def test_first_versions(self):
        """the three field sets of a first version are in the tracking record
        [VER1-01] [VER1-02] [VER1-03] [FAQ-08] [FAQ-13] [FAQ-18]"""
        for name in ("partner_id", "company", "fit_tier", "sales_owner", "duplicate_status",
                     "next_action", "feedback_status",  # V1-A
                     "need", "urgency", "attribution_confidence", "acceptance_status",
                     "partner_owner",  # V1-B
                     "referrer_id", "referral_timestamp", "status", "reward_state"):  # V1-C
            self.assertIn(name, self.tracking)

    def test_states_and_owners(self):
        """states, confidence, next action and every owner are in it
        [REC-39] [REC-40] [REC-41] [REC-43] [REC-44] [REC-45] [REC-46] [REC-47] [RSO-02] [AUD-04]
        [AUD-06] [REC-22]"""
        t = self.tracking
        self.assertEqual((t["sales_owner"], t["partner_owner"], t["feedback_owner"]),
                         ("u-sam", "u-tom", "u-fee"))
        self.assertEqual((t["duplicate_status"], t["acceptance_status"]),
                         ("none_found", "undecided"))
        self.assertEqual(t["attribution_confidence"],
                         self.decision["attribution"]["confidence"])
        self.assertTrue(t["next_action"])
        self.desk.approve_all("accept")
        self.desk.move("accepted")
        query = self.desk.submit(intent="status_query", received_at=LATER)
        self.assertEqual(query["outputs"]["tracking"]["acceptance_status"], "accepted")

    def test_call(self):
        """the call and its transcript and the record at its destination are kept for the audit
        [AUD-01] [AUD-02] [AUD-03] [REC-57]"""
        call = {"id": "call-7", "transcript": "https://calls.example/7",
                "record_url": "https://crm.example/r/9", "outcome": "interested"}
        tracking = Desk().submit(call=call)["outputs"]["tracking"]
        self.assertEqual((tracking["call_id"], tracking["transcript"], tracking["record_url"]),
                         (call["id"], call["transcript"], call["record_url"]))

    def test_audit_questions(self):
        """who and what and when are answerable from one record
        [AUD-05] [AUD-10] [AUD-11] [AUD-12] [AUD-13] [REC-55]"""
        self.desk.approve_all("accept")
        self.desk.move("accepted")
        status = self.desk.status()
        move = status["history"][-1]
        self.assertEqual((move["by"], move["to"]), ("u-sam", "accepted"))
        self.assertTrue(move["at"] and move["rests_on"])
        for approval in status["approvals"]:
            self.assertTrue(approval["user"] and approval["at"] and approval["rationale"])
        self.assertEqual(status["submissions"], ["s-1"])
        self.assertTrue(status["claims"] and status["owners"]["sales_owner"])


class RecordsTest(unittest.TestCase):
    def test_partner_name(self):
        """the partner is called by its name [REC-03]"""
        self.assertIn("Nova Cloud GmbH", Desk().submit()["outputs"]["brief"])

    def test_program_status(self):
        """a partner whose program is not active is held [REC-05]"""
        suspended = changed(NOVA, program_status=[{"status": "suspended"}])
        self.assertIn("ineligible_partner", kinds(Desk(suspended).submit()))
        self.assertNotIn("ineligible_partner", kinds(Desk().submit()))

    def test_referrer(self):
        """a referrer may be a customer and no partner at all [REC-07]"""
        decision = Desk(ACCOUNT, changed(CONTACT, id="c-9", first_name="Ada", last_name="Berg",
                                         emails=["ada@other.example"], company_id=None)).submit(
            partner_id=None, submitted_by=None, referrer="c-9")
        self.assertEqual(decision["outputs"]["tracking"]["referrer_id"], "c-9")
        self.assertNotIn("missing_attribution", kinds(decision))

    def test_every_field_is_read(self):
        """no field of the mission is unknown to intake
        [REC-08] [REC-10] [REC-12] [REC-13] [REC-16] [REC-17] [REC-19] [REC-24] [REC-26] [REC-28]
        [REC-51] [REC-61]"""
        unknown = []
        full = changed(REFERRAL, id="s-9", notes="met twice", registration={
            "registration_type": "hunting", "product_families": ["erp"], "status": "submitted",
            "amount": {"minor": 5000000, "currency": "EUR"}, "window_start": "2026-06-01T00:00:00Z",
            "expires_at": "2026-09-01T00:00:00Z"})
        desk = Desk()
        desk.engine.submit(desk.policy, desk.records, desk.store, full, unknown=unknown.append)
        self.assertEqual(unknown, [])
        desk.engine.submit(desk.policy, desk.records, desk.store,
                           changed(full, id="s-10", colour="red"), unknown=unknown.append)
        self.assertEqual(unknown, ["submission.colour"])

    def test_rules_are_data(self):
        """fit, attribution, compensation, review and eligibility rules are recorded in the policy
        [REC-29] [REC-30] [REC-31] [REC-32] [REC-33] [REC-34] [FIT-24] [APR-33]"""
        policy = Desk.standard.document()
        self.assertTrue(policy["tables"] and policy["gates"] and policy["conflicts"])
        asked = {role for row in policy["approvals"] for role in row["roles"]}
        self.assertLessEqual({"partner_manager", "partner_owner", "program_owner"}, asked)
        self.assertEqual(policy["conflicts"]["partner_vs_partner"]["review"], "partner_owner")
        strict = Desk(fit_industries=["retail"], fit_min_employees=1000).submit()
        self.assertNotEqual(strict["outputs"]["qualification"]["fit_tier"],
                            Desk().submit()["outputs"]["qualification"]["fit_tier"])

    def test_account_and_territory_owner(self):
        """account owner and territory propose the sales owner [REC-48] [REC-49] [RSO-01] [RSO-03]"""
        owned = changed(ACCOUNT, owner="u-tom")
        self.assertEqual(Desk(owned).submit()["route"]["sales_owner"], "u-tom")
        route = Desk().submit()["route"]
        self.assertEqual(route["sales_owner"], "u-sam")
        self.assertTrue(route["reasons"])

    def test_lead_status(self):
        """the status and owner and source of leads in the CRM are read [REC-50] [REC-77] [REC-78]"""
        corpus = referee.Corpus()
        corpus.load_csv("Id,LastName,Email,Company,Status,LeadSource\n"
                        "00Q1,Weber,jonas.weber@falkenried.example,Falkenried Werke,Open,Webinar\n",
                        mapping="salesforce:lead", name="Leads.csv")
        desk = Desk()
        desk.records = corpus.snapshot()
        decision = desk.submit()
        self.assertIn(("lead", "00Q1"), [(m["type"], m["id"]) for m in decision["matches"]])

    def test_prior_source(self):
        """the source of an earlier lead is history that conflicts [REC-52] [DUP-03]"""
        webinar = changed(LEAD, lead_source="webinar", created_at="2026-04-01T00:00:00Z")
        self.assertIn("prior_marketing_source", kinds(Desk(ACCOUNT, webinar).submit()))

    def test_duplicates_by_class(self):
        """duplicates are found and told by class of record
        [REC-53] [REC-54] [REC-56] [DUP-01] [DUP-02] [DUP-04] [DUP-06]"""
        opportunity = {"type": "opportunity", "id": "o-1", "company_id": "a-1", "is_closed": False,
                       "created_at": "2026-05-01T00:00:00Z", "owner": "u-sam"}
        registration = {"type": "deal_registration", "id": "d-1", "partner_id": "p-peak",
                        "company_id": "a-1", "status": "approved", "product_families": ["erp"],
                        "submitted_at": "2026-05-01T00:00:00Z",
                        "decided_at": "2026-05-02T00:00:00Z"}
        desk = Desk(ACCOUNT, CONTACT, LEAD, opportunity, registration)
        first = desk.submit()
        self.assertIn("d-1", json.dumps(first["conflicts"]))
        self.assertEqual(verdict(first, "existing_opportunity"), "stop")
        self.assertEqual(verdict(Desk(ACCOUNT).submit(), "existing_opportunity"), "pass")
        again = desk.submit(received_at="2026-06-02T10:00:00Z")
        self.assertLessEqual({"account", "contact", "lead", "submission"},
                             {match["type"] for match in again["matches"]})

    def test_reward_state(self):
        """the reward has a state and rules of its own, whatever the status [REC-35]"""
        decision = Desk().submit(reward={"amount": {"minor": 5, "currency": "EUR"}})
        self.assertEqual(decision["outputs"]["reward"]["status"], "held")
        self.assertEqual(decision["outputs"]["tracking"]["status"], "submitted")


class EvidenceTest(unittest.TestCase):
    def test_sources(self):
        """evidence of every source is taken and speaks for confidence
        [REC-63] [REC-64] [REC-65] [REC-66] [REC-67] [REC-68] [REC-69] [REC-70] [REC-71] [REC-72]
        [REC-74] [INT-18]"""
        for channel in ("portal", "form", "email", "slack", "call", "introduction", "api", "crm",
                        "link"):
            for kind in ("email", "crm_note", "portal_form", "deal_registration", "call",
                         "partner_manager_note", "slack"):
                with self.subTest(channel=channel, kind=kind):
                    decision = Desk().submit(channel=channel, evidence=[
                        {"id": "e-1", "kind": kind, "at": "2026-05-30T10:00:00Z"}])
                    self.assertEqual(decision["attribution"]["confidence"], "high")
                    self.assertTrue(decision["attribution"]["note"])

    def test_touches(self):
        """touches of every kind are evidence [REC-71] [DUP-19] [ATT-22]"""
        for kind in ("utm", "form", "link_click", "webinar", "event", "call_mention",
                     "email_intro", "meeting", "chat"):
            with self.subTest(kind=kind):
                touch = {"kind": kind, "at": "2026-05-30T10:00:00Z", "partner_id": "p-peak",
                         "by": "prospect"}
                decision = Desk().submit(touches=[touch])
                self.assertIn(decision["attribution"]["confidence"],
                              ("high", "medium", "disputed"))


if __name__ == "__main__":
    unittest.main()
