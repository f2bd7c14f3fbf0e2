"""The appointment letter: the right words at the right place, whatever people are called."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.errors import Refused
from forms.letters.composed import render
from forms.page import DIN_5008_B, LAYOUTS
from tests.factories.papers import SENDER, appointment
from tests.forms.reading import find, font_files, level_marks, opened, seen, text_of

GOLDEN = Path(__file__).parents[1] / "golden"
LANGUAGES = ("de", "da", "en")
LONG = "Hans-Joachim Freiherr von Wolkenstein-Trostburg zu Hohenlohe-Langenburg"


def _drawn(pdf: bytes) -> str:
    """Answer each piece of text with its left and lower edge, to half a millimetre."""
    return "".join(
        f"{piece.page} {round(piece.left * 2) / 2:6.1f} {round(piece.bottom * 2) / 2:6.1f} "
        f"{piece.text}\n"
        for piece in seen(pdf)
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_letter_looks_as_it_was_approved(language: str) -> None:
    country = "DK" if language == "da" else "DE"
    drawn = _drawn(render(appointment(language=language, country=country)))

    assert drawn == (GOLDEN / f"appointment_{language}.txt").read_text(encoding="utf-8")


def test_the_recipient_stands_in_the_window_of_form_b() -> None:
    pdf = render(appointment())
    window = DIN_5008_B.recipient

    for line in ("Erna Krüger", "Ricarda-Huch-Straße 12", "40595 Düsseldorf"):
        piece = find(pdf, line)
        assert piece.left == pytest.approx(25, abs=0.7)
        assert window.y <= piece.top
        assert piece.bottom <= window.bottom


def test_nothing_but_sender_and_recipient_shows_in_the_window() -> None:
    inside = [
        piece.text
        for piece in seen(render(appointment()))
        if 45 <= piece.top <= 90 and 20 <= piece.left <= 105
    ]

    assert len(inside) == 4


@pytest.mark.parametrize("country", ["DE", "DK"])
def test_fold_and_hole_marks_fit_the_envelope(country: str) -> None:
    layout = LAYOUTS[country]
    marks = level_marks(render(appointment(country=country)))

    assert len(marks) == len(set(marks))
    assert set(marks) == {*layout.fold_marks, layout.hole_mark}


def test_text_keeps_the_margins() -> None:
    pieces = seen(render(appointment()))

    assert min(piece.left for piece in pieces) >= 24.9
    assert max(piece.right for piece in pieces) <= 200.1
    body = [piece for piece in pieces if 98 < piece.top < 270]
    assert max(piece.right for piece in body) <= 190.1


def test_the_subject_begins_where_din_5008_wants_it() -> None:
    piece = find(render(appointment()), "Ihr Termin:")

    assert 98.5 <= piece.top <= 101


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_letter_names_who_when_and_whom_to_call(language: str) -> None:
    text = text_of(render(appointment(language=language)))

    assert "Karin Vogt" in text
    assert "0211 899-8999" in text
    assert "24. " in text or "24 November" in text
    assert "14:30" in text or "14.30" in text


def test_the_greeting_is_the_chosen_one() -> None:
    greetings = {
        salutation: text_of(render(appointment(salutation=salutation)))
        for salutation in ("ms", "mr", "none")
    }

    assert "Sehr geehrte Frau Krüger," in greetings["ms"]
    assert "Sehr geehrter Herr Krüger," in greetings["mr"]
    assert "Guten Tag Erna Krüger," in greetings["none"]


def test_without_a_family_name_the_greeting_uses_the_whole_name() -> None:
    assert "Guten Tag Erna," in text_of(render(appointment("Erna", "")))


@pytest.mark.parametrize("place", ["home", "out", "phone", "institution"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_place_has_its_words(language: str, place: str) -> None:
    home = text_of(render(appointment(language=language)))
    text = text_of(render(appointment(language=language, place=place)))

    assert (text == home) == (place == "home")


def test_a_note_on_the_place_is_printed_as_typed() -> None:
    assert "Café am Rhein, Tisch 4" in text_of(
        render(appointment(place="out", place_note="Café am Rhein,\nTisch 4"))
    )


def test_the_same_facts_give_the_same_bytes() -> None:
    facts = appointment("محمد", "حسین زاده")
    first = render(facts)
    render(appointment("Олена", "Шевченко"))

    assert render(facts) == first


@pytest.mark.parametrize(
    ("given", "family"),
    [
        ("Ayşe", "Öztürk"),
        ("Łukasz", "Wiśniewski"),
        ("Søren", "Ærø"),
        ("Ελένη", "Παπαδοπούλου"),
        ("Олена", "Шевченко"),
        ("محمد", "حسین زاده"),
        ("שרה", "כהן"),
        ("<b>Erna", "&amp; 100 % {name}"),
        ('<img src="/etc/passwd">', "\\ (x)"),
    ],
)
def test_names_of_every_kind_are_printed_as_typed(given: str, family: str) -> None:
    pdf = render(appointment(given, family, salutation="none"))

    assert f"{given} {family}" in text_of(pdf)
    assert all(font_files(pdf).values())
    with opened(pdf) as document:
        assert document.check_pdf_syntax() == []
        assert "/XObject" not in document.pages[0].resources


def test_unseen_controls_in_a_name_leave_no_trace() -> None:
    pdf = render(appointment("Er\u202ena\0", "Krü\ufeffger"))

    assert "Erna Krüger" in text_of(pdf)


def test_a_character_that_no_font_has_is_refused_at_its_field() -> None:
    with pytest.raises(Refused) as refused:
        render(appointment(visitor="Karin 😀", place_note="王"))

    assert {problem.field for problem in refused.value.problems} == {"visitor", "place"}


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"visitor": " "}, "visitor"),
        ({"sender": replace(SENDER, phone="")}, "phone"),
        ({"sender": replace(SENDER, name="\n")}, "sender"),
        ({"recipient": ("Erna Krüger",)}, "recipient"),
    ],
)
def test_an_empty_obligatory_value_is_refused(facts: dict[str, Any], field: str) -> None:
    with pytest.raises(Refused) as refused:
        render(appointment(**facts))

    assert [problem.field for problem in refused.value.problems] == [field]


def test_an_address_too_long_for_the_window_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        render(appointment(recipient=(LONG, LONG, LONG, "x", "y")))

    assert refused.value.problems[0].field == "recipient"


def test_a_long_letter_goes_on_with_numbered_pages() -> None:
    pdf = render(appointment(place_note="Ganz hinten im Hof, dann die Treppe hinauf. " * 30))
    pieces = seen(pdf)
    body = [piece for piece in pieces if piece.top < 270]

    assert {piece.page for piece in pieces} == {1, 2}
    assert [find(pdf, f"Seite {number} von 2").page for number in (1, 2)] == [1, 2]
    assert max(piece.bottom for piece in body) <= DIN_5008_B.body_bottom + 1


def test_one_page_has_no_number() -> None:
    assert "Seite" not in text_of(render(appointment()))


def test_names_of_many_letters_still_make_a_letter() -> None:
    pdf = render(appointment("Maximiliane " * 6, "W" * 40))

    assert max(piece.right for piece in seen(pdf)) <= 200.1


def test_the_title_of_the_file_is_the_subject() -> None:
    facts = appointment()
    with opened(render(facts)) as document:
        assert document.docinfo["/Title"] == facts.first.subject
        assert document.Root.Lang == "de"
