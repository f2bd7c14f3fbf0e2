"""Long words are parted where their language allows it, and nothing else is."""

from __future__ import annotations

import pytest

from app.letters.rules.body import Paragraph, Span
from forms.hyphens import parts_of
from forms.letters.composed import Version, render
from forms.page import POINTS
from forms.typeset import break_lines
from tests.factories.papers import appointment
from tests.forms.reading import text_of
from tests.forms.structure_reading import failures

LONG = "Rechtsbehelfsbelehrung"


def _parted(text: str, language: str) -> str:
    places = parts_of(text, language)
    return "".join(f"|{mark}" if at in places else mark for at, mark in enumerate(text))


@pytest.mark.parametrize(
    ("text", "language", "parted"),
    [
        (f"Die {LONG}.", "de", "Die Rechts|be|helfs|be|leh|rung."),
        ("Genoptræningsplan", "da", "Genop|træ|nings|plan"),
        (
            "E-Mail-Adresse der Beratungsstelle-Nord",
            "de",
            "E-Mail-Adresse der Beratungsstelle-Nord",
        ),
        ("beratungsstellen@beispielstadt.de", "de", "beratungsstellen@beispielstadt.de"),
        ("www.beratungsstellen.example", "de", "www.beratungsstellen.example"),
        ("Wohngeld", "de", "Wohngeld"),
        (LONG, "ar", LONG),
    ],
)
def test_only_long_words_of_letters_alone_are_parted(text: str, language: str, parted: str) -> None:
    assert _parted(text, language) == parted


def test_a_parted_line_fits_and_ends_with_a_hyphen() -> None:
    text = f"In diesem Brief steht unten die {LONG} mit der Frist"
    lines = break_lines(text, 80 * POINTS, 12, parts=parts_of(text, "de"))

    assert [line.text[-1] for line in lines] == ["\u00ad", "t"]
    assert all(line.width(12) <= 80 * POINTS for line in lines)
    typed = "".join(line.typed + " " * line.goes_on for line in lines)
    assert typed == text


@pytest.mark.parametrize(
    ("size", "is_parted"), [("normal", True), ("large18", False), ("simple", False)]
)
def test_large_print_and_simple_language_part_no_word(size: str, is_parted: bool) -> None:  # noqa: FBT001 - a parameter
    words = " ".join([f"Hier steht etwas über die {LONG}."] * 12)
    body = (Paragraph((Span(words),)),)
    pdf = render(appointment(first=Version("de", "Betreff", body), size=size))

    assert failures(pdf) == []
    assert (text_of(pdf).count(LONG) < 12) == is_parted
