"""Tests of recognising encodings and delimiters of CSV files."""

from __future__ import annotations

import pytest

from app.errors import Refused
from app.exchange.reading.delimited import delimited_rows, delimiter_of, encoding_of


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (b"plain", "utf-8"),
        ("Krüger".encode(), "utf-8"),
        ("Krüger".encode("utf-8-sig"), "utf-8-sig"),
        ("Krüger".encode("cp1252"), "cp1252"),
        (b"100 \x80", "cp1252"),
        ("Krüger".encode("utf-16"), "utf-16"),
        (b"\xfe\xff" + "Krüger".encode("utf-16-be"), "utf-16"),
    ],
)
def test_an_encoding_is_recognised(content: bytes, encoding: str) -> None:
    assert encoding_of(content, "list.csv") == encoding


def test_what_is_in_no_encoding_is_refused() -> None:
    with pytest.raises(Refused):
        encoding_of(b"\x81\xff\x8d", "list.csv")


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("a;b\n1,5;2,5\n", ";"),
        ("a,b\n1;2,3\n", ","),
        ("a\tb, c\n1\t2\n", "\t"),
        ("a|b\n1|2\n", "|"),
        ('"a;x","b;y","c;z"\n1,2,3\n', ","),
        ("Krüger, Erna;Weg 1, Ort\nSørensen, Ole;Weg 2, Ort\n", ";"),
        ("name\nErna\n", ";"),
        ("", ";"),
    ],
)
def test_a_delimiter_is_recognised(text: str, delimiter: str) -> None:
    assert delimiter_of(text.encode(), "utf-8") == delimiter


def test_rows_know_the_line_in_which_they_begin() -> None:
    rows = list(delimited_rows(b'a;b\n\n"1\n2";3\r4;5', "utf-8", ";"))

    assert rows == [(1, ["a", "b"]), (3, ["1\n2", "3"]), (5, ["4", "5"])]
