"""A restricted person is told to nobody who is not named: every question of the program is asked.

All functions that take a connection are found by looking. Each is asked by a colleague who is not
named, once while the restricted person is there and once after she is gone without a trace: both
answers must be the same, counts among them, and none may say the mark that stands in every text.
A question whose arguments are not known here fails its test: teach `_argument` to answer them.
"""

from __future__ import annotations

import inspect
import pkgutil
import shutil
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest

import app
from app.access.rules import Role
from app.admin.office_settings import KEEPS_CPR
from app.admin.settings.rules import NO_CONTACT_DAYS
from app.areas.rules.spots import StreetAddress
from app.audit.rules import AuditQuery
from app.clients.duplicates.warning import Typed
from app.clients.rules import Address, ClientFilter, Narrowing
from app.consent.rules import PassingOn
from app.errors import Refused
from app.expenses.rules import ExpenseDetails
from app.letters.composing.rules import Choice
from app.letters.mass.rules import Group, ListQuery, RunWish
from app.letters.memo.rules import HandOver
from app.mobile_advice.advice.queries import CallList
from app.mobile_advice.advice.rows import ContactToEdit
from app.mobile_advice.advice.rules import ContactDetails
from app.mobile_advice.day_pack.queries import PackWish
from app.mobile_advice.mediators.framing import Asking
from app.mobile_advice.mediators.rules import RequestDetails
from app.mobile_advice.planning.rules import OrderWish
from app.mobile_advice.suitcase.rules import Plan
from app.mobile_advice.tours.rules import CrewMate, DayDetails, TourDetails
from app.mobile_advice.tours.rules.public import PublicForm, PublicWish
from app.office import Office
from app.preventive.rules import Period
from app.referrals.enquiries.queries import EnquiryList, EnquiryWish
from app.referrals.housing_cases.queries import CaseList
from app.referrals.housing_cases.rules import Stage as HousingStage
from app.visiting.calendar.exporting import CalendarWish, CalendarWords
from app.visiting.calendar.papers import PaperWish
from app.visiting.day_plans.office.ways import travel_on
from app.visiting.day_plans.office.wish import DayWish
from app.visiting.series.rules import SeriesPlan
from db.admin import OfficeCard
from db.erasing import erase
from db.session import open_engine
from tests.conftest import NOW
from tests.factories.access import member, restricted
from tests.factories.clients import add_client
from tests.factories.every_table import fill_every_table
from tests.factories.linking import link, propose
from tests.forms.reading import seen as printed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path
    from types import ModuleType
    from uuid import UUID

    from app.office import Act

MARK = "Kanarienvogel"
TODAY = date(2026, 11, 23)
"""The day of all tests."""
STRANGER = "Zoe Amt"

OF_THE_FILE = {
    "app.admin.queries.counts": "counts the rows of the file for backups, of nobody in particular",
    "app.admin.queries.recent_audit_lines": "keys and features only, for tests and support",
    "app.visiting.queries.known_visitors": "names of colleagues, whomever they visit",
    "app.tasks.queries.known_colleagues": "names of colleagues, whatever they do",
    "app.tasks.handover.queries.recent_handovers": "names of colleagues; items are told apart",
    "app.mobile_advice.suitcase.contents.gather": "a time is taken on the way, whoever has it",
    "app.mobile_advice.suitcase.people.outlook": "a time is taken on the way, whoever has it",
}
"""Questions that may answer differently, each with its reason; they may never say the mark."""
PARTS = frozenset(
    {
        "app.letters.composing.facts.visit_of",
        "app.together.together",
        "app.admin.drill.counted",
        "app.mobile_advice.mediators.framing.need_free",
        "app.mobile_advice.suitcase.asking.asking",
        "app.mobile_advice.suitcase.queries.not_back",
    }
)
"""What is given rows or other questions instead of keys, or counts in a backup."""
ABOUT_WHOM = {
    "visit_id": "visit",
    "note_id": "note",
    "letter_id": "letter",
    "task_id": "task",
    "consent_id": "consent",
    "relation_id": "relation",
    "request_id": "intake",
    "intake_id": "intake",
    "contact_id": "institution_contact",
    "institution_id": "institution",
    "household_id": "household",
    "attachment_id": "attachment",
    "file_id": "attachment",
    "handover_id": "handover",
    "run_id": "import_run",
    "row_id": "held_row",
    "origin_id": "task",
    "series_id": "visit_series",
    "expense_id": "expense",
    "concern_id": "escalation",
    "answer_id": "answer",
    "referral_id": "referral",
    "access_id": "access_request",
    "enquiry_id": "enquiry",
    "case_id": "housing_case",
    "but": "enquiry",
}
"""By the name of an argument the table whose row about the person it names."""


NOT_ASKED = ("app.__main__", "app.command_line", "app.demo", "app.server")
"""Modules without questions about people; a server is asked in its own SQL, see tests/server."""


def _modules() -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(app.__path__, "app."):
        if not found.name.startswith(NOT_ASKED):
            yield import_module(found.name)


def _questions() -> dict[str, Callable[..., Any]]:
    """Answer every public function of the program whose first argument is a connection."""
    return {
        f"{module.__name__}.{name}": thing
        for module in _modules()
        for name, thing in vars(module).items()
        if inspect.isfunction(thing)
        and thing.__module__ == module.__name__
        and not name.startswith("_")
        and _takes_a_connection(thing)
    }


def _takes_a_connection(function: Callable[..., Any]) -> bool:
    first = next(iter(inspect.signature(function).parameters.values()), None)
    return first is not None and str(first.annotation).strip("'").endswith("Connection")


QUESTIONS = {name: question for name, question in _questions().items() if name not in PARTS}


def _erase(act: Act, person_id: UUID) -> None:
    erase(act.session.connection(), [person_id])


@dataclass(frozen=True)
class Offices:
    """The same office while the restricted person is there, and after she is gone."""

    there: Office
    gone: Office
    rows: Mapping[str, Any]


@pytest.fixture(scope="module")
def offices(empty_office: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Offices]:
    """Both offices as the colleague sees them: questions change nothing, so all share them."""
    folder = tmp_path_factory.mktemp("canary")
    there = _open(empty_office, folder / "there.db")
    rows = _rows(there)
    there.close()
    gone = _open(folder / "there.db", folder / "gone.db")
    for person in (rows["double"], rows["person"]["id"]):
        gone.act(_erase, person)
    for office in (there, gone):
        office.work_as(STRANGER)
    yield Offices(there, gone, rows)
    for office in (there, gone):
        office.close()


def _open(pattern: Path, file: Path) -> Office:
    shutil.copy(pattern, file)
    return Office(open_engine(file, bytes(range(32))), who="Anna Beispiel", clock=lambda: NOW)


def _rows(office: Office) -> Mapping[str, Any]:
    """Write a restricted person with a row in every table, linked and proposed, and a colleague."""
    erna = add_client(
        office, given_name=MARK, family_name=f"{MARK} Krüger", hint=MARK, about=MARK,
        street=f"{MARK}weg", house_number="3", postal_code="40595", city="Garath",
    )  # fmt: skip
    neighbour = add_client(
        office, given_name="Ali", family_name="Demir",
        street=f"{MARK}weg", house_number="3", postal_code="40595", city="Garath",
    )  # fmt: skip
    member(office, "Anna Beispiel", Role.ADMINISTRATOR)
    member(office, STRANGER, Role.CASEWORKER)
    rows: dict[str, Any] = office.act(_fill, erna, neighbour).value
    double = add_client(office, given_name=MARK, family_name="Double")
    link(office, erna, double)
    propose(office, erna, neighbour)
    restricted(office, erna)
    return rows | {"double": double}


def _fill(act: Act, erna: UUID, neighbour: UUID) -> dict[str, Any]:
    act.session.add(OfficeCard(name="Besuchsdienst", country="DE", created_at=act.now))
    act.session.flush()
    return fill_every_table(act, erna, neighbour, MARK, but=frozenset({"member", "person_link"}))


@pytest.mark.parametrize("name", sorted(QUESTIONS))
def test_nothing_is_told_of_somebody_whom_one_may_not_know(offices: Offices, name: str) -> None:
    question = QUESTIONS[name]
    arguments = _arguments(question, offices.rows)
    there = _answer(offices.there, question, arguments)
    gone = _answer(offices.gone, question, arguments)

    told = there.replace(f"{MARK}weg", "")
    assert MARK not in told.replace(repr(arguments.get("typed")), "")
    if name not in OF_THE_FILE:
        assert there == gone


def test_the_restricted_person_is_there_for_who_is_named(offices: Offices) -> None:
    offices.there.work_as("Anna Beispiel")
    question = QUESTIONS["app.clients.queries.card.client_card"]
    arguments = _arguments(question, offices.rows)
    assert MARK in _answer(offices.there, question, arguments)
    assert MARK not in _answer(offices.gone, question, arguments)
    offices.there.work_as(STRANGER)


def _answer(office: Office, question: Callable[..., Any], arguments: dict[str, Any]) -> str:
    """Answer in words what a question answers, or how it refuses to."""
    try:
        answer = office.ask(partial(question, **arguments))
    except Refused as refused:
        return repr(refused.problems)
    if isinstance(answer, bytes) and answer.startswith(b"%PDF"):
        return " ".join(piece.text for piece in printed(answer))
    return repr(answer)


def _arguments(question: Callable[..., Any], rows: Mapping[str, Any]) -> dict[str, Any]:
    _first, *others = inspect.signature(question).parameters.values()
    return {
        parameter.name: _argument(question, parameter, rows)
        for parameter in others
        if parameter.default is parameter.empty or parameter.name == "typed"
    }


def _argument(
    question: Callable[..., Any], parameter: inspect.Parameter, rows: Mapping[str, Any]
) -> object:
    """Answer what leads to the restricted person, by the name and the kind of an argument."""
    name, kind = parameter.name, str(parameter.annotation).strip("'")
    ways = (
        lambda: _on_tour(question, name, kind, rows["crew"]["tour_day_id"]),
        lambda: rows[ABOUT_WHOM[name]]["id"] if name in ABOUT_WHOM else None,
        lambda: _person_or_people(name, kind, rows["person"]["id"]),
        lambda: _WORDS.get(name, "") if kind == "str" else None,
    )
    found = next((answer for answer in (way() for way in ways) if answer is not None), None)
    if found is None and kind in _PLAIN:
        return _PLAIN[kind]
    found = _known(question, name, kind) if found is None else found
    assert found is not None, f"{question.__module__}.{question.__name__} wants {name}: {kind}"
    return found


def _person_or_people(name: str, kind: str, person: UUID) -> object:
    """Answer the restricted person as an argument wants her; None where it wants no person."""
    if kind.startswith("UUID") or name in {"person_id", "client_id"}:
        return person
    if kind in _PLAIN or not ("UUID" in kind or "Group" in kind):
        return None
    return [Group((person,)) if "Group" in kind else person]


_WORDS = {
    "typed": MARK,
    "who": STRANGER,
    "language": "de",
    "purpose": "visits",
    "code": "appointment",
    "template": "hours_certificate",
}
_AT_HOME = StreetAddress("DE", "Ricarda-Huch-Straße", "12", "40595", "Düsseldorf")
_PLAIN: Mapping[str, object] = {
    "date": TODAY,
    "WaitRow | None": None,
    "TourDetails": TourDetails("Süd", crew=(CrewMate("Karin Vogt"),)),
    "DayDetails": DayDetails(crew=(CrewMate("Karin Vogt"),)),
    "Mapping[date, UUID | None]": {TODAY: None},
    "PublicWish": PublicWish(PublicForm.CALENDAR, TODAY, TODAY, ("de",)),
    "date | None": TODAY,
    "datetime": datetime(2026, 11, 23, 0, 0, tzinfo=UTC),
    "Typed": Typed(MARK, f"{MARK} Krüger", "24.11.1938"),
    "ClientFilter": ClientFilter.ALL,
    "Narrowing": Narrowing(age_from=0),
    "PersonStatus | None": None,
    "Sequence[ClientHit]": (),
    "Setting[T]": KEEPS_CPR,
    "NumberSetting": NO_CONTACT_DAYS,
    "Choice": Choice(),
    "HandOver": HandOver(cvr="29189846"),
    "AuditQuery": AuditQuery(),
    "ListQuery": ListQuery(),
    "RunWish": RunWish("free", Choice(), "Mailing", "everybody"),
    "PassingOn": PassingOn(),
    "Period": Period(date(2026, 1, 1), date(2026, 12, 31)),
    "OfferState | None": None,
    "SeriesPlan": SeriesPlan(None, None, "", None, None, None),
    "CallList": CallList.DUE,
    "ContactToEdit": ContactToEdit(None, 0, ContactDetails(TODAY), "", ()),
    "tuple[date, date]": (date(2026, 1, 1), date(2026, 12, 31)),
    "tuple[datetime, str]": (datetime(2026, 11, 23, 9), STRANGER),  # noqa: DTZ001 - local time
    "tuple[Period, Period | None]": (Period(date(2026, 1, 1), date(2026, 12, 31)), None),
    "int": 100,
    "bool": True,
    "ExpenseDetails": ExpenseDetails(),
    "CalendarWish": CalendarWish(TODAY, TODAY + timedelta(days=7), CalendarWords("Visit")),
    "PaperWish": PaperWish(
        TODAY, TODAY + timedelta(days=7), "de", STRANGER, NOW.replace(tzinfo=None)
    ),
    "StreetAddress": _AT_HOME,
    "Iterable[StreetAddress]": [_AT_HOME],
    "OrderWish": OrderWish(time(8), time(18), may_move_booked=True),
    "Travel": travel_on(TODAY),
    "EnquiryWish": EnquiryWish(EnquiryList.ALL),
    "CaseList": CaseList.OPEN,
    "Stage": HousingStage.WARNING,
    "Address": Address("DK", street=MARK, house_number="1", postal_code="2750"),
    "DayWish": DayWish(TODAY, ("Karin Vogt",)),
    "RequestDetails": RequestDetails("ar", day=TODAY, from_time=600, until_time=660),
    "Asking": Asking(TODAY, TODAY),
    "Mapping[UUID, Sequence[AppointmentRow]]": {},
    "bytes": b'{"format": "nahbar-configuration", "version": 1}',
    "Entries": {},
}


def _on_tour(question: Callable[..., Any], name: str, kind: str, day_id: UUID) -> object:
    """Answer what leads to the tour on which the restricted person is; None for no such thing."""
    if name == "plan" and "suitcase" in question.__module__:
        return Plan(day_id, TODAY, "", "", with_notes=True)
    if kind == "PackWish":
        return PackWish(day_id, "de", STRANGER, NOW.replace(tzinfo=None))
    return day_id if name == "day_id" else None


def _known(question: Callable[..., Any], name: str, kind: str) -> object:
    """Answer a value of a kind that the question's own feature knows: the first of an enum."""
    del name
    module = import_module(question.__module__)
    package = import_module(".".join(question.__module__.split(".")[:2]) + ".rules")
    for place in (module, package):
        found = getattr(place, kind, None)
        if isinstance(found, type) and issubclass(found, Enum):
            return next(iter(found))
    return None
