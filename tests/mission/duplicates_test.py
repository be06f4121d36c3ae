"""Duplicates are found, linked and reviewed; nothing is dropped."""

import unittest

from desk import ACCOUNT, CONTACT, LEAD, NOVA, Desk, changed, finding, kinds, roles


def two_partners(**changes):
    desk = Desk()
    desk.submit()
    return desk, desk.submit(partner_id="p-peak", submitted_by="pu-pat",
                             received_at="2026-06-03T10:00:00Z", **changes)


class DuplicatesTest(unittest.TestCase):
    def test_referrers(self):
        """two users of one partner who submit one party are one claim [DUP-05] [DUP-15]"""
        twice = changed(NOVA, users=NOVA["users"] + [{"id": "pu-bo"}])
        desk = Desk(twice)
        desk.submit()
        decision = desk.submit(submitted_by="pu-bo", received_at="2026-06-02T10:00:00Z")
        self.assertIn("duplicate_referrer", kinds(decision))

    def test_two_partners(self):
        """a second partner is never accepted silently and both claims are kept
        [DUP-09] [DUP-10] [DUP-18] [DUP-21] [ATT-11] [SCN-02]"""
        desk, decision = two_partners()
        self.assertIn("partner_vs_partner", kinds(decision))
        self.assertEqual({claim["partner_id"] for claim in decision["attribution"]["claims"]},
                         {"p-nova", "p-peak"})
        self.assertEqual(decision["recommendation"], "review")
        conflict = decision["conflicts"][0]
        self.assertTrue(conflict["facts"] and conflict["decides"] and conflict["would_flip"])
        tasks = [t for t in decision["outputs"]["tasks"] if t["code"] == "review"]
        self.assertIn("partner_owner", {task["role"] for task in tasks})

    def test_flags(self):
        """a duplicate or a conflict is a flag of the decision [DUP-16] [DUP-17] [OUT-06]"""
        _, decision = two_partners()
        flags = decision["outputs"]["flags"]
        self.assertIn("duplicate_record", flags)
        self.assertIn("partner_vs_partner", flags)
        self.assertNotIn("duplicate_record", Desk().submit()["outputs"]["flags"])

    def test_review(self):
        """a duplicate submission is reviewed by people [DUP-23] [APR-10] [APR-20]"""
        _, decision = two_partners()
        self.assertIn("partner_owner", roles(decision, "accept"))
        self.assertEqual(finding(decision, "duplicate_record")["review"]["role"], "partner_owner")

    def test_counted(self):
        """each duplicate found is an event that can be counted [DUP-24]"""
        _, decision = two_partners()
        self.assertEqual([e["code"] for e in decision["events"]].count("duplicate_found"), 1)

    def test_worked_lead(self):
        """timestamps and notes and sales activity are compared with the partner's claim
        [DUP-20] [SCN-01]"""
        worked = changed(LEAD, lead_source="webinar", last_activity_at="2026-05-30T10:00:00Z")
        decision = Desk(ACCOUNT, CONTACT, worked).submit()
        self.assertIn("retroactive_claim", kinds(decision))
        for conflict in decision["conflicts"]:
            for fact in conflict["facts"]:
                self.assertTrue(fact["path"] and fact["record"]["type"])
        self.assertIn("partner_manager", roles(decision, "attribute"))


if __name__ == "__main__":
    unittest.main()
