"""The way to a match as lines of a table: each step with its people, each reason for leaving it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.intake.rules import REASON_LABELS
from app.intake.rules import EndReason as RequestEnd
from app.matches.queries import FunnelStep, Side
from app.matches.rules import END_LABELS, EndReason
from app.volunteers.rules import LEAVE_LABELS, LeaveReason
from resources.text import _
from ui import formats
from ui.views.row_columns import RowColumn, RowColumns
from ui.widgets.columns import Column

if TYPE_CHECKING:
    from app.matches.queries import DropOutRow, Funnel

_WHOLE = 100


@dataclass(frozen=True, slots=True)
class FunnelLine:
    """One step, or one reason."""

    side: Side
    words: str
    people: int
    part: float | None
    """Of those who began, 0 to 1; None for a reason."""


def funnel_lines(funnel: Funnel, side: Side) -> list[FunnelLine]:
    """Answer the lines of one side: the steps, then the reasons."""
    steps = [
        FunnelLine(side, step_words(row.step), row.people, row.of_all)
        for row in funnel.steps
        if row.side is side
    ]
    if side is Side.PERSON:
        waits = _("Still open or waiting")
        steps.append(FunnelLine(side, waits, funnel.still_waiting, None))
    reasons = (row for row in funnel.drop_outs if row.side is side)
    return [*steps, *(FunnelLine(side, _why(row), row.people, None) for row in reasons)]


def side_words(side: Side) -> str:
    """Answer whose way it is."""
    return _("Who asked for visits") if side is Side.PERSON else _("Who applied as a volunteer")


def step_words(step: FunnelStep) -> str:
    """Answer a step."""
    words = {
        FunnelStep.ENQUIRED: _("Asked for visits"),
        FunnelStep.APPLIED: _("Applied"),
        FunnelStep.WISHES: _("Wishes are known"),
        FunnelStep.TALKED: _("First talk was"),
        FunnelStep.ACTIVE: _("May visit"),
        FunnelStep.PROPOSED: _("A match was proposed"),
        FunnelStep.INTRODUCED: _("First visit together"),
        FunnelStep.VISITS: _("Visits began"),
    }
    return words[step]


def funnel_columns() -> RowColumns[FunnelLine]:
    """Answer the columns in the language of the window."""
    name = Column[FunnelLine](
        _("How far, or why not"), _words, "stretch", strong=_is_step, least=220
    )
    part = Column[FunnelLine](_("Of all"), _part, 100, align="right")
    count = Column[FunnelLine](_("How many"), _count, 110, align="right", strong=_is_step)
    columns: tuple[RowColumn[FunnelLine], ...] = (
        RowColumn("side", _("Side"), lambda row: side_words(row.side), is_listed=False),
        RowColumn("words", _("How far, or why not"), _words, shown=name),
        RowColumn("people", _("How many"), lambda row: row.people, shown=count),
        RowColumn("part", _("Of all"), _part, shown=part),
    )
    return RowColumns(columns, ("words", "people", "part"))


def _why(row: DropOutRow) -> str:
    if row.what == "request":
        reason = _(REASON_LABELS[RequestEnd(row.reason)]) if row.reason else _("no reason noted")
        return _("Request ended: {reason}").format(reason=reason)
    if row.what == "left":
        reason = _(LEAVE_LABELS[LeaveReason(row.reason)]) if row.reason else _("no reason noted")
        return _("Left: {reason}").format(reason=reason)
    reason = _(END_LABELS[EndReason(row.reason)]) if row.reason else _("no reason noted")
    return _("Ended a match: {reason}").format(reason=reason)


def _words(row: FunnelLine) -> str:
    return row.words


def _count(row: FunnelLine) -> str:
    return formats.show_number(row.people)


def _is_step(row: FunnelLine) -> bool:
    return row.part is not None


def _part(row: FunnelLine) -> str:
    if row.part is None:
        return ""
    return _("{number} %").format(number=formats.show_number(round(row.part * _WHOLE)))
