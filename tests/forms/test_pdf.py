"""The objects of a PDF file."""

from __future__ import annotations

import re
from io import BytesIO

from forms.pdf import PdfFile, stream, text_string
from tests.forms.reading import opened


def _small(into: BytesIO | None = None) -> PdfFile:
    file = PdfFile(into)
    pages = file.reserve()
    root = file.add(b"<</Type/Catalog/Pages %d 0 R>>" % pages)
    file.put(pages, b"<</Type/Pages/Count 0/Kids[]>>")
    file.finish(root, file.add(b"<<>>"))
    return file


def test_every_object_is_found_where_the_table_says() -> None:
    pdf = _small().content()

    with opened(pdf) as document:
        assert document.check_pdf_syntax() == []
        assert document.Root.Pages.Count == 0
    start = int(re.findall(rb"startxref\n(\d+)", pdf)[0])
    assert pdf[start:].startswith(b"xref\n0 4\n")


def test_a_file_on_the_disk_has_the_same_bytes_as_one_in_memory() -> None:
    disk = BytesIO()
    _small(disk)

    assert disk.getvalue() == _small().content()


def test_a_stream_ends_on_a_line_of_its_own() -> None:
    assert stream(b"abc") == b"<</Length 3>>\nstream\nabc\nendstream"


def test_content_that_ends_like_half_a_line_end_keeps_its_length() -> None:
    assert stream(b"x\r", "/N 3") == b"<</N 3/Length 2>>\nstream\nx\r\r\nendstream"


def test_no_text_ends_its_string_early() -> None:
    assert text_string("a)>") == "<FEFF00610029003E>"
    assert text_string("\ud800") == "<FEFF003F>"
