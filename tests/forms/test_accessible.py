"""Every paper is PDF/UA-1 and PDF/A-2a: whoever reads it, by eye, by ear or in fifty years."""

from __future__ import annotations

from datetime import date
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pytest

from forms.admin import recovery_page
from forms.consent import consent_form
from forms.consent import data_sheet as passed_on
from forms.letters import composed as letter
from forms.lists import list_paper as listing
from forms.mobile_advice import day_pack as pack
from forms.mobile_advice import figures_paper as figures
from forms.mobile_advice import timetable_poster as timetables
from forms.referrals import disclosure_register as register
from forms.referrals import psp_paper as psp
from forms.visiting import candidate_card as anonymous
from forms.visiting import phone_list as phones
from forms.visiting import visit_sheet as sheet
from forms.visiting import week_plan as plan
from tests.factories.papers import (
    appointment,
    candidate_card,
    consent_paper,
    data_sheet,
    day_pack,
    disclosure_register,
    figures_paper,
    list_paper,
    phone_list,
    psp_paper,
    timetable,
    visit_sheet,
    week_plan,
)
from tests.forms.reading import opened
from tests.forms.structure_reading import (
    elements,
    failures,
    is_element,
    marks,
    outline,
    painted,
)

if TYPE_CHECKING:
    from collections.abc import Callable

LANGUAGES = ("de", "da", "en")
NAMES = {
    "latin": ("Łukasz", "Öztürk"),
    "arabic": ("مُحَمَّد", "رحیمی\u200cپور ۱۲"),
    "hebrew": ("שרה", "כהן"),
    "mixed": ("Ελένη", "محمد Шевченко"),
}
KINDS = (
    *("letter", "two pages", "sheet", "recovery", "list", "consent", "data sheet", "card"),
    *("week plan", "day pack", "phone list", "register", "timetable", "figures"),
    *("extract", "minutes"),
)
GROUPS = ("7K2QMA", "M2PD9B", "ABCDE0", "FGH23W", "XYZ45T", "00000V")


_BY_NAME: dict[str, Callable[[str, str], bytes]] = {
    "figures": lambda name, code: figures.render(figures_paper(name, language=code)),
    "timetable": lambda name, code: timetables.render_flyer(
        timetable(name, languages=(code, "ar"))
    ),
    "day pack": lambda name, code: pack.render(day_pack(name, language=code)),
    "sheet": lambda name, code: sheet.render(visit_sheet(language=code, name=name)),
    "week plan": lambda name, code: plan.render(
        week_plan(name, 60, language=code, visitor=name if code == "da" else "")
    ),
    "phone list": lambda name, code: phones.render(phone_list(name, language=code)),
    "register": lambda name, code: register.render(
        disclosure_register(20, language=code, name=name)
    ),
    "extract": lambda name, code: psp.render(psp_paper("extract", name, language=code)),
    "minutes": lambda name, code: psp.render(psp_paper("minutes", name, language=code)),
    "consent": lambda name, code: consent_form.render(consent_paper(language=code, name=name)),
    "data sheet": lambda name, code: passed_on.render(data_sheet(language=code, name=name)),
    "card": lambda name, code: anonymous.render(candidate_card(language=code, district=name)),
}
"""Papers that need a name and a language alone."""


@cache
def _paper(kind: str, language: str = "de", names: str = "latin") -> bytes:
    given, family = NAMES[names]
    if kind in _BY_NAME:
        return _BY_NAME[kind](f"{given} {family}", language)
    if kind == "list":
        row = (f"{family}, {given}", date(1934, 5, 6), 92, "+49 211 1")
        columns = ("Name", "Geboren am", "Alter", "Telefon")
        return listing.render(list_paper(language=language, columns=columns, rows=(row,) * 60))
    if kind == "recovery":
        page = recovery_page.RecoveryPage(language, f"{given} {family}", GROUPS, date(2026, 11, 23))
        return recovery_page.render(page)
    country = "DK" if language == "da" else "DE"
    note = "Hinterhaus, zweiter Stock. " * (60 if kind == "two pages" else 1)
    facts = appointment(
        given, family, language=language, country=country, salutation="none", place_note=note
    )
    return letter.render(facts)


@pytest.mark.parametrize("names", NAMES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_paper_conforms_to_both_profiles(kind: str, language: str, names: str) -> None:
    assert failures(_paper(kind, language, names)) == []


@pytest.mark.parametrize("place", ["home", "out", "phone", "institution"])
def test_letters_about_every_place_conform(place: str) -> None:
    assert failures(letter.render(appointment(place=place))) == []
    assert failures(sheet.render(visit_sheet(place=place))) == []


@pytest.mark.parametrize("broken", ["/Lang", "/StructTreeRoot", "/Metadata", "/OutputIntents"])
def test_the_checker_sees_what_is_missing(broken: str) -> None:
    with opened(_paper("letter")) as document:
        del document.Root[broken]
        spoilt = BytesIO()
        document.save(spoilt)

    assert failures(spoilt.getvalue())


def test_checker_and_tests_see_what_is_painted_outside_the_structure() -> None:
    with opened(_paper("letter")) as document:
        document.pages[0].contents_add(b"0 0 10 10 re f")
        spoilt = BytesIO()
        document.save(spoilt)

    assert failures(spoilt.getvalue())
    assert painted(spoilt.getvalue())[-1].marks == ()


def test_the_checker_sees_a_head_that_does_not_say_what_it_heads() -> None:
    with opened(_paper("letter")) as document:
        for element in elements(document):
            if element.S == "/TH":
                del element["/A"]
        spoilt = BytesIO()
        document.save(spoilt)

    assert failures(spoilt.getvalue())


def _figures(pdf: bytes) -> set[tuple[int, int]]:
    """Answer what belongs to drawings that have words instead of them: page and mark."""
    with opened(pdf) as document:
        numbers = {page.obj.objgen: number for number, page in enumerate(document.pages)}
        return {
            (numbers[place], number)
            for element in elements(document)
            if element.S == "/Figure" and str(element.Alt)
            for place, number in marks(element)
        }


@pytest.mark.parametrize("names", NAMES)
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_painted_outside_the_structure(kind: str, names: str) -> None:
    pdf = _paper(kind, "de", names)
    drawings = _figures(pdf)
    for found in painted(pdf):
        assert found.marks
        if not found.shows_text and (found.page, *found.marks) not in drawings:
            assert found.marks == ("/Artifact",)


@pytest.mark.parametrize("kind", KINDS)
def test_all_marked_content_has_one_owner_and_is_found_from_its_page(kind: str) -> None:
    with opened(_paper(kind)) as document:
        owned = {
            (place, number): element.objgen
            for element in elements(document)
            for place, number in marks(element)
        }
        nums = list(document.Root.StructTreeRoot.ParentTree.Nums)
        tree = {int(nums[at]): nums[at + 1] for at in range(0, len(nums), 2)}
        from_pages = {
            (page.obj.objgen, number): owner.objgen
            for page in document.pages
            for number, owner in enumerate(tree[int(page.obj.StructParents)])
        }
    drawn = {
        (found.page, mark)
        for found in painted(_paper(kind))
        for mark in found.marks
        if isinstance(mark, int)
    }

    assert owned == from_pages
    assert len(drawn) == len(owned)


def test_parents_know_their_children_and_children_their_parents() -> None:
    with opened(_paper("recovery")) as document:
        for element in elements(document):
            for part in element.K:
                if is_element(part):
                    assert part.P.objgen == element.objgen


def test_a_letter_has_sender_recipient_subject_and_a_table_with_heads() -> None:
    found = outline(_paper("letter"))

    assert found[0] == "Document"
    assert [role for role in found if not role.startswith("  ")] == [
        "Document",
        *[" P"] * 8,  # letterhead, return line, recipient, four facts of the office
        " H1",
        *[" P"] * 2,
        " Table",
        *[" P"] * 6,  # one of them is the closing
    ]
    at = found.index(" Table")
    assert found[at : at + 10] == [" Table", *["  TR", "   TH", "   TD"] * 3]


def test_a_letter_of_two_pages_has_the_same_parts_as_one_of_one_page() -> None:
    assert outline(_paper("two pages")) == outline(_paper("letter"))


def test_heads_of_rows_say_so() -> None:
    with opened(_paper("sheet")) as document:
        heads = [element for element in elements(document) if element.S == "/TH"]

        assert {str(head.A.Scope) for head in heads} == {"/Row"}
        assert len(heads) == 6


def test_heads_of_columns_say_so_and_stand_in_the_table_once() -> None:
    with opened(_paper("list")) as document:
        heads = [element for element in elements(document) if element.S == "/TH"]
        pages = len(document.pages)

    assert pages > 1
    assert len(heads) == 4
    found = outline(_paper("list"))
    at = found.index(" Table")
    assert found[at : at + 6] == [" Table", "  TR", *["   TH"] * 4]
    assert found.count("  TR") == 61
    assert found.count("   TD") == 60 * 4


def test_the_groups_of_the_recovery_key_are_a_numbered_list() -> None:
    found = outline(_paper("recovery"))
    at = found.index(" L")

    assert found[at : at + 19] == [" L", *["  LI", "   Lbl", "   LBody"] * 6]
    assert [role for role in found if role.startswith(" H")] == [" H1", " H2", " H2"]


def test_the_recipient_is_read_word_for_word_in_order() -> None:
    with opened(_paper("letter", "de", "hebrew")) as document:
        read = [str(element.get("/ActualText", "")) for element in elements(document)]

    assert "שרה כהן Ricarda-Huch-Straße 12 40595 Düsseldorf" in read
    assert "Guten Tag שרה כהן," in read


@pytest.mark.parametrize("kind", KINDS)
def test_the_file_says_what_it_is(kind: str) -> None:
    with opened(_paper(kind)) as document:
        assert bool(document.Root.MarkInfo.Marked)
        assert all(page.obj.Tabs == "/S" for page in document.pages)
        with document.open_metadata() as packet:
            assert packet["pdfuaid:part"] == "1"
            assert (packet["pdfaid:part"], packet["pdfaid:conformance"]) == ("2", "A")
            assert packet["dc:title"] == document.docinfo["/Title"]
            assert packet["dc:language"] == {"de"}


def test_a_title_cannot_break_the_description() -> None:
    pdf = letter.render(appointment(visitor="A & <b>{title}</b> ]]>"))

    assert failures(pdf) == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_paper_is_the_same_to_the_byte(kind: str) -> None:
    first = _paper(kind, "de", "arabic")
    _paper.cache_clear()

    assert _paper(kind, "de", "arabic") == first


def test_different_papers_have_different_names() -> None:
    def name(pdf: bytes) -> bytes:
        with opened(pdf) as document:
            return bytes(pikepdf.Array(document.trailer.ID)[0])

    assert name(_paper("letter", "de", "latin")) != name(_paper("letter", "de", "hebrew"))
