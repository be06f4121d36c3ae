"""Fails when `try` or `catch` stands in capi/ anywhere but behind the one wall.

usage: check_guard.py SOURCE_ROOT
"""

import pathlib
import re
import sys

ALLOWED = {"guard.h", "error.cc"}


def main(root: str) -> int:
    wrong = 0
    for path in sorted((pathlib.Path(root) / "capi").glob("*.*")):
        if path.suffix not in {".h", ".cc"} or path.name in ALLOWED:
            continue
        for number, line in enumerate(path.read_text().splitlines(), 1):
            if re.search(r"\b(try|catch)\b", line.split("//")[0]):
                print(f"{path}:{number}: use Guard()")
                wrong += 1
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
