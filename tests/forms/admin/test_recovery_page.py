"""The printed recovery key: every group readable, and what to do with it."""

from __future__ import annotations

from datetime import date

import pytest

from forms.admin.recovery_page import RecoveryPage, render
from tests.forms.reading import seen, text_of

GROUPS = ("7K2QMA", "M2PD9B", "ABCDE0", "FGH23W", "XYZ45T", "00000V")


def _page(language: str = "en", office: str = "Visiting service Garath") -> bytes:
    return render(RecoveryPage(language, office, GROUPS, date(2026, 11, 23)))


@pytest.mark.parametrize("language", ["de", "da", "en"])
def test_every_group_is_printed_large_and_numbered(language: str) -> None:
    pieces = seen(_page(language))
    shown = {piece.text: piece for piece in pieces}

    for number, group in enumerate(GROUPS, start=1):
        assert shown[group].bottom - shown[group].top > 5
        assert str(number) in shown


def test_the_page_says_which_office_it_opens() -> None:
    assert "Visiting service Garath, made on 23 November 2026" in text_of(_page())


def test_an_office_name_that_cannot_be_printed_does_not_stop_the_key() -> None:
    assert GROUPS[0] in text_of(_page(office="Office 😀"))


@pytest.mark.parametrize("language", ["de", "da", "en"])
def test_everything_stays_on_one_page(language: str) -> None:
    pieces = seen(_page(language))

    assert {piece.page for piece in pieces} == {1}
    assert max(piece.bottom for piece in pieces) <= 280
