"""How screens speak of letters: languages, moments, file names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.letters.composing.rules import TONGUES
from app.letters.rules import file_name
from resources.text import _
from ui.formats import show_date, show_time

if TYPE_CHECKING:
    from datetime import date

    from app.letters.rows import LetterRow


def language_name(code: str) -> str:
    """Answer the name of a letter's language."""
    return _(TONGUES[code]) if code in TONGUES else code


def kind_and_language(row: LetterRow) -> str:
    """Answer "Appointment letter · German"."""
    tongues = (row.language, row.second_language)
    names = ", ".join(language_name(tag) for tag in tongues if tag)
    return f"{_(row.title)} · {names}"


def written_on(row: LetterRow) -> str:
    """Answer the local day on which a letter was written."""
    return show_date(row.written_at.astimezone().date())


def written_by(row: LetterRow) -> str:
    """Answer when and by whom a letter was written."""
    moment = row.written_at.astimezone()
    return _("Written on {day} at {time} by {author}").format(
        day=show_date(moment.date()), time=show_time(moment), author=row.author
    )


def posted_words(row: LetterRow) -> str:
    """Answer when a letter was posted; "" while nobody said so."""
    if row.posted_on is None:
        return ""
    return _("Posted on {day}").format(day=show_date(row.posted_on))


def pdf_name(title: str, day: date) -> str:
    """Answer the suggested file name: nothing in it tells of the person."""
    return file_name(day, _(title))
