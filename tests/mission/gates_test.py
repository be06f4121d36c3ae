"""Each gate of the mission stops or waits for what it is about, and for nothing less."""

import unittest

from desk import ACCOUNT, CONTACT, LEAD, NOVA, Desk, changed, asked, finding, verdict


class GatesTest(unittest.TestCase):
    def differs(self, code, expected, *records, lane, parameters=None, **changes):
        """Without the change the gate passes; with it, it does as expected and holds its lane."""
        self.assertEqual(verdict(Desk().submit(), code), "pass")
        decision = Desk(*records, **(parameters or {})).submit(**changes)
        found = finding(decision, code)
        self.assertEqual((found["verdict"], found["lane"]), (expected, lane))
        self.assertIn(decision["lanes"][lane], ("stop", "hold"))
        return decision

    def test_disputed_attribution(self):
        """a disputed attribution stops the attribution lane [STP-01]"""
        desk = Desk()
        desk.submit()
        decision = desk.submit(partner_id="p-peak", submitted_by="pu-pat",
                               received_at="2026-06-01T11:00:00Z")
        self.assertEqual(verdict(decision, "attribution_disputed"), "stop")
        self.assertEqual(decision["lanes"]["attribution"], "stop")

    def test_unclear_consent(self):
        """consent on an unknown basis stops contact and goes to a person [STP-02] [STP-21]"""
        decision = self.differs("consent_unclear", "stop", lane="comms", consent__basis="unknown")
        self.assertEqual(finding(decision, "consent_unclear")["review"]["role"], "partner_manager")

    def test_incomplete_consent(self):
        """a refused permission stops contact and an absent one waits for the answer [STP-03]"""
        self.differs("consent_incomplete", "stop", lane="comms", consent__contact=False)
        decision = self.differs("consent_incomplete", "wait", lane="comms", consent__contact=None)
        self.assertIn("submission.consent.contact", asked(decision))

    def test_poorly_timed(self):
        """somebody who was asked only recently is not asked again [STP-04]"""
        touch = {"type": "touch", "id": "t-1", "kind": "outbound", "by": "vendor",
                 "at": "2026-05-31T10:00:00Z", "person_id": "c-1", "company_id": "a-1"}
        self.differs("poorly_timed", "stop", ACCOUNT, CONTACT, touch, lane="comms")

    def test_unresolved_issue(self):
        """a customer with an unresolved issue is not contacted [STP-05]"""
        hurt = changed(ACCOUNT, open_issues=[{"id": "case", "kind": "support", "severity": "high",
                                              "since": "2026-05-01T00:00:00Z"}])
        self.differs("unresolved_issue", "stop", hurt, lane="comms")

    def test_reward_involved(self):
        """a reward stops its own lane and no other [STP-06] [STP-27]"""
        decision = self.differs("reward_involved", "stop", lane="reward",
                                reward={"amount": {"minor": 50000, "currency": "EUR"}})
        self.assertEqual(decision["lanes"]["fit"], Desk().submit()["lanes"]["fit"])

    def test_advocacy(self):
        """public advocacy waits for its approval and stops when refused [STP-07]"""
        self.differs("advocacy_not_approved", "wait", lane="comms", advocacy={"requested": True})
        self.differs("advocacy_not_approved", "stop", lane="comms",
                     advocacy={"requested": True, "approved": False})

    def test_fit_evidence(self):
        """missing evidence of fit waits and is asked for [STP-08] [FIT-06] [REC-27]"""
        decision = self.differs("fit_evidence_missing", "wait", lane="fit", need=None,
                                company__industry=None)
        self.assertIn("submission.need", asked(decision))
        self.assertIn("company.industry", asked(decision))

    def test_authority(self):
        """an unclear authority waits for an answer [STP-09] [REC-25]"""
        for authority in (None, "unknown"):
            decision = self.differs("authority_unclear", "wait", lane="fit",
                                    lead__authority=authority)
            self.assertIn("person.authority", asked(decision))

    def test_duplicate_ownership(self):
        """records of one party with two owners stop ownership [STP-10] [DUP-14]"""
        self.differs("duplicate_ownership", "stop", ACCOUNT, CONTACT,
                     changed(LEAD, owner="u-tom"), lane="ownership")

    def test_strategic_or_sensitive(self):
        """strategic accounts and sensitive inquiries go to the owner first
        [STP-11] [STP-17] [STP-25] [APR-30]"""
        named = changed(ACCOUNT, named_account={"list_id": "strategic"})
        decision = self.differs("strategic_or_sensitive", "stop", named, lane="ownership")
        self.assertEqual(decision["recommendation"], "review")
        self.assertEqual(finding(decision, "strategic_or_sensitive")["review"]["role"],
                         "partner_owner")
        self.differs("strategic_or_sensitive", "stop", lane="ownership", sensitive=True)

    def test_commitments(self):
        """a commitment that was asked for or made stops contact, on the phone too
        [STP-12] [STP-26] [REC-57] [AUD-09]"""
        self.differs("implied_commitment", "stop", lane="comms", commitments=["a fixed price"])
        decision = self.differs("implied_commitment", "stop", lane="comms",
                                call={"id": "call-1", "promises": ["a discount"]})
        self.assertIn("commitment", [n["action"] for n in decision["approvals_needed"]])

    def test_missing_data(self):
        """each fact that makes a referral ready to route waits while it is missing
        [STP-13] [FIT-04] [FIT-23] [FAQ-01] [INT-17]"""
        for path, changes in (("submission.region", {"region": None, "company__address": None}),
                              ("submission.product_interest", {"product_interest": None}),
                              ("submission.urgency", {"urgency": "unknown"}),
                              ("submission.introduction_path", {"introduction_path": None})):
            with self.subTest(path=path):
                decision = self.differs("data_missing", "wait", lane="fit", **changes)
                self.assertIn(path, asked(decision))
                self.assertEqual(decision["recommendation"], "needs_more_context")

    def test_contradictory_data(self):
        """a submission that contradicts the records stops the attribution [STP-14]"""
        self.differs("data_contradictory", "stop", changed(ACCOUNT, industry="retail"),
                     lane="attribution")

    def test_stale_data(self):
        """evidence that is too old stops the fit [STP-15]"""
        self.differs("data_stale", "stop", lane="fit",
                     evidence=[{"id": "e", "kind": "email", "at": "2025-06-01T00:00:00Z"}])

    def test_out_of_policy(self):
        """what the policy does not cover stops the attribution [STP-16]"""
        self.differs("out_of_policy", "stop", lane="attribution",
                     amount={"minor": 100, "currency": "EUR"})

    def test_channel_conflict(self):
        """a conflict between channels is reviewed and not routed [STP-18] [FIT-26]"""
        desk = Desk()
        desk.submit()
        decision = desk.submit(partner_id="p-peak", submitted_by="pu-pat",
                               received_at="2026-06-01T11:00:00Z")
        self.assertEqual(verdict(decision, "channel_conflict"), "stop")
        self.assertEqual(decision["recommendation"], "review")

    def test_duplicates(self):
        """a duplicate record is never routed by itself [STP-19] [DUP-22]"""
        decision = self.differs("duplicate_record", "stop", ACCOUNT, lane="ownership")
        self.assertEqual(finding(decision, "duplicate_record")["review"]["role"], "partner_owner")

    def test_territory(self):
        """a territory dispute is reviewed and not routed [STP-20]"""
        territory = {"type": "territory", "id": "t-fr", "countries": ["FR"]}
        self.differs("territory_dispute", "stop", territory,
                     changed(NOVA, territories=["t-fr"]), lane="ownership")

    def test_missing_attribution(self):
        """a referral without a source is held and asked about [STP-22] [FIT-03]"""
        decision = self.differs("missing_partner_attribution", "stop", lane="attribution",
                                partner_id=None, submitted_by=None)
        self.assertEqual(decision["attribution"]["confidence"], "none")

    def test_escalations(self):
        """duplicate accounts and open opportunities and enterprise leads escalate
        [STP-23] [DUP-11] [DUP-12]"""
        opportunity = {"type": "opportunity", "id": "o-1", "company_id": "a-1", "is_closed": False,
                       "created_at": "2026-05-01T00:00:00Z", "owner": "u-sam"}
        self.differs("existing_opportunity", "stop", ACCOUNT, opportunity, lane="ownership")
        self.differs("duplicate_account", "stop", ACCOUNT, changed(ACCOUNT, id="a-2"),
                     lane="ownership")
        decision = self.differs("enterprise_lead", "stop", lane="ownership",
                                company__employees=5000)
        self.assertEqual(decision["recommendation"], "review")

    def test_human_owned_queue(self):
        """high value goes to a person and so does a match of low confidence [STP-24] [DUP-13]"""
        decision = self.differs("high_value", "stop", lane="ownership",
                                amount={"minor": 90000000, "currency": "EUR"})
        self.assertEqual(decision["recommendation"], "review")
        self.assertTrue(finding(decision, "high_value")["review"]["role"])
        self.assertEqual(verdict(Desk().submit(), "low_confidence_match"), "pass")

    def test_one_stop_does_not_freeze_the_others(self):
        """which outcomes complete and which are reviewed is told gate by gate [STP-30] [STP-31]"""
        decision = Desk().submit(consent__contact=False)
        self.assertEqual(decision["lanes"]["comms"], "stop")
        self.assertEqual(decision["lanes"]["fit"], "open")
        for found in decision["findings"]:
            self.assertIn(found["lane"], ("fit", "ownership", "attribution", "reward", "comms"))
            self.assertTrue(found["because"] or found["verdict"] == "pass")
            self.assertTrue(found["review"]["role"])
        self.assertTrue(Desk.standard.document()["never_automate"])


if __name__ == "__main__":
    unittest.main()
