"""Making an office: nothing is written before the recovery key was typed from paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.admin.offices import new_recovery_key, ways_in
from app.settings import data_folder
from tests.ui.admin.doors import screen
from ui.admin.first_start import FirstStart
from ui.admin.new_office import NewOfficeSteps
from ui.admin.office_step import folder_name

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.house import House

PASSPHRASE = "vier müde Gärtner malen"


@pytest.fixture
def steps(qtbot: QtBot) -> NewOfficeSteps:
    """The steps by themselves, at the first one."""
    below = data_folder() / "offices"
    steps = NewOfficeSteps(below, "Anna Beispiel", new_recovery_key(), keyring=False)
    qtbot.addWidget(steps)
    steps.begin()
    return steps


@pytest.fixture
def begun(house: House, qtbot: QtBot) -> NewOfficeSteps:
    """The steps as they cover the window of a house."""
    house.begin(None)
    screen(qtbot, house, FirstStart).new.click()
    return screen(qtbot, house, NewOfficeSteps)


def _go_to_retyping(steps: NewOfficeSteps) -> None:
    steps.office.name.set_value("Seniorenbüro Garath")
    steps.office.next_button.click()
    steps.letterhead.next_button.click()
    steps.protection.passphrase.first.set_value(PASSPHRASE)
    steps.protection.passphrase.second.set_value(PASSPHRASE)
    steps.protection.next_button.click()
    steps.recovery.next_button.click()
    assert steps.currentWidget() is steps.retype


def _key(steps: NewOfficeSteps) -> str:
    return steps.plan().recovery_key


def test_the_office_opens_once_its_key_was_typed_back(
    house: House, begun: NewOfficeSteps, qtbot: QtBot
) -> None:
    _go_to_retyping(begun)
    folder = begun.plan().folder
    assert folder == data_folder() / "offices" / "Seniorenburo-Garath"
    begun.retype.key.set_value(_key(begun).lower().replace("-", " "))
    begun.retype.next_button.click()
    qtbot.waitUntil(lambda: house.cover.current() is None, timeout=10_000)
    assert house.desk.is_open
    assert house.desk.who == "Anna Beispiel"
    assert ways_in(folder).passphrase
    qtbot.waitUntil(lambda: house.window.windowTitle() == "Seniorenbüro Garath – Nahbar")


def test_nothing_is_written_before_the_key_was_typed(steps: NewOfficeSteps) -> None:
    _go_to_retyping(steps)
    assert not steps.plan().folder.exists()


def test_a_slip_while_typing_names_the_group(begun: NewOfficeSteps, qtbot: QtBot) -> None:
    _go_to_retyping(begun)
    groups = _key(begun).split("-")
    groups[2] = groups[2][:-1] + ("A" if groups[2][-1] != "A" else "B")
    begun.retype.key.set_value("-".join(groups))
    begun.retype.next_button.click()
    qtbot.waitUntil(lambda: bool(begun.retype.form.field("recovery_key").problem()))
    assert "3" in begun.retype.form.field("recovery_key").problem()
    assert begun.retype.next_button.isEnabled()
    assert not begun.plan().folder.exists()


def test_the_key_of_another_paper_is_not_taken(begun: NewOfficeSteps, qtbot: QtBot) -> None:
    _go_to_retyping(begun)
    begun.retype.key.set_value(new_recovery_key())
    begun.retype.next_button.click()
    qtbot.waitUntil(lambda: bool(begun.retype.form.field("recovery_key").problem()))
    assert not begun.plan().folder.exists()


def test_going_back_keeps_what_was_typed(steps: NewOfficeSteps) -> None:
    _go_to_retyping(steps)
    for step in (steps.retype, steps.recovery, steps.protection, steps.letterhead):
        step.back_button.click()
    assert steps.currentWidget() is steps.office
    assert steps.office.name.value() == "Seniorenbüro Garath"
    assert steps.protection.passphrase.value() == PASSPHRASE


def test_back_on_the_first_step_leads_to_the_ways_to_begin(
    house: House, begun: NewOfficeSteps, qtbot: QtBot
) -> None:
    begun.office.back_button.click()
    screen(qtbot, house, FirstStart)


def test_an_office_needs_a_name_and_a_person(steps: NewOfficeSteps) -> None:
    steps.office.who.set_value(" ")
    steps.office.next_button.click()
    assert steps.currentWidget() is steps.office
    assert steps.office.form.field("name").problem()
    assert steps.office.form.field("who").problem()


def test_a_postcode_that_cannot_be_is_said_at_once(steps: NewOfficeSteps) -> None:
    steps.office.name.set_value("Garath")
    steps.office.next_button.click()
    part = steps.letterhead.form.field("postal_code")
    part.input.restore_text("123")
    steps.letterhead.next_button.click()
    assert steps.currentWidget() is steps.letterhead
    assert part.problem()


@pytest.mark.parametrize(
    ("first", "second", "field"),
    [("", "", "passphrase"), ("kurz", "kurz", "passphrase"), (PASSPHRASE, "anders", "repeated")],
)
def test_a_passphrase_that_does_not_hold_is_refused(
    steps: NewOfficeSteps, first: str, second: str, field: str
) -> None:
    steps.office.name.set_value("Garath")
    steps.office.next_button.click()
    steps.letterhead.next_button.click()
    steps.protection.passphrase.first.set_value(first)
    steps.protection.passphrase.second.set_value(second)
    steps.protection.next_button.click()
    assert steps.currentWidget() is steps.protection
    assert steps.protection.passphrase.form.field(field).problem()


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("Seniorenbüro Garath", "Seniorenburo-Garath"),
        ("Besøgstjenesten Ærø", "Besogstjenesten-Aero"),
        ("../../etc/passwd", "etc-passwd"),
        ("\0\ud800😀", "office"),
        ("CON: / \\ | ?", "CON"),
        ("ж" * 300, "office"),
        ("a" * 300, "a" * 60),
    ],
)
def test_any_name_makes_a_folder_that_every_disk_takes(name: str, folder: str) -> None:
    assert folder_name(name) == folder
