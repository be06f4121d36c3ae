"""Who may claim a referral, how sure that is, and that nothing is credited by itself."""

import unittest

import referee
from desk import ACCOUNT, LATER, Desk, changed, kinds, roles


def disputed():
    desk = Desk()
    desk.submit()
    return desk, desk.submit(partner_id="p-peak", submitted_by="pu-pat",
                             received_at="2026-06-03T10:00:00Z")


class AttributionTest(unittest.TestCase):
    def test_recorded(self):
        """attribution is part of the record with its evidence
        [ATT-01] [ATT-08] [ATT-12] [ATT-13] [ATT-18] [OUT-13] [FAQ-16]"""
        decision = Desk().submit(evidence=[{"id": "e-1", "kind": "email",
                                            "at": "2026-05-30T10:00:00Z"}])
        attribution = decision["attribution"]
        self.assertEqual(attribution["claims"][0]["partner_id"], "p-nova")
        self.assertEqual(attribution["claims"][0]["source"]["id"], "s-1")
        self.assertEqual(attribution["confidence"], "high")
        self.assertTrue(attribution["note"])

    def test_reviewers(self):
        """attribution and compensation conflicts go to the partner manager and the partner owner
        [ATT-04] [ATT-05] [ATT-06] [ATT-10] [APR-03] [APR-11] [APR-13]"""
        _, decision = disputed()
        self.assertEqual(roles(decision, "attribute"), {"partner_manager", "partner_owner"})

    def test_compensation(self):
        """commission and reward are asked of different people, both where there is a conflict
        [APR-04] [APR-12] [APR-26] [ATT-07]"""
        desk, _ = disputed()
        claim = desk.submit(intent="reward_claim", received_at="2026-06-04T10:00:00Z",
                            reward={"amount": {"minor": 5000, "currency": "EUR"}})
        self.assertEqual(roles(claim, "commission"), {"partner_manager", "partner_owner"})
        self.assertEqual(roles(claim, "reward"), {"program_owner"})

    def test_self_reported(self):
        """a form without and a call with a partner are linked and nobody is credited yet
        [ATT-09] [SCN-03] [STP-32] [STP-33]"""
        form = {"kind": "form", "at": "2026-05-20T10:00:00Z", "by": "prospect"}
        call = {"kind": "call_mention", "at": "2026-05-25T10:00:00Z", "by": "prospect",
                "partner_id": "p-nova"}
        desk = Desk()
        decision = desk.submit(touches=[form, call])
        self.assertIn("self_reported_sources", kinds(decision))
        self.assertEqual(decision["lanes"]["attribution"], "stop")
        self.assertEqual(decision["attribution"]["confidence"], "disputed")
        self.assertEqual(desk.status()["credit_state"], "uncredited")

    def test_confirmed_by_people_only(self):
        """confidence is labelled before any reward and confirmed by people only
        [ATT-14] [ATT-15] [ATT-16] [ATT-19] [ATT-24] [FAQ-17]"""
        desk, decision = disputed()
        self.assertEqual(decision["attribution"]["confidence"], "disputed")
        with self.assertRaises(referee.RefereeError) as raised:
            desk.move("credit.credited")
        self.assertEqual(raised.exception.code, "approval.missing")
        desk.approve("attribute", "u-maya", "partner_manager")
        with self.assertRaises(referee.RefereeError):
            desk.move("credit.credited")
        desk.approve("attribute", "u-tom", "partner_owner")
        desk.move("credit.credited")
        self.assertEqual(desk.status()["confidence"], "confirmed")

    def test_direct_sales(self):
        """a deal that direct sales works is a conflict before anybody is promised anything
        [ATT-17]"""
        opportunity = {"type": "opportunity", "id": "o-1", "company_id": "a-1", "is_closed": False,
                       "created_at": "2026-05-01T00:00:00Z", "owner": "u-sam",
                       "last_activity_at": "2026-05-25T00:00:00Z"}
        self.assertIn("live_opportunity", kinds(Desk(ACCOUNT, opportunity).submit()))

    def test_speed_and_feedback(self):
        """a partner's lead has an answer and a date for it, unlike an ordinary lead
        [ATT-20] [RSO-15] [LIF-14] [SCO-11]"""
        decision = Desk().submit()
        tasks = {task["code"]: task for task in decision["outputs"]["tasks"]}
        self.assertEqual(tasks["feedback"]["owner"], "u-fee")
        self.assertGreater(tasks["feedback"]["due"], decision["as_of"])

    def test_registration_first(self):
        """a registration that was approved before protects its partner [ATT-21]"""
        registration = {"type": "deal_registration", "id": "d-1", "partner_id": "p-peak",
                        "company_id": "a-1", "status": "approved", "product_families": ["erp"],
                        "submitted_at": "2026-05-01T00:00:00Z",
                        "decided_at": "2026-05-02T00:00:00Z"}
        self.assertIn("partner_vs_partner", kinds(Desk(ACCOUNT, registration).submit()))

    def test_wrong_person(self):
        """nobody is paid for a referral that another is credited with [LIF-15] [RSO-16]"""
        desk, _ = disputed()
        desk.approve_all("attribute")
        desk.move("credit.credited")
        self.assertEqual(desk.status("pu-ira")["credit"], "credited")
        self.assertEqual(desk.status("pu-pat")["credit"], "influence")
        self.assertEqual(desk.status("pu-pat")["reward"], "none")


if __name__ == "__main__":
    unittest.main()
