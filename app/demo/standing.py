"""Who of the invented people pauses, has moved away or died, and which visits then never were."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from app.clients.rules import PersonStatus, Standing
from app.demo.chance import Chance

if TYPE_CHECKING:
    from datetime import date

    from app.demo.rules import DemoPlan

_ALWAYS_ACTIVE = 20
"""The first people are there: they are shown, and the person at work visits them."""
_NOTES = {
    (PersonStatus.PAUSED, "de"): "im Krankenhaus",
    (PersonStatus.PAUSED, "da"): "på hospitalet",
    (PersonStatus.MOVED, "de"): "zu den Kindern gezogen",
    (PersonStatus.MOVED, "da"): "flyttet til sine børn",
}


def standing_columns(plan: DemoPlan, number: int) -> dict[str, Any]:
    """Answer the columns of a person's status; seven in a hundred are not simply active."""
    standing = _standing(plan, number)
    note = _NOTES.get((standing.status, plan.country.language), "")
    return {
        "status": standing.status.value,
        "status_from": standing.since,
        "status_until": standing.until,
        "status_note": note,
    }


def without_ruled_out(
    plan: DemoPlan, number: int, visits: list[dict[str, Any]]
) -> list[dict[str, Any]]:
    """Answer the visits of a person without those on days on which the status rules them out."""
    standing = _standing(plan, number)
    if standing.status is PersonStatus.ACTIVE:
        return visits
    return [visit for visit in visits if _is_active(standing, visit["planned_start"].date())]


def _is_active(standing: Standing, day: date) -> bool:
    return standing.on(day) is PersonStatus.ACTIVE


def _standing(plan: DemoPlan, number: int) -> Standing:
    chance = Chance(plan.seed, plan.country, "status", number)
    draw = chance.random()
    if number < _ALWAYS_ACTIVE or draw > 0.07:  # noqa: PLR2004 - seven in a hundred
        return Standing()
    ago = plan.today - timedelta(days=1 + chance.randrange(9))
    if draw > 0.04:  # noqa: PLR2004 - three in a hundred pause
        until = plan.today + timedelta(days=3 + chance.randrange(30))
        return Standing(PersonStatus.PAUSED, ago, until)
    if draw > 0.02:  # noqa: PLR2004 - two in a hundred have moved away
        return Standing(PersonStatus.MOVED, ago)
    return Standing(PersonStatus.DECEASED, ago)
