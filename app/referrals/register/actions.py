"""The register as a file: of everybody as a list, and of one person as a paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.access.actions import need_right
from app.access.rules import Right
from app.admin.queries import office_card
from app.consent.actions import UNKNOWN_CLIENT
from app.errors import N_, Problem, Refused
from app.exchange.writing.actions import export_list, note_exported
from app.exchange.writing.csv_writer import CsvWriter
from app.exchange.writing.pdf_writer import PdfWriter
from app.exchange.writing.rules import ExportFormat, ExportWish, ListHead
from app.referrals.disclosures.queries import name_of
from app.referrals.register.queries import register
from app.referrals.register.words import basis_words, to_words, what_words, why_words
from resources.text import catalogue

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from app.exchange.writing.rules import Cell
    from app.office import Act
    from app.referrals.disclosures.rules import RegisterFilter, RegisterRow

TITLE = N_("What left the office")
COLUMNS = (
    N_("When"),
    N_("Way"),
    N_("About"),
    N_("What"),
    N_("To whom"),
    N_("What for"),
    N_("Basis"),
    N_("By"),
)


def register_list(
    act: Act, form: ExportFormat, language: str, reason: str, wanted: RegisterFilter
) -> bytes:
    """Answer the register as a CSV or PDF file; it is itself something that leaves, and logged.

    Raises `Refused` without the right to export, or without a reason.
    """
    say = catalogue(language).gettext
    rows = [row for row in register(act.session.connection()) if wanted.takes(row)]
    log_id = export_list(act, ExportWish("consent", form, COLUMNS, reason, len(rows)))
    note_exported(act, log_id, (row.person_id for row in rows if row.person_id is not None))
    columns = tuple(say(column) for column in COLUMNS)
    head = ListHead(language, say(TITLE), columns, act.local_now, act.who)
    writer = PdfWriter(head) if form is ExportFormat.PDF else CsvWriter(head)
    return writer.add([_cells(row, say) for row in rows]) + writer.finish()


def person_register(act: Act, person_id: UUID, language: str) -> bytes:
    """Answer everything that left about one person, as PDF for the person.

    Raises `Refused` without the right to answer requests about personal data.
    """
    from forms.referrals import disclosure_register as paper  # noqa: PLC0415 - brings reportlab

    need_right(act, Right.PRIVACY)
    connection = act.session.connection()
    name = name_of(connection, person_id)
    if name is None:
        raise Refused(Problem(UNKNOWN_CLIENT))
    office = office_card(connection)
    say = catalogue(language).gettext
    items = tuple(
        paper.RegisterItem(
            when=row.at.astimezone().replace(tzinfo=None),
            way=say(row.by.label),
            what=what_words(row, say),
            recipient=to_words(row, say),
            purpose=why_words(row, say),
            basis=basis_words(row, say),
            who=row.who,
        )
        for row in register(connection, person_id)
    )
    facts = paper.DisclosureRegister(
        language=language,
        office=office.values.name if office else "",
        name=name,
        when=act.local_now,
        who=act.who,
        items=items,
    )
    return paper.render(facts)


def _cells(row: RegisterRow, say: Callable[[str], str]) -> tuple[Cell, ...]:
    return (
        row.at.astimezone().replace(tzinfo=None),
        say(row.by.label),
        row.name,
        what_words(row, say),
        to_words(row, say),
        why_words(row, say),
        basis_words(row, say),
        row.who,
    )
