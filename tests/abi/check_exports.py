"""Header, version script and library must name the same functions, and no other symbol may show.

usage: check_exports.py LIBRARY HEADER VERSION_SCRIPT
"""

import re
import subprocess
import sys


def declared_in(header: str) -> set[str]:
    text = re.sub(r"/\*.*?\*/", "", open(header, encoding="utf-8").read(), flags=re.S)
    return set(re.findall(r"REFEREE_API\b[^;]*?\b(referee_\w+)\s*\(", text))


def exported_from(library: str) -> set[str]:
    nm = subprocess.run(["nm", "-D", "--defined-only", library],
                        check=True, capture_output=True, text=True).stdout
    symbols = {line.split()[-1].split("@")[0] for line in nm.splitlines()}
    return {name for name in symbols if not re.fullmatch(r"REFEREE_\d+\.\d+", name)}


def main(library: str, header: str, version_script: str) -> int:
    declared = declared_in(header)
    mapped = set(re.findall(r"\b(referee_\w+);", open(version_script, encoding="utf-8").read()))
    exported = exported_from(library)
    for title, names in (("declared, not exported", declared - exported),
                         ("exported, not declared", exported - declared),
                         ("declared, not in referee.map", declared - mapped),
                         ("in referee.map, not declared", mapped - declared)):
        if names:
            print(f"{title}: {', '.join(sorted(names))}")
    print(f"{len(declared)} functions declared")
    return 0 if declared == exported == mapped else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
