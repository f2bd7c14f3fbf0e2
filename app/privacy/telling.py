"""What is held on a person in plain words of one language, and as values for programs."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.codes.saying import Saying
from app.errors import N_
from app.privacy.code_words import CODE_LISTS, CODE_WORDS
from app.privacy.rules.columns import BY_WHOM, COLUMN_WORDS, TECHNICAL
from resources.text import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from app.codes.rules import CodeList, OwnEntry
    from app.privacy.everything import Everything

YES, NO = N_("yes"), N_("no")
SOMEBODY = N_("another person")
THE_OFFICE = N_("The office")
FROM = N_("Entered by {names}")
FROM_SOURCE = N_("{source}; entered by {names}")


class Teller:
    """Says rows in one language."""

    def __init__(
        self, language: str, names: Mapping[UUID, str], own: Iterable[OwnEntry] = ()
    ) -> None:
        """Say in a language ("de", "da", "en"), with the names of whom rows point at.

        `own` are the office's own words for codes.
        """
        self._saying = Saying(own, language)
        self._say = catalogue(language).gettext
        self._language = language
        self._names = names

    def word(self, english: str) -> str:
        """Answer an English word or sentence in the language."""
        return self._say(english) if english else ""

    def facts(self, table: str, row: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
        """Answer labels with values, without what is empty and what says nothing to anyone."""
        said = (
            (self.word(COLUMN_WORDS[column]), self.value(table, column, value))
            for column, value in row.items()
            if column in COLUMN_WORDS
        )
        return tuple((label, value) for label, value in said if value)

    def value(self, table: str, column: str, value: object) -> str:
        """Answer one value in words; "" where nothing is known."""
        if isinstance(value, bool):
            return self.word(YES if value else NO)
        if isinstance(value, datetime):
            return self._moment(value)
        if isinstance(value, date):
            return self._day(value)
        if isinstance(value, UUID):
            return self._names.get(value, self.word(SOMEBODY))
        if value is None or value == "":
            return ""
        return self._coded(f"{table}.{column}", str(value))

    def source(self, table: str, rows: Iterable[Mapping[str, Any]]) -> str:
        """Answer where rows come from: who entered them, and from what source."""
        found = list(rows)
        names = list(dict.fromkeys(name for row in found if (name := entered_by(row))))
        sources = {str(row["source"]) for row in found if row.get("source")}
        if sources and table == "person":
            shown = ", ".join(sorted(sources))
            return shown if not names else self._from(FROM_SOURCE, names, source=shown)
        return self._from(FROM, names) if names else self.word(THE_OFFICE)

    def _from(self, sentence: str, names: list[str], **more: str) -> str:
        return self.word(sentence).format(names=", ".join(names), **more)

    def _listed(self, lists: tuple[CodeList, ...], code: str) -> str:
        said = (self._saying.word(codes, code) for codes in lists)
        return next((word for word in said if word != code), code)

    def _coded(self, place: str, value: str) -> str:
        if (lists := CODE_LISTS.get(place)) is not None:
            return ", ".join(self._listed(lists, code) for code in value.split())
        words = CODE_WORDS.get(place)
        if words is None:
            return value
        if value in words:
            return self.word(words[value])
        parts = value.split()
        return ", ".join(self.word(words.get(part, part)) for part in parts)

    def _moment(self, at: datetime) -> str:
        local = at.astimezone() if at.tzinfo is not None else at
        return f"{self._day(local)} {local:%H:%M}"

    def _day(self, day: date) -> str:
        mark = "/" if self._language == "en" else "."
        return f"{day.day:02}{mark}{day.month:02}{mark}{day.year:04}"


def entered_by(row: Mapping[str, Any]) -> str:
    """Answer the colleague who entered a row; "" where that is not kept with it."""
    return next((str(row[column]) for column in BY_WHOM if row.get(column)), "")


def is_told(column: str) -> bool:
    """Answer whether a column says something to the person it is about."""
    return column not in TECHNICAL


def plain(value: object) -> object:
    """Answer a value as JSON keeps it."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value


def plain_rows(everything: Everything) -> dict[str, list[dict[str, object]]]:
    """Answer all rows by table as JSON keeps them."""
    return {
        held.table: [{column: plain(value) for column, value in row.items()} for row in held.rows]
        for held in everything.tables
    }
