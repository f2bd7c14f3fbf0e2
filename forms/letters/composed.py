"""A letter composed of building blocks: any template, size and layout, in one or two languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from app.errors import N_, Problem, Refused
from app.letters.rules.body import sentences_of
from forms.bidi import cleaned
from forms.flow import draw, gap, pages
from forms.letterhead import draw_address, draw_foot, draw_head, draw_information, draw_marks
from forms.letters.arranging import ended, side_by_side, stacked
from forms.letters.setting import (
    SIZES,
    set_body,
    set_note,
    set_subject,
    setting_of,
    two_columns,
)
from forms.page import PRESETS
from forms.paper import Paper
from forms.printable import check_printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.letters.rules.body import Body
    from forms.flow import Row
    from forms.letterhead import Sender
    from forms.letters.setting import Setting
    from forms.logo import Logo
    from forms.page import Layout

Arrangement = Literal["columns", "after"]

_SPACE = 0.3
"""Space between pieces, in millimetres for each point of the size."""
_NARROWEST = 14.0
"""Two columns are set up to this size, in points; larger print stands one after the other."""

EMPTY = N_("The letter has no text yet.")
NO_SENDER = N_("The office card has no name. The letter needs a sender.")
NO_RECIPIENT = N_("This person has no address. Please fill it in first.")


@dataclass(frozen=True, slots=True)
class Version:
    """What a letter says in one language."""

    language: str
    """BCP 47 tag."""
    subject: str
    body: Body
    binding: str = ""
    """Says which language is binding, in this language; "" where there is only one."""


@dataclass(frozen=True, slots=True)
class ComposedLetter:
    """A letter as it is drawn; its values are filled in already."""

    sender: Sender
    recipient: tuple[str, ...]
    """Name and address, line by line."""
    first: Version
    """In the binding language."""
    second: Version | None = None
    arrangement: Arrangement = "after"
    layout: str = "din_b"
    """One of `forms.page.PRESETS`."""
    size: str = "normal"
    """One of `forms.letters.setting.SIZES`."""
    information: tuple[tuple[str, str], ...] = ()
    """Labels and values of the information block."""
    annotations: tuple[str, ...] = ()
    """How the letter is carried or opened, such as "Einschreiben", line by line."""
    logo: Logo | None = None
    page: str = "{number} / {count}"
    """Template of the page number with the fields {number} and {count}."""


def render(letter: ComposedLetter) -> bytes:
    """Answer the letter as PDF.

    Raises `Refused` when it has no text, no sender or no address, when a character cannot be
    printed, or when the address does not fit into the window.
    """
    _check(letter)
    layout = PRESETS[letter.layout]
    paper = Paper(
        title=letter.first.subject,
        author=cleaned(letter.sender.name),
        language=letter.first.language,
    )
    draw_head(paper, letter.sender, layout.head_room, letter.logo)
    draw_address(paper, letter.sender, letter.recipient, layout, letter.annotations)
    draw_information(paper, letter.information, layout)
    draw_marks(paper, layout)
    _draw_pages(paper, letter, layout)
    return paper.finished()


def _draw_pages(paper: Paper, letter: ComposedLetter, layout: Layout) -> None:
    shared = pages(
        _rows(letter, layout),
        layout.body_bottom - layout.body_top,
        layout.body_bottom - layout.following_top,
    )
    for number, rows in enumerate(shared, start=1):
        if number > 1:
            paper.new_page()
        shown = letter.page.format(number=number, count=len(shared)) if len(shared) > 1 else ""
        draw_foot(paper, letter.sender, shown)
        draw(paper, rows, layout.left, layout.body_top if number == 1 else layout.following_top)


def _rows(letter: ComposedLetter, layout: Layout) -> tuple[Row, ...]:
    size = SIZES[letter.size]
    whole = setting_of(letter.first.language, letter.size, layout.text_width)
    space = size.points * _SPACE
    if letter.second is None:
        return ended(stacked(_pieces(letter.first, whole), space), size.line)
    if letter.arrangement == "columns" and size.points <= _NARROWEST:
        left, right = two_columns(whole, letter.second.language)
        rows = side_by_side(
            tuple(_pieces(letter.first, left)), tuple(_pieces(letter.second, right)), space
        )
        return ended(rows, size.line)
    second = setting_of(letter.second.language, letter.size, layout.text_width, is_second=True)
    return (
        *ended(stacked(_pieces(letter.first, whole), space), size.line),
        gap(3 * space, keeps_next=True),
        *ended(stacked(_pieces(letter.second, second), space), size.line),
    )


def _pieces(version: Version, setting: Setting) -> Iterator[tuple[Row, ...]]:
    yield set_subject(version.subject, setting)
    yield from set_body(version.body, setting)
    if version.binding:
        yield set_note(version.binding, setting)


def _check(letter: ComposedLetter) -> None:
    versions = [version for version in (letter.first, letter.second) if version is not None]
    problems = []
    if not cleaned(letter.sender.name):
        problems.append(Problem(NO_SENDER, "sender"))
    if not any(cleaned(line) for line in letter.recipient[1:]):
        problems.append(Problem(NO_RECIPIENT, "recipient"))
    if not all(version.body and cleaned(version.subject) for version in versions):
        problems.append(Problem(EMPTY, "text"))
    if problems:
        raise Refused(*problems)
    sender = letter.sender
    check_printable(
        {
            "recipient": " ".join(letter.recipient),
            "annotations": " ".join(letter.annotations),
            "sender": f"{sender.name} {sender.department} {sender.contact} {sender.phone} "
            f"{sender.email} {sender.street} {sender.place}",
            "text": " ".join(
                f"{version.subject} {sentences_of(version.body)} {version.binding}"
                for version in versions
            ),
            "information": " ".join(part for fact in letter.information for part in fact),
        }
    )
