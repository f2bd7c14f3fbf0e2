"""Everything that leaves the office as a file, made by whoever works in it, and what it says."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pikepdf

from app.clients.queries.facts import people_rows
from app.clients.rules import ClientFilter
from app.errors import Problem, Refused
from app.exchange.writing.card_file import CardFile, Cards
from app.exchange.writing.columns import Cells, ExportColumn
from app.exchange.writing.list_file import ListFile
from app.exchange.writing.new_file import NewFile
from app.exchange.writing.rules import ExportFormat
from app.letters.actions import write_letter_to
from app.letters.queries import letter_pdf
from app.privacy.answering import answer_request
from app.privacy.listing import rehearsal_list
from app.referrals.register.actions import person_register
from app.visiting.calendar.exporting import CalendarWish, CalendarWords, export_calendar
from tests.app.access.test_canary import QUESTIONS
from tests.app.referrals.marked import given
from tests.factories.exchange import list_head
from tests.forms.reading import text_of
from ui.clients.people_cells import card

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from app.clients.queries.facts import PersonRow
    from app.office import Office

LISTS = (ExportFormat.CSV, ExportFormat.XLSX, ExportFormat.PDF)
_TODAY = date(2026, 11, 23)
_ALWAYS = (date(2000, 1, 1), date(2100, 1, 1))
_LETTERS = ("appointment", "preventive_visit_reminder")
_PLAIN = (str, int, float, date, UUID, bytes)


@dataclass(frozen=True)
class Maker:
    """Makes files in an office, as whoever works there."""

    office: Office
    rows: Mapping[str, Any]
    folder: Path

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Answer name and bytes of each file that the colleague may have."""
        answers = list(self._answers())
        yield from self.lists({leaf for answer in answers for leaf in leaves(answer)})
        yield "cards.vcf", self.cards(self.office.ask(_people))
        yield from ((f"{at}.bytes", one) for at, one in enumerate(answers) if type(one) is bytes)
        for name, act in self._acts().items():
            try:
                made = act()
            except Refused:
                continue
            yield name, made

    def lists(self, texts: set[str]) -> Iterator[tuple[str, bytes]]:
        """Write texts as a list, one in each row, in each kind of file that lists have."""
        column = ExportColumn[str]("text", "Text", str)
        for form in LISTS:
            path = self.folder / f"{uuid4()}.{form.value}"
            cells = Cells((column,), bool)
            file = ListFile(NewFile(path), form, list_head("Text"), cells)
            yield f"list.{form.value}", _written(file, sorted(texts), path)

    def cards(self, people: tuple[PersonRow, ...]) -> bytes:
        """Write address cards of people, with their addresses."""
        path = self.folder / f"{uuid4()}.vcf"
        file = CardFile(NewFile(path), Cards(card, _is_protected, with_protected=True))
        return _written(file, people, path)

    def _answers(self) -> Iterator[object]:
        for name, question in sorted(QUESTIONS.items()):
            arguments = given(name, question, self.rows)
            if arguments is not None:
                try:
                    yield self.office.ask(partial(question, **arguments))
                except Exception:  # noqa: BLE001, S112 - what it tells is tried elsewhere
                    continue

    def _acts(self) -> dict[str, Callable[[], bytes]]:
        act, person = self.office.act, self.rows["person"]["id"]
        words = CalendarWords("Visit", "Visit to {name}")
        wish = CalendarWish(*_ALWAYS, words, reason="To plan")
        return {
            "calendar.ics": lambda: act(export_calendar, wish).value,
            "answer.zip": partial(self._answer, person),
            "register.pdf": lambda: act(person_register, person, "en").value,
            "due.csv": lambda: act(rehearsal_list, ExportFormat.CSV, "en").value,
            "due.pdf": lambda: act(rehearsal_list, ExportFormat.PDF, "en").value,
            **{f"{template}.pdf": partial(self._letter, template) for template in _LETTERS},
        }

    def _answer(self, person: UUID) -> bytes:
        return self.office.act(answer_request, person, "en", with_files=True).value.packed()

    def _letter(self, template: str) -> bytes:
        key = uuid4()
        self.office.act(write_letter_to, self.rows["person"]["id"], template, "de", key)
        pages = self.office.ask(letter_pdf, key)
        if pages is None:
            raise Refused(Problem("no letter"))
        return pages.pdf


def leaves(answer: object) -> Iterator[str]:
    """Answer each text and number of an answer: whatever a column could be made of."""
    if isinstance(answer, _PLAIN):
        yield str(answer) if not isinstance(answer, bytes) else ""
    elif is_dataclass(answer):
        for field in fields(answer):
            yield from leaves(getattr(answer, field.name))
    elif isinstance(answer, dict):
        for one in (*answer.keys(), *answer.values()):
            yield from leaves(one)
    elif isinstance(answer, (tuple, list, set, frozenset)):
        for one in answer:
            yield from leaves(one)


def said_in(content: bytes) -> str:
    """Answer what a file says: archives unpacked, pages read, folded lines unfolded."""
    if content.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = [said_in(archive.read(name)) for name in archive.namelist()]
            return "\n".join((*archive.namelist(), *parts))
    if content.startswith(b"%PDF"):
        with pikepdf.open(BytesIO(content)) as pdf:
            about = [str(value) for value in pdf.docinfo.values()]
            parts = [said_in(one.get_file().read_bytes()) for one in pdf.attachments.values()]
        return "\n".join((text_of(content), *about, *parts))
    raw = content.decode("utf-16" if content.startswith(b"\xff\xfe") else "utf-8", "replace")
    plain = raw.replace("\r\n ", "")
    # JSON may write letters as numbers.
    return plain + plain.encode("ascii", "ignore").decode("unicode_escape", "ignore")


def _written(file: Any, rows: Any, path: Path) -> bytes:  # noqa: ANN401 - a list or cards
    file.begin()
    file.add(rows)
    file.finish()
    content = path.read_bytes()
    path.unlink()
    return content


def _people(connection: Any) -> tuple[PersonRow, ...]:  # noqa: ANN401 - a connection
    return people_rows(
        connection, 0, 100, kind=ClientFilter.ALL, status=None, language="de", today=_TODAY
    )


def _is_protected(row: PersonRow) -> bool:
    return row.hit.address_protected
