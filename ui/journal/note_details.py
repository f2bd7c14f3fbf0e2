"""What is said about a note besides its text: nothing of it has to be filled in."""

from __future__ import annotations

import json
from datetime import datetime, time
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.access.queries import members
from app.journal.rules import ACCESS_LABELS, Access, NoteEntry
from app.journal.rules.lists import MEDIA, TOPICS
from resources.text import _
from ui import formats
from ui.codes.code_chips import CodeChips
from ui.codes.code_choice import CodeChoice
from ui.journal.minutes_field import MinutesField
from ui.journal.note_words import access_words, contact_words, topic_words
from ui.journal.people_field import PeopleField
from ui.widgets.fields import CheckField, ChoiceField, DateField, SuggestField, TimeField
from ui.widgets.form import Form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.access.queries import MemberRow
    from ui.desk import Desk

_NOON = time(12, 0)
_NOBODY = UUID(int=0)


class NoteDetails(QWidget):
    """When, how, how long, what about, who may read it, who follows it up."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin with a plain remark for the whole team, made now."""
        super().__init__(parent)
        self._desk = desk
        self.form = Form()
        self.day, self.time = DateField(), TimeField()
        self.minutes = MinutesField()
        self.medium = CodeChoice(MEDIA, [("", _("No contact, a remark"))])
        self.reached: ChoiceField[bool | None] = ChoiceField(
            [(None, _("Does not apply")), (True, _("Reached")), (False, _("Not reached"))]
        )
        self.topics = CodeChips(TOPICS)
        self.people = PeopleField(desk)
        self.access: ChoiceField[str] = ChoiceField(
            [(one.value, _(ACCESS_LABELS[one])) for one in Access]
        )
        self.follow_up = CheckField(_("This has to be followed up"))
        self.follow_up_for = SuggestField()
        self.follow_up_due = DateField()
        self._unchanged: datetime | None = None
        self._arrange()
        self._first = self.form.texts()
        self.form.changed.connect(self._on_changed)
        desk.ask(members).then(self._on_members)
        self._on_changed()

    def set_entry(self, entry: NoteEntry, names: Sequence[tuple[UUID, str]]) -> None:
        """Show a note as it is; `names` are those of the further people."""
        at = entry.happened_at
        self._unchanged = at and at.replace(second=0, microsecond=0)
        self.day.set_value(at.date() if at else None)
        self.time.set_value(self._unchanged.time() if self._unchanged else None)
        self.minutes.set_value("" if entry.minutes is None else str(entry.minutes))
        self.medium.set_value(entry.medium)
        self.reached.set_value(entry.reached)
        self.topics.set_value(entry.topics)
        self.people.set_people(names)
        self.access.set_value(entry.access)
        self.follow_up.set_value(entry.follow_up)
        self.follow_up_for.set_value(entry.follow_up_for)
        self.follow_up_due.set_value(entry.follow_up_due)

    def entry(self, person: UUID, text: str) -> NoteEntry:
        """Answer the note about `person` as typed."""
        wanted = self.follow_up.value()
        return NoteEntry(
            people=(person, *self.people.value()),
            text=text,
            happened_at=self._happened_at(),
            medium=self.medium.value(),
            reached=self.reached.value() if self.medium.value() else None,
            minutes=self.minutes.minutes(),
            topics=self.topics.value(),
            access=self.access.value(),
            follow_up=wanted,
            follow_up_for=self.follow_up_for.value().strip() if wanted else "",
            follow_up_due=self.follow_up_due.value() if wanted else None,
        )

    def packed(self) -> str:
        """Answer what differs from a plain remark as text for a draft; "" when nothing does."""
        texts = self.form.texts()
        typed = {name: text for name, text in texts.items() if text != self._first[name]}
        return json.dumps(typed, sort_keys=True) if typed else ""

    def unpack(self, packed: str) -> None:
        """Put back what `packed` answered; "" makes it a plain remark again."""
        try:
            typed = json.loads(packed) if packed else {}
        except ValueError:
            typed = {}
        known = typed if isinstance(typed, dict) else {}
        texts = {name: str(known.get(name, first)) for name, first in self._first.items()}
        self.form.restore(texts)

    def summary(self) -> str:
        """Answer in one line what differs from a plain remark; "" when nothing does."""
        at, due = self._happened_at(), self.follow_up_due.value()
        until = formats.show_date(due) if due else ""
        follow_up = ", ".join(filter(None, (self.follow_up_for.value().strip(), until)))
        entry = self.entry(_NOBODY, "")
        parts = (
            formats.show_datetime(at) if at else "",
            contact_words(entry.medium, entry.minutes, reached=entry.reached),
            topic_words(entry.topics),
            _("Also about others") if len(entry.people) > 1 else "",
            "" if entry.access == Access.TEAM else access_words(entry.access),
            " ".join((_("Follow-up:"), follow_up)).strip(" :") if entry.follow_up else "",
        )
        return " · ".join(filter(None, parts))

    def _happened_at(self) -> datetime | None:
        """Answer when the contact was, None for now or as it was.

        A day without a time counts as its noon, or now today.
        """
        day, at = self.day.value(), self.time.value()
        if day is None and at is None:
            return None
        now = self._desk.local_now
        day = day or now.date()
        if at is None:
            at = now.time() if day == now.date() else _NOON
        typed = datetime.combine(day, at)
        return None if typed == self._unchanged else typed

    def _arrange(self) -> None:
        form = self.form
        form.begin_row()
        form.add("medium", _("Contact"), self.medium, stretch=2)
        form.add("reached", _("Reached"), self.reached, stretch=2)
        form.add("minutes", _("Minutes"), self.minutes)
        form.end_row()
        form.begin_row()
        form.add("happened_at", _("Day"), self.day, hint=_("Empty means now."), stretch=2)
        form.add("time", _("Time"), self.time, stretch=1)
        form.add("access", _("Who may read it"), self.access, stretch=2)
        form.end_row()
        form.add("topics", _("Topics"), self.topics)
        hint = _("The note stands on their cards, too.")
        form.add("people", _("Further people"), self.people, hint=hint, optional=True)
        form.add("follow_up", _("Follow-up"), self.follow_up)
        form.begin_row()
        form.add("follow_up_for", _("For whom"), self.follow_up_for, optional=True, stretch=2)
        form.add("follow_up_due", _("Until"), self.follow_up_due, optional=True)
        form.end_row()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(form)

    def _on_members(self, found: tuple[MemberRow, ...]) -> None:
        self.follow_up_for.set_suggestions([row.name for row in found] or [self._desk.who])

    def _on_changed(self) -> None:
        self.form.field("reached").setVisible(bool(self.medium.value()))
        for name in ("follow_up_for", "follow_up_due"):
            self.form.field(name).setVisible(self.follow_up.value())
        self.changed.emit()
