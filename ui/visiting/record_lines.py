"""What was said after a visit, on its card: what was done, what was noticed, who has read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.visiting.observing import activity_list, flag_list, observations
from app.visiting.rules import Severity
from resources.text import _
from ui import formats
from ui.codes.code_book import book
from ui.style import spacing
from ui.visiting.words import outcome_words
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import quiet, text
from ui.widgets.status_label import StatusLabel

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date, datetime

    from app.visiting.record_rows import NoticedFlag, RecordFacts
    from app.visiting.rows import VisitDetails

_TONES = {
    Severity.WATCH: "plain",
    Severity.SOON: "primary",
    Severity.URGENT: "attention",
    Severity.DANGER: "danger",
}


class RecordLines(QWidget):
    """The record of one visit; what was not said takes no room."""

    def __init__(self, details: VisitDetails, parent: QWidget | None = None) -> None:
        """Show what was said after a visit."""
        super().__init__(parent)
        facts = details.facts
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(8))
        if facts.flags:
            layout.addWidget(FlagLabels(facts.flags, details.visit.start.date()))
        for words in _said(details):
            layout.addWidget(text(words).selectable())
        for words in _quietly(facts):
            layout.addWidget(quiet(words))


class FlagLabels(QWidget):
    """What was noticed, each with a sign for how serious it was held to be."""

    def __init__(
        self, flags: Iterable[NoticedFlag], day: date, parent: QWidget | None = None
    ) -> None:
        """Show flags of a day."""
        super().__init__(parent)
        layout = FlowLayout(self, spacing(8))
        for flag in flags:
            icon = "danger" if flag.severity is Severity.DANGER else "warning"
            label = StatusLabel(book.word(flag_list(), flag.code), _TONES[flag.severity], icon)
            how = _(observations().label(flag.severity, day))
            label.setToolTip(how)
            label.setAccessibleDescription(how)
            layout.addWidget(label)


def _said(details: VisitDetails) -> Iterator[str]:
    facts = details.facts
    if details.actual_start is not None:
        span = formats.show_time_span(details.actual_start, details.actual_end)
        yield _("Held {times}").format(times=span)
    yield from filter(None, (outcome_words(details.visit), details.note))
    if facts.next_note:
        yield _("For next time: {note}").format(note=facts.next_note)


def _quietly(facts: RecordFacts) -> Iterator[str]:
    done = [book.word(activity_list(), code) for code in facts.activities]
    if facts.kilometres is not None:
        number = formats.show_number(facts.kilometres / 10, 1 if facts.kilometres % 10 else 0)
        done.append(_("{number} km").format(number=number))
    if done:
        yield " · ".join(done)
    if facts.next_visit is not None:
        after = facts.next_visit
        at = f"{formats.show_date(after.date())}, {formats.show_time(after)}"
        yield _("Next visit: {at}").format(at=at)
    yield from filter(None, (" · ".join(_who_knows(facts)),))


def _who_knows(facts: RecordFacts) -> Iterator[str]:
    """Answer who wrote and who has read: whoever wrote is to see that it arrived."""
    if facts.recorded_at is not None:
        name, at = facts.recorded_by, _at(facts.recorded_at)
        yield _("Recorded by {name}, {at}").format(name=name, at=at)
    if facts.read_at is not None:
        yield _("Read by {name}, {at}").format(name=facts.read_by, at=_at(facts.read_at))
    elif facts.is_unread:
        yield _("Not read by anybody yet")


def _at(instant: datetime) -> str:
    return formats.show_datetime(instant.astimezone().replace(tzinfo=None))
