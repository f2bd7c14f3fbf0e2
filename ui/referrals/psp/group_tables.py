"""The tables of a group: cases, meetings, tasks, seats, what is to be deleted, looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.referrals.psp.rules import CATEGORY_LABELS, OVER_STATES, FactCategory
from resources.text import _
from ui import formats
from ui.referrals.psp.words import agency_words, looked_words, meeting_words, state_words
from ui.widgets.table import Column, DataTable, name_key

if TYPE_CHECKING:
    from datetime import date

    from app.referrals.psp.rows import (
        CaseRow,
        ExpiredRow,
        GlassRow,
        GroupTaskRow,
        LookRow,
        MeetingRow,
        SeatRow,
    )


def cases_table() -> DataTable[CaseRow]:
    """Answer the table of cases."""
    return DataTable(
        [
            Column(_("Reference"), _number, strong=True, sort=_number),
            Column(_("Person"), _case_name, "stretch", sort=_case_key),
            Column(_("State"), _state, tone=_state_tone),
            Column(_("Lead"), _lead),
            Column(_("Next review"), _review, sort=_review_key),
        ],
        _("Cases"),
    )


def meetings_table() -> DataTable[MeetingRow]:
    """Answer the table of meetings."""
    return DataTable(
        [
            Column(_("When"), _when, strong=True, sort=_when_key),
            Column(_("Place"), _place, "stretch"),
            Column(_("Cases"), _count, align="right"),
            Column(_("State"), meeting_words),
        ],
        _("Meetings"),
    )


def seats_table() -> DataTable[SeatRow]:
    """Answer the table of members."""
    return DataTable(
        [
            Column(_("Name"), _seat_name, "stretch", strong=True, quiet=_organisation),
            Column(_("Agency"), _seat_agency),
            Column(_("Colleague"), _colleague),
            Column(_("Last day"), _until),
        ],
        _("Members"),
    )


def looks_table() -> DataTable[LookRow]:
    """Answer the table of who looked."""
    return DataTable(
        [
            Column(_("When"), _look_when),
            Column(_("Who"), _look_who, "stretch", strong=True),
            Column(_("What"), _look_what),
            Column(_("Reference"), _look_number),
        ],
        _("Who looked"),
    )


def tasks_table() -> DataTable[GroupTaskRow]:
    """Answer the table of what agencies are to do."""
    return DataTable(
        [
            Column(_("By"), _due, tone=_due_tone, sort=_due_key),
            Column(_("Agency"), _task_agency),
            Column(_("Task"), _task_what, "stretch", strong=True),
            Column(_("Reference"), _task_number),
            Column(_("State"), _task_state, tone=_due_tone),
        ],
        _("Tasks"),
    )


def expired_table() -> DataTable[ExpiredRow]:
    """Answer the table of facts to be deleted, which does not say what they are."""
    return DataTable(
        [
            Column(_("Reference"), _expired_number, strong=True),
            Column(_("About"), _expired_category, "stretch"),
            Column(_("From"), _expired_from),
            Column(_("Last day"), _expired_day, sort=_expired_key),
        ],
        _("Facts to be deleted"),
    )


def glasses_table() -> DataTable[GlassRow]:
    """Answer the table of who came in without a seat, and why."""
    return DataTable(
        [
            Column(_("When"), _glass_when),
            Column(_("Who"), _glass_who, strong=True),
            Column(_("Reason"), _glass_reason, "stretch"),
        ],
        _("Who came in without a seat"),
    )


def _due(row: GroupTaskRow) -> str:
    return formats.show_date(row.due_on)


def _due_key(row: GroupTaskRow) -> object:
    return row.due_on


def _due_tone(row: GroupTaskRow) -> str:
    if row.is_late:
        return "attention"
    return "quiet" if row.done_on else ""


def _task_agency(row: GroupTaskRow) -> str:
    return agency_words(row.agency)


def _task_what(row: GroupTaskRow) -> str:
    return row.what


def _task_number(row: GroupTaskRow) -> str:
    return row.number


def _task_state(row: GroupTaskRow) -> str:
    if row.done_on:
        return _("Done")
    return _("Overdue") if row.is_late else _("Open")


def _expired_number(row: ExpiredRow) -> str:
    return row.number


def _expired_category(row: ExpiredRow) -> str:
    return _(CATEGORY_LABELS[FactCategory(row.category)])


def _expired_from(row: ExpiredRow) -> str:
    return agency_words(row.from_agency)


def _expired_day(row: ExpiredRow) -> str:
    return formats.show_date(row.expires_on)


def _expired_key(row: ExpiredRow) -> object:
    return row.expires_on


def _glass_when(row: GlassRow) -> str:
    return formats.show_datetime(row.valid_from.astimezone())


def _glass_who(row: GlassRow) -> str:
    return row.who


def _glass_reason(row: GlassRow) -> str:
    return row.reason


def _number(row: CaseRow) -> str:
    return row.number


def _case_name(row: CaseRow) -> str:
    return row.name or _("Not named here")


def _case_key(row: CaseRow) -> object:
    return name_key(row.name)


def _state(row: CaseRow) -> str:
    return _("To be deleted") if row.may_go else state_words(row.state)


def _state_tone(row: CaseRow) -> str:
    if row.may_go:
        return "attention"
    return "quiet" if row.state in OVER_STATES else ""


def _lead(row: CaseRow) -> str:
    return agency_words(row.lead_agency)


def _review(row: CaseRow) -> str:
    return formats.show_date(row.next_review) if row.next_review else ""


def _review_key(row: CaseRow) -> tuple[bool, date | None]:
    return row.next_review is None, row.next_review or row.raised_on


def _when(row: MeetingRow) -> str:
    return formats.show_datetime(row.starts_at)


def _when_key(row: MeetingRow) -> object:
    return row.starts_at


def _place(row: MeetingRow) -> str:
    return row.place


def _count(row: MeetingRow) -> str:
    return formats.show_number(row.cases)


def _seat_name(row: SeatRow) -> str:
    return _("{name} (leads)").format(name=row.name) if row.is_lead else row.name


def _organisation(row: SeatRow) -> str:
    return row.organisation


def _seat_agency(row: SeatRow) -> str:
    return agency_words(row.agency)


def _colleague(row: SeatRow) -> str:
    return row.member_name


def _until(row: SeatRow) -> str:
    return formats.show_date(row.until_on) if row.until_on else ""


def _look_when(row: LookRow) -> str:
    return formats.show_datetime(row.at.astimezone())


def _look_who(row: LookRow) -> str:
    return row.who


def _look_what(row: LookRow) -> str:
    return looked_words(row.what)


def _look_number(row: LookRow) -> str:
    return row.number
