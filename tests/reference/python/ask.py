"""Asks normalize_lines, and counts agreement."""

import subprocess
import sys


def ask(normalizer: str, lines: list[str]) -> list[str]:
    """The normal form of each line."""
    result = subprocess.run([sys.argv[1], normalizer], input="\n".join(lines) + "\n", encoding="utf-8",
                            check=True, stdout=subprocess.PIPE)
    answers = result.stdout.split("\n")[:-1]
    if len(answers) != len(lines):
        sys.exit(f"{len(lines)} lines asked, {len(answers)} answered")
    return answers


def require(name: str, cases: list[tuple[str, str, str]], at_least: float) -> bool:
    """`cases` are what was asked, what was expected, what came.  Prints the share that agrees."""
    wrong = [case for case in cases if case[1] != case[2]]
    share = 1 - len(wrong) / len(cases)
    print(f"{name}: {len(cases) - len(wrong)} of {len(cases)} agree ({100 * share:.2f} %)")
    if share >= at_least:
        return True
    for asked, expected, came in wrong[:40]:
        print(f"  {asked!r}: expected {expected!r}, got {came!r}")
    return False
