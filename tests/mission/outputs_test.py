"""Every output of the mission is there, as data and as text, and promises nothing."""

import json
import unittest

from desk import ACCOUNT, CONTACT, LATER, LEAD, Desk, asked, kinds, verdict

PROMISES = ("you will receive", "your commission", "guarantee", "has been approved",
            "we will pay")


class OutputsTest(unittest.TestCase):
    def setUp(self):
        self.decision = Desk().submit()
        self.outputs = self.decision["outputs"]

    def test_brief(self):
        """the brief says what the next owner needs without the transcript
        [OUT-01] [OUT-15] [REC-75] [RSO-08] [FAQ-06] [FAQ-11]"""
        brief = Desk(ACCOUNT, CONTACT).submit()["outputs"]["brief"]
        for part in ("Nova Cloud GmbH", "Falkenried Werke AG", "Jonas Weber",
                     "Replace an old ERP", "Lanes"):
            self.assertIn(part, brief)

    def test_qualification(self):
        """fit is summed up with its tier and reasons
        [OUT-02] [OUT-05] [OUT-19] [FIT-10] [FIT-11] [FIT-01] [FAQ-10]"""
        qualification = self.outputs["qualification"]
        self.assertIn(qualification["fit_tier"], ("strong", "possible"))
        self.assertTrue(qualification["summary"] and qualification["reasons"])
        self.assertTrue(self.decision["route"]["sales_owner"])

    def test_recommendation(self):
        """the recommendation is accept, reject, needs more context or review, by evidence and not
        by the sender [OUT-04] [FIT-08] [FIT-12] [FIT-13] [FIT-19] [FIT-20] [FIT-21] [FIT-22]"""
        self.assertEqual(self.decision["recommendation"], "accept")
        self.assertEqual(Desk().submit(need=None)["recommendation"], "needs_more_context")
        self.assertEqual(Desk(fit_industries=["retail"], fit_min_employees=10**6)
                         .submit()["recommendation"], "reject")
        self.assertEqual(Desk().submit(sensitive=True)["recommendation"], "review")

    def test_checks_before_routing(self):
        """fit, authority, urgency, context, ownership, consent and risk are checked in one pass
        [FIT-05] [FIT-07] [FIT-09] [FIT-25] [FAQ-03]"""
        codes = {found["code"] for found in self.decision["findings"]}
        self.assertLessEqual({"fit_evidence_missing", "authority_unclear", "data_missing",
                              "duplicate_ownership", "consent_incomplete", "out_of_policy",
                              "channel_conflict", "duplicate_record", "territory_dispute",
                              "consent_unclear", "missing_partner_attribution",
                              "strategic_or_sensitive"}, codes)
        self.assertEqual(verdict(Desk().submit(urgency=None), "data_missing"), "wait")

    def test_tasks(self):
        """sales owner and partner people get tasks with deadlines
        [OUT-07] [RSO-04] [RSO-11] [RSO-12] [RSO-13] [RSO-17] [REC-61]"""
        tasks = {task["code"]: task for task in self.outputs["tasks"]}
        self.assertEqual(tasks["sales_owner"]["owner"], "u-sam")
        self.assertEqual(tasks["accept"]["owner"], "u-maya")
        for task in tasks.values():
            self.assertTrue(task["title"] and task["role"])
            self.assertGreater(task["due"], self.decision["as_of"])

    def test_feedback(self):
        """feedback is a draft, held, and promises nothing [OUT-08] [FIT-27] [RSO-09] [STP-32]"""
        self.assertEqual(self.outputs["feedback_draft"]["state"], "held")
        for text in (self.outputs["feedback_draft"]["text"], self.outputs["partner_status"],
                     self.outputs["rejection_draft"]["text"]):
            self.assertTrue(text)
            for promise in PROMISES:
                self.assertNotIn(promise, text.lower())

    def test_events(self):
        """what happened is told in events that carry partner and owner and no person
        [OUT-09] [OUT-10] [OUT-11] [MET-06]"""
        desk = Desk()
        events = [desk.submit()["events"], desk.submit(
            partner_id="p-peak", submitted_by="pu-pat",
            received_at="2026-06-02T10:00:00Z")["events"]]
        codes = {event["code"] for group in events for event in group}
        self.assertLessEqual({"submission_received", "conflict_flagged", "recommendation_made"},
                             codes)
        desk.move("in_review")
        closed = desk.move("closed", reason="no_response")
        self.assertEqual(closed["events"][0]["attributes"]["reason"], "no_response")
        self.assertNotIn("Weber", json.dumps(events))

    def test_reward_status(self):
        """the reward has a status of its own [OUT-12]"""
        self.assertEqual(self.outputs["reward"]["status"], "none")
        asked_for = Desk().submit(reward={"amount": {"minor": 5, "currency": "EUR"}})
        self.assertEqual(asked_for["outputs"]["reward"]["status"], "held")
        self.assertTrue(asked_for["outputs"]["reward"]["note"])

    def test_questions(self):
        """what is missing is asked, with the question and who can answer
        [OUT-14] [FIT-14] [INT-17]"""
        decision = Desk().submit(need=None, region=None, company__address=None)
        self.assertLessEqual({"submission.need", "submission.region"}, set(asked(decision)))
        self.assertTrue(all(q["question"] and q["ask"] for q in decision["missing"]))

    def test_manager(self):
        """the partner manager is told what is recommended [OUT-16] [RSO-10]"""
        self.assertIn("acceptance", self.outputs["manager_update"])
        rejected = Desk(fit_industries=["retail"], fit_min_employees=10**6).submit()
        self.assertIn("rejection", rejected["outputs"]["manager_update"])

    def test_structured(self):
        """the outcome is one structured document for the tools that are there
        [OUT-18] [REC-76] [FAQ-05] [FAQ-15]"""
        for member in ("submission_id", "referral_id", "sequence", "as_of", "recommendation",
                       "lanes", "findings", "matches", "conflicts", "attribution", "missing",
                       "route", "approvals_needed", "outputs", "events", "policy", "engine",
                       "audit"):
            self.assertIn(member, self.decision)


if __name__ == "__main__":
    unittest.main()
