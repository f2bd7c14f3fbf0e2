"""Reading contact cards (vCard 2.1, 3.0 and 4.0) as a list; pictures and sounds are left out."""

from __future__ import annotations

import quopri
import re
from io import BytesIO, TextIOWrapper
from typing import TYPE_CHECKING

from app.exchange.reading.limits import MEGABYTE
from app.exchange.reading.troubles import (
    NESTED_CARDS,
    TOO_MANY_LINES,
    UNFINISHED_CARD,
    refusal,
)
from app.exchange.reading.vcard_facts import HEADERS, Property, facts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["HEADERS", "contact_rows"]

_MOST_LINES = 2_000
"""Properties of one contact."""
_LONGEST_LINE = MEGABYTE
"""Characters of a property that are kept; only pictures are longer."""
_LEFT_OUT = frozenset({"PHOTO", "LOGO", "SOUND", "KEY"})
_HEAD = re.compile(r"^(?:[A-Za-z0-9-]+\.)?([A-Za-z0-9-]+)((?:;(?:\"[^\"]*\"|[^:;\"])*)*):")
_QUOTED = re.compile("QUOTED-PRINTABLE", re.IGNORECASE)


def contact_rows(content: bytes, encoding: str) -> Iterator[tuple[int, list[str]]]:
    """Answer a row for each card that has a name, with the line it begins in.

    Raises `Refused` when cards are nested or do not end.
    """
    begun = 0
    card: list[Property] = []
    for line, text in _unfolded(content, encoding):
        mark = text.strip().upper()
        if mark == "BEGIN:VCARD":
            if begun:
                raise refusal(NESTED_CARDS, line=line)
            begun, card = line, []
        elif mark == "END:VCARD" and begun:
            if any(facts := facts_of(card)):
                yield begun, facts
            begun = 0
        elif begun:
            card.extend(_property(text))
            if len(card) > _MOST_LINES:
                raise refusal(TOO_MANY_LINES, line=begun, most=_MOST_LINES)
    if begun:
        raise refusal(UNFINISHED_CARD, line=begun)


def _unfolded(content: bytes, encoding: str) -> Iterator[tuple[int, str]]:
    """Answer each whole line with its number; lines that were folded are put together."""
    first, parts, size, is_open = 0, list[str](), 0, False
    with TextIOWrapper(BytesIO(content), encoding=encoding) as lines:
        for number, raw in enumerate(lines, start=1):
            line = raw.rstrip("\r\n")
            if parts and (is_open or line.startswith((" ", "\t"))):
                if size < _LONGEST_LINE:
                    parts.append(f"\n{line}" if is_open else line[1:])
                    size += len(line)
            else:
                if parts:
                    yield first, "".join(parts)
                first, parts, size = number, [line], len(line)
            # A quoted-printable line that ends with "=" goes on in the next one.
            is_open = line.endswith("=") and bool(_QUOTED.search(parts[0]))
    if parts:
        yield first, "".join(parts)


def _property(text: str) -> tuple[Property, ...]:
    """Answer the property of a line; a line that is none is left out, as are pictures."""
    head = _HEAD.match(text)
    if head is None or head[1].upper() in _LEFT_OUT:
        return ()
    parameters = frozenset(re.split(r"[;,=]", head[2].upper().replace('"', "")))
    value = text[head.end() :]
    if "QUOTED-PRINTABLE" in parameters:
        value = _unquoted(value, "cp1252" if parameters & _WESTERN else "utf-8")
    return (Property(head[1].upper(), parameters, value),)


_WESTERN = frozenset({"ISO-8859-1", "ISO-8859-15", "WINDOWS-1252", "US-ASCII"})


def _unquoted(value: str, encoding: str) -> str:
    octets = quopri.decodestring(value.encode("utf-8", errors="replace"))
    return octets.decode(encoding, errors="replace")
