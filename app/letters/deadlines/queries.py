"""What can be asked about legal deadlines; no office is needed for the answer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.letters.deadlines.closed_days import closed_days
from app.letters.deadlines.law import law_of
from app.letters.deadlines.reckoning import reckon

if TYPE_CHECKING:
    from app.letters.deadlines.rules import Asked, Deadline


def deadline(asked: Asked) -> Deadline:
    """Answer until when a remedy is open and why; raises `Refused` for a senseless question.

    Country, kind and state may be written in small or capital letters.
    """
    tidy = replace(
        asked,
        country=asked.country.lower(),
        kind=asked.kind.lower(),
        state=asked.state.upper(),
        channel=asked.channel.lower(),
    )
    law = law_of(tidy.country)
    known_state = tidy.state if tidy.state in law.moving.places else ""
    return reckon(tidy, law, closed_days(law, known_state))
