"""Requirements of the day pack: what goes along, what stays in the office, what is logged."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from sqlalchemy import insert, select

from app.access.rules import Role
from app.areas.actions import load_area_list
from app.errors import Refused
from app.exchange.writing.queries import latest_exports
from app.mobile_advice.day_pack.actions import hand_out_day_pack
from app.mobile_advice.day_pack.figures import pack_figures_on
from app.mobile_advice.day_pack.queries import PackWish, day_pack_paper
from app.mobile_advice.tours.queries.days import halts_of
from app.office import Office
from app.tasks.actions import add_task
from app.tasks.rules import TaskValues
from db.admin import OfficeCard
from db.areas import Area
from tests.conftest import NOW
from tests.factories.access import member, restricted
from tests.factories.booking import MadeHalt, book, visit_home
from tests.factories.clients import add_client
from tests.factories.institutions import add_institution
from tests.factories.tours import at, days, mate, stop, tour
from tests.forms.reading import text_of

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Engine

    from app.mobile_advice.tours.rows import DayRow
    from app.office import Act

WHEN = datetime(2026, 11, 23, 16, 0)  # noqa: DTZ001 - local wall-clock time


def _name_office(act: Act) -> None:
    values = {"name": "zentrum plus", "country": "DE", "created_at": act.now}
    act.session.execute(insert(OfficeCard).values(**values))
    act.touch("admin")


@pytest.fixture
def garath(office: Office) -> UUID:
    office.act(_name_office)
    office.act(load_area_list, "duesseldorf")
    found = office.ask(lambda it: it.scalar(select(Area.id).where(Area.name == "Garath")))
    assert found is not None
    return found


@pytest.fixture
def day(office: Office, garath: UUID) -> DayRow:
    made = stop(
        office, "Garath, Markt", area_id=garath, bad_weather="Foyer der Bücherei",
        latitude=51.14, longitude=6.9, needs_permit=True, permit_number="66/12",
        permit_until=date(2027, 3, 1),
    )  # fmt: skip
    tour(office, at(made), crew=(mate("Karin Vogt", "driver"),))
    return days(office)[0]


def pack(office: Office, day: DayRow, language: str = "de") -> str:
    """Answer the words of a pack."""
    wish = PackWish(day.id, language, "Anna Beispiel", WHEN)
    return text_of(office.ask(day_pack_paper, wish).pdf)


def _halt(office: Office, day: DayRow) -> MadeHalt:
    one = office.ask(halts_of, day.id)[0]
    return MadeHalt(one.id, one.stop_id, day.id)


def test_a_pack_has_the_route_the_crew_and_what_to_bring(office: Office, day: DayRow) -> None:
    erna = add_client(office, given_name="Erna", family_name="Krüger", languages=("tr",))
    halt = _halt(office, day)
    book(office, halt.at(570), "", person_id=erna, bring="Bescheid und Ausweis")

    words = pack(office, day)

    for part in (
        "Garath, Markt", "Foyer der Bücherei", "66/12", "Karin Vogt", "Erna Krüger",
        "Bescheid und Ausweis", "Türkisch", "Briefvorlagen",
    ):  # fmt: skip
        assert part in words
    assert "Dagsmappe" in pack(office, day, "da")


def test_a_protected_address_stays_in_the_office(office: Office, day: DayRow) -> None:
    erna = add_client(
        office, given_name="Erna", family_name="Krüger", street="Geheimweg", house_number="3",
        address_protected=True,
    )  # fmt: skip
    visit_home(office, _halt(office, day), erna, 720, minutes=30)

    words = pack(office, day)

    assert "Geheimweg" not in words
    assert "Adresse bitte im Büro erfragen" in words


def test_what_is_due_near_a_stop_does_not_tell_where_protected_people_live(
    office: Office, day: DayRow, garath: UUID
) -> None:
    near = add_client(office, given_name="Nah", family_name="Bei", area_id=garath)
    hidden = add_client(
        office, given_name="Ganz", family_name="Geheim", area_id=garath, address_protected=True
    )
    far = add_client(office, given_name="Weit", family_name="Weg")
    for person in (near, hidden, far):
        values = TaskValues("Düsselpass verlängern", "Anna", person_id=person,
                            due_on=date(2026, 12, 1))  # fmt: skip
        office.act(add_task, uuid4(), values)
    add_institution(office, name="zentrum plus Garath", area_id=garath, opening_hours="Mo–Fr 10–14")

    words = pack(office, day)

    assert "Bald fällig in diesem Stadtteil" in words
    assert "Aufgaben, präventive Hausbesuche und eingetragene Tage bis 22. Dezember 2026" in words
    assert "Nah Bei, Düsselpass verlängern" in words
    assert "Weitere, die hier nicht stehen" not in words
    assert "zentrum plus Garath" in words
    assert "Mo–Fr 10–14" in words
    assert "Geheim" not in words
    assert "Weit" not in words


def test_what_does_not_fit_near_a_stop_is_counted(
    office: Office, day: DayRow, garath: UUID
) -> None:
    near, most = add_client(office, area_id=garath), pack_figures_on(day.day).most_due
    for number in range(most + 2):
        values = TaskValues(f"Frage {number}", "Anna", person_id=near, due_on=date(2026, 12, 1))
        office.act(add_task, uuid4(), values)

    words = pack(office, day)

    assert words.count("Erna Krüger, Frage") == most
    assert "Weitere, die hier nicht stehen: 2" in words


def test_who_may_not_be_known_of_is_not_in_the_pack(
    office: Office, engine: Engine, day: DayRow
) -> None:
    secret = add_client(office, given_name="Sehr", family_name="Verborgen")
    book(office, _halt(office, day).at(570), "", person_id=secret)
    member(office, "Anna Beispiel", Role.ADMINISTRATOR)
    member(office, "Bert Lang")
    restricted(office, secret)
    other = Office(engine, who="Bert Lang", clock=lambda: NOW)

    assert "Verborgen" in pack(office, day)
    assert "Verborgen" not in pack(other, day)


def test_a_pack_leaves_for_a_reason_that_is_kept(office: Office, day: DayRow) -> None:
    erna = add_client(office)
    book(office, _halt(office, day).at(570), "", person_id=erna)
    paper = office.ask(day_pack_paper, PackWish(day.id, "de", "Anna", WHEN))
    with pytest.raises(Refused):
        office.act(hand_out_day_pack, paper, "")

    office.act(hand_out_day_pack, paper, "Day pack for the crew")

    assert paper.people == (erna,)
    assert office.ask(latest_exports)[0].list_name == "mobile_advice"
    with pytest.raises(Refused):
        office.ask(day_pack_paper, PackWish(uuid4(), "de", "Anna", WHEN))


def test_how_far_ahead_is_soon_has_a_source() -> None:
    figures = pack_figures_on(date(2026, 11, 24))

    assert figures.due_days > 0
    assert figures.source
