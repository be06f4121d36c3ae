"""What the command promises: output, errors, exit codes, and help whose examples run.

usage: command_test.py REFEREE
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

REFEREE = pathlib.Path(sys.argv.pop(1)).absolute()

PARTNER = {"type": "partner", "id": "p-nova", "name": "Nova Cloud", "program_id": "prog",
           "program_status": [{"status": "active", "from": "2025-01-01T00:00:00Z"}]}
RIVAL = {**PARTNER, "id": "p-peak", "name": "Peak Systems"}
CONTACT = {"type": "contact", "id": "c-1", "first_name": "Jonas", "last_name": "Weber",
           "emails": ["jonas.weber@falkenried.example"]}
FIRST = {"type": "submission", "id": "s-1", "idempotency_key": "k-1", "intent": "referral",
         "partner_id": "p-nova", "program_id": "prog", "received_at": "2026-06-01T10:00:00Z",
         "lead": {"first_name": "Jonas", "last_name": "Weber",
                  "emails": ["jonas.weber@falkenried.example"]},
         "company": {"name": "Falkenried Werke AG", "domains": ["falkenried.example"]}}
SECOND = {**FIRST, "id": "s-2", "idempotency_key": "k-2", "partner_id": "p-peak",
          "received_at": "2026-06-01T10:01:00Z"}


class CommandTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.records = self.write("records.ndjson", PARTNER, RIVAL, CONTACT)

    def write(self, name, *lines):
        texts = (line if isinstance(line, str) else json.dumps(line) for line in lines)
        (self.folder / name).write_text("".join(text + "\n" for text in texts))
        return name

    def run_referee(self, *words, expect=0, stdin=""):
        done = subprocess.run([REFEREE, *words], capture_output=True, text=True, input=stdin,
                              cwd=self.folder)
        self.assertEqual(done.returncode, expect, done.stderr)
        return done

    def adjudicate(self, *words, expect=0, stdin=""):
        done = self.run_referee("adjudicate", "--policy", "standard", "--records", self.records,
                                *words, expect=expect, stdin=stdin)
        return [json.loads(line) for line in done.stdout.splitlines()], done.stderr

    def test_one_decision_a_line_in_the_order_of_the_submissions(self):
        decisions, errors = self.adjudicate(self.write("new", FIRST, "", "  ", SECOND))
        self.assertEqual([d["submission_id"] for d in decisions], ["s-1", "s-2"])
        self.assertEqual(decisions[0]["referral_id"], decisions[1]["referral_id"])
        self.assertIn("near_simultaneous", [c["kind"] for c in decisions[1]["conflicts"]])
        self.assertEqual(errors, "")

    def test_a_dash_reads_standard_input(self):
        decisions, _ = self.adjudicate("-", stdin=json.dumps(FIRST))
        self.assertEqual(len(decisions), 1)

    def test_a_bad_submission_is_named_and_skipped(self):
        wrong = {**FIRST, "id": "s-9", "idempotency_key": "k-9", "lead": {"emails": [4711]}}
        decisions, errors = self.adjudicate(
            self.write("new", FIRST, "", wrong, "{", SECOND), expect=2)
        self.assertEqual([d["submission_id"] for d in decisions], ["s-1", "s-2"])
        self.assertIn("new:3: /lead/emails/0: ", errors)
        self.assertIn("new:4: ", errors)
        self.assertNotIn("4711", errors)

    def test_a_key_used_with_other_content_is_an_error_at_the_key(self):
        other = {**SECOND, "idempotency_key": "k-1"}
        decisions, errors = self.adjudicate(self.write("new", FIRST, other, FIRST), expect=2)
        self.assertIn("new:2: /idempotency_key: ", errors)
        self.assertEqual(decisions[0], decisions[1])

    def test_a_bad_record_refuses_the_load_and_decides_nothing(self):
        bad = self.write("bad.ndjson", RIVAL, {"type": "contact", "id": "c", "emails": 5})
        done = self.run_referee("adjudicate", "--policy", "standard", "--records", bad,
                                self.write("new", FIRST), expect=2)
        self.assertEqual(done.stdout, "")
        self.assertIn("bad.ndjson:2: /emails: ", done.stderr)

    def test_all_record_files_are_one_load(self):
        again = self.write("again.ndjson", PARTNER)
        _, errors = self.adjudicate("--records", again, self.write("new", FIRST), expect=2)
        self.assertIn("again.ndjson:1: ", errors)

    def test_parameters_can_be_set(self):
        big = {**FIRST, "company": {**FIRST["company"], "employees": 600}}
        new = self.write("new", big)
        usual, _ = self.adjudicate(new)
        small, _ = self.adjudicate("--set", "enterprise_employees=500", new)

        def verdict(decision):
            return [f["verdict"] for f in decision["findings"] if f["code"] == "enterprise_lead"]

        self.assertEqual((verdict(usual[0]), verdict(small[0])), (["pass"], ["stop"]))
        for wrong in ("enterprise_employees", "no_such=1", "marketing_scope=person"):
            self.adjudicate("--set", wrong, new, expect=2)

    def test_a_policy_file_is_read_and_its_faults_are_named(self):
        broken = self.write("policy.json", {"schema": "referee.policy/1"})
        done = self.run_referee("adjudicate", "--policy", broken, self.write("new", FIRST),
                                expect=2)
        self.assertIn("policy.json: ", done.stderr)

    def test_strict_reports_an_unknown_field_once(self):
        odd = [{**FIRST, "id": f"s-{i}", "idempotency_key": f"k-{i}", "colour": i}
               for i in range(3)]
        decisions, errors = self.adjudicate("--strict", self.write("new", *odd))
        self.assertEqual(len(decisions), 3)
        self.assertEqual(errors.count("submission.colour"), 1)
        self.assertEqual(self.adjudicate(self.write("new", *odd))[1], "")

    def test_the_instant_and_the_tenant_are_the_callers(self):
        without = {key: value for key, value in FIRST.items() if key != "received_at"}
        new = self.write("new", without)
        _, errors = self.adjudicate(new, expect=2)
        self.assertIn("new:1: /received_at: ", errors)
        decisions, _ = self.adjudicate("--as-of", "2026-07-01T00:00:00Z", "--tenant", "t", new)
        self.assertEqual(decisions[0]["as_of"], "2026-07-01T00:00:00Z")
        _, errors = self.adjudicate("--as-of", "yesterday", new, expect=2)
        self.assertIn("--as-of", errors)

    def test_the_brief_is_for_people_and_plain_without_a_terminal(self):
        done = self.run_referee("adjudicate", "--policy", "standard", "--records", self.records,
                                "--brief", self.write("new", FIRST, SECOND))
        self.assertNotIn("\033", done.stdout)
        for part in ("s-2", "REVIEW", "contact Jonas Weber (c-1): the same, ",
                     "Two partners claimed this customer at nearly the same time.", "Lanes: "):
            self.assertIn(part, done.stdout)
        self.assertLessEqual(max(map(len, done.stdout.splitlines())), 100)

    def test_match_explains_candidates_and_keeps_nothing(self):
        queries = self.write("queries", {**CONTACT, "type": "lead", "id": "q-1"}, "[]", FIRST)
        done = self.run_referee("match", "--records", self.records, queries, expect=2)
        answers = [json.loads(line) for line in done.stdout.splitlines()]
        self.assertEqual([a["id"] for a in answers], ["q-1", "s-1"])
        self.assertEqual(answers[0]["matches"][0]["id"], "c-1")
        self.assertTrue(answers[0]["matches"][0]["explanation"])
        self.assertIn("queries:2: ", done.stderr)

    def test_a_domain_that_the_tables_call_free_mail_joins_nobody(self):
        account = self.write("account.ndjson", {"type": "account", "id": "a-1", "name": "Falke",
                                                "domains": ["falkenried.example"]})
        query = self.write("query", {"type": "account", "id": "q",
                                     "domains": ["falkenried.example"]})
        tables = self.write("tables.json", {
            "schema": "referee.tables/1", "free_mail_domains": {"add": ["falkenried.example"]}})
        for options, found in (([], ["a-1"]), (["--tables", tables], [])):
            done = self.run_referee("match", "--records", account, *options, query)
            self.assertEqual([m["id"] for m in json.loads(done.stdout)["matches"]], found)
        new = self.write("new", FIRST)
        usual, _ = self.adjudicate(new)
        changed, _ = self.adjudicate("--tables", tables, new)
        self.assertNotIn("tables", usual[0])
        self.assertRegex(changed[0]["tables"]["hash"], "^sha256:[0-9a-f]{64}$")

    def test_a_fault_of_the_tables_is_named_with_its_file_and_place(self):
        tables = self.write("tables.json", {
            "schema": "referee.tables/1", "honorifics": {"add": ["dr", "prof weber"]}})
        _, errors = self.adjudicate("--tables", tables, self.write("new", FIRST), expect=2)
        self.assertIn("tables.json: /honorifics/add/1: must be one word", errors)
        self.assertNotIn("weber", errors)

    def test_eval_prints_one_line(self):
        def evaluate(*words, expect=0):
            return self.run_referee("eval", *words, expect=expect).stdout

        self.assertEqual(evaluate("1 + 2"), '{"value":3}\n')
        self.assertIn('"unknown"', evaluate("a.b", "--bindings", '{"a":{}}', "--mode=evidence"))
        self.assertIn('"line":1', evaluate("1 +"))
        self.assertEqual(evaluate("--", "-1 + 2"), '{"value":1}\n')
        evaluate("1", "--bindings", "{", expect=2)
        evaluate("1", "--mode", "lax", expect=2)

    def test_bad_usage_says_what_would_do(self):
        for words, part in (
                ([], "--help"),
                (["adjudicat"], "did you mean adjudicate?"),
                (["match", "--recrds", "x", "y"], "did you mean --records?"),
                (["match"], "QUERIES is missing"),
                (["match", "a", "b"], "one argument too many"),
                (["adjudicate", "x"], "--policy standard"),
                (["adjudicate", "--policy"], "needs a value"),
                (["adjudicate", "--policy", "standard", "--threads", "0", "x"], "--threads"),
                (["adjudicate", "--policy", "standard", "--records", "Leads.csv", "x"], "is CSV"),
                (["adjudicate", "--policy", "standard", "nowhere"], "cannot read nowhere"),
                (["adjudicate", "--policy", "standard", "."], "cannot read .")):
            with self.subTest(words=words):
                done = self.run_referee(*words, expect=2)
                self.assertIn(part, done.stderr)
                self.assertEqual(done.stdout, "")

    def test_a_full_disk_is_noticed(self):
        with open("/dev/full", "w") as full:
            done = subprocess.run([REFEREE, "version"], stdout=full, stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, 2)

    def test_every_verb_has_help_whose_examples_run(self):
        overview = self.run_referee("--help").stdout
        environment = {**os.environ, "PATH": f"{REFEREE.parent}:{os.environ['PATH']}"}
        for verb in ("adjudicate", "approve", "transition", "status", "match", "eval", "version"):
            self.assertIn(f"  {verb} ", overview)
            text = self.run_referee(verb, "--help").stdout
            self.assertEqual(text, self.run_referee("help", verb).stdout)
            examples = text.split("\nexamples:\n")[1].split("\nexit:")[0]
            with self.subTest(verb=verb):
                done = subprocess.run(["bash", "-euo", "pipefail", "-c", examples],
                                      cwd=self.folder, env=environment, capture_output=True,
                                      text=True)
                self.assertEqual((done.returncode, done.stderr), (0, ""))
                self.assertNotEqual(done.stdout, "")


if __name__ == "__main__":
    unittest.main()
