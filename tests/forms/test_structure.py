"""The structure tree in the file."""

from __future__ import annotations

from forms.bidi import isolated
from forms.flow import bullets, draw, paragraph, table
from forms.paper import Paper
from tests.forms.reading import opened
from tests.forms.structure_reading import elements, failures, outline


def _paper() -> Paper:
    return Paper(title="t", author="a", language="de")


def test_a_page_without_anything_is_a_document_without_parts() -> None:
    assert outline(_paper().finished()) == ["Document"]


def test_text_without_a_place_is_a_paragraph() -> None:
    paper = _paper()
    paper.text(25, 50, "Guten Tag", 12)
    paper.text(25, 60, "Auf Wiedersehen", 12)

    assert outline(paper.finished()) == ["Document", " P", " P"]


def test_a_passage_names_its_language_where_it_is_another() -> None:
    paper = _paper()
    rows = (
        *paragraph("Termin", 165, role="H1"),
        *paragraph("Randevu", 165, language="tr"),
        *bullets(["eins"], 165),
    )
    draw(paper, rows, 25, 50)
    pdf = paper.finished()

    with opened(pdf) as document:
        found = [str(element.get("/Lang", "")) for element in elements(document)]
    assert found == ["", "", "tr", "", "", "", ""]
    assert failures(pdf) == []


def test_what_runs_to_the_left_is_also_there_as_it_is_read() -> None:
    paper = _paper()
    name = isolated("שרה כהן")
    draw(paper, (*paragraph(f"Guten Tag {name}, " * 8, 100), *paragraph("Auf bald", 100)), 25, 50)
    pdf = paper.finished()

    with opened(pdf) as document:
        _document, turned, straight = elements(document)
        assert str(turned.ActualText).strip() == ("Guten Tag שרה כהן, " * 8).strip()
        assert "/ActualText" not in straight
    assert failures(pdf) == []


def test_a_label_beside_lines_does_not_mix_with_them() -> None:
    paper = _paper()
    rows = table([("Wen und wen", "שרה כהן " * 20)], 100, label_width=15)
    draw(paper, rows, 25, 50)

    with opened(paper.finished()) as document:
        *_above, head, value = elements(document)
        assert "/ActualText" not in head
        assert str(value.ActualText).split() == ["שרה", "כהן"] * 20
