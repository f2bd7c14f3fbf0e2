"""Checking the chain of audit lines: who does that leaves a line of their own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from app.access.actions import need_right
from app.access.rules import Right
from app.admin.queries import office_card
from app.audit.rules import check_end, short_end
from app.errors import N_, Refused
from app.exchange.writing.pdf_writer import PdfWriter
from app.exchange.writing.rules import ListHead
from db.admin import AuditLine
from db.audit_chain import check_local_chain
from db.guarded import is_guarded
from resources.text import catalogue

if TYPE_CHECKING:
    from datetime import datetime

    from app.exchange.writing.rules import Cell
    from app.office import Act

_LINE = AuditLine.__table__.c
_BY_END = select(_LINE.number, _LINE.at).where(_LINE.hash.startswith(bindparam("end"))).limit(1)


@dataclass(frozen=True, slots=True)
class ChainFacts:
    """What a walk along the chain found."""

    at: datetime
    """When it was walked along, local wall-clock time."""
    lines: int
    broken: int | None
    """The number of the first line, or on a server seal, that does not fit."""
    unsealed: int
    end_hash: str
    is_on_server: bool
    met: int | None = None
    """The number of the line, or on a server seal, at which the chain had the end that was typed
    from paper; 0 for none, None where nothing was typed."""
    met_at: datetime | None = None

    @property
    def is_whole(self) -> bool:
        """Whether nothing was changed, removed or added."""
        return self.broken is None and not self.unsealed and self.met != 0


def check_audit(act: Act, typed_end: str = "") -> ChainFacts:
    """Walk along the chain, and look for an end of it that somebody typed from paper.

    Raises `Refused` for those who may not read the audit, or for an end that is none.
    """
    need_right(act, Right.PRIVACY)
    end, problems = check_end(typed_end) if typed_end.strip() else ("", ())
    if problems:
        raise Refused(*problems)
    facts = _on_server(act, end) if is_guarded(act.session.connection()) else _in_file(act, end)
    act.touch("audit")
    return facts


def chain_paper(act: Act, facts: ChainFacts, language: str) -> bytes:
    """Answer the end of the chain as a PDF, to be signed and kept outside the program."""
    need_right(act, Right.PRIVACY)
    say = catalogue(language).gettext
    head = ListHead(language, say(PAPER), (say(WHAT), say(FOUND)), facts.at, act.who)
    writer = PdfWriter(head)
    rows: list[tuple[Cell, ...]] = [
        (say(CHECKED), facts.at),
        (say(SEALS if facts.is_on_server else LINES), facts.lines),
        (say(END), short_end(facts.end_hash)),
        (say(RESULT), say(WHOLE if facts.is_whole else NOT_WHOLE)),
        (say(NAME_AND_DAY), ""),
    ]
    return writer.add(rows) + writer.finish()


def _in_file(act: Act, end: str) -> ChainFacts:
    connection = act.session.connection()
    found = check_local_chain(connection)
    met = connection.execute(_BY_END, {"end": end}).one_or_none() if end else None
    return ChainFacts(
        act.local_now,
        found.lines,
        found.broken,
        found.unsealed,
        found.end_hash,
        is_on_server=False,
        met=(met.number if met else 0) if end else None,
        met_at=met.at if met else None,
    )


def _on_server(act: Act, end: str) -> ChainFacts:
    from db.server.audit import (  # noqa: PLC0415 - only a shared office has it
        check_chain,
        seal_of,
    )

    connection = act.session.connection()
    found = check_chain(connection)
    met = seal_of(connection, end) if end else None
    return ChainFacts(
        act.local_now,
        found.seals,
        found.broken,
        found.unsealed,
        found.end_hash,
        is_on_server=True,
        met=(met[0] if met else 0) if end else None,
        met_at=met[1] if met else None,
    )


def chain_text(act: Act, facts: ChainFacts, language: str) -> bytes:
    """Answer the end of the chain as lines of text, to be kept outside the program."""
    need_right(act, Right.PRIVACY)
    say = catalogue(language).gettext
    card = office_card(act.session.connection())
    office = card.values.name if card is not None else ""
    rows = (
        (say(OFFICE), office),
        (say(CHECKED), f"{facts.at:%Y-%m-%d %H:%M}"),
        (say(SEALS if facts.is_on_server else LINES), str(facts.lines)),
        (say(END), short_end(facts.end_hash)),
        (say(RESULT), say(WHOLE if facts.is_whole else NOT_WHOLE)),
    )
    return "".join(f"{name}: {value}\n" for name, value in rows if value).encode()


PAPER = N_("End of the chain of audit lines")
WHAT, FOUND = N_("What"), N_("Found")
CHECKED = N_("Checked on")
OFFICE = N_("Office")
LINES, SEALS = N_("Lines in the chain"), N_("Seals in the chain")
END, RESULT = N_("End of the chain"), N_("Result")
WHOLE = N_("Every line fits the one before: nothing was changed or removed.")
NOT_WHOLE = N_("The chain does not fit: something was changed, removed or added.")
NAME_AND_DAY = N_("Name, day, signature")
