"""Text that no spreadsheet runs: whoever opens an exported list opens words, never a formula.

Spreadsheets read what begins with `=`, `+`, `-` or `@` (also in full width), with a tab or a
return as a formula, which may call programs and fetch pages (CWE-1236). Such text gets an
apostrophe before it. It counts behind every separator too, because a file with semicolons may be
opened by a program that parts at commas, and behind signs that cannot be seen.

Telephone numbers are the exception that offices live with: `+49 211 1234567` is written without
an apostrophe. Nothing but digits follows the plus, so nothing can be called or fetched; signs
between the digits become spaces, or a spreadsheet would take `+45-12-34` for a subtraction.
"""

from __future__ import annotations

import re
from unicodedata import category

_STARTERS = frozenset("=+-@\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}"
                      "\N{FULLWIDTH HYPHEN-MINUS}\N{FULLWIDTH COMMERCIAL AT}"
                      "\N{SMALL EQUALS SIGN}\N{SMALL PLUS SIGN}\N{SMALL HYPHEN-MINUS}"
                      "\N{SMALL COMMERCIAL AT}\N{MINUS SIGN}")  # fmt: skip
_MARK = "'"
_SKIPPED = frozenset("\t\r\n")
_SEPARATORS = re.compile(r"([,;\t\r\n\x0b\x0c\x85\u2028\u2029])")
_PHONE = re.compile(r"(\s*)\+([0-9][0-9 \u00a0/.\u2010-\u2013-]{2,30})")
_BETWEEN = re.compile(r"[ \u00a0/.\u2010-\u2013-]+")
_PLAIN = re.compile(r"(?:\w[\w .:/()@&+*#!?%–-]*)?")
"""What needs no second look; most cells of a long list."""
_BROKEN = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def storable(text: str) -> str:
    """Answer a text without what no file can keep: controls and lone surrogates."""
    return _BROKEN.sub("\ufffd", text)


def harmless(text: str) -> str:
    """Answer a text that no spreadsheet takes for a formula, however it parts the file."""
    if _PLAIN.fullmatch(text):
        return text
    kept = storable(text)
    parts = "".join(_part(part) for part in _SEPARATORS.split(kept))
    return f"{_MARK}{parts}" if kept[:1] in _SKIPPED else parts


def _part(part: str) -> str:
    if phone := _PHONE.fullmatch(part):
        return f"{phone[1]}+{_BETWEEN.sub(' ', phone[2]).strip()}"
    start = next((at for at, sign in enumerate(part) if not _is_passed_over(sign)), None)
    if start is None or part[start] not in _STARTERS:
        return part
    return f"{part[:start]}{_MARK}{part[start:]}"


def _is_passed_over(sign: str) -> bool:
    """Answer whether spreadsheets may read on behind a sign: quotes, spaces, what is unseen."""
    return sign in "\"'\ufffd" or sign.isspace() or category(sign) in {"Cc", "Cf"}
