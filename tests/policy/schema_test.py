"""The standard policy against its JSON Schema, and the schema against the reader of the engine.

usage: schema_test.py REFEREE FOLDER    FOLDER holds policy.json and policy.schema.json
"""

import copy
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

import jsonschema

REFEREE = pathlib.Path(sys.argv.pop(1)).absolute()
FOLDER = pathlib.Path(sys.argv.pop(1))

POLICY = json.loads((FOLDER / "policy.json").read_text())
SCHEMA = json.loads((FOLDER / "policy.schema.json").read_text())
# What most tests change: the policy's own tests would be read again for each.
SMALL = {**POLICY, "tests": []}
CONTRACT = (FOLDER / "../../../../shared/domain/contract.md").resolve()

# Members that a policy may leave out.
OPTIONAL = {"wait", "queries", "when", "people", "expires_hours", "not_submitter", "covers", "because",
            "reason"}


def places(node, depth, at=()):
    """Paths of all members of objects, down to `depth`; of a list only the first element."""
    if depth == 0:
        return
    if isinstance(node, dict):
        for name, value in node.items():
            yield at + (name,)
            yield from places(value, depth - 1, at + (name,))
    elif isinstance(node, list) and node:
        yield from places(node[0], depth - 1, at + (0,))


def pointer(path):
    return "".join("/" + str(step) for step in path)


class SchemaTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        jsonschema.Draft202012Validator.check_schema(SCHEMA)
        cls.validator = jsonschema.Draft202012Validator(SCHEMA)

    def refusal(self, policy, *words):
        """What the engine says about a policy; "" when it takes it."""
        with tempfile.TemporaryDirectory() as folder:
            for name, text in (("policy.json", json.dumps(policy)), ("none", "")):
                (pathlib.Path(folder) / name).write_text(text)
            done = subprocess.run([REFEREE, "adjudicate", "--policy", "policy.json", *words,
                                   "--records", "none", "none"],
                                  cwd=folder, capture_output=True, text=True)
        self.assertIn(done.returncode, (0, 2), done.stderr)
        return done.stderr if done.returncode == 2 else ""

    def test_the_standard_policy_is_valid(self):
        errors = [f"{list(e.absolute_path)}: {e.message}" for e in self.validator.iter_errors(POLICY)]
        self.assertEqual(errors, [])
        self.assertEqual(self.refusal(POLICY), "")

    def test_a_policy_without_a_parameter_is_refused_with_its_pointer(self):
        self.assertGreaterEqual(len(POLICY["parameters"]), 40)
        for name in POLICY["parameters"]:
            changed = copy.deepcopy(SMALL)
            del changed["parameters"][name]
            self.assertFalse(self.validator.is_valid(changed), name)
            self.assertIn(f"/parameters/{name}", self.refusal(changed))

    def test_schema_and_engine_refuse_the_same_missing_members(self):
        for path in places(SMALL, 3):
            if path[0] == "confidence" or path == ("signals",):
                continue  # Optional, and each rule of it.
            if path[0] in ("parameters", "predicates", "templates", "questions"):
                if len(path) == 2:
                    continue
            if path[:2] == ("partner_text", "slots") and len(path) == 3:
                continue
            changed = copy.deepcopy(SMALL)
            parent = changed
            for step in path[:-1]:
                parent = parent[step]
            del parent[path[-1]]
            takes = path[-1] in OPTIONAL and not (path[0] in ("gates", "rules", "confidence") and
                                                  path[-1] in ("when", "covers", "because"))
            with self.subTest(pointer(path)):
                self.assertEqual(self.validator.is_valid(changed), takes)
                said = self.refusal(changed)
                self.assertEqual(said == "", takes, said)
                if not takes:
                    self.assertIn(pointer(path), said)

    def test_schema_and_engine_refuse_members_that_nobody_knows(self):
        for path in [(), ("gates", 0), ("rules", 0), ("tables", 0), ("tables", 0, "rows", 0),
                     ("confidence",), ("signals",), ("conflicts",), ("conflicts", "live_opportunity"),
                     ("disclosure",), ("recommendation",), ("approvals", 0), ("routing",),
                     ("slas",), ("partner_text",), ("parameters",), ("tests", 0)]:
            changed = copy.deepcopy(POLICY if path[:1] == ("tests",) else SMALL)
            parent = changed
            for step in path:
                parent = parent[step]
            parent["colour"] = "blue"
            with self.subTest(pointer(path)):
                self.assertFalse(self.validator.is_valid(changed))
                self.assertIn(pointer(path) + "/colour", self.refusal(changed))

    def test_wrong_kinds_are_refused_with_kind_and_expectation(self):
        for name, value, said in [("tie_window_hours", "24", "a string"), ("tie_window_hours", 1.5, "integer"),
                                  ("minimum_deal", 5, "a number"), ("marketing_scope", "group", "company or person"),
                                  ("required_consent", ["mail"], "share_forward"), ("quiet_periods", [{"from": "x"}], "/0")]:
            changed = copy.deepcopy(SMALL)
            changed["parameters"][name] = value
            with self.subTest(name):
                self.assertFalse(self.validator.is_valid(changed))
                error = self.refusal(changed)
                self.assertIn(f"/parameters/{name}", error)
                self.assertIn(said, error)

    def test_settings_are_checked_like_the_document(self):
        for setting, said in [("tie_window_hours=\"x\"", "/parameters/tie_window_hours"),
                              ("tie_window_hour=1", "did you mean tie_window_hours?"),
                              ("high_value={\"minor\":1}", "/parameters/high_value/currency"),
                              ("fit_regions=[1]", "/parameters/fit_regions/0"),
                              ("quiet_periods=[", "quiet_periods")]:
            with self.subTest(setting):
                self.assertIn(said, self.refusal(SMALL, "--set", setting))
        self.assertEqual(self.refusal(SMALL, "--set", "tie_window_hours=1"), "")

    def test_an_undeclared_path_suggests_the_nearest_and_names_line_and_column(self):
        changed = copy.deepcopy(SMALL)
        changed["gates"][0]["stop"] = "submission.urgencie == 'now'"
        said = self.refusal(changed)
        self.assertIn("/gates/0/stop", said)
        self.assertIn("submission.urgency", said)

    @unittest.skipUnless(CONTRACT.exists(), "the contract is not on this machine")
    def test_every_parameter_and_gate_of_the_contract_is_there(self):
        text = CONTRACT.read_text()
        section = text[text.index("| parameter | standard"):text.index("| table `fit`")]
        named = set()
        for line in section.splitlines()[2:]:
            named |= set(re.findall(r"`([a-z_]+)`", line.split("|")[1]))
        self.assertGreaterEqual(len(named), 38)
        self.assertEqual(named - set(POLICY["parameters"]), set())
        gates = text[text.index("## 5 Gates"):text.index("Lane state:")]
        rows = [line.split("|") for line in gates.splitlines() if line.startswith("| `")]
        lanes = {code: cells[2].strip() for cells in rows
                 for code in re.findall(r"`([a-z_]+)`", cells[1])}
        self.assertEqual({gate["code"]: gate["lane"] for gate in POLICY["gates"]}, lanes)
        covers = {gate["code"]: gate["covers"] for gate in POLICY["gates"]}
        for cells in rows:
            covered = {one for code in re.findall(r"`([a-z_]+)`", cells[1]) for one in covers[code]}
            wanted = {one.strip() for one in cells[4].split(",")}
            self.assertEqual(wanted - covered, set(), cells[1])


if __name__ == "__main__":
    unittest.main()
