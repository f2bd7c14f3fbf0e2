"""How suitcases are shown: columns of their list, and sentences about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.mobile_advice.suitcase.limits import limits
from app.mobile_advice.suitcase.rules import STATE_LABELS, Loss, SuitcaseState, last_day
from resources.text import _
from ui import formats
from ui.widgets.table import Column

if TYPE_CHECKING:
    from app.mobile_advice.suitcase.queries import SuitcaseRow

_TONES = {
    SuitcaseState.PACKED: "primary",
    SuitcaseState.EXPIRED: "danger",
    SuitcaseState.RETURNED: "done",
    SuitcaseState.GIVEN_UP: "attention",
}
_ICONS = {
    SuitcaseState.PACKED: "bag",
    SuitcaseState.EXPIRED: "warning",
    SuitcaseState.RETURNED: "done",
    SuitcaseState.GIVEN_UP: "cancelled",
}


def columns() -> list[Column[SuitcaseRow]]:
    """Answer the columns of the list."""
    return [
        Column(_("Tour"), _tour, quiet=_day, strong=True, width="stretch"),
        Column(_("State"), state_of, icon=_icon, tone=_tone),
        Column(_("Opens until"), _until),
        Column(_("People"), _people, align="right"),
        Column(_("Packed by"), _by, quiet=_made),
    ]


def loss_of(tour: str, reason: str) -> Loss:
    """Answer what is said of the lost suitcase of a tour, with the task that follows."""
    title = _("Suitcase of {tour} is lost: check whether the loss must be reported")
    duty = _(
        "A loss of personal data is reported to the supervisory authority within {hours} hours "
        "of knowing of it (GDPR, article 33)."
    )
    return Loss(reason, title.format(tour=tour), duty.format(hours=limits().report_hours))


def other_copy() -> str:
    """Answer what is said where one copy is back and another one is not."""
    return _("The return of another copy was begun and is not finished. Return that copy, too.")


def state_of(row: SuitcaseRow) -> str:
    """Answer the state in words."""
    return _(STATE_LABELS[row.state])


def _tour(row: SuitcaseRow) -> str:
    return row.tour


def _day(row: SuitcaseRow) -> str:
    return formats.show_day(row.day)


def _icon(row: SuitcaseRow) -> str:
    return _ICONS[row.state]


def _tone(row: SuitcaseRow) -> str:
    return _TONES[row.state]


def _until(row: SuitcaseRow) -> str:
    return formats.show_date(last_day(row.expires_at))


def _people(row: SuitcaseRow) -> str:
    return formats.show_number(row.people)


def _by(row: SuitcaseRow) -> str:
    return row.made_by


def _made(row: SuitcaseRow) -> str:
    return formats.show_datetime(row.made_at.astimezone())
