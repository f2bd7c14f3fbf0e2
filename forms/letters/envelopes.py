"""Envelopes without a window, DIN long: the sender small above, the address to the right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forms.bidi import cleaned
from forms.letterhead import recipient_lines
from forms.page import Box
from forms.paper import GREY, Paper
from forms.printable import check_printable
from forms.tags import block
from forms.typeset import in_one, one_line

if TYPE_CHECKING:
    from forms.letterhead import Sender

DIN_LONG = (220.0, 110.0)
"""Width and height in millimetres (ISO 269)."""
_ADDRESS = Box(110, 50, 95, 45)
"""Below it 15 mm stay free: there the post prints its codes."""
_LONGEST = 8
_STEP = 5.2
_SMALL = 8.0


@dataclass(frozen=True, slots=True)
class Envelopes:
    """Addresses, each name and lines, and who writes."""

    addresses: tuple[tuple[str, ...], ...]
    title: str
    sender: Sender
    language: str = "de"


def render_envelopes(envelopes: Envelopes) -> bytes:
    """Answer an envelope for each address as PDF.

    Raises `Refused` when one does not fit or a character cannot be printed.
    """
    sender = envelopes.sender
    addresses = " ".join(line for each in envelopes.addresses for line in each)
    written = f"{sender.name} {sender.street} {sender.place}"
    check_printable({"recipient": addresses, "sender": written})
    paper = Paper(
        title=cleaned(envelopes.title),
        author=cleaned(sender.name),
        language=envelopes.language,
        page=DIN_LONG,
    )
    parts = (sender.name, sender.street, sender.place)
    line = one_line(" · ".join(cleaned(part) for part in parts if cleaned(part)))
    for at, address in enumerate(envelopes.addresses):
        if at:
            paper.new_page()
        if line.text:
            paper.text(12, 14, line, _SMALL, ink=GREY)
        size, lines = recipient_lines(address, _ADDRESS, _LONGEST)
        inside = block("P")
        for number, each in enumerate(in_one(lines)):
            baseline = _ADDRESS.y + (number + 0.8) * _STEP
            paper.text(_ADDRESS.x, baseline, each, size, inside=inside)
    return paper.finished()
