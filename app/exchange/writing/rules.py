"""What a list that leaves the office is: plain cells, who asked for it, when and why."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from app.admin.rules import NOT_REPEATED, PassphraseRule, check_passphrase
from app.errors import N_, Problem
from app.text_rules import check_text

Cell = str | int | date | datetime | None
"""One cell; a `datetime` is local wall-clock time without a zone."""

SEALED = "+zip"
"""Follows the kind of file in the log, where a password protects it."""
LONGEST_REASON = 300
"""Longest reason, in characters."""
SHORTEST_REASON = 3
"""Letters and digits that a reason has at least: enough for "Rota"."""
MOST_SHEET_ROWS = 1_048_575
"""Rows below the head that a sheet of Excel has room for."""
MOST_PAPER_ROWS = 5000
"""Rows of a list that is printed: more than 200 pages nobody looks through."""

TOO_SHORT_A_REASON = N_("Please say in a few words what this list is needed for.")
NO_COLUMN = N_("Please choose at least one column.")
TOO_MANY_ROWS = N_(
    "An Excel sheet holds {longest} rows, and this list has {count}. Please choose CSV."
)
TOO_MUCH_PAPER = N_(
    "A PDF takes {longest} rows, and this list has {count}. Please narrow the list down, or "
    "choose Excel."
)


NOT_FOR_EVERY_PROGRAM = N_(
    "Use letters without accents or umlauts, digits and signs: not every program that opens ZIP "
    "archives knows others."
)
PASSWORDS_DIFFER = N_("The two passwords differ. Type the second one again.")
SEAL_RULE = PassphraseRule(longest=99)
"""As hard to guess as the office's own passphrase; 7-Zip takes no more than 99 bytes."""


class ExportFormat(StrEnum):
    """What kind of file a list becomes."""

    XLSX = "xlsx"
    CSV = "csv"
    PDF = "pdf"
    VCARD = "vcf"
    ICS = "ics"

    @property
    def label(self) -> str:
        """The kind of file in English, translated where it is shown."""
        return _LABELS[self]


_LABELS = {
    ExportFormat.XLSX: N_("Excel table (.xlsx)"),
    ExportFormat.CSV: N_("Text table (.csv)"),
    ExportFormat.PDF: N_("PDF to print (.pdf)"),
    ExportFormat.VCARD: N_("Address cards (.vcf)"),
    ExportFormat.ICS: N_("Calendar file (.ics)"),
}


@dataclass(frozen=True, slots=True)
class ListHead:
    """What a list says about itself; plain text in the language of the window."""

    language: str
    """"de", "da" or "en": decides about separators and how dates are written."""
    title: str
    columns: tuple[str, ...]
    """The titles of the columns, from the left."""
    when: datetime
    """Local wall-clock time."""
    who: str
    selection: str = ""
    """What the list was narrowed down to, as a sentence; "" for all."""


@dataclass(frozen=True, slots=True)
class Written:
    """What became of a file: its rows, and how many cells were too long for it."""

    rows: int
    cut_cells: int = 0


@dataclass(frozen=True, slots=True)
class ExportWish:
    """What somebody wants to take out of the office, and why."""

    list_name: str
    """Feature word of the list, such as "clients"."""
    format: ExportFormat
    columns: tuple[str, ...]
    """The keys of the columns, from the left."""
    reason: str
    rows: int
    """How many rows it has."""
    with_protected: bool = False
    """Whether protected addresses leave the office too."""
    is_sealed: bool = False
    """Whether the file is in an archive that only a password opens."""

    @property
    def form(self) -> str:
        """The kind of file as it is logged: "csv", or "csv+zip" with a password."""
        return f"{self.format.value}{SEALED}" if self.is_sealed else self.format.value


def check_export(wish: ExportWish) -> tuple[Problem, ...]:
    """Answer what is wrong with a wish, naming fields of `ExportWish`."""
    return (*_check_reason(wish.reason), *_check_shape(wish))


def check_password(password: str, repeated: str) -> tuple[Problem, ...]:
    """Answer what is wrong with the password of a file, naming "password" and "repeated"."""
    problems = check_passphrase(password, repeated, SEAL_RULE)
    if not password.isascii():
        problems = (Problem(NOT_FOR_EVERY_PROGRAM, "passphrase"),)
    return tuple(_about_password(problem) for problem in problems)


def _about_password(problem: Problem) -> Problem:
    if problem.message == NOT_REPEATED:
        return replace(problem, message=PASSWORDS_DIFFER)
    return replace(problem, field="password")


def _check_reason(reason: str) -> tuple[Problem, ...]:
    problems = check_text(reason, "reason", longest=LONGEST_REASON, required=True)
    if problems:
        return problems
    if sum(character.isalnum() for character in reason) < SHORTEST_REASON:
        return (Problem(TOO_SHORT_A_REASON, "reason"),)
    return ()


def _check_shape(wish: ExportWish) -> tuple[Problem, ...]:
    if not wish.columns:
        return (Problem(NO_COLUMN, "columns"),)
    longest, sentence = _MOST_ROWS.get(wish.format, (wish.rows, ""))
    if wish.rows > longest:
        return (Problem(sentence, "format", {"count": wish.rows, "longest": longest}),)
    return ()


_MOST_ROWS = {
    ExportFormat.XLSX: (MOST_SHEET_ROWS, TOO_MANY_ROWS),
    ExportFormat.PDF: (MOST_PAPER_ROWS, TOO_MUCH_PAPER),
}
