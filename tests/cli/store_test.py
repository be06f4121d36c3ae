"""What a store file promises: the same answers again, damage found and named, a person erased.

usage: store_test.py REFEREE
"""

import base64
import json
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest

REFEREE = pathlib.Path(sys.argv.pop(1)).absolute()
WORLD = pathlib.Path(__file__).absolute().parents[2] / "examples/world"

PARTNER = {"type": "partner", "id": "p-nova", "name": "Nova Cloud", "program_id": "prog",
           "program_status": [{"status": "active", "from": "2025-01-01T00:00:00Z"}]}
RIVAL = {**PARTNER, "id": "p-peak", "name": "Peak Systems"}
USER = {"type": "user", "id": "u-maya", "name": "Maya Lind", "roles": ["partner_manager"],
        "active": True}
ACCOUNT = {"type": "account", "id": "a-1", "name": "Falkenried Werke AG",
           "domains": ["falkenried.example"], "kind": "prospect", "owner": "u-maya"}
CONTACT = {"type": "contact", "id": "c-1", "first_name": "Jonas", "last_name": "Weber",
           "emails": ["jonas.weber@falkenried.example", "jw@home.example"],
           "phones": ["+49 40 1234568"], "company_id": "a-1"}
FIRST = {"type": "submission", "id": "s-1", "idempotency_key": "k-1", "intent": "referral",
         "partner_id": "p-nova", "program_id": "prog", "received_at": "2026-06-01T10:00:00Z",
         "lead": {"first_name": "Jonas", "last_name": "Weber",
                  "emails": ["jonas.weber@falkenried.example"], "phones": ["040 1234568"]},
         "company": {"name": "Falkenried Werke AG", "domains": ["falkenried.example"]}}
SECOND = {**FIRST, "id": "s-2", "idempotency_key": "k-2", "partner_id": "p-peak",
          "received_at": "2026-06-01T10:01:00Z"}
OTHER = {**FIRST, "id": "s-3", "idempotency_key": "k-3", "received_at": "2026-06-01T11:00:00Z",
         "lead": {"first_name": "Ada", "last_name": "Novak", "emails": ["ada@stahlhof.example"]},
         "company": {"name": "Stahlhof GmbH", "domains": ["stahlhof.example"]},
         "notes": "met at the fair, ask for Jonas Weber's view"}
BYSTANDER = {**FIRST, "id": "s-4", "idempotency_key": "k-4", "received_at": "2026-06-01T12:00:00Z",
             "lead": {"first_name": "Lin", "last_name": "Osei", "emails": ["lin@kranbau.example"]},
             "company": {"name": "Kranbau Nord", "domains": ["kranbau.example"]}}


def quote(name):
    return '"' + name + '"'


class StoreTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.write("records.ndjson", PARTNER, RIVAL, USER, ACCOUNT, CONTACT)
        self.store = self.folder / "decisions.db"

    def write(self, name, *lines):
        text = "".join(json.dumps(line) + "\n" for line in lines)
        (self.folder / name).write_text(text)
        return name

    def run_referee(self, *words, expect=0):
        done = subprocess.run([REFEREE, *map(str, words)], capture_output=True, text=True,
                              cwd=self.folder)
        self.assertEqual(done.returncode, expect, done.stdout[-2000:] + done.stderr)
        return done

    def adjudicate(self, *submissions, expect=0, options=()):
        done = self.run_referee("adjudicate", "--policy", "standard", "--records",
                                "records.ndjson", "--store", self.store, *options,
                                self.write("new.ndjson", *submissions), expect=expect)
        return done

    def verify(self, *words, store=None, expect=0):
        done = self.run_referee("audit", "verify", store or self.store, *words, expect=expect)
        return json.loads(done.stdout)

    def sql(self, *statements, store=None):
        with sqlite3.connect(store or self.store) as database:
            for statement in statements:
                database.execute(*statement) if isinstance(statement, tuple) else \
                    database.execute(statement)
        database.close()

    # The same answers

    def test_what_was_decided_is_there_for_the_next_process(self):
        memory = self.run_referee("adjudicate", "--policy", "standard", "--records",
                                  "records.ndjson", self.write("both.ndjson", FIRST, SECOND)).stdout
        first = self.adjudicate(FIRST).stdout
        second = self.adjudicate(SECOND).stdout
        for kept, gone in zip((first, second), memory.splitlines()):
            kept, gone = json.loads(kept), json.loads(gone)
            del kept["audit"], gone["audit"]
            self.assertEqual(kept, gone)

    def test_the_same_key_and_content_give_the_same_bytes_from_another_process(self):
        first = self.adjudicate(FIRST, SECOND).stdout
        reordered = dict(reversed(list(FIRST.items())))
        self.assertEqual(self.adjudicate(reordered, SECOND).stdout, first)
        self.assertEqual(self.verify()["tenants"][0]["entries"], 2)

    def test_a_used_key_with_other_content_is_refused_and_writes_nothing(self):
        self.adjudicate(FIRST)
        done = self.adjudicate({**FIRST, "notes": "changed"}, expect=2)
        self.assertIn("/idempotency_key", done.stderr)
        self.assertEqual(self.verify()["tenants"][0]["entries"], 1)

    def test_tenants_share_nothing_but_the_file(self):
        one = self.adjudicate(FIRST, options=["--tenant", "one"]).stdout
        two = json.loads(self.adjudicate({**SECOND, "idempotency_key": "k-1"},
                                         options=["--tenant", "two"]).stdout)
        self.assertEqual(two["sequence"], 1)
        self.assertNotEqual(two["referral_id"], json.loads(one)["referral_id"])
        self.assertEqual([t["tenant"] for t in self.verify()["tenants"]], ["one", "two"])

    def test_a_clock_set_back_does_not_change_the_order(self):
        self.adjudicate(SECOND, options=["--as-of", "2026-06-09T00:00:00Z"])
        later = json.loads(self.adjudicate(FIRST, options=["--as-of", "2026-06-02T00:00:00Z"]).stdout)
        self.assertEqual(later["sequence"], 2)
        self.verify()

    def test_several_processes_write_to_one_store(self):
        self.adjudicate(FIRST)
        names = []
        for process in range(4):
            names.append(self.write(f"part{process}.ndjson", *(
                {**OTHER, "id": f"s-{process}-{i}", "idempotency_key": f"{process}-{i}"}
                for i in range(5))))
        running = [subprocess.Popen(
            [REFEREE, "adjudicate", "--policy", "standard", "--records", "records.ndjson",
             "--store", self.store, name], cwd=self.folder, stdout=subprocess.PIPE) for name in names]
        lines = [line for process in running for line in process.communicate()[0].splitlines()]
        self.assertEqual([process.returncode for process in running], [0] * 4)
        sequences = sorted(json.loads(line)["sequence"] for line in lines)
        self.assertEqual(sequences, list(range(2, 22)))
        self.assertEqual(self.verify()["tenants"][0]["submissions"], 21)

    def test_several_processes_make_one_store(self):
        for _ in range(3):
            for file in self.folder.glob("decisions.db*"):
                file.unlink()
            names = [self.write(f"part{i}.ndjson", {**OTHER, "id": f"s-{i}", "idempotency_key": str(i)})
                     for i in range(5)]
            running = [subprocess.Popen(
                [REFEREE, "adjudicate", "--policy", "standard", "--store", self.store, name],
                cwd=self.folder, stdout=subprocess.DEVNULL) for name in names]
            self.assertEqual([process.wait() for process in running], [0] * 5)
            self.assertEqual(self.verify()["tenants"][0]["entries"], 5)

    def test_every_decision_replays_to_the_same_bytes_without_the_records(self):
        decisions = self.adjudicate(FIRST, SECOND, OTHER).stdout.splitlines()
        (self.folder / "records.ndjson").unlink()
        lines = self.run_referee("replay", "--store", self.store).stdout.splitlines()
        self.assertEqual(len(lines), 3)
        for line, decision in zip(lines, decisions):
            self.assertEqual(json.loads(line)["outcome"], "same")
            made_again = line[line.index('"decision":') + len('"decision":'):-1]
            self.assertEqual(made_again, decision[:decision.rindex(',"audit":')] + "}")

    def test_decisions_by_other_tables_replay_by_those_and_their_loss_is_found(self):
        tables = self.write("tables.json", {
            "schema": "referee.tables/1", "free_mail_domains": {"add": ["falkenried.example"]},
            "nicknames": {"add": [["jonas", "joni"]]}})
        by_tables = ["--tables", tables]
        again = {**SECOND, "id": "s-9", "idempotency_key": "k-9"}
        decisions = [self.adjudicate(FIRST).stdout, self.adjudicate(SECOND, options=by_tables).stdout,
                     self.adjudicate(OTHER, options=by_tables).stdout, self.adjudicate(again).stdout]
        named = ["tables" in json.loads(decision) for decision in decisions]
        self.assertEqual(named, [False, True, True, False])
        for name in ("records.ndjson", tables):
            (self.folder / name).unlink()
        lines = self.run_referee("replay", "--store", self.store).stdout.splitlines()
        self.assertEqual([json.loads(line)["outcome"] for line in lines], ["same"] * 4)
        self.verify()
        self.sql("DELETE FROM policy WHERE document LIKE '%referee.tables/1%'")
        damage = self.verify(expect=1)["damage"]
        self.assertEqual([d["entry"] for d in damage], [2, 3])

    def test_every_decision_of_the_sample_world_replays(self):
        self.run_referee("adjudicate", "--policy", "standard", "--records",
                         WORLD / "records.ndjson", "--store", self.store,
                         WORLD / "submissions.ndjson")
        lines = self.run_referee("replay", "--store", self.store).stdout.splitlines()
        self.assertEqual({json.loads(line)["outcome"] for line in lines}, {"same"})
        self.assertGreater(len(lines), 10)
        self.verify()

    # Bad files

    def test_a_store_of_a_newer_schema_is_refused(self):
        self.adjudicate(FIRST)
        self.sql("PRAGMA user_version=99")
        self.assertIn("newer", self.adjudicate(SECOND, expect=2).stderr)

    def test_a_foreign_database_is_refused_and_left_alone(self):
        self.sql("CREATE TABLE theirs(x)")
        before = self.store.read_bytes()
        self.assertIn("something else", self.adjudicate(FIRST, expect=2).stderr)
        self.assertEqual(self.store.read_bytes(), before)

    def test_a_file_that_is_no_database_is_refused_and_left_alone(self):
        self.store.write_text("not a database, but long enough to look like a file " * 50)
        before = self.store.read_bytes()
        self.assertIn("not a database", self.adjudicate(FIRST, expect=2).stderr)
        self.assertEqual(self.store.read_bytes(), before)

    def test_a_truncated_file_is_refused(self):
        self.adjudicate(FIRST)
        with open(self.store, "r+b") as file:
            file.truncate(8192)
        self.adjudicate(SECOND, expect=2)
        done = self.run_referee("audit", "verify", self.store, expect=2)
        self.assertNotEqual(done.stderr, "")

    def test_a_store_that_is_not_there_is_not_made_by_readers(self):
        self.run_referee("audit", "verify", "nowhere.db", expect=2)
        self.assertFalse((self.folder / "nowhere.db").exists())

    # The audit

    def test_one_edited_byte_of_a_decision_names_its_entry(self):
        self.adjudicate(FIRST, SECOND)
        self.sql("UPDATE content SET text=replace(text, '\"recommendation\":\"review\"',"
                 " '\"recommendation\":\"reviex\"') WHERE id=(SELECT output FROM entry"
                 " WHERE sequence=2)")
        report = self.verify(expect=1)
        self.assertEqual([d["entry"] for d in report["damage"]], [2])
        self.assertIn("altered", report["damage"][0]["what"])

    def test_any_altered_value_in_any_table_is_found(self):
        key = self.folder / "key"
        key.write_text("5a" * 32 + "\n")
        self.adjudicate(FIRST, SECOND, OTHER, options=["--sign-key", key])
        self.run_referee("erase", "--store", self.store, "--as-of", "2026-07-01T00:00:00Z",
                         "--by", "u-maya", "--json", json.dumps(
                             {"type": "erasure", "id": "er-1", "submission_id": "s-3"}))
        self.verify()
        altered = 0
        database = sqlite3.connect(self.store)
        tables = [row[0] for row in database.execute(
            "SELECT name FROM sqlite_schema WHERE type='table'")]
        places = []
        for table in tables:
            columns = [row[1] for row in database.execute(f"PRAGMA table_info({table})")]
            keys = [row[1] for row in database.execute(f"PRAGMA table_info({table})") if row[5]]
            for row in database.execute(f"SELECT * FROM {quote(table)}"):
                values = dict(zip(columns, row))
                places += [(table, keys, values, column) for column in columns]
        database.close()
        # Not every row of every table: one of each kind, and all columns.
        seen = set()
        for table, keys, values, column in places:
            kind = (table, column, values.get("kind"), values.get("name") if table == "meta" else
                    None, values[column] is None, values.get("erased_by") is None)
            if kind in seen:
                continue
            seen.add(kind)
            value = values[column]
            if value is None:
                changed = 77
                if column in ("salt", "digest", "key", "signature"):
                    changed = b"\x01"
                if column in ("text", "records", "referral_id"):
                    changed = "1"
            elif isinstance(value, int):
                changed = value + 1000
            elif isinstance(value, bytes):
                changed = bytes([value[0] ^ 1]) + value[1:]
            else:
                changed = value[:-1] + chr(ord(value[-1]) ^ 1) if value else "x"
            copy = self.folder / "copy.db"
            shutil.copy(self.store, copy)
            where = " AND ".join(f"{quote(k)} IS ?" for k in keys)
            self.sql((f"UPDATE {quote(table)} SET {quote(column)}=? WHERE {where}",
                      (changed, *(values[k] for k in keys))), store=copy)
            done = subprocess.run([REFEREE, "audit", "verify", copy], capture_output=True, text=True)
            self.assertIn(done.returncode, (1, 2), f"{table}.{column} of {values} went unnoticed")
            altered += 1
        self.assertGreater(altered, 40)

    def test_a_removed_or_copied_row_of_any_table_is_found(self):
        self.adjudicate(FIRST, SECOND, OTHER)
        self.verify()
        database = sqlite3.connect(self.store)
        tables = [row[0] for row in database.execute(
            "SELECT name FROM sqlite_schema WHERE type='table'")]
        removals = []
        for table in tables:
            keys = [row[1] for row in database.execute(f"PRAGMA table_info({table})") if row[5]]
            for row in database.execute(f"SELECT {', '.join(map(quote, keys))} FROM {quote(table)}"):
                removals.append((table, " AND ".join(f"{quote(k)} IS ?" for k in keys), row))
        database.close()
        copy = self.folder / "copy.db"
        for table, where, row in removals:
            shutil.copy(self.store, copy)
            self.sql((f"DELETE FROM {quote(table)} WHERE {where}", row), store=copy)
            done = subprocess.run([REFEREE, "audit", "verify", copy], capture_output=True, text=True)
            self.assertIn(done.returncode, (1, 2), f"a removed row of {table} went unnoticed")
        self.assertGreater(len(removals), 20)
        for insertion in (
                "INSERT INTO content(tenant, commitment, salt, text) SELECT tenant, commitment, salt,"
                " text FROM content WHERE id=1",
                "INSERT INTO policy VALUES('sha256:00', '{}')",
                "INSERT INTO referral SELECT id, 'r-new', 1 FROM tenant",
                "INSERT INTO tenant(name, salt, entries, submissions, head) SELECT 'new', salt, 0, 0,"
                " head FROM tenant",
                "INSERT INTO meta VALUES('more', 'x')",
                "INSERT INTO entry SELECT tenant, sequence+3, kind, submission+3, referral_id, NULL,"
                " link, hash, signature, input, output, referral, directory, frame, records"
                " FROM entry WHERE sequence=1",
                "CREATE TRIGGER theirs AFTER INSERT ON content BEGIN SELECT 1; END",
                "DROP INDEX entry_key"):
            shutil.copy(self.store, copy)
            self.sql(insertion, store=copy)
            self.verify(store=copy, expect=1)

    def test_reordered_entries_are_found(self):
        self.adjudicate(FIRST, SECOND)
        self.sql("UPDATE entry SET sequence=sequence+10, submission=submission+10",
                 "UPDATE entry SET sequence=23-sequence-10, submission=23-submission-10"
                 " WHERE sequence IN (11, 12)")
        self.assertFalse(self.verify(expect=1)["sound"])

    def test_cut_off_newest_entries_are_found_by_the_count_or_by_the_expected_head(self):
        decisions = self.adjudicate(FIRST, SECOND).stdout.splitlines()
        heads = [json.loads(line)["audit"]["hash"] for line in decisions]
        cut = ["DELETE FROM content WHERE id IN (SELECT input FROM entry WHERE sequence=2 UNION"
               " SELECT output FROM entry WHERE sequence=2 UNION SELECT frame FROM entry WHERE"
               " sequence=2 UNION SELECT referral FROM entry WHERE sequence=2)",
               "DELETE FROM content WHERE id IN (SELECT value FROM entry, json_each(records) WHERE"
               " sequence=2) AND id NOT IN (SELECT value FROM entry, json_each(records) WHERE"
               " sequence=1)",
               "DELETE FROM entry WHERE sequence=2", "UPDATE referral SET entry=1"]
        self.verify("--head", heads[1])
        self.sql(*cut)
        self.verify(expect=1)
        # Whoever also mends the tenant's row needs what is kept elsewhere to be found out.
        self.sql("UPDATE tenant SET entries=1, submissions=1, head=(SELECT hash FROM entry)")
        self.verify("--head", heads[0])
        self.verify("--head", heads[1], expect=1)

    def test_a_proof_holds_without_the_store_and_shows_nobody_else(self):
        self.adjudicate(FIRST, OTHER, BYSTANDER)
        root = self.verify()["tenants"][0]["root"]
        proof = self.run_referee("audit", "prove", self.store, "--entry", "2").stdout
        for private in ("Kranbau", "Weber@", "lin@kranbau", "falkenried"):
            self.assertNotIn(private, proof)
        self.store.unlink()
        (self.folder / "proof.json").write_text(proof)
        check = json.loads(self.run_referee("audit", "check", "proof.json", "--root", root).stdout)
        self.assertTrue(check["valid"])
        self.assertEqual(check["entry"]["sequence"], 2)
        self.run_referee("audit", "check", "proof.json", "--root", "sha256:" + "0" * 64, expect=1)
        own_hash = '"hash":"' + json.loads(proof)["hash"]
        for old, new in (("Stahlhof", "Stahlhoff"), ('"index":1', '"index":0'),
                         (own_hash, own_hash[:-1] + ("1" if own_hash[-1] == "0" else "0")),
                         ("sequence\\\":2", "sequence\\\":3")):
            self.assertIn(old, proof)
            (self.folder / "proof.json").write_text(proof.replace(old, new))
            self.run_referee("audit", "check", "proof.json", expect=1)

    def test_signed_entries_are_checked(self):
        key = self.folder / "key"
        key.write_text("5a" * 32)
        self.adjudicate(FIRST, options=["--sign-key", key])
        self.adjudicate(SECOND)
        self.verify()
        self.run_referee("audit", "prove", self.store, "--entry", "1")
        self.sql("UPDATE entry SET signature=NULL WHERE sequence=1")
        self.assertEqual(self.verify(expect=1)["damage"][0]["row"], "signature")

    # Erasure

    def erase(self, **request):
        done = self.run_referee("erase", "--store", self.store, "--as-of", "2026-07-01T00:00:00Z",
                                "--by", "u-maya", "--json",
                                json.dumps({"type": "erasure", "id": "er-1", **request}))
        return json.loads(done.stdout)

    def assert_gone(self, *texts):
        files = [f for f in self.folder.iterdir() if f.name.startswith("decisions.db")]
        bytes_of_files = b"".join(file.read_bytes() for file in files)
        for text in texts:
            for form in {text, text.lower(), text.upper(), json.dumps(text)[1:-1],
                         "".join(f"\\u{ord(c):04x}" for c in text)}:
                for encoded in (form.encode(), form.encode("utf-16-le"), form.encode("utf-16-be"),
                                form.encode().hex().encode(), base64.b64encode(form.encode())):
                    self.assertNotIn(encoded, bytes_of_files, form)

    def test_an_erased_person_is_nowhere_in_the_file(self):
        self.adjudicate(FIRST, SECOND, OTHER, BYSTANDER)
        holder = sqlite3.connect(self.store)  # Keeps the write-ahead log alive.
        holder.execute("SELECT count(*) FROM entry").fetchone()
        self.assertIn(b"jw@home.example", self.store.read_bytes() +
                      pathlib.Path(f"{self.store}-wal").read_bytes())
        answer = self.erase(person={"emails": ["Jonas.Weber@falkenried.example"]})
        holder.close()
        self.assertEqual(answer["entries"], [1, 2, 3])
        self.assertEqual(answer["by"], "u-maya")
        self.assert_gone("jonas.weber@falkenried.example", "jw@home.example", "Jonas Weber", "Weber",
                         "+49 40 1234568", "040 1234568", "1234568")
        report = self.verify()
        self.assertEqual(report["erased"], answer["texts"] + 1)
        outcomes = [json.loads(line) for line in
                    self.run_referee("replay", "--store", self.store).stdout.splitlines()]
        self.assertEqual([o["outcome"] for o in outcomes],
                         ["erased", "erased", "erased", "same", "none"])
        retry = self.adjudicate(FIRST, expect=2)
        self.assertIn("erased", retry.stderr)
        self.assertIn(outcomes[0]["commitment"], retry.stderr)
        self.assertEqual(self.adjudicate(BYSTANDER).returncode, 0)

    def test_what_people_wrote_about_an_erased_person_is_erased_with_it(self):
        decision = json.loads(self.adjudicate(FIRST).stdout)
        move = {"id": "m-1", "referral_id": decision["referral_id"], "to": "in_review",
                "rationale": "Mr Weber asked for time"}
        words = ("transition", "--store", self.store, "--as-of", "2026-06-02T10:00:00Z", "--by",
                 "u-maya", "--json", json.dumps(move))
        self.run_referee(*words)
        self.adjudicate(BYSTANDER)
        self.assertEqual(self.erase(submission_id="s-1")["entries"], [1, 2])
        self.assert_gone("Weber", "asked for time")
        self.verify()
        self.assertIn("erased", self.run_referee(*words, expect=1).stderr)

    def test_an_erased_submission_matches_nothing_any_more(self):
        (self.folder / "records.ndjson").write_text(json.dumps(PARTNER) + "\n")
        first = json.loads(self.adjudicate(FIRST).stdout)
        self.erase(submission_id="s-1")
        second = json.loads(self.adjudicate(SECOND).stdout)
        self.assertEqual(second["sequence"], 2)
        self.assertNotEqual(second["referral_id"], first["referral_id"])
        self.verify()

    def test_the_same_erasure_again_gives_the_same_document(self):
        self.adjudicate(FIRST)
        self.assertEqual(self.erase(submission_id="s-1"), self.erase(submission_id="s-1"))
        self.assertEqual(self.verify()["tenants"][0]["entries"], 2)

    def test_an_erasure_of_what_is_not_there_names_the_member(self):
        self.adjudicate(FIRST)
        for request, pointer in (({"submission_id": "s-9"}, "/submission_id"),
                                 ({"person": {"last_name": "Weber"}}, "/person"), ({}, "/person")):
            done = self.run_referee("erase", "--store", self.store, "--as-of",
                                    "2026-07-01T00:00:00Z", "--by", "u-maya", "--json",
                                    json.dumps({"type": "erasure", "id": "er-1", **request}),
                                    expect=2)
            self.assertIn(pointer, done.stderr)
        self.assertEqual(self.verify()["tenants"][0]["entries"], 1)


if __name__ == "__main__":
    unittest.main()
