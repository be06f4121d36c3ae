"""Folding against Python's unicodedata: compatibility decomposition, case folding, no marks."""

import sys
import unicodedata

from ask import ask, require

# Scripts that Referee writes in Latin letters, and letters that decomposition leaves: a table of their
# own, tested by example.
SPELT = [(0x00D7, 0x00D7), (0x00DF, 0x00DF), (0x00F7, 0x00F7), (0x1E9E, 0x1E9E), (0x0100, 0x02AF),
         (0x00C6, 0x00C6), (0x00D0, 0x00D0), (0x00D8, 0x00D8), (0x00DE, 0x00DE), (0x00E6, 0x00E6),
         (0x00F0, 0x00F0), (0x00F8, 0x00F8), (0x00FE, 0x00FE), (0x0370, 0x052F), (0x1E00, 0x1FFF),
         (0x00B4, 0x00B5), (0x115F, 0x1160), (0x02BC, 0x02BC), (0x2010, 0x201F)]


def fold(text: str) -> str:
    """The textbook: decompose, fold case, decompose again, drop marks, compose."""
    for _ in range(3):
        text = unicodedata.normalize("NFKD", text).casefold()
    text = unicodedata.normalize("NFKD", text)
    text = "".join(c for c in text if unicodedata.category(c) not in ("Mn", "Mc", "Me"))
    return unicodedata.normalize("NFC", text)


def is_tested(code: int) -> bool:
    character = chr(code)
    if any(first <= code <= last for first, last in SPELT):
        return False
    # What folds into spelt letters is spelt too; blanks, controls and what is ignored are tested by
    # example; unassigned characters differ between versions of Unicode.
    plain = unicodedata.normalize("NFKD", character)
    plain += fold(plain)
    if any(first <= ord(c) <= last for c in plain for first, last in SPELT):
        return False
    return not any(unicodedata.category(c)[0] in "CZ" for c in plain) and unicodedata.category(character) != "Mn"


def main() -> int:
    codes = [code for code in range(0x21, 0x30000) if is_tested(code)]
    answers = ask("fold", [chr(code) for code in codes])
    cases = [(f"U+{code:04X} {chr(code)}", fold(chr(code)), came) for code, came in zip(codes, answers)]
    good = require("characters", cases, 1)
    words = [c + "a" + d + " B" for c, d in zip((chr(x) for x in codes[::7]), (chr(x) for x in codes[3::7]))]
    came = ask("fold", words)
    good &= require("words", [(w, fold(w), c) for w, c in zip(words, came)], 1)
    good &= require("folded twice", list(zip(words, came, ask("fold", came))), 1)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
