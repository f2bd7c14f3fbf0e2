"""Requirements of letters from building blocks: every size, layout and pair of languages."""

from __future__ import annotations

from collections import Counter
from itertools import product
from typing import TYPE_CHECKING

import pytest

from app.errors import Refused
from app.letters.rules.markup import TemplateText, fill, read_template
from forms.letters.composed import ComposedLetter, Version, render
from forms.letters.setting import SIZES, fit_values
from forms.page import PRESETS
from tests.factories.papers import SENDER
from tests.forms.reading import opened, seen
from tests.forms.structure_reading import elements, failures

if TYPE_CHECKING:
    from app.letters.rules.body import Body

GERMAN = """[subject]
Ihr Besuch am {visit_day}
[purpose]
{visitor} besucht Sie am **{visit_day}** um {visit_time}. Bitte rufen Sie uns an: {phone}.

- {documents}
| Wann | {visit_day} |
| Wo | bei Ihnen zu Hause |
# Was passiert dann?
Danach sprechen wir mit Ihnen.
"""
ARABIC = """[subject]
زيارتك يوم {visit_day}
[purpose]
يزورك {visitor} يوم **{visit_day}** الساعة {visit_time}. اتصل بنا: {phone}.

- {documents}
| متى | {visit_day} |
# ماذا بعد؟
ثم نتحدث معك.
"""
VALUES = {
    "visit_day": "24.11.2026",
    "visit_time": "10:30",
    "visitor": "Berta Krüger",
    "phone": "0211 4710-100",
    "documents": "Mietvertrag\nRente",
}


def version(source: str, language: str, *, binding: str = "", repeat: int = 1) -> Version:
    """Answer a text of this file filled with its values."""
    template = read_template(source)
    assert isinstance(template, TemplateText)
    values = fit_values(VALUES, language)
    body: Body = fill(template.lines("purpose"), values) * repeat
    ((subject),) = fill(template.lines("subject"), values)
    text = "".join(span.text for span in subject.text)  # type: ignore[union-attr]  # a paragraph
    return Version(language, text, body, binding)


def letter(**facts: object) -> ComposedLetter:
    """Answer a German letter, or as `facts` say."""
    usual: dict[str, object] = {
        "sender": SENDER,
        "recipient": ("Erna Łukasik", "Am Hackenbruch 12", "40231 Düsseldorf"),
        "first": version(GERMAN, "de"),
        "information": (("Datum", "23.11.2026"), ("Ihr Zeichen", "50/12-3456")),
    }
    return ComposedLetter(**{**usual, **facts})  # type: ignore[arg-type]  # facts of the test


@pytest.mark.parametrize(("layout", "size"), list(product(PRESETS, SIZES)))
def test_every_layout_and_size_is_accessible_and_archivable(layout: str, size: str) -> None:
    assert failures(render(letter(layout=layout, size=size))) == []


@pytest.mark.parametrize("arrangement", ["columns", "after"])
@pytest.mark.parametrize("size", SIZES)
def test_two_languages_are_accessible_and_archivable(arrangement: str, size: str) -> None:
    second = version(ARABIC, "ar", binding="النص الألماني هو الملزم.")
    pdf = render(letter(second=second, arrangement=arrangement, size=size))

    assert failures(pdf) == []


def test_a_letter_in_arabic_is_read_as_it_was_typed() -> None:
    pdf = render(letter(first=version(ARABIC, "ar")))
    with opened(pdf) as document:
        said = " ".join(
            str(element.ActualText) for element in elements(document) if "/ActualText" in element
        )

    assert failures(pdf) == []
    for part in ("24.11.2026", "10:30", "0211\u00a04710-100", "اتصل بنا"):
        assert part in said


def test_the_same_letter_is_the_same_bytes() -> None:
    assert render(letter()) == render(letter())


def test_what_a_letter_says_twice_is_two_paragraphs() -> None:
    said = version(GERMAN, "de", repeat=2, binding=version(GERMAN, "de").subject)

    once, twice = (render(letter(first=each)) for each in (version(GERMAN, "de"), said))
    roles = [
        Counter(str(each.S) for each in elements(document))
        for document in map(opened, (once, twice))
    ]
    assert roles[1] - roles[0] == {
        "/P": 3,
        "/L": 1,
        "/LI": 2,
        "/Lbl": 2,
        "/LBody": 2,
        "/Table": 1,
        "/TR": 2,
        "/TH": 2,
        "/TD": 2,
        "/H2": 1,
    }


def test_a_letter_does_not_depend_on_those_before_it() -> None:
    alone = render(letter(recipient=("Ольга", "Am Markt 1", "40231 Düsseldorf")))
    for name in ("Łukasz", "Ελένη", "محمد"):
        render(letter(recipient=(name, "Am Markt 1", "40231 Düsseldorf")))

    assert render(letter(recipient=("Ольга", "Am Markt 1", "40231 Düsseldorf"))) == alone


def test_a_long_letter_goes_on_with_numbered_pages() -> None:
    pdf = render(letter(first=version(GERMAN, "de", repeat=12), page="Seite {number} von {count}"))

    numbers = [piece.text for piece in seen(pdf) if piece.text.startswith("Seite")]
    count = len(numbers)
    assert count > 1
    assert numbers == [f"Seite {at} von {count}" for at in range(1, count + 1)]


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"recipient": ("Erna", "")}, "recipient"),
        ({"first": Version("de", "", ())}, "text"),
        ({"recipient": ("Erna \U0001f600", "Weg 1", "Ort")}, "recipient"),
        ({"recipient": ("Erna", *("Weg",) * 9)}, "recipient"),
    ],
)
def test_what_cannot_leave_is_refused_where_it_stands(facts: dict[str, object], field: str) -> None:
    with pytest.raises(Refused) as refused:
        render(letter(**facts))

    assert [problem.field for problem in refused.value.problems] == [field]
