"""The words of a note: its heading, what is said about it, and its follow-up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.journal.rules import ACCESS_LABELS, Access, FollowUp
from app.journal.rules.lists import MEDIA, TOPICS
from resources.text import _, ngettext
from ui import formats
from ui.codes.code_book import book
from ui.widgets.labels import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from app.journal.queries import NoteRow


def head_line(note: NoteRow) -> str:
    """Answer when the contact was, how, and who wrote the note."""
    contact = contact_words(note.medium, note.minutes, reached=note.reached)
    return " · ".join(filter(None, (moment(note.happened_at), contact, shown(note.author))))


def detail_line(note: NoteRow) -> str:
    """Answer who may read it, what it is about and what hangs on it; mostly ""."""
    parts = [
        "" if note.access == Access.TEAM else access_words(note.access),
        topic_words(note.topics) if note.topic_codes else "",
        _("Also about others") if note.is_shared else "",
        _files(note.attachments) if note.attachments else "",
        _corrected(note.corrections) if note.corrections else "",
    ]
    return " · ".join(filter(None, parts))


def follow_up_line(note: NoteRow) -> str:
    """Answer what is to be done, or how it was done; "" when nothing is."""
    if note.follow_up == FollowUp.NONE:
        return ""
    if note.follow_up == FollowUp.OPEN:
        return _open_follow_up(note)
    words = _("Followed up by {name} on {day}").format(
        name=shown(note.closed_by), day=moment(note.closed_at) if note.closed_at else ""
    )
    return f"{words}: {shown(note.follow_up_result)}" if note.follow_up_result else words


def contact_words(medium: str, minutes: int | None, *, reached: bool | None) -> str:
    """Answer "Phone call, not reached, 5 minutes"; "" for a plain remark."""
    parts = [
        shown(book.word(MEDIA, medium)) if medium else "",
        "" if reached is None else (_("reached") if reached else _("not reached")),
        "" if minutes is None else ngettext("{count} minute", "{count} minutes", minutes),
    ]
    return ", ".join(filter(None, parts))


def topic_words(topics: Iterable[str]) -> str:
    """Answer the topics by their words."""
    return ", ".join(shown(book.word(TOPICS, topic)) for topic in topics)


def access_words(access: str) -> str:
    """Answer who may read a note."""
    return _label(ACCESS_LABELS, access)


def moment(instant: datetime) -> str:
    """Answer an aware instant as local day and time."""
    return formats.show_datetime(instant.astimezone().replace(tzinfo=None))


def _open_follow_up(note: NoteRow) -> str:
    name, due = shown(note.follow_up_for), note.follow_up_due
    if name and due:
        day = formats.show_date(due)
        return _("Follow-up: {name}, until {day}").format(name=name, day=day)
    if name:
        return _("Follow-up: {name}").format(name=name)
    if due:
        return _("Follow-up until {day}").format(day=formats.show_date(due))
    return _("To be followed up")


def _files(count: int) -> str:
    return ngettext("{count} file", "{count} files", count)


def _corrected(count: int) -> str:
    return ngettext("Corrected once", "Corrected {count} times", count)


def _label(labels: Mapping[Access, str], code: str) -> str:
    """Answer a code's words, or the code of a newer version as it is."""
    known = next((words for one, words in labels.items() if one == code), "")
    return _(known) if known else shown(code)
