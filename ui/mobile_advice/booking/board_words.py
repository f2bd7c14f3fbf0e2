"""What the day of a halt says above its grid: who is on board, and why nobody can be booked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.clients.languages import language_name
from resources.text import _, language
from ui import formats

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.mobile_advice.booking.queries import CrewName, HaltRow


def crew_words(crew: Sequence[CrewName]) -> str:
    """Answer who is on board and which languages they speak."""
    if not crew:
        return ""
    return _("On board: {names}").format(names=", ".join(_mate(one) for one in crew))


def trouble_words(halt: HaltRow) -> str:
    """Answer why nobody can be booked at a halt; "" where everybody can."""
    if halt.is_cancelled:
        said = _("This stop is cancelled on that day. Nobody can be booked here.")
        return f"{said} {halt.reason}".strip()
    if halt.lacks_permit and halt.permit_until is not None:
        sentence = _("The permit of this stop ended on {day}. Nobody can be booked here.")
        return sentence.format(day=formats.show_day(halt.permit_until))
    if halt.lacks_permit:
        return _("This stop needs a permit and has none. Nobody can be booked here.")
    return ""


def _mate(one: CrewName) -> str:
    spoken = [language_name(tag, language()) for tag in one.languages.split()]
    return f"{one.name} ({', '.join(spoken)})" if spoken else one.name
