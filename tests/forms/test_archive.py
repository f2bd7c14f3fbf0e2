"""What a document carries for readers and archives."""

from __future__ import annotations

import re

from PIL import ImageCms

from forms.paper import Paper
from resources import path
from tests.forms.reading import opened


def _pdf(title: str = "Ihr Termin") -> bytes:
    paper = Paper(title=title, author="Stadt", language="de")
    paper.text(25, 50, "Guten Tag", 12)
    return paper.finished()


def test_every_stream_in_a_file_does_and_is_as_long_as_it_says() -> None:
    pdf = _pdf()

    assert len(re.findall(rb"\nendstream\n", pdf)) == pdf.count(b"endstream")
    with opened(pdf) as document:
        assert document.check_pdf_syntax() == []


def test_the_old_description_has_nothing_that_the_new_one_lacks() -> None:
    with opened(_pdf()) as document:
        assert set(document.docinfo.keys()) == {"/Title", "/Author", "/Creator", "/Producer"}


def test_what_xml_forbids_is_no_obstacle() -> None:
    with opened(_pdf("a\x01<&>\ufffe")) as document, document.open_metadata() as packet:
        assert packet["dc:title"] == "a\ufffd<&>\ufffd"


def test_the_colours_are_srgb() -> None:
    with opened(_pdf()) as document:
        profile = document.Root.OutputIntents[0].DestOutputProfile
        assert profile.read_bytes() == path("paper", "sRGB.icc").read_bytes()
        assert int(profile.N) == 3
    name = ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(str(path("paper", "sRGB.icc"))))
    assert name.startswith("sRGB")


def test_pages_are_compressed_once() -> None:
    with opened(_pdf()) as document:
        assert str(document.pages[0].obj.Contents.Filter) == "/FlateDecode"
