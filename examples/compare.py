"""Runs a command and compares what it prints with a file.

usage: compare.py EXPECTED COMMAND [ARGUMENT]...    with --update first, rewrites EXPECTED
"""

import difflib
import pathlib
import subprocess
import sys


def main(words: list[str]) -> int:
    update = words[:1] == ["--update"]
    path, *command = words[1:] if update else words
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        print(f"exit {done.returncode}: {done.stderr}")
        return 1
    if update:
        pathlib.Path(path).write_text(done.stdout)
        return 0
    expected = pathlib.Path(path).read_text()
    sys.stdout.writelines(difflib.unified_diff(
        expected.splitlines(keepends=True), done.stdout.splitlines(keepends=True),
        "expected", "printed"))
    return 0 if done.stdout == expected else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
