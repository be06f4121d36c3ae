"""What starts the work, what does not, and what a repetition does."""

import unittest

import referee
from desk import ACCOUNT, LATER, LEAD, Desk, changed, REFERRAL, asked, kinds


class IntakeTest(unittest.TestCase):
    def test_triggers(self):
        """a referral, a mention, an introduction and a registration each open a referral
        [INT-01] [INT-02] [INT-03] [INT-05] [INT-06] [INT-10] [SCO-02]"""
        for intent in ("referral", "mention", "introduction", "deal_registration"):
            for channel in ("portal", "form", "email"):
                with self.subTest(intent=intent, channel=channel):
                    decision = Desk().submit(intent=intent, channel=channel)
                    self.assertTrue(decision["referral_id"])
                    self.assertTrue(decision["attribution"]["claims"])

    def test_a_lead_of_the_crm(self):
        """a referred lead that entered the CRM is submitted from there [INT-07]"""
        decision = Desk(LEAD).submit(channel="crm")
        self.assertIn("l-1", [match["id"] for match in decision["matches"]])

    def test_a_detected_source(self):
        """a source in a code or a link names the partner [INT-08]"""
        decision = Desk().submit(partner_id=None, submitted_by=None, referral_code="NOVA10",
                                 channel="link")
        self.assertEqual(decision["outputs"]["tracking"]["partner_id"], "p-nova")

    def test_a_reward_claim(self):
        """a reward claim opens a review and promises nothing [INT-09] [SCN-10] [ATT-09]"""
        desk = Desk()
        referral = desk.submit()["referral_id"]
        claim = desk.submit(intent="reward_claim", received_at="2026-06-03T10:00:00Z",
                            reward={"amount": {"minor": 50000, "currency": "EUR"}})
        self.assertEqual(claim["referral_id"], referral)
        self.assertIn("reward_conflict", kinds(claim))
        self.assertEqual(claim["recommendation"], "review")
        self.assertEqual(claim["lanes"]["reward"], "stop")
        self.assertEqual(desk.status()["reward_state"], "held")
        for text in (claim["outputs"]["feedback_draft"]["text"],
                     claim["outputs"]["partner_status"]):
            for promise in ("you will receive", "your commission", "guarantee", "approved"):
                self.assertNotIn(promise, text.lower())

    def test_narrow(self):
        """what is no submission and no known intent is refused and named [INT-11] [INT-12]"""
        desk = Desk()
        for pointer, document in (
                ("/intent", changed(REFERRAL, id="s", intent="newsletter")),
                ("/type", changed(REFERRAL, id="s", type="invoice")),
                ("/intent", changed(REFERRAL, id="s", intent=None))):
            with self.assertRaises(referee.RefereeError) as raised:
                desk.engine.submit(desk.policy, desk.records, desk.store, document)
            self.assertEqual(raised.exception.pointer, pointer)

    def test_repetition(self):
        """the id of the call is the key: a retried outcome changes nothing
        [INT-14] [INT-20]"""
        desk = Desk()
        call = changed(REFERRAL, id="s-1", idempotency_key="call:7", call={"id": "7"})
        answers = [desk.engine.submit(desk.policy, desk.records, desk.store, call).json
                   for _ in range(3)]
        self.assertEqual(len(set(answers)), 1)
        desk.referral = desk.engine.submit(desk.policy, desk.records, desk.store,
                                           call).referral_id
        self.assertEqual(desk.status()["submissions"], ["s-1"])
        with self.assertRaises(referee.RefereeError) as raised:
            desk.engine.submit(desk.policy, desk.records, desk.store, changed(call, need="other"))
        self.assertEqual(raised.exception.pointer, "/idempotency_key")

    def test_one_record(self):
        """a second submission links to the referral and is no lifecycle of its own
        [INT-15] [INT-16] [SCO-03] [DUP-07] [DUP-08] [ATT-23] [FAQ-02]"""
        desk = Desk()
        first = desk.submit()
        desk.approve_all("accept")
        desk.move("in_review")
        second = desk.submit(received_at="2026-06-06T10:00:00Z")
        self.assertEqual(first["referral_id"], second["referral_id"])
        status = desk.status(as_of="2026-06-07T00:00:00Z")
        self.assertEqual(status["submissions"], ["s-1", "s-2"])
        self.assertEqual(status["state"], "in_review")

    def test_missing_context(self):
        """uneven context is taken and asked for, not refused [INT-19] [INT-17] [FIT-02]"""
        desk = Desk()
        decision = desk.engine.submit(
            desk.policy, desk.records, desk.store,
            {"type": "submission", "id": "s-1", "intent": "mention", "partner_id": "p-nova",
             "received_at": "2026-06-01T10:00:00Z", "company": {"name": "Falkenried Werke"}},
        ).document()
        self.assertEqual(decision["recommendation"], "needs_more_context")
        for path in ("submission.need", "submission.region", "submission.consent.contact"):
            self.assertIn(path, asked(decision))
        for question in decision["missing"]:
            self.assertTrue(question["question"] and question["ask"])


if __name__ == "__main__":
    unittest.main()
