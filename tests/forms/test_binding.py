"""Many papers in one file: every one as accessible as it was alone."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from forms.bidi import isolated
from forms.binding import bind
from forms.flow import draw, paragraph
from forms.paper import Paper
from tests.forms.reading import font_files, opened, text_of
from tests.forms.structure_reading import elements, failures, outline, painted

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = {
    "de": "Guten Tag Frau Łukasz, wir freuen uns auf Sie. ",
    "ar": f"{isolated('محمد حسین زاده')} ",
    "da": "Goddag Søren, vi glæder os til at se dig. ",
}


def _paper(language: str) -> bytes:
    paper = Paper(title="Brief", author="Stadt (Köln)", language=language)
    draw(paper, paragraph("Termin", 165, role="H1"), 25, 30)
    text = paragraph(TEXTS[language] * 20, 165)
    draw(paper, text[:3], 25, 50)
    paper.new_page()
    draw(paper, text[3:6], 25, 50)
    return paper.finished()


def _bound(folder: Path, *languages: str) -> bytes:
    files = [folder / f"{at}.pdf" for at in range(len(languages))]
    for file, language in zip(files, languages, strict=True):
        file.write_bytes(_paper(language))
    whole = BytesIO()
    bind(files, whole, "Alle (Briefe)")
    return whole.getvalue()


def test_the_whole_conforms_to_both_profiles(tmp_path: Path) -> None:
    whole = _bound(tmp_path, "de", "ar", "da")

    assert failures(whole) == []
    with opened(whole) as document:
        assert document.check_pdf_syntax() == []
        assert document.docinfo["/Title"] == "Alle (Briefe)"
        assert document.Root.Lang == "de"
        assert document.docinfo["/Author"] == "Stadt (Köln)"
    assert all(found.marks for found in painted(whole))


def test_each_paper_is_a_part_in_its_language(tmp_path: Path) -> None:
    whole = _bound(tmp_path, "de", "ar")

    assert outline(whole) == ["Document", *[" Part", "  H1", "  P"] * 2]
    with opened(whole) as document:
        said = [str(found.get("/Lang", "")) for found in elements(document)]
    assert said == ["", "de", "", "", "ar", "", ""]


def test_content_is_found_from_every_page(tmp_path: Path) -> None:
    with opened(_bound(tmp_path, "de", "da", "de")) as document:
        keys = [int(page.obj.StructParents) for page in document.pages]
        nums = list(document.Root.StructTreeRoot.ParentTree.Nums)
        owners = {int(nums[at]): nums[at + 1] for at in range(0, len(nums), 2)}
        pages = {key: owners[key][0].Pg.objgen for key in keys}

        assert keys == [0, 1, 2, 3, 4, 5]
        # The paragraph of a second page begins on the first.
        assert pages[2] == document.pages[2].obj.objgen == pages[3]


def test_the_text_is_that_of_the_papers(tmp_path: Path) -> None:
    whole = text_of(_bound(tmp_path, "de", "ar", "da"))

    assert whole == " ".join(text_of(_paper(language)) for language in ("de", "ar", "da"))


def test_what_papers_share_is_there_once(tmp_path: Path) -> None:
    one, two, three = (_bound(tmp_path, *["de"] * count) for count in (1, 2, 3))

    assert len(three) - len(two) == pytest.approx(len(two) - len(one), abs=200)
    assert len(two) - len(one) < len(one) / 5
    assert font_files(two).keys() == font_files(one).keys()


def test_another_programs_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "other.pdf"
    with opened(_paper("de")) as document:
        document.save(file)

    with pytest.raises(ValueError, match="not made by this program"):
        bind([file], BytesIO(), "Alle")


def test_a_damaged_paper_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "damaged.pdf"
    whole = _paper("de")
    place = whole.index(b"\nendobj\n")
    file.write_bytes(whole[:place] + b"\nendobx\n" + whole[place + len(b"\nendobj\n") :])

    with pytest.raises(ValueError, match="not made by this program"):
        bind([file], BytesIO(), "Alle")
