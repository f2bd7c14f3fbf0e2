"""One-page letters: ours are tagged, archivable and accessible; bare reportlab's are neither."""

from __future__ import annotations

from io import BytesIO
from time import perf_counter
from typing import TYPE_CHECKING

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from app.letters.rules.body import Facts, Paragraph, Span, sentences_of
from forms.letterhead import Sender
from forms.letters.composed import ComposedLetter, Version, render
from resources import path
from tests.benchmarks.results import Goal, Measured, measured

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.letters.rules.body import Body

LETTERS = 60
"""Letters of one round."""
ROUNDS = 7
_LEFT, _TOP, _STEP, _SIZE = 71, 560, 16, 12
_FONT = "BenchmarkSans"

_SENDER = Sender(
    "Besuchsdienst Garath",
    "Amt für Soziales",
    "Marktplatz 1",
    "40595",
    "Düsseldorf",
    "0211 4710100",
    "besuchsdienst@example.org",
    "Anna Beispiel",
)
_SAID = (
    "Guten Tag Erna Muster {number},",
    "wir besuchen Sie zu Hause. Hier steht, wann und wer zu Ihnen kommt.",
    "Sie brauchen nichts vorzubereiten. Haben Sie Fragen? Schreiben Sie sie gern vorher auf.",
    "Wir nehmen uns Zeit für Sie. Am Ende sagen wir Ihnen, wie es weitergeht.",
    "Passt Ihnen der Termin nicht? Dann rufen Sie uns bitte an: 0211 4710100.",
    "Sind Sie an der Tür unsicher? Dann rufen Sie uns an, bevor Sie öffnen.",
    "Freundliche Grüße",
    "Anna Beispiel",
)


def letters_batch() -> Measured:
    """Measure a letter of a batch; the baseline draws the same words with reportlab alone."""
    pdfmetrics.registerFont(TTFont(_FONT, str(path("fonts", "NotoSans-Regular.ttf"))))
    _ours(0), _bare(0)
    ours, bare = [], []
    for start in range(ROUNDS):
        bare.append(_round(_bare, start))
        ours.append(_round(_ours, start))
    return measured(
        ours,
        bare,
        Goal(ratio=2),
        "A one-page letter of a batch, tagged (PDF/UA-1, PDF/A-2a); baseline: bare reportlab",
    )


def _round(draw: Callable[[int], bytes], start: int) -> float:
    """Answer the milliseconds of a letter, each of another person."""
    began = perf_counter()
    for number in range(start * LETTERS, (start + 1) * LETTERS):
        draw(number)
    return (perf_counter() - began) * 1000 / LETTERS


def _letter(number: int) -> ComposedLetter:
    texts = [Paragraph((Span(said.format(number=number)),)) for said in _SAID]
    facts = Facts(
        (
            ((Span("Wann"),), (Span("Montag, 30. November 2026, 10:00 bis 11:00 Uhr"),)),
            ((Span("Wer"),), (Span("Berta Besuch"),)),
        )
    )
    body: Body = (*texts[:2], facts, *texts[2:])
    return ComposedLetter(
        _SENDER,
        (f"Erna Muster {number}", "Musterweg 7", "40595 Düsseldorf"),
        Version("de", "Ihr Termin: Montag, 30. November 2026", body),
        information=(("Datum", "23. November 2026"), ("Ihr Kontakt", "Anna Beispiel")),
    )


def _ours(number: int) -> bytes:
    return render(_letter(number))


def _bare(number: int) -> bytes:
    """Draw the same lines as reportlab draws them: no tags, no shaping, no archive."""
    letter, stream = _letter(number), BytesIO()
    canvas = Canvas(stream, pagesize=A4, invariant=True)
    canvas.setFont(_FONT, _SIZE)
    lines = [*letter.recipient, letter.first.subject]
    for text in sentences_of(letter.first.body).splitlines():
        lines += [text[at : at + 80] for at in range(0, len(text), 80)]
    for at, line in enumerate(lines):
        canvas.drawString(_LEFT, _TOP + 200 - at * _STEP, line)
    canvas.showPage()
    canvas.save()
    return stream.getvalue()
