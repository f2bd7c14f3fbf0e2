"""Appointments of the demo office: booked, held and missed; who waits, and mediators asked for."""

from __future__ import annotations

import tomllib
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import select, true

from app.clients.contact import recount_contact
from app.demo.chance import Chance
from app.demo.home_visits import add_demo_home_visits
from app.errors import Refused
from app.mobile_advice.booking.actions import book_appointment
from app.mobile_advice.booking.rules import (
    Booking,
    Kind,
    Place,
    Source,
    State,
    WaitDetails,
)
from app.mobile_advice.booking.statements import CANCELLED, HALTS_BETWEEN, HaltRow
from app.mobile_advice.booking.waiting import wait_at_stop
from app.mobile_advice.mediators.actions import answer_mediator_request, save_mediator_request
from app.mobile_advice.mediators.pooling import add_known_pools, save_pool
from app.mobile_advice.mediators.queries import pools_of_rules
from app.mobile_advice.mediators.rules import (
    Funding,
    GenderWish,
    PoolDetails,
    RequestDetails,
    RequestState,
    Way,
    earliest_day,
)
from app.visiting.holidays import holidays_between
from db.booking import Appointment
from db.people import Person, PersonLanguage
from db.volunteers import Volunteer
from resources import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from app.demo.rules import DemoPlan
    from app.office import Act

_BEHIND, _AHEAD = timedelta(days=42), timedelta(days=24)
_MANY = 1 << 16
"""More than there are appointments, people who wait and requests."""
_TOPICS = ("care", "pension_benefit", "housing", "forms", "disability", "debt", "mobility")
_PEOPLE = (
    select(Person.id)
    .where(Person.is_restricted != true(), Person.linked_to.is_(None), Person.status == "active")
    .order_by(Person.id)
    .limit(400)
)
_MEDIATORS = (
    select(Volunteer)
    .where(Volunteer.active_from.is_not(None), Volunteer.left_on.is_(None))
    .order_by(Volunteer.id)
    .limit(3)
)


def add_demo_booking(act: Act, plan: DemoPlan) -> int:
    """Write appointments around today; answer how many."""
    known = tomllib.loads(read_text("demo", f"booking_{plan.country.language}.toml"))
    chance = Chance(plan.seed, plan.country, "booking")
    people = list(act.session.scalars(_PEOPLE))
    values = {"first": plan.today - _BEHIND, "last": plan.today + _AHEAD}
    halts = [HaltRow(*row) for row in act.session.execute(HALTS_BETWEEN, values)]
    if not people or not halts:
        return 0
    writer = _Writer(act, plan, known, people)
    for halt in halts:
        writer.fill(halt)
    stops = list(dict.fromkeys(halt.stop_id for halt in halts if halt.day > plan.today))
    for number, stop_id in enumerate(stops[:2]):
        writer.wait(stop_id, number)
    for person_id in writer.advised:
        recount_contact(act, person_id)
    _add_pools(act, known["pool"], chance)
    _add_requests(act, plan, known, people)
    return writer.made + add_demo_home_visits(act, plan, known["round"])


class _Writer:
    """Fills halts with appointments."""

    def __init__(
        self, act: Act, plan: DemoPlan, known: Mapping[str, Any], people: Sequence[UUID]
    ) -> None:
        self._act, self._plan, self._known, self._people = act, plan, known, people
        self._chance = Chance(plan.seed, plan.country, "appointments")
        self._seen: set[tuple[UUID, date]] = set()
        self.made = 0
        self.advised: dict[UUID, None] = {}
        """Whose appointments were held, each once."""

    def fill(self, halt: HaltRow) -> None:
        """Book some of the times of a halt: those that were were held, or nobody came."""
        if halt.is_cancelled or halt.day_state == CANCELLED:
            return
        days = (halt.day - self._plan.today).days
        full = 0.85 if days < 1 else max(0.15, 0.7 - days * 0.03)
        by_number = halt.tour == self._known["round"]["tour"]
        for slot in () if by_number else halt.times.slots():
            if not self._chance.often(full):
                continue
            booking = self._booking(halt.day, Place(halt.id, slot.start, slot.counter))
            if days < 0:
                self._add_past(halt, booking)
            else:
                with suppress(Refused):
                    book_appointment(self._act, self._key(), booking)
        if days < 0:
            self._add_numbers(halt, State.DONE)
        elif not days:
            self._add_numbers(halt, State.WAITING)
        self._act.session.flush()

    def wait(self, stop_id: UUID, number: int) -> None:
        """Let two people wait at a stop."""
        for one in range(2):
            person = self._people[-1 - number * 2 - one] if one else None
            name = "" if person else self._known["names"][number]
            wish = self._known["wishes"][(number + one) % len(self._known["wishes"])]
            details = WaitDetails(stop_id, person, name, wish=wish)
            with suppress(Refused):
                wait_at_stop(self._act, self._key(), details)

    def _booking(self, day: date, place: Place) -> Booking:
        chance, known = self._chance, self._known
        person = self._person(day) if chance.often(0.8) else None
        return Booking(
            place,
            person,
            "" if person else chance.pick(known["names"]),
            source=chance.pick((Source.PHONE, Source.CARD, Source.STOP)),
            language=chance.pick(known["languages"]) if chance.often(0.15) else "",
            topic=chance.pick(_TOPICS),
            bring=chance.pick(known["bring"]),
            note=chance.pick(known["notes"]) if chance.often(0.3) else "",
        )

    def _add_past(self, halt: HaltRow, booking: Booking) -> None:
        place = booking.place
        if place is None:
            return
        came = self._chance.often(0.9)
        if came and booking.person_id is not None:
            self.advised[booking.person_id] = None
        self._add(
            halt,
            booking,
            State.DONE if came else State.NO_SHOW,
            starts_at=place.start,
            counter=place.counter,
        )

    def _add_numbers(self, halt: HaltRow, state: State) -> None:
        for number in range(1, 3 + int(self._chance.random() * 3)):
            who = Booking(topic=self._chance.pick(_TOPICS), kind=Kind.WALK_IN)
            counter = int(state is State.DONE)
            self._add(halt, who, state, queue_number=number, counter=counter)

    def _add(self, halt: HaltRow, booking: Booking, state: State, **more: Any) -> None:  # noqa: ANN401 - columns
        self._act.session.add(
            Appointment(
                id=self._key(),
                tour_halt_id=halt.id,
                tour_day_id=halt.tour_day_id,
                day=halt.day,
                minutes=halt.slot_minutes,
                person_id=booking.person_id,
                name=booking.name,
                phone="",
                kind=booking.kind.value,
                state=state.value,
                source=booking.source.value,
                language=booking.language,
                topic=booking.topic,
                bring=booking.bring,
                note=booking.note,
                booked_by=self._act.who,
                booked_at=self._act.now - timedelta(days=(self._plan.today - halt.day).days + 5),
                **more,
            )
        )

    def _person(self, day: date) -> UUID | None:
        """Answer somebody who comes nowhere else on a day."""
        for _try in range(8):
            person = self._chance.pick(self._people)
            if (person, day) not in self._seen:
                self._seen.add((person, day))
                return person
        return None

    def _key(self) -> UUID:
        self.made += 1
        return self._chance.key(self.made / _MANY)


def _add_pools(act: Act, tables: Sequence[Mapping[str, Any]], chance: Chance) -> None:
    add_known_pools(act)
    for number, table in enumerate(tables):
        details = PoolDetails(
            table["name"],
            None,
            tuple(table["languages"].split()),
            table["lead_days"],
            table["sworn"],
            table["phone"],
            table["email"],
            table["funding_rule"],
            act.local_now.date().replace(month=1, day=1),
        )
        save_pool(act, chance.key(number / _MANY), 0, details)
    act.session.flush()


def _add_mediators(act: Act, languages: Sequence[str]) -> list[UUID]:
    """Let three volunteers mediate, each between two languages; answer their cards."""
    found = []
    for number, volunteer in enumerate(act.session.scalars(_MEDIATORS).all()):
        volunteer.is_mediator = True
        volunteer.gender = volunteer.gender or ("female", "male")[number % 2]
        spoken = set(
            act.session.scalars(
                select(PersonLanguage.tag).where(PersonLanguage.person_id == volunteer.person_id)
            )
        )
        for place, tag in enumerate((languages[number], languages[number + 1])):
            if tag not in spoken:
                row = PersonLanguage(
                    person_id=volunteer.person_id, position=20 + place, tag=tag, level="native"
                )
                act.session.add(row)
        found.append(volunteer.person_id)
    act.session.flush()
    return found


def _add_requests(
    act: Act, plan: DemoPlan, known: Mapping[str, Any], people: Sequence[UUID]
) -> None:
    """Ask for mediators: some confirmed, one declined, one that nobody answered yet."""
    own = _add_mediators(act, known["languages"])
    for number, details in enumerate(_requests(act, plan, known, people, own)):
        key = Chance(plan.seed, plan.country, "requests", number).key(number / _MANY)
        try:
            save_mediator_request(act, key, 0, details)
        except Refused:
            continue
        act.session.flush()
        state = (RequestState.CONFIRMED, None, RequestState.DECLINED)[number % 3]
        if state is not None:
            answer_mediator_request(act, key, 1, state, known["declined"])
        act.session.flush()


def _requests(
    act: Act,
    plan: DemoPlan,
    known: Mapping[str, Any],
    people: Sequence[UUID],
    own: Sequence[UUID],
) -> Iterator[RequestDetails]:
    pools = [pool for pool in pools_of_rules(act.session.connection()) if not pool.sworn]
    last = plan.today + timedelta(days=60)
    connection = act.session.connection()
    holidays = {one.day for one in holidays_between(connection, plan.today, last)}
    for number, subject in enumerate(known["subjects"] * 2):
        day = earliest_day(plan.today, 3 + number, holidays)
        details = RequestDetails(
            language=known["languages"][number % 3],
            gender_wish=GenderWish.FEMALE if number == 1 else GenderWish.NONE,
            subject=subject,
            day=day,
            from_time=(9 + number) * 60,
            until_time=(10 + number) * 60,
            way=Way.VIDEO if number == len(known["subjects"]) - 1 else Way.PLACE,
            place=known["place"],
            requester=known["requesters"][number % len(known["requesters"])],
            person_id=people[number * 3 % len(people)],
        )
        if number % 2 and pools:
            yield replace(details, pool_id=pools[0].id, funding=Funding.OWN)
        elif own:
            yield replace(details, mediator_id=own[number % len(own)])
