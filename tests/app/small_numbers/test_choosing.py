"""Requirements of choosing: until then common practice of the country holds, with its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.errors import Refused
from app.small_numbers.actions import choose_safeguard
from app.small_numbers.practice import practice_of, practices, usual_safeguard
from app.small_numbers.queries import office_safeguard
from app.small_numbers.rules import Safeguard, check_safeguard

if TYPE_CHECKING:
    from app.office import Office


def test_every_practice_is_dated_has_a_source_and_can_be_chosen() -> None:
    for practice in practices():
        assert practice.source
        assert check_safeguard(practice.safeguard()) == ()
        assert practice_of(practice.safeguard()) == practice
    assert practice_of(Safeguard(least=10)) is None


def test_denmark_withholds_below_five_and_germany_below_three() -> None:
    assert (usual_safeguard("DK").least, usual_safeguard("DE").least) == (5, 3)
    assert usual_safeguard("XX") == usual_safeguard("DE")


def test_a_choice_holds_until_another_one_and_says_what_was_before(office: Office) -> None:
    before = office.ask(office_safeguard)
    chosen = Safeguard(10, 5, "*", tells_zero=False)
    assert office.act(choose_safeguard, chosen).value == before
    assert office.ask(office_safeguard) == chosen
    with pytest.raises(Refused):
        office.act(choose_safeguard, Safeguard(least=2))
