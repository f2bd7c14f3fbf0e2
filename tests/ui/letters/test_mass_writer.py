"""Writing to a whole list at the screen: counted and seen first, then all or none."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from app.clients.rules import Narrowing
from app.letters.mass.narrowing import Offered
from app.letters.mass.planning import people_of
from app.letters.mass.queries import runs
from app.letters.mass.rules import ListQuery
from app.letters.queries import letters_of_client
from tests.factories.consent import consent_details, record
from tests.factories.letters import office_card, person
from ui.letters.letters_page import LettersPage
from ui.letters.list_places import read_place
from ui.letters.mass_recipients import MassRecipients
from ui.letters.mass_writer import MassWriter
from ui.picking.people_selection import Selection

TODAY = date(2026, 11, 23)

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk


def _mass(qtbot: QtBot, desk: Desk) -> MassWriter:
    mass = MassWriter(desk, ListQuery())
    qtbot.addWidget(mass)
    mass.resize(1000, 700)
    mass.show()
    qtbot.waitUntil(lambda: mass.preview.view.page_count > 0)
    return mass


def _fill(qtbot: QtBot, mass: MassWriter) -> None:
    mass.fields.typed.restore({"subject": "Einladung", "text": "Kommen Sie zum Kaffee."})
    qtbot.waitUntil(lambda: "Kommen Sie" in mass.preview.view.accessibleName())
    qtbot.waitUntil(mass.write_button.isEnabled)


def test_who_gets_a_letter_is_counted_before_one_is_written(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    office_card(office)
    person(office)
    person(office, given_name="Karl", family_name="Weber")
    mass = _mass(qtbot, desk)

    qtbot.waitUntil(lambda: mass.about.text() == "2 letters to 2 people")
    assert not mass.write_button.isEnabled()


def test_the_letter_of_the_first_who_has_an_address_is_shown(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    office_card(office)
    person(office, given_name="Anna", family_name="Aalto", street="")
    person(office)
    mass = _mass(qtbot, desk)

    qtbot.waitUntil(lambda: "Krüger" in mass.preview.view.accessibleName())
    assert mass.about.text() == "1 letter to 2 people"
    (row,) = mass.result.table.rows()
    assert (row.name, row.is_out) == ("Anna Aalto", True)
    assert "Street, postcode and town" in row.why


def test_all_letters_are_written_kept_and_saved(
    qtbot: QtBot, desk: Desk, office: Office, tmp_path: Path
) -> None:
    office_card(office)
    erna = person(office)
    person(office, given_name="Karl", family_name="Weber", street="")
    mass = _mass(qtbot, desk)
    _fill(qtbot, mass)
    mass.fields.basis.set_value("public_task")
    made: list[object] = []
    mass.made.connect(made.append)
    said: list[str] = []
    mass.said.connect(said.append)
    mass.write_into(tmp_path / "letters")
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)

    (folder,) = (tmp_path / "letters").iterdir()
    assert sorted(file.name for file in folder.iterdir()) == [
        "00001.pdf", "all letters.pdf", "labels.pdf",
    ]  # fmt: skip
    assert len(office.ask(letters_of_client, erna)) == 1
    assert [row.name for row in mass.result.table.rows()] == ["Karl Weber"]
    assert made == [row.id for row in office.ask(runs)]
    assert "1 letter" in said[0]


def test_who_refused_is_listed_and_a_missing_basis_is_said_at_its_field(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    office_card(office)
    erna = person(office)
    person(office, given_name="Karl", family_name="Weber")
    record(office, erna, consent_details(purpose="mailings", state="refused"))
    mass = _mass(qtbot, desk)
    mass.fields.template.set_value("volunteer_thanks")
    qtbot.waitUntil(lambda: len(mass.result.table.rows()) == 1)
    mass.write()

    assert mass.fields.form.field("basis").problem()


def test_the_people_list_leads_here_as_it_is_narrowed_down(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    office_card(office)
    person(office)
    person(office, given_name="Karl", family_name="Weber")
    page = LettersPage(desk)
    qtbot.addWidget(page)
    page.show()
    page.show_place(Selection(typed="Web").letters_place())
    mass = page.writer
    assert isinstance(mass, MassWriter)

    qtbot.waitUntil(lambda: mass.about.text() == "1 letter to 1 person")
    mass.leave_button.click()
    assert page.writer is None


def test_letters_go_to_nobody_beyond_what_the_list_was_narrowed_down_to(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    office_card(office)
    karl = person(office, given_name="Karl", responsible="Karin Vogt", birth="1940")
    person(office, responsible="Karin Vogt", birth="1990")
    person(office, birth="1940")
    more = Narrowing("", "", "Karin Vogt", 60, 99)
    assert read_place(Selection(more=more).letters_place().doing.partition(" ")[2]) == ListQuery(
        age_from=60, age_to=99, responsible="Karin Vogt"
    )
    page = LettersPage(desk)
    qtbot.addWidget(page)
    page.show()
    page.show_place(Selection(more=more).letters_place())
    mass = page.writer
    assert isinstance(mass, MassWriter)
    query = mass.recipients.query()
    assert query is not None
    assert office.ask(people_of, query, "de", TODAY) == (karl,)
    assert mass.recipients.words() == "All people · Age 60–99 · Responsible: Karin Vogt"


def test_an_area_that_nobody_lives_in_stays_chosen(qtbot: QtBot) -> None:
    recipients = MassRecipients(ListQuery(area="Garath", speaks="tr"))
    qtbot.addWidget(recipients)
    recipients.offer(Offered(("Benrath",), ("de",)))
    query = recipients.query()
    assert query is not None
    assert (query.area, query.speaks) == ("Garath", "tr")
