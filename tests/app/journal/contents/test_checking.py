"""Documents and pictures are kept by what they are; everything that can act is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import Problem
from app.journal.contents import LARGEST, ContentKind, check_contents
from app.journal.contents import checking as why
from app.journal.contents import containers as inside
from tests.factories import files


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (files.PDF, ContentKind.PDF),
        (files.PNG, ContentKind.PNG),
        (files.JPEG, ContentKind.JPEG),
        (files.TIFF, ContentKind.TIFF),
        (files.WEBP, ContentKind.WEBP),
        ("Änderung\r\n\tam 3.".encode(), ContentKind.TEXT),
        (b"\xef\xbb\xbfa;b\n", ContentKind.TEXT),
        (files.open_document(), ContentKind.ODT),
        (files.open_document(kind="spreadsheet"), ContentKind.ODS),
        (files.word_document(), ContentKind.DOCX),
        (files.sheet_document(), ContentKind.XLSX),
    ],
)
def test_documents_and_pictures_are_known_by_their_contents(data: bytes, kind: ContentKind) -> None:
    assert check_contents(data, "any.name") is kind


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (b"", "a.pdf", why.EMPTY),
        (bytes(LARGEST + 1), "a.pdf", why.TOO_LARGE),
        (b"MZ\x90\0", "a.pdf", why.PROGRAM),
        (b"\x7fELF\x02", "a.pdf", why.PROGRAM),
        (b"#!/bin/sh\nrm x", "a.txt", why.PROGRAM),
        (b"del *", "a.bat", why.PROGRAM),
        (b"del *", "a.BAT. ", why.PROGRAM),
        (b"<html><script>", "a.txt", why.WEB_PAGE),
        (b"hi <ScRipt src=x>", "a.txt", why.WEB_PAGE),
        (b'<?xml version="1.0"?><svg/>', "a.png", why.WEB_PAGE),
        (b"hello", "a.html", why.WEB_PAGE),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.doc", why.OLD_OFFICE),
        (b"{\\rtf1 hi}", "a.rtf", why.RICH_TEXT),
        (files.PDF + b"/Encrypt 5 0 R", "a.pdf", why.LOCKED_PDF),
        (files.PDF + b"<</S /JavaScript/JS(x)>>", "a.pdf", why.ACTIVE_PDF),
        (files.PDF + b"/EmbeddedFiles 3 0 R", "a.pdf", why.ACTIVE_PDF),
        (files.PNG + files.container({"a": b"b"}), "a.png", why.TWO_IN_ONE),
        (b"\x89PNG\r\n\x1a\n", "a.png", why.UNKNOWN),
        ("Übergabe".encode("latin-1"), "a.txt", why.NO_UTF8),
        (b"\x00\x01\x02", "a.txt", why.UNKNOWN),
        (b"nul \x00 inside", "a.txt", why.UNKNOWN),
        (files.container({"a.txt": b"x"}), "a.docx", inside.PLAIN_ARCHIVE),
        (files.open_document(kind="presentation"), "a.odp", inside.PLAIN_ARCHIVE),
        (files.word_document({"word/vbaProject.bin": b"x"}), "a.docx", inside.MACROS),
        (files.open_document({"Basic/Standard/m.xml": b"x"}), "a.odt", inside.MACROS),
        (files.container({"[Content_Types].xml": b"macroEnabled"}), "a.docm", inside.MACROS),
        (files.word_document({"word/embeddings/a": b"PK\x03\x04.."}), "a.docx", inside.EMBEDDED),
        (files.word_document({"word/media/a.png": b"MZ"}), "a.docx", inside.EMBEDDED),
        (files.container({str(at): b"" for at in range(2_001)}), "a.docx", inside.OVERFULL),
        (b"PK\x03\x04 not a zip", "a.docx", inside.BROKEN),
        (
            files.open_document({"META-INF/manifest.xml": b"<m:encryption-data/>"}),
            "a.odt",
            inside.LOCKED,
        ),
    ],
)
def test_whatever_can_act_or_cannot_be_looked_into_is_refused(
    data: bytes, name: str, reason: str
) -> None:
    found = check_contents(data, name)
    assert isinstance(found, Problem)
    assert found.message == reason
    assert found.values["name"] == name


def test_a_bomb_is_refused_without_unpacking_it() -> None:
    bomb = bytearray(files.word_document({"word/media/a": bytes(9 * 2**20)}))
    claimed = (300 * 2**20).to_bytes(4, "little")
    at = bomb.rindex(b"word/media/a") - 46
    bomb[at + 24 : at + 28] = claimed
    found = check_contents(bytes(bomb), "a.docx")
    assert isinstance(found, Problem)
    assert found.message == inside.OVERFULL


def test_a_locked_part_is_refused() -> None:
    locked = bytearray(files.word_document())
    at = locked.rindex(b"PK\x01\x02")
    locked[at + 8] |= 1
    found = check_contents(bytes(locked), "a.docx")
    assert isinstance(found, Problem)
    assert found.message == inside.LOCKED


@given(data=st.binary(max_size=400), begins=st.sampled_from([b"", b"PK\x03\x04", b"%PDF-1.7"]))
def test_no_bytes_are_too_strange_to_be_answered(data: bytes, begins: bytes) -> None:
    assert isinstance(check_contents(begins + data, "a"), ContentKind | Problem)


@given(at=st.integers(0, 400), put=st.binary(max_size=4))
def test_no_damaged_document_is_too_strange_to_be_answered(at: int, put: bytes) -> None:
    damaged = files.word_document()
    damaged = damaged[:at] + put + damaged[at + len(put) :]
    assert isinstance(check_contents(damaged, "a"), ContentKind | Problem)
