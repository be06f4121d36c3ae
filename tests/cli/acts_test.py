"""What people do about referrals, through the command and a store in a file.

usage: acts_test.py REFEREE
"""

import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

REFEREE = pathlib.Path(sys.argv.pop(1)).absolute()

PEOPLE = [
    {"type": "partner", "id": "p-nova", "name": "Nova Cloud", "program_id": "prog",
     "program_status": [{"status": "active", "from": "2025-01-01T00:00:00Z"}],
     "users": [{"id": "pu-1"}]},
    {"type": "user", "id": "u-maya", "roles": ["partner_manager"]},
    {"type": "user", "id": "u-tom", "roles": ["partner_owner"]},
    {"type": "user", "id": "u-sam", "roles": ["sales_owner"]},
]
REFERRAL = {"type": "submission", "id": "s-1", "intent": "referral", "partner_id": "p-nova",
            "submitted_by": "pu-1", "program_id": "prog", "received_at": "2026-06-01T10:00:00Z",
            "lead": {"first_name": "Jonas", "last_name": "Weber",
                     "emails": ["jonas.weber@falkenried.example"]},
            "company": {"name": "Falkenried Werke AG", "domains": ["falkenried.example"]}}


class ActsTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.write("people.ndjson", *PEOPLE)
        self.write("new.ndjson", REFERRAL)
        done = self.run_referee("adjudicate", "--policy", "standard", "--records", "people.ndjson",
                                "--store", "acts.db", "new.ndjson")
        self.decision = json.loads(done.stdout)
        self.referral = self.decision["referral_id"]

    def write(self, name, *lines):
        (self.folder / name).write_text("".join(json.dumps(line) + "\n" for line in lines))
        return name

    def run_referee(self, *words, expect=0, stdin=""):
        done = subprocess.run([REFEREE, *words], capture_output=True, text=True, input=stdin,
                              cwd=self.folder)
        self.assertEqual(done.returncode, expect, done.stderr)
        return done

    def act(self, verb, act, by="u-maya", as_of="2026-06-02T10:00:00Z", expect=0):
        return self.run_referee(verb, "--store", "acts.db", "--as-of", as_of, "--by", by, "--json",
                                json.dumps(act), expect=expect)

    def approval(self, **changes):
        need = next(n for n in self.decision["approvals_needed"]
                    if (n["action"], n["role"]) == ("attribute", "partner_manager"))
        return {"id": "a-1", "referral_id": self.referral, "action": "attribute",
                "subject_hash": need["subject_hash"], "role": "partner_manager",
                "decision": "approve", "rationale": "evidence read", **changes}

    def status(self):
        return json.loads(self.act("status", {"referral_id": self.referral}, by="u-sam").stdout)

    def test_bad_acts_are_refused_with_a_pointer_and_nothing_is_written(self):
        before = self.status()
        for what, changes, more, expect, pointer in (
                ("forged", {}, {"by": "u-nobody"}, 1, "/user: "),
                ("wrong role", {}, {"by": "u-tom"}, 1, "/role: "),
                ("self-given", {}, {"by": "pu-1"}, 1, "/user: "),
                ("changed text", {"subject_hash": "sha256:0"}, {}, 1, "/subject_hash: "),
                ("clock set back", {"at": "2026-05-01T00:00:00Z"}, {}, 1, "/at: "),
                ("expired", {"at": "2026-06-01T11:00:00Z", "expires_at": "2026-06-01T12:00:00Z"},
                 {}, 1, "/expires_at: "),
                ("no such referral", {"referral_id": "r-none"}, {}, 2, "/referral_id: "),
                ("no such action", {"action": "everything"}, {}, 2, "/action: "),
                ("no rationale", {"rationale": ""}, {}, 2, "/rationale: "),
                ("another person", {"user": "u-tom"}, {}, 2, "/user")):
            with self.subTest(what):
                done = self.act("approve", self.approval(**changes), expect=expect, **more)
                self.assertIn(pointer, done.stderr)
                self.assertEqual(done.stdout, "")
        self.assertEqual(self.status(), before)

    def test_a_replayed_act_gives_the_same_bytes_and_another_of_its_id_is_refused(self):
        first = self.act("approve", self.approval()).stdout
        again = self.act("approve", self.approval(), as_of="2026-06-09T10:00:00Z").stdout
        self.assertEqual(first, again)
        done = self.act("approve", self.approval(rationale="other"), expect=2)
        self.assertIn("/id: ", done.stderr)

    def test_a_move_waits_for_its_approval_across_processes(self):
        move = {"id": "m-1", "referral_id": self.referral, "to": "credit.credited"}
        done = self.act("transition", move, expect=1)
        self.assertIn("attribute", done.stderr)
        for need in self.decision["approvals_needed"]:
            if need["action"] == "attribute":
                by = {"partner_manager": "u-maya", "partner_owner": "u-tom"}[need["role"]]
                self.act("approve", self.approval(id="a-" + by, role=need["role"]), by=by)
        self.assertEqual(json.loads(self.act("transition", move).stdout)["credit_state"],
                         "credited")
        self.assertEqual(self.status()["confidence"], "confirmed")
        told = json.loads(self.act("status", {"submission_id": "s-1"}, by="pu-1").stdout)
        self.assertEqual((told["view"], told["credit"]), ("partner", "credited"))

    def test_an_act_comes_from_a_file_or_standard_input(self):
        self.write("act.json", self.approval())
        words = ("approve", "--store", "acts.db", "--as-of", "2026-06-02T10:00:00Z", "--by",
                 "u-maya", "--json")
        first = self.run_referee(*words, "@act.json").stdout
        again = self.run_referee(*words, "-", stdin=json.dumps(self.approval())).stdout
        self.assertEqual(first, again)

    def test_bad_usage_says_what_is_missing(self):
        self.assertIn("--as-of", self.run_referee("approve", "--store", "acts.db", expect=2).stderr)
        done = self.run_referee("status", "--as-of", "2026-06-02T10:00:00Z", "--by", "u", "--json",
                                "{}", expect=2)
        self.assertIn("--store", done.stderr)
        done = self.run_referee("status", "--store", "acts.db", "--as-of", "x", "--by", "u",
                                "--json", "[]", expect=2)
        self.assertIn("JSON object", done.stderr)


if __name__ == "__main__":
    unittest.main()
