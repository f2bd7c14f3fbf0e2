"""Requirements of how requirements, rules and pools of a configuration differ, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from app.configuration.rules import Difference, Part, Stays
from resources.text import use_language
from tests.factories.configured import NEW, REQUIREMENT, RULE, WHOLE_POOL
from ui.configuration.configuration_page import ConfigurationPage
from ui.configuration.difference_words import (
    here_words,
    name_words,
    state_words,
    there_words,
    whole_words,
)

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.desk import Desk

LANGUAGES = ("en", "de", "da")
ALL = [
    (Part.REQUIREMENTS, NEW, REQUIREMENT),
    (Part.PREVENTIVE, "own", RULE),
    (Part.DELIVERED, "de_75", {"offered": False}),
    (Part.POOLS, "Pool", WHOLE_POOL),
]


def test_what_is_new_is_told_with_its_days_and_without_what_it_does_not_set() -> None:
    said = [there_words(Difference(part, key, None, entry)) for part, key, entry in ALL]
    assert said == [
        "from 1 Jan 2027 on, Something else, Needed before: Active",
        "from 1 Jan 2027 on, aged 90 · Once, in the year of the birthday",
        "is not used",
        "from 1 Jan 2027 on, 3 working days, Arabic",
    ]
    named = [name_words(Difference(part, key, None, entry)) for part, key, entry in ALL]
    assert named == ["Ausweis", "Mit 90", "Visit after the 75th birthday", "Pool"]


@pytest.mark.parametrize(
    ("part", "key", "entry", "change", "sides"),
    [
        (*ALL[0], {"valid_until": "2027-12-31"},
         ("from 1 Jan 2027 on", "from 1 Jan 2027 to 31 Dec 2027")),
        (*ALL[0], {"valid_months": 36, "grace_days": 1, "title": "Pass"},
         ("from 1 Jan 2027 on, Ausweis, A proof holds: for good, Grace: 0 days",
          "from 1 Jan 2027 on, Pass, A proof holds: 36 months, Grace: 1 day")),
        (*ALL[1], {"offered": False, "law": "Council"},
         ("from 1 Jan 2027 on, is used, nothing", "from 1 Jan 2027 on, is not used, Council")),
        (*ALL[2], {"offered": True}, ("is not used", "is used")),
        (*ALL[3], {"languages": [], "sworn": True, "offered": False},
         ("from 1 Jan 2027 on, Arabic, no sworn interpreters, offered",
          "from 1 Jan 2027 on, any language, Sends sworn interpreters, not offered")),
    ],
)  # fmt: skip
def test_of_what_changes_only_that_is_told(
    part: Part, key: str, entry: dict[str, Any], change: dict[str, Any], sides: tuple[str, str]
) -> None:
    one = Difference(part, key, entry, entry | change)
    assert (here_words(one), there_words(one)) == sides
    assert whole_words(one) == f"Here: {sides[0]}\nIn the file: {sides[1]}"


@pytest.mark.parametrize(("part", "key", "entry"), ALL)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_words(
    part: Part, key: str, entry: dict[str, Any], language: str
) -> None:
    use_language(language)
    one = Difference(part, key, None, entry)
    assert there_words(one)
    assert name_words(one)
    kept = {state_words(Difference(part, key, None, entry, stays)) for stays in Stays}
    assert len(kept) == len(Stays)
    assert state_words(one) not in kept


@pytest.mark.parametrize(
    ("part", "key", "entry"),
    [
        (Part.REQUIREMENTS, "DE/id_card", REQUIREMENT),
        (Part.REQUIREMENTS, NEW, REQUIREMENT | {"kind": "oath"}),
        (Part.REQUIREMENTS, NEW, REQUIREMENT | {"title": ""}),
        (Part.PREVENTIVE, "own", RULE | {"repeats": "never"}),
        (Part.PREVENTIVE, "own", RULE | {"risk_code": "moon"}),
        (Part.PREVENTIVE, "own", RULE | {"valid_from": "soon"}),
        (Part.DELIVERED, "nobody_knows", {"offered": False}),
        (Part.POOLS, "Pool", WHOLE_POOL | {"languages": ["tlh"]}),
        (Part.POOLS, "Pool", WHOLE_POOL | {"valid_from": ""}),
    ],
)
def test_what_no_form_would_take_is_shown_before_it_is_refused(
    part: Part, key: str, entry: dict[str, Any]
) -> None:
    one = Difference(part, key, None, entry)
    assert there_words(one)
    assert name_words(one)


def test_the_chosen_row_is_told_in_whole_below_the_list(qtbot: QtBot, desk: Desk) -> None:
    page = ConfigurationPage(desk)
    qtbot.addWidget(page)
    page.show()
    page.show_content(
        b'{"format": "nahbar-configuration", "version": 1,'
        b' "delivered_rules": {"de_75": {"offered": false}, "dk_75": {"offered": false}}}'
    )
    qtbot.waitUntil(page.take_button.isEnabled)
    assert page.whole.isHidden()
    page.table.choose_first()
    assert page.whole.text() == "Here: is used\nIn the file: is not used"
    model = page.table.model()
    happens = [model.index(row, 3).data() for row in range(model.rowCount())]
    assert happens == ["is changed", "does not hold here"]
    page.take_button.click()
    qtbot.waitUntil(page.whole.isHidden)
