"""Labels and envelopes: every address on its own place, read as well as seen."""

from __future__ import annotations

import pytest

from app.errors import Refused
from forms.letters.envelopes import DIN_LONG, Envelopes, render_envelopes
from forms.letters.labels import LabelSheet, render_labels
from forms.page import POINTS
from tests.factories.papers import SENDER
from tests.forms.reading import find, opened, text_of
from tests.forms.structure_reading import failures

ADDRESSES = tuple(
    (f"Erna Muster{number}", "Ricarda-Huch-Straße 12", "40595 Düsseldorf") for number in range(26)
)
ODD = (
    ("محمد رحیمی", "Am Markt 1", "40595 Düsseldorf"),
    ("Ein sehr langer Name von und zu irgendwo " * 3, "c/o Frau Weber", "Weg 1", "2750 Ballerup"),
)


@pytest.mark.parametrize("addresses", [ADDRESSES, ODD, ODD[:1]])
def test_both_papers_conform_to_both_profiles(addresses: tuple[tuple[str, ...], ...]) -> None:
    assert failures(render_labels(LabelSheet(addresses, "Einladung"))) == []
    assert failures(render_envelopes(Envelopes(addresses, "Einladung", SENDER))) == []


def test_a_sheet_has_three_labels_across_and_eight_down() -> None:
    pdf = render_labels(LabelSheet(ADDRESSES, "Einladung"))
    places = [find(pdf, f"Erna Muster{number}") for number in (0, 1, 3)]
    first, second, fourth = places

    with opened(pdf) as document:
        assert len(document.pages) == 2
    assert second.left - first.left == pytest.approx(70, abs=0.5)
    assert fourth.top - first.top == pytest.approx(37.125, abs=0.5)


def test_every_envelope_has_its_size_and_one_address() -> None:
    pdf = render_envelopes(Envelopes(ADDRESSES[:3], "Einladung", SENDER))
    with opened(pdf) as document:
        box = [float(edge) for edge in document.pages[0].mediabox]
        assert len(document.pages) == 3

    assert box[2:] == pytest.approx([side * POINTS for side in DIN_LONG], abs=0.1)
    assert "Erna Muster2" in text_of(pdf)


def test_neither_bears_a_box_in_place_of_a_letter() -> None:
    addresses = (*ADDRESSES[:2], ("Erna \u6f22", "Am Markt 1", "40595 Düsseldorf"))
    with pytest.raises(Refused) as labels:
        render_labels(LabelSheet(addresses, "Einladung"))
    with pytest.raises(Refused) as envelopes:
        render_envelopes(Envelopes(addresses, "Einladung", SENDER))

    for refused in (labels, envelopes):
        assert "U+6F22" in str(refused.value.problems[0].values["characters"])
