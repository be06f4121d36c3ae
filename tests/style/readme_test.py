"""The README's submission gives the README's decision, and the C example submits the same.

usage: readme_test.py REFEREE ROOT
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile

BLOCK = re.compile(r"^```json\n(.*?)^```$", re.M | re.S)
LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"')


def c_string(source: str, name: str) -> str:
    """The text of `static const char NAME[] = "..." "...";`."""
    value = re.search(rf"\b{name}\[\] =((?:\s*\"(?:[^\"\\]|\\.)*\")+);", source)[1]
    return "".join(json.loads(f'"{piece}"') for piece in LITERAL.findall(value))


def missing_from(shown: object, given: object, place: str = "") -> list[str]:
    """Where `shown`, an excerpt, says what `given` does not."""
    if isinstance(shown, dict) and isinstance(given, dict):
        return [fault for name, value in shown.items()
                for fault in missing_from(value, given.get(name), f"{place}/{name}")]
    if isinstance(shown, list) and isinstance(given, list):
        return [f"{place}/{i}: not in the decision" for i, value in enumerate(shown)
                if all(missing_from(value, element) for element in given)]
    return [] if shown == given else [f"{place}: the decision has {given!r}, the README {shown!r}"]


def main(referee: str, root: pathlib.Path) -> int:
    submission, decision = (json.loads(block) for block in
                            BLOCK.findall((root / "README.md").read_text())[:2])
    source = (root / "examples/01_submit.c").read_text()
    if submission != json.loads(c_string(source, "kSubmission")):
        print("README.md and examples/01_submit.c submit different things")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        records = pathlib.Path(folder, "records.ndjson")
        records.write_text(c_string(source, "kRecords"))
        done = subprocess.run(
            [referee, "adjudicate", "--policy", "standard", "--records", records, "-"],
            input=json.dumps(submission) + "\n", capture_output=True, text=True)
    if done.returncode != 0:
        print(done.stderr)
        return 1
    faults = missing_from(decision, json.loads(done.stdout))
    print("\n".join(faults) or "the README's decision is what the command gives")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], pathlib.Path(sys.argv[2])))
