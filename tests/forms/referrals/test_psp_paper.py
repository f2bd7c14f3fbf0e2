"""Requirements of the papers of conferences: words of each language, one kind each."""

from __future__ import annotations

import pytest

from forms.referrals.psp_paper import PspEntry, PspSection, render
from tests.factories.papers import psp_paper
from tests.forms.reading import seen


def _words(pdf: bytes) -> str:
    return " ".join(piece.text for piece in seen(pdf))


@pytest.mark.parametrize(
    ("language", "kind", "title"),
    [
        ("de", "agenda", "Tagesordnung der Konferenz"),
        ("de", "extract", "Auszug für eine Stelle"),
        ("da", "minutes", "Referat af mødet"),
        ("de", "sheet", "Fallblatt"),
        ("da", "held", "Hvad gruppen har registreret"),
    ],
)
def test_each_paper_says_what_it_is_and_what_it_is_not_for(
    language: str, kind: str, title: str
) -> None:
    words = _words(render(psp_paper(kind, language=language)))

    assert title in words
    assert "§ 115, stk. 2" in words
    assert "2026-001 · Jens Holm" in words


def test_what_nobody_said_takes_no_room_and_no_font_knows_everything() -> None:
    empty = PspSection("2026-002", (), (PspEntry((("Lead", ""),), ("\U0001f9ff",)),))
    words = _words(render(psp_paper(sections=(empty,))))

    assert "2026-002" in words
    assert "Lead" not in words
