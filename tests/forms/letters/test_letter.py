"""One letter on its pages."""

from __future__ import annotations

from forms.flow import gap, paragraph
from forms.letters.letter import Letter, render_letter
from forms.page import DIN_5008_B
from tests.factories.papers import SENDER
from tests.forms.reading import seen, text_of


def _letter(times: int) -> Letter:
    text = "Wir haben diesen Termin für Sie eingetragen. " * 8
    body = [row for _time in range(times) for row in (*paragraph(text, 165), gap())]
    return Letter(
        language="de",
        sender=SENDER,
        recipient=("Erna Krüger", "Ricarda-Huch-Straße 12", "40595 Düsseldorf"),
        layout=DIN_5008_B,
        subject="Ihr Termin",
        information=(("Datum", "23. November 2026"),),
        body=tuple(body),
        page="Seite {number} von {count}",
    )


def test_following_pages_have_no_letterhead_but_the_foot() -> None:
    pieces = seen(render_letter(_letter(20)))
    last = max(piece.page for piece in pieces)

    assert last >= 3
    following = [piece.text for piece in pieces if piece.page == 2]
    assert "Erna Krüger" not in following
    assert f"Seite 2 von {last}" in following
    assert any(text.startswith("Landeshauptstadt") for text in following)


def test_every_sentence_is_printed() -> None:
    assert text_of(render_letter(_letter(20))).count("eingetragen.") == 20 * 8
