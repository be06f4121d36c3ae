"""The files of the repository, also where there is no git or git does not trust the clone's owner."""

import os
import pathlib

FOLDERS = (".ci", "bench", "bindings", "capi", "examples", "include", "src", "tests")
MADE = {"__pycache__", ".pytest_cache"}  # by tools, inside those folders


def files(root: pathlib.Path) -> list[str]:
    """Paths below `root` with "/", sorted: the folders above, and documents and settings beside."""
    found = [path.name for path in root.iterdir() if path.is_file() and
             (path.name in ("CMakeLists.txt", "CMakePresets.json", "LICENSE") or
              path.suffix == ".md" or path.name.startswith(".")) and path.name != ".git"]
    for folder in FOLDERS:
        for place, folders, names in os.walk(root / folder):
            folders[:] = [name for name in folders if name not in MADE]
            found += [(pathlib.Path(place) / name).relative_to(root).as_posix() for name in names]
    return sorted(found)
