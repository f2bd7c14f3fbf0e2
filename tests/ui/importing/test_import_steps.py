"""The steps of an import: one is seen at a time, and something longer leads back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from app.importing.rows import CheckedList
from app.importing.watch import Watch
from tests.factories.imports import checked, table
from tests.factories.lists import ERNA, HEADINGS, OLE
from ui.importing.import_steps import ImportSteps

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.office import Office

WRONG = ("Karl", "Wrong", "31.2.1938", "", "", "", "")


@pytest.fixture
def steps(qtbot: QtBot) -> ImportSteps:
    """The steps, with the choice of a file in sight."""
    steps = ImportSteps()
    qtbot.addWidget(steps)
    steps.show()
    return steps


def test_what_takes_longer_is_counted_and_leads_back(steps: ImportSteps, qtbot: QtBot) -> None:
    watch = Watch()
    steps.show_step(steps.review)
    steps.wait("Checking …", watch)
    watch.begin(500)
    watch.step(20)

    labels = steps.waiting.progress.findChildren(QLabel)
    qtbot.waitUntil(lambda: "20 of 500" in [label.text() for label in labels])
    steps.go_back()
    assert steps.currentWidget() is steps.review


def test_going_back_is_only_for_what_takes_longer(steps: ImportSteps) -> None:
    steps.show_step(steps.review)
    steps.go_back()

    assert steps.currentWidget() is steps.review


def test_stopping_is_told_to_the_work(steps: ImportSteps, qtbot: QtBot) -> None:
    watch = Watch()
    steps.wait("Checking …", watch)
    with qtbot.waitSignal(steps.waiting.stopped):
        steps.waiting.progress.cancelled.emit()

    with pytest.raises(Exception, match="stopped"):
        watch.step()


def test_a_list_of_known_people_only_holds_rows(steps: ImportSteps, office: Office) -> None:
    good = checked(office, table([ERNA, OLE, ERNA]))
    steps.review.show_checked(CheckedList(good.file_name, "", HEADINGS, (), good.held, ()))

    assert steps.review.new.words.text() == "Nobody in this list is new."
    assert steps.review.import_button.text() == "Hold 1 row"


def test_the_result_offers_what_is_left_to_do(steps: ImportSteps, office: Office) -> None:
    steps.result.show_result(checked(office, table([ERNA, ERNA, WRONG])))

    assert steps.result.added.words.text() == "1 person was added."
    assert not steps.result.held_button.isHidden()
    assert not steps.result.file_button.isHidden()
    steps.result.show_result(checked(office, table([ERNA])))
    assert steps.result.held_button.isHidden()
    assert steps.result.file_button.isHidden()
