"""Names of files that every system takes and that show what they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import category, normalize

from app.journal.contents.kinds import NAME_ENDS

if TYPE_CHECKING:
    from app.journal.contents.kinds import ContentKind

LONGEST = 120
"""Characters of a name, its end included."""
_MOST_BYTES = 200
_FORBIDDEN = re.compile(r'[<>:"|?*]')
_DEVICE = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\..*)?", re.IGNORECASE
)
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
"""Categories of characters that control, turn round or cannot be seen."""
_NAMELESS = "attachment"


def safe_name(name: str, kind: ContentKind) -> str:
    """Answer a name for showing and saving: no folder, nothing unseen, and the end of its kind.

    "files/invoicefdp.exe" that is a PDF becomes "invoicefdp.exe.pdf".
    """
    last = re.split(r"[/\\]", name)[-1]
    seen = "".join(one for one in normalize("NFC", last) if category(one) not in _UNSEEN)
    stem = _FORBIDDEN.sub("_", seen).strip(" .")
    end = next((end for end in NAME_ENDS[kind] if stem.lower().endswith(end)), "")
    stem = _shortened(stem[: len(stem) - len(end)].rstrip(" .") or _NAMELESS)
    if _DEVICE.fullmatch(stem):
        stem = f"_{stem}"
    return stem + (end or NAME_ENDS[kind][0])


def _shortened(stem: str) -> str:
    stem = stem[: LONGEST - 6]
    while len(stem.encode()) > _MOST_BYTES:
        stem = stem[:-1]
    return stem.rstrip(" .")
