"""Recognising what a file is by what stands at its beginning, never by its name."""

from __future__ import annotations

from app.exchange.reading.source import Kind
from app.exchange.reading.troubles import CALENDAR, NOT_TEXT, OLD_WORKBOOK, refusal

_ARCHIVES = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_COMPOUND = b"\xd0\xcf\x11\xe0"
"""How Microsoft's old formats begin, and new ones behind a password."""
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_LOOKED_AT = 4096


def kind_of(content: bytes, name: str) -> Kind:
    """Answer the kind of a file; raises `Refused` when no list is read from its kind."""
    if content.startswith(_ARCHIVES):
        return Kind.WORKBOOK
    if content.startswith(_COMPOUND):
        raise refusal(OLD_WORKBOOK, file=name)
    is_wide = content.startswith(_WIDE_MARKS)
    if not is_wide and b"\0" in content:
        raise refusal(NOT_TEXT, file=name)
    begins = content[:_LOOKED_AT].decode("utf-16" if is_wide else "utf-8-sig", errors="ignore")
    words = begins.lstrip().upper()
    if words.startswith("BEGIN:VCALENDAR"):
        raise refusal(CALENDAR, file=name)
    return Kind.CONTACTS if words.startswith("BEGIN:VCARD") else Kind.DELIMITED
