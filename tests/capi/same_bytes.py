"""The same submissions through the command, C, C++ and Python give the same bytes; any number of
threads and any order of the records too.  Twice: for a dispute made up here, and for the sample
world of examples/world.

usage: same_bytes.py --cli FILE --c FILE --cpp FILE --package FOLDER --world FOLDER [--library FILE]
"""

import argparse
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile

PYTHON = """
import pathlib, sys, referee
corpus = referee.Corpus()
corpus.load_ndjson(pathlib.Path(sys.argv[1]).read_bytes(), max_threads=int(sys.argv[3]))
engine, policy, store = referee.Engine(), referee.Policy.standard(), referee.Store()
snapshot = corpus.snapshot()
for line in pathlib.Path(sys.argv[2]).read_text().splitlines():
    print(engine.submit(policy, snapshot, store, line, max_threads=int(sys.argv[3])).json)
"""


def world() -> tuple[list[dict], list[dict]]:
    """Some partners, accounts and people, and submissions that dispute them."""
    partners = [{"type": "partner", "id": f"p-{i}", "name": f"Partner {i} GmbH",
                 "domains": [f"partner{i}.example"], "program_id": "prog",
                 "program_status": [{"status": "active", "from": "2025-01-01T00:00:00Z"}]}
                for i in range(4)]
    accounts = [{"type": "account", "id": f"a-{i}", "name": f"Werke {name} AG", "owner": f"u-{i % 3}",
                 "domains": [f"{name.lower()}.example"], "employees": 50 * (i + 1),
                 "address": {"city": "Hamburg", "country": "DE"}, "industry": "manufacturing"}
                for i, name in enumerate(["Falkenried", "Alster", "Elbtal", "Heide", "Fal-kenried"])]
    contacts = [{"type": "contact", "id": f"c-{i}", "company_id": f"a-{i % 5}",
                 "first_name": first, "last_name": last,
                 "emails": [f"{first}.{last}@falkenried.example".lower()]}
                for i, (first, last) in enumerate([("Jonas", "Weber"), ("Jona", "Weber"),
                                                   ("Mia", "Kolb"), ("Mia", "Kölb")])]
    submissions = [{"type": "submission", "id": f"s-{i}", "idempotency_key": f"k:{i % 5}",
                    "intent": "referral", "channel": "portal", "partner_id": f"p-{i % 4}",
                    "received_at": f"2026-06-01T10:0{i}:00Z", "program_id": "prog",
                    "lead": {key: contact[key] for key in ("first_name", "last_name", "emails")},
                    "company": {"name": "Falkenried Werke", "domains": ["falkenried.example"]}}
                   for i, contact in enumerate(contacts + contacts[:1])]
    submissions.append(submissions[0])  # Sent twice: one decision.
    return partners + accounts + contacts, submissions


def write(path: pathlib.Path, rows: list[dict]) -> str:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows),
                    encoding="utf-8")
    return str(path)


def run(*command: str, **environment: str) -> bytes:
    done = subprocess.run(command, capture_output=True, env={**os.environ, **environment})
    if done.returncode != 0:
        sys.exit(f"{command[0]}: exit {done.returncode}: {done.stderr.decode()}")
    return done.stdout


def sample(folder: pathlib.Path) -> tuple[list[dict], list[dict]]:
    records, submissions = ([json.loads(line) for line in (folder / name).read_text().splitlines()]
                            for name in ("records.ndjson", "submissions.ndjson"))
    return records, submissions


def different_ways(options: argparse.Namespace, records: list[dict],
                   submissions: list[dict]) -> list[str]:
    """The ways whose bytes differ from the command's with one thread."""
    with tempfile.TemporaryDirectory() as folder:
        straight = write(pathlib.Path(folder, "records.ndjson"), records)
        asked = write(pathlib.Path(folder, "submissions.ndjson"), submissions)
        random.Random(20260101).shuffle(records)
        shuffled = write(pathlib.Path(folder, "shuffled.ndjson"), records)

        def cli(path: str, threads: str) -> bytes:
            return run(options.cli, "adjudicate", "--policy", "standard", "--records", path,
                       "--threads", threads, asked)

        answers = {
            "the command": cli(straight, "1"),
            "the command, two threads": cli(straight, "2"),
            "the command, four threads": cli(straight, "4"),
            "the command, records in another order": cli(shuffled, "1"),
            "C": run(options.c, straight, asked, "1"),
            "C, three threads, another order": run(options.c, shuffled, asked, "3"),
            "C++": run(options.cpp, straight, asked, "2"),
        }
        if options.library:
            answers["Python"] = run(sys.executable, "-c", PYTHON, straight, asked, "1",
                                    PYTHONPATH=options.package, REFEREE_LIBRARY=options.library,
                                    PYTHONDONTWRITEBYTECODE="1", PYTHONUTF8="1")
    expected = answers["the command"]
    if expected.count(b"\n") != len(submissions):
        sys.exit(f"{len(expected.splitlines())} decisions for {len(submissions)} submissions")
    different = [name for name, answer in answers.items() if answer != expected]
    print(f"{len(answers)} ways, {len(expected)} bytes; different: {different or 'none'}")
    return different


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("--cli", "--c", "--cpp", "--package"):
        parser.add_argument(name, required=True)
    parser.add_argument("--world", required=True, type=pathlib.Path)
    parser.add_argument("--library", default="")
    options = parser.parse_args()
    worlds = [world(), sample(options.world)]
    return 1 if any([different_ways(options, *each) for each in worlds]) else 0


if __name__ == "__main__":
    sys.exit(main())
