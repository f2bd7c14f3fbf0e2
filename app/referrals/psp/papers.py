"""Papers that leave a group: made, put on record with what exactly was given, and answered."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.errors import Problem, Refused
from app.referrals.psp.entering import look, tell
from app.referrals.psp.law import grounds_of, law_of
from app.referrals.psp.queries import facts_of
from app.referrals.psp.reading import read_case, read_meeting
from app.referrals.psp.rules import (
    Agency,
    Looked,
    MeetingState,
    Paper,
    check_extract,
    facts_for,
    facts_for_all,
)
from app.referrals.psp.rules.conference import NOT_HELD
from app.referrals.psp.wording import Wording
from db.admin import OfficeCard
from db.psp import PspExtract, PspGroup

if TYPE_CHECKING:
    from uuid import UUID

    from app.office import Act
    from app.referrals.psp.rows import CaseView, MeetingView
    from app.referrals.psp.wording import Told
    from forms.referrals.psp_paper import PspSection

_OFFICE = select(OfficeCard.name).limit(1)


@dataclass(frozen=True, slots=True)
class MadePaper:
    """A PDF that was put on record."""

    pdf: bytes
    sha256: str
    name: str
    """Of the file; names nobody."""


def extract_facts(act: Act, meeting_id: UUID, agency: str) -> tuple[MeetingView, list[Told]]:
    """Answer what an agency may take along from a meeting: its facts and tasks by case.

    Raises `Refused` for an agency that was not at the table.
    """
    view, today = read_meeting(act, meeting_id), act.local_now.date()
    law = law_of(act.session.connection(), today)
    if problems := check_extract(agency, view.at_table, view.row.state, law.necessity):
        raise Refused(*problems)
    told: list[Told] = []
    for item in view.items:
        case = read_case(act, item.case_id, Looked.EXTRACT)
        grounds = grounds_of(act.session.connection(), case.kind, case.consent_sought, today)
        facts = facts_for(agency, case.facts, grounds, today)
        if facts or any(task.agency == agency for task in item.tasks):
            told.append((item, facts))
    return view, told


def extract_paper(act: Act, meeting_id: UUID, agency: str, language: str) -> MadePaper:
    """Make the extract for one agency: the facts ticked for it, and its tasks."""
    view, told = extract_facts(act, meeting_id, agency)
    words = _wording(act, language, view.group.kind)
    count = sum(len(facts) for _item, facts in told)
    made = _Made(Paper.EXTRACT, view.group.id, meeting_id, None, agency, count)
    about = words.meeting(view.row)
    paper = _finish(act, words, made, view.group.name, about, words.extract(agency, told))
    for item, facts in told:
        # The register says of whom something left, also when the facts are deleted.
        _keep(act, replace(made, meeting_id=None, case_id=item.case_id, facts=len(facts)), paper)
    return paper


def agenda_paper(act: Act, meeting_id: UUID, language: str) -> MadePaper:
    """Make the agenda, which invites: where, when, who, and which references are spoken of."""
    view = read_meeting(act, meeting_id)
    look(act, view.group.id, Looked.AGENDA)
    words = _wording(act, language, view.group.kind)
    made = _Made(Paper.AGENDA, view.group.id, meeting_id, None, "", 0)
    about = words.meeting(view.row)
    return _finish(act, words, made, view.group.name, about, words.agenda(view))


def minutes_paper(act: Act, meeting_id: UUID, language: str) -> MadePaper:
    """Make the common minutes, in which people stand by their reference alone."""
    view = read_meeting(act, meeting_id)
    if view.row.state == MeetingState.PLANNED:
        raise Refused(Problem(NOT_HELD))
    look(act, view.group.id, Looked.MINUTES)
    words = _wording(act, language, view.group.kind)
    made = _Made(Paper.MINUTES, view.group.id, meeting_id, None, "", 0)
    about = words.meeting(view.row)
    return _finish(act, words, made, view.group.name, about, words.minutes(view))


def sheet_paper(act: Act, meeting_id: UUID, case_id: UUID, language: str) -> MadePaper:
    """Make the sheet of one case: facts that every agency at this table may be told."""
    view = read_meeting(act, meeting_id)
    case = read_case(act, case_id, Looked.SHEET)
    today = act.local_now.date()
    grounds = grounds_of(act.session.connection(), case.kind, case.consent_sought, today)
    facts = facts_for_all(view.at_table, case.facts, grounds, today)
    words = _wording(act, language, view.group.kind)
    made = _Made(Paper.SHEET, view.group.id, meeting_id, case_id, "", len(facts))
    return _finish(act, words, made, view.group.name, case.row.number, words.sheet(case, facts))


def held_paper(act: Act, case_id: UUID, language: str) -> MadePaper:
    """Make the list of everything held on a case, for whoever answers the person.

    The export of the privacy page does not contain it: who runs that may not know of the case.
    """
    case = read_case(act, case_id, Looked.HELD)
    facts = facts_of(act.session.connection(), case_id)
    words = _wording(act, language, case.kind)
    made = _Made(Paper.HELD, case.group_id, None, case_id, "", len(facts))
    return _finish(
        act, words, made, _group_name(act, case), case.row.number, words.held(case, facts)
    )


@dataclass(frozen=True, slots=True)
class _Made:
    kind: Paper
    group_id: UUID
    meeting_id: UUID | None
    case_id: UUID | None
    agency: str
    facts: int


def _wording(act: Act, language: str, kind: str) -> Wording:
    law = law_of(act.session.connection(), act.local_now.date())
    return Wording(language, law, kind)


def _group_name(act: Act, case: CaseView) -> str:
    return act.session.get_one(PspGroup, case.group_id).name


def _finish(
    act: Act,
    words: Wording,
    made: _Made,
    group: str,
    about: str,
    sections: tuple[PspSection, ...],
) -> MadePaper:
    from forms.referrals.psp_paper import PspPaper, render  # noqa: PLC0415 - slow to import

    facts = PspPaper(
        made.kind,
        words.language,
        act.session.scalar(_OFFICE) or "",
        group,
        about,
        words.agency(Agency(made.agency)) if made.agency else "",
        words.law.purpose,
        act.local_now,
        act.who,
        sections,
    )
    pdf = render(facts)
    digest = sha256(pdf).hexdigest()
    paper = MadePaper(pdf, digest, f"{made.kind}-{act.local_now:%Y-%m-%d-%H%M}.pdf")
    _keep(act, made, paper)
    tell(act)
    return paper


def _keep(act: Act, made: _Made, paper: MadePaper) -> None:
    """Put on record what exactly was given, to whom."""
    act.session.add(
        PspExtract(
            group_id=made.group_id,
            meeting_id=made.meeting_id,
            case_id=made.case_id,
            kind=made.kind,
            agency=made.agency,
            at=act.now,
            who=act.who,
            facts=made.facts,
            sha256=paper.sha256,
        )
    )
