"""Fails when a file includes what its folder must not know.

Three rules, each stated where people edit it anyway:
- a layer of src/ includes only itself and earlier layers (REFEREE_LAYERS in src/CMakeLists.txt);
- cel/ includes only base/, so that it stays liftable;
- third parties stay in the files that THIRD_PARTIES names, capi/ alone sees the engine from outside,
  bindings/ and examples/ see the public header and nothing else.
"""

import pathlib
import re
import sys

# Pattern of an include -> the places (prefixes below the root) that may have it.
THIRD_PARTIES = {
    r"<?\"?simdjson": ["src/base/json.cc"],
    r"<?\"?re2/": ["src/base/regex.cc"],
    r"<?\"?utf8proc": ["src/normalize/"],
    r"<?\"?sodium": ["src/base/hash.cc", "src/store/"],
    r"<?\"?sqlite3": ["src/store/", "tests/store/", "bench/sqlite_peer.cc"],
    r"<?\"?doctest/": ["tests/"],
    r"<?\"?benchmark/": ["bench/"],
}
ALLOWED_ABSEIL = re.compile(
    r'"absl/(status/status(or)?|container/(flat_hash_map|flat_hash_set|inlined_vector)|strings/cord)\.h"')
INCLUDE = re.compile(r"\s*#\s*include\s+([<\"][^>\"]+[>\"])")
SUFFIXES = {".h", ".cc", ".c", ".cpp", ".hpp", ".inc"}


def layers_of(root: pathlib.Path) -> list[str]:
    cmake = (root / "src/CMakeLists.txt").read_text()
    return re.search(r"set\(REFEREE_LAYERS ([^)]*)\)", cmake)[1].split()


def fault(place: str, include: str, rank: dict[str, int]) -> str | None:
    """Says why `place` must not have `include`, or returns None."""
    for pattern, homes in THIRD_PARTIES.items():
        if re.match(pattern, include) and not any(place.startswith(home) for home in homes):
            return f"{include} belongs into {', '.join(homes)} only"
    if place.startswith("src/") and include.startswith('"absl/') and not ALLOWED_ABSEIL.match(include):
        return f"{include} is not on the list of allowed Abseil"
    inside = re.match(r'"src/([^/"]+)/', include)
    if inside and place.startswith(("bindings/", "examples/")):
        return "only the public headers may be used here"
    if inside and place.startswith("src/"):
        own, other = place.split("/")[1], inside[1]
        if other not in rank:
            return f"{other}/ is no layer"
        if rank[other] > rank[own]:
            return f"{own}/ must not know {other}/"
        if own == "cel" and other not in ("cel", "base"):
            return "cel/ knows only base/"
    if place.startswith("src/") and re.match(r'"?<?(capi|bindings|tests|bench)/', include):
        return "src/ knows nothing that is built on it"
    return None


def main(root: pathlib.Path) -> int:
    rank = {name: i for i, name in enumerate(layers_of(root))}
    bad = files = 0
    for folder in ("include", "src", "capi", "bindings", "examples", "bench", "tests"):
        for path in sorted((root / folder).rglob("*")):
            if path.suffix not in SUFFIXES:
                continue
            files += 1
            place = path.relative_to(root).as_posix()
            for number, line in enumerate(path.read_text(errors="replace").splitlines(), 1):
                include = INCLUDE.match(line)
                reason = fault(place, include[1], rank) if include else None
                if reason:
                    print(f"{place}:{number}: {reason}")
                    bad += 1
    print(f"{len(rank)} layers, {files} files, {bad} violations")
    return 1 if bad or not files else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
