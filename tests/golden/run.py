"""Tells every story of this folder to the command and compares the decisions with those on record.

usage: run.py REFEREE [--update]

A story is a folder: records.ndjson, submissions.ndjson, decisions.json and a README.md that tells
it.  --update writes decisions.json anew; the review reads the difference.  Left out of the record
is what changes with every release, policy or tuning of the matcher: the engine's version, the
policy's hash, the chain, probabilities.
Each story is told three times, the records backwards and on several threads too: the bytes must
be the same.
"""

import json
import pathlib
import subprocess
import sys
import tempfile

FOLDER = pathlib.Path(__file__).parent


def decide(referee, records, submissions, *words):
    done = subprocess.run([referee, "adjudicate", "--policy", "standard", *words, "--records",
                           records, submissions], capture_output=True)
    if done.returncode != 0:
        sys.exit(f"{submissions}: exit {done.returncode}: {done.stderr.decode()}")
    return done.stdout


def on_record(line):
    decision = json.loads(line)
    for name in ("engine", "audit"):
        decision.pop(name)
    decision["policy"].pop("hash")
    for match in decision["matches"]:
        for name in ("probability", "bits", "explanation", "aspects"):
            match.pop(name)
    for approval in decision["approvals_needed"]:
        approval.pop("subject_hash")
    return decision


def tell(referee, story, update):
    """Says what is wrong, or None."""
    records, submissions = story / "records.ndjson", story / "submissions.ndjson"
    lines = decide(referee, records, submissions)
    with tempfile.TemporaryDirectory() as folder:
        backwards = pathlib.Path(folder) / "records.ndjson"
        backwards.write_text("".join(reversed(records.read_text().splitlines(keepends=True))))
        if decide(referee, backwards, submissions) != lines:
            return "the order of the records changes the decisions"
    if decide(referee, records, submissions, "--threads", "4") != lines:
        return "threads change the decisions"
    told = json.dumps([on_record(line) for line in lines.splitlines()], indent=1,
                      ensure_ascii=False) + "\n"
    record = story / "decisions.json"
    if update:
        record.write_text(told)
    elif record.read_text() != told:
        with tempfile.NamedTemporaryFile("w", suffix=".json") as new:
            new.write(told)
            new.flush()
            difference = subprocess.run(["diff", "-u", record, new.name], capture_output=True, text=True)
        return "the decisions differ from those on record; if that is meant, run " \
               "tests/golden/run.py REFEREE --update:\n" + difference.stdout[:4000]
    return None


def main():
    referee = pathlib.Path(sys.argv[1]).absolute()
    update = "--update" in sys.argv[2:]
    stories = sorted(path.parent for path in FOLDER.glob("*/submissions.ndjson"))
    wrong = 0
    for story in stories:
        fault = tell(referee, story, update)
        if fault:
            wrong += 1
            print(f"{story.name}: {fault}")
    print(f"{len(stories)} stories, {wrong} wrong")
    return 1 if wrong or len(stories) < 6 else 0


if __name__ == "__main__":
    sys.exit(main())
