"""All pieces of ui/widgets on one screen, to be looked at."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.errors import Problem
from ui import formats
from ui.style import margins, spacing
from ui.widgets.banner import Banner
from ui.widgets.buttons import (
    danger_button,
    icon_button,
    plain_button,
    primary_button,
    quiet_button,
)
from ui.widgets.card import Card
from ui.widgets.chips import Chip, FilterBar
from ui.widgets.fields import (
    CheckField,
    ChoiceField,
    DateField,
    LongTextField,
    TextField,
    TimeField,
    TriStateField,
)
from ui.widgets.form import Form
from ui.widgets.page_header import PageHeader
from ui.widgets.progress import Progress
from ui.widgets.scroll_body import ScrollBody
from ui.widgets.status_label import StatusLabel
from ui.widgets.table import Column, DataTable, name_key
from ui.widgets.timeline import Timeline, TimelineEntry

if TYPE_CHECKING:
    from tests.screenshots.stage import Stage

_DAY = datetime(2026, 11, 24, 14, 30)  # noqa: DTZ001 - wall-clock time, as people plan it
_VISITS = (
    ("Hildegard Schäfer", "Flingern Nord", "Held", "done"),
    ("محمد رضایی", "Oberbilk", "Planned", "primary"),
    ("Øjvind Åkjær <b>x</b>", "Ballerup", "Overdue", "attention"),
    ("Maria Papadopoulou", "Bilk", "Cancelled", "danger"),
)
_TONE_ICONS = {"done": "done", "primary": "clock", "attention": "warning", "danger": "cancelled"}
Visit = tuple[int, tuple[str, str, str, str]]


def make_gallery(stage: Stage | None = None) -> QWidget:
    """Answer a window with every piece in it."""
    del stage
    gallery = QWidget()
    gallery.setProperty("kind", "window")
    page = QVBoxLayout(gallery)
    page.setContentsMargins(*margins(24))
    page.setSpacing(spacing(16))
    header = PageHeader("Good morning, Anna", formats.show_long_date(_DAY.date()))
    header.add_action(plain_button("Print", "print"))
    header.add_action(primary_button("Plan a visit", "add"))
    page.addWidget(header)
    columns = QHBoxLayout()
    columns.setSpacing(spacing(16))
    for column in (_form_column(), _table_column(), _small_column()):
        columns.addWidget(column, 1)
    page.addLayout(columns, 1)
    return gallery


def _form_column() -> QWidget:
    form = Form()
    form.add("name", "Surname", TextField())
    form.begin_row()
    form.add("day", "Day", DateField()).input.restore_text("24.11.2026")
    form.add("start", "From", TimeField(), optional=True).input.restore_text("14:30")
    form.end_row()
    form.add("language", "Language", ChoiceField([("de", "German")]), hint="Of the letter.")
    form.add("alone", "Lives alone", CheckField("Lives alone"))
    form.add("speaks", "Speaks German", TriStateField())
    form.add("note", "Note", LongTextField(3), optional=True)
    form.show_problems([Problem("Write the surname.", "name")])
    card = Card("Contact", "Edit", icon="edit")
    card.add(form)
    body = ScrollBody()
    body.add(card)
    body.end()
    return body


def _table_column() -> QWidget:
    table: DataTable[Visit] = DataTable(
        [
            Column("When", _when, icon=_clock, sort=_number),
            Column("Who", _who, width="stretch", quiet=_where, sort=_sorted_name),
            Column("State", _state, tone=_tone, icon=_icon),
        ],
        "Visits",
    )
    table.set_rows(list(enumerate(_VISITS * 5)), keep=_number)
    table.choose(1)
    chips = FilterBar([("all", "All"), ("mine", "Mine (12)"), ("late", "Overdue")], "Filter")
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing(12))
    layout.addWidget(chips)
    layout.addWidget(table)
    return column


def _small_column() -> QWidget:
    body = ScrollBody()
    body.add(Banner("hint", "Two visits wait for their note.", "Show"))
    body.add(Banner("attention", "The address must not be passed on.", closable=True))
    body.add(Banner("danger", "The disk is full. Make room and try again."))
    status = Card("Status")
    for words, tone in (("Held", "done"), ("Overdue", "attention"), ("Planned", "primary")):
        status.add(StatusLabel(words, tone))
    row = QHBoxLayout()
    for words, tone in (("Deutsch", ""), ("Türkçe", "primary"), ("A2", "attention")):
        row.addWidget(Chip(words, tone))
    row.addStretch()
    status.add(row)
    status.add(_buttons())
    progress = Progress("Writing letters")
    progress.show_count(1200, 4000)
    status.add(progress)
    body.add(status)
    body.add(_timeline())
    body.end()
    return body


def _buttons() -> QHBoxLayout:
    row = QHBoxLayout()
    disabled = plain_button("Cancel")
    disabled.setEnabled(False)
    for button in (
        disabled,
        danger_button("Remove", "bin"),
        quiet_button("Show all"),
        icon_button("edit", "Edit"),
    ):
        row.addWidget(button)
    row.addStretch()
    return row


def _timeline() -> QWidget:
    timeline = Timeline()
    entries = (
        TimelineEntry(
            formats.show_date(date(2026, 11, 24)),
            "Visit held",
            "Coffee and a walk.",
            "done",
            "done",
        ),
        TimelineEntry(
            formats.show_date(date(2026, 11, 17)), "Letter written", "", "letters", action="Open"
        ),
    )
    timeline.set_entries(entries)
    card = Card("What happened")
    card.add(timeline)
    return card


def _when(visit: Visit) -> str:
    start = datetime.combine(_DAY.date() + timedelta(visit[0]), time(14, 30))
    return f"{formats.show_short_date(start.date())} {formats.show_time(start)}"


def _clock(_visit: Visit) -> str:
    return "clock"


def _number(visit: Visit) -> int:
    return visit[0]


def _who(visit: Visit) -> str:
    return visit[1][0]


def _sorted_name(visit: Visit) -> object:
    return name_key(visit[1][0])


def _where(visit: Visit) -> str:
    return f"{visit[1][1]} · Aylin Kaya"


def _state(visit: Visit) -> str:
    return visit[1][2]


def _tone(visit: Visit) -> str:
    return visit[1][3]


def _icon(visit: Visit) -> str:
    return _TONE_ICONS[visit[1][3]]
