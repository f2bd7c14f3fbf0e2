"""Every list that can leave the office, and that it never tells of whom its reader may not know."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from app.access.rules import Role
from app.exchange.writing.columns import Cells
from app.exchange.writing.rules import ExportFormat
from app.importing.queries import open_rows
from app.institutions.queries.exporting import institutions_to_export
from app.intake.queries import RequestList, list_requests
from app.journal.queries.exporting import notes_to_export
from app.journal.rules import Access
from app.letters.queries import recent_letters
from app.linking.queries import open_pairs
from app.my_day.no_contact import all_forgotten
from app.privacy.looking import note_looks, seen
from app.tasks.queries import Show, task_list
from tests.factories.access import member, restricted
from tests.factories.clients import add_client
from tests.factories.every_table import fill_every_table
from tests.factories.imports import run_import, table
from tests.factories.institutions import add_contact, add_institution
from tests.factories.journal import note_written
from tests.factories.linking import propose
from tests.factories.tasks import task_added
from tests.factories.visits import visit_planned
from ui.exchange.export_dialog import ExportDialog
from ui.importing.held_export import held_offer
from ui.institutions.institution_export import institutions_offer
from ui.institutions.institutions_page import InstitutionsPage
from ui.intake.request_export import requests_offer
from ui.journal.find_notes_page import FindNotesPage
from ui.journal.hits_export import hits_offer
from ui.letters.letter_export import letters_offer
from ui.linking.linking_page import LinkingPage
from ui.linking.pairs_export import pairs_offer
from ui.my_day.forgotten_export import forgotten_offer
from ui.my_day.my_day_page import MyDayPage
from ui.privacy.looks_export import looks_offer
from ui.privacy.person_privacy_tab import PersonPrivacyTab
from ui.tasks.task_export import tasks_offer
from ui.tasks.tasks_page import TasksPage
from ui.widgets.page import Page, Place

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.office import Act, Office
    from ui.desk import Desk
    from ui.widgets.export_offer import ExportOffer

MARK = "Kanarienvogel"
TODAY = date(2026, 11, 23)
STRANGER = "Zoe Amt"


def _tasks(office: Office, _person: UUID) -> ExportOffer[Any]:
    return tasks_offer(office.ask(task_list, Show.OPEN, TODAY, office.who).tasks, "")


def _institutions(office: Office, _person: UUID) -> ExportOffer[Any]:
    return institutions_offer(office.ask(institutions_to_export), "")


def _requests(office: Office, _person: UUID) -> ExportOffer[Any]:
    return requests_offer(office.ask(list_requests, RequestList.OPEN), "", TODAY)


def _letters(office: Office, _person: UUID) -> ExportOffer[Any]:
    return letters_offer(office.ask(recent_letters), "")


def _forgotten(office: Office, _person: UUID) -> ExportOffer[Any]:
    people = office.ask(all_forgotten, date(2028, 1, 1), office.who, only_mine=False)
    return forgotten_offer(people, "", TODAY)


def _notes(office: Office, _person: UUID) -> ExportOffer[Any]:
    found = office.ask(notes_to_export, MARK)
    return hits_offer(found.hits, found.others, "")


def _pairs(office: Office, _person: UUID) -> ExportOffer[Any]:
    return pairs_offer(office.ask(open_pairs).rows)


def _held(office: Office, _person: UUID) -> ExportOffer[Any]:
    return held_offer(office.ask(open_rows))


def _looks(office: Office, person: UUID) -> ExportOffer[Any]:
    return looks_offer(office.ask(seen, person).looks, person)


LISTS: Mapping[str, Callable[[Office, UUID], ExportOffer[Any]]] = {
    "tasks": _tasks,
    "institutions": _institutions,
    "requests": _requests,
    "letters": _letters,
    "forgotten": _forgotten,
    "notes": _notes,
    "pairs": _pairs,
    "held": _held,
    "looks": _looks,
}


def _rows(office: Office, offer: ExportOffer[Any]) -> list[Any]:
    return list(office.ask(offer.fetch, 0, 100))


def _cells(office: Office, offer: ExportOffer[Any], *, confirmed: bool = False) -> list[Any]:
    return Cells(offer.columns, offer.is_protected, confirmed).of(_rows(office, offer))


@pytest.fixture
def everywhere(office: Office) -> UUID:
    """Somebody who stands in every list."""
    home = {"street": "Hauptstraße", "house_number": "1"}
    person = add_client(office, given_name=MARK, family_name="Krüger", **home)
    other = add_client(office, given_name="Ali", family_name="Demir")
    member(office, "Anna Beispiel", Role.ADMINISTRATOR)
    member(office, STRANGER, Role.CASEWORKER)
    office.act(_fill, person, other)
    propose(office, person, other)
    add_contact(office, add_institution(office), person_id=person)
    _hold(office, MARK, "Krüger", "Hauptstraße 1")
    return person


def _hold(office: Office, given: str, family: str, street: str) -> None:
    """Import a row that looks like somebody who is known."""
    headings = ["Vorname", "Nachname", "Straße"]
    run_import(office, table([[given, family, street]], headings))


def _fill(act: Act, person: UUID, other: UUID) -> None:
    fill_every_table(act, person, other, MARK, but=frozenset({"member", "person_link", "audit"}))


@pytest.mark.parametrize("name", LISTS)
def test_a_restricted_person_never_leaves(office: Office, everywhere: UUID, name: str) -> None:
    make = LISTS[name]
    before = make(office, everywhere)
    assert everywhere in before.people_in(_rows(office, before)), "stands in the list at first"

    restricted(office, everywhere)
    office.work_as(STRANGER)
    offer = make(office, everywhere)

    assert everywhere not in offer.people_in(_rows(office, offer))
    assert MARK not in repr(_cells(office, offer, confirmed=True))


def test_an_unreadable_note_never_leaves(office: Office) -> None:
    erna = add_client(office)
    member(office, "Anna Beispiel", Role.ADMINISTRATOR)
    member(office, STRANGER, Role.VOLUNTEER)
    visit_planned(office, erna, visitor=STRANGER)
    note_written(office, erna, text=f"{MARK} in secret", access=Access.RESTRICTED.value)
    note_written(office, erna, text=f"{MARK} for all")
    office.work_as(STRANGER)

    assert [row[-1] for row in _cells(office, _notes(office, erna))] == [f"{MARK} for all"]


def test_whole_texts_of_notes_leave_only_when_they_are_chosen(office: Office) -> None:
    offer = _notes(office, note_written(office, add_client(office), text=MARK))

    assert "text" in [column.key for column in offer.columns]
    assert "text" not in offer.chosen


def test_a_note_about_several_tells_about_each_of_them(office: Office) -> None:
    erna, ali = add_client(office), add_client(office, given_name="Ali")
    note_written(office, erna, ali, text=MARK)
    offer = _notes(office, erna)

    assert set(offer.people_in(_rows(office, offer))) == {erna, ali}


def test_institutions_leave_with_who_can_be_spoken_to(office: Office) -> None:
    place = add_institution(office, email="post@hede.dk", city="Aarhus")
    add_contact(office, place, phone="+4586123456", email="lars@hede.dk")
    offer = _institutions(office, place)
    ((*_first, city, _phone, mail, _site, _hours, contacts),) = _cells(office, offer)

    assert (city, mail) == ("Aarhus", "post@hede.dk")
    assert contacts == "Lars Holm, Varmemester, 86 12 34 56, lars@hede.dk"
    assert len(offer.people_in(_rows(office, offer))) == 1


def test_tasks_leave_with_days_and_about_whom(office: Office) -> None:
    erna = add_client(office)
    task_added(office, title="Call", person_id=erna, due_on=TODAY, assignee="Ole Dahl")
    task_added(office, title="Buy stamps")
    offer = _tasks(office, erna)

    assert ("Call", "Erna Krüger", "Ole Dahl", TODAY) in [row[:4] for row in _cells(office, offer)]
    assert offer.people_in(_rows(office, offer)) == [erna]


def test_protected_addresses_stay_in_lists_of_pairs_and_held_rows(office: Office) -> None:
    home = {"street": "Geheimweg", "house_number": "7"}
    erna = add_client(office, address_protected=True, **home)
    propose(office, erna, add_client(office, given_name="Ernah", **home))
    _hold(office, "Erna", "Krüger", "Geheimweg 7")

    for make in (_pairs, _held):
        offer = make(office, erna)
        assert offer.count == 1
        assert "Geheimweg" not in repr(_cells(office, offer))
        assert "Geheimweg" in repr(_cells(office, offer, confirmed=True))


@pytest.mark.parametrize(
    ("page_type", "word"),
    [
        (TasksPage, "tasks"),
        (InstitutionsPage, "institutions"),
        (MyDayPage, "my_day"),
        (LinkingPage, "linking"),
    ],
)
def test_pages_offer_their_list(qtbot: QtBot, desk: Desk, page_type: type[Page], word: str) -> None:
    page = page_type(desk)
    qtbot.addWidget(page)
    offers: list[ExportOffer[Any]] = []
    page.export_asked.connect(offers.append)

    page.show_place(Place(word, None, "export"))
    qtbot.waitUntil(lambda: bool(offers))

    assert offers[0].list_name == word


def test_found_notes_are_offered_as_they_are_narrowed_down(
    qtbot: QtBot, office: Office, desk: Desk
) -> None:
    note_written(office, add_client(office), text="The heating is broken.")
    page = FindNotesPage(desk)
    qtbot.addWidget(page)
    offers: list[ExportOffer[Any]] = []
    page.export_asked.connect(offers.append)
    assert not page.export_button.isEnabled()

    page.search.setText("heat")
    page.days.set_value(30)
    page.refresh()
    qtbot.waitUntil(page.export_button.isEnabled)
    page.export_button.click()
    qtbot.waitUntil(lambda: bool(offers))

    assert (offers[0].count, offers[0].selection) == (1, "Search: heat · The last 30 days")


def test_who_looked_is_offered_on_the_persons_card(
    qtbot: QtBot, office: Office, desk: Desk
) -> None:
    erna = add_client(office)
    office.act(note_looks, [erna])
    tab = PersonPrivacyTab(desk, erna)
    qtbot.addWidget(tab)
    tab.show()

    tab.looks.export()
    qtbot.waitUntil(lambda: tab.exports.dialog is not None)

    dialog = tab.exports.dialog
    assert dialog is not None
    assert dialog._about() == "1 row"
    dialog.reject()


def test_everybody_whom_a_row_tells_about_can_be_told(
    qtbot: QtBot, office: Office, desk: Desk, tmp_path: Path
) -> None:
    one, other = add_client(office), add_client(office, given_name="Ali")
    propose(office, one, other)
    dialog = ExportDialog(desk, _pairs(office, one))
    qtbot.addWidget(dialog)
    dialog.form.reason.set_value("To look through at home")
    dialog.form.seal.wanted.set_value(False)
    dialog.form.format.set_value(ExportFormat.CSV)

    dialog.export_to(tmp_path / "pairs.csv")
    qtbot.waitUntil((tmp_path / "pairs.csv").exists)

    for person in (one, other):
        assert [row.why for row in office.ask(seen, person).left] == ["To look through at home"]
