"""A group of ticks says which areas are meant."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from app.areas.queries import AreaGroup, AreaRow
from ui.areas.area_group import AreaGroupView
from ui.areas.words import area_words, use_words

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def area(number: int, code: str, name: str, *, in_use: bool = True) -> AreaRow:
    level, parent = ("quarter", "10") if name else ("district", None)
    return AreaRow(UUID(int=number), "duesseldorf", code, parent, level, name, in_use, 1)


TENTH = area(10, "10", "")
GARATH = area(1, "garath", "Garath")
HELLERHOF = area(2, "hellerhof", "Hellerhof", in_use=False)
GROUP = AreaGroup(TENTH, (GARATH, HELLERHOF))


def test_a_quarter_speaks_for_itself_and_a_district_for_all(qtbot: QtBot) -> None:
    view = AreaGroupView(GROUP)
    qtbot.addWidget(view)
    view.show_group(GROUP, {GARATH.id: 3})
    assert [tick.value() for tick in view.ticks.values()] == [True, True, False]
    assert view.ticks[GARATH.id].accessibleName() == "Garath (3)"
    with qtbot.waitSignal(view.chosen) as chosen:
        view.ticks[HELLERHOF.id].click()
    assert chosen.args == [(HELLERHOF,), True]
    with qtbot.waitSignal(view.chosen) as chosen:
        view.ticks[TENTH.id].click()
    assert chosen.args == [(TENTH, GARATH, HELLERHOF), False]


def test_showing_is_not_choosing(qtbot: QtBot) -> None:
    view = AreaGroupView(GROUP)
    qtbot.addWidget(view)
    with qtbot.assertNotEmitted(view.chosen):
        view.show_group(AreaGroup(TENTH, (GARATH, HELLERHOF)), {})


def test_a_district_without_a_name_is_told_by_its_number() -> None:
    assert area_words(TENTH, 0) == "District 10"
    assert use_words(3, 3) == "3 areas in use"
    assert use_words(1, 3) == "1 area in use · 2 are not"
