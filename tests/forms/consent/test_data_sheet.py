"""The data sheet says for whom, what for and on what basis, then the data, page after page."""

from __future__ import annotations

from datetime import date

import pytest

from app.errors import Refused
from forms.consent.data_sheet import SheetNote, render
from tests.factories.papers import data_sheet
from tests.forms.reading import seen, text_of


@pytest.mark.parametrize("language", ["de", "da", "en"])
def test_recipient_purpose_basis_and_data_stand_on_the_sheet(language: str) -> None:
    text = text_of(render(data_sheet(language=language)))

    for words in ("zentrum plus Garath", "Begleitung zum Mittagstisch", "Karin Vogt", "Erna",
                  "0211 1234567", "Kurdisch", "Geht gern"):  # fmt: skip
        assert words in text
    assert "2026" in text


def test_without_consent_the_reason_stands_on_it() -> None:
    text = text_of(render(data_sheet(agreed_on=None, reason="Gefahr für Leib und Leben")))

    assert "Ohne Einwilligung" in text
    assert "Gefahr für Leib und Leben" in text
    assert "Gefahr" not in text_of(render(data_sheet(reason="Gefahr für Leib und Leben")))


def test_a_hidden_address_is_said_to_be_hidden() -> None:
    assert "geschützt" in text_of(render(data_sheet(hides_address=True)))


def test_notes_flow_over_pages_and_none_is_said() -> None:
    note = SheetNote(date(2026, 11, 20), "Karin Vogt", "Zeile eins\n\nZeile zwei\tmit Tab 😀")
    pdf = render(data_sheet(notes=(note,) * 60))

    assert max(piece.page for piece in seen(pdf)) > 1
    assert max(piece.bottom for piece in seen(pdf)) <= 290
    assert text_of(pdf).count("Zeile zwei") == 60
    assert "keine Notizen" in text_of(render(data_sheet(notes=())))
    assert "Notizen" not in text_of(render(data_sheet(notes=None)))


def test_a_message_in_several_lines_is_printed_and_an_emoji_in_it_refused() -> None:
    assert "Guten Tag" in text_of(render(data_sheet(message="Guten Tag\n\nund danke")))
    with pytest.raises(Refused) as refused:
        render(data_sheet(message="😀"))
    assert refused.value.problems[0].field == "message"
