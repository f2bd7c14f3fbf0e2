"""The handover list: per person what is open, readable by eye and by ear."""

from __future__ import annotations

from dataclasses import replace

import pytest

from forms.tasks.handover_list import OpenTask, render
from tests.factories.handover_papers import PERSON, handover_list
from tests.forms.reading import seen, text_of
from tests.forms.structure_reading import failures


def test_each_person_stands_with_what_is_open_and_the_hint() -> None:
    text = text_of(render(handover_list()))
    for words in (
        "Übergabeliste", "Petra Schneider", "Elternzeit bis Ostern", "Erna Krüger",
        "Immer zuerst die Nichte anrufen", "Aufgabe bis 27.11.2026: Pflegekasse anrufen",
        "Ansehen am 01.12.2026", "Nachfassen bis 25.11.2026 zur Notiz vom 20.11.2026",
        "Besuch am 24.11.2026, 14:30 durch Karin Vogt", "Adresse geschützt",
        "Zurzeit nichts offen.", "Ohne Person", "Kaffeekasse zählen", "2 Menschen",
    ):  # fmt: skip
        assert words in text


@pytest.mark.parametrize("language", ["de", "da", "en"])
@pytest.mark.parametrize("name", ["Łukasz Öztürk", "مُحَمَّد رحیمی", "שרה כהן"])
def test_the_paper_conforms_to_both_profiles(language: str, name: str) -> None:
    people = (replace(PERSON, name=name),) * 12
    assert failures(render(handover_list(language=language, people=people))) == []


def test_a_long_list_goes_on_over_pages_and_no_name_stands_alone_at_the_foot() -> None:
    pieces = seen(render(handover_list(60)))
    assert max(piece.page for piece in pieces) > 3
    assert max(piece.bottom for piece in pieces) <= 290
    for page in {piece.page for piece in pieces}:
        body = [piece for piece in pieces if piece.page == page and piece.bottom < 279]
        assert "Krüger" not in body[-1].text


def test_an_empty_handover_and_hostile_text_are_printed_too() -> None:
    hostile = OpenTask("<b>%\U0001f600\u202e{name}" * 20)
    assert failures(render(handover_list(0, others=()))) == []
    assert "<b>%" in text_of(render(handover_list(0, others=(hostile,))))
