"""The public timetable says when and where, in every language, and nothing about anybody."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from io import BytesIO
from itertools import pairwise

import pypdfium2
import pytest

from app.errors import Refused
from app.mobile_advice.tours.public.facts import public_languages, public_words
from app.mobile_advice.tours.public.web_page import web_page
from forms.mobile_advice.timetable_poster import render_flyer, render_poster
from tests.factories.papers import timetable
from tests.forms.reading import seen
from tests.forms.structure_reading import failures

ALL = tuple(tag for tag, _is_read in public_languages())
WITHOUT_END = {"meta"}


def contrast(one: str, other: str) -> float:
    """Answer the contrast of WCAG 2.2 between two colours such as "#0b5c63"."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """Answer how light a colour is, from 0 to 1."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def words(pdf: bytes) -> str:
    """Answer everything that is printed."""
    return " ".join(one.text for one in seen(pdf))


class Page(HTMLParser):
    """Reads a page strictly: what is opened is closed in its turn."""

    def __init__(self, text: str) -> None:
        """Read a page."""
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(text)
        assert not self.open, "everything that was opened is closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags.append((tag, dict(attrs)))
        if tag not in WITHOUT_END:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the last tag that is open."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Note words."""
        if "style" not in self.open:
            self.words += data

    def of(self, tag: str) -> list[dict[str, str | None]]:
        """Answer the attributes of all such tags."""
        return [attrs for name, attrs in self.tags if name == tag]


def test_the_poster_says_cancelled_and_moved_days() -> None:
    text = words(render_poster(timetable()))
    assert "zentrum plus auf Rädern" in text
    assert "24.11., 1.12." in text.replace("  ", " ")
    assert "fällt aus" in text
    assert "statt Mo., 14.12." in text
    assert "0211 899-8999" in text


def test_a_poster_of_five_languages_is_one_sheet_of_its_size() -> None:
    for sheet, width in (("a4", 595), ("a3", 842)):
        pdf = render_poster(timetable(languages=ALL[-5:]), sheet)  # type: ignore[arg-type]  # one of the two sizes
        document = pypdfium2.PdfDocument(BytesIO(pdf))
        assert len(document) == 1
        assert round(document[0].get_size()[0]) == width
        document.close()
        assert failures(pdf) == []


def test_a_flyer_has_a_page_for_each_language() -> None:
    document = pypdfium2.PdfDocument(BytesIO(render_flyer(timetable(languages=ALL))))
    assert len(document) == len(ALL)
    document.close()


@pytest.mark.parametrize("language", ALL)
def test_days_that_are_not_sure_say_so_in_every_language(language: str) -> None:
    unsure = public_words()[language]["unconfirmed"]
    page = web_page(timetable(languages=(language,))).decode()
    assert page.count(unsure) == 2
    assert unsure not in web_page(timetable(languages=(language,), stops=())).decode()


def test_a_character_that_no_font_has_is_refused_by_its_name() -> None:
    with pytest.raises(Refused):
        render_poster(timetable("Markt \U0001f68c"))


def test_the_web_page_can_be_read_by_everybody_and_asks_nobody() -> None:
    hostile = '<b>Markt</b> & "Platz" <script>alert(1)</script>'
    text = web_page(timetable(hostile, languages=("de", "ar"))).decode()
    page = Page(text)
    assert page.of("html") == [{"lang": "de", "dir": "ltr"}]
    assert [(one["lang"], one["dir"]) for one in page.of("section")] == [
        ("de", "ltr"), ("ar", "rtl"),
    ]  # fmt: skip
    assert len(page.of("h1")) == len(page.of("table")) == len(page.of("caption")) == 2
    assert [one["scope"] for one in page.of("th")].count("col") == 4
    assert [one["scope"] for one in page.of("th")].count("row") == 12
    assert hostile in page.words
    names = {name for name, _attrs in page.tags}
    assert not names & {"script", "img", "link", "iframe", "b", "form"}
    assert not [attrs for _name, attrs in page.tags if {"src", "onclick", "style"} & set(attrs)]
    assert all(str(one["href"]).startswith("#") for one in page.of("a"))
    assert "url(" not in text
    assert "@import" not in text


def test_a_timetable_without_stops_says_so() -> None:
    facts = replace(timetable(), stops=())
    assert "nicht unterwegs" in words(render_poster(facts))
    assert "nicht unterwegs" in Page(web_page(facts).decode()).words


def test_the_web_page_has_headings_in_order_and_its_links_lead_somewhere() -> None:
    page = Page(web_page(timetable(languages=("da", "tr", "uk"))).decode())
    names = [name for name, _attrs in page.tags]
    assert names.count("title") == names.count("main") == names.count("footer") == 1
    assert {"charset": "utf-8"} in page.of("meta")
    assert [attrs.get("name") for attrs in page.of("meta")][-1] == "viewport"
    levels = [int(name[1]) for name in names if name in {"h1", "h2", "h3"}]
    assert levels[0] == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))
    ids = [attrs["id"] for _name, attrs in page.tags if "id" in attrs]
    assert [str(one["href"]) for one in page.of("a")] == [f"#{key}" for key in ids]
    assert len(ids) == len(set(ids)) == 3
    assert all(one["lang"] and one["dir"] for one in page.of("a"))


def test_the_web_page_can_be_read_in_light_and_dark() -> None:
    style = web_page(timetable()).decode().split("<style>")[1].split("</style>")[0]
    light, dark = style.split("prefers-color-scheme: dark")
    for part in (light, dark):
        colours = dict(re.findall(r"^ *(body|h1) \{[^}]*?color: (#\w{6})", part, re.MULTILINE))
        (ground,) = re.findall(r"background: (#\w{6})", part)
        assert set(colours) == {"body", "h1"}
        for colour in colours.values():
            assert contrast(colour, ground) >= 7
    assert contrast(re.findall(r"border-bottom: 1px solid (#\w{6})", light)[0], "#ffffff") >= 3
