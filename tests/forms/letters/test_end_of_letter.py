"""Requirements of the end of a letter: a name never stands alone on a page."""

from __future__ import annotations

import pytest

from app.letters.rules.body import Body, Paragraph, Span
from forms.flow import pages
from forms.letters.arranging import ended, stacked
from forms.letters.composed import ComposedLetter, Version, render
from forms.letters.setting import SIZES, Setting, set_body
from tests.factories.papers import SENDER
from tests.forms.reading import seen
from tests.forms.structure_reading import failures

END = ("Freundliche Grüße", "Petra Schneider", "Landeshauptstadt Düsseldorf")


def body(lines: int) -> Body:
    """Answer so many short paragraphs and an end."""
    said = (*(f"Das ist der Satz {number}." for number in range(lines)), *END)
    return tuple(Paragraph((Span(text),)) for text in said)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lines", range(8, 28))
def test_the_end_stands_with_words_before_it(lines: int, size: str) -> None:
    setting = Setting("de", SIZES[size], 165)
    rows = ended(stacked(set_body(body(lines), setting), 4), SIZES[size].line)

    shared = pages(rows, 168, 240)
    texts = [piece.line.text for row in shared[-1] for piece in row.pieces]
    assert tuple(texts[-3:]) == END
    assert len(texts) > 3
    assert sum(len([row for row in page if row.pieces]) for page in shared) == lines + 3


@pytest.mark.parametrize("lines", range(12, 20))
def test_no_page_bears_the_end_alone(lines: int) -> None:
    pdf = render(
        ComposedLetter(
            sender=SENDER,
            recipient=("Erna Muster", "Musterweg 7", "40595 Düsseldorf"),
            first=Version("de", "Ihr Brief", body(lines)),
        )
    )
    last = max(piece.page for piece in seen(pdf))
    ends = [piece.text for piece in seen(pdf) if piece.page == last]

    assert failures(pdf) == []
    assert any(text.startswith("Das ist der Satz") for text in ends)
