"""Reads a letter back as it is heard and copied, and holds it against what was typed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from app.letters.rules.body import Bullets, Facts, plain
from app.letters.templates.delivered import common_words
from forms.bidi import runs_right_to_left
from forms.letters.setting import RIGHT_TO_LEFT
from tests.factories.papers import SENDER
from tests.forms.reading import opened, text_of
from tests.forms.structure_reading import elements

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.letters.rules.body import Text
    from forms.letters.composed import Version


def assert_reads(pdf: bytes, said: Version) -> None:
    """Assert that a PDF gives each typed piece back, one after the other."""
    is_turned = said.language in RIGHT_TO_LEFT
    whole = tight(tagged(pdf)) if is_turned else without_foot(text_of(pdf), said.language)
    at = 0
    for text in (said.subject, *typed(said)):
        if runs_right_to_left(text) or not is_turned:
            found = whole.find(tight(text), at)
            assert found >= 0, text
            at = found


def without_foot(text: str, language: str) -> str:
    """Answer a text without what stands below each page."""
    parts = (SENDER.name, SENDER.street, SENDER.place, SENDER.phone, SENDER.email)
    found = tight(text).replace(tight(" · ".join(parts)), "")
    pages = range(1, 10)
    numbers = (
        common_words(language)["page"].format(number=n, count=c) for n in pages for c in pages
    )
    for number in numbers:
        found = found.replace(tight(number), "")
    return found


def typed(said: Version) -> Iterator[str]:
    """Answer the texts of a letter in their order."""
    for piece in said.body:
        if isinstance(piece, Facts):
            yield from (plain(cell) for row in piece.rows for cell in row)
        elif isinstance(piece, Bullets):
            yield from map(plain, piece.items)
        else:
            text: Text = piece.text
            yield plain(text)


def tagged(pdf: bytes) -> str:
    """Answer what a screen reader says, in the order of the structure."""
    with opened(pdf) as document:
        return " ".join(
            str(element.ActualText) for element in elements(document) if "/ActualText" in element
        )


def tight(text: str) -> str:
    """Answer a text without spaces, hyphens, isolates: where lines end is no matter of words."""
    return re.sub(r"[\s\u00ad\u2010\u2066-\u2069\ufffe-]", "", text)
