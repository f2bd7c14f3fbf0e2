"""Where lines and pages of a letter may end: nowhere that tears apart what belongs together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.letters.rules.body import Bullets, Heading, Paragraph, Span, held
from forms.letters.composed import ComposedLetter, Version, render
from forms.letters.setting import fit_values
from forms.typeset import break_lines
from tests.factories.delivered import PAIRS, drawn
from tests.factories.papers import SENDER
from tests.forms.reading import seen

if TYPE_CHECKING:
    from app.letters.rules.body import Body


@pytest.mark.parametrize("text", ["Schreiben Sie eine E-Mail an uns", "Nehmen Sie die U-Bahn hin"])
def test_a_letter_before_a_hyphen_does_not_end_a_line(text: str) -> None:
    for width in range(40, 220, 3):
        assert not any(line.typed.endswith("-") for line in break_lines(text, width, 12))


def test_a_longer_part_before_a_hyphen_may_end_a_line() -> None:
    lines = break_lines("Nordrhein-Westfalen", 80, 12)

    assert [line.typed for line in lines] == ["Nordrhein-", "Westfalen"]


@pytest.mark.parametrize(
    ("typed", "fitted"),
    [
        ("14. Dezember 2026", "14.\u00a0Dezember 2026"),
        ("30ê mijdara 2026an", "30ê\u00a0mijdara 2026an"),
        ("10:00 bis 11:00 Uhr", "10:00\u00a0bis\u00a011:00\u00a0Uhr"),
        ("kl. 10.00 til 11.00", "kl.\u00a010.00\u00a0til\u00a011.00"),
        ("um 10:00 Uhr in der Küche", "um 10:00 Uhr in der Küche"),
        ("Musterweg 7, 40595 Düsseldorf", "Musterweg 7, 40595 Düsseldorf"),
    ],
)
def test_a_day_stays_with_its_month_and_hours_stay_together(typed: str, fitted: str) -> None:
    assert fit_values({"day": typed}, "de") == {"day": fitted}


def test_a_short_name_is_not_broken_in_a_text_that_runs_the_other_way() -> None:
    long = "Ein sehr langer Name von und zu irgendwo"

    assert fit_values({"contact": "Petra Schneider"}, "fa")["contact"] == (
        "\u2068Petra\u00a0Schneider\u2069"
    )
    assert fit_values({"contact": long}, "fa")["contact"] == f"\u2068{long}\u2069"
    assert fit_values({"contact": "Petra Schneider"}, "de")["contact"] == "Petra Schneider"


@pytest.mark.parametrize("before", range(16, 26))
def test_what_is_held_stands_on_one_page(before: int) -> None:
    law = [Paragraph((Span(f"Recht {at}: Sie können etwas tun. " * 4),)) for at in range(4)]
    body: Body = (
        *(Paragraph((Span(f"Satz {at}."),)) for at in range(before)),
        Heading((Span("Ihr Recht auf Widerspruch"),)),
        *held(tuple(law)),
        Paragraph((Span("Freundliche Grüße"),)),
    )
    to = ("Erna Muster", "Musterweg 7", "40595 Düsseldorf")
    pdf = render(ComposedLetter(SENDER, to, Version("de", "Bescheid", body)))
    found = {
        piece.page
        for piece in seen(pdf)
        if piece.text.startswith(("Ihr Recht auf", "Recht", "Freundliche"))
    }

    assert len(found) == 1


@pytest.mark.parametrize("before", range(20, 32))
def test_a_list_is_not_torn_from_the_sentence_that_leads_to_it(before: int) -> None:
    items = tuple((Span(f"Punkt {at}"),) for at in range(3))
    body: Body = (
        *(Paragraph((Span(f"Satz {at}."),)) for at in range(before)),
        Paragraph((Span("Bitte schicken Sie:"),)),
        Bullets(items),
    )
    to = ("Erna Muster", "Musterweg 7", "40595 Düsseldorf")
    pdf = render(ComposedLetter(SENDER, to, Version("de", "Papiere", body)))
    (leads,) = [piece.page for piece in seen(pdf) if piece.text.startswith("Bitte schicken")]
    first = next(piece.page for piece in seen(pdf) if "Punkt 0" in piece.text)

    assert leads == first


@pytest.mark.parametrize("language", ["de", "da"])
def test_the_legal_block_of_a_decision_is_not_torn(language: str) -> None:
    assert ("decision", language) in PAIRS
    starts = {"de": ("Ihr Recht auf", "Richten Sie"), "da": ("Din ret til", "Vi ser først")}
    pages = {
        piece.page
        for piece in seen(drawn("decision", language))
        if piece.text.startswith(starts[language])
    }

    assert len(pages) == 1
