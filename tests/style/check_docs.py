"""Fails when a document of the repository says what is not so.

usage: check_docs.py [ROOT]

- a relative link, or a path in `code`, leads to a file that exists (NAME stands for any name);
- in a code block, C, C++ and Python stand in a file of examples/, commands exist, JSON is JSON
  (tests/style/readme_test.py runs it), and `text` is no code;
- the first C block of README.md is examples/01_submit.c, all of it;
- a name in `code` of the map, src/README.md, occurs in the sources.
"""

import json
import pathlib
import re
import shlex
import sys
from collections.abc import Iterator

import repository

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.M | re.S)
SPAN = re.compile(r"`([^`\n]+)`")
PATH = re.compile(r"(\.ci|bench|bindings|capi|examples|include|src|tests)/[\w./-]*")
NAME = re.compile(r"(?:\w+::)*(?:[A-Z]\w*[a-z]\w*|[a-z]+(?:_[a-z0-9]+)+|REFEREE_\w+)")
TOOLS = {"cmake", "ctest", "cd", "git", "ln", "apt-get", "python3", "echo"}
EXAMPLES = {"c": "*.c", "cpp": "*.cpp", "python": "*.py"}

Faults = Iterator[tuple[int, str]]


def line_of(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


def links(root: pathlib.Path, folder: pathlib.Path, text: str) -> Faults:
    for found in LINK.finditer(text):
        target = found[1].split("#")[0]
        if target and not re.match(r"\w+://", target) and not (folder / target).exists():
            yield line_of(text, found.start()), f"leads nowhere: {found[1]}"


def paths(root: pathlib.Path, folder: pathlib.Path, text: str) -> Faults:
    for found in SPAN.finditer(text):
        if PATH.fullmatch(found[1]) and "NAME" not in found[1] and not (root / found[1]).exists() and \
                not (folder / found[1]).exists():
            yield line_of(text, found.start()), f"no such file or folder: {found[1]}"


def command_fault(root: pathlib.Path, words: list[str]) -> str | None:
    presets = {preset["name"] for preset in
               json.loads((root / "CMakePresets.json").read_text())["configurePresets"]}
    if "--preset" in words and words[words.index("--preset") + 1] not in presets:
        return f"no such preset: {shlex.join(words)}"
    word = words[0]
    if word in TOOLS:
        return None
    if word.startswith("build/"):
        program = word.rsplit("/", 1)[1]
        made = "".join(path.read_text() for path in root.rglob("CMakeLists.txt")
                       if "build" not in path.relative_to(root).parts)
        found = re.search(rf"(add_executable\(|OUTPUT_NAME ){re.escape(program)}\b", made)
        return None if found else f"nothing builds {word}"
    path = root / word
    if not path.is_file() or not path.stat().st_mode & 0o100:
        return f"no such command: {word}"
    return None


def commands(root: pathlib.Path, block: str) -> Faults:
    for number, line in enumerate(block.replace("\\\n", "  ").split("\n")):
        words = shlex.split(line, comments=True)
        while words and ("=" in words[0] or words[0] == "bash"):
            words = words[1:]
        fault = command_fault(root, words) if words else None
        if fault:
            yield number, fault


def block_faults(root: pathlib.Path, language: str, block: str) -> Faults:
    if language == "sh":
        yield from commands(root, block)
    elif language == "json":
        try:
            json.loads(block)
        except ValueError as error:
            yield 0, f"no JSON: {error}"
    elif language in EXAMPLES:
        files = (root / "examples").rglob(EXAMPLES[language])
        if not any(block in path.read_text() for path in files):
            yield 0, f"this {language} stands in no file of examples/"
    elif language != "text":
        yield 0, "a code block says what it is: c, cpp, python, sh, json or text"


def blocks(root: pathlib.Path, folder: pathlib.Path, text: str) -> Faults:
    for found in FENCE.finditer(text):
        for number, fault in block_faults(root, found[1], found[2]):
            yield line_of(text, found.start(2)) + number, fault


def names_of_the_map(root: pathlib.Path, text: str) -> Faults:
    sources = "\n".join((root / place).read_text() for place in repository.files(root)
                        if re.match(r"(src|capi|include|bindings|tests)/.*\.(h|hpp|cc|c|py|txt|map)$",
                                    place))
    known = set(re.findall(r"\w+", sources))
    for found in SPAN.finditer(text):
        if not NAME.fullmatch(found[1]):
            continue
        for part in found[1].split("::"):
            if part not in known:
                yield line_of(text, found.start()), f"no such name in the sources: {part}"


def readme(root: pathlib.Path) -> Faults:
    text = (root / "README.md").read_text()
    shown = next((found[2] for found in FENCE.finditer(text) if found[1] == "c"), None)
    if shown != (root / "examples/01_submit.c").read_text():
        yield 1, "the first C block must be examples/01_submit.c, all of it"


def main(root: pathlib.Path) -> int:
    documents = [place for place in repository.files(root) if place.endswith(".md")]
    bad = 0
    for place in documents:
        text = (root / place).read_text()
        prose = FENCE.sub(lambda found: "\n" * found[0].count("\n"), text)
        folder = (root / place).parent
        faults = [*links(root, folder, prose), *paths(root, folder, prose),
                  *blocks(root, folder, text)]
        if place == "README.md":
            faults += readme(root)
        if place == "src/README.md":
            faults += names_of_the_map(root, prose)
        for number, reason in faults:
            print(f"{place}:{number}: {reason}")
        bad += len(faults)
    print(f"{len(documents)} documents, {bad} faults")
    return 1 if bad or not documents else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".")))
