"""People on My day: who must not be forgotten, whose consent ends, what is new about whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.text_rules import full_name
from resources.text import _, ngettext
from ui.my_day.day_card import DayCard
from ui.my_day.day_row import DayRow
from ui.my_day.words import change_title, change_words, contact_words, counted
from ui.tasks.words import day_words
from ui.widgets.page import Place

if TYPE_CHECKING:
    from datetime import date, datetime

    from PySide6.QtWidgets import QWidget

    from app.consent.queries import ConsentEnding
    from app.journal.queries import FollowUpRow
    from app.my_day.rows import Change, Forgotten, ForgottenPerson, MyDay

NEW_SHOWN = 5
"""Changes, and followed up notes, that the card names."""


class ForgottenCard(DayCard):
    """Clients whom nobody reached for long, the longest ago first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(_("Not reached for long"), _("Show all"), parent=parent)
        self.acted.connect(self._on_more_clicked)

    def show_forgotten(self, forgotten: Forgotten, today: date) -> None:
        """Show the first of them and how many there are; without any the card goes away."""
        self._show_before(_how_many(forgotten))
        self._show_rows(_person_row(person, today) for person in forgotten.people)
        self.setVisible(bool(forgotten.office))

    def _more_place(self) -> Place:
        return Place("my_day", None, "forgotten")


class ConsentCard(DayCard):
    """Consents that end soon or ended not long ago."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(_("Consent ends"), parent=parent)

    def show_consents(self, consents: tuple[ConsentEnding, ...], today: date) -> None:
        """Show them by day; without any the card goes away."""
        self._show_rows(_consent_row(consent, today) for consent in consents)
        self.setVisible(bool(consents))


class NewsCard(DayCard):
    """What colleagues did since one was last here, and which of one's notes they followed up."""

    closing_seen = Signal(object)
    """The id of a note whose closing was seen."""
    seen = Signal()
    """Everything was seen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(_("New since you were here"), _("Seen"), parent=parent)
        self._notes: dict[str, FollowUpRow] = {}
        self.acted.connect(self.seen)

    def show_news(self, day: MyDay, now: datetime) -> None:
        """Show what is new, the latest first; without anything the card goes away."""
        self._notes = {f"closed:{note.note_id}": note for note in day.closings}
        closings = list(self._notes.items())[:NEW_SHOWN]
        self._show_rows(
            [_closing_row(key, note) for key, note in closings]
            + [_change_row(change, now) for change in day.changes[:NEW_SHOWN]]
        )
        rest = len(day.changes) - NEW_SHOWN
        more = ngettext("and {count} more", "and {count} more", rest) if rest > 0 else ""
        self._show_after(more)
        self.setVisible(bool(day.changes or day.closings))

    def notes(self) -> list[FollowUpRow]:
        """Answer the notes whose closing is shown."""
        return list(self._notes.values())

    def _on_row_acted(self, row: DayRow) -> None:
        if row.key in self._notes:
            self.closing_seen.emit(self._notes[row.key].note_id)


_PAGES = {
    "areas": "areas",
    "admin": "office",
    "institutions": "institutions",
    "exchange": "clients",
}


def _how_many(forgotten: Forgotten) -> str:
    most = forgotten.most_counted
    office = counted(forgotten.office, most)
    since = ngettext(
        "Not reached for {count} day or never.",
        "Not reached for {count} days or never.",
        forgotten.days,
    )
    mine = counted(forgotten.mine, most)
    if forgotten.mine:
        line = _("{mine} in your charge, {office} in the whole office.")
        return f"{since} {line.format(mine=mine, office=office)}"
    # Not inside the other string: there no tool would find it to translate it.
    whole = _("{office} in the whole office.").format(office=office)
    return f"{since} {whole}"


def _person_row(person: ForgottenPerson, today: date) -> DayRow:
    place = Place("clients", person.id)
    return DayRow(f"forgotten:{person.id}", person.name, contact_words(person, today), place)


def _change_row(change: Change, now: datetime) -> DayRow:
    page = _PAGES.get(change.features[0], "my_day")
    place = Place(page) if change.person_id is None else Place("clients", change.person_id)
    key = f"new:{change.person_id or change.features[0]}"
    return DayRow(key, change_title(change), change_words(change, now), place)


def _consent_row(consent: ConsentEnding, today: date) -> DayRow:
    from app.consent.rules import PURPOSE_LABELS  # noqa: PLC0415 - came with the consents

    purpose = {str(code): words for code, words in PURPOSE_LABELS.items()}.get(consent.purpose)
    detail = " · ".join(filter(None, (_(purpose) if purpose else "", consent.recipient)))
    is_over = consent.expires_on < today
    return DayRow(
        key=f"consent:{consent.consent_id}",
        title=consent.name,
        detail=detail,
        place=Place("clients", consent.person_id, "consent"),
        when=day_words(consent.expires_on, today),
        when_detail=_("ended") if is_over else "",
        tone="attention" if is_over else "",
    )


def _closing_row(key: str, note: FollowUpRow) -> DayRow:
    name = full_name(note.given_name, note.family_name)
    return DayRow(
        key=key,
        title=_("Your note about {name} was followed up").format(name=name),
        detail=" · ".join(filter(None, (note.closed_by, note.follow_up_result))),
        place=Place("clients", note.person_id, f"journal {note.note_id}"),
        verb=_("Seen"),
    )
