"""Requirements of papers of figures: numbers stand on the right, tables go on over pages."""

from __future__ import annotations

from forms.mobile_advice.figures_paper import render
from tests.factories.papers import figures_paper
from tests.forms.reading import text_of


def test_every_line_is_printed_and_a_table_without_lines_says_why() -> None:
    printed = text_of(render(figures_paper(count=90)))
    for words in ("Erna Krüger 0", "Erna Krüger 89", "1.770", "Zu wenige Kontakte.", "Seite 2"):
        assert words in printed


def test_a_character_that_no_font_has_is_no_trouble() -> None:
    assert render(figures_paper("\ue123")).startswith(b"%PDF")
