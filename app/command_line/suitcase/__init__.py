"""`nahbar suitcase`: packs the suitcase of a tour, brings it home, and says what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.command_line.suitcase import packing, returning, showing

if TYPE_CHECKING:
    from argparse import Namespace

    from app.command_line.answer import Answer

_STEPS = {"pack": packing.run, "return": returning.run, "show": showing.run}


def run(arguments: Namespace) -> Answer:
    """Carry out one step; raises `Refused` or `Unavailable` as the step does."""
    return _STEPS[arguments.step](arguments)
