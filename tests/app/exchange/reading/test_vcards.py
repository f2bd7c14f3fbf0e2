"""Tests of reading contact cards as phones and mail programs write them."""

from __future__ import annotations

import pytest

from app.errors import Refused
from app.exchange.reading.vcards import HEADERS, contact_rows
from tests.factories.lists import vcard


def _rows(content: str, encoding: str = "utf-8") -> list[dict[str, str]]:
    rows = contact_rows(content.encode(encoding), encoding)
    return [
        {name: cell for name, cell in zip(HEADERS, cells, strict=True) if cell}
        for _, cells in rows
    ]  # fmt: skip


def test_a_card_of_a_phone_is_read_whole() -> None:
    card = vcard(
        "N:Krüger;Erna;Maria;Dr.;", "FN:Dr. Erna Maria Krüger", "BDAY:1938-11-24",
        "TEL;TYPE=HOME,VOICE:0211 899", "TEL;TYPE=CELL:0170 1", "TEL;TYPE=FAX:0211 898",
        "EMAIL;TYPE=INTERNET:e@example.org", "ADR;TYPE=HOME:;c/o Maurer;Weg 1;Ort;NRW;40595;DE",
        "NOTE:Hört schwer\\, klopfen\\nZweite Klingel", "LANG:tr",
    )  # fmt: skip

    assert _rows(card) == [
        {
            "given name": "Erna Maria", "family name": "Krüger", "date of birth": "1938-11-24",
            "phone": "0211 899", "mobile": "0170 1", "email": "e@example.org",
            "c/o": "c/o Maurer", "street": "Weg 1", "postcode": "40595", "town": "Ort",
            "country": "DE", "languages": "tr", "note": "Hört schwer, klopfen\nZweite Klingel",
        }
    ]  # fmt: skip


def test_an_old_card_in_quoted_printable_is_read() -> None:
    card = (
        "BEGIN:VCARD\r\nVERSION:2.1\r\n"
        "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Kr=C3=BCger;Er=\r\nna;;;\r\n"
        "NOTE;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Gr=FC=DFe\r\nEND:VCARD\r\n"
    )

    assert _rows(card) == [{"given name": "Erna", "family name": "Krüger", "note": "Grüße"}]


def test_the_preferred_number_comes_first_and_groups_are_known() -> None:
    card = vcard("FN:Ole", "item1.TEL:1", "item2.TEL;TYPE=pref:2", "TEL;VALUE=uri:tel:3")

    assert _rows(card) == [{"family name": "Ole", "phone": "2"}]


def test_folded_lines_are_put_together() -> None:
    assert _rows(vcard("N:Krü", " ger;Er", "\tna")) == [
        {"given name": "Erna", "family name": "Krüger"}
    ]


def test_parts_with_escaped_semicolons_stay_whole() -> None:
    assert _rows(vcard("N:Krüger\\; Maurer;Erna"))[0]["family name"] == "Krüger; Maurer"


def test_lines_that_are_no_properties_are_left_out() -> None:
    assert _rows(vcard("nonsense", "N:a;b", "TEL", ":")) == [
        {"given name": "b", "family name": "a"}
    ]


def test_the_line_where_a_card_begins_is_known() -> None:
    content = (vcard("NOTE:nobody") + vcard("FN:Ole")).encode()

    assert [line for line, _ in contact_rows(content, "utf-8")] == [5]


def test_a_card_inside_another_names_its_line() -> None:
    with pytest.raises(Refused) as refused:
        _rows("BEGIN:VCARD\r\nBEGIN:VCARD\r\n")

    assert refused.value.problems[0].values["line"] == 2
