"""Makes letters out of the delivered templates, filled with invented values of each language."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from app.letters.legal.queries import legal_block
from app.letters.rules.body import Heading, Span, held
from app.letters.rules.markup import TemplateText, fill, read_template
from app.letters.templates.delivered import (
    common_text,
    common_words,
    delivered_template,
    delivered_templates,
    delivered_text,
    example_values,
)
from forms.letterhead import unbroken
from forms.letters.composed import ComposedLetter, Version, render
from forms.letters.setting import fit_values
from tests.factories.papers import SENDER

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.letters.rules.body import Body
    from app.letters.rules.markup import Line

PAIRS = [
    (template.code, language)
    for template in delivered_templates()
    for language in template.languages
]
"""Every delivered template in each of its languages."""

_BINDING = {"de": "de", "da": "dk"}
"""The country whose law speaks in a language."""


def values(language: str, place: str = "home") -> dict[str, str]:
    """Answer a value for each field, those of the office as on its letterhead."""
    office = {"office": SENDER.name, "contact": SENDER.contact, "phone": unbroken(SENDER.phone)}
    where = common_words(language)[f"where.{place}"]
    return {**example_values(language), **office, "place": where}


def version(code: str, language: str, *, place: str = "home", salutation: str = "none") -> Version:
    """Answer what a template says in a language; the law speaks in German and Danish only."""
    shown = fit_values(values(language, place), language)
    template, text = delivered_template(code), delivered_text(code, language)
    common = common_text(language)
    subject = _plain(text.lines("subject"), shown)
    body: list[Body] = []
    for block in template.blocks[1:]:
        variant = salutation if block == "greeting" else place
        lines = text.lines(block, variant) or common.lines(block, variant)
        body.append(fill(lines, shown))
        country = _BINDING.get(language, "")
        if block == "legal" and country:
            body.append(_law(country, template.legal[country], shown))
    return Version(language, subject, tuple(piece for part in body for piece in part))


def _plain(lines: Sequence[Line], shown: Mapping[str, str]) -> str:
    (piece,) = fill(lines, shown)
    return "".join(span.text for span in piece.text)  # type: ignore[union-attr]  # one paragraph


def _law(country: str, kind: str, shown: Mapping[str, str]) -> Body:
    block = legal_block(country, kind, date(2026, 11, 23))
    read = read_template(f"[legal]\n{block.text}", required=())
    assert isinstance(read, TemplateText)
    return (Heading((Span(block.title),)), *held(fill(read.lines("legal"), shown)))


def letter(code: str, language: str, **facts: object) -> ComposedLetter:
    """Answer a letter to Erna Muster as the template delivers it, or as `facts` say."""
    words = common_words(language)
    usual: dict[str, object] = {
        "sender": SENDER,
        "recipient": ("Erna Muster", "Musterweg 7", "40595 Düsseldorf"),
        "first": version(code, language),
        "layout": "dk" if language == "da" else "din_b",
        "information": (
            (words["info.date"], example_values(language)["today"]),
            (words["info.contact"], SENDER.contact),
            (words["info.phone"], SENDER.phone),
            (words["info.email"], SENDER.email),
        ),
        "page": words["page"],
    }
    return ComposedLetter(**{**usual, **facts})  # type: ignore[arg-type]  # facts of the test


@cache
def drawn(code: str, language: str) -> bytes:
    """Answer the letter as PDF in normal size; each is drawn once."""
    return render(letter(code, language))
