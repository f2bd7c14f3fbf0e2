"""Answering a request: everything on a person as paper, as a file for programs, with its files."""

from __future__ import annotations

import json
import zipfile
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, select

from app.access.actions import need_right
from app.access.rules import Right
from app.codes.queries import own_entries
from app.errors import N_, Problem, Refused
from app.letters.templates.rules import OTHER_TITLES
from app.privacy.everything import everything_on
from app.privacy.keeping import file_of, office_keeping
from app.privacy.left_words import file_left, what_left
from app.privacy.looking import ANSWER, note_looks, seen
from app.privacy.rules import add_months
from app.privacy.telling import Teller, entered_by, plain, plain_rows
from db.admin import OfficeCard
from db.answers import Answer as Answered
from db.erasing import ABOUT_NOBODY
from db.journal import Attachment
from db.letters import Letter

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from uuid import UUID

    from app.office import Act
    from app.privacy.everything import Everything, HeldTable
    from app.privacy.looking import LeftRow
    from app.privacy.rules import Due, Keeping, Period

UNKNOWN_PERSON = N_("This person is no longer in the office.")
LIST_OF = N_("{day}: the list “{list}” was saved by {who} as {form}: {why}")
PASSED_TO = N_("{day}: {to} was given: {what} ({who})")
LETTER_TO = N_("{day}: a letter to the person: {subject}")
TO_THE_PERSON = N_("The person, as letters")
AS_LISTED = N_("See “Who was given facts” above")
KEPT_UNTIL = N_("On {day} ({source})")
KEPT_MONTHS = N_("{months} months after each entry ({source})")
DRAFTS_GO = N_("As soon as the form is saved or thrown away")


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a request, ready to be handed over."""

    name: str
    pdf: bytes
    data: bytes
    """The same as JSON in UTF-8."""
    files: tuple[tuple[str, bytes], ...]
    """Letters and files of notes, each with a name of its own."""

    def everything(self) -> tuple[tuple[str, bytes], ...]:
        """Answer all of it as files with names."""
        files = ((f"files/{name}", content) for name, content in self.files)
        return (("answer.pdf", self.pdf), ("answer.json", self.data), *files)

    def packed(self) -> bytes:
        """Answer all of it as one ZIP file; the same answer gives the same bytes."""
        buffer = BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in self.everything():
                archive.writestr(zipfile.ZipInfo(name), content)
        return buffer.getvalue()


_OFFICE = select(OfficeCard.name).limit(1)
_LETTERS = select(Letter.id, Letter.pdf).where(Letter.id.in_(bindparam("ids", expanding=True)))
_ANSWERS = select(Answered.id, Answered.pdf).where(
    Answered.id.in_(bindparam("ids", expanding=True)), Answered.pdf.is_not(None)
)
_FILES = select(Attachment.id, Attachment.name, Attachment.content).where(
    Attachment.id.in_(bindparam("ids", expanding=True))
)


def answer_request(act: Act, person_id: UUID, language: str, *, with_files: bool = False) -> Answer:
    """Answer everything that is held on a person, in a language; the answer is noted as a look.

    Raises `Refused` without the right, or for someone whom the reader may not know of.
    """
    need_right(act, Right.PRIVACY)
    connection = act.session.connection()
    everything = everything_on(connection, person_id)
    if everything is None:
        raise Refused(Problem(UNKNOWN_PERSON))
    answer = make_answer(act, everything, language, with_files=with_files)
    note_looks(act, [everything.person_id], ANSWER)
    act.touch("privacy", everything.person_id)
    return answer


def make_answer(act: Act, everything: Everything, language: str, *, with_files: bool) -> Answer:
    """Make the paper and the file; also what an archive gets before a deletion."""
    today = act.local_now.date()
    connection = act.session.connection()
    told = _Told(
        everything,
        Teller(language, everything.names, own_entries(connection)),
        office_keeping(connection, today),
        file_of(connection, everything.person_id, today),
        seen(connection, everything.person_id).left,
    )
    return Answer(
        everything.name,
        _paper(act, told, language),
        _data(act, told),
        tuple(_files(act, everything)) if with_files else (),
    )


@dataclass(frozen=True, slots=True)
class _Told:
    """What both the paper and the file are made of."""

    everything: Everything
    teller: Teller
    keeping: Keeping
    due: Due | None
    left: tuple[LeftRow, ...]

    def recipients(self) -> tuple[str, ...]:
        """Answer one sentence for everyone who was given facts, the letters among them."""
        said = self.teller.word
        sentences = [(row.at, self._left(row)) for row in self.left]
        for letter in self.everything.rows("letter"):
            if letter["template"] in OTHER_TITLES:
                continue  # went to somebody else, and is told among what was passed on
            day = self.teller.value("letter", "written_at", letter["written_at"])
            words = said(LETTER_TO).format(day=day, subject=letter["subject"])
            sentences.append((letter["written_at"], words))
        return tuple(words for _at, words in sorted(sentences, reverse=True))

    def _left(self, row: LeftRow) -> str:
        words, day = self.teller.word, self.teller.value("disclosure", "at", row.at)
        if not row.to:
            shown = {"list": what_left(row, words), "form": file_left(row, words)}
            return words(LIST_OF).format(day=day, who=row.who, why=row.why, **shown)
        what = what_left(row, words)
        return words(PASSED_TO).format(day=day, to=row.to, what=what, who=row.who)

    def given(self, held: HeldTable) -> str:
        """Answer who was given the rows of a table."""
        if held.table == "letter":
            return self.teller.word(TO_THE_PERSON)
        return self.teller.word(AS_LISTED) if self.left else ""

    def kept(self, held: HeldTable) -> str:
        """Answer until when the rows of a table are kept; "" while the file is open."""
        period = self._period_of(held.table)
        if held.table == "draft":
            return self.teller.word(DRAFTS_GO)
        if period is not None:
            shown = {"months": period.months, "source": period.source}
            return self.teller.word(KEPT_MONTHS).format(**shown)
        if self.due is None:
            return ""
        day = self.teller.value("", "", self.due.on)
        return self.teller.word(KEPT_UNTIL).format(day=day, source=self.due.period.source)

    def _period_of(self, table: str) -> Period | None:
        """Answer the period of the rows of a table, where it counts for those of a person.

        That of `ABOUT_NOBODY` counts for rows about nobody: these go with the file.
        """
        if table in ABOUT_NOBODY:
            return None
        return next((one for one in self.keeping.periods if one.table == table), None)

    def goes_on(self, held: HeldTable, row: Mapping[str, Any]) -> date | None:
        """Answer the day on which one row is deleted; None while the file is open."""
        period = self._period_of(held.table)
        ends = [self.due.on] if self.due else []
        if period is not None and row.get(period.column) is not None:
            ends.append(add_months(row[period.column].astimezone().date(), period.months))
        return min(ends, default=None)


def _paper(act: Act, told: _Told, language: str) -> bytes:
    from forms.privacy.answer_paper import (  # noqa: PLC0415 - brings reportlab
        AnswerItem,
        AnswerPaper,
        AnswerPart,
        render,
    )

    parts = tuple(
        AnswerPart(
            told.teller.word(held.title),
            told.teller.source(held.table, held.rows),
            told.given(held),
            told.kept(held),
            tuple(
                AnswerItem(facts)
                for row in held.rows
                if (facts := told.teller.facts(held.table, row))
            ),
        )
        for held in told.everything.tables
    )
    return render(
        AnswerPaper(
            language,
            act.session.scalar(_OFFICE) or "",
            told.everything.name,
            act.local_now,
            act.who,
            told.recipients(),
            tuple(part for part in parts if part.items),
        )
    )


def _data(act: Act, told: _Told) -> bytes:
    rows = plain_rows(told.everything)
    recipients = list(told.recipients())
    tables = [
        {
            "table": held.table,
            "title": told.teller.word(held.title),
            "items": [
                {
                    "values": values,
                    "source": entered_by(row) or str(row.get("source") or ""),
                    "recipients": recipients if held.table != "letter" else [told.given(held)],
                    "deleted_on": plain(told.goes_on(held, row)),
                }
                for row, values in zip(held.rows, rows[held.table], strict=True)
            ],
        }
        for held in told.everything.tables
    ]
    content = {
        "office": act.session.scalar(_OFFICE) or "",
        "made_at": act.now.isoformat(),
        "made_by": act.who,
        "name": told.everything.name,
        "cards": [str(card) for card in told.everything.cards],
        "recipients": recipients,
        "tables": tables,
    }
    return json.dumps(content, ensure_ascii=False, indent=2).encode()


def _files(act: Act, everything: Everything) -> Iterator[tuple[str, bytes]]:
    """Answer letters, answers and files of notes under names that no folder takes for a path."""
    letters = [row["id"] for row in everything.rows("letter")]
    for row in act.session.connection().execute(_LETTERS, {"ids": letters}):
        yield f"letter-{row.id.hex[:12]}.pdf", row.pdf
    answers = [row["id"] for row in everything.rows("answer")]
    for answer in act.session.connection().execute(_ANSWERS, {"ids": answers}):
        yield f"answer-{answer.id.hex[:12]}.pdf", answer.pdf or b""
    files = [row["id"] for row in everything.rows("attachment")]
    for file in act.session.connection().execute(_FILES, {"ids": files}):
        safe = "".join(mark if mark.isalnum() or mark in "-_. " else "_" for mark in file.name)
        yield f"{file.id.hex[:12]}-{safe.strip('. ')[-100:] or 'file'}", file.content


def hash_of(content: bytes) -> str:
    """Answer the SHA-256 of a file in hexadecimal digits."""
    return sha256(content).hexdigest()
