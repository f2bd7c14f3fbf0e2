"""No letter leaves with a box in place of a letter: each character is printed or refused."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
import uharfbuzz
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from app.errors import Refused
from app.letters.rules.body import Paragraph, Span
from forms.bidi import cleaned, is_unseen
from forms.fonts import missing
from forms.letters.composed import ComposedLetter, Version, render
from forms.typeset import break_lines
from resources import path
from tests.factories.papers import SENDER

SCRIPTS = {
    "latin": (0x20, 0x24F),
    "greek": (0x370, 0x3FF),
    "cyrillic": (0x400, 0x52F),
    "armenian": (0x530, 0x58F),
    "hebrew": (0x590, 0x5FF),
    "arabic": (0x600, 0x6FF),
    "arabic more": (0x750, 0x77F),
    "devanagari": (0x900, 0x97F),
    "thai": (0xE00, 0xE7F),
    "georgian": (0x10A0, 0x10FF),
    "ethiopic": (0x1200, 0x137F),
    "vietnamese": (0x1E00, 0x1EFF),
    "old greek": (0x1F00, 0x1FFF),
    "signs": (0x2000, 0x22FF),
    "hiragana": (0x3040, 0x309F),
    "han": (0x4E00, 0x4FFF),
    "hangul": (0xAC00, 0xACFF),
    "private": (0xE000, 0xE0FF),
    "presentation forms": (0xFB1D, 0xFDFF),
    "emoji": (0x1F300, 0x1F6FF),
}
WORDS = [
    st.text(
        st.characters(min_codepoint=first, max_codepoint=last, exclude_categories=("Cc", "Cs")),
        min_size=1,
        max_size=8,
    )
    for first, last in SCRIPTS.values()
]


@cache
def drawable(weight: str) -> frozenset[int]:
    """Answer the characters in the fonts of a weight, as another reader of fonts sees them."""
    found: set[int] = set()
    for stem in ("NotoSans", "NotoSansArabic", "NotoSansHebrew"):
        file = path("fonts", f"{stem}-{weight}.ttf")
        found |= set(uharfbuzz.Face(file.read_bytes()).unicodes)
    return frozenset(found)


def test_what_ordinary_print_has_bold_print_has_too() -> None:
    shown = {code for code in drawable("Regular") if not missing(chr(code))}

    assert shown <= drawable("SemiBold") | {code for code in shown if is_unseen(chr(code))}


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(WORDS), min_size=1, max_size=5).map(" ".join), st.booleans())
@example("ținută și fățiș", True)  # noqa: FBT003 - whether it is bold
@example("Ελένη Παπαδοπούλου", True)  # noqa: FBT003 - as above
@example("می‌خواهم ۱۲۳ گ", False)  # noqa: FBT003 - as above
@example("ڕۆژی ێ ۆ ڵ ە", True)  # noqa: FBT003, RUF001 - Sorani
@example("漢字 😀", False)  # noqa: FBT003 - as above
def test_a_text_has_all_its_glyphs_or_is_refused(text: str, bold: bool) -> None:  # noqa: FBT001 - drawn
    known = drawable("Regular")
    lacking = {mark for mark in cleaned(text) if not is_unseen(mark) and ord(mark) not in known}

    if lacking:
        assert lacking <= set(missing(cleaned(text)))
        return
    if missing(cleaned(text)):
        return
    for line in break_lines(cleaned(text), 400, 12, bold=bold):
        for run in line.runs:
            boxes = [glyph for glyph in run.glyphs if glyph.number == 0]
            assert not boxes, (run.text, boxes)


PARTS = ("recipient", "subject", "body", "sender", "information", "binding")


@pytest.mark.parametrize("part", PARTS)
def test_a_box_is_refused_wherever_it_would_stand(part: str) -> None:
    odd = {name: "漢" if name == part else "" for name in PARTS}
    body = (Paragraph((Span(f"Guten Tag {odd['body']}"),)),)
    letter = ComposedLetter(
        sender=replace(SENDER, contact=f"Petra {odd['sender']}"),
        recipient=(f"Erna Muster {odd['recipient']}", "Musterweg 7", "40595 Düsseldorf"),
        first=Version("de", f"Brief {odd['subject']}", body, binding=f"Text {odd['binding']}"),
        information=(("Ihr Zeichen", f"50 {odd['information']}"),),
    )
    with pytest.raises(Refused) as refused:
        render(letter)

    assert "漢" in str(refused.value.problems[0].values)
