"""What stays with people, and that no way leads around them."""

import unittest

import referee
from desk import ACCOUNT, LATER, NOVA, Desk, changed, kinds, roles


def disputed():
    desk = Desk()
    desk.submit()
    return desk, desk.submit(partner_id="p-peak", submitted_by="pu-pat",
                             received_at="2026-06-03T10:00:00Z")


class ApprovalsTest(unittest.TestCase):
    def refused(self, desk, to, **members):
        with self.assertRaises(referee.RefereeError) as raised:
            desk.move(to, **members)
        self.assertEqual(raised.exception.code, "approval.missing")
        return raised.exception.message

    def test_matrix(self):
        """the approver of each action is data and asked in the decision
        [APR-02] [APR-05] [APR-09] [APR-14] [FAQ-07] [FAQ-12]"""
        plain = Desk().submit()
        self.assertEqual(roles(plain, "accept"), {"partner_manager"})
        self.assertEqual(roles(plain, "feedback"), {"partner_manager"})
        named = changed(ACCOUNT, named_account={"list_id": "strategic"})
        strategic = Desk(named).submit()
        self.assertEqual(roles(strategic, "accept"), {"partner_manager", "partner_owner"})

    def test_rejections(self):
        """a rejection needs the approved explanation of the partner manager, with a conflict of
        the partner owner too [APR-07] [APR-15] [APR-30] [FIT-16]"""
        poor = {"fit_industries": ["retail"], "fit_min_employees": 100000}
        desk = Desk(**poor)
        decision = desk.submit()
        self.assertEqual(decision["recommendation"], "reject")
        self.assertEqual(roles(decision, "reject_message"), {"partner_manager"})
        desk.move("in_review")
        self.assertIn("reject_message", self.refused(desk, "rejected", reason="low_fit"))
        desk.approve("reject_message", "u-maya", "partner_manager")
        desk.move("rejected", reason="low_fit")

    def test_commitments(self):
        """co-selling and handoff commitments are approved by the partner manager
        [APR-06] [APR-08] [APR-16] [APR-25] [APR-31]"""
        desk = Desk()
        decision = desk.submit(commitments=["a joint visit"])
        self.assertEqual(roles(decision, "commitment"), {"partner_manager"})
        self.refused(desk, "commitment.committed")
        desk.approve_all("accept")
        self.refused(desk, "commitment.committed")
        desk.approve_all("commitment")
        desk.move("commitment.committed")

    def test_contested(self):
        """contested attribution is reviewed by more than the partner's own manager
        [APR-17] [APR-24]"""
        platinum = changed(NOVA, tier="platinum")
        desk = Desk(platinum)
        desk.submit(partner_id="p-peak", submitted_by="pu-pat")
        decision = desk.submit(received_at="2026-06-03T10:00:00Z")
        self.assertIn("program_owner", roles(decision, "attribute"))

    def test_exceptions(self):
        """an exception for a partner is approved by the partner owner [APR-19] [APR-27]"""
        suspended = changed(NOVA, program_status=[{"status": "suspended"}])
        desk = Desk(suspended)
        decision = desk.submit()
        self.assertEqual(roles(decision, "exception"), {"partner_owner"})
        desk.approve_all("accept")
        self.assertIn("exception", self.refused(desk, "accepted"))
        desk.approve_all("exception")
        desk.move("accepted")

    def test_rewards(self):
        """a reward is approved by two people of the program where it is in conflict
        [APR-18] [APR-23] [APR-26] [APR-28] [APR-29]"""
        desk = Desk()
        desk.submit(reward={"amount": {"minor": 5000, "currency": "EUR"}})
        desk.approve_all("accept")
        desk.approve_all("attribute")
        desk.approve_all("commission")
        desk.move("accepted")
        desk.move("credit.credited")
        desk.move("reward.eligible")
        desk.approve("reward", "u-pia", "program_owner")
        self.assertIn("a second person", self.refused(desk, "reward.approved"))
        desk.approve("reward", "u-paul", "program_owner")
        desk.move("reward.approved")

    def test_public_reference(self):
        """customer-facing promises and references are approved [APR-21]"""
        desk = Desk()
        desk.submit(advocacy={"requested": True})
        self.refused(desk, "advocacy.allowed")
        desk.approve_all("advocacy")
        desk.move("advocacy.allowed")

    def test_changed_text(self):
        """an approval is of exactly one text and a new text needs a new one [APR-22]"""
        desk = Desk()
        desk.submit()
        desk.approve_all("feedback")
        desk.move("feedback.approved")
        desk.submit(received_at="2026-06-06T10:00:00Z", need=None)
        status = desk.status(as_of="2026-06-07T00:00:00Z")
        self.assertEqual(status["feedback_state"], "draft_held")
        voided = [a for a in status["approvals"] if a["void_reason"]]
        self.assertEqual([a["void_reason"] for a in voided], ["subject_changed"])

    def test_notified_only_when_needed(self):
        """people are asked only for what they must decide [APR-32] [OUT-17]"""
        plain = Desk().submit()
        self.assertNotIn("review", [task["code"] for task in plain["outputs"]["tasks"]])
        self.assertNotIn("reward", [n["action"] for n in plain["approvals_needed"]])
        _, conflict = disputed()
        self.assertIn("review", [task["code"] for task in conflict["outputs"]["tasks"]])

    def test_oversight(self):
        """every act names its person, role, time and reason, and every dispute an owner
        [APR-33] [APR-34] [RDY-03]"""
        desk, decision = disputed()
        for conflict in decision["conflicts"]:
            self.assertTrue(conflict["review"]["role"])
        act = desk.approve("attribute", "u-maya", "partner_manager")
        approval = act["approval"]
        self.assertEqual((approval["user"], approval["role"]), ("u-maya", "partner_manager"))
        self.assertEqual(approval["rationale"], "looked at it")
        self.assertTrue(act["audit"]["hash"])

    def test_partner_conflict(self):
        """conflict leads are neither accepted nor rejected by themselves [FIT-17] [APR-13]"""
        desk, _ = disputed()
        self.refused(desk, "accepted")
        desk.move("in_review")
        self.refused(desk, "rejected", reason="low_fit")
        self.assertEqual(desk.status()["state"], "in_review")


if __name__ == "__main__":
    unittest.main()
