"""Gathering the day pack of a tour, with only what is needed on the way."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.areas.coordinates.outlines import outlines
from app.clients.rules import Address, address_lines, full_name, show_phone
from app.errors import N_, Problem, Refused
from app.letters.studio.queries import studio_lines
from app.mobile_advice.day_pack import statements as ask
from app.mobile_advice.day_pack.surroundings import due_near, offers_near
from app.mobile_advice.mediators.rules import STATE_LABELS
from app.mobile_advice.planning.queries import day_as_it_stands
from app.mobile_advice.planning.rules import CallKind
from app.mobile_advice.tours.queries.days import crew_of
from app.visiting.day_plans.office.walking import clock
from forms.dates import plain_day
from forms.mobile_advice import day_pack
from forms.mobile_advice.day_pack import DayPack, PackMate
from forms.mobile_advice.day_pack_rows import PackAppointment, PackLanguage, PackStop
from forms.mobile_advice.tour_map import MapStop, TourMap
from forms.visiting.visit_sheet import language_name
from resources.text import catalogue

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

    from sqlalchemy import Connection

    from app.mobile_advice.planning.order import OrderCall, OrderDay

GONE = N_("This day of the tour no longer exists.")
CONSENT_FORM = N_("Consent form")
_FORM_LANGUAGES = frozenset({"de", "da", "en"})
"""In which the program prints forms to be signed."""


@dataclass(frozen=True, slots=True)
class PackWish:
    """Which pack, and what is said about who prints it."""

    day_id: UUID
    language: str
    """"de", "da" or "en"."""
    who: str
    when: datetime
    """Local wall-clock time."""


@dataclass(frozen=True, slots=True)
class FinishedPack:
    """The pages, and whom they tell about, so that each of them can be told."""

    pdf: bytes
    people: tuple[UUID, ...]
    rows: int


def day_pack_paper(connection: Connection, wish: PackWish) -> FinishedPack:
    """Answer the pack of a day; raises `Refused` where the day is gone."""
    row = connection.execute(ask.DAY, {"id": wish.day_id}).one_or_none()
    if row is None:
        raise Refused(Problem(GONE))
    office = connection.execute(ask.OFFICE).one_or_none()
    country = office.country if office else "DE"
    found = _Gathered(connection, wish, country, day_as_it_stands(connection, wish.day_id, row.day))
    stops = tuple(found.stop(at, call) for at, call in enumerate(found.day.calls, 1))
    vehicle = f"{row.vehicle} ({row.plate})" if row.plate else row.vehicle or ""
    facts = DayPack(
        language=wish.language,
        office=office.name if office else "",
        tour=row.tour,
        day=row.day,
        stops=stops,
        languages=found.languages(),
        printed_at=wish.when,
        who=wish.who,
        vehicle=vehicle,
        equipment=row.equipment or "",
        crew=_crew(connection, wish),
        note=row.note,
        map=found.map(),
        sources=found.sources(),
    )
    people = tuple(dict.fromkeys(found.people))
    return FinishedPack(day_pack.render(facts), people, len(found.rows))


class _Gathered:
    """What the office knows for one pack; asked once, told stop by stop."""

    def __init__(self, connection: Connection, wish: PackWish, country: str, day: OrderDay) -> None:
        self.connection, self.wish, self.country, self.day = connection, wish, country, day
        values = {"id": wish.day_id}
        self._stops = {row.id: row for row in connection.execute(ask.STOPS, values)}
        self.rows = connection.execute(ask.APPOINTMENTS, values).all()
        self.people: list[UUID] = [row.person_id for row in self.rows if row.person_id]
        self._spoken: defaultdict[UUID, list[str]] = defaultdict(list)
        for person, tag in connection.execute(ask.SPOKEN, {"people": self.people}):
            self._spoken[person].append(tag)
        areas = {row.area_id for row in self._stops.values() if row.area_id is not None}
        on = day.office_day.day
        self._due = due_near(connection, areas, on, wish.language)
        self._offers = offers_near(connection, areas, on, country)
        self._outlines = outlines(connection)

    def stop(self, number: int, call: OrderCall) -> PackStop:
        """Answer a stop, or a visit at home."""
        times = f"{clock(call.begins)}–{clock(call.ends)}"
        if call.kind is CallKind.HOME:
            return self._home(number, call, times)
        row = self._stops[call.id]
        # Where several stops lie in one district, it is told at the first of them.
        due = self._due.pop(row.area_id, None)
        self.people += due.people if due is not None else ()
        return PackStop(
            number=number,
            name=row.name,
            times=times,
            address=_place(row),
            meeting_point=row.meeting_point,
            access=row.access,
            power="" if row.has_power is None else "yes" if row.has_power else "no",
            toilet=row.toilet,
            permit=self._permit(row),
            contact=", ".join(filter(None, (row.contact_name, row.contact_phone))),
            bad_weather=row.bad_weather,
            note=" ".join(row.note.split()),
            appointments=tuple(
                self._appointment(one) for one in self.rows if one.tour_halt_id == call.id
            ),
            due=due.told if due is not None else None,
            offers=self._offers.pop(row.area_id, ()),
        )

    def languages(self) -> tuple[PackLanguage, ...]:
        """Answer the languages of those booked, and which papers there are in them."""
        counts = Counter(tag for row in self.rows for tag in dict.fromkeys(self._tags(row)))
        words = catalogue(self.wish.language)
        lines = [line for line in studio_lines(self.connection) if line.is_active]
        form = words.gettext(CONSENT_FORM)
        return tuple(
            PackLanguage(
                language_name(tag, self.wish.language),
                count,
                tuple(
                    words.gettext(line.title) if line.is_delivered else line.title
                    for line in lines
                    if tag in line.texts
                ),
                (form,) if tag in _FORM_LANGUAGES else (),
            )
            for tag, count in counts.most_common()
        )

    def map(self) -> TourMap | None:
        """Answer the map of the stops; homes are left out: the pack may be lost on the way."""
        stops = tuple(
            MapStop(number, call.spot)
            for number, call in enumerate(self.day.calls, 1)
            if call.spot is not None and call.kind is CallKind.HALT
        )
        rings = tuple(row.rings for row in self._outlines)
        return TourMap(stops, rings, self.day.office_spot) if stops else None

    def sources(self) -> tuple[str, ...]:
        """Answer whose files the map is drawn from."""
        drawn = [row.source for row in self._outlines if row.source]
        return tuple(dict.fromkeys([*drawn, *self.connection.scalars(ask.SOURCES)]))

    def _home(self, number: int, call: OrderCall, times: str) -> PackStop:
        row = next(one for one in self.rows if one.id == call.id)
        mine = self._appointment(row)
        address = Address(
            country=row.country,
            care_of=row.care_of,
            street=row.street,
            house_number=row.house_number,
            floor=row.floor,
            door=row.door,
            postal_code=row.postal_code,
            city=row.city,
        )
        lines = address_lines(address, sent_from=self.country)
        words = (mine.phone, mine.bring, ", ".join(mine.spoken), mine.interpreter)
        return PackStop(
            number=number,
            name=call.name,
            times=times,
            is_home=True,
            address="" if call.is_protected else ", ".join(lines),
            is_protected=call.is_protected,
            note="; ".join(filter(None, words)),
        )

    def _appointment(self, row: Any) -> PackAppointment:  # noqa: ANN401 - a row of appointments
        name = full_name(row.given_name or "", row.family_name or "") or row.name
        phone = row.own_phone or row.phone or row.mobile or ""
        at = clock(row.starts_at) if row.starts_at is not None else f"{row.queue_number or ''}"
        return PackAppointment(
            time=at,
            name=name,
            phone=show_phone(phone, self.country) if phone else "",
            bring=" ".join(row.bring.split()),
            spoken=tuple(language_name(tag, self.wish.language) for tag in self._tags(row)),
            interpreter=self._interpreter(row),
        )

    def _tags(self, row: Any) -> Sequence[str]:  # noqa: ANN401 - as above
        own = [row.language] if row.language else []
        return [*dict.fromkeys([*own, *self._spoken.get(row.person_id, ())])]

    def _interpreter(self, row: Any) -> str:  # noqa: ANN401 - as above
        """Answer who interprets into what, and how far that is."""
        if not row.interpreted:
            return ""
        words = catalogue(self.wish.language)
        who = full_name(row.mediator_given or "", row.mediator_family or "") or row.pool or ""
        state = (
            words.gettext(STATE_LABELS[row.interpreting])
            if row.interpreting in STATE_LABELS
            else ""
        )
        language = language_name(row.interpreted, self.wish.language)
        return ", ".join(filter(None, (language, who, state)))

    def _permit(self, row: Any) -> str:  # noqa: ANN401 - a row of stops
        until = plain_day(row.permit_until, self.wish.language) if row.permit_until else ""
        return " – ".join(filter(None, (row.permit_number, until)))


def _place(row: Any) -> str:  # noqa: ANN401 - a row of stops
    street = f"{row.street} {row.house_number}".strip()
    town = f"{row.postal_code} {row.city}".strip()
    return ", ".join(filter(None, (street, town)))


def _crew(connection: Connection, wish: PackWish) -> tuple[PackMate, ...]:
    return tuple(
        PackMate(
            mate.name,
            mate.duty,
            f"{mate.start:%H:%M}–{mate.end:%H:%M}" if mate.start and mate.end else "",
            tuple(language_name(tag, wish.language) for tag in mate.languages),
        )
        for mate in crew_of(connection, wish.day_id)
    )
