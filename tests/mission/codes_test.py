"""The codes of actions, states, moves, reasons, tasks and events are one table each."""

import pathlib
import unittest

import referee

README = pathlib.Path(__file__).parents[2] / "src/adjudicate/README.md"


class CodesTest(unittest.TestCase):
    def test_the_readme_has_every_code_with_its_meaning(self):
        text = README.read_text()
        codes = referee.codes()
        for table in ("actions", "states", "reasons", "tasks", "events"):
            for row in codes[table]:
                with self.subTest(table=table, code=row["code"]):
                    line = next(line for line in text.splitlines()
                                if line.startswith(f"| `{row['code']}` |")
                                and row["meaning"] in line)
                    self.assertTrue(line)

    def test_the_readme_has_every_move(self):
        text = README.read_text()
        for move in referee.codes()["moves"]:
            start = f"| `{move['to']}` | {', '.join(f'`{code}`' for code in move['from'])} |"
            self.assertIn(start, text)

    def test_every_task_and_event_of_a_decision_is_in_the_tables(self):
        from desk import Desk
        codes = referee.codes()
        desk = Desk()
        desk.submit(need=None)
        decision = desk.submit(partner_id="p-peak", submitted_by="pu-pat",
                               received_at="2026-06-02T10:00:00Z")
        self.assertLessEqual({task["code"] for task in decision["outputs"]["tasks"]},
                             {row["code"] for row in codes["tasks"]})
        self.assertLessEqual({event["code"] for event in decision["events"]},
                             {row["code"] for row in codes["events"]})


if __name__ == "__main__":
    unittest.main()
