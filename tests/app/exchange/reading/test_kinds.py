"""Tests of recognising a file by what it contains."""

from __future__ import annotations

import pytest

from app.errors import Refused
from app.exchange.reading.kinds import kind_of
from app.exchange.reading.source import Kind


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"PK\x03\x04anything", Kind.WORKBOOK),
        (b"a;b\n", Kind.DELIMITED),
        ("name;Krüger".encode("utf-16"), Kind.DELIMITED),
        (b"BEGIN:VCARD\r\n", Kind.CONTACTS),
        (b"\xef\xbb\xbf\r\nbegin:vcard\r\n", Kind.CONTACTS),
        ("BEGIN:VCARD".encode("utf-16"), Kind.CONTACTS),
    ],
)
def test_a_file_is_known_by_its_beginning(content: bytes, kind: Kind) -> None:
    assert kind_of(content, "list.csv") is kind


@pytest.mark.parametrize(
    "content", [b"\xd0\xcf\x11\xe0 old", b"a;b\n\0", b"%PDF-1.7\n\0", b"BEGIN:VCALENDAR"]
)
def test_other_files_are_refused_whatever_their_name(content: bytes) -> None:
    with pytest.raises(Refused):
        kind_of(content, "list.csv")
