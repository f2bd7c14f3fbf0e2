"""Makes the file of a public timetable in the wanted form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.errors import Refused
from app.mobile_advice.tours.public.facts import (
    is_cancelled,
    is_confirmed,
    places_of,
    public_rows,
    public_timetable,
    public_words,
    times_of,
)
from app.mobile_advice.tours.rules.public import PublicForm, check_public
from app.visiting.calendar.ics import CalendarEvent, write_calendar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from sqlalchemy import Connection

    from app.mobile_advice.tours.public.facts import AnyRow
    from app.mobile_advice.tours.rules.public import PublicWish


def public_file(connection: Connection, wish: PublicWish, now: datetime) -> bytes:
    """Answer the file; `now` is an aware instant.

    Raises `Refused` for a wish that breaks a rule, or a character that cannot be printed.
    """
    if problems := check_public(wish):
        raise Refused(*problems)
    if wish.form is PublicForm.CALENDAR:
        return _calendar(connection, wish, now)
    facts = public_timetable(connection, wish, now.astimezone().date())
    if wish.form is PublicForm.WEB_PAGE:
        from app.mobile_advice.tours.public.web_page import web_page  # noqa: PLC0415 - brings babel

        return web_page(facts)
    from forms.mobile_advice.timetable_poster import (  # noqa: PLC0415 - brings fonts and babel
        render_flyer,
        render_poster,
    )

    if wish.form is PublicForm.FLYER:
        return render_flyer(facts)
    return render_poster(facts, "a3" if wish.form is PublicForm.POSTER_A3 else "a4")


def _calendar(connection: Connection, wish: PublicWish, now: datetime) -> bytes:
    """Answer the feed; the same stop of a day keeps its key, so that it is brought up to date."""
    words = public_words()[wish.languages[0]]
    events = (
        CalendarEvent(
            row.halt_id,
            *times_of(row),
            summary=row.stop if row.stop == row.tour else f"{row.tour}: {row.stop}",
            place=", ".join(places_of(row)),
            is_cancelled=is_cancelled(row),
            is_tentative=not is_confirmed(row),
            is_public=True,
            told=" · ".join(_told(row, words, wish.languages[0])),
        )
        for row in public_rows(connection, wish)
    )
    return write_calendar(events, now, words["title"])


def _told(row: AnyRow, words: Mapping[str, str], language: str) -> Iterator[str]:
    """Answer what else is to be known: another day, what is not sure, how one comes in, where."""
    from forms.dates import plain_day  # noqa: PLC0415 - brings babel

    if row.occurs_on not in {None, row.day}:
        yield words["moved"].format(day=plain_day(row.occurs_on, language))
    if not (is_confirmed(row) or is_cancelled(row)):
        yield words["unconfirmed"]
    if row.access:
        yield words[row.access]
    if row.bad_weather:
        yield words["weather"].format(place=row.bad_weather)
