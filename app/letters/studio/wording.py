"""What the office wants of its letters: words to avoid, and how easily they shall read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.admin.office_settings import save_office_setting
from app.errors import Conflict, Problem, Refused
from app.letters.readability.queries import LETTER_TARGETS
from app.letters.readability.rules import BOUNDS
from app.letters.studio import statements as ask
from app.letters.studio.rules import TERM_TAKEN, check_targets, check_term
from app.office import CHANGED_MEANWHILE
from db.letters import Term

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from app.letters.studio.rules import TermText
    from app.office import Act


def save_term(act: Act, term_id: UUID, version: int, term: TermText) -> UUID:
    """Keep a word to avoid with what to say instead; a `version` of 0 makes a new one.

    Raises `Refused` beside "word" or "better", `Conflict` when someone else was faster.
    """
    if problems := check_term(term):
        raise Refused(*problems)
    word = term.word.strip()
    row = act.session.get(Term, term_id) or Term(id=term_id)
    if version and row.version != version:
        raise Conflict(Problem(CHANGED_MEANWHILE))
    same = act.session.scalar(ask.SAME_TERM, {"language": term.language, "word": word})
    if same is not None and same.id != term_id:
        raise Refused(Problem(TERM_TAKEN, "word"))
    row.language, row.word, row.better = term.language, word, term.better.strip()
    act.session.add(row)
    act.touch("letters", term_id)
    return term_id


def remove_term(act: Act, term_id: UUID) -> None:
    """Take a word off the list; one that is gone already changes nothing."""
    row = act.session.get(Term, term_id)
    if row is not None:
        act.session.delete(row)
        act.touch("letters", term_id)


def choose_targets(act: Act, chosen: Mapping[str, int | None]) -> None:
    """Say what the letters of the office aim at.

    Raises `Refused` naming each target that is missing or out of its bounds.
    """
    if problems := check_targets(chosen):
        raise Refused(*problems)
    kept = {name: value for name in BOUNDS if (value := chosen[name]) is not None}
    save_office_setting(act, LETTER_TARGETS, kept)
    act.touch("letters")
