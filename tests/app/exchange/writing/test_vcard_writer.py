"""Address cards: read back by another program exactly as they were, whatever is typed."""

from __future__ import annotations

from typing import Any

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.writing.harmless import storable
from app.exchange.writing.vcard_writer import AddressCard, CardAddress, write_cards

ERNA = AddressCard(
    key="12345678-1234-5678-1234-567812345678",
    given_name="Erna",
    family_name="Krüger",
    phones=(("home", "+49 211 1"), ("cell", "+49 171 2")),
    mails=("erna@example.org",),
    addresses=(CardAddress("Ricarda-Huch-Straße 12", "", "40595", "Düsseldorf", "DE"),),
)


def _read(content: bytes) -> list[Any]:
    return list(vobject.readComponents(content.decode()))


def test_a_card_says_how_to_reach_somebody() -> None:
    (card,) = _read(write_cards([ERNA]))

    assert (card.version.value, card.fn.value) == ("3.0", "Erna Krüger")
    assert (card.n.value.given, card.n.value.family) == ("Erna", "Krüger")
    assert [line.value for line in card.tel_list] == ["+49 211 1", "+49 171 2"]
    assert [line.type_param for line in card.tel_list] == ["HOME", "CELL"]
    assert card.email.value == "erna@example.org"
    assert (card.adr.value.street, card.adr.value.code) == ("Ricarda-Huch-Straße 12", "40595")


def test_a_card_says_nothing_else() -> None:
    (card,) = _read(write_cards([ERNA]))

    assert set(card.contents) == {"version", "uid", "fn", "n", "tel", "email", "adr"}


def test_many_cards_are_one_file() -> None:
    assert len(_read(write_cards([ERNA] * 25))) == 25


def test_nobody_can_smuggle_a_line_into_a_card() -> None:
    hostile = AddressCard("1", "Erna\r\nTEL:112\nEND:VCARD", "A;B,C\\n\u2028X")
    (card,) = _read(write_cards([hostile]))

    assert "tel" not in card.contents
    assert card.n.value.given == "Erna TEL:112 END:VCARD"
    assert card.n.value.family == "A;B,C\\n X"


def test_an_institution_has_its_name_on_the_card() -> None:
    (card,) = _read(write_cards([AddressCard("1", "", "", organisation="Zentrum plus")]))

    assert (card.fn.value, card.org.value) == ("Zentrum plus", ["Zentrum plus"])


def test_lines_are_short_enough_for_old_programs() -> None:
    content = write_cards([AddressCard("1", "ü" * 300, "😀" * 100)])

    assert max(map(len, content.split(b"\r\n"))) <= 75
    assert _read(content)[0].n.value.given == "ü" * 300


@pytest.mark.parametrize("name", ["", " ", "\x00", "\ud800", "محمد", "\u202eevil", "%s{0}"])
def test_no_name_breaks_a_card(name: str) -> None:
    assert len(_read(write_cards([AddressCard("1", name, name)]))) == 1


@given(st.text(max_size=60))
def test_a_name_comes_back_as_it_was(name: str) -> None:
    (card,) = _read(write_cards([AddressCard("1", name, "Krüger")]))

    assert card.n.value.given == " ".join(storable(name).split())
