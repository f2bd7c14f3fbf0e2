"""The logo of the office: told by its content, kept small, printed with its words."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from app.errors import Refused
from app.letters.letterhead.actions import choose_logo, describe_logo, remove_logo
from app.letters.letterhead.queries import office_logo
from app.letters.letterhead.rules import HIGHEST, MOST_BYTES, WIDEST
from forms.letters.composed import render
from tests.factories.papers import appointment
from tests.forms.reading import opened, seen
from tests.forms.structure_reading import elements, failures

if TYPE_CHECKING:
    from app.office import Office


def picture(form: str = "PNG", mode: str = "RGBA", size: tuple[int, int] = (1600, 400)) -> bytes:
    """Answer a teal picture."""
    file = BytesIO()
    Image.new(mode, size, (11, 92, 99, 128)[: len(mode)]).save(file, form)
    return file.getvalue()


@pytest.mark.parametrize("content", [picture(), picture("JPEG", "RGB")])
def test_a_picture_is_kept_small_and_opaque(office: Office, content: bytes) -> None:
    office.act(choose_logo, content, " Logo der Stadt ")
    logo = office.ask(office_logo)

    assert logo is not None
    assert logo.words == "Logo der Stadt"
    with Image.open(BytesIO(logo.png)) as kept:
        assert (kept.mode, kept.width <= WIDEST, kept.height <= HIGHEST) == ("RGB", True, True)


@pytest.mark.parametrize(
    ("content", "words", "field"),
    [
        (picture(), "", "words"),
        (b"", "Logo", "picture"),
        (b"<svg onload='x'/>", "Logo", "picture"),
        (b"\x89PNG\r\n\x1a\nbroken", "Logo", "picture"),
        (picture()[:200], "Logo", "picture"),
        (b"\xff\xd8\xff" + b"0" * MOST_BYTES, "Logo", "picture"),
        (picture("PNG", "L", (9000, 4000)), "Logo", "picture"),
    ],
)
def test_what_is_no_logo_is_refused(office: Office, content: bytes, words: str, field: str) -> None:
    with pytest.raises(Refused) as refused:
        office.act(choose_logo, content, words)

    assert refused.value.problems[0].field == field
    assert office.ask(office_logo) is None


def test_words_change_and_a_logo_goes(office: Office) -> None:
    office.act(choose_logo, picture(), "Logo")
    office.act(describe_logo, "Wappen")
    logo = office.ask(office_logo)
    assert logo is not None
    assert logo.words == "Wappen"

    office.act(remove_logo)
    assert office.ask(office_logo) is None


@pytest.mark.parametrize("layout", ["din_a", "din_b", "dk"])
def test_a_letter_with_logo_and_remarks_is_accessible_and_archivable(
    office: Office, layout: str
) -> None:
    office.act(choose_logo, picture(), "Wappen: Löwe")
    notes = () if layout == "dk" else ("Einschreiben", "Persönlich")
    pdf = render(appointment(logo=office.ask(office_logo), layout=layout, annotations=notes))

    assert failures(pdf) == []
    with opened(pdf) as document:
        (figure,) = [e for e in elements(document) if str(e.S) == "/Figure"]
        assert str(figure.Alt) == "Wappen: Löwe"
    window = [piece.text for piece in seen(pdf) if piece.left < 100 and 44 < piece.top < 90]
    assert ("Persönlich" in " ".join(window)) == bool(notes) or layout == "din_a"


def test_too_many_remarks_are_refused_at_their_field() -> None:
    with pytest.raises(Refused) as refused:
        render(appointment(annotations=("1", "2", "3", "4")))

    assert refused.value.problems[0].field == "annotations"
